"""What could not be made: told with the item's path and the place in template or code, all at once, as any mistake is.

A template of the project's own, or an output, can fail on what an item says. Whoever builds sees which item that was,
not how the program got there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from jinja2 import TemplateSyntaxError

from ..problems import Problem
from ..reading.entries import Entry, PackagePage

PACKAGE = Path(__file__).parents[1]

Failure = tuple[str, str, str]
"""Path, place and reason."""


class Failures:
    """Collects what fails while everything else is made; one cause is told once, however many pages it breaks."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.found: list[Failure] = []

    @contextmanager
    def kept(self, path: str = "") -> Iterator[None]:
        """Keep what fails inside; without a `path` it is told of the item that was in hand."""
        try:
            yield
        except Exception as error:
            trace = error.__traceback__
            place = self._place(error, trace)
            reason = f"{type(error).__name__}: {error}"
            self.found.append((path or in_hand(trace) or place.rpartition(":")[0], place, reason))

    def problems(self) -> list[Problem]:
        """One problem for each cause, with the first file that it met."""
        causes: dict[tuple[str, str], list[str]] = {}
        for path, place, reason in self.found:
            met = causes.setdefault((place, reason), [])
            if path not in met:
                met.append(path)
        return [
            Problem(min(met), 1, 1, "not-made", {"place": place, "reason": reason, "others": len(met) - 1})
            for (place, reason), met in causes.items()
        ]

    def _place(self, error: Exception, trace: TracebackType | None) -> str:
        """Where it happened: the innermost line of a template, else of the program."""
        if isinstance(error, TemplateSyntaxError) and error.filename:
            return f"{self._short(error.filename)}:{error.lineno}"
        lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(trace)]
        templates = [(name, line) for name, line in lines if name.endswith((".html", ".xml"))]
        own = [(name, line) for name, line in lines if self._is_own(Path(name))]
        name, line = (templates or own or lines)[-1]
        return f"{self._short(name)}:{line}"

    def _is_own(self, path: Path) -> bool:
        """Whether code is the library's or the project's, not that of a package it uses."""
        installed = "site-packages" in path.parts
        return path != Path(__file__) and (PACKAGE in path.parents or (self._root in path.parents and not installed))

    def _short(self, name: str) -> str:
        path = Path(name)
        for base in (self._root, PACKAGE.parent):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.name


def in_hand(trace: TracebackType | None) -> str:
    """Name the file of the item or package that the innermost function was working on."""
    for frame, _ in reversed(list(walk_tb(trace))):
        for value in frame.f_locals.values():
            if isinstance(value, (Entry, PackagePage)):
                return value.source.name
    return ""
