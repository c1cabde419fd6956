"""Read chapters from a file beside the item: Podcast Index JSON, or Podlove's lines of time and title."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..models import Chapter

_chapters = TypeAdapter(tuple[Chapter, ...])


@dataclass(eq=False)
class ChaptersError(Exception):
    """A mistake in a chapter file; `code` is its sentence in `texts/`."""

    line: int
    code: str
    values: dict[str, Any]


def read_chapters(name: str, data: bytes) -> tuple[Chapter, ...]:
    """Read the chapters of a `.json` or text file, in the order of their time; ChaptersError on the first mistake."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ChaptersError(data[: error.start].count(b"\n") + 1, "not-utf8", {}) from None
    chapters = _from_json(text) if name.lower().endswith(".json") else _from_lines(text)
    if not chapters:
        raise ChaptersError(1, "chapters-empty", {"file": name})
    return tuple(sorted(chapters, key=lambda chapter: chapter.start))


def _from_json(text: str) -> tuple[Chapter, ...]:
    try:
        listed = json.loads(text)["chapters"]
        found = []
        for mark in listed:
            chapter = {"start": f"{float(mark['startTime']):.3f}", "title": str(mark.get("title", ""))}
            found.append(chapter | ({"url": str(mark["url"])} if mark.get("url") else {}))
        return _chapters.validate_python(found)
    except json.JSONDecodeError as error:
        raise ChaptersError(error.lineno, "chapters-json", {}) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise ChaptersError(1, "chapters-json", {}) from None


def _from_lines(text: str) -> tuple[Chapter, ...]:
    found: list[Chapter] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        start, _, title = line.strip().partition(" ")
        try:
            found += _chapters.validate_python([{"start": start, "title": title.partition(" <")[0]}])
        except ValidationError:
            raise ChaptersError(number, "chapters-line", {"value": line.strip()}) from None
    return tuple(found)
