"""What drawings are made of: shapes on step-free ground, and for each kind of item what stands in the middle.

The item's format says what stands in the middle, its field of action what lies
behind, its topics what stands around, and its guid where.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from .shapes import HEIGHT, HORIZON, MIDDLE, WIDTH, Arch, Area, Dice, Disc, Drawing, Shape, block
from .symbols import SYMBOLS, Motif, bust


def shapes(drawing: Drawing, motifs: Mapping[str, Motif] | None = None) -> Iterator[Shape]:
    """Yield a drawing's shapes, the furthest first; its motif is one of `motifs`, or of our own."""
    dice = Dice(drawing.seed)
    middle = MIDDLE + dice.between("middle", -18, 18)
    yield block(0, -HEIGHT, WIDTH, HEIGHT, "pale")
    yield from BACKDROPS[Dice(drawing.behind).pick("backdrop", len(BACKDROPS))](middle, dice)
    yield from _around(drawing, middle, dice)
    yield from (motifs or MOTIFS)[drawing.motif](middle, dice, drawing)
    yield block(0, HORIZON, WIDTH, HEIGHT, "main")


# Behind: large calm shapes


def _sunrise(middle: float, dice: Dice) -> Iterator[Shape]:
    side = 1 if dice.pick("side", 2) else -1
    radius = dice.between("sun", 62, 80)
    yield Disc(middle - side * 70, HORIZON, 250, 120, "paper", 0.55)
    yield Disc(middle + side * 62, HORIZON - radius * 1.25, radius, radius, "sun")
    yield Disc(middle + side * 150, HORIZON, 190, 78, "main", 0.16)


def _doorways(middle: float, dice: Dice) -> Iterator[Shape]:
    shift = dice.between("shift", -26, 26)
    for half, fill, veil in ((172, "paper", 0.6), (128, "main", 0.14), (86, "sun", 0.75)):
        yield Arch(middle + shift - half, middle + shift + half, HORIZON - half * 1.42, HORIZON, fill, veil)


def _hills(middle: float, dice: Dice) -> Iterator[Shape]:
    side = 1 if dice.pick("side", 2) else -1
    yield Disc(middle + side * 108, 78, 34, 34, "sun")
    yield Disc(middle - side * 120, HORIZON, 230, 168, "main", 0.16)
    yield Disc(middle + side * 130, HORIZON, 220, 112, "paper", 0.6)


def _rainbow(middle: float, dice: Dice) -> Iterator[Shape]:
    shift = dice.between("shift", -34, 34)
    for radius, fill, veil in ((224, "paper", 0.55), (182, "pale", 1), (142, "sun", 0.55), (100, "pale", 1)):
        yield Disc(middle + shift, HORIZON, radius, radius, fill, veil)


BACKDROPS = (_sunrise, _doorways, _hills, _rainbow)


# Around: small things on the same ground, a kind for each topic


def _around(drawing: Drawing, middle: float, dice: Dice) -> Iterator[Shape]:
    for number, topic in enumerate((drawing.around or ("",))[:4]):
        side = 1 if (number + dice.pick("first", 2)) % 2 else -1
        x = middle + side * dice.between(f"way{number}", 112, 176)
        yield from THINGS[Dice(topic).pick("thing", len(THINGS))](x, dice.between(f"tall{number}", 46, 78))


def _tree(x: float, tall: float) -> Iterator[Shape]:
    yield block(x - 2, HORIZON - tall * 0.6, x + 2, HORIZON, "ink")
    yield Disc(x, HORIZON - tall * 0.7, tall * 0.3, tall * 0.3, "leaf")


def _poplar(x: float, tall: float) -> Iterator[Shape]:
    yield block(x - 1.5, HORIZON - tall * 0.4, x + 1.5, HORIZON, "ink")
    yield Disc(x, HORIZON - tall * 0.62, tall * 0.15, tall * 0.42, "leaf")


def _cottage(x: float, tall: float) -> Iterator[Shape]:
    half, base = tall * 0.4, HORIZON
    roof = ((x - half, base), (x - half, base - tall * 0.5), (x, base - tall * 0.85), (x + half, base - tall * 0.5))
    yield Area((*roof, (x + half, base)), "main", 0.55)
    yield Arch(x - half * 0.32, x + half * 0.32, base - tall * 0.38, base, "light")


THINGS = (_tree, _poplar, _cottage)


# In the middle: what the item is


