"""From folders to entries: every item and package is read, checked and joined with its files."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..models import Item, Package, Place, TourDate, nested
from ..models.fields import SLUG, FileRef, MediaRef
from ..models.formats import FORMATS, Format
from ..problems import Problem
from ..side_by_side import side_by_side
from .companions import chapters_of, late
from .door import ClosedError, names_in
from .entries import Entry, PackagePage
from .files import PAGE, attachments_of, measured, named_files
from .misnamed import check_name, misnamed_page
from .plausible import check_plausible, check_today
from .project import Project
from .remembered import Reading, Remembered, now, state_of
from .slugs import slug
from .source import Source, read_page
from .stray import stray_metadata
from .transcripts import read_transcripts
from .validate import validate


def find_items(project: Project) -> tuple[list[tuple[Format, Path]], list[Problem]]:
    """List the item folders of every format, in order."""
    found, problems = [], []
    for form in FORMATS:
        folder = project.root / form.folder
        if not os.path.lexists(folder):
            continue
        try:
            there = names_in(folder)
        except ClosedError as error:
            problems.append(error.problem(form.folder))
            continue
        for entry in there:
            if entry.name.startswith("."):
                continue
            name = f"{form.folder}/{entry.name}"
            if entry.is_symlink():
                problems.append(Problem(name, 1, 1, "outside"))
            elif not entry.is_dir() and (wrong := list(check_name(form.folder, entry.name))):
                problems += wrong
            elif not entry.is_dir():
                problems.append(Problem(name, 1, 1, "item-no-folder", {"folder": form.folder}))
            elif not re.match(SLUG, entry.name):
                problems.append(Problem(name, 1, 1, "item-slug", {"suggestion": slug(entry.name)}))
            elif not os.path.lexists(os.path.join(entry.path, PAGE)) and (meant := misnamed_page(entry.path)):
                code = "page-name-hidden" if meant.casefold().endswith(".txt") else "page-name"
                problems.append(Problem(f"{name}/{meant}", 1, 1, code, {"value": meant, "right": PAGE}))
            elif not os.path.lexists(os.path.join(entry.path, PAGE)):
                problems.append(Problem(f"{name}/{PAGE}", 1, 1, "item-no-page"))
            else:
                found.append((form, Path(entry.path)))
    return found, problems


def read_items(
    project: Project, tell: Callable[[int, int], None] = lambda done, total: None
) -> tuple[list[Entry], list[Problem]]:
    """Read all items; those with errors are left out and reported. `tell(done, total)` hears of the progress."""
    folders, problems = find_items(project)
    before, began = Remembered(project), now()
    states = {place(form, folder): state_of(folder, media_folder(project, form, folder)) for form, folder in folders}
    readings = {item_id: reading for item_id, state in states.items() if (reading := before.find(item_id, state))}
    changed = [(form, folder) for form, folder in folders if place(form, folder) not in readings]
    read = side_by_side(lambda item: read_item(project, *item), changed)
    for number, ((form, folder), (entry, found)) in enumerate(zip(changed, read, strict=True), 1):
        item_id = place(form, folder)
        readings[item_id] = Reading(entry, found, states[item_id], began)
        tell(len(folders) - len(changed) + number, len(folders))
    before.keep(readings)
    entries = []
    for item_id in states:
        entry, found, *_ = readings[item_id]
        problems += found
        if entry:
            entries.append(entry.on(project.now))
            problems += check_today(project, entry)
    return entries, problems


def place(form: Format, folder: Path) -> str:
    """An item's id by its folder."""
    return f"{form.folder}/{folder.name}"


def media_folder(project: Project, form: Format, folder: Path) -> Path | None:
    """Where an item's sound and film lie when they do not lie beside it."""
    return project.media / place(form, folder) if project.media else None


def read_item(
    project: Project, form: Format, folder: Path, *, anew: bool = False
) -> tuple[Entry | None, list[Problem]]:
    """Read one item with its files; `anew` measures files that seem unchanged too."""
    source, problems = read_page(folder / PAGE, project.root)
    item = None
    if source and (stray := stray_metadata(source, form.model.model_fields)):
        return None, [*problems, stray]
    if source:
        item, found = validate(source, form.model, project.library.language)
        problems += found
    if not source or not item:
        return None, problems
    entry, found = _entry(project, form, source, item, anew)
    _ = entry.references, entry.files, entry.sum  # found now, they are remembered with the item
    return entry, [*problems, *found]


