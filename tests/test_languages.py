"""An item in another language is marked as that wherever its title stands: for ears, eyes and programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ebenerdig.outputs.pages import redirects
from ebenerdig.outputs.search.findable import findable
from library import Library
from lxml import html
from sites import find

TITLE, LABEL = "One", "Englisch"
WHERE = {
    "index.html": "a card on the home page",
    "episodes/index.html": "a list",
    "episodes/eins/index.html": "the original",
    "levels/1/index.html": "a level",
    "people/mara-lindner/index.html": "a person",
    "packages/anfang/index.html": "a package",
    "suche/index.html": "the search before it is asked",
    "subscribe/index.html": "the newest item",
}
"""Pages that show the English item; the pages of the site are German."""


def unmarked(root: html.HtmlElement) -> Iterator[str]:
    """Yield where the English title stands without its language or a label beside it; players are below both."""
    for element in find(root, f"//body//*[normalize-space(text()) = '{TITLE}'][not(ancestor::eb-player)]"):
        spoken = find(element, "ancestor-or-self::*[@lang][1]/@lang")
        around = find(element, "ancestor::*[self::article or self::li or self::p or self::nav or self::header][1]")
        if spoken != ["en"] or not around or LABEL not in around[0].text_content():
            yield f"{element.getroottree().getpath(element)}: {spoken}"


def test_the_title_of_an_english_item_is_marked_on_every_page_that_shows_it(bare: Path) -> None:
    found, shown, pagers = [], set(), 0
    for path in sorted(bare.rglob("*.html")):
        root: Any = html.parse(path).getroot()
        name = path.relative_to(bare).as_posix()
        if find(root, f"//body//*[normalize-space(text()) = '{TITLE}']"):
            shown.add(name)
        pagers += len(find(root, f"//nav[@class='eb-pager']//span[@lang='en' and text() = '{TITLE}']"))
        if not name.startswith("episodes/one/read/"):
            found += [f"{name}: {place}" for place in unmarked(root)]
    assert found == []
    assert WHERE.keys() <= shown
    assert pagers == 1


def test_a_hit_of_the_search_marks_what_is_english_and_nothing_else(library: Library) -> None:
    term = "{name: Flow, definition: What flows.}"
    library.item("videos/one", title="One", description="Two", language="en", kind="term", term=term)
    cards = {found.kind: found.card for found in findable(library.catalogue())}
    for kind in ("item", "term"):
        card = html.fragment_fromstring(cards[kind])
        assert [element.tag for element in find(card, "descendant-or-self::*[@lang = 'en']")] == ["h3", "p"]
        assert LABEL in card.text_content()
        assert find(card, "descendant-or-self::*[@lang and not(@lang = 'en')]") == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_at_an_old_address_marks_the_title(library: Library, language: str) -> None:
    library.item("episodes/one", title="One", language="en", aliases="[old]")
    [(_, page)] = redirects.pages(library.catalogue(SITE_LANGUAGE=language))
    [link] = find(html.document_fromstring(page), "//main//a")
    assert link.get("lang") == (None if language == "en" else "en")


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in JSON."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(part)


def test_programs_are_told_the_language_of_an_item_and_its_versions(bare: Path) -> None:
    by_page = {}
    for path in bare.rglob("index.html"):
        root: Any = html.parse(path).getroot()
        for text in find(root, "//script[@type='application/ld+json']/text()"):
            by_page[path.parent.relative_to(bare).as_posix()] = json.loads(text)
    named = [node for graph in by_page.values() for node in nodes(graph) if node.get("name") == TITLE]
    works = [node for node in named if node["@type"] != "ListItem"]
    assert len(works) > 5
    assert {node.get("inLanguage") for node in works} == {"en"}
    one, eins = (f"https://ebenerdig.example/episodes/{slug}/#item" for slug in ("one", "eins"))
    [original] = [node for node in nodes(by_page["episodes/eins"]) if "workTranslation" in node]
    [version] = [node for node in nodes(by_page["episodes/one"]) if "translationOfWork" in node]
    assert (original["@id"], original["workTranslation"]) == (eins, [{"@id": one}])
    assert (version["@id"], version["translationOfWork"]) == (one, [{"@id": eins}])
