"""Scale pictures for small screens, once: results are kept by the original's checksum."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image, ImageOps

from ...addresses import file_path, register_path, scaled_name
from ...catalogue import Catalogue
from ...kept import Later, kept
from ...media.measure import Measure
from ...media.measured import read_measures
from ...models.fields import FileRef
from ...reading.entries import Entry, PackagePage
from ...reading.files import own_files

WIDTHS = (480, 960)
COVER = 640
"""Beside a player of sound the picture is small on a desk, and a band on a phone."""


def scaled(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
    """Yield the pictures of entries, packages and records in the widths that pages show."""
    with kept(catalogue.project.root, "pictures", "pillow") as before:
        for original, checksum, width, target in _wanted(catalogue):
            yield target, before.later((checksum, width), partial(_scale, original, width))


def _wanted(catalogue: Catalogue) -> Iterator[tuple[Path, str, int, str]]:
    """Yield original, checksum, width and place on the site."""
    owners: list[Entry | PackagePage] = [*catalogue.entries, *catalogue.packages]
    for owner in owners:
        for file, widths in _pictures(owner):
            original, measure = owner.source.path.parent / file, owner.measures.get(file)
            if measure and measure.sha384 and original.is_file():
                for width in widths:
                    yield original, measure.sha384, width, scaled_name(file_path(owner, file), width)
    measures = read_measures(catalogue.project.data)
    records = (record for register in catalogue.registers.values() for record in register.values())
    for file in dict.fromkeys(file for record in records for file in own_files(record)):
        original = catalogue.project.data / file
        checksum = measures[file].sha384 if file in measures else None
        if checksum and original.is_file():
            yield original, checksum, WIDTHS[0], register_path(scaled_name(file, WIDTHS[0]))


def _pictures(owner: Entry | PackagePage) -> Iterator[tuple[FileRef, tuple[int, ...]]]:
    """Yield an owner's pictures with their widths: for itself, on its film, of its stations."""
    picture = owner.image.file if owner.image else None
    if picture:
        is_cover = isinstance(owner, Entry) and owner.format.player and not owner.format.has_film
        yield picture, (*WIDTHS, COVER) if is_cover else WIDTHS
    if isinstance(owner, Entry):
        others = [owner.item.still(), *(stop.image.file for stop in owner.item.stations() if stop.image)]
        yield from ((file, WIDTHS[-1:]) for file in dict.fromkeys(others) if file and file != picture)


def scaled_size(measure: Measure, width: int) -> tuple[int, int] | None:
    """Width and height of a picture's copy, for which a page keeps room; nothing where the picture was not measured."""
    if not measure.width or not measure.height:
        return None
    if measure.width <= width:
        return measure.width, measure.height
    return width, round(measure.height * width / measure.width)


def _scale(path: Path, width: int) -> bytes:
    with Image.open(path) as original:
        image = ImageOps.exif_transpose(original)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=80, method=4)
    return buffer.getvalue()
