"""The registers' records: what items name by id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from .fields import Day, Language, Line, Many, OrganisationId, Url, library_language
from .model import Fault, Model
from .parts import Image, Link


def _names(value: Any, info: ValidationInfo) -> Any:
    return {library_language(info): value} if isinstance(value, str) else value


Names = Annotated[dict[Language, Line], BeforeValidator(_names), Field(min_length=1)]
"""A text in one or several languages; a plain line is in the library's."""


def worded(names: dict[str, str], language: str) -> str:
    """A text in `language`, or in the first language there is."""
    return names.get(language) or next(iter(names.values()))


class Record(Model):
    name: Names
    description: Names | None = None
    links: tuple[Link, ...] = ()
    same_as: Many[Url] = ()

    def label(self, language: str) -> str:
        """The name in `language`, or in the first language there is."""
        return worded(self.name, language)

    def about(self, language: str) -> str | None:
        """The description in `language`, or in the first language there is."""
        return worded(self.description, language) if self.description else None


class Level(Record):
    content: Names | None = None


Symbol = Literal[
    "book",
    "bulb",
    "chart",
    "chip",
    "cloud",
    "company",
    "gear",
    "lock",
    "loop",
    "people",
    "sheet",
    "sign",
    "sprout",
]
"""What can be drawn for a subject, by its names in `outputs/drawings/motifs.py`."""


class Subject(Record):
    """A topic, technology, industry or field of action; also a group of words that mean the same to the search."""

    also_called: Many[Line] = ()
    drawing: Symbol | None = None


class Person(Record):
    role: Line | None = None
    organisation: OrganisationId | None = None
    image: Image | None = None
    invented: bool = False


class Organisation(Record):
    city: Line | None = None
    invented: bool = False


class Funder(Record):
    text: Names
    valid_from: Day
    valid_until: Day | None = None

    def rules(self) -> Iterator[Fault]:
        if self.valid_until and self.valid_until < self.valid_from:
            yield Fault(("valid_until",), "ends-before-start")

    def covers(self, day: date) -> bool:
        """Whether the period of funding holds on a day, its last one included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class License(Record):
    url: Url
