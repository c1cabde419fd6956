"""`ebenerdig probe`: measure sound and film, beside the items and at web addresses, and write it into their records."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

import click

from ..media.measure import SOUND_AND_FILM, Measure, MediaError
from ..media.measured import read_measures, write_measures
from ..media.remote import measure_remote
from ..models import Place, nested
from ..models.fields import MediaRef
from ..problems import Problem, has_errors, report
from ..progress import Progress
from ..reading.entries import Entry
from ..reading.items import find_items, read_item
from ..reading.project import load_project
from ..web import connect
from ..wording import duration
from . import options

AT_ONCE = 8
"""How many servers are asked at the same time."""
MEGABYTE = 1_000_000


class Remote(NamedTuple):
    """Sound or film at a web address, and what is recorded of it."""

    entry: Entry
    place: Place
    url: MediaRef
    known: Measure | None


@click.command()
@options.items
@click.option("--all", "anew", is_flag=True, help="Measure what has not changed, too.")
@click.option("--whole", is_flag=True, help="Read an MP3 that does not tell its length to the end, even from the web.")
@options.root
def probe(items: tuple[str, ...], anew: bool, whole: bool, root: Path) -> None:
    """Measure the sound and film of each ITEM (of all, when none is named) and record it in media.json.

    Only what is new or changed is measured. From a web address only a few bytes are read.
    """
    project, problems = load_project(root)
    texts, session, progress = project.texts, connect(), Progress()
    folders, found = find_items(project)
    problems += found
    known = {f"{form.folder}/{folder.name}": (form, folder) for form, folder in folders}
    ids = options.chosen(items, known, texts)
    lines, unchanged, remotes = list[str](), 0, list[Remote]()
    with progress.stage(texts("probe-local")) as tell:
        for number, item_id in enumerate(sorted(ids), 1):
            form, folder = known[item_id]
            before = read_measures(folder)
            entry, found = read_item(project, form, folder, anew=anew)
            problems += [problem for problem in found if not entry or _is_about_media(problem)]
            for name, measure in entry.measures.items() if entry else ():
                if "://" not in name and measure.seconds:
                    unchanged += before.get(name) == measure
                    if before.get(name) != measure:
                        lines.append(texts("probe-measured", **_told(item_id, name, measure)))
            remotes += _remotes(entry, found) if entry else ()
            tell(number, len(ids))

    def ask(remote: Remote) -> tuple[Measure, int] | MediaError:
        try:
            return measure_remote(session, remote.url, None if anew else remote.known, to_the_end=whole)
        except MediaError as error:
            return error

    with progress.stage(texts("probe-remote")) as tell, ThreadPoolExecutor(AT_ONCE) as pool:
        for number, (remote, answer) in enumerate(zip(remotes, pool.map(ask, remotes), strict=True), 1):
            entry, url = remote.entry, remote.url
            if isinstance(answer, MediaError):
                problems.append(entry.source.problem(remote.place, answer.code, {**answer.values, "item": entry.id}))
            elif answer == (remote.known, 0):
                unchanged += 1
            else:
                folder = entry.source.path.parent
                write_measures(folder, {**read_measures(folder), url: answer[0]})
                told = _told(entry.id, url, answer[0])
                lines.append(texts("probe-fetched", read=answer[1] / MEGABYTE, **told))
            tell(number, len(remotes))

    for line in lines:
        click.echo(line)
    errors = [problem for problem in problems if has_errors([problem])]
    if errors:
        click.echo(report(errors, texts))
    click.echo(texts("probe-summary", measured=len(lines), unchanged=unchanged, errors=len(errors)))
    sys.exit(1 if errors else 0)


def _is_about_media(problem: Problem) -> bool:
    return problem.code.startswith(("media-", "file-")) and problem.code != "media-unmeasured"


def _remotes(entry: Entry, problems: list[Problem]) -> Iterator[Remote]:
    """What lies at a web address; a page with a film on it is no file, unless a feed needs it as one."""
    needed = entry.item.media_files() if any(problem.code == "media-unmeasured" for problem in problems) else ()
    seen = set[str]()
    for place, value in nested(entry.item):
        if isinstance(value, MediaRef) and value.is_remote and value not in seen:
            is_file = PurePosixPath(urlsplit(value).path).suffix.lower() in SOUND_AND_FILM
            if is_file or value in entry.measures or value in needed:
                seen.add(value)
                yield Remote(entry, place, value, entry.measures.get(value))


def _told(item_id: str, name: str, measure: Measure) -> dict[str, str | float]:
    length, size = duration(measure.seconds or 0), measure.bytes / MEGABYTE
    return {"item": item_id, "file": name, "length": length, "size": size}
