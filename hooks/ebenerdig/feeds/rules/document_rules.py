"""Rules for a feed as a document: declaration, namespaces, and what holds for every text and address in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from babel import Locale

from .built_feed import NAMESPACES, BuiltFeed, Finding, Node, attributes, child, children, every, name_of, text
from .built_site import BuiltSite

DECLARATION = re.compile(rb"""<\?xml version=["']1\.0["'] encoding=["']UTF-8["']\s*\?>""", re.IGNORECASE)
LONG_TEXTS = {"description", "content:encoded", "itunes:summary", "podcast:txt"}
"""What may be longer than 255 characters."""
LONGEST = 255
LONGEST_DESCRIPTION = 4000

ADDRESSES = {"url", "href", "uri", "img", "image", "feedUrl"}
"""Attributes that hold an address."""
ADDRESS_TAGS = {"link", "itunes:new-feed-url"}
PLAIN_TEXTS = (
    *("title", "itunes:title", "itunes:author", "itunes:name", "copyright", "podcast:person", "podcast:soundbite"),
    *("podcast:location", "podcast:funding", "podcast:trailer"),
)
"""Where apps show every character as it is, so that HTML would be seen."""
MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#x?[0-9a-fA-F]+);")
MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd")
"""UTF-8 that was read as Latin-1 or Windows-1252 on its way: Ã¤ for ä."""

ONCE = {
    "channel": (
        *("title", "link", "description", "language", "copyright", "lastBuildDate", "itunes:explicit", "itunes:image"),
        *("itunes:author", "itunes:owner", "itunes:type", "itunes:complete", "itunes:new-feed-url", "podcast:guid"),
        *("podcast:locked", "podcast:medium", "podcast:license", "podcast:updateFrequency", "podcast:podroll"),
        *("podcast:publisher",),
    ),
    "item": (
        *("title", "link", "description", "guid", "pubDate", "content:encoded", "itunes:duration", "itunes:image"),
        *("itunes:explicit", "itunes:episode", "itunes:season", "itunes:episodeType", "itunes:title"),
        *("podcast:chapters", "psc:chapters", "podcast:season", "podcast:episode", "podcast:license"),
    ),
}
ATTRIBUTES = {
    "enclosure": ("url", "length", "type"),
    "itunes:image": ("href",),
    "itunes:category": ("text",),
    "podcast:image": ("href",),
    "podcast:transcript": ("url", "type", "language"),
    "podcast:chapters": ("url", "type"),
    "podcast:soundbite": ("startTime", "duration"),
    "podcast:funding": ("url",),
    "podcast:trailer": ("url", "pubdate"),
    "podcast:alternateEnclosure": ("type",),
    "podcast:source": ("uri",),
    "podcast:integrity": ("type", "value"),
    "podcast:contentLink": ("href",),
    "podcast:remoteItem": ("feedGuid",),
    "psc:chapters": ("version",),
    "psc:chapter": ("start", "title"),
}
"""Which attributes a tag is nothing without."""

LANGUAGES = {str(code).lower() for code in Locale("en").languages}
LANGUAGE = re.compile(r"^([a-z]{2,3})(?:-[a-z0-9]{2,8})*$", re.IGNORECASE)


