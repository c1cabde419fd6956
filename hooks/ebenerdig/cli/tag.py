"""`ebenerdig tag`: copies of the recordings that say inside what they are, for those who download them."""

from __future__ import annotations

import filecmp
import os
import shutil
import sys
from pathlib import Path

import click

from .. import build
from ..catalogue import Catalogue
from ..media.measure import MediaError
from ..media.tagging import WRITERS, Tags, apply
from ..models import Organisation, Show
from ..models.fields import MediaRef
from ..problems import Problem, report
from ..progress import Progress
from ..reading.entries import Entry
from ..reading.items import find_items
from ..reading.project import load_project
from . import options


@click.command()
@options.items
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the copies, laid out as the items are; build/tagged by default.",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when a recording is not tagged right.")
@options.root
def tag(items: tuple[str, ...], output: Path | None, only_check: bool, root: Path) -> None:
    """Write title, artist, album, date, numbers, cover and chapters into copies of the recordings of each ITEM.

    The recordings themselves are never changed. One that is right already is copied as it is.
    """
    project, problems = load_project(root, preview=True)
    catalogue, texts = build(project, problems), project.texts
    ids = options.chosen(items, [f"{form.folder}/{path.name}" for form, path in find_items(project)[0]], texts)
    folder = output or project.root / "build" / "tagged"
    lines, broken, counts = list[str](), list[Problem](), {"fine": 0, "written": 0, "skipped": 0}
    with Progress().stage(texts("tag-work")) as tell:
        for number, item_id in enumerate(sorted(ids), 1):
            entry = catalogue.by_id.get(item_id)
            if entry is None:
                broken += [p for p in catalogue.problems if p.path.startswith(f"{item_id}/") and p.severity == "error"]
                continue
            for file in entry.item.media_files():
                told: dict[str, str] = {"item": item_id, "file": file}
                original, target = entry.path(file), folder / item_id / file
                if reason := _left_out(original, file):
                    counts["skipped"] += 1
                    lines.append(texts("tag-skipped", reason=reason, known=", ".join(WRITERS), **told))
                    continue
                if not only_check and target.resolve() == original.resolve():
                    click.echo(texts("tag-itself", **told), err=True)
                    sys.exit(1)
                try:
                    tags = tags_of(catalogue, entry)
                    fields = apply(original, tags, write=False) if only_check else _copy(original, target, tags)
                except MediaError as error:
                    broken.append(entry.source.problem((), error.code, {**error.values, "file": file}))
                    continue
                counts["written" if fields else "fine"] += 1
                told |= {
                    "target": os.path.relpath(target),
                    "fields": ", ".join(texts(f"tag-field-{f}") for f in fields),
                }
                lines.append(
                    texts("tag-fine" if not fields else "tag-differs" if only_check else "tag-written", **told)
                )
            tell(number, len(ids))
    for line in lines:
        click.echo(line)
    if broken:
        click.echo(report(broken, texts))
    click.echo(texts("tag-summary-check" if only_check else "tag-summary", **counts))
    sys.exit(1 if broken or (only_check and counts["written"]) else 0)


def _left_out(original: Path, file: MediaRef) -> str:
    if file.is_remote:
        return "remote"
    if not original.is_file():
        return "absent"
    return "" if original.suffix.lower() in WRITERS else "type"


def tags_of(catalogue: Catalogue, entry: Entry) -> Tags:
    """What an item's recording shall say of itself; chapters only where they do not come from the recording."""
    item, show = entry.item, catalogue.show_of(entry)
    language = item.language
    publisher = catalogue.registers["organisations"].get(catalogue.project.library.publisher)
    publishes = publisher.label(language) if isinstance(publisher, Organisation) else ""
    return Tags(
        title=item.title,
        artist=show.author if show else publishes,
        album=show.label(language) if show else catalogue.project.library.name,
        date=entry.date.date().isoformat(),
        track=getattr(item, "episode", None),
        season=getattr(item, "season", None),
        cover=_cover(catalogue, entry, show),
        chapters=entry.chapters if item.marks() or item.marks_file() else (),
        seconds=entry.seconds or 0.0,
    )


def _cover(catalogue: Catalogue, entry: Entry, show: Show | None) -> bytes:
    """The item's own picture where podcast apps would take it, else the show's."""
    own = entry.item.image
    if own and own.file in entry.measures and entry.measures[own.file].is_square_artwork:
        path = entry.path(own.file)
    elif show:
        path = catalogue.project.data / show.image
    else:
        return b""
    return path.read_bytes() if path.is_file() else b""


def _copy(original: Path, target: Path, tags: Tags) -> list[str]:
    """Copy a recording and tag the copy; a copy that is the same already keeps its time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".part-{target.name}")
    try:
        shutil.copyfile(original, part)
        fields = apply(part, tags, write=True)
        if not (target.is_file() and filecmp.cmp(part, target, shallow=False)):
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return fields
