"""What stands for a topic, a technology, an industry or a field of action: one plain thing on step-free ground.

An editor chooses it by name (`drawing` in the register); without a choice the record's id does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from .shapes import HORIZON, Arch, Area, Dice, Disc, Drawing, Shape, block, bow

Motif = Callable[[float, Dice, Drawing], Iterator[Shape]]
"""Draws something that stands around a middle."""

BASE = HORIZON


def bust(x: float, size: float, fill: str) -> Iterator[Shape]:
    """Somebody, seen from the front: a head on shoulders as round as a door."""
    half = size * 0.36
    yield Arch(x - half, x + half, HORIZON - size * 0.6, HORIZON, fill)
    yield Disc(x, HORIZON - size * 0.78, size * 0.2, size * 0.2, fill)


def _book(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """An open book on its spine."""
    for side in (-1, 1):
        yield Area(((x, 136), (x + side * 112, 118), (x + side * 112, BASE - 20), (x, BASE)), "main")
        yield Area(((x, 130), (x + side * 100, 112), (x + side * 100, BASE - 32), (x, BASE - 12)), "light")
        for row in range(4):
            top, reach = 148 + row * 19, 78 if row < 3 else 46
            near, far = x + side * 14, x + side * (14 + reach)
            fall = -reach * 0.18
            yield Area(((near, top), (far, top + fall), (far, top + fall + 6), (near, top + 6)), "main", 0.55)
    yield Area(((x + 52, 120), (x + 70, 117), (x + 70, 170), (x + 61, 160), (x + 52, 173)), "sun")


def _bulb(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A light that has just come on."""
    y, radius = 130, 58
    for ray in range(7):
        angle = math.pi * (1 + ray / 6)
        for far in (84, 98):
            yield Disc(x + far * math.cos(angle), y + far * math.sin(angle), 5, 5, "sun", 1 if far == 84 else 0.6)
    yield Area(((x - 46, y + 34), (x + 46, y + 34), (x + 26, y + 78), (x - 26, y + 78)), "sun")
    yield Disc(x, y, radius, radius, "sun")
    yield Disc(x - 18, y - 20, 15, 15, "light", 0.8)
    yield block(x - 28, y + 74, x + 28, y + 104, "main")
    yield block(x - 28, y + 84, x + 28, y + 90, "light", 0.8)
    yield block(x - 17, y + 104, x + 17, BASE, "ink")


