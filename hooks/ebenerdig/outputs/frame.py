"""The whole page around an article: head, header and footer, from templates of our own.

No page depends on the theme that MkDocs knows. Header and footer are the same on all pages of one depth and section:
they are rendered once per build, and a page brings its head and its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from markupsafe import Markup

from ..addresses import card_url
from ..models.formats import FORMATS
from .drawings.cards import SIZE
from .drawings.palette import palette
from .pages.articles import Articles
from .pages.panel import Panel
from .pages.plan import Kind, PagePlan
from .structured_data.pages import script

STYLES = ("tokens", "frame", "cards", "item")
STYLES_OF: dict[Kind, tuple[str, ...]] = {"item": ("player",), "text": ()}
"""What kinds of pages add to these; all others are overviews."""

PLAYER = ("place", "player", "controls", "unfold")
"""The scripts of a page with a player; it fetches others when they are needed. `remember` marks what was heard."""

ADDRESS = "the-address-of-this-page"
"""Stands in the footer where a page's own address belongs; no character of it is quoted."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the menu; `url` is from the site's root, or a web address."""

    title: str
    url: str
    icon: str = ""
    color: str = ""


class Frame:
    """Sets articles of one catalogue into whole pages.

    `panel` shows on every page of the preview what is wrong with it; `pages` come first in the footer, which has what
    the law asks for in any case.
    """

    def __init__(self, articles: Articles, panel: Panel | None = None, pages: Sequence[Link] = ()) -> None:
        self.articles, self.panel = articles, panel
        self._catalogue, self._place = articles.catalogue, articles.place
        self.menu = list(self._sections())
        self.pages = [*pages, *(link for link in self._required() if link.url not in {page.url for page in pages})]
        self._sections_with_pages = {link.url for link in self.menu} | {"subscribe/"}
        environment = articles.environment.overlay()
        environment.globals = environment.globals | {
            "menu": self.menu,
            "pages": self.pages,
            "panel": panel,
            "card_url": card_url,
            "card_size": SIZE,
            "paper": {"light": palette()["paper"], "dark": palette("dark")["paper"]},
        }
        self._page = environment.get_template("frame.html")
        self._header_template = environment.get_template("partials/header.html")
        self._footer_template = environment.get_template("partials/footer.html")

    def render(
        self, plan: PagePlan, article: str, *, base: str | None = None, canonical: str | None = None, added: str = ""
    ) -> str:
        """Render the page of `plan`; `base` is the way back to the root, `added` finished HTML for the head."""
        base = plan.way_back if base is None else base
        section = f"{plan.url.partition('/')[0]}/"
        styles = [*STYLES, *STYLES_OF.get(plan.kind, ("overview",)), *([plan.assets] if plan.assets else ())]
        plays = plan.entry is not None and plan.entry.format.player is not None
        is_embedded = plan.entry is not None and any(file.embed for file in plan.entry.item.media_files())
        address = canonical or self._catalogue.project.base_url
        return self._page.render(
            self._place(base),
            plan=plan,
            article=Markup(article),
            header=self._header(base, section if section in self._sections_with_pages else ""),
            footer=self._footer(base).replace(ADDRESS, quote(address)),
            canonical=canonical,
            structured_data=Markup(script(self._catalogue, plan)),
            styles=styles,
            modules=["remember", *(PLAYER if plays else ()), *(["embed"] if is_embedded else [])],
            added=Markup(added),
        )

    @cache  # noqa: B019 -- lives as long as one build
    def _header(self, base: str, section: str) -> Markup:
        return Markup(self._header_template.render(self._place(base), section=section))

    @cache  # noqa: B019
    def _footer(self, base: str) -> Markup:
        return Markup(self._footer_template.render(self._place(base), address=ADDRESS))

    def _required(self) -> Iterator[Link]:
        """What has to be one click away from everywhere."""
        texts = self._catalogue.project.texts
        yield Link(texts("about"), "ueber/")
        yield Link(texts("imprint"), "impressum/")
        yield Link(texts("privacy"), "datenschutz/")
        yield Link(texts("accessibility"), "barrierefreiheit/")

    def _sections(self) -> Iterator[Link]:
        """What the menu leads to: every format and every way through them that holds something."""
        catalogue = self._catalogue
        texts, language = catalogue.project.texts, catalogue.project.language
        for form in FORMATS:
            if catalogue.by_format[form.id]:
                yield Link(form.plural(language), f"{form.folder}/", form.icon, form.color)
        if next(catalogue.records("topics"), None):
            yield Link(texts("register-topics"), "topics/")
        if catalogue.packages:
            yield Link(texts("packages"), "packages/")
        if catalogue.terms:
            yield Link(texts("glossary"), "glossary/")
