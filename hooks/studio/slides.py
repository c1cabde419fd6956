"""The pictures of a film: a title, then slides whose points appear one after the other.

The lowest part of every slide is plain ground: captions are shown there.
"""

from __future__ import annotations

from PIL import Image

from . import scenery
from .canvas import Canvas
from .letters import even_lines, lines
from .look import LOOKS, Look, mix, veil
from .symbols import SYMBOLS

SIZE = (1280, 720)
HORIZON = 606
MARGIN = 84
COLUMN = 672
"""The width of the text; the symbol stands to the right of it."""


def title(slug: str, symbol: str, words: str) -> Image.Image:
    """The first picture: the title in large letters beside the symbol."""
    look, dice = LOOKS["videos"], scenery.Dice(slug)
    frame = scenery.Frame(*SIZE, HORIZON, 985, HORIZON * 0.8)
    canvas = Canvas.blank(*SIZE, scenery.sky(dice, look))
    scenery.draw(canvas, frame, dice, look)
    SYMBOLS[symbol](canvas.at(785, HORIZON - 400, 400), look)
    broken, size = even_lines(words, "Black", 76, COLUMN)
    step = size * 1.16
    y = HORIZON / 2 - (len(broken) - 1) * step / 2 + 20
    for line in broken:
        canvas.text((MARGIN, y), line, size, look.ink, weight="Black")
        y += step
    canvas.stroke([(MARGIN + 5, y - step / 2), (MARGIN + 95, y - step / 2)], 10, look.sun)
    return canvas.finished()


def slide(number: int, count: int, symbol: str, heading: str, points: tuple[str, ...], shown: int) -> Image.Image:
    """One slide with its first `shown` points; `number` of `count` is marked by small discs."""
    look = LOOKS["videos"]
    canvas = Canvas.blank(*SIZE, look.paper)
    _stage(canvas, number, look)
    SYMBOLS[symbol](canvas.at(816, HORIZON - 380, 380), look)
    for step in range(count):
        canvas.disc((MARGIN + 8 + step * 26, 88), 7, look.main if step <= number else mix(look.light, look.paper, 0.1))
    y = 180.0
    broken, size = even_lines(heading, "Black", 64, COLUMN)
    for line in broken:
        canvas.text((MARGIN, y), line, size, look.ink, weight="Black")
        y += size * 1.13
    _points(canvas, y, points, shown, look)
    return canvas.finished()


def _points(canvas: Canvas, below: float, points: tuple[str, ...], shown: int, look: Look) -> None:
    """As large as the space above the ground allows, judged by all points, shown or not yet."""
    for size in range(48, 28, -2):
        broken = [lines(point, "Medium", size, COLUMN - 44) for point in points]
        tall = sum(len(each) * size * 1.22 + size * 0.75 for each in broken)
        if below + 32 + tall - size < HORIZON - 10:
            break
    y = below + 32
    for index, each in enumerate(broken[:shown]):
        canvas.disc((MARGIN + 11, y - size * 0.34), 11, look.sun if index == shown - 1 else look.main)
        for line in each:
            canvas.text((MARGIN + 44, y), line, size, look.ink, weight="Medium")
            y += size * 1.22
        y += size * 0.75


def _stage(canvas: Canvas, number: int, look: Look) -> None:
    """The ground and one large shape behind the symbol, another one on every slide."""
    middle = 1006
    shape = number % 3
    if shape == 0:
        canvas.disc((middle + 20, HORIZON - 190), 235, look.light)
        canvas.disc((middle - 165, HORIZON - 40), 84, veil(look.sand, 0.8))
    elif shape == 1:
        canvas.arch(middle - 215, middle + 215, HORIZON - 440, HORIZON, look.light)
        canvas.oval((middle + 190, HORIZON), 320, 190, veil(look.sand, 0.9))
    else:
        canvas.oval((middle + 100, HORIZON), 540, 560, look.light)
        canvas.oval((middle - 90, HORIZON), 320, 230, veil(look.sand, 0.9))
    scenery.ground(canvas, scenery.Frame(*SIZE, HORIZON, middle, HORIZON), look)
