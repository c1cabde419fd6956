"""Read chapters from a file beside the item: Podcast Index JSON, Podlove's XML, or one of three kinds of text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from lxml import etree
from pydantic import TypeAdapter, ValidationError

from ..models import Chapter
from ..models.fields import PictureRef, Url
from ..problems import Problem
from ..reading.characters import odd_characters
from .unreadable import UnreadableError, decoded, json_places

LINK = re.compile(r"<(https?://[^<>\s]+)>$")
DASH = re.compile(r"[-–—]\s+")
NUMBERED = re.compile(r"CHAPTER(\d{1,4})(NAME|URL|)=(.*)", re.IGNORECASE)
"""A chapter in two lines, as video tools write it: `CHAPTER01=00:00:00.000`, `CHAPTER01NAME=Title`."""
SECONDS = re.compile(r"\d{1,7}(?:[.,]\d{1,9})?")
_url: TypeAdapter[str] = TypeAdapter(Url)


class ChaptersError(UnreadableError):
    """A chapter file that cannot be read, with everything that is wrong in it."""


class Written(NamedTuple):
    """A chapter and where it stands in its file."""

    line: int
    column: int
    chapter: Chapter


def read_chapters(name: str, data: bytes) -> tuple[Chapter, ...]:
    """Read the chapters of a file, in the order of their time; ChaptersError with all mistakes."""
    return tuple(written.chapter for written in written_chapters(name, data))


def written_chapters(name: str, data: bytes) -> list[Written]:
    """Read the chapters of a `.json`, `.xml`, `.psc` or text file with their places, in the order of their time.

    ChaptersError, with `name` as the path, when there are mistakes. Those that are only there for their picture or
    link come with `toc` false, and perhaps without a title.
    """
    mistakes: list[Problem] = []
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("xml", "psc"):
        found = list(_from_xml(name, data, mistakes))
    else:
        try:
            text = decoded(name, data)
        except UnreadableError as error:
            raise ChaptersError(error.problems) from None
        if odd := [p for p in odd_characters(name, text, text, 1) if p.severity == "error"]:
            raise ChaptersError(tuple(odd))
        found = list((_from_json if suffix == "json" else _from_lines)(name, text, mistakes))
    if not mistakes and not any(written.chapter.toc for written in found):
        mistakes.append(Problem(name, 1, 1, "chapters-empty", {"file": PurePath(name).name}))
    if mistakes:
        raise ChaptersError(tuple(mistakes))
    return sorted(found, key=lambda written: written.chapter.start)


def _chapter(start: str, title: str, url: str | None = None, image: str | None = None, toc: bool = True) -> Chapter:
    """Check one chapter; ValidationError when its time or title is none. Links that are none are left out."""
    start = re.sub(r"(\.\d{3})\d+$", r"\1", start.replace(",", "."))
    chapter = Chapter.model_validate({"start": start, "title": title or "…"})
    image = _web(image)
    more = {"url": _web(url), "image": PictureRef(image) if image else None, "toc": toc and bool(title.strip())}
    return chapter.model_copy(update=more if title.strip() else {**more, "title": ""})


def _web(address: object) -> str | None:
    try:
        return _url.validate_python(address) if address else None
    except ValidationError:
        return None


def _from_json(name: str, text: str, mistakes: list[Problem]) -> Iterator[Written]:
    try:
        marks = list(json.loads(text)["chapters"])
    except json.JSONDecodeError as error:
        mistakes.append(Problem(name, error.lineno, error.colno, "chapters-json"))
        return
    except (KeyError, TypeError, ValueError, RecursionError):
        mistakes.append(Problem(name, 1, 1, "chapters-json"))
        return
    for mark, place in zip(marks, json_places(text, "startTime", len(marks)), strict=True):
        try:
            title, toc = str(mark.get("title") or ""), mark.get("toc", True) is not False
            start = f"{float(mark['startTime']):.3f}"
            yield Written(*place, _chapter(start, title, mark.get("url"), mark.get("img"), toc))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            mistakes.append(Problem(name, *place, "chapters-json"))


def _from_xml(name: str, data: bytes, mistakes: list[Problem]) -> Iterator[Written]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        mistakes.append(Problem(name, line or 1, max(column, 1), "chapters-xml", {"value": str(error.msg)}))
        return
    for mark in root.iter("{*}chapter"):
        start, title = mark.get("start", ""), mark.get("title", "")
        line = mark.sourceline if isinstance(mark.sourceline, int) else 1
        try:
            yield Written(line, 1, _chapter(start.strip(), title, mark.get("href"), mark.get("image")))
        except ValidationError:
            mistakes.append(Problem(name, line, 1, "chapters-line", {"value": f"{start} {title}".strip()}))


def _from_lines(name: str, text: str, mistakes: list[Problem]) -> Iterator[Written]:
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    numbered = {number: match for number, line in lines if (match := NUMBERED.fullmatch(line))}
    more = {(int(match[1]), match[2].upper()): match[3].strip() for match in numbered.values()}
    for number, line in lines:
        if match := numbered.get(number):
            if match[2]:
                continue
            chapter = int(match[1])
            start, title, url = match[3].strip(), more.get((chapter, "NAME"), ""), more.get((chapter, "URL"))
        elif not line or line.startswith("\\"):  # Audacity's range of frequencies, below a label
            continue
        else:
            start, title, url = _one_line(line)
        try:
            if title:
                yield Written(number, 1, _chapter(start, title, url))
                continue
        except ValidationError:
            pass
        mistakes.append(Problem(name, number, 1, "chapters-line", {"value": line}))


def _one_line(line: str) -> tuple[str, str, str | None]:
    """Take time, title and link from `00:12:34 Title <https://…>`, or from a label: start, end, title between tabs."""
    start, *rest = line.split(None, 1)
    title = rest[0] if rest else ""
    label = line.split("\t", 2)
    if len(label) == 3 and all(SECONDS.fullmatch(time.strip()) for time in label[:2]):
        start, title = label[0].strip(), label[2]
    link = LINK.search(title)
    title = title[: link.start()].rstrip() if link else title
    dash = DASH.match(title)
    return start, title[dash.end() :] if dash else title, link[1] if link else None
