"""The picture that messengers and networks show for a link: 1200 × 630, made once and kept.

Every card stands on the same ground; what differs is the title, the format's
colour and symbol, the level, and the picture in the doorway.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from ...addresses import card_url
from ...catalogue import Catalogue
from ...kept import Later, kept
from ...reading.entries import Entry, PackagePage
from . import svg as drawings
from .motifs import MOTIFS, shapes
from .palette import fills, palette
from .pixels import fitted, font, paint, write_lines
from .shapes import HORIZON, MIDDLE, Area, Dice, Drawing

SIZE = (1200, 630)

GROUND = 546
LEFT, TEXT_WIDTH = 64, 620
DOOR = (720, 76, 1136, GROUND)
"""Left, top, right and base of the doorway with the picture."""
LOOKS = 3
"""Of each motif in each field of action; a thousand titles need no thousand drawings beside them."""
SEEN = 300
"""How much of a drawing's width the doorway shows."""
ABOVE_WORDS = 0.75
"""Covers may hold a word in their lowest quarter; the doorway shows what stands above it, as the pages' doors do."""
TITLE_TOP, TITLE_HEIGHT = 150, 300
BAR_STEP, BARS_WIDTH = 27, 320
"""From one level's bar to the next, and what all of them may take."""
SIZES = range(78, 34, -4)


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that one card shows.

    `levels` says of every level whether it is one of the item's; `picture` is the picture's file with its checksum.
    """

    title: str
    kind: str
    levels: tuple[bool, ...]
    level: str
    library: str
    drawing: Drawing
    picture: tuple[Path, str] | None = None


def cards(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
    """Yield the card of every item and package, and the one for all other pages."""
    with kept(catalogue.project.root, "social", "pillow", "font-source-serif-pro") as before:
        colours = sorted(palette().items())
        for owner, card in _described(catalogue):
            key = (colours, replace(card, picture=None), card.picture and card.picture[1])
            yield card_url(owner), before.later(key, partial(_made, card))


def _made(card: Card) -> bytes:
    buffer = io.BytesIO()
    draw(card).save(buffer, "JPEG", quality=86)
    return buffer.getvalue()


def _described(catalogue: Catalogue) -> Iterator[tuple[Entry | PackagePage | None, Card]]:
    project, library = catalogue.project, catalogue.project.library
    doors = tuple(dict.fromkeys(entry.format.color for entry in catalogue.entries))
    yield None, Card(library.tagline, "", (), "", library.name, Drawing("doors", "ink", library.name, doors=doors))
    for entry in catalogue.entries:
        kind, levels = entry.format.name(project.language), entry.item.levels
        drawing, level, bars = drawings.of_entry(entry), _level(catalogue, levels), catalogue.level_bars(levels)
        yield entry, Card(entry.item.title, kind, bars, level, library.name, drawing, _picture(entry))
    for page in catalogue.packages:
        package = page.package
        drawing, level = drawings.of_package(page, catalogue.items_of(page)), _level(catalogue, package.levels)
        kind, bars = project.texts("package"), catalogue.level_bars(package.levels)
        yield page, Card(package.title, kind, bars, level, library.name, drawing, _picture(page))


def _picture(owner: Entry | PackagePage) -> tuple[Path, str] | None:
    if owner.image is None or owner.image.file not in owner.measures:
        return None
    path = owner.source.path.parent / owner.image.file
    checksum = owner.measures[owner.image.file].sha384
    return (path, checksum) if checksum and path.is_file() else None


def _level(catalogue: Catalogue, levels: tuple[int, ...]) -> str:
    texts = catalogue.project.texts
    if len(levels) == 1:
        return texts("level-one", number=str(levels[0]))
    return texts("level-range", first=str(levels[0]), last=str(levels[-1]))


def draw(card: Card) -> Image.Image:
    """Paint one card."""
    alike = Drawing(card.drawing.motif, card.drawing.color, "")
    image = _shared(replace(card, title="", drawing=alike, picture=None)).copy()
    image.paste(_inside(card), DOOR[:2], _doorway())
    brush, ink = ImageDraw.Draw(image), fills(card.drawing.color)["ink"]
    top, height = (TITLE_TOP, TITLE_HEIGHT) if card.kind else (TITLE_TOP - 40, TITLE_HEIGHT + 90)
    face, title = fitted(card.title, "Bold", SIZES, TEXT_WIDTH, height)
    write_lines(brush, (LEFT, top), title, face, ink)
    return image


@lru_cache(16)
def _shared(card: Card) -> Image.Image:
    """What stands beside title and picture, the same on many cards: `card` comes without these."""
    color, colours = card.drawing.color, fills(card.drawing.color)
    image = _ground(color, card.library)
    brush = ImageDraw.Draw(image)
    if card.kind:
        image.paste(_symbol(card.drawing.motif, color), (LEFT, 58))
        words = palette().get(f"{color}-text", palette()["ink"])
        brush.text((LEFT + 88, 92), card.kind, words, font("Semibold", 34), anchor="lm")
    if card.level:
        step, outline = min(BAR_STEP, BARS_WIDTH / max(1, len(card.levels))), colours["main"]
        for number, is_on in enumerate(card.levels):
            left = LEFT + round(number * step)
            box = (left, 497, left + round(step * 2 / 3), 515)
            brush.rounded_rectangle(box, 3, fill=outline if is_on else None, outline=outline, width=2)
        beside = LEFT + (round(len(card.levels) * step) + 14 if card.levels else 0)
        brush.text((beside, 507), card.level, colours["soft"], font("Semibold", 30), anchor="lm")
    return image


def _ground(color: str, library: str) -> Image.Image:
    """Paper, ground, and the library's sign."""
    image = Image.new("RGB", SIZE, palette()["paper"])
    brush = ImageDraw.Draw(image)
    brush.rectangle((0, GROUND, *SIZE), fill=fills(color)["main"])
    face, name = fitted(library, "Bold", range(38, 15, -2), TEXT_WIDTH, 46)
    brush.text((LEFT, (GROUND + SIZE[1]) / 2), name, palette()["on-accent"], face, anchor="lm")
    return image


