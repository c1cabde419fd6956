"""Paint drawings and text into pictures: for social cards and icons, which cannot be SVG."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import font_source_serif_pro
from PIL import Image, ImageColor, ImageDraw, ImageFont

from .shapes import Arch, Area, Disc, Shape

SMOOTH = 2
"""Shapes are painted this many times larger and then reduced, because Pillow draws hard edges."""
ROUND = 90
"""Corners of half a circle that nobody sees: Pillow's own rounded rectangle flattens an arch lower than it is wide."""


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
                half = (end - start) / 2
                turns = [math.pi * step / ROUND for step in range(ROUND + 1)]
                crown = [(end - half + half * math.cos(turn), head + half - half * math.sin(turn)) for turn in turns]
                brush.polygon([place(x, y) for x, y in ((end, base), *crown, (start, base))], fill=fill)
            case Area(points):
                brush.polygon([place(x, y) for x, y in points], fill=fill)
    return large.reduce(SMOOTH)


@lru_cache(64)
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """The typeface of everything that is painted: it stands in the pages' own list of faces, too."""
    return ImageFont.truetype(getattr(font_source_serif_pro, f"SourceSerifPro{weight}"), size)


def fitted(text: str, weight: str, sizes: Iterable[int], width: int, height: int) -> tuple[ImageFont.FreeTypeFont, str]:
    """Choose the largest size at which `text` fits into a box, and break its lines evenly."""
    size = 12
    for size in sizes:
        lines, widest = _lines(text, weight, width / size)
        if len(lines) * size * LEADING <= height and widest <= width / size:
            break
    else:
        text = " ".join(piece for word in text.split() for piece in _pieces(word, weight, width / size))
        lines, widest = _lines(text, weight, width / size)
    for narrow in range(width - 16, width // 2, -16):
        closer, widest = _lines(text, weight, narrow / size)
        if len(closer) > len(lines) or widest > narrow / size:
            break
        lines = closer
    return font(weight, size), "\n".join(lines)


def write_lines(
    brush: ImageDraw.ImageDraw, place: tuple[float, float], text: str, face: ImageFont.FreeTypeFont, colour: str
) -> float:
    """Write text from its upper left corner, and say how high its lines are."""
    for number, line in enumerate(lines := text.split("\n")):
        brush.text((place[0], place[1] + number * face.size * LEADING), line, colour, face, anchor="la")
    return len(lines) * face.size * LEADING


LEADING = 1.16
"""From line to line, as a share of the size."""
WORDS = re.compile(r"(\s*)(\S*?\w{3}-(?=\w{3})|\S+)")
"""What stays together on a line, and what stood before it; a compound may part at its hyphen, `E-Rechnung` not."""
EXACT = 200
"""The size at which words are measured, once for all sizes."""


@lru_cache(8192)
def _wide(word: str, weight: str) -> float:
    """How wide a word is, as a share of the size it is set in."""
    return font(weight, EXACT).getlength(word) / EXACT


def _pieces(word: str, weight: str, room: float) -> Iterator[str]:
    """Cut a word that is wider than its box even in the smallest size."""
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or _wide(word[start : end + 1], weight) > room:
            yield word[start:end]
            start = end


def _lines(text: str, weight: str, room: float) -> tuple[list[str], float]:
    """Break text where its box ends, and tell how wide the widest line became; both as shares of the size."""
    lines: list[str] = []
    widest = used = 0.0
    for space, word in WORDS.findall(text):
        wide = _wide(word, weight)
        between = _wide(" ", weight) if space else 0
        if lines and used + between + wide <= room:
            lines[-1] += f" {word}" if space else word
            used += between + wide
        else:
            lines.append(word)
            used = wide
        widest = max(widest, used)
    return lines or [""], widest
