"""Scale pictures for small screens, once: results are kept in `.cache/` by the original's checksum."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from ...addresses import scaled_name
from ...catalogue import Catalogue
from ...media.measured import read_record
from ...reading.entries import Entry, PackagePage

WIDTHS = (480, 960)


def scaled(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield each entry's and package's picture in every width, and each show's in the smallest."""
    cache = catalogue.project.root / ".cache" / "pictures"
    owners: list[Entry | PackagePage] = [*catalogue.entries, *catalogue.packages]
    for owner in owners:
        if owner.image is None or owner.image.file not in owner.measures:
            continue
        original, measure = owner.source.path.parent / owner.image.file, owner.measures[owner.image.file]
        if original.is_file() and measure.sha384:
            for width in WIDTHS:
                content = _scale(original, measure.sha384, width, cache)
                yield owner.files_url + scaled_name(owner.image.file, width), content
    measures = read_record(catalogue.project.data)
    for show in catalogue.shows.values():
        original = catalogue.project.data / show.image
        checksum = measures[show.image].sha384 if show.image in measures else None
        if checksum and original.is_file():
            content = _scale(original, checksum, WIDTHS[0], cache)
            yield f"_data/{scaled_name(show.image, WIDTHS[0])}", content


def _scale(path: Path, checksum: str, width: int, cache: Path) -> bytes:
    kept = cache / f"{checksum[:32]}-{width}.webp"
    if kept.is_file():
        return kept.read_bytes()
    with Image.open(path) as original:
        image = ImageOps.exif_transpose(original)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        if image.width > width:
            image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=80, method=4)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(buffer.getvalue())
    return buffer.getvalue()
