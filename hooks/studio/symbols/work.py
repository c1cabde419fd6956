"""Symbols for machines and figures: bolt, gear, chart, arrows, plug, twin, clock."""

from __future__ import annotations

import itertools
import math

from ..canvas import Canvas, Point, bow, curve
from ..look import Look, mix, veil


def bolt(c: Canvas, look: Look) -> None:
    c.disc((50, 48), 46, look.main)
    c.shape(bow((50, 48), 46, -70, 110), look.deep)
    c.shape([(60, 4), (22, 57), (47, 57), (40, 98), (80, 40), (56, 40)], look.sun, soften=2)
    c.shape([(56, 40), (80, 40), (40, 98), (47, 57)], mix(look.sun, look.paper, 0.4), soften=2)


def gear(c: Canvas, look: Look) -> None:
    c.shape(_cog((78, 24), 19, 8), look.soft, soften=1)
    c.disc((78, 24), 8, look.paper)
    c.shape(_cog((44, 61), 38.5, 10), look.main, soften=1.5)
    c.disc((44, 61), 21, look.deep)
    c.disc((44, 61), 12, look.sun)


def _cog(centre: Point, radius: float, teeth: int) -> list[Point]:
    """A wheel whose last tooth stands on the ground."""
    points: list[Point] = []
    for tooth in range(teeth):
        middle = 90 + 360 * tooth / teeth
        for turn, reach in ((-0.30, 0.8), (-0.20, 1), (0.20, 1), (0.30, 0.8)):
            angle = math.radians(middle + turn * 360 / teeth)
            points.append((centre[0] + radius * reach * math.cos(angle), centre[1] + radius * reach * math.sin(angle)))
    return points


def chart(c: Canvas, look: Look) -> None:
    for left, top, tint in ((4, 70, look.soft), (28, 56, look.main), (52, 40, look.main), (76, 22, look.deep)):
        c.arch(left, left + 20, top, 100, tint)
    c.stroke(curve((12, 50), (34, 44), (50, 26), (84, 6)), 4, look.ink)
    for place in ((12, 50), (45, 33.5), (84, 6)):
        c.disc(place, 5.5, look.sun)


def arrows(c: Canvas, look: Look) -> None:
    c.disc((50, 58), 16, look.sun)
    for turn, tint in ((0, look.main), (180, look.deep)):
        c.stroke(bow((50, 58), 36, 207 + turn, 340 + turn), 11, tint)
        angle = math.radians(345 + turn)
        c.shape(_head((50 + 36 * math.cos(angle), 58 + 36 * math.sin(angle)), 345 + turn + 90), tint, soften=3)


def _head(at: Point, direction: float) -> list[Point]:
    return [bow(at, reach, direction + turn, direction + turn)[0] for turn, reach in ((0, 15), (120, 15), (240, 15))]


def plug(c: Canvas, look: Look) -> None:
    c.disc((50, 52), 40, veil(look.sun, 0.9))
    for x in (36, 64):
        c.stroke([(x, 10), (x, 34)], 8, look.ink)
    c.shape([(20, 34), (80, 34), *bow((50, 44), 30, 0, 180), (20, 44)], look.main)
    c.shape([(50, 34), (80, 34), *bow((50, 44), 30, 0, 90)], veil(look.deep, 0.6))
    c.stroke([(50, 74), *curve((50, 78), (50, 92), (58, 97), (70, 97)), (100, 97)], 6, look.ink)


def twin(c: Canvas, look: Look) -> None:
    c.arch(8, 52, 20, 100, look.main)
    c.disc((30, 42), 10, look.sun)
    for row in (66, 80):
        c.stroke([(20, row), (40, row)], 4.4, look.paper)
    outline = [(48, 97), (48, 42), *bow((70, 42), 22, 180, 360), (92, 42), (92, 97)]
    c.arch(48, 92, 20, 100, veil(look.light, 0.85))
    for x, y in _dots(outline, 7):
        c.disc((x, y), 2, look.deep)
    c.ring((70, 42), 9, 3, look.deep)
    for row in (66, 80):
        c.stroke([(60, row), (80, row)], 3, look.deep)


def _dots(points: list[Point], gap: float) -> list[Point]:
    """Points at even distances along a line."""
    found, walked = [points[0]], 0.0
    for before, after in itertools.pairwise(points):
        length = math.dist(before, after)
        while length and walked + length >= gap * len(found):
            share = (gap * len(found) - walked) / length
            found.append((before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share))
        walked += length
    return found


def clock(c: Canvas, look: Look) -> None:
    for side in (-1, 1):
        c.stroke([(50 + side * 24, 82), (50 + side * 32, 97)], 6, look.ink)
    c.disc((50, 52), 42, look.main)
    c.shape(bow((50, 52), 42, -30, 150), look.deep)
    c.disc((50, 52), 32, look.paper)
    c.shape([(50, 52), *bow((50, 52), 32, -90, 30)], look.sun)
    c.stroke([(50, 52), (50, 30)], 5, look.ink)
    c.stroke([(50, 52), (66, 61)], 5, look.ink)
    c.disc((50, 52), 4.4, look.ink)
