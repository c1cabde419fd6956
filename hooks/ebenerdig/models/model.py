"""What all models of metadata share: strict fields, rules between fields, and a walk over all values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

Severity = Literal["error", "advice"]

Place = tuple[str | int, ...]
"""Where a value stands inside the metadata, as in `("stops", 0, "title")`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that the metadata as a whole breaks; `code` is the sentence's id in `texts/`.

    `missing` names the field whose absence breaks it: one that is there with a mistake in it is not absent.
    """

    place: Place
    code: str
    values: dict[str, Any] = field(default_factory=dict)
    severity: Severity = "error"
    missing: str = ""


class Fact(NamedTuple):
    """A line in the table of what an item has: its label by language, and what is so."""

    label: Mapping[str, str]
    value: str


def should(default: Any) -> Any:
    """A field that may be missing, but whose absence is worth a piece of advice."""
    return Field(default, json_schema_extra={"recommended": True})


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    def rules(self) -> Iterator[Fault]:
        """Yield what is wrong between fields."""
        yield from ()


def nested(model: Model) -> Iterator[tuple[Place, Any]]:
    """Yield every value inside `model` with its place, the model itself first."""
    yield from _walk((), model)


def _walk(place: Place, value: Any) -> Iterator[tuple[Place, Any]]:
    yield place, value
    if isinstance(value, Model):
        for name in (name for name in type(value).model_fields if name in value.model_fields_set):
            yield from _walk((*place, name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk((*place, index), entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield (*place, key), key
            yield from _walk((*place, key), entry)
