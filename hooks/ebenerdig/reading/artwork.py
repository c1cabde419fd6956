"""Check the files that registers name, and the pictures that podcast directories insist on, by what was measured."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..catalogue import shows_of
from ..media.measure import Measure
from ..media.measured import bring_up_to_date
from ..models import Place, Record, Show, nested
from ..models.fields import FileRef
from ..problems import Problem
from .entries import Entry
from .project import Project
from .registers import Registers
from .source import Source

OWN = (".yml", ".json")
"""How files of the registers' own end, which none of them names."""


def check_artwork(
    project: Project, registers: Registers, sources: Iterable[Source], entries: list[Entry]
) -> Iterator[Problem]:
    """Yield files that a register of `sources` names and that are not there, and pictures that directories refuse."""
    shows = shows_of(registers).values()
    measures, errors = bring_up_to_date(project.data, [show.image for show in shows])
    for source in sources:
        for key, record in registers[source.path.stem].items():
            for place, name in _files(record):
                yield from _check_file(project.data, source, (key, *place), name, measures)
            if isinstance(record, Show) and record.image in errors:
                error = errors[record.image]
                yield source.problem((key, "image"), error.code, error.values)
            elif isinstance(record, Show) and record.image in measures:
                found = measures[record.image]
                if not found.is_square_artwork:
                    size = f"{found.width} × {found.height}, {found.type}, {found.mode}"
                    yield source.problem((key, "image"), "artwork", {"file": record.image, "found": size})
    for entry in entries:
        image = entry.item.image
        if entry.format.medium and entry.format.player == "audio" and image and image.file in entry.measures:
            found = entry.measures[image.file]
            if not found.is_square_artwork:
                size = f"{found.width} × {found.height}, {found.type}, {found.mode}"
                values = {"file": image.file, "found": size}
                yield entry.source.problem(("image", "file"), "artwork-item", values, "advice")


def _files(record: Record) -> Iterator[tuple[Place, FileRef]]:
    return ((place, name) for place, name in nested(record) if isinstance(name, FileRef) and not name.is_remote)


def _check_file(
    folder: Path, source: Source, place: Place, name: FileRef, measures: Mapping[str, Measure]
) -> Iterator[Problem]:
    if not (folder / name).resolve().is_relative_to(folder.resolve()):
        yield source.problem(place, "file-outside", {"value": name})
    elif name not in measures and not os.path.isfile(folder / name):
        beside = sorted(
            path.name for path in folder.iterdir() if path.is_file() and path.suffix not in (".yml", ".json")
        )
        yield source.problem(place, "file-missing", {"value": name, "there": ", ".join(beside) or "–"})
