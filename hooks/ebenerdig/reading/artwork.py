"""Check the files that registers name, and the pictures that podcast directories insist on, by what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..media.measure import Measure
from ..models import Place, Show
from ..problems import Problem
from .entries import Entry
from .files import measured, named_files
from .registers import Registers
from .source import Source


def check_artwork(registers: Registers, sources: Iterable[Source], entries: list[Entry]) -> Iterator[Problem]:
    """Yield files that a register of `sources` names and that are not right, and pictures that directories refuse."""
    named = {
        source.path.stem: [
            ((key, *place), name)
            for key, record in registers[source.path.stem].items()
            for place, name in named_files(record)
        ]
        for source in sources
    }
    shared = [name for files in named.values() for _, name in files]
    for source in sources:
        measures, _, found = measured(source, named[source.path.stem], shared)
        yield from found
        for key, record in registers[source.path.stem].items():
            if isinstance(record, Show):
                yield from _no_artwork(source, (key, "image"), record.image, measures, "artwork")
    for entry in entries:
        image = entry.item.image
        if entry.format.medium and entry.format.player == "audio" and image:
            yield from _no_artwork(entry.source, ("image", "file"), image.file, entry.measures, "artwork-item")


def _no_artwork(source: Source, place: Place, file: str, measures: dict[str, Measure], code: str) -> Iterator[Problem]:
    """Tell that a picture is none that podcast directories take; of an item's own that is advice."""
    found = measures.get(file)
    if found and not found.is_square_artwork:
        values = {"file": file, "found": f"{found.width} × {found.height}, {found.type}, {found.mode}"}
        yield source.problem(place, code, values, "error" if code == "artwork" else "advice")
