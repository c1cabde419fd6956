"""Rules for what one reads along with: transcripts and chapters, the files included."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html

from ...media.spoken import TranscriptError, read_transcript
from .built_feed import BuiltFeed, Finding, Node, child, children, every, seconds, value
from .built_site import BuiltSite

TRANSCRIPTS = {
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/srt": ".srt",
    "text/html": ".html",
    "application/json": ".json",
    "text/plain": ".txt",
}
CHAPTERS_TYPE = "application/json+chapters"
CHAPTERS_VERSION = "1.2.0"
CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})(\.\d{1,3})?")
MAX_BYTES = 20_000_000
"""No transcript of a day's speech comes near this."""


def transcript_type(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A transcript's type is one that apps read, and fits the extension."""
    for node in every(feed, "podcast:transcript"):
        said, extension = node.get("type", ""), PurePosixPath(urlsplit(node.get("url", "")).path).suffix.lower()
        if said and TRANSCRIPTS.get(said) != extension:
            yield Finding(node, {"value": said, "extension": extension or "–"})


def transcript_content(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """A transcript can be read and is not empty."""
    for node in every(feed, "podcast:transcript"):
        file = site.file(node.get("url", ""))
        if file and (line := site.once(_unreadable, file)):
            yield Finding(node, {"file": file.name, "line": line})


def _unreadable(file: Path) -> int:
    """Return the line of the first mistake, 0 where there is none."""
    if file.stat().st_size > MAX_BYTES:
        return 1
    data = file.read_bytes()
    if file.suffix in (".vtt", ".srt", ".json"):
        try:
            read_transcript(file.name, data)
        except TranscriptError as error:
            return error.line
        return 0
    try:
        words = (
            str(html.fromstring(data.decode("utf-8")).xpath("string()")) if file.suffix == ".html" else data.decode()
        )
    except (UnicodeDecodeError, etree.LxmlError):
        return 1
    return int(not words.strip())


def chapters_type(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Chapters say that they are chapters: `application/json+chapters`."""
    for node in every(feed, "podcast:chapters"):
        if node.get("type", CHAPTERS_TYPE) != CHAPTERS_TYPE:
            yield Finding(node, {"value": node.get("type")})


def chapters_content(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The chapters' file is JSON 1.2.0, in order, inside the recording, each with a title."""
    for item in feed.items:
        for node in children(item, "podcast:chapters"):
            file = site.file(node.get("url", ""))
            marks = site.once(_json_chapters, file) if file else None
            whole = seconds(value(item, "itunes:duration"))
            if file and (not marks or not _in_order(marks, whole)):
                yield Finding(node, {"file": file.name})


def _json_chapters(file: Path) -> list[tuple[float, str]] | None:
    """Read times and titles; None where the file is not what the Podcast Index describes."""
    try:
        content: Any = json.loads(file.read_bytes()) if file.stat().st_size < MAX_BYTES else {}
        if content["version"] != CHAPTERS_VERSION:
            return None
        return [(float(mark["startTime"]), str(mark["title"])) for mark in content["chapters"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def simple_chapters(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Podlove's chapters have readable times in order, inside the recording."""
    for item in feed.items:
        whole = seconds(value(item, "itunes:duration"))
        for node in children(item, "psc:chapters"):
            marks = _simple_chapters(node)
            if not marks or not _in_order(marks, whole):
                yield Finding(node)


def _simple_chapters(node: Node) -> list[tuple[float, str]] | None:
    marks = []
    for mark in children(node, "psc:chapter"):
        match = CLOCK.fullmatch(mark.get("start", ""))
        if not match:
            return None
        hours, minutes, whole, part = match.groups("0")
        marks.append((int(hours) * 3600 + int(minutes) * 60 + int(whole) + float(f"0{part}"), mark.get("title", "")))
    return marks


def same_chapters(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Both kinds of chapters say the same."""
    for item in feed.items:
        node, other = child(item, "psc:chapters"), child(item, "podcast:chapters")
        file = site.file(other.get("url", "")) if other is not None else None
        if node is None or file is None:
            continue
        simple, full = _simple_chapters(node), site.once(_json_chapters, file)
        if simple and full and not _alike(simple, full):
            yield Finding(node)


def _alike(one: list[tuple[float, str]], other: list[tuple[float, str]]) -> bool:
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(abs(a[0] - b[0]) < 0.01 and a[1] == b[1] for a, b in pairs)


def _in_order(marks: list[tuple[float, str]], whole: float | None) -> bool:
    """Whether chapters follow each other, begin before the end, and have titles."""
    times = [start for start, _ in marks]
    rising = all(before < after for before, after in pairwise(times))
    return (
        rising and times[0] >= 0 and (whole is None or times[-1] < whole) and all(title.strip() for _, title in marks)
    )
