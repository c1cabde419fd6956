"""What every drawing is made of: three kinds of shapes with named fills, and dice that always fall the same way."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

WIDTH, HEIGHT, HORIZON, MIDDLE = 400, 300, 248, 200
"""Every drawing's measures; what counts stands around the middle, so that a narrow crop still shows it."""


@dataclass(frozen=True, slots=True)
class Disc:
    """An ellipse around a centre."""

    x: float
    y: float
    across: float
    tall: float
    fill: str
    veil: float = 1


@dataclass(frozen=True, slots=True)
class Arch:
    """A doorway: a half circle on a block that stands on `base`."""

    left: float
    right: float
    top: float
    base: float
    fill: str
    veil: float = 1


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon."""

    points: tuple[tuple[float, float], ...]
    fill: str
    veil: float = 1


Shape = Disc | Arch | Area
"""`fill` is a name in the style sheet (`eb-fill-…`), `veil` what remains of it over what lies behind."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What to draw: `motif` in the middle in the format's `color`; `doors` are colours too, and one door is open."""

    motif: str
    color: str
    seed: str
    behind: str = ""
    around: tuple[str, ...] = ()
    doors: tuple[str, ...] = ()
    open: int = 0


@dataclass(frozen=True, slots=True)
class Dice:
    """Numbers that look thrown and are the same for the same seed."""

    seed: str

    def pick(self, what: str, count: int) -> int:
        return hashlib.sha256(f"{what}:{self.seed}".encode()).digest()[0] % count

    def between(self, what: str, least: float, most: float) -> float:
        return least + (most - least) * self.pick(what, 256) / 255


def block(left: float, top: float, right: float, base: float, fill: str, veil: float = 1) -> Area:
    """A rectangle."""
    return Area(((left, top), (right, top), (right, base), (left, base)), fill, veil)


def bow(x: float, y: float, radius: float, half: float, turns: tuple[float, float], fill: str) -> Area:
    """A part of a ring, twice `half` wide; `turns` are its ends in half turns, clockwise from the right."""
    begin, end = turns
    angles = [math.pi * (begin + (end - begin) * step / 16) for step in range(17)]
    ring = [*((a, radius + half) for a in angles), *((a, radius - half) for a in reversed(angles))]
    return Area(tuple((x + r * math.cos(a), y + r * math.sin(a)) for a, r in ring), fill)
