"""The drawings a script can choose from, by name.

Each draws itself in a square of 100 units that stands on the ground at y=100,
from a few simple shapes: overlapping discs, arches, bold strokes with round ends.
"""

from __future__ import annotations

from collections.abc import Callable

from ..canvas import Canvas
from ..look import Look
from .paper import book, chat, document, key, lock, shield
from .people import brain, bread, house, path, people
from .work import arrows, bolt, chart, clock, gear, plug, twin

Symbol = Callable[[Canvas, Look], None]

SYMBOLS: dict[str, Symbol] = {
    draw.__name__: draw
    for draw in (
        brain,
        shield,
        document,
        lock,
        book,
        people,
        bolt,
        gear,
        chart,
        arrows,
        house,
        path,
        bread,
        plug,
        twin,
        chat,
        clock,
        key,
    )
}