@lru_cache(16)
def _symbol(motif: str, color: str) -> Image.Image:
    """A format's motif in small, as the sign of what this is."""
    colours = fills(color)
    drawing = Drawing(motif, color, motif, doors=("episode", "video", "tour"))
    ground = Area(((0, 0), (400, 0), (400, 300), (0, 300)), "pale")
    motifs = MOTIFS[motif](MIDDLE, Dice(motif), drawing)
    floor = Area(((0, HORIZON), (400, HORIZON), (400, 300), (0, 300)), "main")
    small = paint([ground, *motifs, floor], colours, (72, 68), (MIDDLE - 120, 36), 72 / 240)
    return Image.composite(small, Image.new("RGB", small.size, palette()["paper"]), _arched(small.size))


def _inside(card: Card) -> Image.Image:
    """What is seen through the doorway: the item's picture, or its drawing."""
    width, height = DOOR[2] - DOOR[0], DOOR[3] - DOOR[1]
    if card.picture is None:
        look = str(Dice(card.drawing.seed).pick("look", LOOKS))
        return _drawn(replace(card.drawing, seed=look, around=()))
    with Image.open(card.picture[0]) as original:
        original.draft("RGB", (width, height))
        upright = ImageOps.exif_transpose(original)
        if upright.has_transparency_data:
            layer = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", layer.size, palette()["paper"]), layer)
        above = upright.convert("RGB").crop((0, 0, upright.width, round(upright.height * ABOVE_WORDS)))
        aside = 0.66 if upright.width > upright.height else 0.5
        return ImageOps.fit(above, (width, height), centering=(aside, 1))


@lru_cache(64)
def _drawn(drawing: Drawing) -> Image.Image:
    """A drawing as the doorway shows it; to paint it takes longer than all the rest of a card."""
    width, height = DOOR[2] - DOOR[0], DOOR[3] - DOOR[1]
    scale = width / SEEN
    origin = (MIDDLE - SEEN / 2, HORIZON - height / scale)
    return paint(shapes(drawing), fills(drawing.color), (width, height), origin, scale)


@lru_cache(1)
def _doorway() -> Image.Image:
    return _arched((DOOR[2] - DOOR[0], DOOR[3] - DOOR[1]))


def _arched(size: tuple[int, int]) -> Image.Image:
    """A mask in the shape of a door."""
    width, height = size[0] * 4, size[1] * 4
    mask = Image.new("L", (width, height))
    corners = (True, True, False, False)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width, height + 1), width / 2, fill=255, corners=corners)
    return mask.reduce(4)
