"""The files that metadata and notes name: whether they are there and what was measured of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..media.measure import PICTURES, SOUND_AND_FILM, Measure, MediaError
from ..media.measured import MEASURES, bring_up_to_date, found_at, read_record
from ..models import Model, Place, nested
from ..models.fields import FileRef, MediaRef
from ..problems import Problem
from .door import ClosedError, look, names_in, read
from .links import linked_files
from .misnamed import otherwise_written
from .source import Source

MEASURED = {*PICTURES, *SOUND_AND_FILM}
PAGE = "index.md"

MOST_WORDS = 20_000_000
"""Bytes; no words, chapters or routes come near this."""

WHERE_NAMED = {
    "outside": "file-outside",
    "circle": "file-circle",
    "special": "file-special",
    "unreadable": "file-unreadable",
    "too-large": "file-too-large",
}
"""What is said of a file that stays out, where another file names it."""


def named_files(model: Model) -> Iterator[tuple[Place, FileRef]]:
    """Yield every file that metadata names, with its place."""
    return ((place, value) for place, value in nested(model) if isinstance(value, FileRef))


def own_files(model: Model) -> list[FileRef]:
    """Every file of the repository that an item, a package or a record names."""
    return list(dict.fromkeys(name for _, name in named_files(model) if not name.is_remote))


class Looked(NamedTuple):
    """What looking at files gave: their measures, those that lie on this machine and may come in, and what is wrong."""

    measures: dict[str, Measure]
    there: frozenset[FileRef]
    problems: list[Problem]


def measured(
    source: Source,
    files: Iterable[tuple[Place, FileRef]],
    shared: Iterable[FileRef] = (),
    *,
    media_folder: Path | None = None,
    anew: bool = False,
) -> Looked:
    """Measure the files of one source; `shared` are others in the same record."""
    folder, places = source.path.parent, {name: place for place, name in files}
    homes = [home for home in (folder, media_folder) if home]
    there, absent, problems = list[FileRef](), list[FileRef](), list[Problem]()
    for name, place in places.items():
        if name.is_remote:
            continue
        is_media = Path(name).suffix.lower() in MEASURED
        try:
            found = look(found_at(folder, media_folder, name), *homes, most=None if is_media else MOST_WORDS)
        except ClosedError as error:
            problems.append(source.problem(place, WHERE_NAMED[error.code], {**error.values, "value": name}))
            continue
        if isinstance(name, MediaRef) and Path(name).suffix.lower() not in SOUND_AND_FILM:
            known = ", ".join(SOUND_AND_FILM)
            problems.append(source.problem(place, "media-extension", {"file": name, "known": known}))
        else:
            (there if found else absent).append(name)
    measurable = [name for name in [*there, *absent, *shared] if Path(name).suffix.lower() in MEASURED]
    measurable += [name for name in places if name.is_remote]
    record = read_record(folder)
    measures, errors = bring_up_to_date(folder, measurable, media_folder, anew=anew, record=record)
    if record.damage and measurable:
        is_mended = record.can_be_replaced and set(measures) == set(measurable)
        problems.append(_of_record(f"{source.folder}/{MEASURES}", record.damage, is_mended))
    problems += [source.problem(places[n], errors[n].code, errors[n].values) for n in there if n in errors]
    problems += [_missing(source, places[n], n, media_folder) for n in absent if n not in measures]
    return Looked(measures, frozenset(name for name in there if name not in errors), problems)


def _of_record(name: str, damage: MediaError, is_mended: bool) -> Problem:
    """Tell what is wrong with a folder's record: advice where all could be measured again."""
    if is_mended:
        return Problem(name, 1, 1, "record-mended", severity="advice")
    return Problem(name, damage.values["line"], damage.values["column"], damage.code, damage.values)


def _missing(source: Source, place: Place, name: FileRef, media_folder: Path | None) -> Problem:
    """Tell that a file is not there, and what is."""
    for home in (source.path.parent, media_folder if isinstance(name, MediaRef) else None):
        if home and (other := otherwise_written(home, name)):
            return source.problem(place, other[1], {"value": name, "there": other[0]})
    beside = [entry.name for entry in names_in(source.path.parent) if entry.is_file()]
    there = [file for file in beside if file != MEASURES and not file.endswith((".md", ".yml"))]
    values = {"value": name, "there": ", ".join(there) or "–"}
    if media_folder and isinstance(name, MediaRef):
        return source.problem(place, "media-missing", {**values, "folder": media_folder.as_posix()})
    return source.problem(place, "file-missing", values)


def content_of(source: Source, name: str) -> tuple[bytes | None, list[Problem]]:
    """Return what a file beside an item holds; what keeps it out was told where it is named, unless it shows here."""
    path = source.path.parent / name
    try:
        if not look(path, most=MOST_WORDS):
            return None, []
    except ClosedError:
        return None, []
    try:
        return read(path, most=MOST_WORDS), []
    except ClosedError as error:
        return None, [error.problem(f"{source.folder}/{name}")]


def attachments_of(source: Source) -> tuple[str, ...]:
    """Name the files beside the item that its notes link to; nothing else is published that its facts do not name."""
    named = linked_files(source.body) - {PAGE, MEASURES, "script.md"}
    if not named:
        return ()
    return tuple(
        sorted(entry.name for entry in os.scandir(source.path.parent) if entry.is_file() and entry.name in named)
    )
