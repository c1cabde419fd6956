"""Take a feed apart: feedparser for what all feeds have, lxml for the tags that only podcasts have."""

from __future__ import annotations

import io
import re
from calendar import timegm
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from uuid import UUID
from xml.sax import SAXParseException

import feedparser
from lxml import etree

from ...models.apple_categories import present_category
from .markdown import plain, visible
from .titles import without_number

PODCAST = re.compile(r"^https?://(podcastindex\.org/namespace/1\.0/?|github\.com/Podcastindex-org/.*)$", re.IGNORECASE)
FIRST_YEAR = 1990
"""No podcast is older; what says so has no date."""
PSC = re.compile(r"^http://podlove\.org/simple-chapters/?$")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
STUMBLING = re.compile(rb"</?(?:\w+:)?chapters?\b[^>]*>|&#(?:x0*d[89a-f]..|0*5[5-7]\d{3});", re.IGNORECASE)
"""What makes feedparser raise: chapters without a time or a list, and references to halves of characters."""
UNDERSTOOD = {"guid", "locked", "season", "episode", "person", "chapters", "transcript", "medium"}
"""What is read of the podcast namespace; the rest is told."""


class NoFeed(Exception):
    """What was given is no feed at all, or one that feedparser stumbles over, with its reason."""


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
    block: bool
    image: str
    people: tuple[tuple[str, str], ...]
    chapters: tuple[tuple[str, str, str], ...]
    chapters_address: str
    transcripts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundShow:
    """What a feed says of itself.

    `flags` are those of `Show` that hold, `seasons` names by number, `broken` what is wrong with its XML, `next` the
    page that follows, and `unread` counts the podcast namespace's tags that nothing here understands.
    """

    title: str
    about: str
    language: str
    author: str
    email: str
    categories: tuple[str, ...]
    guid: str
    flags: tuple[str, ...]
    is_serial: bool
    locked: bool
    seasons: Mapping[int, str]
    image: str
    broken: str
    next: str
    unread: Counter[str]
    items: tuple[Found, ...]


def read_feed(document: bytes, base: str) -> FoundShow:
    """Read RSS or Atom; `base` is where it came from, for addresses that are only half. NoFeed if it is none."""
    parsed = _parsed(document)
    nodes = _nodes(document, parsed.get("encoding") or "utf-8")
    items, entries = nodes.get("items", []), parsed.entries
    channel, root = parsed.feed, nodes.get("channel")
    link = _absolute(_said(channel, "link"), base)
    base = base or link
    owner, mistake = channel.get("publisher_detail") or {}, parsed.get("bozo_exception")
    explicit = _explicit(root, channel, False)
    flags = {"explicit": explicit, **{flag: _itunes(root, flag).lower() == "yes" for flag in ("block", "complete")}}
    found = [_item(entry, node, base, explicit) for entry, node in zip(entries, _paired(entries, items), strict=True)]
    return FoundShow(
        title=plain(_said(channel, "title")),
        about=plain(_said(channel, "summary") or _said(channel, "subtitle")),
        language=_said(channel, "language").strip().lower().replace("_", "-"),
        author=plain(_said(channel, "author") or owner.get("name") or ""),
        email=_said(owner, "email") or _said(channel.get("author_detail"), "email"),
        categories=tuple(dict.fromkeys(_categories(root))),
        guid=_uuid(_text(root, "guid")),
        flags=tuple(flag for flag, holds in flags.items() if holds),
        is_serial=_itunes(root, "type").lower() == "serial",
        locked=_text(root, "locked").lower() != "no",
        seasons=_seasons(items),
        image=_absolute(_said(channel.get("image"), "href"), base),
        broken=mistake.getMessage() if isinstance(mistake, SAXParseException) else "",
        next=_absolute(_relation(channel, "next"), base),
        unread=Counter(_unread([root, *items])),
        items=tuple(found),
    )


def _parsed(document: bytes) -> Any:
    """Let feedparser read, at need without what it stumbles over; chapters are not taken from it anyway."""
    reason: Exception | None = None
    for attempt in (document, STUMBLING.sub(b"", document)):
        try:
            parsed: Any = feedparser.parse(io.BytesIO(attempt), resolve_relative_uris=False, sanitize_html=False)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            reason = error
            continue
        if not parsed.get("version"):
            raise NoFeed
        return parsed
    raise NoFeed(str(reason))


