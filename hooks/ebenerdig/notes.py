"""Turn notes into safe HTML: rendered for feeds here, cleaned for pages, never with anything that runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote, urljoin

import nh3
from markdown import Markdown

from .texts import texts as texts_in

EXTENSIONS = ("toc", "tables", "fenced_code", "sane_lists", "footnotes")
"""What Markdown can do beyond its first rules, on pages as in feeds and in search; `mkdocs.yml` need not name it."""

TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
    ),
    *("em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol"),
    *("p", "pre", "q", "s", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "u", "ul"),
}
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "lang"},
    "img": {"src", "alt", "title", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "details": {"open"},
    "*": {"id", "lang", "class", "title"},
}
FEED_TAGS = TAGS - {"details", "summary"}
FEED_ATTRIBUTES = {tag: names - {"id", "class"} for tag, names in ATTRIBUTES.items()}
SCHEMES = {"http", "https", "mailto", "tel"}
LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
URL_CHARACTERS = "/:?#[]@!$&'()*+,;=%~"

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|$", re.IGNORECASE)
"""How addresses begin that are not those of a file beside the page."""
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no feed may hold."""

MOST_NOTES = 20_000
"""How many rendered notes are kept at hand; the preview makes new ones for as long as it runs."""


def clean(html: str) -> str:
    """Remove from a page's HTML everything that could run or reach out: scripts, frames, handlers, styles."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def settings(language: str) -> dict[str, dict[str, Any]]:
    """What the extensions of Markdown say to visitors, in their language."""
    texts = texts_in(language)
    return {"footnotes": {"BACKLINK_TITLE": texts("footnote-back", number="{}")}}


@cache
def _markdown(language: str) -> Markdown:
    return Markdown(extensions=EXTENSIONS, extension_configs=settings(language))


@lru_cache(MOST_NOTES)
def rendered(body: str, language: str) -> str:
    """Render notes once, for all who ask: every show's feed, and the search."""
    return _markdown(language).reset().convert(NO_XML.sub("", body))


def for_page(body: str, language: str, lead: Callable[[str], str]) -> str:
    """Render Markdown for the item's own page; `lead` says where an address leads that is written beside the file."""

    def led(tag: str, attribute: str, value: str) -> str:
        is_beside = attribute in ("href", "src") and not ELSEWHERE.match(value)
        return lead(value) if is_beside else value

    return nh3.clean(
        rendered(body, language),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        attribute_filter=led,
    )


def for_feed(body: str, page_url: str, language: str = "de") -> str:
    """Render Markdown for podcast apps: absolute links, no ids or classes. `page_url` is the item's full address."""
    html = rendered(body, language)

    def absolute(tag: str, attribute: str, value: str) -> str | None:
        if attribute not in ("href", "src"):
            return value
        if re.match(r"^[a-z][a-z0-9+.-]*:", value, re.IGNORECASE):
            return value
        path, _, fragment = value.partition("#")
        if path.endswith(".md"):
            path = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
        try:
            target = quote(urljoin(page_url, LONE_PERCENT.sub("%25", path)), safe=URL_CHARACTERS)
        except ValueError:
            return None
        return f"{target}#{fragment}" if fragment else target

    cleaned = nh3.clean(
        html,
        tags=FEED_TAGS,
        attributes=FEED_ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        attribute_filter=absolute,
    )
    return cleaned.strip()
