"""Bring the items' own files into the site: exactly those that metadata or notes name, as they were when measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ...addresses import file_path, register_path, with_former
from ...catalogue import Catalogue
from ...models import nested
from ...problems import Problem
from ...reading.door import is_within
from ...reading.entries import Entry
from ...reading.files import own_files
from ..failures import Unfinished

Content = tuple[str, Path]


def originals(catalogue: Catalogue) -> Iterator[Content]:
    """Yield every file that an item, a package or a register names, where it exists, with its former address after it.

    Whoever takes them copies each before asking for the next.
    """
    changed: list[Problem] = []
    for entry in catalogue.entries:
        for name in entry.public_names:
            path, places = entry.path(name), with_former(catalogue, entry, partial(file_path, entry, name))
            homes = [home for home in (entry.source.path.parent, entry.media_folder) if home]
            if name in entry.there and "://" not in file_path(entry, name) and is_within(path, *homes):
                before, measured = _state(path), entry.measures.get(name)
                if before:
                    yield from ((place, path) for place in places)
                if not before or _state(path) != before or (measured and before[0] != measured.bytes):
                    changed.append(_changed(entry, name))
    for page in catalogue.packages:
        for name in page.public_names:
            places = with_former(catalogue, page, partial(file_path, page, name))
            yield from _plain(page.source.path.parent, name, places)
    for records in catalogue.registers.values():
        for record in records.values():
            for name in own_files(record):
                places = with_former(catalogue, None, partial(register_path, name))
                yield from _plain(catalogue.project.data, name, places)
    if changed:
        raise Unfinished(changed)


def _plain(folder: Path, name: str, places: Iterable[str]) -> Iterator[Content]:
    path = folder / name
    if path.is_file() and is_within(path, folder):
        yield from ((place, path) for place in places)


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of a file, by which a change is seen; nothing when it is gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _changed(entry: Entry, name: str) -> Problem:
    place = next((place for place, value in nested(entry.item) if value == name), ())
    return entry.source.problem(place, "media-changed", {"file": name})
