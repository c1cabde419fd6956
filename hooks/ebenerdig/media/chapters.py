"""Read chapters from a file beside the item: Podcast Index JSON, Podlove's XML, or lines of time and title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pydantic import TypeAdapter, ValidationError

from ..models import Chapter
from ..models.fields import FileRef, Url

LINE = re.compile(r"(?P<start>\S+)\s+(?:[-–—]\s+)?(?P<title>.*?)(?:\s*<(?P<url>https?://[^<>\s]+)>)?")
_url: TypeAdapter[str] = TypeAdapter(Url)


@dataclass(eq=False)
class ChaptersError(Exception):
    """A mistake in a chapter file; `code` is its sentence in `texts/`."""

    line: int
    code: str
    values: dict[str, Any]


def read_chapters(name: str, data: bytes) -> tuple[Chapter, ...]:
    """Read the chapters of a `.json`, `.xml`, `.psc` or text file, in the order of their time.

    ChaptersError on the first mistake. Those that are only there for their
    picture or link come with `toc` false, and perhaps without a title.
    """
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("xml", "psc"):
        chapters = tuple(_from_xml(data))
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ChaptersError(data[: error.start].count(b"\n") + 1, "not-utf8", {}) from None
        chapters = tuple(_from_json(text) if suffix == "json" else _from_lines(text))
    if not any(chapter.toc for chapter in chapters):
        raise ChaptersError(1, "chapters-empty", {"file": name})
    return tuple(sorted(chapters, key=lambda chapter: chapter.start))


def _chapter(start: str, title: str, url: str | None = None, image: str | None = None, toc: bool = True) -> Chapter:
    """Check one chapter; ValidationError when its time or title is none. Links that are none are left out."""
    start = re.sub(r"(\.\d{3})\d+$", r"\1", start.replace(",", "."))
    chapter = Chapter.model_validate({"start": start, "title": title or "…"})
    image = _web(image)
    more = {"url": _web(url), "image": FileRef(image) if image else None, "toc": toc and bool(title.strip())}
    return chapter.model_copy(update=more if title.strip() else {**more, "title": ""})


def _web(address: object) -> str | None:
    try:
        return _url.validate_python(address) if address else None
    except ValidationError:
        return None


def _from_json(text: str) -> Iterator[Chapter]:
    try:
        for mark in json.loads(text)["chapters"]:
            title, toc = str(mark.get("title") or ""), mark.get("toc", True) is not False
            yield _chapter(f"{float(mark['startTime']):.3f}", title, mark.get("url"), mark.get("img"), toc)
    except json.JSONDecodeError as error:
        raise ChaptersError(error.lineno, "chapters-json", {}) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise ChaptersError(1, "chapters-json", {}) from None


def _from_xml(data: bytes) -> Iterator[Chapter]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ChaptersError(error.lineno or 1, "chapters-xml", {"value": str(error.msg)}) from None
    for mark in root.iter("{*}chapter"):
        start, title = mark.get("start", ""), mark.get("title", "")
        try:
            yield _chapter(start.strip(), title, mark.get("href"), mark.get("image"))
        except ValidationError:
            line = mark.sourceline if isinstance(mark.sourceline, int) else 1
            raise ChaptersError(line, "chapters-line", {"value": f"{start} {title}".strip()}) from None


def _from_lines(text: str) -> Iterator[Chapter]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        match = LINE.fullmatch(line.strip())
        try:
            if match and match["title"]:
                yield _chapter(match["start"], match["title"], match["url"])
                continue
        except ValidationError:
            pass
        raise ChaptersError(number, "chapters-line", {"value": line.strip()})
