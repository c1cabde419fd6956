"""The files that metadata and notes name: whether they are there and what was measured of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..media.measure import PICTURES, SOUND_AND_FILM, Measure
from ..media.measured import MEASURES, bring_up_to_date, found_at
from ..models import Model, Place, nested
from ..models.fields import FileRef, MediaRef
from ..problems import Problem
from .links import linked_files
from .source import Source

MEASURED = {*PICTURES, *SOUND_AND_FILM}
PAGE = "index.md"


def named_files(model: Model) -> Iterator[tuple[Place, FileRef]]:
    return ((place, value) for place, value in nested(model) if isinstance(value, FileRef))


def measured(
    source: Source,
    files: Iterable[tuple[Place, FileRef]],
    shared: Iterable[FileRef] = (),
    *,
    media_folder: Path | None = None,
    anew: bool = False,
) -> tuple[dict[str, Measure], list[Problem]]:
    """Measure the files of one source; `shared` are others in the same record."""
    folder, places = source.path.parent, {name: place for place, name in files}
    homes = [home.resolve() for home in (folder, media_folder) if home]
    within, problems = [], []
    for name, place in places.items():
        if name.is_remote:
            continue
        file = found_at(folder, media_folder, name).resolve()
        if not any(file.is_relative_to(home) for home in homes):
            problems.append(source.problem(place, "file-outside", {"value": name}))
        elif isinstance(name, MediaRef) and Path(name).suffix.lower() not in SOUND_AND_FILM:
            known = ", ".join(SOUND_AND_FILM)
            problems.append(source.problem(place, "media-extension", {"file": name, "known": known}))
        else:
            within.append(name)
    measurable = [name for name in [*within, *shared] if Path(name).suffix.lower() in MEASURED]
    measurable += [name for name in places if name.is_remote]
    measures, errors = bring_up_to_date(folder, measurable, media_folder, anew=anew)
    for name in within:
        if name in errors:
            problems.append(source.problem(places[name], errors[name].code, errors[name].values))
        elif name not in measures and not os.path.isfile(found_at(folder, media_folder, name)):
            there = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name not in (PAGE, MEASURES))
            values = {"value": name, "there": ", ".join(there) or "–"}
            code = "file-missing"
            if media_folder and isinstance(name, MediaRef):
                code, values = "media-missing", {**values, "folder": media_folder.as_posix()}
            problems.append(source.problem(places[name], code, values))
    return measures, problems


def attachments_of(source: Source, declared: set[FileRef]) -> tuple[str, ...]:
    """Name the files beside the item that its notes link to; nothing else beside it is published."""
    private = {PAGE, MEASURES, "script.md", *declared}
    named = linked_files(source.body) - private
    if not named:
        return ()
    return tuple(
        sorted(entry.name for entry in os.scandir(source.path.parent) if entry.is_file() and entry.name in named)
    )
