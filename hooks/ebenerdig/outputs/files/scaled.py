"""Scale pictures for small screens, once: results are kept by the original's checksum."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image, ImageOps

from ...addresses import register_path, scaled_name
from ...catalogue import Catalogue
from ...media.measured import read_measures
from ...reading.entries import Entry, PackagePage
from ..kept import kept

WIDTHS = (480, 960)


def scaled(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield each entry's and package's picture in every width, and each show's in the smallest."""
    with kept(catalogue.project.root, "pictures", "pillow") as before:
        for original, checksum, width, target in _wanted(catalogue):
            yield target, before.get((checksum, width), partial(_scale, original, width))


def _wanted(catalogue: Catalogue) -> Iterator[tuple[Path, str, int, str]]:
    """Yield original, checksum, width and place on the site."""
    owners: list[Entry | PackagePage] = [*catalogue.entries, *catalogue.packages]
    for owner in owners:
        if owner.image is None or owner.image.file not in owner.measures:
            continue
        original, checksum = owner.source.path.parent / owner.image.file, owner.measures[owner.image.file].sha384
        if original.is_file() and checksum:
            for width in WIDTHS:
                yield original, checksum, width, owner.files_url + scaled_name(owner.image.file, width)
    measures = read_measures(catalogue.project.data)
    for show in catalogue.shows.values():
        original = catalogue.project.data / show.image
        checksum = measures[show.image].sha384 if show.image in measures else None
        if checksum and original.is_file():
            yield original, checksum, WIDTHS[0], register_path(scaled_name(show.image, WIDTHS[0]))


def _scale(path: Path, width: int) -> bytes:
    with Image.open(path) as original:
        image = ImageOps.exif_transpose(original)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=80, method=4)
    return buffer.getvalue()
