"""Read a foreign feed: RSS of every age or Atom, mended where it is damaged."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import Any
from uuid import UUID

from ...web import PackedTooTightError, unpacked
from .elements import Tags, inner_html, local_name, text
from .foreign_feed import ForeignFeed, ForeignItem, NoFeed
from .guids import guids_by_recovery
from .item_reader import (
    UNDERSTOOD,
    absolute,
    is_explicit,
    keywords_of,
    link_of,
    location_of,
    people_of,
    read_item,
    whole,
)
from .words import plain
from .xml_document import Document, read_document
from .zoned_dates import usual_zones

UNDERSTOOD_OF_SHOWS = {
    *("title", "link", "description", "subtitle", "language", "copyright", "rights", "image", "logo", "item", "entry"),
    *("items", "id", "category", "atom:link", "itunes:author", "itunes:owner", "itunes:category", "itunes:image"),
    *("itunes:explicit", "itunes:type", "itunes:complete", "itunes:block", "itunes:summary", "itunes:subtitle"),
    *("itunes:keywords", "itunes:new-feed-url", "podcast:guid", "podcast:locked", "podcast:medium", "podcast:person"),
    *("podcast:location", "podcast:funding"),
    *("generator", "docs", "ttl", "cloud", "lastbuilddate", "pubdate", "updated", "skiphours", "skipdays"),
}
"""What is read here, and in the last line what is said of the old document alone; the rest is told."""


def read_feed(name: str, data: bytes) -> ForeignFeed:
    """Read one document that was found at `name`, an address or a file's name. NoFeed if it is none."""
    data = _unpacked(data)
    document = read_document(data)
    if document is None:
        raise NoFeed
    root = document.root
    channel = next((node for node in root.iter() if local_name(node) == "channel"), root)
    tags = Tags(channel)
    nodes = list(_items(root, channel))
    found = name if "://" in name else ""
    address = link_of(tags, found, "self")
    base = found or address or link_of(tags, "")
    link = link_of(tags, base)
    explicit = is_explicit(tags, False)
    items = _with_zones([read_item(node, _base(node, base), explicit) for node in nodes])
    owner = Tags(next(iter(tags.all("itunes:owner")), None))
    named = Tags(next(iter(tags.all("author")), None))
    author = _name(tags.said("itunes:author")) or _name(owner.said("itunes:name")) or _name(named.said("name"))
    flags = {"explicit": explicit} | {
        flag: tags.said(f"itunes:{flag}").lower() in ("yes", "true") for flag in ("block", "complete")
    }
    return ForeignFeed(
        name=name,
        address=address or name,
        next=link_of(tags, base, "next"),
        title=plain(tags.said("title")),
        about=plain(_about(tags)),
        language=tags.said("language", "dc:language").lower().replace("_", "-"),
        author=author,
        owner=_name(owner.said("itunes:name", "name")),
        email=owner.said("itunes:email", "email"),
        link=link,
        guid=_uuid(tags.said("podcast:guid")),
        medium=tags.said("podcast:medium").lower(),
        categories=tuple(dict.fromkeys(_categories(tags))),
        flags=tuple(flag for flag, holds in flags.items() if holds),
        is_serial=tags.said("itunes:type").lower() == "serial",
        locked=tags.said("podcast:locked").lower() != "no",
        seasons=_seasons(nodes),
        image=absolute(tags.attribute("itunes:image", "href") or _picture(tags), base),
        copyright=plain(tags.said("copyright", "rights")),
        moved_to=tags.said("itunes:new-feed-url"),
        people=people_of(tags),
        location=location_of(tags),
        funding=tuple((one.get("url") or "", plain(text(one))) for one in tags.all("podcast:funding")),
        keywords=keywords_of(tags),
        flaw=document.flaw,
        whole=document.whole,
        doubts=_doubts(document, data, items),
        unread=Counter(_unread(channel, nodes, author)),
        items=items,
    )


def _unpacked(data: bytes) -> bytes:
    """Undo gzip, as far as it goes; a file that is made to fill the memory is no feed."""
    parts: list[bytes] = []
    try:
        for part in unpacked([data]):
            parts.append(part)
    except PackedTooTightError:
        raise NoFeed from None
    except zlib.error:
        pass
    return b"".join(parts)


