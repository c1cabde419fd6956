"""What differs between two states of feeds, item by item."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ...models.podcast_guid import without_scheme
from ...reading.across import FEED_NAMES
from ..foreign.foreign_feed import ForeignFeed, ForeignItem
from .sides import Side, endings

Value = str | datetime | None

KINDS = {
    "feed-vanished": True,
    "show-guid": True,
    "guid-vanished": True,
    "guid-withdrawn": True,
    "guid-changed": True,
    "guid-twice": True,
    "enclosure-lost": False,
    "guid-doubtful": False,
    "feed-goes-on": False,
    "feed-broken": False,
    "show-address": False,
    "show-moved": False,
    "show-complete": False,
    "show-reopened": False,
    "show-title": False,
    "show-image": False,
    "show-image-replaced": False,
    "show-guid-new": False,
    "item-left": False,
    "enclosure-address": False,
    "enclosure-address-kept": False,
    "enclosure-bytes": False,
    "enclosure-type": False,
    "date": False,
    "title": False,
    "link": False,
    "link-kept": False,
    "item-new": False,
    "feed-new": False,
}
"""What can be told, the gravest first; the value says whether it is an error."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that subscribers of `feed` will notice about `subject`."""

    kind: str
    feed: str
    subject: str = ""
    before: Value = None
    after: Value = None

    @property
    def is_error(self) -> bool:
        """Whether apps lose an item or take it for another."""
        return KINDS[self.kind]


def compare(old: Side, new: Side) -> Iterator[Change]:
    """Yield every change, feed by feed; what several feeds have in common is told once, for the first of them."""
    told = set()
    for change in _feed_by_feed(old, new):
        subject = "" if change.kind == "show-image" else change.subject  # selections show the picture of their show
        what = (change.kind, subject, change.before, change.after)
        if what not in told:
            told.add(what)
            yield change


def _feed_by_feed(old: Side, new: Side) -> Iterator[Change]:
    published = {item.key for feed in new.feeds for item in feed.items}
    left = {feed.name for feed in new.feeds}
    for before, after in _matched(old, new):
        if after is None:
            yield Change("feed-vanished", _called(before), before.title, before.address)
            continue
        left.discard(after.name)
        name = _called(after)
        yield from _show_changes(name, before, after)
        yield from _art_changes(name, before, after, old, new)
        yield from _item_changes(name, before, after, published, new)
    if old.whole:
        for feed in new.feeds:
            if feed.name in left:
                yield Change("feed-new", _called(feed), feed.title, after=feed.address)


def _called(feed: ForeignFeed) -> str:
    return f"{feed.title} ({feed.name})" if feed.title else feed.name


def _matched(old: Side, new: Side) -> Iterator[tuple[ForeignFeed, ForeignFeed | None]]:
    """Pair feeds: those of two whole libraries by guid or name, and a single one with the show's that it is."""
    if old.whole and new.whole:
        by_guid = {feed.guid: feed for feed in new.feeds if feed.guid}
        by_name = {feed.name: feed for feed in new.feeds}
        yield from ((feed, by_guid.get(feed.guid) or by_name.get(feed.name)) for feed in old.feeds)
    elif new.whole:
        yield old.feeds[0], _counterpart(old.feeds[0], new.feeds)
    elif old.whole:
        found = _counterpart(new.feeds[0], old.feeds)
        yield from [(found, new.feeds[0])] if found else ((feed, None) for feed in old.feeds)
    else:
        yield old.feeds[0], new.feeds[0]


def _counterpart(feed: ForeignFeed, others: tuple[ForeignFeed, ...]) -> ForeignFeed | None:
    """Find a feed among all of a library: by its guid or address, else the show's with the same items or place.

    Feeds of levels and packages and the one with everything hold the same items, and are not meant.
    """
    for other in others:
        if (feed.guid and feed.guid == other.guid) or _is_at(feed, other.address):
            return other
    own = tuple(other for other in others if not FEED_NAMES.match(PurePosixPath(other.name).stem))
    by_place = {place: other for other in reversed(own) for place in _places(other)}
    return _most_alike(feed, own) or next((by_place[place] for place in _places(feed) if place in by_place), None)


def _is_at(feed: ForeignFeed, address: str) -> bool:
    here = {without_scheme(where) for where in (feed.name, feed.address) if "://" in where}
    return without_scheme(address) in here


def _places(feed: ForeignFeed) -> Iterator[str]:
    for address in (feed.name, feed.address):
        yield from endings(urlsplit(address).path)


def _most_alike(feed: ForeignFeed, others: tuple[ForeignFeed, ...]) -> ForeignFeed | None:
    keys = {item.key for item in feed.items}
    shared = {other.name: len(keys & {item.key for item in other.items}) for other in others}
    best = max(others, key=lambda other: (shared[other.name], -len(other.items)), default=None)
    return best if best and shared[best.name] else None


