"""A recording's chapters, wherever they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from ..media.chapters import ChaptersError, written_chapters
from ..media.measure import Measure
from ..models import Chapter, Item, nested
from ..problems import Problem
from .files import content_of
from .source import Source

Marked = tuple[Chapter, Callable[[str, dict[str, Any]], Problem]]
"""A chapter, and how to tell of a mistake where it is written."""


def chapters_of(source: Source, item: Item, measures: dict[str, Measure]) -> tuple[list[Marked], list[Problem]]:
    """Take the chapters from the metadata, else from their file, else from the sound or film itself."""
    if item.marks():
        return [
            (chapter, partial(source.problem, ("chapters", number, "start")))
            for number, chapter in enumerate(item.marks())
        ], []
    file = item.marks_file()
    data, closed = content_of(source, file) if file else (None, [])
    if closed:
        return [], closed
    if file and data is not None:
        name = _beside(source, file)
        try:
            written = written_chapters(name, data)
        except ChaptersError as error:
            return [], list(error.problems)
        marks: list[Marked] = [(chapter, partial(Problem, name, line, column)) for line, column, chapter in written]
        return marks, list(_at_once(marks))
    for played in item.media_files():
        if played in measures and measures[played].chapters:
            place = next((place for place, value in nested(item) if value == played), ())
            chapters = (
                Chapter.model_construct(start=mark.start, title=mark.title) for mark in measures[played].chapters
            )
            marks = [(chapter, partial(source.problem, place)) for chapter in chapters]
            return marks, list(_at_once(marks))
    return [], []


def _at_once(marks: list[Marked]) -> Iterator[Problem]:
    """Tell of chapters that begin in the very moment in which another one does."""
    for (one, _), (other, problem) in pairwise(marks):
        if one.toc and other.toc and one.start == other.start:
            yield problem("chapter-same", {"value": other.title})


def late(marks: list[Marked], seconds: float | None) -> Iterator[Problem]:
    """Tell of chapters that begin after the end."""
    for chapter, problem in marks:
        if seconds and chapter.start >= seconds:
            value = chapter.title or str(chapter.start)
            yield problem("chapter-late", {"value": value, "seconds": f"{seconds:.0f}"})


def _beside(source: Source, file: str) -> str:
    """Name a file beside an item as the item's own is named."""
    return f"{source.folder}/{file}"