def read_packages(project: Project) -> tuple[list[PackagePage], list[Problem]]:
    """Read `content/packages/*.md`."""
    pages: list[PackagePage] = []
    found_packages: list[tuple[Source, Package]] = []
    problems: list[Problem] = []
    for path in sorted((project.root / "content" / "packages").glob("[!.]*.md")):
        source, found = read_page(path, project.root)
        problems += found
        if source is None:
            continue
        if not re.match(SLUG, path.stem):
            problems.append(Problem(source.name, 1, 1, "item-slug", {"suggestion": slug(path.stem)}))
        if stray := stray_metadata(source, Package.model_fields):
            problems.append(stray)
            continue
        package, found = validate(source, Package, project.library.language)
        problems += found
        if package:
            found_packages.append((source, package))
    shared = [name for _, package in found_packages for _, name in named_files(package)]
    for source, package in found_packages:
        measures, _, found = measured(source, named_files(package), shared)
        problems += found
        pages.append(PackagePage(source.path.stem, package, source, measures))
    return pages, problems


def _entry(project: Project, form: Format, source: Source, item: Item, anew: bool) -> tuple[Entry, list[Problem]]:
    files = list(named_files(item))
    folder = source.path.parent
    item_id, elsewhere = place(form, folder), media_folder(project, form, folder)
    measures, there, problems = measured(source, files, media_folder=elsewhere, anew=anew)
    if project.is_settled:
        problems += _unwelcome(project, source, files)
    else:  # nobody knows where sound and film may lie
        problems = [problem for problem in problems if not isinstance(problem.values.get("value"), MediaRef)]
    played = item.media_files()
    is_elsewhere = all(name.is_remote and not name.embed and name not in measures for name in played)
    is_recording = not form.has_film or any(name.is_recording for name in played)
    if form.medium and is_elsewhere and is_recording:
        where = next((where for where, value in nested(item) if value in played), ())
        problems.append(source.problem(where, "media-unmeasured", {"item": item_id}))
    transcripts, found = read_transcripts(project.root, source, item)
    problems += found
    marked, found = chapters_of(source, item, measures)
    problems += found
    marks = [chapter for chapter, _ in marked]
    chapters = tuple(chapter for chapter in marks if chapter.toc)
    silent = tuple(chapter for chapter in marks if not chapter.toc)
    date = project.local(item.date)
    attachments = attachments_of(source)
    base = project.library.media_base_url
    media_url = f"{base.rstrip('/')}/{item_id}/" if base else ""
    entry = Entry(
        *(form, folder.name, item, source, date, project.now, measures, transcripts, chapters, attachments),
        silent_chapters=silent,
        media_folder=elsewhere,
        media_url=media_url,
        appointments=_appointments(project, item),
        there=there,
    )
    problems += late(marked, entry.seconds)
    problems += check_plausible(project, entry)
    said = entry.transcript
    if said and entry.seconds and said.end > entry.seconds + 2:
        problems.append(source.problem(("transcript",), "transcript-too-long", {"seconds": str(entry.seconds)}))
    required_from = project.library.transcripts_from
    if item.media_files() and not item.spoken_text():
        strict = required_from is not None and date.date() >= required_from
        problems.append(source.problem((), "transcript-missing", {}, "error" if strict else "advice"))
    return entry, problems


def _appointments(project: Project, item: Item) -> tuple[TourDate, ...]:
    """Give every appointment the site's time zone, and bring them in order; a clock that is put back does not."""
    local = [
        date.model_copy(update={"start": project.local(date.start), "end": project.local(date.end)})
        for date in item.appointments()
    ]
    return tuple(sorted(local, key=lambda date: date.start.timestamp()))


def _unwelcome(project: Project, source: Source, files: Iterable[tuple[Place, FileRef]]) -> Iterator[Problem]:
    """Tell of films at servers that the library does not name."""
    hosts = project.library.peertube_hosts
    for place, name in files:
        film = name.embed if isinstance(name, MediaRef) else None
        if film and not film.is_welcome(hosts):
            line = f"[{', '.join((*hosts, film.host))}]"
            yield source.problem(place, "peertube-host", {"host": film.host, "line": line})
