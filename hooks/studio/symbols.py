"""The things a script can choose from, by name: those of the library's own drawings, and what the samples need besides.

They stand on the same ground and are made of the same shapes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from ebenerdig.outputs.drawings.motifs import MOTIFS
from ebenerdig.outputs.drawings.shapes import HORIZON, Arch, Area, Dice, Disc, Drawing, Shape, block, bow
from ebenerdig.outputs.drawings.symbols import Motif


def _brain(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Half folds, half circuit: a tree of thoughts on a short stem."""
    yield Area(
        ((x - 10, 190), (x + 10, 190), (x + 15, 226), (x + 32, HORIZON), (x - 32, HORIZON), (x - 15, 226)), "ink"
    )
    for side, fill in ((-1, "main"), (1, "ink")):
        for way, y, radius in ((28, 112, 32), (54, 144, 31), (43, 178, 31), (16, 192, 25), (16, 148, 40)):
            yield Disc(x + side * way, y, radius, radius, fill)
        yield Area(((x, 94), (x, 217), (x + side * 46, 178), (x + side * 46, 126)), fill)
    for way, y, turns in ((-30, 118, (0.6, 1.6)), (-58, 150, (1, 2.1)), (-26, 172, (0.5, 1.5)), (-44, 190, (1.4, 2.3))):
        yield bow(x + way, y, 16, 3.5, turns, "light")
    for y, reach in ((122, 34), (154, 56), (188, 38)):
        yield block(x, y - 3, x + reach, y + 3, "light")
        yield Disc(x + reach, y, 9, 9, "sun")
    yield block(x - 3, 98, x + 3, 212, "light")


def _shield(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    edge = [(78 * math.cos(math.pi * step / 32) ** 0.7, 92 + 156 * step / 16) for step in range(17)]
    for side, fill in ((-1, "main"), (1, "ink")):
        yield Area(((x, 66), *((x + side * way, y) for way, y in edge)), fill)
    yield Disc(x, 152, 44, 44, "sun")
    tick = ((-26, 0), (-17, -9), (-6, 2), (17, -21), (26, -12), (-6, 20))
    yield Area(tuple((x + way, 152 + rise) for way, rise in tick), "light")


def _bread(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A loaf on its board, still warm."""
    for way in (-36, 0, 36):
        yield bow(x + way, 90, 11, 3, (0.5, 1.5), "light")
        yield bow(x + way, 112, 11, 3, (1.5, 2.5), "light")
    yield Disc(x, 204, 88, 62, "sun")
    for way in (-44, -4, 36):
        yield Area(tuple((x + way + a, 198 + b) for a, b in ((-8, 0), (8, -34), (18, -30), (2, 2))), "light")
    yield block(x - 100, 228, x + 100, HORIZON, "ink")


def _plug(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    yield Disc(x, 158, 80, 80, "sun")
    for way in (-28, 28):
        yield Arch(x + way - 8, x + way + 8, 70, 130, "ink")
    yield bow(x, 150, 28, 28, (0, 1), "main")
    yield block(x - 56, 124, x + 56, 151, "main")
    yield block(x - 6, 200, x + 6, 246, "ink")
    yield block(x - 6, 234, x + 110, 246, "ink")


def _twin(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A thing, and beside it the same once more as an outline."""
    for middle, inner in ((x - 44, "main"), (x + 44, "light")):
        yield Arch(middle - 38, middle + 38, 82, HORIZON, "main")
        yield Arch(middle - 33, middle + 33, 87, HORIZON, inner)
        yield Disc(middle, 126, 19, 19, "sun")
        for y in (166, 194):
            yield block(middle - 20, y, middle + 20, y + 8, "light" if inner == "main" else "main")
    yield Disc(x + 44, 126, 13, 13, "light")


def _clock(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    for side in (-1, 1):
        yield Area(tuple((x + side * way, y) for way, y in ((36, 214), (50, 206), (70, HORIZON), (56, HORIZON))), "ink")
    yield Disc(x, 158, 80, 80, "main")
    yield Disc(x, 158, 62, 62, "light")
    yield bow(x, 158, 31, 31, (1.5, 2.17), "sun")
    yield block(x - 5, 112, x + 5, 158, "ink")
    yield Area(((x - 2, 162), (x + 3, 153), (x + 40, 175), (x + 35, 184)), "ink")
    yield Disc(x, 158, 9, 9, "ink")


def _key(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    yield Disc(x + 22, 118, 56, 56, "sun")
    yield block(x - 10, 150, x + 10, 240, "ink")
    for y, reach in ((190, 32), (222, 44)):
        yield block(x, y, x + reach, y + 18, "ink")
    yield Disc(x, 112, 50, 50, "main")
    yield Disc(x, 112, 25, 25, "light")


def _bolt(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    yield Disc(x, 160, 84, 84, "main")
    flash = ((18, 74), (-50, 172), (-6, 172), (-18, 244), (56, 142), (12, 142))
    yield Area(tuple((x + way, y) for way, y in flash), "sun")


SYMBOLS: dict[str, Motif] = {
    "brain": _brain,
    "shield": _shield,
    "bolt": _bolt,
    "bread": _bread,
    "plug": _plug,
    "twin": _twin,
    "clock": _clock,
    "key": _key,
    "arrows": MOTIFS["loop"],
    "chat": MOTIFS["voices"],
    "document": MOTIFS["sheet"],
    "house": MOTIFS["company"],
    "path": MOTIFS["way"],
    **{name: MOTIFS[name] for name in ("book", "chart", "gear", "lock", "people", "screen")},
}
