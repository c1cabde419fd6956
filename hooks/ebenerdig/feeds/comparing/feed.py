"""A feed as apps see it: the show's own facts and its items, over all pages."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXParseException

import feedparser

from ...problems import Problem

PODCAST_NAMESPACES = (
    "https://podcastindex.org/namespace/1.0",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
)
MOST_PAGES = 1000


class Unreadable(Exception):
    """What cannot be compared, with all reasons."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed; what it lacks is empty. `address`, `bytes` and `type` are its enclosure's."""

    guid: str
    title: str
    date: datetime | None
    link: str
    address: str
    bytes: str
    type: str

    @property
    def key(self) -> str:
        """What apps know the item by: its GUID, or what they take where there is none."""
        return self.guid or self.address or self.link or self.title


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; `name` is where it was found, `address` where it says it lies, `next` the page that follows."""

    name: str
    guid: str
    title: str
    address: str
    moved_to: str
    complete: bool
    broken: str
    next: str
    items: tuple[FeedItem, ...]


def with_pages(feed: Feed, follow: Callable[[str], Feed]) -> Feed:
    """Join a feed with the pages that come after it; `follow` gives the page at an address."""
    items, known, page = list(feed.items), set(feed.items), feed
    seen = {feed.address, feed.name}
    while page.next and page.next not in seen and len(seen) < MOST_PAGES:
        seen.add(page.next)
        page = follow(page.next)
        items += [item for item in page.items if item not in known]  # what slipped a page down between two requests
        known.update(page.items)
    return replace(feed, items=tuple(items))


def read_page(name: str, document: bytes) -> Feed:
    """Read one document; raise Unreadable where it is no feed, or one that makes feedparser stumble."""
    try:
        return _read_page(name, document)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise Unreadable(Problem(name, 1, 1, "feed-unreadable", {"reason": str(error)})) from None


def _read_page(name: str, document: bytes) -> Feed:
    parsed: Any = feedparser.parse(io.BytesIO(document), resolve_relative_uris=False, sanitize_html=False)
    if not parsed.get("version"):
        raise Unreadable(Problem(name, 1, 1, "feed-none"))
    channel = parsed.feed
    prefixes = [prefix for prefix, uri in parsed.namespaces.items() if uri.rstrip("/") in PODCAST_NAMESPACES]
    address = _link(channel, "self") or name
    urlsplit(address)  # whatever compares places relies on it
    following = _link(channel, "next")
    mistake: Any = parsed.get("bozo_exception")
    return Feed(
        name=name,
        guid=next((guid for prefix in prefixes if (guid := channel.get(f"{prefix}_guid", ""))), ""),
        title=channel.get("title", ""),
        address=address,
        moved_to=channel.get("itunes_new-feed-url", ""),
        complete=channel.get("itunes_complete", "").strip().lower() in ("yes", "true"),
        broken=mistake.getMessage() if isinstance(mistake, SAXParseException) else "",
        next=urljoin(name if "://" in name else address, following) if following else "",
        items=tuple(_items(parsed.entries)),
    )


def _items(entries: list[Any]) -> Iterator[FeedItem]:
    for entry in entries:
        enclosure: Any = next((link for link in entry.get("links", ()) if link.get("rel") == "enclosure"), {})
        moment = entry.get("published_parsed") or (entry.get("updated_parsed") if "updated" in entry else None)
        yield FeedItem(
            guid=entry.get("id", ""),
            title=entry.get("title", ""),
            date=datetime.fromtimestamp(timegm(moment), UTC) if moment and 1 <= moment.tm_year <= 9999 else None,
            link=_link(entry, "alternate"),
            address=enclosure.get("href", ""),
            bytes=enclosure.get("length", ""),
            type=enclosure.get("type", ""),
        )


def _link(node: Any, relation: str) -> str:
    return next((link.get("href", "") for link in node.get("links", ()) if link.get("rel") == relation), "")
