"""From folders to entries: every item and package is read, checked and joined with its files."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from anyascii import anyascii

from .catalogue import Entry, PackagePage
from .enrich.chapters import ChaptersError, read_chapters
from .enrich.media import PICTURES, SOUND_AND_FILM, Measure
from .enrich.record import RECORD, bring_up_to_date
from .enrich.transcript import Cue, TranscriptError, read_transcript
from .fields import SLUG, FileRef, MediaRef
from .formats import FORMATS, Format
from .models import Chapter, Item, Model, Package, Place, nested
from .notes import linked_files
from .problems import Problem
from .project import Project
from .source import Source, read_page
from .validate import validate

MEASURED = {*PICTURES, *SOUND_AND_FILM}
PAGE = "index.md"


def find_items(project: Project) -> tuple[list[tuple[Format, Path]], list[Problem]]:
    """List the item folders of every format, in order."""
    found, problems = [], []
    for form in FORMATS:
        folder = project.root / form.folder
        if not folder.is_dir():
            continue
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            name = f"{form.folder}/{entry.name}"
            if not entry.is_dir():
                problems.append(Problem(name, 1, 1, "item-no-folder", {"folder": form.folder}))
            elif not re.match(SLUG, entry.name):
                problems.append(Problem(name, 1, 1, "item-slug", {"suggestion": slug(entry.name)}))
            elif not os.path.isfile(os.path.join(entry.path, PAGE)):
                problems.append(Problem(f"{name}/{PAGE}", 1, 1, "item-no-page"))
            else:
                found.append((form, Path(entry.path)))
    return found, problems


def slug(name: str) -> str:
    """Make an address of any text in any script: small letters, digits and hyphens, 60 at most."""
    name = unicodedata.normalize("NFC", name).lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(umlaut, letters)
    whole = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
    cut = whole if len(whole) <= 60 else whole[:61].rpartition("-")[0] or whole[:60]
    return cut.strip("-") or "name"


def read_items(
    project: Project, tell: Callable[[int, int], None] = lambda done, total: None
) -> tuple[list[Entry], list[Problem]]:
    """Read all items; those with errors are left out and reported. `tell(done, total)` hears of the progress."""
    folders, problems = find_items(project)
    entries = []
    for number, (form, folder) in enumerate(folders, 1):
        source, found = read_page(folder / PAGE, project.root)
        if source:
            item, more = validate(source, form.model)
            found += more
            if item:
                entry, more = _entry(project, form, source, item)
                found += more
                entries.append(entry)
        problems += found
        tell(number, len(folders))
    return entries, problems


def read_packages(project: Project) -> tuple[list[PackagePage], list[Problem]]:
    """Read `content/packages/*.md`."""
    pages: list[PackagePage] = []
    found_packages: list[tuple[Source, Package]] = []
    problems: list[Problem] = []
    for path in sorted((project.root / "content" / "packages").glob("*.md")):
        source, found = read_page(path, project.root)
        problems += found
        if source is None:
            continue
        if not re.match(SLUG, path.stem):
            problems.append(Problem(source.name, 1, 1, "item-slug", {"suggestion": slug(path.stem)}))
        package, found = validate(source, Package)
        problems += found
        if package:
            found_packages.append((source, package))
    shared = [name for _, package in found_packages for _, name in _files(package)]
    for source, package in found_packages:
        measures, found = _measure(source, _files(package), shared)
        problems += found
        pages.append(PackagePage(source.path.stem, package, source, measures))
    return pages, problems


def _entry(project: Project, form: Format, source: Source, item: Item) -> tuple[Entry, list[Problem]]:
    files = list(_files(item))
    elsewhere = [value for _, value in nested(item) if isinstance(value, MediaRef) and value.is_remote]
    measures, problems = _measure(source, files, elsewhere)
    if form.in_feed and all(name.is_remote and name not in measures for name in item.media_files()):
        place = next((place for place, value in nested(item) if isinstance(value, MediaRef)), ())
        problems.append(source.problem(place, "media-unmeasured"))
    cues, found = _transcript(source, item)
    problems += found
    chapters, found = _chapters(source, item, measures)
    problems += found
    date = project.local(item.date)
    attachments = _attachments(source, {name for _, name in files})
    entry = Entry(form, source.path.parent.name, item, source, date, project.now, measures, cues, chapters, attachments)
    if entry.cues and entry.seconds and entry.cues[-1].end > entry.seconds + 2:
        problems.append(source.problem(("transcript",), "transcript-too-long", {"seconds": str(entry.seconds)}))
    if item.review_by and item.review_by < project.now.date():
        problems.append(source.problem(("review_by",), "review-due", {"day": str(item.review_by)}, "advice"))
    required_from = project.library.transcripts_from
    if item.media_files() and not item.spoken_text():
        strict = required_from is not None and date.date() >= required_from
        problems.append(source.problem((), "transcript-missing", {}, "error" if strict else "advice"))
    return entry, problems


def _files(model: Model) -> Iterator[tuple[Place, FileRef]]:
    return ((place, value) for place, value in nested(model) if isinstance(value, FileRef) and not value.is_remote)


def _measure(
    source: Source, files: Iterable[tuple[Place, FileRef]], shared: Iterable[FileRef] = ()
) -> tuple[dict[str, Measure], list[Problem]]:
    """Measure the files of one source; `shared` are others in the same record."""
    folder, places = source.path.parent, {name: place for place, name in files}
    within, problems = [], []
    for name, place in places.items():
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            problems.append(source.problem(place, "file-outside", {"value": name}))
        elif isinstance(name, MediaRef) and Path(name).suffix.lower() not in SOUND_AND_FILM:
            known = ", ".join(SOUND_AND_FILM)
            problems.append(source.problem(place, "media-extension", {"file": name, "known": known}))
        else:
            within.append(name)
    measurable = [name for name in [*within, *shared] if name.is_remote or Path(name).suffix.lower() in MEASURED]
    measures, errors = bring_up_to_date(folder, measurable)
    for name in within:
        if name in errors:
            problems.append(source.problem(places[name], errors[name].code, errors[name].values))
        elif name not in measures and not os.path.isfile(folder / name):
            there = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name not in (PAGE, RECORD))
            problems.append(
                source.problem(places[name], "file-missing", {"value": name, "there": ", ".join(there) or "–"})
            )
    return measures, problems


def _transcript(source: Source, item: Item) -> tuple[tuple[Cue, ...], list[Problem]]:
    spoken = item.spoken_text()
    path = source.path.parent / spoken.file if spoken else None
    if spoken is None or path is None or not os.path.isfile(path):
        return (), []
    try:
        return read_transcript(path.name, path.read_bytes()), []
    except TranscriptError as error:
        name = source.name.rpartition("/")[0] + f"/{spoken.file}"
        return (), [Problem(name, error.line, 1, error.code, error.values)]


def _chapters(source: Source, item: Item, measures: dict[str, Measure]) -> tuple[tuple[Chapter, ...], list[Problem]]:
    """Take the chapters from the metadata, else from their file, else from the sound or film itself."""
    if item.marks():
        return item.marks(), []
    file = item.marks_file()
    if file and os.path.isfile(source.path.parent / file):
        try:
            return read_chapters(file, (source.path.parent / file).read_bytes()), []
        except ChaptersError as error:
            name = source.name.rpartition("/")[0] + f"/{file}"
            return (), [Problem(name, error.line, 1, error.code, error.values)]
    for played in item.media_files():
        if played in measures and measures[played].chapters:
            marks = measures[played].chapters
            return tuple(Chapter.model_construct(start=mark.start, title=mark.title) for mark in marks), []
    return (), []


def _attachments(source: Source, declared: set[FileRef]) -> tuple[str, ...]:
    """Name the files beside the item that its notes link to; nothing else beside it is published."""
    private = {PAGE, RECORD, "script.md", *declared}
    named = linked_files(source.body) - private
    if not named:
        return ()
    return tuple(
        sorted(entry.name for entry in os.scandir(source.path.parent) if entry.is_file() and entry.name in named)
    )
