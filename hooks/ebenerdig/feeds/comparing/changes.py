"""What differs between two states of feeds, item by item."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from ..foreign.feed import ForeignFeed, ForeignItem
from .reading import Side, endings

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
    "show-guid-new": False,
    "item-left": False,
    "enclosure-address": False,
    "enclosure-bytes": False,
    "enclosure-type": False,
    "date": False,
    "title": False,
    "link": False,
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
        what = (change.kind, change.subject, change.before, change.after)
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
        yield from _item_changes(name, before, after, published, new.hidden)
    if old.whole:
        for feed in new.feeds:
            if feed.name in left:
                yield Change("feed-new", _called(feed), feed.title, after=feed.address)


def _called(feed: ForeignFeed) -> str:
    return f"{feed.title} ({feed.name})" if feed.title else feed.name


def _matched(old: Side, new: Side) -> Iterator[tuple[ForeignFeed, ForeignFeed | None]]:
    """Pair feeds by their guid, else by their place, and a single one by what it has in common with others."""
    if not old.whole and not new.whole:
        yield old.feeds[0], new.feeds[0]
        return
    exact = old.whole and new.whole
    by_guid = {feed.guid: feed for feed in new.feeds if feed.guid}
    by_place: dict[str, ForeignFeed] = {}
    for feed in new.feeds:
        for place in _places(feed, exact):
            by_place.setdefault(place, feed)
    pairs = []
    for feed in old.feeds:
        places = (by_place[place] for place in _places(feed, exact) if place in by_place)
        pairs.append((feed, by_guid.get(feed.guid) or next(places, None if exact else _most_alike(feed, new.feeds))))
    found = [pair for pair in pairs if pair[1]]
    yield from found if found and not new.whole else pairs


def _places(feed: ForeignFeed, exact: bool) -> Iterator[str]:
    if exact:
        yield feed.name
        return
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


def _item_changes(
    name: str, old: ForeignFeed, new: ForeignFeed, published: set[str], hidden: Mapping[str, str]
) -> Iterator[Change]:
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
            yield from _differences(name, item, after[key][0])
        elif key in renamed:
            yield Change("guid-changed", name, item.title, key, renamed[key].key)
            yield from _differences(name, item, renamed[key])
        elif key in hidden:
            yield Change("guid-withdrawn", name, item.title, key, hidden[key])
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


def _differences(name: str, old: ForeignItem, new: ForeignItem) -> Iterator[Change]:
    subject = new.title or new.key
    if old.address and not new.address:
        yield Change("enclosure-lost", name, subject, old.address)
    elif old.address:
        if old.address != new.address:
            yield Change("enclosure-address", name, subject, old.address, new.address)
        if old.bytes != new.bytes:
            yield Change("enclosure-bytes", name, subject, old.bytes, new.bytes)
        if old.type != new.type:
            yield Change("enclosure-type", name, subject, old.type, new.type)
    if old.date != new.date:
        yield Change("date", name, subject, old.date, new.date)
    if old.title != new.title:
        yield Change("title", name, subject, old.title, new.title)
    if old.link != new.link:
        yield Change("link", name, subject, old.link, new.link)
