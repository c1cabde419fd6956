"""The built site behind the feeds: from an address to its file, and what that file really is."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from ...catalogue import Catalogue
from ...media.measure import Measure, MediaError, measure
from ...reading.entries import Entry
from .built_feed import BuiltFeed, Node, value

T = TypeVar("T")


@dataclass(eq=False)
class BuiltSite:
    """A folder that was built from `catalogue`, and all feeds in it."""

    catalogue: Catalogue
    folder: Path
    feeds: list[BuiltFeed] = field(default_factory=list)
    reported: set[str] = field(default_factory=set)
    """Where feeds lie that were reported already; no other rule says so again."""
    _files: dict[str, Path | None] = field(default_factory=dict)
    _read: dict[tuple[object, Path], Any] = field(default_factory=dict)

    def is_own(self, address: str) -> bool:
        """Whether an address lies in this site."""
        return address.startswith(self.catalogue.project.base_url)

    def file(self, address: str) -> Path | None:
        """Return the file or page at an address of this site, if it is there."""
        if address not in self._files:
            self._files[address] = self._find(address) if self.is_own(address) else None
        return self._files[address]

    def _find(self, address: str) -> Path | None:
        inside = unquote(urlsplit(address.removeprefix(self.catalogue.project.base_url)).path)
        if not inside or inside.endswith("/"):
            inside += "index.html"
        path = os.path.normpath(os.path.join(self.folder, inside))
        within = path.startswith(f"{self.folder}{os.sep}") and "\0" not in path
        return Path(path) if within and os.path.isfile(path) else None

    def once(self, read: Callable[[Path], T], file: Path) -> T:
        """Read a file once: an item stands in several feeds, and several rules ask for its files."""
        if (read, file) not in self._read:
            self._read[read, file] = read(file)
        answer: T = self._read[read, file]
        return answer

    def measure(self, address: str) -> Measure | MediaError | None:
        """Measure the file at an address; None where it is not in this site."""
        file = self.file(address)
        return self.once(_measure, file) if file else None

    @cached_property
    def by_address(self) -> dict[str, BuiltFeed]:
        """Feeds by where they lie."""
        return {feed.address: feed for feed in self.feeds}

    @cached_property
    def by_guid(self) -> dict[str, list[tuple[BuiltFeed, Node]]]:
        """Where each item stands, in the order of the feeds."""
        found: dict[str, list[tuple[BuiltFeed, Node]]] = {}
        for feed in self.feeds:
            for item in feed.items:
                found.setdefault(value(item, "guid"), []).append((feed, item))
        return found

    @cached_property
    def guids_of_series(self) -> dict[str, set[str]]:
        """The items of each feed with all its pages, by the first page's address."""
        found: dict[str, set[str]] = {}
        for feed in self.feeds:
            found.setdefault(feed.series, set()).update(value(item, "guid") for item in feed.items)
        return found

    @cached_property
    def series_of_podcast_guid(self) -> dict[str, str]:
        """Which feed a `podcast:guid` stands in first."""
        found: dict[str, str] = {}
        for feed in self.feeds:
            found.setdefault(value(feed.channel, "podcast:guid"), feed.series)
        return found

    @cached_property
    def entries_by_guid(self) -> dict[str, Entry]:
        """The published items by guid."""
        return {entry.item.guid: entry for entry in self.catalogue.entries}

    @cached_property
    def entries_by_page(self) -> dict[str, Entry]:
        """The published items by the address of their page."""
        return {self.catalogue.project.base_url + entry.url: entry for entry in self.catalogue.entries}

    def entry(self, item: Node) -> Entry | None:
        """Return the published item that a feed's item is: by its guid, else by its page."""
        return self.entries_by_guid.get(value(item, "guid")) or self.entries_by_page.get(value(item, "link"))

    def is_empty_level(self, feed: BuiltFeed) -> bool:
        """Whether this is the feed of a level that has nothing to hear or see, kept for those who subscribed."""
        kind, _, level = feed.name.partition("-")
        entries = self.catalogue.by_reference.get(("levels", level), [])
        return kind == "level" and not any(entry.media for entry in entries if entry.is_public)

    def entries_of(self, show: str) -> list[Entry]:
        """The published items that a show's feed must hold."""
        return self.catalogue.by_show.get(show, [])


def _measure(file: Path) -> Measure | MediaError:
    try:
        return measure(file)
    except MediaError as error:
        return error
