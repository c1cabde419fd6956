"""Scale pictures for small screens, once: results are kept in `.cache/` by the original's checksum."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps

from ..catalogue import Catalogue, Entry, PackagePage
from ..enrich.media import Measure

WIDTHS = (480, 960)


def scaled_name(file: str, width: int) -> str:
    """Name the scaled copy of a picture: `cover.jpg` becomes `cover-480.webp`."""
    path = PurePosixPath(file)
    return str(path.with_name(f"{path.stem}-{width}.webp"))


def scaled(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield each entry's and package's picture in every width."""
    cache = catalogue.project.root / ".cache" / "pictures"
    owners: list[Entry | PackagePage] = [*catalogue.entries, *catalogue.packages]
    for owner in owners:
        if owner.image is None or owner.image.file not in owner.measures:
            continue
        original = owner.source.path.parent / owner.image.file
        if original.is_file():
            for width in WIDTHS:
                content = _scale(original, owner.measures[owner.image.file], width, cache)
                yield owner.files_url + scaled_name(owner.image.file, width), content


def _scale(path: Path, measure: Measure, width: int, cache: Path) -> bytes:
    assert measure.sha384  # a file that is here was measured whole
    kept = cache / f"{measure.sha384[:32]}-{width}.webp"
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
