"""Paint drawings and text into pictures: for social cards and icons, which cannot be SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import font_source_serif_pro
from PIL import Image, ImageColor, ImageDraw, ImageFont

from .motifs import Arch, Area, Disc, Shape

SMOOTH = 2
"""Shapes are painted this many times larger and then reduced, because Pillow draws hard edges."""


def paint(
    shapes: Iterable[Shape],
    colours: Mapping[str, str],
    size: tuple[int, int],
    origin: tuple[float, float],
    scale: float,
) -> Image.Image:
    """Paint shapes into a new picture; `origin` is the place in the drawing that becomes its upper left corner."""
    large = Image.new("RGB", (size[0] * SMOOTH, size[1] * SMOOTH))
    brush = ImageDraw.Draw(large, "RGBA")
    left, top, scale = origin[0], origin[1], scale * SMOOTH

    def place(x: float, y: float) -> tuple[float, float]:
        return (x - left) * scale, (y - top) * scale

    for shape in shapes:
        fill = (*ImageColor.getrgb(colours[shape.fill])[:3], round(255 * shape.veil))
        match shape:
            case Disc(x, y, across, tall):
                brush.ellipse([place(x - across, y - tall), place(x + across, y + tall)], fill=fill)
            case Arch(start, end, head, base):
                radius = (end - start) / 2 * scale
                corners = (True, True, False, False)
                brush.rounded_rectangle([place(start, head), place(end, base)], radius, fill=fill, corners=corners)
            case Area(points):
                brush.polygon([place(x, y) for x, y in points], fill=fill)
    return large.reduce(SMOOTH)


@lru_cache(64)
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The typeface of everything that is painted: it stands in the pages' own list of faces, too."""
    return ImageFont.truetype(getattr(font_source_serif_pro, f"SourceSerifPro{weight}"), size)


def fitted(text: str, weight: str, sizes: Iterable[int], width: int, height: int) -> tuple[ImageFont.FreeTypeFont, str]:
    """Choose the largest size at which `text` fits into a box, and break its lines evenly."""
    face, lines = font(weight, 12), [text]
    for size in sizes:
        face = font(weight, size)
        lines = _lines(text, face, width)
        if len(lines) * size * LEADING <= height and max(map(face.getlength, lines)) <= width:
            break
    else:
        pieces = (piece for word in text.split() for piece in _pieces(word, face, width))
        lines = _lines(" ".join(pieces), face, width)
    count, narrow = len(lines), width
    while narrow > width / 2 and len(closer := _lines(text, face, narrow - 16)) == count:
        lines, narrow = closer, narrow - 16
        if max(map(face.getlength, lines)) > narrow:
            break
    return face, "\n".join(lines)


LEADING = 1.16
"""From line to line, as a share of the size."""


def _pieces(word: str, face: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """Cut a word that is wider than its box even in the smallest size."""
    start = 0
    for end in range(1, len(word) + 1):
        if face.getlength(word[start : end + 1]) > width or end == len(word):
            yield word[start:end]
            start = end


def _lines(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]
