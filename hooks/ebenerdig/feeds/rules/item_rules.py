"""Rules for the items of a feed: what an app shows, plays and remembers of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from .built_feed import (
    WHITE,
    BuiltFeed,
    Finding,
    Node,
    attributes,
    child,
    children,
    every,
    line_of,
    name_of,
    seconds,
    text,
    value,
)
from .built_site import BuiltSite

RECOMMENDED = ("pubDate", "link", "description")
RECOMMENDED_IN_PODCASTS = (
    *("itunes:duration", "itunes:image", "itunes:explicit", "content:encoded", "podcast:transcript"),
)
NUMBERED = re.compile(
    r"(?:#|(?:Folge|Episode|Ep\.?|Nr\.?|S\d+\s?E)\s*#?)\d+\b|\d{1,3}\s*[:|–—]\s|0\d+\b", re.IGNORECASE
)
FORBIDDEN = {
    *("script", "style", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "link", "meta"),
    *("base", "svg", "math", "template", "audio", "video"),
}
SCHEMES = ("http", "https", "mailto", "tel")


def required(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every item has a title and a GUID."""
    for item in feed.items:
        for tag in ("title", "guid"):
            if child(item, tag) is None and child(item, INSTEAD.get(tag, tag)) is None:
                yield Finding(item, {"tag": tag}, tag)


INSTEAD = {"itunes:image": "podcast:image"}
"""What does as well: a film's poster is wide, and `itunes:image` takes squares only."""


def recommended(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every item has the tags that good items have."""
    for item in feed.items:
        for tag in RECOMMENDED + (RECOMMENDED_IN_PODCASTS if feed.is_podcast else ()):
            if child(item, tag) is None and child(item, INSTEAD.get(tag, tag)) is None:
                yield Finding(item, {"tag": tag}, tag)


def title(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A title holds neither the number nor the show's name; apps show both themselves."""
    show = re.escape(value(feed.channel, "title"))
    around = re.compile(rf"{show}\s*[:|–—-]|.*[:|–—-]\s*{show}$", re.IGNORECASE) if show else None
    for item in feed.items:
        for node in [*children(item, "title"), *children(item, "itunes:title")]:
            written = text(node).strip()
            if NUMBERED.match(written) or (around and around.match(written)):
                yield Finding(node, {"value": written})


def guid_once(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No GUID stands twice in a feed."""
    seen: dict[str, Node] = {}
    for item in feed.items:
        node = child(item, "guid")
        if node is not None and seen.setdefault(text(node).strip(WHITE), node) is not node:
            yield Finding(node, {"value": text(node), "line": line_of(seen[text(node).strip(WHITE)])})


def guid_no_link(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A GUID says that it is no address: `isPermaLink="false"`."""
    for node in every(feed, "guid"):
        if node.get("isPermaLink") != "false":
            yield Finding(node)


def guid_own(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A GUID is neither an address nor the name of a file or folder, which may change."""
    for item in feed.items:
        node, media = child(item, "guid"), child(item, "enclosure")
        written = text(node).strip()
        page = urlsplit(value(item, "link")).path.strip("/")
        file = urlsplit(media.get("url", "") if media is not None else "").path.strip("/")
        names = {page, PurePosixPath(page).name, file, PurePosixPath(file).name, f"{page}/"} - {"", "/"}
        if node is not None and (written in names or re.match(r"[a-z]+://|www\.", written, re.IGNORECASE)):
            yield Finding(node, {"value": written})


def guid_as_written(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """An item's GUID is the one in its metadata; the feed of an older build says another."""
    for item in feed.items:
        node, entry = child(item, "guid"), site.entry(item)
        written = text(node).strip(WHITE)
        if node is not None and written and entry and entry.item.guid != written:
            yield Finding(node, {"value": written, "right": entry.item.guid})


def same_everywhere(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """An item that stands in two feeds has the same recording and date in both."""
    for item in feed.items:
        guid = value(item, "guid")
        other, twin = site.by_guid[guid][0]
        here, there = child(item, "enclosure"), child(twin, "enclosure")
        if other is feed or not guid:
            continue
        if here is not None and there is not None and here.get("url") != there.get("url"):
            yield Finding(here, {"tag": "enclosure", "other": other.path})
        if value(item, "pubDate") != value(twin, "pubDate") and not (feed.is_course or other.is_course):
            yield Finding(item, {"tag": "pubDate", "other": other.path}, "pubDate")


def duration(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A duration is a whole number of seconds."""
    for node in every(feed, "itunes:duration"):
        if text(node) and not re.fullmatch(r"[1-9]\d*", text(node).strip()):
            yield Finding(node, {"value": text(node)})


def episode_numbers(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Numbers of episodes and seasons are whole and begin with 1."""
    for node in every(feed, "itunes:episode", "itunes:season", "podcast:season"):
        if text(node) and not re.fullmatch(r"[1-9]\d*", text(node).strip()):
            yield Finding(node, {"tag": name_of(node), "value": text(node)})
    for node in every(feed, "podcast:episode"):
        if text(node) and seconds(text(node)) is None:
            yield Finding(node, {"tag": name_of(node), "value": text(node)})


def episode_type(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """An episode is full, a trailer or a bonus."""
    for node in every(feed, "itunes:episodeType"):
        if text(node) and text(node).strip() not in ("full", "trailer", "bonus"):
            yield Finding(node, {"value": text(node)})


def soundbites(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A soundbite lasts 15 to 120 seconds and lies inside the recording."""
    for item in feed.items:
        whole = seconds(value(item, "itunes:duration"))
        for node in children(item, "podcast:soundbite"):
            start, length = seconds(node.get("startTime", "")), seconds(node.get("duration", ""))
            if start is None or length is None:
                fits = "startTime" not in node.attrib or "duration" not in node.attrib
            else:
                fits = 15 <= length <= 120 and (whole is None or start + length <= whole + 1)
            if not fits:
                yield Finding(node, {"start": node.get("startTime"), "duration": node.get("duration")})


def harmless(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Notes hold nothing that runs, loads or restyles the app."""
    for node, element in _html(feed):
        if isinstance(element.tag, str) and element.tag in FORBIDDEN:
            yield Finding(node, {"value": f"<{element.tag}>"})
        for name, written in attributes(element):
            scheme = re.match(r"\s*([a-z][a-z0-9+.\s-]*):", written, re.IGNORECASE)
            runs = name.startswith("on") or name in ("style", "srcdoc", "formaction")
            if runs or (name in ("href", "src") and scheme and scheme[1].lower() not in SCHEMES):
                yield Finding(node, {"value": f"{name}={written}"})


def absolute_links(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Links and pictures in notes are absolute: an app knows no page that they could start from."""
    for node, element in _html(feed):
        for name in ("href", "src"):
            written = element.get(name)
            if written is not None and not urlsplit(urljoin("", written.strip())).scheme:
                yield Finding(node, {"value": written})


def _html(feed: BuiltFeed) -> Iterator[tuple[Node, Node]]:
    """Yield every element of all HTML, with the tag of the feed that it stands in."""
    for node in every(feed, "content:encoded", "description"):
        if "<" in text(node):
            try:
                whole = html.fragment_fromstring(text(node), create_parent="div")
            except etree.LxmlError:
                continue
            yield from ((node, element) for element in whole.iterdescendants())