def _chart(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Bars that grow, the last one in the light."""
    for number in range(4):
        left, tall = x - 98 + number * 51, 48 + number * 34 + dice.between(f"bar{number}", -8, 8)
        fill = "sun" if number == 3 else "main"
        yield Arch(left, left + 42, BASE - tall, BASE, fill, 1 if number > 1 else 0.55 + number * 0.2)


def _chip(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A processor with a light in its middle."""
    y, half = 156, 58
    for number in range(4):
        way = -42 + number * 28
        yield block(x + way - 5, y - half - 22, x + way + 5, BASE, "ink")
        yield block(x - half - 22, y + way - 5, x + half + 22, y + way + 5, "ink")
    yield block(x - half, y - half, x + half, y + half, "main")
    yield block(x - half + 16, y - half + 16, x + half - 16, y + half - 16, "light")
    yield Disc(x, y, 24, 24, "sun")


def _cloud(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A cloud, and what it is joined to on the ground."""
    for way in (-62, 0, 62):
        yield block(x + way - 3, 150, x + way + 3, BASE, "ink")
        yield Arch(x + way - 18, x + way + 18, BASE - 46, BASE, "sun" if way == 0 else "light")
    for way, rise, radius in ((-58, 0, 40), (-10, 26, 54), (48, 4, 46)):
        yield Disc(x + way, 140 - rise, radius, radius, "video")
    yield block(x - 60, 140, x + 50, 180, "video")
    yield Disc(x - 60, 160, 20, 20, "video")
    yield Disc(x + 52, 160, 24, 20, "video")


def _wheel(x: float, y: float, radius: float, teeth: int, fill: str, turn: float = 0) -> Area:
    """A cog wheel's outline."""
    points = []
    for tooth in range(teeth):
        for share, reach in ((-0.3, 0.8), (-0.2, 1), (0.2, 1), (0.3, 0.8)):
            angle = 2 * math.pi * (tooth + share) / teeth + turn
            points.append((x + radius * reach * math.sin(angle), y - radius * reach * math.cos(angle)))
    return Area(tuple(points), fill)


def _gear(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A large wheel, and a small one that it drives."""
    yield _wheel(x + 78, 92, 40, 8, "sun", dice.between("turn", 0, 1))
    yield Disc(x + 78, 92, 13, 13, "light")
    yield _wheel(x - 12, 170, 82, 12, "main", math.pi)
    yield Disc(x - 12, 170, 40, 40, "light")
    yield Disc(x - 12, 170, 18, 18, "ink")


def _leaf(x: float, y: float, reach: float, angle: float, fill: str) -> Area:
    """A leaf that begins at a point, as wide as a third of its length."""
    side = [(reach * step / 12, reach * 0.24 * math.sin(math.pi * step / 12)) for step in range(13)]
    points = [*side, *((along, -across) for along, across in reversed(side))]
    sine, cosine = math.sin(angle), math.cos(angle)
    return Area(tuple((x + a * cosine - b * sine, y - a * sine - b * cosine) for a, b in points), fill)


def _sprout(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Something that grows out of the ground."""
    yield Disc(x, BASE, 84, 26, "ink", 0.85)
    yield block(x - 4, 118, x + 4, BASE - 20, "leaf")
    yield _leaf(x, 196, 92, math.pi * dice.between("left", 0.8, 0.86), "main")
    yield _leaf(x, 178, 96, math.pi * dice.between("right", 0.14, 0.2), "leaf")
    yield _leaf(x, 134, 78, math.pi * dice.between("top", 0.46, 0.54), "main")


def _lock(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A lock whose bow is a doorway."""
    yield Arch(x - 50, x + 50, 62, 190, "ink")
    yield Arch(x - 30, x + 30, 82, 190, "light")
    yield block(x - 74, 142, x + 74, BASE, "main")
    yield Disc(x, 184, 15, 15, "light")
    yield Area(((x - 6, 188), (x + 6, 188), (x + 11, 222), (x - 11, 222)), "light")


def _loop(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Two arrows that follow each other around."""
    y, radius, half = 162, 72, 14
    yield Disc(x, y, 28, 28, "light")
    for fill, begin in (("main", 0.15), ("ink", 1.15)):
        yield bow(x, y, radius, half, (begin, begin + 0.68), fill)
        end = math.pi * (begin + 0.68)
        tip = end + 0.48
        head = ((end, radius + 30), (tip, radius), (end, radius - 30))
        yield Area(tuple((x + r * math.cos(a), y + r * math.sin(a)) for a, r in head), fill)


def _people(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Three who belong together."""
    yield from bust(x - 62, dice.between("left", 116, 130), "ink")
    yield from bust(x + 62, dice.between("right", 108, 124), "ink")
    yield from bust(x, 158, "main")


def _sheet(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A form that somebody has ticked."""
    yield block(x - 46, 76, x + 74, BASE, "main")
    left, right, top = x - 66, x + 52, 62
    yield Area(((left, top), (right - 30, top), (right, top + 30), (right, BASE), (left, BASE)), "light")
    yield Area(((right - 30, top), (right, top + 30), (right - 30, top + 30)), "main", 0.5)
    for row in range(5):
        far = right - (50 if row == 0 else 22 + 14 * dice.pick(f"row{row}", 3))
        yield block(left + 18, top + 30 + row * 24, far, top + 39 + row * 24, "ink" if row == 0 else "main", 0.8)
    yield Disc(right + 8, BASE - 50, 36, 36, "sun")
    x, y = right + 8, BASE - 50
    tick = ((-18, 0), (-10, -8), (-4, -2), (12, -17), (19, -9), (-4, 14))
    yield Area(tuple((x + a, y + b) for a, b in tick), "ink")


def _sign(x: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A signpost with two directions."""
    side = 1 if dice.pick("side", 2) else -1
    yield block(x - 6, 66, x + 6, BASE, "ink")
    for top, way, fill in ((82, side, "main"), (138, -side, "sun")):
        board = ((-44, 0), (62, 0), (90, 20), (62, 40), (-44, 40))
        yield Area(tuple((x + way * a, top + b) for a, b in board), fill)
        for row, reach in ((13, 50), (23, 30)):
            near, far = sorted((x - way * 28, x + way * (reach - 8)))
            yield block(near, top + row, far, top + row + 5, "light" if fill == "main" else "ink", 0.85)


SYMBOLS: dict[str, Motif] = {
    "book": _book,
    "bulb": _bulb,
    "chart": _chart,
    "chip": _chip,
    "cloud": _cloud,
    "gear": _gear,
    "sprout": _sprout,
    "lock": _lock,
    "loop": _loop,
    "people": _people,
    "sheet": _sheet,
    "sign": _sign,
}
