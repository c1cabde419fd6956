"""A built feed, read back with the position of every tag; nothing in it is believed.

The names of namespaces stand here once more on purpose: a check that takes
them from the writer cannot find the writer's mistakes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from lxml import etree

Node = etree._Element

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}
PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}
MAX_BYTES = 100_000_000
"""Ten thousand items with long notes stay far below; more is no feed that an app would load."""
DOCTYPE = re.compile(rb"^(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL)

WHITE = " \t\r\n"
"""What XML takes for blanks; other characters belong to a GUID."""

UNREADABLE = ("feed-too-large", "feed-encoding", "feed-doctype", "feed-not-xml")
"""Why a feed cannot be read at all; no other rule can then be applied."""


class Finding(NamedTuple):
    """What a rule found: where, and what its sentence needs. `tag` names the tag that is meant where it is missing."""

    node: Node
    values: Mapping[str, Any] = MappingProxyType({})
    tag: str = ""
    guid: str = ""
    """Which item is to blame, where that item stands in no feed."""


@dataclass(eq=False)
class BrokenFeed(Exception):
    """A file that is no feed; `code` is one of UNREADABLE."""

    code: str
    line: int
    values: dict[str, Any]


@dataclass(frozen=True, eq=False)
class BuiltFeed:
    """One feed; `path` is its place in the site, `address` where subscribers find it."""

    path: str
    address: str
    data: bytes
    root: Node

    @cached_property
    def channel(self) -> Node:
        """The first channel, or the root where there is none."""
        found = self.root.find("channel")
        return self.root if found is None else found

    @cached_property
    def items(self) -> list[Node]:
        """The items in the order of the feed."""
        return list(self.channel.iterfind("item"))

    @cached_property
    def is_podcast(self) -> bool:
        """Whether this is for podcast apps; a feed of news says no medium and may hold items with nothing to play."""
        if child(self.channel, "podcast:medium") is not None:
            return True
        plays = bool(self.items) and all(child(item, "enclosure") is not None for item in self.items)
        return plays and child(self.channel, "itunes:category") is not None

    @cached_property
    def is_course(self) -> bool:
        """Whether its items stand in an order of their own, which apps know only by later dates."""
        return value(self.channel, "podcast:medium") == "course"

    @cached_property
    def owners(self) -> list[Node]:
        """The channel and all items."""
        return [self.channel, *self.items]

    @cached_property
    def nodes(self) -> list[Node]:
        """Every tag inside the channel, in the order of the feed."""
        return [node for node in self.channel.iterdescendants() if isinstance(node.tag, str)]

    @cached_property
    def by_tag(self) -> dict[str, list[Node]]:
        """Every tag inside the channel by its name, in the order of the feed; rules need not walk again."""
        found: dict[str, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(name_of(node), []).append(node)
        return found

    @cached_property
    def links(self) -> dict[str, str]:
        """The addresses of `atom:link` by `rel`."""
        return {link.get("rel", ""): link.get("href", "") for link in children(self.channel, "atom:link")}

    @property
    def series(self) -> str:
        """The address of the first page, the same for all pages of one feed."""
        return self.links.get("first") or self.address

    @property
    def name(self) -> str:
        """What the feed's file is called: `podcast` for `feed/podcast.xml` and for its page `feed/podcast/2.xml`."""
        name = self.path.removeprefix("feed/").removesuffix(".xml")
        return name.rpartition("/")[0] if re.search(r"/\d+$", name) and "previous" in self.links else name


def read_built_feed(path: str, address: str, data: bytes) -> BuiltFeed:
    """Read a feed; BrokenFeed when it is no XML in UTF-8, brings a DTD or is of a size no app loads."""
    if len(data) > MAX_BYTES:
        raise BrokenFeed("feed-too-large", 1, {"megabytes": len(data) // 1_000_000})
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenFeed("feed-encoding", data.count(b"\n", 0, error.start) + 1, {}) from None
    if DOCTYPE.match(data):
        raise BrokenFeed("feed-doctype", 1, {})
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    try:
        return BuiltFeed(path, address, data, etree.fromstring(data, parser))
    except etree.XMLSyntaxError as error:
        raise BrokenFeed("feed-not-xml", error.lineno or 1, {"reason": str(error.msg)}) from None


def name_of(node: Node) -> str:
    """Write a tag as feeds do: `itunes:image`."""
    return _short(str(node.tag))


@cache
def _short(tag: str) -> str:
    uri, bracket, name = tag.removeprefix("{").partition("}")
    return f"{PREFIXES.get(uri, '?')}:{name}" if bracket else tag


@cache
def qualified(tag: str) -> str:
    """Write `itunes:image` as lxml wants it."""
    prefix, _, name = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name


def child(node: Node, tag: str) -> Node | None:
    """Return the first child with a tag such as `itunes:image`."""
    return node.find(qualified(tag))


def children(node: Node, tag: str) -> list[Node]:
    """Return the children with a tag such as `itunes:image`."""
    return node.findall(qualified(tag))


def text(node: Node | None) -> str:
    """Return a tag's text; empty where there is no tag."""
    return "" if node is None else node.text or ""


def value(node: Node, tag: str) -> str:
    """Return the text of the first child with a tag."""
    return text(child(node, tag)).strip(WHITE)


def every(feed: BuiltFeed, *tags: str) -> Iterator[Node]:
    """Yield every tag of these names, in the channel, its items and inside other tags."""
    return chain.from_iterable(feed.by_tag.get(tag, ()) for tag in tags)


def attributes(node: Node) -> list[tuple[str, str]]:
    """Return a tag's attributes as text."""
    return [(str(name), str(written)) for name, written in node.attrib.items()]


def line_of(node: Node) -> int:
    """Return the line of the feed that a tag stands in, counted from 1."""
    line: Any = node.sourceline
    return int(line or 1)


def item_of(node: Node) -> Node | None:
    """Return the item that a tag stands in."""
    here: Node | None = node
    while here is not None and here.tag != "item":
        here = here.getparent()
    return here


def seconds(written: str) -> float | None:
    """Read a number of seconds; None where it is none."""
    try:
        number = float(written)
    except ValueError:
        return None
    return number if 0 <= number < 1e7 else None
