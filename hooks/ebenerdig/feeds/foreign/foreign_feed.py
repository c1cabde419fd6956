"""What a foreign feed says, in the words of a podcast: the show's own facts and its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


class NoFeed(Exception):
    """What was given is no feed at all."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an item offers; `length` is what the feed says of its bytes."""

    address: str
    type: str
    length: str = ""

    @property
    def bytes(self) -> int | None:
        """The length where it can be one; many feeds say 0."""
        known = self.length.isascii() and self.length.isdigit() and len(self.length) < 15
        return (int(self.length) or None) if known else None


@dataclass(frozen=True, slots=True)
class ForeignItem:
    """One item; what it lacks is empty.

    `guid` is the given one to the letter, `title` the one for all readers and `own_title` Apple's without number, both
    with whatever markup they hold. `date` has a zone, `has_zone` says whether the feed named it. `duration` is what the
    feed says of its length, `seconds` what that means. `people` are names with roles, `location` the fields of a place.
    """

    guid: str
    title: str
    own_title: str
    date: datetime | None
    has_zone: bool
    link: str
    summary: str
    notes: str
    enclosures: tuple[Enclosure, ...]
    alternates: tuple[Enclosure, ...]
    duration: str
    seconds: float | None
    season: int | None
    episode: int | None
    kind: str
    explicit: bool
    block: bool
    image: str
    people: tuple[tuple[str, str], ...]
    chapters: tuple[tuple[str, str, str], ...]
    chapters_address: str
    transcripts: tuple[tuple[str, str], ...]
    soundbites: tuple[tuple[str, str, str], ...]
    location: tuple[tuple[str, str], ...]
    keywords: tuple[str, ...]

    @property
    def key(self) -> str:
        """What apps know the item by: its GUID, or what they take where there is none."""
        return self.guid or self.address or self.link or self.title

    @property
    def address(self) -> str:
        """Where the first file lies."""
        return self.enclosures[0].address if self.enclosures else ""

    @property
    def bytes(self) -> str:
        """What the feed says of the first file's size."""
        return self.enclosures[0].length if self.enclosures else ""

    @property
    def type(self) -> str:
        """The first file's type."""
        return self.enclosures[0].type if self.enclosures else ""


@dataclass(frozen=True, slots=True)
class ForeignFeed:
    """One document of a feed.

    `name` is where it was found, `address` where it says it lies, `next` the page that follows. `flags` are those of
    `Show` that hold, `seasons` names by number. `flaw` is what a strict reader says of its XML, `whole` whether all of
    it could be mended, `doubts` are GUIDs that another way of reading finds, and `unread` counts by tag what nothing
    here understands.
    """

    name: str
    address: str
    next: str
    title: str
    about: str
    language: str
    author: str
    owner: str
    email: str
    link: str
    guid: str
    medium: str
    categories: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    is_serial: bool
    locked: bool
    seasons: Mapping[int, str]
    image: str
    copyright: str
    moved_to: str
    people: tuple[tuple[str, str], ...]
    location: tuple[tuple[str, str], ...]
    funding: tuple[tuple[str, str], ...]
    keywords: tuple[str, ...]
    flaw: str
    whole: bool
    doubts: tuple[str, ...]
    unread: Counter[str]
    items: tuple[ForeignItem, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing more will come."""
        return "complete" in self.flags
