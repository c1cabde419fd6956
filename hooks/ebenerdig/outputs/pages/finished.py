"""The pages that come from the catalogue, each made only when something that it shows has changed."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from urllib.parse import quote, unquote

from ...addresses import quoted
from ...catalogue import Catalogue
from ...kept import Later
from ...models.fields import ItemId
from ...notes import for_page
from ...reading.entries import Entry
from ..frame import Frame
from ..theme import THEME
from .plan import PagePlan

PROGRAMS = ("jinja2", "markdown", "mkdocs-material", "nh3", "segno")
"""What pages are made with beside our own code."""

Added = Callable[[str], str]
"""Gives the HTML that others add to a page's head, by the way back to the site's root."""


def pages(
    frame: Frame, plans: Collection[PagePlan], added: Added
) -> Callable[[Catalogue], Iterator[tuple[str, Later]]]:
    """Make an output of all pages of `plans`; templates of a library's own may show anything of the catalogue."""

    def output(catalogue: Catalogue) -> Iterator[tuple[str, Later]]:
        urls = {plan.uri: plan.url for plan in plans}
        keys = PageKeys(frame, added)
        for plan in plans:
            yield f"{plan.url}index.html", Later(keys.of(plan), partial(_page, frame, plan, urls, added))

    return output


def _page(frame: Frame, plan: PagePlan, urls: dict[str, str], added: Added) -> bytes:
    owner, notes = plan.entry or plan.package, ""  # named: whoever hears of a failure wants to know the item
    if owner:
        lead = partial(_led, plan.uri, plan.url, urls)
        notes = for_page(owner.source.body, frame.articles.catalogue.project.language, lead)
    article = frame.articles.render(plan, notes)
    canonical = frame.articles.catalogue.project.base_url + quoted(plan.url)
    return frame.render(plan, article, canonical=canonical, added=added(plan.way_back)).encode()


def _led(uri: str, url: str, urls: dict[str, str], address: str) -> str:
    """Lead from the page at `url` to what is written as lying beside its file `uri`."""
    path, mark, fragment = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(path)))
    found = urls.get(target)
    if found is None and not path.endswith(".md"):
        found = target + ("/" if path.endswith("/") else "")
    if found is None:
        return address
    way = posixpath.relpath(f"/{found}", f"/{url}")
    way = quote("./" if way == "." else way + ("/" if found.endswith("/") or not found else ""))
    return way + mark + fragment


class PageKeys:
    """Says of every page what it depends on: what it shows, and what all pages share."""

    def __init__(self, frame: Frame, added: Added) -> None:
        self._catalogue = catalogue = frame.articles.catalogue
        self._panel = frame.panel
        self._entries = _sum(entry.key for entry in catalogue.entries)
        project = catalogue.project
        own = project.templates
        shared = [
            *(_sum(path.read_bytes() for path in sorted(folder.rglob("*.html"))) for folder in (THEME, *own)),
            *(version(program) for program in PROGRAMS),
            *(project.library, project.language, project.base_url, project.preview),
            *(
                frame.articles.measures,
                catalogue.registers,
                sorted(catalogue.by_reference),
                catalogue.is_searchable,
                catalogue.funders_today,
            ),
            [(page.key, [entry.id for entry in catalogue.items_of(page)]) for page in catalogue.packages],
            [form for form, entries in catalogue.by_format.items() if entries],
            [(feed.path(), feed.title, feed.page, feed.is_offered) for feed in frame.articles.feeds],
            *(bool(catalogue.terms), frame.menu, frame.pages, frame.panel and frame.panel.summary, added("")),
            self._entries if own else "",
        ]
        self._shared = _sum(shared)

    def of(self, plan: PagePlan) -> object:
        """The key of one page."""
        if self._panel:
            return self._shown_on(plan), self._panel.key(plan)
        return self._shown_on(plan)

    def _shown_on(self, plan: PagePlan) -> object:
        if plan.entry:
            return self._shared, plan.entry.key, [entry.key for entry in self._shown(plan.entry)]
        listed = [value for value in plan.values.values() if isinstance(value, list)]
        entries = [entry.key for values in listed for entry in values if isinstance(entry, Entry)]
        about = (plan.uri, plan.title, plan.description, plan.updated, plan.package and plan.package.key)
        if plan.kind in ("format", "record", "package"):
            return self._shared, about, plan.values.get("pager"), plan.values.get("count"), entries
        return self._shared, about, self._entries

    def _shown(self, entry: Entry) -> Iterator[Entry]:
        """Every other item that an item's page names."""
        catalogue = self._catalogue
        yield from catalogue.translations.get(entry.id, [])
        yield from catalogue.related(entry)
        yield from filter(None, catalogue.neighbours(entry))
        named = (catalogue.by_id.get(value) for _, value in entry.references if isinstance(value, ItemId))
        yield from filter(None, named)


def _sum(parts: Iterable[object]) -> str:
    total = blake2b(digest_size=20)
    for part in parts:
        total.update(repr(part).encode("utf-8", "surrogatepass") + b"\0")
    return total.hexdigest()
