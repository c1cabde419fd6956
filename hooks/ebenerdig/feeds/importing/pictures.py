"""Tell by its content what kind of picture a file is: addresses of pictures often end in anything."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from ...media.measure import PICTURES

ENDINGS = {form: suffix for suffix, (_, form) in reversed(PICTURES.items())} | {"MPO": ".jpg"}


def ending(path: Path) -> str:
    """Return `.jpg`, `.png` or `.webp`, or nothing where it is none of these."""
    try:
        with Image.open(path) as image:
            return ENDINGS.get(image.format or "", "")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return ""
