"""Bring the items' own files into the site: exactly those that metadata or notes name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...addresses import file_path, register_path
from ...catalogue import Catalogue
from ...models import Model, nested
from ...models.fields import FileRef


def originals(catalogue: Catalogue) -> Iterator[tuple[str, Path]]:
    """Yield every file that an item, a package or a register names, where it exists."""
    for entry in catalogue.entries:
        for name in _names(entry.item):
            path = entry.path(name)
            if "://" not in file_path(entry, name):
                yield from _within(entry.source.path.parent, path, entry.url + name)
                yield from _within(entry.media_folder, path, entry.url + name)
    for page in catalogue.packages:
        yield from _named(page.package, page.source.path.parent, "packages/")
    for records in catalogue.registers.values():
        for record in records.values():
            yield from _named(record, catalogue.project.data, register_path(""))


def _named(model: Model, folder: Path, url: str) -> Iterator[tuple[str, Path]]:
    for name in _names(model):
        yield from _within(folder, folder / name, url + name)


def _names(model: Model) -> dict[FileRef, None]:
    return dict.fromkeys(value for _, value in nested(model) if isinstance(value, FileRef) and not value.is_remote)


def _within(folder: Path | None, path: Path, url: str) -> Iterator[tuple[str, Path]]:
    if folder and path.is_file() and path.resolve().is_relative_to(folder.resolve()):
        yield url, path
