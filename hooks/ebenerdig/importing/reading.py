"""Take a feed apart: feedparser for what all feeds have, lxml for the tags that only podcasts have."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin
from uuid import UUID

import feedparser
from lxml import etree

from ..apple_categories import present_category
from .notes import plain
from .titles import without_number

PODCAST = re.compile(r"^https?://(podcastindex\.org/namespace/1\.0/?|github\.com/Podcastindex-org/.*)$", re.IGNORECASE)
PSC = re.compile(r"^http://podlove\.org/simple-chapters/?$")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


class NoFeed(Exception):
    """What was given is no feed at all."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an item offers; `bytes` is None where the feed does not say it, or says 0."""

    address: str
    type: str
    bytes: int | None


@dataclass(frozen=True, slots=True)
class Found:
    """One item of a feed, cleaned; `feed_title` is its whole title, `derived` says that the feed gave no GUID."""

    guid: str
    derived: bool
    title: str
    feed_title: str
    date: datetime | None
    summary: str
    notes: str
    link: str
    enclosures: tuple[Enclosure, ...]
    seconds: float | None
    season: int | None
    episode: int | None
    kind: str
    explicit: bool
    image: str
    people: tuple[tuple[str, str], ...]
    chapters: tuple[tuple[str, str, str], ...]
    chapters_address: str
    transcripts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundShow:
    """What a feed says of itself; `next` is the page that follows."""

    title: str
    about: str
    language: str
    author: str
    email: str
    categories: tuple[str, ...]
    guid: str
    explicit: bool
    image: str
    link: str
    next: str
    items: tuple[Found, ...]


def read_feed(document: bytes, base: str) -> FoundShow:
    """Read RSS or Atom; `base` is where it came from, for addresses that are only half. NoFeed if it is none."""
    parsed: Any = feedparser.parse(io.BytesIO(document), resolve_relative_uris=False, sanitize_html=False)
    if not parsed.get("version"):
        raise NoFeed
    nodes = _nodes(document, parsed.get("encoding") or "utf-8")
    items = nodes.get("items", [])
    extra = items if len(items) == len(parsed.entries) else [None] * len(parsed.entries)
    channel, root = parsed.feed, nodes.get("channel")
    owner = channel.get("publisher_detail", {})
    return FoundShow(
        title=plain(channel.get("title", "")),
        about=plain(channel.get("summary") or channel.get("subtitle") or channel.get("description") or ""),
        language=channel.get("language", "").strip().lower().replace("_", "-"),
        author=plain(channel.get("author") or owner.get("name") or ""),
        email=owner.get("email") or channel.get("author_detail", {}).get("email", ""),
        categories=tuple(dict.fromkeys(_categories(root))),
        guid=_uuid(_text(root, "guid")),
        explicit=_explicit(channel),
        image=_absolute(channel.get("image", {}).get("href", ""), base),
        link=_absolute(channel.get("link", ""), base),
        next=_absolute(_relation(channel, "next"), base),
        items=tuple(_item(entry, node, base) for entry, node in zip(parsed.entries, extra, strict=True)),
    )


