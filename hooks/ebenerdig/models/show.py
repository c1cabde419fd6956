"""The show: a podcast with its feed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from .apple_categories import check_category
from .fields import LicenseId, Line, Many, OwnLanguage, PictureRef, Text, Url
from .model import Fault, Model
from .parts import Appearance, Location, NamedUrl
from .podcast_guid import podcast_guid
from .records import Names, Record


class Owner(Model):
    name: Line
    email: Annotated[str, Field(pattern=r"^[^@\s\p{C}]+@[^@\s\p{C}]+\.[^@\s\p{C}]+$")]


def _uuid(value: str) -> str:
    try:
        return str(TypeAdapter(UUID).validate_python(value))
    except ValidationError:
        raise PydanticCustomError("uuid", "", {"value": value}) from None


class TextRecord(Model):
    """A line for machines, such as the proof that a service asks for."""

    text: Annotated[Text, Field(max_length=4000)]
    purpose: Annotated[Line, Field(max_length=128)] | None = None


class OtherFeed(Model):
    """Somebody's feed by its `podcast:guid`."""

    guid: Annotated[str, AfterValidator(_uuid)]
    url: Url | None = None
    title: Line | None = None


def _rrule(value: str) -> str:
    try:
        rrulestr(f"RRULE:{value}", dtstart=datetime(2026, 1, 1), ignoretz=True)
    except (ValueError, TypeError, KeyError):
        raise PydanticCustomError("rrule", "", {"value": value}) from None
    return value


class UpdateFrequency(Model):
    """How often something new comes, for people (`text`) and for apps (`rrule`, RFC 5545)."""

    text: Annotated[Line, Field(max_length=128)]
    rrule: Annotated[Line, AfterValidator(_rrule)] | None = None


App = Literal["apple", "spotify", "pocketcasts", "overcast", "castbox", "deezer", "amazon", "youtube", "ard", "fyyd"]
"""Services that a show has an address at; their names stand in `texts/`."""


class Show(Record):
    """A podcast: one feed, with all that its channel needs.

    `guid_of` is the feed's first address, from which `guid` was computed; a show that came with a guid of its own
    has none.
    """

    description: Names
    medium: Literal["podcast", "video"] = "podcast"
    language: OwnLanguage = Field(None, validate_default=True)
    categories: Annotated[Many[Annotated[str, AfterValidator(check_category)]], Field(min_length=1)]
    image: PictureRef
    author: Line
    owner: Owner
    guid: Annotated[str, AfterValidator(_uuid)]
    guid_of: Line | None = None
    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    locked: bool = True
    block: bool = False
    complete: bool = False
    copyright: Line | None = None
    license: LicenseId | None = None
    hosts: tuple[Appearance, ...] = ()
    seasons: dict[Annotated[int, Field(ge=1)], Names] = Field(default_factory=dict)
    location: Location | None = None
    funding: tuple[NamedUrl, ...] = ()
    txt: tuple[TextRecord, ...] = ()
    podroll: tuple[OtherFeed, ...] = ()
    publisher: OtherFeed | None = None
    update_frequency: UpdateFrequency | None = None
    new_feed_url: Url | None = None
    hub: Url | None = None
    apps: dict[App, Url] = Field(default_factory=dict)

    def rules(self) -> Iterator[Fault]:
        if self.guid_of and self.guid != podcast_guid(self.guid_of):
            values = {"value": self.guid, "address": self.guid_of, "expected": podcast_guid(self.guid_of)}
            yield Fault(("guid",), "show-guid-changed", values)