def _items(root: Any, channel: Any) -> Iterator[Any]:
    """Yield the items, wherever a broken feed nests them; a stranger's are of another namespace."""
    wanted = "entry" if local_name(channel) == "feed" else "item"
    namespace = channel.tag.rpartition("}")[0]
    for node in root.iter():
        if local_name(node) == wanted and node.tag.rpartition("}")[0] == namespace:
            yield node


def _base(node: Any, base: str) -> str:
    """`xml:base` where the feed has it."""
    said = [outer.get("{http://www.w3.org/XML/1998/namespace}base") for outer in (node, *node.iterancestors())]
    for part in reversed([part for part in said if part]):
        base = absolute(part, base)
    return base


def _with_zones(items: list[ForeignItem]) -> tuple[ForeignItem, ...]:
    """Give dates without a zone the one that the feed's other dates have, else that of Greenwich."""
    zones = usual_zones(item.date for item in items)

    def zoned(item: ForeignItem) -> ForeignItem:
        if item.date is None or item.date.tzinfo:
            return item
        zone = zones.get(item.date.month) or zones.get(0)
        return replace(item, date=item.date.replace(tzinfo=zone or UTC), has_zone=zone is not None)

    return tuple(zoned(item) for item in items)


def _about(tags: Tags) -> str:
    said = (inner_html(one) for one in tags.all("description", "itunes:summary", "subtitle", "itunes:subtitle"))
    return next((words for words in said if words), "")


def _name(written: str) -> str:
    """A name without the mail address that some put into its place."""
    written = plain(written)
    if "@" in written:
        inside = re.search(r"\(([^()@]+)\)", written)
        written = inside[1] if inside else " ".join(part for part in written.split() if "@" not in part)
    return written.strip()


def _picture(tags: Tags) -> str:
    said = (Tags(one).said("url") or text(one) for one in tags.all("image", "logo"))
    return next((address for address in said if address), "")


def _categories(tags: Tags) -> Iterator[tuple[str, str]]:
    for outer in tags.all("itunes:category"):
        name = (outer.get("text") or "").strip()
        inner = [(child.get("text") or "").strip() for child in outer if local_name(child) == "category"]
        yield from ((name, child) for child in inner or [""] if name)


def _seasons(nodes: list[Any]) -> dict[int, str]:
    named = (
        (whole(text(one)), plain(one.get("name") or "")) for node in nodes for one in Tags(node).all("podcast:season")
    )
    return dict(sorted((number, name) for number, name in named if number and name))


def _uuid(written: str) -> str:
    try:
        return str(UUID(written))
    except ValueError:
        return ""


def _doubts(document: Document, data: bytes, items: tuple[ForeignItem, ...]) -> tuple[str, ...]:
    """GUIDs that a parser finds which mends nothing; an intact document leaves no room for doubt."""
    if not document.flaw:
        return ()
    return tuple(sorted(guids_by_recovery(data) - {item.guid for item in items}))


PLACES = {"alternate", "self", "next", "prev", "previous", "first", "last", "current", "enclosure", "edit", "via"}
"""Where a link of Atom may lead that says nothing new; what else it may mean is told."""


def _unread(channel: Any, nodes: list[Any], author: str) -> Iterator[str]:
    for node in (channel, *nodes):
        links = (one.get("rel", "").lower() for one in Tags(node).all("link", "atom:link"))
        yield from (f"atom:link rel={rel}" for rel in links if rel and rel not in PLACES)
        for listed in Tags(node).all("psc:chapters"):
            yield from ("psc:chapter image" for mark in listed if mark.get("image"))
    for node, understood in [(channel, UNDERSTOOD_OF_SHOWS), *((node, UNDERSTOOD) for node in nodes)]:
        for name, found in Tags(node).by_name.items():
            for one in found if name not in understood else ():
                if not (name in ("itunes:author", "author", "dc:creator") and plain(text(one)) in (author, "")):
                    yield name.rpartition(":")[0] + ":"[: name.count(":")] + str(one.tag).rpartition("}")[2]
