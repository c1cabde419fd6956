"""Symbols for what is alive: brain, people, house, path, bread."""

from __future__ import annotations

from ..canvas import Canvas, bow, curve
from ..look import Look, veil


def brain(c: Canvas, look: Look) -> None:
    """Half folds, half circuit: a tree of thoughts on a short stem."""
    c.shape(
        [*curve((44, 70), (45, 84), (42, 92), (34, 100)), *curve((66, 100), (58, 92), (55, 84), (56, 70))], look.ink
    )
    for x, y, radius in ((34, 24, 18), (20, 42, 17), (26, 60, 17), (42, 68, 14), (42, 44, 22)):
        c.disc((x, y), radius, look.main)
        c.disc((100 - x, y), radius, look.deep)
    c.shape([(50, 14), (50, 82), (24, 60), (24, 30)], look.main)
    c.shape([(50, 14), (50, 82), (76, 60), (76, 30)], look.deep)
    c.stroke(curve((39, 20), (22, 20), (22, 38), (36, 36)), 3.8, look.paper)
    c.stroke(curve((12, 46), (20, 38), (34, 48), (25, 58)), 3.8, look.paper)
    c.stroke(curve((41, 48), (42, 58), (28, 62), (35, 72)), 3.8, look.paper)
    for line in ([(50, 28), (64, 28)], [(50, 47), (66, 47), (76, 41)], [(50, 62), (60, 62), (68, 68)]):
        c.stroke(line, 3.4, look.paper)
        c.disc(line[-1], 5, look.sun)
    c.stroke([(50, 18), (50, 78)], 3.4, look.paper)


def people(c: Canvas, look: Look) -> None:
    for left, right, head, tall, tint in (
        (2, 40, 11, 44, look.soft),
        (60, 98, 11, 50, look.deep),
        (26, 74, 14, 34, look.main),
    ):
        middle = (left + right) / 2
        c.arch(left, right, tall + 8, 100, veil(tint, 0.92))
        c.disc((middle, tall - head + 2), head, look.sun if tint == look.main else tint)


def house(c: Canvas, look: Look) -> None:
    """Two gables and a door without a step."""
    c.disc((76, 26), 17, look.sun)
    c.shape([(52, 100), (52, 52), (74, 34), (96, 52), (96, 100)], look.soft)
    c.block(78, 64, 88, 78, look.paper, 2)
    c.shape([(6, 100), (6, 48), (38, 18), (70, 48), (70, 100)], look.main)
    c.shape([(38, 100), (38, 18), (70, 48), (70, 100)], veil(look.deep, 0.6))
    c.stroke([(4, 50), (38, 18), (72, 50)], 6, look.ink)
    c.arch(26, 50, 62, 100, look.paper)
    c.disc((38, 44), 6.5, look.sun)


def path(c: Canvas, look: Look) -> None:
    c.disc((36, 38), 20, look.sun)
    c.shape(bow((22, 100), 30, 180, 360), look.soft)
    c.shape(bow((57, 100), 45, 180, 360), look.main)
    c.shape([*bow((57, 100), 45, 290, 360), (70, 100), *curve((70, 100), (96, 84), (84, 64), (72.4, 57.7))], look.deep)
    road = [*curve((46, 100), (64, 88), (86, 84), (68, 73)), *curve((68, 73), (56, 66), (56, 60), (60, 55.5))]
    back = [*curve((58, 55.5), (48, 60), (44, 68), (58, 76)), *curve((58, 76), (66, 82), (46, 88), (24, 100))]
    c.shape([*road, *back], look.paper)
    c.stroke([(59, 55), (59, 10)], 3.4, look.ink)
    c.shape([(60, 11), (85, 18), (60, 26)], look.ink, soften=1.6)


def bread(c: Canvas, look: Look) -> None:
    for x in (32, 50, 68):
        c.stroke(curve((x, 36), (x - 9, 28), (x + 9, 20), (x, 10)), 3.4, look.soft)
    loaf = [(10, 92), *curve((10, 92), (-4, 60), (18, 44), (50, 44)), *curve((50, 44), (82, 44), (104, 60), (90, 92))]
    c.shape(loaf, look.sun)
    c.shape(
        [
            (50, 44),
            *curve((50, 44), (82, 44), (104, 60), (90, 92)),
            (56, 92),
            *curve((56, 92), (64, 76), (62, 58), (50, 44)),
        ],
        veil(look.ink, 0.16),
    )
    for x in (28, 48, 68):
        c.stroke(curve((x - 4, 74), (x - 3, 66), (x + 2, 60), (x + 8, 57)), 5, look.paper)
    c.block(0, 90, 100, 100, look.main, 5)
