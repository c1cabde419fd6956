"""Rules for recordings and artwork: what the feed says is compared with the files themselves."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ...media.measure import SOUND_AND_FILM, Measure, MediaError
from .built_feed import BuiltFeed, Finding, Node, child, children, every, item_of, seconds, value
from .built_site import BuiltSite

ARTWORK = (".jpg", ".jpeg", ".png")


def one_enclosure(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """An item in a podcast has exactly one recording; in a feed of news it may have none."""
    for item in feed.items:
        count = len(children(item, "enclosure"))
        if count > 1 or (count == 0 and feed.is_podcast):
            yield Finding(item, {"count": count}, "enclosure")


def own_enclosure(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No two items have one recording."""
    seen: dict[str, Node] = {}
    for item in feed.items:
        for node in children(item, "enclosure"):
            if seen.setdefault(node.get("url", ""), item) is not item:
                yield Finding(node, {"value": node.get("url", "")})


def enclosure_length(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The length of a recording is the number of the file's bytes."""
    for node in every(feed, "enclosure"):
        written, file = node.get("length", ""), site.file(node.get("url", ""))
        right = str(file.stat().st_size) if file else "?"
        if written and (not re.fullmatch(r"[1-9]\d*", written) or (file and written != right)):
            yield Finding(node, {"value": written, "right": right})


def enclosure_type(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The type of a recording is that of the file's extension."""
    for node, address in _recordings(feed):
        right = SOUND_AND_FILM.get(_extension(address), ("",))[0]
        said = node.get("type", "")
        if said and address and said.partition(";")[0].strip() != right:
            yield Finding(node, {"value": said, "right": right or "?", "file": PurePosixPath(address).name})


def enclosure_content(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A recording is whole and is what its extension says."""
    for node, address in _recordings(feed):
        found = site.measure(address)
        if isinstance(found, MediaError) and found.code != "media-extension":
            yield Finding(node, {"file": PurePosixPath(address).name})


def duration(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The duration is that of the recording."""
    for item in feed.items:
        node, media = child(item, "itunes:duration"), child(item, "enclosure")
        said = seconds(value(item, "itunes:duration"))
        found = site.measure(media.get("url", "")) if media is not None else None
        real = found.seconds if isinstance(found, Measure) else None
        if node is not None and said is not None and real and abs(said - real) > 1:
            yield Finding(node, {"value": value(item, "itunes:duration"), "right": str(round(real))})


def artwork(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A picture is square, 1400 to 3000 pixels, RGB, a JPEG or PNG, and is what its extension says."""
    for node in every(feed, "itunes:image"):
        address = node.get("href", "")
        found = site.measure(address)
        if isinstance(found, Measure) and not found.is_square_artwork:
            yield Finding(
                node, {"value": address, "found": f"{found.width} × {found.height}, {found.type}, {found.mode}"}
            )
        elif isinstance(found, MediaError) or (address and _extension(address) not in ARTWORK):
            yield Finding(node, {"value": address, "found": _extension(address) or "?"})


def alternates(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A further recording says where it lies, and its length is the number of the file's bytes."""
    for node in every(feed, "podcast:alternateEnclosure"):
        addresses = [source.get("uri", "") for source in children(node, "podcast:source")]
        sizes = {str(file.stat().st_size) for file in map(site.file, addresses) if file}
        if not addresses or (sizes and node.get("length") and sizes != {node.get("length")}):
            yield Finding(node, {"value": node.get("length", "–"), "right": ", ".join(sorted(sizes)) or "–"})


def integrity(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A checksum is that of the file."""
    for node in every(feed, "podcast:integrity"):
        outer = node.getparent()
        if outer is None or node.get("type") != "sri" or not node.get("value"):
            continue
        method, _, digest = node.get("value", "").partition("-")
        for source in children(outer, "podcast:source"):
            file = site.file(source.get("uri", ""))
            if file is None:
                continue
            if method not in ("sha256", "sha384", "sha512"):
                yield Finding(node, {"value": node.get("value", "")})
                continue
            with file.open("rb") as opened:
                right = b64encode(hashlib.file_digest(opened, method).digest()).decode()
            if digest != right:
                yield Finding(node, {"value": node.get("value", "")})


def _recordings(feed: BuiltFeed) -> Iterator[tuple[Node, str]]:
    for node in every(feed, "enclosure"):
        yield node, node.get("url", "")
    for node in every(feed, "podcast:alternateEnclosure"):
        if item_of(node) is not None:
            yield from ((node, source.get("uri", "")) for source in children(node, "podcast:source"))


def _extension(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix.lower()
