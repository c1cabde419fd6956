"""VALIDATE across items: references, buttons, GUIDs and packages, all checked against the whole."""

from __future__ import annotations

import os.path
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from ..catalogue import show_of, shows_of
from ..models import Package, Place, Record, Recording, Show, nested
from ..models.fields import Reference, Target
from ..models.formats import FORMATS
from ..problems import Problem
from .aliases import check_aliases
from .entries import Entry, PackagePage
from .ids import check_registers, known_ids
from .links import linked_paths
from .nearest import Known
from .plausible import check_shown
from .project import Project
from .registers import LISTED_REGISTERS, REGISTERS, Registers
from .source import Source

FEED_NAMES = re.compile(r"^(everything|all|level-.*|package-.*)$")
"""Names of feeds that no show may take."""

LISTED = 12
"""Of what is known where nothing is alike."""


def check_across(
    project: Project,
    registers: Registers,
    register_sources: Iterable[Source],
    entries: list[Entry],
    packages: list[PackagePage],
    item_ids: set[str],
) -> Iterator[Problem]:
    """Yield what no single file can know. `item_ids` holds every item there is, broken ones included."""
    register_sources = list(register_sources)
    ids = known_ids(registers, register_sources)
    ids.add("items", item_ids)
    pages = site_pages(project, ids.by_register, packages)
    ids.add("pages", pages)
    targets = ids.add("link targets", link_targets(project, pages))
    known = ids.known
    yield from check_registers(project, registers, entries, packages)
    for entry in entries:
        yield from _check_references(entry.source, (), entry.references, known)
        yield from _check_levels(entry.source, entry.item.levels, known["levels"])
        yield from _check_links(entry.source, entry.id, targets)
    yield from _check_guids(entries)
    yield from _check_shows(entries, shows_of(registers))
    yield from check_shown(packages, entries)
    yield from check_aliases([*entries, *packages], pages | set(REGISTERS))
    for page in packages:
        yield from _check_links(page.source, "packages", targets)
        yield from _check_references(page.source, (), nested(page.package), known)
        yield from _check_levels(page.source, page.package.levels, known["levels"])
        yield from _check_mix(page.source, page.package)
    for source in register_sources:
        register = source.path.stem
        for key, record in registers[register].items():
            if isinstance(record, Show) and FEED_NAMES.match(key):
                yield source.problem((key,), "show-reserved", {"value": key}, key=True)
            yield from _check_references(source, (key,), nested(record), known)
        if register == "shows":
            yield from _check_show_guids(source, registers[register])


def site_pages(project: Project, known: dict[str, set[str]], packages: list[PackagePage]) -> set[str]:
    """List the addresses a button may lead to."""
    content = project.root / "content"
    pages = {path.relative_to(content).with_suffix("").as_posix() for path in content.rglob("*.md")}
    pages |= {form.folder for form in FORMATS} | known["items"] | {page.id for page in packages}
    pages |= {f"{name}/{key}" for name in REGISTERS for key in known[name]}
    return pages | {*LISTED_REGISTERS, "packages", "glossary", "subscribe", "suche"}


def link_targets(project: Project, pages: set[str]) -> set[str]:
    """List the Markdown files that notes may link to, as if items and generated pages lay in `content/`."""
    content = project.root / "content"
    targets = {path.relative_to(content).as_posix() for path in content.rglob("*.md")}
    return targets | {f"{page}/index.md" for page in pages}


def _check_links(source: Source, folder: str, targets: Known) -> Iterator[Problem]:
    for line, column, path in linked_paths(source.body):
        target = posixpath.normpath(posixpath.join(folder, path))
        beside = not path.startswith("..") and os.path.isfile(source.path.parent / path)
        if target not in targets and not beside:
            close = targets.nearest(target)
            near = posixpath.relpath(close, folder) if close else ""
            code = "link-near" if near else "link"
            yield source.at(source.body_line + line - 1, column, code, {"value": path, "nearest": near})


def _check_references(
    source: Source, at: Place, values: Iterable[tuple[Place, object]], known: dict[str, Known]
) -> Iterator[Problem]:
    for place, value in values:
        if isinstance(value, Reference) and value not in known[value.register]:
            yield _unknown(source, (*at, *place), value.register, value, known[value.register])
        elif isinstance(value, Target) and value.is_site_page and value not in known["pages"]:
            yield _unknown(source, (*at, *place), "pages", value, known["pages"])


def _check_levels(source: Source, levels: Iterable[int], known: Known) -> Iterator[Problem]:
    for level in levels:
        if str(level) not in known:
            values = {"file": "content/_data/levels.yml", "value": str(level), "known": tuple(known.names)}
            yield source.problem(("levels",), "unknown-id", values)
            return


def _unknown(source: Source, place: Place, register: str, value: str, known: Known) -> Problem:
    close = known.nearest(value)
    folders = ", ".join(f"{form.folder}/" for form in FORMATS)
    file = {"items": folders, "pages": "content/"}.get(register, f"content/_data/{register}.yml")
    if close:
        return source.problem(place, "unknown-id-near", {"file": file, "value": value, "nearest": close})
    folder, slash, _ = value.partition("/")
    alike = [name for name in known.names if name.startswith(f"{folder}/")] if slash else []
    names = alike or known.names
    listed = (*names[:LISTED], f"… (+{len(names) - LISTED})") if len(names) > LISTED else tuple(names)
    return source.problem(place, "unknown-id", {"file": file, "value": value, "known": listed})


def _check_guids(entries: list[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.item.guid, entry)
        if other is not entry:
            values = {"value": entry.item.guid, "other": other.source.name}
            yield entry.source.problem(("guid",), "guid-twice", values)


def _check_shows(entries: list[Entry], shows: dict[str, Show]) -> Iterator[Problem]:
    """An item names its show where there are several of its medium, never one of another, and its number if serial."""
    for entry in entries:
        if not isinstance(entry.item, Recording):
            continue
        fitting = [key for key, show in shows.items() if show.medium == entry.format.medium]
        named, known = entry.item.show, ", ".join(fitting)
        if named is None and len(fitting) > 1:
            yield entry.source.problem((), "show-missing", {"known": known, "first": fitting[0]})
        elif named in shows and named not in fitting:
            yield entry.source.problem(("show",), "show-medium", {"value": named, "known": known or "–"})
        show = shows.get(show_of(entry, shows) or "")
        if show and show.type == "serial" and entry.item.episode_type == "full" and not entry.item.episode:
            yield entry.source.problem((), "episode-missing", {"value": show_of(entry, shows)}, "advice")


def _check_show_guids(source: Source, shows: Mapping[str, Record]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for key, show in shows.items():
        if isinstance(show, Show) and (other := first.setdefault(show.guid, key)) != key:
            yield source.problem((key, "guid"), "show-guid-twice", {"value": show.guid, "other": other})


def _check_mix(source: Source, package: Package) -> Iterator[Problem]:
    if len({item_id.partition("/")[0] for item_id in package.items}) < 2:
        yield source.problem(("items",), "package-one-format", {}, "advice")
    seen: set[str] = set()
    for index, item_id in enumerate(package.items):
        if item_id in seen:
            yield source.problem(("items", index), "package-twice", {"value": item_id})
        seen.add(item_id)
