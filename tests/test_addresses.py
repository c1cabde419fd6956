"""Addresses of files with hard names, and names of places on a page: everything leads where it says."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from ebenerdig.outputs import OUTPUTS
from ebenerdig.outputs.pages.anchors import frame_names, kept_apart
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.outputs.search.index import index as search
from ebenerdig.outputs.theme import THEME
from ebenerdig.reading.links import linked_files, linked_paths
from hypothesis import given
from hypothesis import strategies as st
from library import Library
from lxml import etree, html
from sites import ODD, find
from test_build import HOME, dead_ends

OWN_PAGES = {"", "ueber", "impressum", "datenschutz", "barrierefreiheit"}
"""Pages that people write by hand, and the home page."""


def there(site: Path, address: str) -> bool:
    """Whether a file of the site lies at an address."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return (site / path / "index.html" if not path or path.endswith("/") else site / path).is_file()


def test_every_link_of_every_page_leads_to_a_file_whatever_that_is_called(odd: Path) -> None:
    assert dead_ends(odd, HOME) == []
    named = [str(path) for path in odd.rglob("*") if ODD in path.name]
    assert len(named) > 25


def test_every_address_in_feeds_and_structured_data_leads_to_a_file(odd: Path) -> None:
    addresses = []
    for path in [*odd.glob("feed/*.xml"), odd / "sitemap.xml"]:
        root = etree.parse(path).getroot()
        addresses += [str(value) for node in root.iter() for value in (node.text, *node.attrib.values()) if value]
        for notes in root.iter("{http://purl.org/rss/1.0/modules/content/}encoded"):
            addresses += [str(link) for link in find(html.fromstring(f"<div>{notes.text}</div>"), "//@href | //@src")]
    for path in odd.rglob("index.html"):
        for graph in find(html.fromstring(path.read_text("utf-8")), "//script[@type='application/ld+json']/text()"):
            addresses += re.findall(r'"(https://[^"]+)"', str(graph))
    addresses += re.findall(r'"(https://[^"]+)"', (odd / "episodes/odd/read/chapters.json").read_text("utf-8"))
    own = {address for address in addresses if address.startswith(HOME) and "{" not in address}
    assert sum("%23" in address for address in own) > 15
    assert [address for address in sorted(own) if not there(odd, address)] == []


def test_every_address_in_hits_leads_to_a_file(odd: Path) -> None:
    found = []
    for path in odd.glob("search/text/*.pack"):
        shown = json.loads(gzip.decompress(path.read_bytes()))
        if "card" in shown:
            found += [str(a) for a in find(html.fromstring(shown["card"]), "//@href | //@src")]
    assert len(found) > 8
    assert [link for link in found if not there(odd, urljoin(f"{HOME}suche/", link))] == []


def test_no_page_has_a_name_twice(odd: Path, bare: Path) -> None:
    for site in (odd, bare):
        for path in site.rglob("*.html"):
            names = Counter(map(str, find(html.fromstring(path.read_text("utf-8")), "//@id")))
            assert {name: count for name, count in names.items() if count > 1} == {}, path


def test_a_fifth_level_fills_a_fifth_bar(odd: Path) -> None:
    page = html.fromstring((odd / "levels/5/index.html").read_text("utf-8"))
    card = "//article[contains(@class, 'eb-card')][.//a[contains(@href, 'episodes/odd')]]"
    bars = find(page, f"{card}//svg[@class='eb-level__bars']")[0]
    assert [bar.get("class") for bar in bars] == ["eb-fill-off"] * 3 + ["eb-fill-on"] * 2
    assert bars.get("viewbox") == "0 0 43 10"


# Names of places

OWN = '<h2 id="links">Links</h2><section aria-labelledby="links"></section>'


def test_a_heading_that_is_called_like_a_section_gets_another_name_and_its_links_follow() -> None:
    links = '<a href="#links">a</a> <a href="./#links">b</a> <a href="#mehr">c</a>'
    notes = f'<h2 id="links">L</h2><h2 id="mehr">M</h2><p>{links}</p>'
    assert kept_apart(notes, OWN) == notes.replace('"links"', '"links-2"').replace("#links", "#links-2")
    assert kept_apart(notes, "<p>Nichts</p>") == notes