def _nodes(document: bytes, encoding: str) -> dict[str, Any]:
    """The same document as elements, however broken; nothing in it is looked up anywhere."""
    try:
        text = document.decode(encoding, "replace")
    except LookupError:
        text = document.decode("utf-8", "replace")
    parser = etree.XMLParser(encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(DECLARATION.sub("", text.lstrip("\ufeff")).encode(), parser)
    if root is None:
        return {}
    items = [node for node in root.iter() if _name(node) in ("item", "entry")]
    return {"items": items, "channel": next((node for node in root.iter() if _name(node) == "channel"), root)}


def _name(node: Any) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _podcast(node: Any, name: str) -> Iterator[Any]:
    """Yield children of the podcast namespace, whatever way it is spelt."""
    for child in node if node is not None else ():
        if _name(child) == name and PODCAST.match(etree.QName(child).namespace or ""):
            yield child


def _text(node: Any, name: str) -> str:
    return next(((child.text or "").strip() for child in _podcast(node, name)), "")


def _item(entry: Any, node: Any, base: str) -> Found:
    link = _absolute(entry.get("link", ""), base)
    enclosures = tuple(_enclosures(entry, base))
    given = " ".join(str(entry.get("id", "")).split())
    guid = given or (enclosures[0].address if enclosures else link)
    number = _whole(entry.get("itunes_episode"))
    whole = plain(entry.get("title", ""))
    title, number = without_number(plain(_itunes_title(node)) or whole, number)
    content = next((part.get("value", "") for part in entry.get("content", ())), "")
    summary = entry.get("summary") or entry.get("subtitle") or ""
    return Found(
        guid=guid,
        derived=not given,
        title=title,
        feed_title=whole,
        date=_date(entry),
        summary=plain(summary or content),
        notes=content or summary,
        link=link,
        enclosures=enclosures,
        seconds=_seconds(entry.get("itunes_duration", "")),
        season=_whole(entry.get("itunes_season")),
        episode=number if number and number > 0 else None,
        kind=str(entry.get("itunes_episodetype", "full")).strip().lower(),
        explicit=_explicit(entry),
        image=_absolute(entry.get("image", {}).get("href", ""), base),
        people=tuple(
            (plain(person.text or ""), person.get("role", "host").lower()) for person in _podcast(node, "person")
        ),
        chapters=tuple(_chapters(node)),
        chapters_address=_absolute(next((one.get("url", "") for one in _podcast(node, "chapters")), ""), base),
        transcripts=tuple(
            (_absolute(one.get("url", ""), base), one.get("type", "")) for one in _podcast(node, "transcript")
        ),
    )


def _itunes_title(node: Any) -> str:
    named = (c for c in (node if node is not None else ()) if _name(c) == "title" and "itunes" in str(c.tag).lower())
    return next((child.text or "" for child in named), "")


def _enclosures(entry: Any, base: str) -> Iterator[Enclosure]:
    for one in entry.get("enclosures", ()):
        address = _absolute(one.get("href", ""), base)
        if address.startswith(("http://", "https://")):
            length = str(one.get("length", "")).strip()
            size = int(length) if length.isascii() and length.isdigit() and len(length) < 15 else 0
            yield Enclosure(address, one.get("type", "").strip().lower(), size or None)


def _date(entry: Any) -> datetime | None:
    """The moment with the zone that the feed gives; UTC where only feedparser can read it."""
    written = str(entry.get("published") or entry.get("updated") or "").strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).replace(microsecond=0)
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return datetime.fromtimestamp(timegm(moment), UTC) if moment else None


def _chapters(node: Any) -> Iterator[tuple[str, str, str]]:
    for listed in node if node is not None else ():
        if _name(listed) == "chapters" and PSC.match(etree.QName(listed).namespace or ""):
            for mark in listed:
                if mark.get("start") and plain(mark.get("title", "")):
                    yield mark.get("start").strip(), plain(mark.get("title")), mark.get("href", "").strip()


def _categories(root: Any) -> Iterator[str]:
    for outer in root if root is not None else ():
        if _name(outer) == "category" and outer.get("text"):
            inner = [child.get("text", "") for child in outer if _name(child) == "category"]
            for child in inner or [""]:
                if found := present_category(outer.get("text").strip(), child.strip()):
                    yield found


def _seconds(written: str) -> float | None:
    if not re.match(r"^\s*\d{1,6}(?:\.\d+)?(?::\d{1,2}(?:\.\d+)?){0,2}\s*$", str(written)):
        return None
    total = 0.0
    for part in str(written).strip().split(":"):
        total = total * 60 + float(part)
    return total or None


def _whole(written: Any) -> int | None:
    text = str(written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) > 0 else None


def _explicit(node: Any) -> bool:
    """Directories once wanted yes, no and clean; feedparser makes True, False and None of them."""
    return node.get("itunes_explicit") is True


def _uuid(written: str) -> str:
    try:
        return str(UUID(written))
    except ValueError:
        return ""


def _relation(node: Any, relation: str) -> str:
    return next((link.get("href", "") for link in node.get("links", ()) if link.get("rel") == relation), "")


def _absolute(address: str, base: str) -> str:
    try:
        return urljoin(base, address.strip()) if address else ""
    except ValueError:
        return ""
