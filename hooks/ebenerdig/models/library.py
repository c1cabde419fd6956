"""The site as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, PlainValidator, TypeAdapter, ValidationError, WithJsonSchema
from pydantic_core import PydanticCustomError

from .fields import Day, Host, Line, Many, OrganisationId, Target, Teaser, Url
from .model import Fault, Model


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("time-zone", "", {"value": value})
    return value


_day = TypeAdapter[date](Day)


def _until(value: Any) -> date:
    """Read up to which day items keep the former names of their files: all of them, none, or those up to a day."""
    named = {"all": date.max, "none": date.min}
    if isinstance(value, str) and value.strip() in named:
        return named[value.strip()]
    try:
        return _day.validate_python(value)
    except ValidationError:
        raise PydanticCustomError("former-names", "", {"value": str(value)}) from None


FormerNames = Annotated[
    date, PlainValidator(_until), WithJsonSchema({"type": "string", "examples": ["all", "none", "2026-11-24"]})
]


class Library(Model):
    """The site as a whole: `content/_data/library.yml`."""

    name: Line
    tagline: Line
    description: Teaser
    url: Url
    language: Literal["de", "en"] = "de"
    time_zone: Annotated[Line, AfterValidator(_time_zone)] = "Europe/Berlin"
    publisher: OrganisationId
    contact: Target
    repository: Url | None = None
    page_size: int = Field(24, ge=1, le=200)
    feed_size: int = Field(300, ge=1)
    transcripts_from: Day | None = None
    search: bool = True
    media_dir: Line | None = None
    media_base_url: Url | None = None
    link_media: bool = False
    former_names: FormerNames = date.max
    peertube_hosts: Many[Host] = ()

    def rules(self) -> Iterator[Fault]:
        if self.media_base_url and not self.media_dir:
            yield Fault(("media_base_url",), "media-base-url", missing="media_dir")
