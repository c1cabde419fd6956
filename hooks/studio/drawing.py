"""Covers and posters: a symbol on the ground, and a few words set into it."""

from __future__ import annotations

from PIL import Image

from . import scenery
from .canvas import Canvas, bow
from .letters import fitting
from .look import LOOKS, Look, veil
from .symbols import SYMBOLS


def cover(kind: str, slug: str, symbol: str, words: str, size: tuple[int, int]) -> Image.Image:
    """A cover of any shape; in a wide one the symbol stands to the right."""
    look, dice = LOOKS[kind], scenery.Dice(slug)
    width, height = size
    wide = width > height * 1.2
    horizon = height * 0.755
    middle = width * (dice.between("middle", 0.62, 0.70) if wide else dice.between("middle", 0.43, 0.57))
    frame = scenery.Frame(width, height, horizon, middle, horizon)
    canvas = Canvas.blank(width, height, scenery.sky(dice, look))
    scenery.draw(canvas, frame, dice, look)
    tall = height * 0.61
    SYMBOLS[symbol](canvas.at(middle - tall / 2, horizon - tall, tall), look)
    if words:
        letter = fitting(words, "Black", height * 0.165, width * 0.84)
        canvas.text((width * 0.08, (horizon + height) / 2 + letter * 0.35), words, letter, look.paper, weight="Black")
    return canvas.finished()


def show(size: tuple[int, int]) -> Image.Image:
    """The podcast's own picture: a door without a step, from which sound goes out."""
    look = LOOKS["episodes"]
    width, height = size
    horizon, middle = height * 0.715, width * 0.5
    canvas = Canvas.blank(width, height, look.light)
    frame = scenery.Frame(width, height, horizon, middle, width)
    for share in (0.68, 0.575, 0.47):
        canvas.stroke(bow((middle, horizon), width * share, 180, 360), width * 0.045, veil(look.soft, 0.55))
    canvas.disc((middle, horizon), width * 0.385, look.paper)
    canvas.disc((middle + width * 0.10, horizon - width * 0.24), width * 0.15, look.sun)
    for x, tall in ((0.19, 0.13), (0.255, 0.09), (0.80, 0.11)):
        scenery.tree(canvas, (width * x, horizon), width * tall, look.soft if tall < 0.1 else look.main, look)
    hall = canvas.at(middle - width * 0.2, horizon - width * 0.4, width * 0.4)
    hall.shape([(6, 100), (6, 56), (50, 14), (94, 56), (94, 100)], look.main)
    hall.shape([(50, 100), (50, 14), (94, 56), (94, 100)], look.deep)
    hall.stroke([(2, 60), (50, 14), (98, 60)], 7, look.ink)
    hall.arch(33, 67, 56, 100, look.paper)
    return _named(canvas, frame, look, "Der Podcast der Werkhalle")


def film_show(size: tuple[int, int]) -> Image.Image:
    """The films' own picture: a screen that stands on the ground like a house, ready to play."""
    look = LOOKS["videos"]
    width, height = size
    horizon, middle = height * 0.715, width * 0.5
    canvas = Canvas.blank(width, height, look.light)
    frame = scenery.Frame(width, height, horizon, middle, width)
    for share in (0.68, 0.575, 0.47):
        canvas.stroke(bow((middle, horizon), width * share, 180, 360), width * 0.045, veil(look.soft, 0.55))
    canvas.disc((middle, horizon), width * 0.385, look.paper)
    canvas.disc((middle + width * 0.10, horizon - width * 0.36), width * 0.12, look.sun)
    for x, tall in ((0.105, 0.13), (0.17, 0.09), (0.90, 0.11)):
        scenery.tree(canvas, (width * x, horizon), width * tall, look.soft if tall < 0.1 else look.main, look)
    screen = canvas.at(middle - width * 0.28, horizon - width * 0.56, width * 0.56)
    screen.block(26, 86, 34, 100, look.ink)
    screen.block(66, 86, 74, 100, look.ink)
    screen.block(2, 34, 98, 90, look.ink, radius=7)
    screen.block(7, 39, 93, 85, look.main, radius=4)
    screen.block(50, 39, 93, 85, look.deep, radius=4)
    screen.block(50, 39, 60, 85, look.deep)
    screen.disc((50, 62), 17, look.paper)
    screen.shape([(45, 53), (45, 71), (60, 62)], look.main)
    return _named(canvas, frame, look, "Die Erklärvideos der Werkhalle")


def _named(canvas: Canvas, frame: scenery.Frame, look: Look, line: str) -> Image.Image:
    """Set the name and a line below it into the ground."""
    width, height, horizon = frame.width, frame.height, frame.horizon
    scenery.ground(canvas, frame, look)
    letter = fitting("Ebenerdig", "Black", height * 0.18, width * 0.84)
    canvas.text((width * 0.08, horizon + height * 0.165), "Ebenerdig", letter, look.paper, weight="Black")
    canvas.text((width * 0.084, horizon + height * 0.24), line, height * 0.05, look.light, weight="Medium")
    return canvas.finished()
