"""Which pages the site has besides the hand-written ones: one plan per page, made once per build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from ...catalogue import Catalogue, sort_key
from ...facets import choices
from ...models import Record
from ...models.formats import FORMATS
from ...reading.entries import Entry, PackagePage
from ...reading.registers import LISTED_REGISTERS
from ...reading.source import Source

SEARCH = "suche/index.md"
NEWEST_IN_SEARCH = 6
"""Items that the search page shows before anything is asked, and without scripts."""


Kind = Literal[
    "home",
    "item",
    "format",
    "register",
    "record",
    "glossary",
    "packages",
    "package",
    "search",
    "subscribe",
    "text",
    "problems",
    "not-found",
]
"""What a page can be. `format` and `record` are lists: of all items of a format, and of those that name a record."""


@dataclass(frozen=True, eq=False)
class PagePlan:
    """One page: its source address, what its head says, what kind it is, and the values of its template.

    `updated` is the date of the newest item on it. `assets` names the style sheet and the script that only this page
    has.
    """

    uri: str
    title: str
    description: str
    kind: Kind
    updated: datetime
    values: dict[str, Any] = field(default_factory=dict)
    entry: Entry | None = None
    package: PackagePage | None = None
    assets: str | None = None

    @property
    def template(self) -> str:
        """The article's template: one for each kind, and one for all lists of items."""
        return "list.html" if self.kind in ("format", "record") else f"{self.kind}.html"

    @property
    def source(self) -> Source | None:
        """The file with the notes, if an item or a package is behind this page."""
        owner = self.entry or self.package
        return owner.source if owner else None

    @property
    def url(self) -> str:
        """The address from the site's root."""
        return self.uri.removesuffix("index.md").removesuffix(".md") + ("" if self.uri.endswith("index.md") else "/")

    @property
    def way_back(self) -> str:
        """What leads from this page to the site's root."""
        return "../" * self.url.count("/")


