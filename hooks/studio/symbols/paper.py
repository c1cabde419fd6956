"""Symbols for words and safety: document, book, chat, lock, key, shield."""

from __future__ import annotations

from ..canvas import Canvas, bow, curve
from ..look import Look, veil


def document(c: Canvas, look: Look) -> None:
    c.shape([(38, 16), (84, 22), (76, 98), (30, 98)], look.soft, soften=2)
    c.shape([(18, 10), (53, 10), (70, 27), (70, 98), (18, 98)], look.main, soften=2)
    c.shape([(54, 9), (71, 26), (54, 26)], look.deep, soften=1.4)
    for row, end in ((40, 60), (53, 60), (66, 46)):
        c.stroke([(28, row), (end, row)], 4.4, look.paper)
    c.disc((68, 80), 15, look.sun)
    c.stroke([(61, 80), (66, 85), (75, 75)], 4.4, look.paper)


def book(c: Canvas, look: Look) -> None:
    c.disc((50, 34), 22, look.sun)
    left = [*curve((50, 46), (40, 32), (22, 30), (4, 36)), (4, 96), *curve((4, 96), (22, 90), (40, 91), (50, 100))]
    c.shape(left, look.main)
    c.shape([(100 - x, y) for x, y in left], look.deep)
    for step in (0, 14, 28):
        line = curve((14, 48 + step), (24, 46 + step), (34, 48 + step), (42, 54 + step))
        c.stroke(line, 3.6, look.paper)
        c.stroke([(100 - x, y) for x, y in line], 3.6, veil(look.paper, 0.75))
    c.stroke([(50, 46), (50, 98)], 2.4, look.paper)


def chat(c: Canvas, look: Look) -> None:
    c.block(34, 10, 96, 58, look.soft, 24)
    c.shape([(74, 50), (92, 44), (90, 72)], look.soft)
    c.block(4, 32, 76, 86, look.main, 27)
    c.shape([(14, 70), (36, 78), (14, 97)], look.main, soften=2)
    for x in (24, 40, 56):
        c.disc((x, 59), 5.2, look.paper)
    c.stroke([(54, 24), (82, 24)], 4.4, veil(look.paper, 0.9))
    c.disc((16, 20), 9, look.sun)


def lock(c: Canvas, look: Look) -> None:
    c.disc((72, 62), 30, veil(look.sun, 0.9))
    c.stroke([(30, 56), (30, 34), *bow((50, 34), 20, 180, 360), (70, 34), (70, 56)], 10, look.ink)
    c.block(14, 48, 86, 100, look.main, 9)
    c.shape(
        [(50, 48), (77, 48), *bow((77, 57), 9, 270, 360), (86, 91), *bow((77, 91), 9, 0, 90), (50, 100)],
        veil(look.deep, 0.55),
    )
    c.disc((50, 69), 8, look.paper)
    c.stroke([(50, 70), (50, 84)], 6, look.paper)


def key(c: Canvas, look: Look) -> None:
    c.disc((58, 30), 30, veil(look.sun, 0.9))
    c.stroke([(46, 50), (46, 95)], 10, look.ink)
    c.stroke([(48, 92), (66, 92)], 10, look.ink)
    c.stroke([(48, 74), (60, 74)], 10, look.ink)
    c.ring((46, 28), 20, 13, look.main)
    c.stroke(bow((46, 28), 20, -60, 60), 13, look.deep)


def shield(c: Canvas, look: Look) -> None:
    right = [(50, 4), *curve((50, 4), (60, 13), (74, 17), (90, 17)), *curve((90, 17), (92, 58), (78, 84), (50, 100))]
    c.shape([(100 - x, y) for x, y in right], look.main)
    c.shape(right, look.deep)
    c.disc((50, 50), 25, look.sun)
    c.stroke([(37, 51), (46.5, 60), (64, 41)], 7.5, look.paper)