def declaration(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The file begins with the XML declaration and says UTF-8."""
    if not DECLARATION.match(feed.data):
        yield Finding(feed.root)


def version(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The root is `rss` of version 2.0."""
    if feed.root.tag != "rss" or feed.root.get("version") != "2.0":
        yield Finding(feed.root)


def namespaces(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every namespace is exact to the letter, under its usual prefix."""
    alike = {_core(uri): uri for uri in NAMESPACES.values()}
    declared = [(feed.root, prefix, uri) for prefix, uri in feed.root.nsmap.items()]
    declared += [(node, node.prefix, str(node.tag)[1:].partition("}")[0]) for node in feed.nodes if node.prefix]
    seen = set()
    for node, prefix, uri in declared:
        right = NAMESPACES.get(prefix or "") or alike.get(_core(uri))
        if right and right != uri and uri not in seen:
            seen.add(uri)
            yield Finding(node, {"value": uri, "right": right})


def _core(uri: str) -> str:
    return re.sub(r"^https?://(www\.)?|/$", "", uri.lower())


def one_channel(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """There is exactly one channel."""
    count = len(feed.root.findall("channel"))
    if count != 1:
        yield Finding(feed.root, {"count": count})


def single(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """What may stand once does not stand twice."""
    for owner in feed.owners:
        counts = Counter(name_of(node) for node in owner if isinstance(node.tag, str))
        for tag in ONCE.get(str(owner.tag), ()):
            if counts[tag] > 1:
                yield Finding(children(owner, tag)[1], {"tag": tag})


def needed_attributes(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A tag has the attributes that it is nothing without."""
    for node in feed.nodes:
        for name in ATTRIBUTES.get(name_of(node), ()):
            if name not in node.attrib:
                yield Finding(node, {"tag": name_of(node), "name": name})


def empty(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No tag and no attribute is empty."""
    for node in feed.nodes:
        hollow = not len(node) and not node.attrib and not text(node).strip()
        if hollow or any(not written.strip() for _, written in attributes(node)):
            yield Finding(node, {"tag": name_of(node)})


def blanks(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No value begins or ends with white space."""
    for node, written in _values(feed):
        if written != written.strip() and written.strip():
            yield Finding(node, {"tag": name_of(node)})


def lengths(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A value has up to 255 characters; addresses, checksums and long texts may have more."""
    for node, written in _values(feed):
        tag = name_of(node)
        is_long = tag in LONG_TEXTS or tag == "podcast:integrity" or re.match(r"[a-z]+:\S+$", written)
        if len(written) > LONGEST and not is_long:
            yield Finding(node, {"tag": tag, "count": len(written)})


def description_bytes(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A description has up to 4,000 bytes."""
    for node in (child(owner, "description") for owner in feed.owners):
        if node is not None and (count := len(text(node).encode())) > LONGEST_DESCRIPTION:
            yield Finding(node, {"count": count})


def description_end(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A description does not end inside a tag."""
    for node in (child(owner, "description") for owner in feed.owners):
        if node is not None and re.search(r"<[a-zA-Z/][^>]*$", text(node)):
            yield Finding(node)


def plain(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Titles and names hold neither HTML nor escaped characters."""
    for node in every(feed, *PLAIN_TEXTS):
        if match := MARKUP.search(text(node)):
            yield Finding(node, {"tag": name_of(node), "value": match[0]})
    for node in every(feed, "psc:chapter"):
        if match := MARKUP.search(node.get("title", "")):
            yield Finding(node, {"tag": "psc:chapter", "value": match[0]})


def umlauts(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No umlaut got lost on its way."""
    for node, written in _values(feed):
        if match := MOJIBAKE.search(written):
            start = max(0, match.start() - 10)
            yield Finding(node, {"tag": name_of(node), "value": written[start : match.end() + 10]})


def addresses(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every address is absolute and ASCII."""
    for node, address in addresses_in(feed):
        schemes = r"[a-z][a-z0-9+.-]*:" if name_of(node) == "podcast:source" else r"https?://[^/?#]+"
        if address and not (re.match(schemes, address) and re.fullmatch(r"[!-;=?-~]+", address)):
            yield Finding(node, {"tag": name_of(node), "value": address})


def files(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every address of this site leads to a file or page that was built."""
    for node, address in addresses_in(feed):
        if name_of(node) not in ("link", "atom:link") and site.is_own(address) and site.file(address) is None:
            yield Finding(node, {"value": address})


def pages(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The link of a channel or item is a page of this site, or lies elsewhere."""
    for node in (child(owner, "link") for owner in feed.owners):
        address = text(node)
        if node is not None and site.is_own(address):
            file = site.file(address)
            if file is None or file.suffix != ".html":
                yield Finding(node, {"value": address})


def languages(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every language is one of ISO 639."""
    named = [(node, text(node)) for node in children(feed.channel, "language")]
    named += [(node, node.get("language", "")) for node in every(feed, "podcast:transcript")]
    named += [(node, node.get("lang", "")) for node in every(feed, "podcast:alternateEnclosure")]
    for node, written in named:
        match = LANGUAGE.match(written)
        if written and not (match and match[1].lower() in LANGUAGES):
            yield Finding(node, {"value": written})


def addresses_in(feed: BuiltFeed) -> Iterator[tuple[Node, str]]:
    """Yield every address that a feed names, with its tag."""
    for node in feed.nodes:
        if name_of(node) in ADDRESS_TAGS:
            yield node, text(node)
        yield from ((node, written) for name, written in attributes(node) if name in ADDRESSES)


def _values(feed: BuiltFeed) -> Iterator[tuple[Node, str]]:
    for node in feed.nodes:
        if not len(node):
            yield node, text(node)
        yield from ((node, written) for _, written in attributes(node))