@dataclass(frozen=True)
class Pager:
    """Where in a long list a page stands; addresses are from the site's root."""

    number: int
    total: int
    base: str

    def url(self, number: int) -> str:
        """The address of page `number`."""
        return self.base if number == 1 else f"{self.base}page/{number}/"

    @property
    def previous(self) -> str | None:
        """The address of the page before, if there is one."""
        return self.url(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, if there is one."""
        return self.url(self.number + 1) if self.number < self.total else None


def plan(catalogue: Catalogue) -> Iterator[PagePlan]:
    """Yield every page that the catalogue makes."""
    yield home(catalogue)
    yield from _items(catalogue)
    yield from _formats(catalogue)
    for register in LISTED_REGISTERS:
        yield from _register(catalogue, register)
    yield _glossary(catalogue)
    yield from _packages(catalogue)
    yield _subscribe(catalogue)
    if catalogue.is_searchable:
        yield _search(catalogue)


def newest(catalogue: Catalogue, entries: list[Entry]) -> datetime:
    """The date of the newest entry, or of the newest in the library, or the epoch: never the clock."""
    for candidates in (entries, catalogue.entries):
        if candidates:
            return max((entry.date for entry in candidates), key=datetime.timestamp)
    return datetime.fromtimestamp(0, catalogue.project.zone)


def home(catalogue: Catalogue) -> PagePlan:
    """Plan the home page; its greeting is written in `content/index.md`."""
    library = catalogue.project.library
    values = {"newest": {form.id: entries[:4] for form, entries in _by_format(catalogue)}}
    return PagePlan("index.md", library.tagline, library.description, "home", newest(catalogue, []), values)


def _by_format(catalogue: Catalogue) -> Iterator[tuple[Any, list[Entry]]]:
    for form in FORMATS:
        entries = catalogue.by_format[form.id]
        if entries:
            yield form, entries


def _items(catalogue: Catalogue) -> Iterator[PagePlan]:
    for entry in catalogue.entries:
        item, uri = entry.item, f"{entry.id}/index.md"
        yield PagePlan(uri, item.title, item.description, "item", entry.date, entry=entry)


def _formats(catalogue: Catalogue) -> Iterator[PagePlan]:
    for form, entries in _by_format(catalogue):
        title = form.plural(catalogue.project.language)
        values = {"format": form, "starters": []}
        yield from _paged(catalogue, f"{form.folder}/", title, "format", entries, values)


def _register(catalogue: Catalogue, register: str) -> Iterator[PagePlan]:
    language, texts = catalogue.project.language, catalogue.project.texts
    records = list(catalogue.records(register))
    if not records:
        return
    if register not in ("levels", "areas"):
        records.sort(key=lambda row: sort_key(row[1].label(language)))
    title = texts(f"register-{register}")
    overview = {"register": register, "records": records}
    about = texts(f"register-{register}-about")
    yield PagePlan(f"{register}/index.md", title, about, "register", newest(catalogue, []), overview)
    for key, record, entries in records:
        starters = _starters(entries) if register == "levels" else []
        values: dict[str, Any] = {"register": register, "key": key, "record": record, "starters": starters}
        yield from _paged(catalogue, f"{register}/{key}/", record.label(language), "record", entries, values)


def _starters(entries: list[Entry]) -> list[Entry]:
    """The newest of every format that can still be had: one to hear, one to see, one to visit."""
    chosen: dict[str, Entry] = {}
    for entry in entries:
        if not entry.is_over:
            chosen.setdefault(entry.format.id, entry)
    return list(chosen.values())


def _paged(
    catalogue: Catalogue, base: str, title: str, kind: Kind, entries: list[Entry], values: dict[str, Any]
) -> Iterator[PagePlan]:
    size = catalogue.project.library.page_size
    total = max(1, -(-len(entries) // size))
    record = values.get("record")
    language, texts = catalogue.project.language, catalogue.project.texts
    about = (record.about(language) if isinstance(record, Record) else None) or texts("list-about", title=title)
    for number in range(1, total + 1):
        part = entries[(number - 1) * size : number * size]
        pager = Pager(number, total, base)
        heading = title if number == 1 else texts("page-title", title=title, number=number)
        values = {**values, "entries": part, "count": len(entries), "pager": pager, "heading": title, "about": about}
        yield PagePlan(f"{pager.url(number)}index.md", heading, about, kind, newest(catalogue, part), values)


def _glossary(catalogue: Catalogue) -> PagePlan:
    texts = catalogue.project.texts
    entries = [entry for _, entry in catalogue.terms]
    values = {"terms": catalogue.terms}
    title, about = texts("glossary"), texts("glossary-about")
    return PagePlan("glossary/index.md", title, about, "glossary", newest(catalogue, entries), values)


def _packages(catalogue: Catalogue) -> Iterator[PagePlan]:
    texts = catalogue.project.texts
    if catalogue.packages:
        title, about = texts("packages"), texts("packages-about")
        yield PagePlan("packages/index.md", title, about, "packages", newest(catalogue, []))
    for page in catalogue.packages:
        package, entries = page.package, catalogue.items_of(page)
        seconds = sum(entry.seconds or 0 for entry in entries)
        values = {"entries": entries, "seconds": seconds}
        uri, when, about = f"{page.id}.md", newest(catalogue, entries), package.description
        yield PagePlan(uri, package.title, about, "package", when, values, package=page)


def _search(catalogue: Catalogue) -> PagePlan:
    texts = catalogue.project.texts
    values = {"facets": list(choices(catalogue)), "newest": catalogue.entries[:NEWEST_IN_SEARCH]}
    return PagePlan(SEARCH, texts("search"), texts("search-about"), "search", newest(catalogue, []), values)


def _subscribe(catalogue: Catalogue) -> PagePlan:
    texts = catalogue.project.texts
    title, about = texts("subscribe-title"), texts("subscribe-about")
    return PagePlan("subscribe/index.md", title, about, "subscribe", newest(catalogue, []), assets="subscribe")


def handwritten(catalogue: Catalogue, uri: str, metadata: dict[str, Any]) -> PagePlan:
    """Plan a page of `content/` that stands for itself, such as the imprint."""
    title = str(metadata.get("title") or uri.removesuffix(".md"))
    about = str(metadata.get("description") or title)
    return PagePlan(uri, title, about, "text", newest(catalogue, []))


def problems(catalogue: Catalogue, panel: object) -> PagePlan:
    """Plan the page that tells everything that is wrong, in the preview."""
    title = catalogue.project.texts("panel-title")
    values = {"panel": panel}
    return PagePlan("problems/index.md", title, title, "problems", newest(catalogue, []), values)


def not_found(catalogue: Catalogue) -> PagePlan:
    """Plan the page for unknown addresses."""
    texts = catalogue.project.texts
    return PagePlan("404.md", texts("not-found"), texts("not-found-about"), "not-found", newest(catalogue, []))
