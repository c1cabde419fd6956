"""Parts of an item that several formats share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
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
    PictureRef,
    Seconds,
    Target,
    TechnologyId,
    Text,
    Url,
)
from .model import Fault, Model, Severity


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
    file: PictureRef
    alt: Line
    credit: Line
    license: LicenseId


class Appearance(Model):
    """A person and what he or she does in this item."""

    person: PersonId
    role: Line | None = None


HOME_LATITUDES, HOME_LONGITUDES = (45.5, 55.5), (5.5, 17.5)
"""Where libraries in German are at home. The same numbers the other way round lie off the coast of Somalia."""


def unplaced(lat: float | None, lon: float | None, swapped: Severity = "error") -> Iterator[Fault]:
    """Yield what is wrong with a point: one half alone, or both in each other's place (how bad: `swapped`)."""
    if lat is None and lon is None:
        return
    if lat is None or lon is None:
        there, missing = ("lat", "lon") if lon is None else ("lon", "lat")
        yield Fault((there,), "coordinates-half", {"missing": missing})
    elif (lat, lon) == (0, 0):
        yield Fault(("lat",), "coordinates-nought", severity="advice")
    elif _is_between(lon, HOME_LATITUDES) and _is_between(lat, HOME_LONGITUDES):
        yield Fault(("lat",), "coordinates-swapped", {"lat": str(lat), "lon": str(lon)}, swapped)


def _is_between(value: float, ends: tuple[float, float]) -> bool:
    return ends[0] <= value <= ends[1]


class Location(Model):
    """A place; `osm` is its OpenStreetMap id such as `R113314`, `rel` whether things are about it or made there."""

    name: Annotated[Line, Field(max_length=128)]
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    osm: Annotated[str, Field(pattern=r"^[NWR][0-9]+$")] | None = None
    country: Annotated[str, Field(pattern=r"^[A-Za-z]{2}$")] | None = None
    rel: Literal["subject", "creator"] | None = None

    def rules(self) -> Iterator[Fault]:
        yield from unplaced(self.lat, self.lon, "advice")  # a recording may be about Somalia


class NamedUrl(Model):
    """A web address with the words that a podcast app shows for it."""

    url: Url
    text: Annotated[Line, Field(max_length=128)]


class Chapter(Model):
    """A part of a recording; `toc: false` keeps it out of the list. Read from a file, its image may be remote."""

    start: Seconds
    title: Line
    url: Url | None = None
    image: PictureRef | None = None
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


LONGEST_VISIT = timedelta(days=31)


class TourDate(Model):
    start: Moment
    end: Moment
    status: Literal["planned", "postponed", "cancelled", "moved_online"] = "planned"

    def rules(self) -> Iterator[Fault]:
        if (self.end.tzinfo is None) != (self.start.tzinfo is None):
            yield Fault(("end",), "one-time-zone")
        elif self.end <= self.start:
            yield Fault(("end",), "ends-before-start")
        elif self.end - self.start > LONGEST_VISIT:
            yield Fault(("end",), "visit-long", {"days": (self.end - self.start).days}, severity="advice")


class MeetingPoint(Model):
    name: Line
    street: Line | None = None
    postcode: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None
    city: Line | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    hint: Text | None = None

    def rules(self) -> Iterator[Fault]:
        yield from unplaced(self.lat, self.lon)


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

    def rules(self) -> Iterator[Fault]:
        yield from unplaced(self.lat, self.lon)
