"""Draw what has no picture: the same for the same item on every build, as SVG in the page's own colours.

A drawing is a list of three kinds of shapes with named fills, so that one and
the same becomes SVG here, whose colours the style sheet gives in light and
dark, and pixels in `cards`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from markupsafe import Markup

from ...addresses import drawing_url
from ...catalogue import Catalogue
from ...kept import Later
from ...models import Record, Subject
from ...models.formats import Format
from ...reading.entries import Entry, PackagePage
from .motifs import shapes
from .palette import fills, palette
from .shapes import HEIGHT, WIDTH, Arch, Area, Dice, Disc, Drawing, Shape
from .symbols import SYMBOLS

MOST_DOORS = 6
RECORD_MOTIFS = {"people": "person", "organisations": "company", "industries": "company"}
"""What stands in the middle by register; elsewhere a symbol."""


def of_entry(entry: Entry) -> Drawing:
    """The drawing of an item."""
    item = entry.item
    return Drawing(entry.format.motif, entry.format.color, item.guid, str(item.areas[0]), tuple(map(str, item.topics)))


def of_package(page: PackagePage, entries: list[Entry]) -> Drawing:
    """The drawing of a package: a door for each of its items, the first ones where there are many."""
    doors = tuple(entry.format.color for entry in entries[:MOST_DOORS])
    return Drawing("doors", "ink", page.id, str(page.package.areas[0]), doors=doors)


def of_level(catalogue: Catalogue, key: str) -> Drawing:
    """The drawing of a level: as many doors as there are levels, side by side, and this one open."""
    levels = list(catalogue.registers["levels"])
    return Drawing("doors", "ink", "levels", "levels", doors=("tour",) * len(levels), open=levels.index(key))


def of_record(register: str, key: str, record: Record) -> Drawing:
    """The drawing of a person, a company, or what items are about, in one of the formats' colours."""
    dice = Dice(key)
    motif = RECORD_MOTIFS.get(register) or sorted(SYMBOLS)[dice.pick("symbol", len(SYMBOLS))]
    chosen = record.drawing if isinstance(record, Subject) else None
    colours = sorted(name.removesuffix("-light") for name in palette() if name.endswith("-light"))
    return Drawing(chosen or motif, colours[dice.pick("colour", len(colours))], key, key, (key,))


def of_format(form: Format) -> Drawing:
    """The drawing of all items of a format together."""
    return Drawing(form.motif, form.color, form.id, form.id, (form.id, form.folder))


@lru_cache(8192)
def svg(drawing: Drawing) -> Markup:
    """Write a drawing for a page: decorative, in the colours of the page's own style sheet."""
    return _svg(
        drawing, lambda name: f'class="eb-fill-{name}"', f'class="eb-drawing eb-{drawing.color}" aria-hidden="true"'
    )


def files(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
    """Yield the drawings that need an address, because a film without a picture shows them before it plays."""
    for entry in catalogue.entries:
        if entry.format.player and entry.image is None:
            drawing = of_entry(entry)
            yield drawing_url(entry), Later((drawing, fills(drawing.color)), partial(_file, drawing))


def _file(drawing: Drawing) -> bytes:
    colours = fills(drawing.color)
    attributes = 'xmlns="http://www.w3.org/2000/svg" width="1280" height="720"'
    return _svg(drawing, lambda name: f'fill="{colours[name]}"', attributes).encode()


def _svg(drawing: Drawing, paint: Callable[[str], str], attributes: str) -> Markup:
    body = "".join(_element(shape, paint) for shape in shapes(drawing))
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMax slice"'
    return Markup(f"<svg {attributes} {box}>{body}</svg>")


def _element(shape: Shape, paint: Callable[[str], str]) -> str:
    given = paint(shape.fill) + (f' fill-opacity="{shape.veil:g}"' if shape.veil < 1 else "")
    match shape:
        case Disc(x, y, across, tall):
            return f'<ellipse {given} cx="{x:.4g}" cy="{y:.4g}" rx="{across:.4g}" ry="{tall:.4g}"/>'
        case Arch(left, right, top, base):
            half = (right - left) / 2
            path = f"M{left:.4g} {base:.4g}V{top + half:.4g}a{half:.4g} {half:.4g} 0 0 1 {2 * half:.4g} 0V{base:.4g}z"
        case Area(points):
            path = "M" + " ".join(f"{x:.4g} {y:.4g}" for x, y in points) + "z"
    return f'<path {given} d="{path}"/>'