def _nodes(document: bytes, encoding: str) -> dict[str, Any]:
    """The same document as elements, however broken; nothing in it is looked up anywhere."""
    try:
        text = document.decode(encoding, "replace")
    except LookupError:
        text = document.decode("utf-8", "replace")
    parser = etree.XMLParser(encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(DECLARATION.sub("", text.lstrip("\ufeff")).encode(), parser)
    except etree.XMLSyntaxError:
        return {}
    if root is None:
        return {}
    items = [node for node in root.iter() if _name(node) in ("item", "entry")]
    return {"items": items, "channel": next((node for node in root.iter() if _name(node) == "channel"), root)}


def _paired(entries: list[Any], nodes: list[Any]) -> list[Any]:
    """The element of every entry, by its position; where two parsers count differently in broken XML, by its GUID."""
    if len(nodes) == len(entries):
        return nodes
    by_guid = {(child.text or "").strip(): node for node in nodes for child in node if _name(child) in ("guid", "id")}
    return [by_guid.get(_said(entry, "id").strip() or None) for entry in entries]


def _unread(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        for child in node if node is not None else ():
            if _name(child) not in UNDERSTOOD and PODCAST.match(_namespace(child)):
                yield f"podcast:{_name(child)}"


def _seasons(nodes: list[Any]) -> dict[int, str]:
    named = ((_whole(one.text), plain(_said(one, "name"))) for node in nodes for one in _podcast(node, "season"))
    return dict(sorted((number, name) for number, name in named if number and name))


def _namespace(node: Any) -> str:
    return node.tag.rpartition("}")[0].removeprefix("{") if isinstance(node.tag, str) else ""


def _name(node: Any) -> str:
    """A tag's own name; QName would refuse what recovered trees have."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _podcast(node: Any, name: str) -> Iterator[Any]:
    """Yield children of the podcast namespace, whatever way it is spelt."""
    for child in node if node is not None else ():
        if _name(child) == name and PODCAST.match(_namespace(child)):
            yield child


def _said(node: Any, name: str) -> str:
    """Return what a node of feedparser or lxml says of itself; both give None at times."""
    return str((node.get(name) if node is not None else None) or "")


def _text(node: Any, name: str) -> str:
    return next(((child.text or "").strip() for child in _podcast(node, name)), "")


def _itunes(node: Any, name: str) -> str:
    """Return the text of a child in Apple's namespace, whatever way it is spelt."""
    named = (c for c in (node if node is not None else ()) if _name(c) == name and "itunes" in _namespace(c).lower())
    return next(((child.text or "").strip() for child in named), "")


def _item(entry: Any, node: Any, base: str, explicit: bool) -> Found:
    link = _absolute(_said(entry, "link"), base)
    enclosures = tuple(_enclosures(entry, base))
    given = " ".join(visible(_said(entry, "id")).split())
    guid = given or (enclosures[0].address if enclosures else link)
    number = _whole(entry.get("itunes_episode")) or _whole(_text(node, "episode"))
    whole = plain(_said(entry, "title"))
    title, number = without_number(plain(_itunes(node, "title")) or whole, number)
    content = next((_said(part, "value") for part in entry.get("content", ())), "")
    summary = _said(entry, "summary") or _said(entry, "subtitle")
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
        seconds=_seconds(_said(entry, "itunes_duration")),
        season=_whole(entry.get("itunes_season")) or _whole(_text(node, "season")),
        episode=number,
        kind=_said(entry, "itunes_episodetype").strip().lower(),
        explicit=_explicit(node, entry, explicit),
        block=_itunes(node, "block").lower() == "yes",
        image=_absolute(_said(entry.get("image"), "href"), base),
        people=tuple(
            (name, " ".join((_said(person, "role") or "host").lower().split()))
            for person in _podcast(node, "person")
            if (name := plain(person.text or ""))
        ),
        chapters=tuple(_chapters(node)),
        chapters_address=_absolute(next((_said(one, "url") for one in _podcast(node, "chapters")), ""), base),
        transcripts=tuple(
            (_absolute(_said(one, "url"), base), _said(one, "type")) for one in _podcast(node, "transcript")
        ),
    )


def _enclosures(entry: Any, base: str) -> Iterator[Enclosure]:
    for one in entry.get("enclosures", ()):
        address = _absolute(_said(one, "href"), base)
        if address.startswith(("http://", "https://")):
            length = _said(one, "length").strip()
            size = int(length) if length.isascii() and length.isdigit() and len(length) < 15 else 0
            yield Enclosure(address, _said(one, "type").strip().lower(), size or None)


def _date(entry: Any) -> datetime | None:
    """The moment with the zone that the feed gives; UTC where only feedparser can read it."""
    written = (_said(entry, "published") or _said(entry, "updated")).strip()
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if found.year < FIRST_YEAR:
            return None
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).replace(microsecond=0)
    named = next((name for name in ("published", "updated") if name in entry), None)
    moment = entry.get(f"{named}_parsed") if named else None
    return datetime.fromtimestamp(timegm(moment), UTC) if moment and moment.tm_year >= FIRST_YEAR else None


def _chapters(node: Any) -> Iterator[tuple[str, str, str]]:
    for listed in node if node is not None else ():
        if _name(listed) == "chapters" and PSC.match(_namespace(listed)):
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


def _explicit(node: Any, parsed: Any, otherwise: bool) -> bool:
    """Apple's word today is true; yes, explicit and clean are those of old, and feedparser keeps only these."""
    said = _itunes(node, "explicit").lower()
    if said in ("true", "yes", "explicit") or parsed.get("itunes_explicit") is True:
        return True
    return otherwise and not said


def _uuid(written: str) -> str:
    try:
        return str(UUID(written))
    except ValueError:
        return ""


def _relation(node: Any, relation: str) -> str:
    return next((_said(link, "href") for link in node.get("links", ()) if link.get("rel") == relation), "")


def _absolute(address: str, base: str) -> str:
    """Complete half an address; a whole one keeps every letter, and what is none becomes nothing."""
    address = address.strip()
    try:
        return address if not address or urlsplit(address).scheme else urljoin(base, address)
    except ValueError:
        return ""
