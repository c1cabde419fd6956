"""See a save at once: MkDocs looks at all files twice a second, which takes long where there are thousands."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

CHANGES: list[type[FileSystemEvent]] = [
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent)
]
"""What the system tells beside these is that somebody reads, as every build does."""

MOUNTS = Path("/proc/self/mountinfo")
TOLD = ("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "zfs", "overlay", "tmpfs")
"""File systems of which the kernel tells every change, whoever makes it."""


class ToldObserver(Observer):  # type: ignore[misc,valid-type]
    """Hears of changes from the system; a single file is heard of by way of its folder, where editors replace it."""

    def schedule(self, handler: FileSystemEventHandler, path: str, **settings: Any) -> Any:
        if not os.path.isfile(path):
            return super().schedule(handler, path, **settings, event_filter=CHANGES)
        settings["recursive"] = False
        return super().schedule(_Only(handler, path), str(Path(path).parent), **settings, event_filter=CHANGES)


class _Only(FileSystemEventHandler):
    def __init__(self, handler: FileSystemEventHandler, path: str) -> None:
        self._handler, self._path = handler, path

    def on_any_event(self, event: FileSystemEvent) -> None:
        if self._path in (event.src_path, event.dest_path):
            self._handler.on_any_event(event)


def watch_at_once(server: Any, others: Iterable[str]) -> None:
    """Let the system tell MkDocs' server of changes where it can; the server has not begun to watch."""
    paths = list(server._watched_paths)
    if not all(_is_told(path) for path in (*paths, *others)):
        return
    trial = ToldObserver()
    try:
        for path in (*paths, *others):
            trial.schedule(FileSystemEventHandler(), path, recursive=True)
        trial.start()
    except OSError:  # more folders than the system watches for one person
        return
    finally:
        if trial.is_alive():
            trial.stop()
            trial.join()
    for path in paths:
        server.unwatch(path)
    server.observer = ToldObserver()
    for path in paths:
        server.watch(path)


def _is_told(path: str) -> bool:
    """Whether a path lies on a disk of this machine, as far as the system says so."""
    try:
        found = [line.split(" - ") for line in MOUNTS.read_text("utf-8").splitlines()]
    except OSError:
        return False
    path, kind, longest = os.path.realpath(path), "", -1
    for place, about in found:
        point = place.split(" ")[4].replace("\\040", " ")
        if len(point) > longest and (path == point or path.startswith(point.rstrip("/") + "/")):
            kind, longest = about.split(" ")[0], len(point)
    return kind in TOLD
