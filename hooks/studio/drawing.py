"""Covers, posters and the shows' own pictures: the library's drawings, and a few words set into the ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ebenerdig.models.formats import FORMATS
from ebenerdig.outputs.drawings.motifs import shapes
from ebenerdig.outputs.drawings.palette import fills
from ebenerdig.outputs.drawings.pixels import fitted, paint
from ebenerdig.outputs.drawings.shapes import HORIZON, MIDDLE, Dice, Drawing, Shape, block
from PIL import Image, ImageDraw

from .symbols import SYMBOLS

COLOURS = {form.folder: form.color for form in FORMATS}
"""An item takes its colour from its kind, named after its folder."""
TALL = 208
"""How much of a drawing stands above the ground, in its own units."""


def scene(kind: str, symbol: str, seed: str) -> Iterator[Shape]:
    """The symbol in a landscape that differs from seed to seed and stays the same for one."""
    return shapes(Drawing(symbol, COLOURS[kind], seed, seed, (seed, f"{seed}+")), SYMBOLS)


def landscape(
    shown: Iterable[Shape], kind: str, size: tuple[int, int], middle: float, horizon: float, tall: float
) -> Image.Image:
    """Paint a drawing: `middle` and `horizon` are where its symbol stands, `tall` how high it may rise."""
    scale = tall / TALL
    origin = (MIDDLE - middle / scale, HORIZON - horizon / scale)
    left, right = origin[0] - 1, origin[0] + size[0] / scale + 1
    below = block(left, HORIZON, right, HORIZON + size[1] / scale, "main")
    sky = block(left, origin[1] - 1, right, HORIZON, "pale")
    return paint((sky, *shown, below), fills(COLOURS[kind]), size, origin, scale)


def cover(kind: str, slug: str, symbol: str, words: str, size: tuple[int, int], line: str = "") -> Image.Image:
    """A cover of any shape; in a wide one the symbol stands to the right. A `line` stands small below the words."""
    width, height = size
    horizon = height * (0.715 if line else 0.755)
    aside = Dice(slug).between("aside", 0.62, 0.70) if width > height * 1.2 else 0.5
    image = landscape(scene(kind, symbol, slug), kind, size, width * aside, horizon, height * 0.68)
    for text, weight, share, place in ((words, "Black", 0.16, 0.39 if line else 0.5), (line, "Semibold", 0.05, 0.8)):
        write(image, text, weight, share * height, (width * 0.08, horizon + (height - horizon) * place))
    return image


def write(image: Image.Image, text: str, weight: str, size: float, place: tuple[float, float]) -> None:
    """Set one line into the ground, as large as its width allows; `place` is its left end at half its height."""
    room = round(image.width * 0.84)
    face, _ = fitted(text, weight, range(round(size), 11, -2), room, round(size * 1.2))
    ImageDraw.Draw(image).text(place, text, fills("ink")["paper"], face, anchor="lm")
