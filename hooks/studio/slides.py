"""The pictures of a film: a title, then slides whose points appear one after the other.

The lowest part of every slide is plain ground: captions are shown there.
"""

from __future__ import annotations

from collections.abc import Sequence

from ebenerdig.outputs.drawings.motifs import BACKDROPS
from ebenerdig.outputs.drawings.palette import fills
from ebenerdig.outputs.drawings.pixels import LEADING, fitted, font, write_lines
from ebenerdig.outputs.drawings.shapes import MIDDLE, Dice, Drawing
from PIL import Image, ImageDraw

from .drawing import COLOURS, landscape, scene
from .symbols import SYMBOLS

KIND = "videos"
SIZE = (1280, 720)
HORIZON = 606
MARGIN, COLUMN, INDENT = 84, 620, 44
"""Where text begins, how wide it is, and how far a point's text stands from its disc."""
SYMBOL = 1010
"""The middle of what stands to the right of the text."""


def title(slug: str, symbol: str, words: str) -> Image.Image:
    """The first picture: the title in large letters beside the symbol."""
    image = landscape(scene(KIND, symbol, slug), KIND, SIZE, SYMBOL, HORIZON, 430)
    face, text = fitted(words, "Black", range(76, 40, -4), COLUMN, HORIZON - 2 * MARGIN)
    tall = face.size * LEADING * (text.count("\n") + 1)
    write_lines(ImageDraw.Draw(image), (MARGIN, (HORIZON - tall) / 2), text, face, fills(COLOURS[KIND])["ink"])
    return image


def slide(number: int, count: int, symbol: str, heading: str, points: Sequence[str], shown: int) -> Image.Image:
    """One slide with its first `shown` points; `number` of `count` is marked by small discs.

    Points are as large as the space above the ground allows, judged by all of them, shown or not yet.
    """
    drawing, dice, colours = Drawing(symbol, COLOURS[KIND], heading), Dice(heading), fills(COLOURS[KIND])
    stage = (*BACKDROPS[number % len(BACKDROPS)](MIDDLE, dice), *SYMBOLS[symbol](MIDDLE, dice, drawing))
    image = landscape(stage, KIND, SIZE, SYMBOL, HORIZON, 400)
    brush = ImageDraw.Draw(image)
    for step in range(count):
        disc = colours["main" if step <= number else "paper"]
        brush.text((MARGIN + step * 26, 84), "•", disc, font("Black", 56), anchor="lm")
    face, text = fitted(heading, "Black", range(64, 40, -4), COLUMN, 160)
    y = 148 + write_lines(brush, (MARGIN, 120), text, face, colours["ink"])
    for size in range(48, 26, -2):
        broken = [fitted(point, "Semibold", [size], COLUMN - INDENT, HORIZON) for point in points]
        if y + sum(size * (LEADING * (text.count("\n") + 1) + 0.6) for _, text in broken) < HORIZON - 10:
            break
    for index, (face, text) in enumerate(broken[:shown]):
        disc = colours["sun" if index == shown - 1 else "main"]
        brush.text((MARGIN, y - size * 0.18), "•", disc, font("Black", round(size * 1.3)), anchor="la")
        y += write_lines(brush, (MARGIN + INDENT, y), text, face, colours["ink"]) + size * 0.6
    return image
