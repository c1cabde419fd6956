"""Check the pictures that podcast directories insist on, by what was measured and not by what is said."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalogue import shows_of
from ..media.measured import bring_up_to_date
from ..problems import Problem
from .entries import Entry
from .project import Project
from .registers import Registers


def check_artwork(project: Project, registers: Registers, entries: list[Entry]) -> Iterator[Problem]:
    """Yield what is wrong with a show's picture, and which items in a feed have one that directories refuse."""
    name = "content/_data/shows.yml"
    shows = shows_of(registers).values()
    measures, errors = bring_up_to_date(project.data, [show.image for show in shows])
    for show in shows:
        if show.image in errors:
            yield Problem(name, 1, 1, errors[show.image].code, errors[show.image].values)
        elif show.image not in measures:
            yield Problem(name, 1, 1, "file-missing", {"value": show.image, "there": "–"})
        elif not measures[show.image].is_square_artwork:
            found = measures[show.image]
            size = f"{found.width} × {found.height}, {found.type}, {found.mode}"
            yield Problem(name, 1, 1, "artwork", {"file": show.image, "found": size})
    for entry in entries:
        image = entry.item.image
        if entry.format.medium and entry.format.player == "audio" and image and image.file in entry.measures:
            found = entry.measures[image.file]
            if not found.is_square_artwork:
                size = f"{found.width} × {found.height}, {found.type}, {found.mode}"
                values = {"file": image.file, "found": size}
                yield entry.source.problem(("image", "file"), "artwork-item", values, "advice")
