"""CATALOGUE: the finished, read-only whole that every output is a function of.

All look-ups are made once, so that no page has to walk over all items.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .models import Funder, Person, Record, Recording, Show, Term
from .models.fields import PersonId, Reference
from .models.formats import FORMATS
from .problems import Problem
from .reading.entries import Entry, PackagePage
from .reading.project import Project
from .reading.registers import Registers

RELATED = 4


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything that is published (in the preview: everything that can be read), newest first.

    `waiting` holds what appears by itself on a later day, the next one first.
    """

    project: Project
    registers: Registers
    entries: tuple[Entry, ...]
    packages: tuple[PackagePage, ...]
    problems: tuple[Problem, ...] = ()
    waiting: tuple[Entry, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by `episodes/<slug>`."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def by_format(self) -> dict[str, list[Entry]]:
        """Entries by format id, newest first."""
        groups: dict[str, list[Entry]] = {form.id: [] for form in FORMATS}
        for entry in self.entries:
            groups[entry.format.id].append(entry)
        return groups

    @cached_property
    def by_reference(self) -> dict[tuple[str, str], list[Entry]]:
        """Entries by register and id: `("topics", "e-rechnung")`, `("levels", "1")`, `("people", "mara-lindner")`."""
        groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for key in dict.fromkeys(_mentions(entry)):
                groups[key].append(entry)
        return groups

    @cached_property
    def terms(self) -> list[tuple[Term, Entry]]:
        """The glossary: every term with the item that explains it, from A to Z."""
        found = ((entry.item.explains(), entry) for entry in self.entries)
        return sorted(((term, entry) for term, entry in found if term), key=lambda pair: sort_key(pair[0].name))

    @cached_property
    def frame_sources(self) -> tuple[str, ...]:
        """Where films at providers come from after a click, for `frame-src` in a Content-Security-Policy."""
        films = (file.embed for entry in self.entries for file in entry.item.media_files())
        return tuple(sorted({film.origin for film in films if film}))

    @cached_property
    def packages_of(self) -> dict[str, list[PackagePage]]:
        """Packages by the id of an item inside them."""
        groups: dict[str, list[PackagePage]] = defaultdict(list)
        for page in self.packages:
            for item_id in page.package.items:
                groups[item_id].append(page)
        return groups

    def items_of(self, page: PackagePage) -> list[Entry]:
        """The package's published items in its order."""
        return [self.by_id[item_id] for item_id in page.package.items if item_id in self.by_id]

    @cached_property
    def shows(self) -> dict[str, Show]:
        """The shows by id, in the order of their file."""
        return shows_of(self.registers)

    @cached_property
    def by_show(self) -> dict[str, list[Entry]]:
        """What subscribers get, by show: public entries with measured media, newest first."""
        groups: dict[str, list[Entry]] = {show_id: [] for show_id in self.shows}
        for entry in self.entries:
            if entry.show and entry.is_playable:
                groups[entry.show].append(entry)
        return groups

    def show_of(self, entry: Entry) -> Show | None:
        """The show an item belongs to."""
        return self.shows.get(entry.show or "")

    @cached_property
    def has_former_names(self) -> bool:
        """Whether files of this library lie under their plain names, too, because apps may know them by these."""
        return any(entry.date.date() <= self.project.library.former_names for entry in self.entries)

    @property
    def is_searchable(self) -> bool:
        """Whether there is a search page: where it is wanted, and something can be found."""
        return self.project.library.search and bool(self.entries)

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The items of the same format published before and after."""
        return self._neighbours[entry.id]

    @cached_property
    def _neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        result = {}
        for group in self.by_format.values():
            for index, entry in enumerate(group):
                older = group[index + 1] if index + 1 < len(group) else None
                result[entry.id] = (older, group[index - 1] if index else None)
        return result

    @cached_property
    def translations(self) -> dict[str, list[Entry]]:
        """By an item's id: the item in all its languages, itself among them; empty for most."""
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            groups[str(entry.item.translation_of or entry.id)].append(entry)
        return {entry.id: group for group in groups.values() if len(group) > 1 for entry in group}

    def related(self, entry: Entry) -> list[Entry]:
        """Up to four others: those the editor named, then the newest that share a topic or field of action."""
        chosen: dict[str, Entry] = {
            item_id: self.by_id[item_id] for item_id in entry.item.related if item_id in self.by_id
        }
        for register, ids in (("topics", entry.item.topics), ("areas", entry.item.areas)):
            for key in ids:
                for other in self.by_reference[(register, key)][: RELATED + 1]:
                    if other is not entry:
                        chosen.setdefault(other.id, other)
        return list(chosen.values())[:RELATED]

    @cached_property
    def members(self) -> dict[str, list[PersonId]]:
        """The people who can be heard or met, by the company or body they belong to."""
        groups: dict[str, list[PersonId]] = defaultdict(list)
        for key, person in self.registers.get("people", {}).items():
            if isinstance(person, Person) and person.organisation and ("people", key) in self.by_reference:
                groups[str(person.organisation)].append(PersonId(key))
        return groups

    def level_bars(self, levels: Collection[int]) -> tuple[bool, ...]:
        """For each level that the library has, whether it is among `levels`."""
        return tuple(key in map(str, levels) for key in self.registers.get("levels", {}))

    def funders_of(self, entry: Entry) -> list[Funder]:
        """Who pays for an item: those it names whose period covers its date."""
        named = (self.record(funder) for funder in entry.item.funding)
        return [funder for funder in named if isinstance(funder, Funder) and funder.covers(entry.date.date())]

    @cached_property
    def funders_today(self) -> list[Funder]:
        """Who pays for the library on the day of the build."""
        today = self.project.now.date()
        everyone = self.registers.get("funders", {}).values()
        return [funder for funder in everyone if isinstance(funder, Funder) and funder.covers(today)]

    def record(self, reference: str, register: str | None = None) -> Record | None:
        """The record that a reference names."""
        name = register or (reference.register if isinstance(reference, Reference) else "")
        return self.registers.get(name, {}).get(str(reference))

    def records(self, register: str) -> Iterator[tuple[str, Record, list[Entry]]]:
        """Every record of a register that has items, with them."""
        for key, record in self.registers[register].items():
            entries = self.by_reference.get((register, key), [])
            if entries:
                yield key, record, entries


def _mentions(entry: Entry) -> Iterator[tuple[str, str]]:
    item = entry.item
    for level in item.levels:
        yield "levels", str(level)
    references: list[Any] = [*item.areas, *item.topics, *item.technologies, *item.industries]
    references += [appearance.person for appearance in item.appearances()]
    references += item.organisations()
    for reference in references:
        yield reference.register, str(reference)


def shows_of(registers: Registers) -> dict[str, Show]:
    """The register of shows with its own type."""
    return {key: record for key, record in registers["shows"].items() if isinstance(record, Show)}


def show_of(entry: Entry, shows: dict[str, Show]) -> str | None:
    """The show an item belongs to: the one it names, else the first for its format's medium."""
    named = entry.item.show if isinstance(entry.item, Recording) else None
    if named in shows:
        return named
    return next((key for key, show in shows.items() if show.medium == entry.format.medium), None)


def sort_key(text: str) -> str:
    """Sort as German dictionaries do: ä as a, ß as ss."""
    return text.casefold().translate(str.maketrans("äöü", "aou"))


def assemble(
    project: Project,
    registers: Registers,
    entries: Collection[Entry],
    packages: Iterable[PackagePage],
    problems: Iterable[Problem],
) -> Catalogue:
    """Sort what may be shown; drafts and scheduled items only in the preview."""
    shows = shows_of(registers)
    shown = [entry.in_show(show_of(entry, shows)) for entry in entries if project.preview or entry.is_public]
    shown.sort(key=lambda entry: (-entry.date.timestamp(), entry.id))
    ids = {entry.id for entry in shown}
    pages = [
        page
        for page in packages
        if (project.preview or not page.package.draft) and any(item_id in ids for item_id in page.package.items)
    ]
    waiting = [entry for entry in entries if entry.is_scheduled and not entry.item.draft]
    waiting.sort(key=lambda entry: (entry.date.timestamp(), entry.id))
    return Catalogue(project, registers, tuple(shown), tuple(pages), tuple(problems), tuple(waiting))
