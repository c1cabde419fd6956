"""Show how far a long build is, on a terminal only, and only when it takes more than two seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.progress import Progress as Bar

PATIENCE = 2.0


class Progress:
    """One bar at a time; silent where nobody looks."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._bar: Bar | None = None
        self._columns: tuple[ProgressColumn, ...] = ()
        self._label, self._done, self._total, self._since = "", 0, 0, 0.0

    def begin(self, label: str, total: int, *, of_bytes: bool = False) -> None:
        """Start to count towards `total`."""
        self._columns = (DownloadColumn(), TransferSpeedColumn()) if of_bytes else (MofNCompleteColumn(),)
        self._label, self._done, self._total, self._since = label, 0, total, time.monotonic()

    def advance(self, done: int | None = None, total: int | None = None) -> None:
        """Count one step, or set where it stands."""
        self._done = self._done + 1 if done is None else done
        self._total = self._total if total is None else total
        if self._bar is None and self._console.is_terminal and time.monotonic() - self._since > PATIENCE:
            columns = (TextColumn("{task.description}"), BarColumn(), *self._columns, TimeRemainingColumn())
            self._bar = Bar(*columns, console=self._console, transient=True)
            self._bar.add_task(self._label, total=self._total)
            self._bar.start()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done, total=self._total)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    @contextmanager
    def stage(self, label: str, *, of_bytes: bool = False) -> Iterator[Callable[[int, int], None]]:
        """Count within a `with` block through the function it gives."""
        self.begin(label, 0, of_bytes=of_bytes)
        try:
            yield self.advance
        finally:
            self.end()
