"""What stands behind a symbol: a sky, large calm shapes, and the ground.

The motif of the project is *at ground level*: one step-free line on which
everything stands. Position and shapes follow from the item's slug, so that
covers differ from each other and a cover stays the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from .canvas import Canvas, Point, bow
from .look import Colour, Look, mix, veil

SKY, BACKDROP = "sky321", "backdrop39"
"""Thrown under these names, neighbours in the sample library get different ones."""


@dataclass(frozen=True, slots=True)
class Dice:
    """Numbers that look thrown and are the same for the same slug."""

    slug: str

    def pick(self, what: str, count: int) -> int:
        return hashlib.sha256(f"{what}:{self.slug}".encode()).digest()[0] % count

    def between(self, what: str, least: float, most: float) -> float:
        return least + (most - least) * self.pick(what, 256) / 255


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture's measures: the horizon, the middle of what stands on it, and how far shapes reach from there."""

    width: float
    height: float
    horizon: float
    middle: float
    reach: float


def sky(dice: Dice, look: Look) -> Colour:
    skies = (
        look.light,
        look.paper,
        mix(look.light, look.paper, 0.5),
        mix(look.sand, look.paper, 0.4),
        mix(look.sun, look.paper, 0.7),
    )
    return skies[dice.pick(SKY, len(skies))]


def draw(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Sky shapes and ground; the symbol comes after."""
    backdrop = BACKDROPS[dice.pick(BACKDROP, len(BACKDROPS))]
    if frame.width > frame.height * 1.2:
        canvas.oval((frame.width * 0.16, frame.horizon), frame.width * 0.62, frame.height * 0.34, veil(look.soft, 0.28))
    backdrop(canvas, frame, dice, look)
    _company(canvas, frame, dice, look)
    ground(canvas, frame, look)


def ground(canvas: Canvas, frame: Frame, look: Look) -> None:
    canvas.block(0, frame.horizon, frame.width, frame.height, look.main)


def _company(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Small things far off on the same ground: trees, cottages, hills."""
    tints = (look.soft, mix(look.main, look.light, 0.4), mix(look.deep, look.light, 0.45))
    for number in range(2 + dice.pick("company", 3)):
        name = f"thing{number}"
        side = 1 if number % 2 == dice.pick("first", 2) else -1
        x = frame.middle + side * dice.between(f"{name}-way", 0.5, 0.92) * frame.reach
        if not frame.width * 0.05 < x < frame.width * 0.95:
            continue
        tall = frame.reach * dice.between(f"{name}-tall", 0.13, 0.24)
        tint = tints[dice.pick(f"{name}-tint", len(tints))]
        thing = dice.pick(name, 3)
        if thing == 0:
            tree(canvas, (x, frame.horizon), tall, tint, look)
        elif thing == 1:
            _cottage(canvas, (x, frame.horizon), tall * 0.8, tint, look)
        else:
            canvas.oval((x, frame.horizon), tall * 1.8, tall * 0.9, veil(tint, 0.9))


def tree(canvas: Canvas, foot: Point, tall: float, tint: Colour, look: Look) -> None:
    x, base = foot
    canvas.stroke([(x, base), (x, base - tall * 0.6)], tall * 0.07, look.deep)
    canvas.disc((x, base - tall * 0.75), tall * 0.3, tint)


def _cottage(canvas: Canvas, foot: Point, tall: float, tint: Colour, look: Look) -> None:
    x, base = foot
    half = tall * 0.42
    canvas.shape(
        [
            (x - half, base),
            (x - half, base - tall * 0.55),
            (x, base - tall),
            (x + half, base - tall * 0.55),
            (x + half, base),
        ],
        tint,
    )
    canvas.arch(x - half * 0.3, x + half * 0.3, base - tall * 0.42, base, look.paper)


def _disc(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """One large disc, half hidden by the ground."""
    side = -1 if dice.pick("side", 2) else 1
    radius = frame.reach * dice.between("radius", 0.5, 0.58)
    tint = (veil(look.paper, 0.9), veil(look.sand, 0.9), veil(look.soft, 0.45))[dice.pick("pale", 3)]
    canvas.disc((frame.middle - side * radius * 0.3, frame.horizon - radius * 0.42), radius, tint)
    canvas.disc(
        (frame.middle + side * radius * 1.25, frame.horizon - radius * 0.1), radius * 0.45, veil(look.soft, 0.45)
    )


def _arches(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Doorways within doorways, all standing on the ground."""
    middle = frame.middle + frame.reach * dice.between("shift", -0.12, 0.12)
    for share, tint in ((0.62, veil(look.soft, 0.4)), (0.48, veil(look.paper, 0.75)), (0.34, veil(look.soft, 0.35))):
        half = frame.reach * share
        canvas.arch(middle - half, middle + half, frame.horizon - half * 1.45, frame.horizon, tint)


def _hills(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Rounded hills one behind the other, and a pale moon."""
    side = -1 if dice.pick("side", 2) else 1
    moon = (frame.middle + side * frame.reach * 0.44, frame.horizon - frame.reach * 0.72)
    canvas.disc(moon, frame.reach * 0.14, mix(look.sand, look.paper, 0.55))
    for shift, wide, high, tint in (
        (-0.55, 1.5, 0.95, veil(look.soft, 0.45)),
        (0.5, 1.3, 0.7, veil(look.sand, 0.95)),
        (0.05, 1.1, 0.45, veil(look.soft, 0.5)),
    ):
        centre = (frame.middle + side * shift * frame.reach, frame.horizon)
        canvas.oval(centre, wide * frame.reach, high * frame.reach, tint)


def _rings(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Wide bows around the place where the symbol stands, like a rainbow in two tones."""
    middle = frame.middle + frame.reach * dice.between("shift", -0.2, 0.2)
    for step, share in enumerate((0.34, 0.5, 0.66, 0.82)):
        tint = veil(look.soft if step % 2 else mix(look.sand, look.paper, 0.2), 0.6)
        canvas.stroke(bow((middle, frame.horizon), frame.reach * share, 180, 360), frame.reach * 0.08, tint)


def _drift(canvas: Canvas, frame: Frame, dice: Dice, look: Look) -> None:
    """Three translucent discs that overlap."""
    side = -1 if dice.pick("side", 2) else 1
    for x, y, radius, tint in (
        (-0.3, 0.48, 0.36, veil(look.soft, 0.4)),
        (0.32, 0.64, 0.28, veil(look.sand, 0.9)),
        (0.2, 0.22, 0.34, veil(look.soft, 0.35)),
    ):
        centre = (frame.middle + side * x * frame.reach, frame.horizon - y * frame.reach)
        canvas.disc(centre, radius * frame.reach, tint)


BACKDROPS: tuple[Callable[[Canvas, Frame, Dice, Look], None], ...] = (_disc, _arches, _hills, _rings, _drift)
