"""Parts of an item that several formats share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from .fields import (
    Day,
    Definition,
    FileRef,
    Language,
    LicenseId,
    Line,
    Many,
    MediaRef,
    Moment,
    PersonId,
    Seconds,
    Target,
    TechnologyId,
    Text,
    Url,
)
from .model import Fault, Model


class UseCase(Model):
    problem: Text
    solution: Text
    effort: Text | None = None
    cost: Text | None = None
    benefit: Text | None = None
    pitfall: Text | None = None


class NextStep(Model):
    label: Line
    link: Target


class Link(Model):
    title: Line
    url: Url
    kind: Literal["source", "tool", "guide", "law", "video", "book", "other"] = "other"


class Image(Model):
    file: FileRef
    alt: Line
    credit: Line
    license: LicenseId


class Appearance(Model):
    """A person and what he or she does in this item."""

    person: PersonId
    role: Line | None = None


class Location(Model):
    """A place; `osm` is its OpenStreetMap id such as `R113314`, `rel` whether things are about it or made there."""

    name: Annotated[Line, Field(max_length=128)]
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    osm: Annotated[str, Field(pattern=r"^[NWR][0-9]+$")] | None = None
    country: Annotated[str, Field(pattern=r"^[A-Za-z]{2}$")] | None = None
    rel: Literal["subject", "creator"] | None = None


class NamedUrl(Model):
    """A web address with the words that a podcast app shows for it."""

    url: Url
    text: Annotated[Line, Field(max_length=128)]


class Chapter(Model):
    """A part of a recording; `toc: false` keeps it out of the list. Read from a file, its image may be remote."""

    start: Seconds
    title: Line
    url: Url | None = None
    image: FileRef | None = None
    toc: bool = True


class Transcript(Model):
    file: FileRef
    state: Literal["automatic", "checked"] = "automatic"

    @classmethod
    def from_name(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Captions(Model):
    language: Language
    file: FileRef
    kind: Literal["captions", "subtitles"] = "captions"
    state: Literal["automatic", "checked"] = "automatic"


class Term(Model):
    name: Line
    definition: Definition
    also_called: Many[Line] = ()
    distinction: Text | None = None
    sme_example: Text | None = None


class TourDate(Model):
    start: Moment
    end: Moment
    status: Literal["planned", "postponed", "cancelled", "moved_online"] = "planned"

    def rules(self) -> Iterator[Fault]:
        if (self.end.tzinfo is None) != (self.start.tzinfo is None):
            yield Fault(("end",), "one-time-zone")
        elif self.end <= self.start:
            yield Fault(("end",), "ends-before-start")


class MeetingPoint(Model):
    name: Line
    street: Line | None = None
    postcode: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None
    city: Line | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    hint: Text | None = None


class Registration(Model):
    required: bool
    link: Target | None = None
    until: Day | None = None
    waiting_list: bool = False

    def rules(self) -> Iterator[Fault]:
        if self.required and not self.link:
            yield Fault(("required",), "registration-link")


class Stop(Model):
    title: Line
    place: Line | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    minutes: int | None = Field(None, ge=1, le=600)
    text: Text | None = None
    audio: MediaRef | None = None
    image: Image | None = None
    technology: TechnologyId | None = None
    what_to_see: Text | None = None
    question: Line | None = None
