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
from ..copying import Original

Placed = tuple[str, Path | Original]


def originals(catalogue: Catalogue) -> Iterator[Placed]:
    """Yield every file that an item, a package or a register names, where it exists, with its former address after it.

    What the notes link to comes along.
    """
    for entry in catalogue.entries:
        for name in entry.public_names:
            path, places = entry.path(name), with_former(catalogue, entry, partial(file_path, entry, name))
            homes = [home for home in (entry.source.path.parent, entry.media_folder) if home]
            if name in entry.there and "://" not in file_path(entry, name) and is_within(path, *homes):
                measured = entry.measures.get(name)
                original = Original(path, measured.bytes if measured else None, partial(_changed, entry, name))
                yield from ((place, original) for place in places)
        for name in entry.attachments:
            yield from _plain(entry.source.path.parent, name, [entry.url + name])
    for page in catalogue.packages:
        for name in page.public_names:
            places = with_former(catalogue, page, partial(file_path, page, name))
            yield from _plain(page.source.path.parent, name, places)
    for records in catalogue.registers.values():
        for record in records.values():
            for name in own_files(record):
                places = with_former(catalogue, None, partial(register_path, name))
                yield from _plain(catalogue.project.data, name, places)


def _plain(folder: Path, name: str, places: Iterable[str]) -> Iterator[Placed]:
    path = folder / name
    if path.is_file() and is_within(path, folder):
        yield from ((place, path) for place in places)


def _changed(entry: Entry, name: str) -> Problem:
    place = next((place for place, value in nested(entry.item) if value == name), ())
    return entry.source.problem(place, "media-changed", {"file": name})
