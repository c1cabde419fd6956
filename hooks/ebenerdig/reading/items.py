"""From folders to entries: every item and package is read, checked and joined with its files."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from anyascii import anyascii

from ..media.chapters import ChaptersError, written_chapters
from ..media.measure import PICTURES, SOUND_AND_FILM, Measure
from ..media.measured import MEASURES, bring_up_to_date, found_at
from ..media.spoken import Spoken, TranscriptError, examine_transcript
from ..media.spoken.speakers import speaking
from ..models import Chapter, Item, Model, Package, Place, TourDate, nested
from ..models.fields import SLUG, FileRef, MediaRef
from ..models.formats import FORMATS, Format
from ..problems import Problem
from .entries import Entry, PackagePage
from .links import linked_files
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
    """Make an address of any text in any script: `Über uns` becomes `ueber-uns`; 60 characters at most."""
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
        entry, found = read_item(project, form, folder)
        problems += found
        if entry:
            entries.append(entry)
        tell(number, len(folders))
    return entries, problems


def read_item(
    project: Project, form: Format, folder: Path, *, anew: bool = False
) -> tuple[Entry | None, list[Problem]]:
    """Read one item with its files; `anew` measures files that seem unchanged too."""
    source, problems = read_page(folder / PAGE, project.root)
    item = None
    if source:
        item, found = validate(source, form.model, project.library.language)
        problems += found
    if not source or not item:
        return None, problems
    entry, found = _entry(project, form, source, item, anew)
    return entry, [*problems, *found]


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
        package, found = validate(source, Package, project.library.language)
        problems += found
        if package:
            found_packages.append((source, package))
    shared = [name for _, package in found_packages for _, name in _files(package)]
    for source, package in found_packages:
        measures, found = _measure(source, _files(package), shared)
        problems += found
        pages.append(PackagePage(source.path.stem, package, source, measures))
    return pages, problems


Marked = tuple[Chapter, Callable[[str, dict[str, Any]], Problem]]
"""A chapter, and how to tell of a mistake where it is written."""


def _entry(project: Project, form: Format, source: Source, item: Item, anew: bool) -> tuple[Entry, list[Problem]]:
    files = list(_files(item))
    slug = source.path.parent.name
    place = f"{form.folder}/{slug}"
    media_folder = project.media / place if project.media else None
    measures, problems = _measure(source, files, media_folder=media_folder, anew=anew)
    problems += _unwelcome(project, source, files)
    played = item.media_files()
    is_elsewhere = all(name.is_remote and not name.embed and name not in measures for name in played)
    is_recording = not form.has_film or any(name.is_recording for name in played)
    if form.medium and is_elsewhere and is_recording:
        where = next((where for where, value in nested(item) if value in played), ())
        problems.append(source.problem(where, "media-unmeasured", {"item": place}))
    read, found = _transcripts(source, item)
    problems += found
    mended = frozenset(file for file, one in read.items() if one.is_mended)
    spoken = item.spoken_text()
    said = read.pop(spoken.file, None) if spoken else None
    marked, found = _chapters(source, item, measures)
    problems += found
    marks = [chapter for chapter, _ in marked]
    chapters = tuple(chapter for chapter in marks if chapter.toc)
    silent = tuple(chapter for chapter in marks if not chapter.toc)
    date = project.local(item.date)
    attachments = _attachments(source, {name for _, name in files})
    base = project.library.media_base_url
    media_url = f"{base.rstrip('/')}/{place}/" if base else ""
    entry = Entry(
        *(form, slug, item, source, date, project.now, measures, said.cues if said else (), chapters, attachments),
        translated={file: other.cues for file, other in read.items()},
        mended=mended,
        silent_chapters=silent,
        media_folder=media_folder,
        media_url=media_url,
        appointments=_appointments(project, item),
    )
    problems += _late(marked, entry.seconds)
    if entry.cues and entry.seconds and entry.cues[-1].end > entry.seconds + 2:
        problems.append(source.problem(("transcript",), "transcript-too-long", {"seconds": str(entry.seconds)}))
    if item.review_by and item.review_by < project.now.date():
        problems.append(source.problem(("review_by",), "review-due", {"day": str(item.review_by)}, "advice"))
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


def _files(model: Model) -> Iterator[tuple[Place, FileRef]]:
    return ((place, value) for place, value in nested(model) if isinstance(value, FileRef))


def _unwelcome(project: Project, source: Source, files: Iterable[tuple[Place, FileRef]]) -> Iterator[Problem]:
    """Tell of films at servers that the library does not name."""
    hosts = project.library.peertube_hosts
    for place, name in files:
        film = name.embed if isinstance(name, MediaRef) else None
        if film and not film.is_welcome(hosts):
            line = f"[{', '.join((*hosts, film.host))}]"
            yield source.problem(place, "peertube-host", {"host": film.host, "line": line})


def _measure(
    source: Source,
    files: Iterable[tuple[Place, FileRef]],
    shared: Iterable[FileRef] = (),
    *,
    media_folder: Path | None = None,
    anew: bool = False,
) -> tuple[dict[str, Measure], list[Problem]]:
    """Measure the files of one source; `shared` are others in the same record."""
    folder, places = source.path.parent, {name: place for place, name in files}
    homes = [home.resolve() for home in (folder, media_folder) if home]
    within, problems = [], []
    for name, place in places.items():
        if name.is_remote:
            continue
        file = found_at(folder, media_folder, name).resolve()
        if not any(file.is_relative_to(home) for home in homes):
            problems.append(source.problem(place, "file-outside", {"value": name}))
        elif isinstance(name, MediaRef) and Path(name).suffix.lower() not in SOUND_AND_FILM:
            known = ", ".join(SOUND_AND_FILM)
            problems.append(source.problem(place, "media-extension", {"file": name, "known": known}))
        else:
            within.append(name)
    measurable = [name for name in [*within, *shared] if Path(name).suffix.lower() in MEASURED]
    measurable += [name for name in places if name.is_remote]
    measures, errors = bring_up_to_date(folder, measurable, media_folder, anew=anew)
    for name in within:
        if name in errors:
            problems.append(source.problem(places[name], errors[name].code, errors[name].values))
        elif name not in measures and not os.path.isfile(found_at(folder, media_folder, name)):
            there = sorted(p.name for p in folder.iterdir() if p.is_file() and p.name not in (PAGE, MEASURES))
            values = {"value": name, "there": ", ".join(there) or "–"}
            code = "file-missing"
            if media_folder and isinstance(name, MediaRef):
                code, values = "media-missing", {**values, "folder": media_folder.as_posix()}
            problems.append(source.problem(places[name], code, values))
    return measures, problems


def _transcripts(source: Source, item: Item) -> tuple[dict[FileRef, Spoken], list[Problem]]:
    """Read what is said, and the captions in further languages, by their file."""
    spoken = item.spoken_text()
    people = {str(appearance.person) for appearance in item.appearances()}
    found: dict[FileRef, Spoken] = {}
    problems: list[Problem] = []
    for file in dict.fromkeys(words.file for words in (spoken, *item.captioned()) if words):
        path = source.path.parent / file
        if os.path.isfile(path):
            try:
                read = examine_transcript(_beside(source, file), path.read_bytes(), lambda name: slug(name) in people)
                found[file] = read._replace(cues=tuple(speaking(read.cues)))
                problems += read.advice
            except TranscriptError as error:
                problems += error.problems
    return found, problems


def _chapters(source: Source, item: Item, measures: dict[str, Measure]) -> tuple[list[Marked], list[Problem]]:
    """Take the chapters from the metadata, else from their file, else from the sound or film itself."""
    if item.marks():
        return [
            (chapter, partial(source.problem, ("chapters", number, "start")))
            for number, chapter in enumerate(item.marks())
        ], []
    file = item.marks_file()
    if file and os.path.isfile(source.path.parent / file):
        name = _beside(source, file)
        try:
            written = written_chapters(name, (source.path.parent / file).read_bytes())
        except ChaptersError as error:
            return [], list(error.problems)
        marks: list[Marked] = [(chapter, partial(Problem, name, line, column)) for line, column, chapter in written]
        return marks, list(_at_once(marks))
    for played in item.media_files():
        if played in measures and measures[played].chapters:
            place = next((place for place, value in nested(item) if value == played), ())
            chapters = (
                Chapter.model_construct(start=mark.start, title=mark.title) for mark in measures[played].chapters
            )
            marks = [(chapter, partial(source.problem, place)) for chapter in chapters]
            return marks, list(_at_once(marks))
    return [], []


def _at_once(marks: list[Marked]) -> Iterator[Problem]:
    """Tell of chapters that begin in the very moment in which another one does."""
    for (one, _), (other, problem) in pairwise(marks):
        if one.toc and other.toc and one.start == other.start:
            yield problem("chapter-same", {"value": other.title})


def _late(marks: list[Marked], seconds: float | None) -> Iterator[Problem]:
    """Tell of chapters that begin after the end."""
    for chapter, problem in marks:
        if seconds and chapter.start >= seconds:
            value = chapter.title or str(chapter.start)
            yield problem("chapter-late", {"value": value, "seconds": f"{seconds:.0f}"})


def _beside(source: Source, file: str) -> str:
    """Name a file beside an item as the item's own is named."""
    return f"{source.name.rpartition('/')[0]}/{file}"


def _attachments(source: Source, declared: set[FileRef]) -> tuple[str, ...]:
    """Name the files beside the item that its notes link to; nothing else beside it is published."""
    private = {PAGE, MEASURES, "script.md", *declared}
    named = linked_files(source.body) - private
    if not named:
        return ()
    return tuple(
        sorted(entry.name for entry in os.scandir(source.path.parent) if entry.is_file() and entry.name in named)
    )
