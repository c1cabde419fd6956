"""What the search knows: one thing per item, package, term and hand-written page, as plain text.

All comes from the catalogue; no page that was built is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from typing import Any

from ...catalogue import Catalogue
from ...facets import FACETS
from ...models import Model, Record, Subject, Term, nested
from ...notes import for_feed
from ...reading.entries import Entry, PackagePage
from ...reading.source import read_page
from ...reading.transcripts import Transcript
from ..pages.articles import Articles
from ..pages.plan import handwritten
from .counts import Passage

BLOCK_END = re.compile(r"</(?:p|li|h\d|tr|dd|dt|pre|div|blockquote)>|<br ?/?>")
CELL_END = re.compile(r"</t[dh]>")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Findable:
    """One thing that can be found: an `id` that no other has and that stays, and what it says in its language.

    `card` is its finished HTML, `values` what it is counted under, by facet. What is `written` depends on `source`
    alone: while that is the same, nobody asks for it.
    """

    id: str
    kind: str
    card: str
    language: str
    source: tuple[object, ...]
    written: Callable[[], Iterable[Passage]]
    transcript: Transcript | None = None
    values: dict[str, list[str]] = field(default_factory=dict)


def findable(catalogue: Catalogue) -> Iterator[Findable]:
    """Yield everything that can be found: items, newest first, then packages, terms and pages."""
    articles, language = Articles(catalogue), catalogue.project.language

    def card(**values: Any) -> str:
        return " ".join(articles.hit(values).split())

    def plain(id_: str, kind: str, shown: str, language: str, *written: Passage) -> Findable:
        return Findable(id_, kind, shown, language, written, lambda: written)

    for entry in catalogue.entries:
        values = {facet.id: sorted({str(value) for value in facet.of(catalogue, entry)}) for facet in FACETS}
        named = tuple(_named(catalogue, entry))
        source = (entry.source.text, catalogue.project.library.language, language, named)
        written = partial(_item, entry, language, named)
        id_, own = f"item {entry.id}", entry.item.language
        yield Findable(id_, "item", card(entry=entry), own, source, written, entry.transcript, values)
    for page in catalogue.packages:
        yield plain(f"package {page.id}", "package", card(page=page), language, *_package(catalogue, page))
    for term, entry in catalogue.terms:
        about: dict[str, Any] = {"title": term.name, "about": term.definition, "place": "glossary/"}
        shown = card(kind="term", mark=entry.slug, owner=entry.item, **about)
        yield plain(f"term {entry.id}", "term", shown, entry.item.language, _title(term.name), *_term(term))
    for path in sorted((catalogue.project.root / "content").rglob("*.md")):
        uri = path.relative_to(catalogue.project.root / "content").as_posix()
        read, _ = read_page(path, catalogue.project.root)
        if read and not uri.startswith(("_data/", "packages/")) and uri != "index.md":
            plan = handwritten(catalogue, uri, read.metadata)
            about = {"title": plan.title, "about": plan.description, "place": plan.url}
            shown = card(kind="page", mark="", owner=catalogue.project.library, **about)
            notes = _notes(read.body, language)
            yield plain(
                f"page {uri}", "page", shown, language, _title(plan.title), Passage(plan.description, 2), *notes
            )


def _title(text: str) -> Passage:
    """A word weighs most that is all of a title."""
    return Passage(text, 8 + 8 / max(1, len(text.split())), shown=False)


def _item(entry: Entry, language: str, named: Iterable[Passage]) -> Iterator[Passage]:
    item = entry.item
    yield _title(item.title)
    yield Passage(item.description, 2)
    yield from (Passage(line, 1.5) for line in item.takeaways)
    term = item.explains()
    if term:
        yield from _term(term)
    known = {item.title, item.description, *item.takeaways, *(_term_texts(term) if term else ())}
    yield from (Passage(text) for text in _texts(item) if text not in known)
    yield from _notes(entry.source.body, language)
    yield from named


def _named(catalogue: Catalogue, entry: Entry) -> Iterator[Passage]:
    """What an item is called by others: its format, and the records it names."""
    item, language = entry.item, catalogue.project.language
    yield Passage(f"{entry.format.name(language)} {entry.format.plural(language)}", 1, shown=False)
    for reference in (*item.topics, *item.technologies, *item.industries, *item.areas):
        record = catalogue.record(reference)
        if record:
            yield Passage(" ".join(_names(record, language)), 2, shown=False)
    for reference in (*(a.person for a in item.appearances()), *item.organisations()):
        record = catalogue.record(reference)
        if record:
            yield Passage(record.label(language), 3, shown=False)


def _package(catalogue: Catalogue, page: PackagePage) -> Iterator[Passage]:
    package = page.package
    yield _title(package.title)
    yield Passage(package.description, 2)
    yield from (Passage(text, 1.5) for text in (package.goal, package.why))
    yield from _notes(page.source.body, catalogue.project.language)
    yield Passage(f"{catalogue.project.texts('package')} {catalogue.project.texts('packages')}", 1, shown=False)


def _term(term: Term) -> Iterator[Passage]:
    yield Passage(term.definition, 2)
    yield Passage(" ".join((term.name, *term.also_called)), 4, shown=False)
    yield from (Passage(text) for text in (term.distinction, term.sme_example) if text)


def _term_texts(term: Term) -> tuple[str, ...]:
    return (term.name, term.definition, *term.also_called, term.distinction or "", term.sme_example or "")


def _texts(model: Model) -> Iterator[str]:
    """Yield the sentences of the metadata. What is a single word is a code, an address or a number."""
    for place, value in nested(model):
        if type(value) is str and " " in value and not {"internal", "consent", "image"}.intersection(place):
            yield value


def _names(record: Record, language: str) -> list[str]:
    return [record.label(language), *(record.also_called if isinstance(record, Subject) else ())]


def _notes(body: str, language: str) -> Iterator[Passage]:
    html = CELL_END.sub(" ", BLOCK_END.sub("\n", for_feed(body, "", language)))
    lines = (" ".join(unescape(TAG.sub("", line)).split()) for line in html.split("\n"))
    yield from (Passage(line) for line in lines if line)