def _show_changes(name: str, old: ForeignFeed, new: ForeignFeed) -> Iterator[Change]:
    if old.guid != new.guid:
        yield Change("show-guid" if old.guid else "show-guid-new", name, new.title, old.guid, new.guid)
    if old.title != new.title:
        yield Change("show-title", name, new.title, old.title, new.title)
    if old.address != old.name and new.address != new.name and old.address != new.address:
        yield Change("show-address", name, new.title, old.address, new.address)
    if new.moved_to and old.moved_to != new.moved_to:
        yield Change("show-moved", name, new.title, after=new.moved_to)
    if old.complete != new.complete:
        yield Change("show-complete" if new.complete else "show-reopened", name, new.title)
    if old.next:
        yield Change("feed-goes-on", name, new.title, after=old.next)
    if old.doubts or new.doubts:
        yield Change("guid-doubtful", name, " / ".join(old.doubts + new.doubts))
    if new.flaw:
        yield Change("feed-broken", name, new.title, after=new.flaw)


def _art_changes(name: str, old: ForeignFeed, new: ForeignFeed, old_side: Side, new_side: Side) -> Iterator[Change]:
    """A picture with another name, or another one under the old name, which hosts and apps do not look for."""
    if old.image and new.image and old.image != new.image:
        yield Change("show-image", name, new.title, old.image, new.image)
    elif old.image:
        before, after = old_side.picture(old), new_side.picture(new)
        if before and after and before != after:
            yield Change("show-image-replaced", name, new.title, after=new.image)


def _item_changes(name: str, old: ForeignFeed, new: ForeignFeed, published: set[str], side: Side) -> Iterator[Change]:
    before = {item.key: item for item in reversed(old.items)}
    after: dict[str, list[ForeignItem]] = {}
    for item in new.items:
        after.setdefault(item.key, []).append(item)
    for key, items in after.items():
        if len(items) > 1:
            yield Change("guid-twice", name, " / ".join(dict.fromkeys(item.title for item in items)), after=key)
    gone = {key: item for key, item in before.items() if key not in after}
    fresh = {key: items[0] for key, items in after.items() if key not in before}
    renamed = dict(_renamed([item for key, item in gone.items() if key not in published], fresh.values()))
    for key, item in before.items():
        if key in after:
            yield from _differences(name, item, after[key][0], side)
        elif key in renamed:
            yield Change("guid-changed", name, item.title, key, renamed[key].key)
            yield from _differences(name, item, renamed[key], side)
        elif key in side.hidden:
            yield Change("guid-withdrawn", name, item.title, key, side.hidden[key])
        elif key in published:
            yield Change("item-left", name, item.title)
        else:
            yield Change("guid-vanished", name, item.title, key)
    known = {item.key for item in renamed.values()}
    yield from (
        Change("item-new", name, item.title, after=item.date) for key, item in fresh.items() if key not in known
    )


def _renamed(gone: Iterable[ForeignItem], fresh: Iterable[ForeignItem]) -> Iterator[tuple[str, ForeignItem]]:
    """Find items that came back under another GUID: with the same file, page, or title and date."""
    places: dict[Hashable, ForeignItem] = {}
    for item in fresh:
        for sign in _signs(item):
            places.setdefault(sign, item)
    used: set[str] = set()
    for item in gone:
        for sign in _signs(item):
            found = places.get(sign)
            if found and found.key not in used:
                used.add(found.key)
                yield item.key, found
                break


def _signs(item: ForeignItem) -> Iterator[Hashable]:
    if item.address:
        yield "file", item.address
    if item.link:
        yield "page", item.link
    if item.title and item.date:
        yield "said", item.title, item.date


def _differences(name: str, old: ForeignItem, new: ForeignItem, side: Side) -> Iterator[Change]:
    subject = new.title or new.key
    if old.address and not new.address:
        yield Change("enclosure-lost", name, subject, old.address)
    elif old.address:
        if old.address != new.address:
            kind = "enclosure-address-kept" if side.leads_on(old.address) else "enclosure-address"
            yield Change(kind, name, subject, old.address, new.address)
        if old.bytes != new.bytes:
            yield Change("enclosure-bytes", name, subject, old.bytes, new.bytes)
        if old.type != new.type:
            yield Change("enclosure-type", name, subject, old.type, new.type)
    if old.date != new.date:
        yield Change("date", name, subject, old.date, new.date)
    if old.title != new.title:
        yield Change("title", name, subject, old.title, new.title)
    if old.link and old.link != new.link:  # where no address was, none can break
        kind = "link-kept" if side.leads_on(old.link) else "link"
        yield Change(kind, name, subject, old.link, new.link)