def test_what_is_only_written_about_stays_as_it_is() -> None:
    notes = '<p title="&lt;p id=links">Man schreibt &lt;h2 id="links"&gt; oder a id="links".</p><h2 id="andere">A</h2>'
    assert kept_apart(notes, OWN) == notes


@pytest.mark.parametrize("name", sorted(frame_names()))
def test_a_heading_never_takes_a_name_of_the_frame(name: str) -> None:
    assert f'id="{name}"' not in kept_apart(f'<h2 id="{name}">x</h2>', "")


def test_the_frame_has_names_to_be_kept() -> None:
    assert frame_names()


names = st.sampled_from(["links", "links-2", "links-3", "fn:1", "t=12", "ä", "a&b", "mehr"])


@given(st.lists(names, max_size=6), st.lists(names, max_size=4, unique=True))
def test_no_name_stands_twice_and_what_was_alone_keeps_its_own(inside: list[str], around: list[str]) -> None:
    escaped = [name.replace("&", "&amp;") for name in inside]
    notes = "".join(f'<p id="{name}"><a href="#{name}">x</a></p>' for name in escaped)
    article = "".join(f'<p id="{name}"></p>'.replace("&", "&amp;") for name in around)
    page = html.fromstring(f"<div>{kept_apart(notes, article)}{article}</div>")
    found = [str(name) for name in find(page, "//@id")]
    assert len(found) == len(set(found)) == len(inside) + len(around)
    for name in set(inside) - set(around):
        assert name in found
    firsts = {name: found[inside.index(name)] for name in inside}
    assert [str(link) for link in find(page, "//@href")] == [f"#{firsts[name]}" for name in inside]


# Links in notes


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("[x](blatt%231.pdf)", "blatt#1.pdf"),
        ("[x](blatt.pdf#seite=2)", "blatt.pdf"),
        ("[x](blatt.pdf?v=1)", "blatt.pdf"),
        ("[x](ist%3F.pdf 'Titel')", "ist?.pdf"),
        ("[x](<mit blank.pdf>)", "mit blank.pdf"),
        ("[x](mit blank.pdf)", "mit blank.pdf"),
        ('[x](./blatt(1).pdf "Titel")', "blatt(1).pdf"),
        ('<a href="a&amp;b%25.pdf">x</a>', "a&b%.pdf"),
        ("[x]: <süß.pdf>", "süß.pdf"),
    ],
)
def test_a_link_in_the_notes_names_the_file_that_is_meant(link: str, file: str) -> None:
    assert linked_files(f"Text\n\n{link}\n") == {file}
    if link.startswith("[x]("):
        ((line, column, path),) = linked_paths(f"Text\n\n{link}\n")
        assert (line, link[column - 1 :][:5], path) == (3, link[column - 1 :][:5], file)
        assert column in (5, 6)


# Libraries that lack something


@pytest.mark.parametrize(
    "items", [[], ["episodes/folge"], ["videos/film"], ["tours/gang"]], ids=lambda items: str(items)
)
def test_where_whole_formats_are_missing_no_page_leads_to_what_is_not_there(library: Library, items: list[str]) -> None:
    for place in items:
        library.item(place)
    library.check_is_fine()
    catalogue = library.catalogue()
    articles, pages = Articles(catalogue), list(plan(catalogue))
    written = {name for output in OUTPUTS if output is not search for name, _ in output(catalogue)}
    known = {page.url.strip("/") for page in pages} | {name.strip("/") for name in written} | OWN_PAGES
    for page in pages:
        address = urljoin(HOME, page.url)
        for link in find(html.fromstring(articles.render(page, "")), "//@href | //@src | //@poster | //@data-cover"):
            target = urlsplit(urljoin(address, str(link)))
            if str(link) and target.netloc == urlsplit(HOME).netloc:
                path = unquote(target.path).strip("/")
                assert path in known or (THEME / path).is_file(), (page.uri, link)
