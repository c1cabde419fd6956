"""Remember what was read: an item whose folder lies as it lay then is not read again.

What an item says by itself depends on its folder, the settings and our own code alone. What depends on the day or on
other items is worked out in every build.
"""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..kept import Kept
from ..models.formats import FORMATS
from ..problems import Problem
from .entries import Entry
from .project import Project

State = tuple[tuple[str, int, int], ...]
"""Of every file in a folder its name, size and time of change in nanoseconds."""

CERTAIN = 2 * 10**9
"""Nanoseconds: a file changed so shortly before it was read may have been changed again with the same time."""

_last: tuple[Path, str, dict[str, Reading]] | None = None
"""What the preview read the last time it built; it need not be fetched from the disk."""


class Reading(NamedTuple):
    """What reading an item gave: the item if it is free of errors, and its problems."""

    entry: Entry | None
    problems: list[Problem]
    state: State
    read_at: int


class Remembered:
    """The readings of one library, by the items' ids."""

    def __init__(self, project: Project) -> None:
        forms = [(form.id, form.folder, form.model, list(form.model.model_fields)) for form in FORMATS]
        self._root, self._kept = project.root, Kept(project.root, "read", "pydantic")
        self._name = self._kept.name([str(project.root), project.library, project.language, forms])
        self._readings: dict[str, Reading] = {}
        if _last and _last[:2] == (self._root, self._name):
            self._readings = _last[2]
        elif content := self._kept.find(self._name):
            with suppress(Exception):  # whatever of an older build cannot be read is read anew
                self._readings = pickle.loads(content)

    def find(self, item_id: str, state: State) -> Reading | None:
        """The reading of an item, if nothing in its folder has changed since."""
        found = self._readings.get(item_id)
        if found is None or found.state != state:
            return None
        return found if max((changed for _, _, changed in state), default=0) < found.read_at - CERTAIN else None

    def keep(self, readings: dict[str, Reading]) -> None:
        """Remember these and no others."""
        global _last
        _last = (self._root, self._name, readings)
        if readings != self._readings:
            self._kept.keep(self._name, pickle.dumps(readings, pickle.HIGHEST_PROTOCOL))
        self._kept.prune()


def state_of(*folders: Path | None) -> State:
    """Say how the files of these folders lie."""
    return tuple(sorted(line for folder in folders if folder for line in _files(folder, "")))


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = list(os.scandir(folder))
    except OSError:
        return
    for entry in found:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                status = entry.stat()
                yield prefix + entry.name, status.st_size, status.st_mtime_ns
        except OSError:
            yield prefix + entry.name, -1, 0


def now() -> int:
    """The clock by which files get their times."""
    return time.time_ns()
