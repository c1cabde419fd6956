"""What can be heard or seen at any time: episodes and videos."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .fields import FileRef, Language, Line, MediaRef, Seconds, ShowId
from .item import Item
from .model import Fault, Model
from .parts import Appearance, Chapter, Location, NamedUrl


class Soundbite(Model):
    start: Seconds
    duration: Annotated[Seconds, AfterValidator(lambda value: _within(value, 15, 120))]
    title: Annotated[Line, Field(max_length=128)] | None = None


def _within(value: float, least: float, most: float) -> float:
    if not least <= value <= most:
        raise PydanticCustomError("out-of-range", "", {"least": least, "most": most})
    return value


class Alternate(Model):
    """Another recording of the same: a second bit rate, the film of an episode, the sound of a film."""

    file: MediaRef
    title: Annotated[Line, Field(max_length=32)] | None = None
    language: Language | None = None
    kind: Literal["other", "audio_description", "sign_language"] = "other"


class Recording(Item):
    """What can be heard or seen at any time, and so belongs to a show and its feed.

    `feed_title` is what subscribers see where the title has to stay as it once was, number included.
    """

    feed_title: Line | None = None
    show: ShowId | None = None
    season: int | None = Field(None, ge=1)
    episode: int | None = Field(None, ge=1)
    episode_display: Annotated[Line, Field(max_length=32)] | None = None
    episode_type: Literal["full", "trailer", "bonus"] = "full"
    chapters: tuple[Chapter, ...] = ()
    chapters_file: FileRef | None = None
    soundbite: tuple[Soundbite, ...] = ()
    explicit: bool = False
    block: bool = False
    location: Location | None = None
    alternates: tuple[Alternate, ...] = ()
    content_links: tuple[NamedUrl, ...] = ()

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        """Yield everyone with the part that the podcast namespace's taxonomy gives them."""
        yield from ()

    def other_recordings(self) -> tuple[Alternate, ...]:
        """What can be played instead of the one of `media_files` that is played; that one may be among them."""
        return self.alternates

    def marks(self) -> tuple[Chapter, ...]:
        return self.chapters

    def marks_file(self) -> FileRef | None:
        return self.chapters_file

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        for index in range(1, len(self.chapters)):
            if self.chapters[index].start <= self.chapters[index - 1].start:
                yield Fault(("chapters", index, "start"), "chapter-order")
        if self.chapters and self.chapters_file:
            yield Fault(("chapters_file",), "chapters-twice")
