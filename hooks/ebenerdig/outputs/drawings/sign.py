"""The site's sign as pixels, for browsers and home screens that do not read its SVG."""

from __future__ import annotations

import io
from collections.abc import Iterator

from ...catalogue import Catalogue
from .palette import palette
from .pixels import paint
from .shapes import Arch, Area, Disc, Shape

SIZES = {"assets/images/favicon-32.png": 32, "assets/images/apple-touch-icon.png": 180}

SIGN: tuple[Shape, ...] = (
    Area(((0, 0), (40, 0), (40, 40), (0, 40)), "paper"),
    Disc(27, 14, 7, 7, "sun"),
    Area(((9, 34), (9, 18), (20, 9), (31, 18), (31, 34)), "episode"),
    Arch(15, 25, 20, 34, "paper"),
    Area(((0, 33), (40, 33), (40, 40), (0, 40)), "ink"),
)
"""The same house as in `theme/assets/images/ebenerdig.svg`."""


def icons(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the sign in every size."""
    for name, size in SIZES.items():
        buffer = io.BytesIO()
        paint(SIGN, palette(), (size, size), (0, 0), size / 40).save(buffer, "PNG", optimize=True)
        yield name, buffer.getvalue()