def _voices(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Two who talk, and between them what one of them says."""
    side = 1 if dice.pick("speaks", 2) else -1
    near, far = dice.between("near", 132, 150), dice.between("far", 108, 124)
    yield from bust(middle + side * 52, far, "ink")
    yield from bust(middle - side * 44, near, "main")
    x, y = middle + side * 26, HORIZON - near * 1.12
    yield Area(((x - side * 38, y + 8), (x - side * 52, y + 46), (x - side * 4, y + 26)), "light")
    yield Disc(x, y, 50, 33, "light")
    for step, reach in enumerate((9, 18, 12, 20, 8)):
        bar = x + (step - 2) * 14
        tall = reach * (0.6 + dice.pick(f"bar{step}", 5) / 10)
        yield block(bar - 3, y - tall, bar + 3, y + tall, "main")


def _screen(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A picture on two feet, with its own small landscape and the sign for playing."""
    half, top, base = 98, 86, 214
    yield Area(((middle - 62, base), (middle - 48, base), (middle - 56, HORIZON), (middle - 74, HORIZON)), "ink")
    yield Area(((middle + 62, base), (middle + 48, base), (middle + 56, HORIZON), (middle + 74, HORIZON)), "ink")
    yield block(middle - half, top, middle + half, base, "ink")
    yield block(middle - half + 9, top + 9, middle + half - 9, base - 9, "light")
    left, right, floor = middle - half + 9, middle + half - 9, base - 9
    if dice.pick("shows", 2):
        sun = middle + (dice.pick("side", 2) * 2 - 1) * dice.between("sun", 34, 56)
        yield Disc(sun, top + 42, 17, 17, "sun")
        yield _mound(left, right, floor, dice.between("left", 24, 52), dice.between("right", 18, 46))
    else:
        for number in range(5):
            start = left + 16 + number * 31
            fill, veil = ("sun", 1) if number == dice.pick("one", 5) else ("main", 0.4)
            yield Arch(start, start + 22, floor - dice.between(f"bar{number}", 30, 92), floor, fill, veil)
    yield Disc(middle, (top + base) / 2, 31, 31, "main")
    x, y = middle + 3, (top + base) / 2
    yield Area(((x - 10, y - 15), (x + 15, y), (x - 10, y + 15)), "paper")


def _mound(left: float, right: float, base: float, first: float, second: float) -> Area:
    """Two hills in a row between two walls."""
    line = [left + (right - left) * step / 24 for step in range(25)]
    share = [(x - left) / (right - left) for x in line]
    high = [first * math.sin(math.pi * s * 0.9) ** 2 + second * math.sin(math.pi * s * 1.7) ** 2 + 8 for s in share]
    return Area(((left, base), *((x, base - y) for x, y in zip(line, high, strict=True)), (right, base)), "main", 0.45)


def _way(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A way up to a house with an open door, and a sign where it begins."""
    side = 1 if dice.pick("side", 2) else -1
    top = HORIZON - dice.between("hill", 70, 88)
    yield Disc(middle, HORIZON + 6, 150, HORIZON + 6 - top, "main")
    left, right = [], []
    for step in range(13):
        share = step / 12
        y = top + 2 + (HORIZON - top) * share
        x = middle + side * (-6 + 34 * math.sin(share * 4.2) * share)
        half = 5 + 20 * share * share
        left.append((x - half, y))
        right.append((x + half, y))
    yield Area((*left, *reversed(right)), "light")
    x, half, base = middle - side * 6, 34, top + 5
    yield Area(
        ((x - half, base), (x - half, base - 40), (x, base - 68), (x + half, base - 40), (x + half, base)), "ink"
    )
    yield Arch(x - 12, x + 12, base - 36, base, "light")
    pin, foot = middle + side * 82, HORIZON - 4
    yield Area(((pin - 15, foot - 40), (pin + 15, foot - 40), (pin, foot)), "sun")
    yield Disc(pin, foot - 46, 19, 19, "sun")
    yield Disc(pin, foot - 46, 8, 8, "paper")


def _doors(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """One door for each part, all on one floor, one of them open."""
    doors = drawing.doors or ("ink",)
    wide = min(74, 290 / len(doors))
    left = MIDDLE - wide * len(doors) / 2
    for number, color in enumerate(doors):
        start = left + number * wide + wide * 0.07
        end = start + wide * 0.86
        yield Arch(start, end, HORIZON - wide * 1.72, HORIZON, color)
        inset = wide * 0.17
        if number == drawing.open:
            yield Arch(start + inset, end - inset, HORIZON - wide * 1.5, HORIZON, "light")
        else:
            yield Disc(end - inset * 1.1, HORIZON - wide * 0.62, wide * 0.05, wide * 0.05, "light")


def _person(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """Somebody in a doorway."""
    yield Arch(middle - 84, middle + 84, 46, HORIZON, "light")
    yield from bust(middle, dice.between("size", 164, 178), "main")


def _company(middle: float, dice: Dice, drawing: Drawing) -> Iterator[Shape]:
    """A hall, a workshop or a shop, its door at ground level."""
    left, right, base = middle - 92, middle + 92, HORIZON
    kind = dice.pick("house", 3)
    if kind == 0:
        teeth = [(left + 61.3 * n, base - 96 + y) for n in range(3) for y in (-44, 0)]
        teeth = [(x + (61.3 if index % 2 else 0), y) for index, (x, y) in enumerate(teeth)]
        yield Area(((left, base), *teeth, (right, base)), "main")
    elif kind == 1:
        yield Area(((left, base), (left, base - 88), (middle, base - 156), (right, base - 88), (right, base)), "main")
        eaves = ((left - 14, base - 78), (middle, base - 166), (right + 14, base - 78))
        yield Area((*eaves, (right + 8, base - 70), (middle, base - 148), (left - 8, base - 70)), "ink")
    else:
        yield block(left, base - 138, right, base, "main")
        for number in range(6):
            start = left - 8 + number * 200 / 6
            yield Area(
                ((start + 6, base - 108), (start + 26, base - 108), (start + 33.4, base - 78), (start, base - 78)),
                "sun" if number % 2 else "light",
            )
    for x in (left + 20, right - 54):
        yield block(x, base - 64, x + 34, base - 30, "light")
    yield Arch(middle - 25, middle + 25, base - 72, base, "light")


MOTIFS: dict[str, Motif] = {
    "voices": _voices,
    "screen": _screen,
    "way": _way,
    "doors": _doors,
    "person": _person,
    "company": _company,
    **SYMBOLS,
}
