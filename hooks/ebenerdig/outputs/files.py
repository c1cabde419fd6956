"""Bring the items' own files into the site: exactly those that metadata or notes name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from ..catalogue import Catalogue, Entry
from ..fields import FileRef
from ..models import Model, nested
from ..project import Project


def originals(catalogue: Catalogue) -> Iterator[tuple[str, Path]]:
    """Yield every file that an item, a package or a register names, where it exists."""
    for entry in catalogue.entries:
        yield from _named(entry.item, entry.source.path.parent, entry.url)
    for page in catalogue.packages:
        yield from _named(page.package, page.source.path.parent, "packages/")
    for records in catalogue.registers.values():
        for record in records.values():
            yield from _named(record, catalogue.project.data, "_data/")


def _named(model: Model, folder: Path, url: str) -> Iterator[tuple[str, Path]]:
    names = dict.fromkeys(value for _, value in nested(model) if isinstance(value, FileRef) and not value.is_remote)
    for name in names:
        if (folder / name).is_file() and (folder / name).resolve().is_relative_to(folder.resolve()):
            yield url + name, folder / name


def located(project: Project, entry: Entry, file: str) -> str:
    """The full address of a file that an item names, wherever it lies."""
    return file if "://" in file else f"{project.base_url}{entry.files_url}{quote(file)}"


def place(source: Path, target: Path) -> None:
    """Hard-link `source` to `target` where the disk allows it, copy it otherwise."""
    target.unlink(missing_ok=True)
    try:
        os.link(source.resolve(), target)
    except OSError:
        shutil.copyfile(source, target)
