"""The built site: every page is there, every link leads somewhere, and the same input gives the same bytes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from ebenerdig.media.measure import PICTURES, SOUND_AND_FILM
from library import REGISTERS, TODAY, TRANSCRIPT, Library, front_matter
from links import dead_ends
from lxml import etree, html
from sites import ROOT, build, copy_repository, files, find, made_once, mkdocs, small_project

TOMORROW = str(int(TODAY) + 24 * 60 * 60)
HOME = "https://ebenerdig.example/"
LISTS = ("episodes", "videos", "tours", "levels", "areas", "topics", "technologies", "industries", "people")
OWN_PAGES = ("ueber", "impressum", "datenschutz", "barrierefreiheit")
PACKAGE = {
    "title": "Paket Saphir",
    "description": "Zwei Dinge.",
    "goal": "Danach geht es.",
    "why": "Eins nach dem anderen.",
    "closing": "{label: Kommen Sie vorbei, link: tours/rundgang}",
    "levels": "1",
    "areas": "data",
}
LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "object": ("data",),
    "embed": ("src",),
}
"""What a browser fetches without being asked, besides `link`."""
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest"}


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of the repository's site, read, by its path."""
    return {
        path.relative_to(site).as_posix(): html.fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small library with five episodes, two on a page, and a word of its own in every place."""
    return made_once(tmp_path_factory, "small", write_small) / "site"


def write_small(folder: Path) -> None:
    """Write that library and build it."""
    library = small_project(
        folder,
        library=REGISTERS["library"] + "page_size: 2\n",
        topics="energie: {name: Energie}\nentwurfsthema: {name: Nurimentwurf}\n",
    )
    for number in range(1, 6):
        library.item(f"episodes/folge-{number}", topics="[energie]", date=f"2026-01-0{number}")
    body = "Notizen mit Kolibri.\n\n## Abschnitt Nachtigall\n\nMehr.\n"
    library.item("episodes/worte", body, title="Zinnober", description="Alles über Magnolien.", date="2026-02-01")
    library.write("episodes/worte/transcript.vtt", TRANSCRIPT.replace("Los geht es.", "Rhabarber wächst."))
    term = "{name: Fluxgerät, definition: Ein Lamellengerät., also_called: [Strömling]}"
    library.item("videos/begriff", kind="term", term=term)
    library.item("tours/rundgang")
    package = front_matter({**PACKAGE, "items": "[episodes/worte, episodes/entwurf, tours/rundgang]"})
    library.write("content/packages/anfang.md", package + "Zuerst Topas.\n")
    hidden = {"title": "Geheimfach", "topics": "[entwurfsthema]"}
    library.item("episodes/entwurf", "Heimlichkeit.\n", {"notiz.pdf": b"%PDF-1.4"}, draft="true", **hidden)
    library.item("videos/spaeter", "Heimlichkeit.\n", date="2026-11-25", title="Geheimfach")
    library.write(
        "content/packages/entwurf.md",
        front_matter(
            {**PACKAGE, "title": "Geheimfach", "draft": "true", "items": "[episodes/folge-1, episodes/folge-2]"}
        )
        + "Heimlichkeit.\n",
    )
    build(library.root)


def unpacked(path: Path) -> Any:
    """Read a file that the search page fetches."""
    return json.loads(gzip.decompress(path.read_bytes()))


def found_by_search(site: Path) -> dict[str, str]:
    """What the search knows, by address from the site's root."""
    found = {}
    for path in (site / "search/text").glob("??????.pack"):
        record = unpacked(path)
        [address] = find(html.fromstring(record["card"]), "//h3/a/@href")
        parts = [unpacked(part) for part in path.parent.glob(f"{path.stem}-*.pack")]
        found[address.removeprefix("../")] = str((record, parts))
    return found


def sitemap(site: Path) -> list[str]:
    """The addresses in the sitemap."""
    return [loc.text or "" for loc in etree.parse(site / "sitemap.xml").iter("{*}loc")]


# Pages


@pytest.mark.parametrize("folder", ["episodes", "videos", "tours"])
def test_every_item_has_a_page_with_its_title(folder: str, pages: dict[str, html.HtmlElement]) -> None:
    slugs = [path.parent.name for path in (ROOT / folder).glob("*/index.md")]
    assert slugs
    for slug in slugs:
        text = (ROOT / folder / slug / "index.md").read_text("utf-8")
        title = re.search(r"^title: \"?(.*?)\"?$", text, re.MULTILINE)
        assert title and pages[f"{folder}/{slug}/index.html"].xpath("string(//h1)").strip() == title[1]


@pytest.mark.parametrize("register", (*LISTS, "organisations", "packages", "glossary"))
def test_every_kind_of_list_has_an_overview(register: str, pages: dict[str, html.HtmlElement]) -> None:
    assert find(pages[f"{register}/index.html"], "//main//article | //main//section | //main//li")


@pytest.mark.parametrize("register", ["levels", "areas", "topics", "people", "organisations"])
def test_records_with_items_have_a_list_of_them(register: str, pages: dict[str, html.HtmlElement]) -> None:
    lists = [name for name in pages if re.fullmatch(rf"{register}/[^/]+/index\.html", name)]
    assert lists
    for name in lists:
        assert find(pages[name], "//article//a[contains(@href, '/')]"), name


@pytest.mark.parametrize("name", OWN_PAGES)
def test_hand_written_pages_are_there(name: str, pages: dict[str, html.HtmlElement]) -> None:
    title = re.search(r"^title: \"?(.*?)\"?$", (ROOT / f"content/{name}.md").read_text("utf-8"), re.MULTILINE)
    assert title and title[1] in pages[f"{name}/index.html"].xpath("string(//title)")


def test_every_package_has_a_page_with_its_items_in_order(pages: dict[str, html.HtmlElement]) -> None:
    sources = sorted((ROOT / "content/packages").glob("*.md"))
    assert sources
    for source in sources:
        items = re.findall(r"^  - (\w+/[\w-]+)$", source.read_text("utf-8"), re.MULTILINE)
        links = find(pages[f"packages/{source.stem}/index.html"], "//ol//article//a/@href")
        assert [str(link).replace("../", "").rstrip("/") for link in links] == items


def test_every_page_has_one_heading_a_title_a_description_and_a_language(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        if name.endswith("transcript.html"):
            continue
        assert len(find(page, "//h1")) == 1, name
        assert page.xpath("string(//title)").strip() and find(page, "//meta[@name='description']/@content"), name
        assert find(page, "/html/@lang") == ["de"], name


def test_long_lists_go_on_on_further_pages(small: Path) -> None:
    seen: list[str] = []
    for number, address in enumerate(("topics/energie", "topics/energie/page/2", "topics/energie/page/3"), 1):
        page = html.fromstring((small / address / "index.html").read_text("utf-8"))
        links = find(page, "//article[contains(@class, 'eb-card')]//a/@href")
        seen += [str(link).rstrip("/").rpartition("/")[2] for link in links]
        assert bool(find(page, "//a[@rel='prev']")) is (number > 1)
        assert bool(find(page, "//a[@rel='next']")) is (number < 3)
    assert seen == ["folge-5", "folge-4", "folge-3", "folge-2", "folge-1"]
    assert not (small / "topics/energie/page/4").exists()


def test_records_without_items_have_no_page(small: Path) -> None:
    assert not (small / "topics/entwurfsthema").exists()
    assert not (small / "industries").exists()


def test_the_page_for_unknown_addresses_works_at_any_depth(site: Path, tmp_path: Path) -> None:
    page = html.fromstring((site / "404.html").read_text("utf-8"))
    addresses = [str(a) for a in find(page, "//link[@rel='stylesheet']/@href | //script/@src | //main//a/@href")]
    assert len(addresses) > 5
    assert all(address.startswith("/") for address in addresses)
    library = small_project(tmp_path)
    library.item("tours/rundgang")
    below = html.fromstring((build(tmp_path, SITE_URL="https://a.example/b") / "404.html").read_text("utf-8"))
    addresses = [str(a) for a in find(below, "//link[@rel='stylesheet']/@href | //script/@src | //main//a/@href")]
    assert len(addresses) > 5
    assert all(address.startswith("/b/") for address in addresses)


# Links


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    assert dead_ends(site, HOME) == []


def test_every_link_within_a_small_library_leads_somewhere(small: Path) -> None:
    assert dead_ends(small, HOME) == []


def test_a_dead_end_would_be_found(small: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(small, tmp_path / "site")
    about = copy / "ueber/index.html"
    about.write_text(about.read_text("utf-8") + '<a href="../nirgends/">x</a><a href="#nirgends">x</a>', "utf-8")
    wrong = ["ueber/index.html: ../nirgends/: no such file", "ueber/index.html: #nirgends: no such place"]
    assert dead_ends(copy, HOME) == wrong


def test_pages_load_nothing_from_elsewhere(site: Path, pages: dict[str, html.HtmlElement]) -> None:
    loaded: set[str] = set()
    for name, page in pages.items():
        here = urljoin(HOME, name)
        for tag, attributes in LOADED.items():
            for element in page.iter(tag):
                loaded |= {urljoin(here, element.get(a, "").split(" ")[0]) for a in attributes if element.get(a)}
        for link in page.iter("link"):
            if FETCHED_LINKS & set(link.get("rel", "").split()):
                loaded.add(urljoin(here, link.get("href", "")))
        styles = " ".join([*find(page, "//@style"), *find(page, "//style/text()")])
        assert "url(" not in styles and "@import" not in styles, name
    assert len(loaded) > 50
    assert {urlsplit(address).netloc for address in loaded} == {"ebenerdig.example"}
    sheets = [address for address in loaded if address.endswith(".css")]
    assert sheets
    for sheet in sheets:
        text = (site / urlsplit(sheet).path.lstrip("/")).read_text("utf-8")
        assert not re.search(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", text), sheet


def test_no_file_tells_where_it_was_built(site: Path) -> None:
    places = [str(place).encode() for place in (site.parent, ROOT, Path.home()) if len(place.parts) > 2]
    places.append(str(site.parent).encode())
    for name, content in files(site).items():
        assert not [place for place in places if place in content], name


# Search, sitemap, and what stays inside


@pytest.mark.parametrize(
    "word",
    [
        "Zinnober",
        "Magnolien",
        "Kolibri",
        "Nachtigall",
        "Fluxgerät",
        "Lamellengerät",
        "Saphir",
        "Topas",
        "Rhabarber",
    ],
)
def test_the_search_knows_titles_descriptions_notes_terms_packages_and_what_is_said(word: str, small: Path) -> None:
    assert [where for where, text in found_by_search(small).items() if word in text]


def test_the_search_knows_another_name_that_no_hit_shows(small: Path) -> None:
    assert [path for path in (small / "search/index").iterdir() if b"stromling" in gzip.decompress(path.read_bytes())]


def test_a_library_without_search_has_no_index_no_page_and_no_field(tmp_path: Path) -> None:
    library = small_project(tmp_path, library=REGISTERS["library"] + "search: false\n")
    library.item("episodes/folge")
    site = build(tmp_path)
    assert not (site / "search").exists() and not (site / "suche").exists()
    assert "suche/" not in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("fixture", ["site", "small"])
def test_the_search_leads_to_content_and_not_to_lists(fixture: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(fixture)
    places = set(found_by_search(site))
    content = re.compile(
        rf"(?:(?:episodes|videos|tours|packages)/(?!page/)[^/]+|{'|'.join(OWN_PAGES)})/|glossary/#[a-z-]+"
    )
    assert [place for place in places if not content.fullmatch(place)] == []
    items = [path for form in ("episodes", "videos", "tours") for path in (site / form).glob("[!p]*/index.html")]
    assert {path.parent.relative_to(site).as_posix() + "/" for path in items} <= places


def test_the_sitemap_lists_every_page_and_nothing_else(small: Path) -> None:
    pages = {path.parent.relative_to(small).as_posix() for path in small.rglob("index.html")}
    assert sorted(sitemap(small)) == sorted(HOME if page == "." else f"{HOME}{page}/" for page in pages)
    assert gzip.decompress((small / "sitemap.xml.gz").read_bytes()) == (small / "sitemap.xml").read_bytes()


def test_drafts_and_scheduled_items_are_in_no_file(small: Path) -> None:
    built = files(small)
    assert not [name for name in built if "entwurf" in name or "spaeter" in name or name.endswith(".pdf")]
    words = [word.encode() for word in ("Geheimfach", "Heimlichkeit", "episodes/entwurf", "videos/spaeter")]
    assert not [name for name, content in built.items() for word in words if word in content]
    assert not [name for name, content in built.items() if b"Nurimentwurf" in content]


# The same bytes


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names of all files that are not the same in both."""
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def test_building_again_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    before = files(site)
    build(site.parent, "-d", str(tmp_path / "again"))
    assert len(before) > 100
    assert differences(before, files(tmp_path / "again")) == []


def test_a_day_on_which_nothing_becomes_due_changes_no_byte_anywhere(site: Path, tmp_path: Path) -> None:
    elsewhere = copy_repository(tmp_path / "another place", like=site)
    later = build(elsewhere, SOURCE_DATE_EPOCH=TOMORROW, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    assert differences(files(site), files(later)) == []


def test_a_build_without_the_media_gives_the_same_pages_and_feed(site: Path, tmp_path: Path) -> None:
    bare = copy_repository(tmp_path, like=site)
    media = {*PICTURES, *SOUND_AND_FILM}
    removed = [path for path in bare.rglob("*") if path.suffix in media and "hooks" not in path.parts]
    assert len(removed) > 20
    for path in removed:
        path.unlink()
    texts = (".html", ".xml", ".json", ".vtt", ".srt", ".gz")
    full, without = files(site), files(build(bare))
    assert (
        differences(
            {name: content for name, content in full.items() if name.endswith(texts)},
            {name: content for name, content in without.items() if name.endswith(texts)},
        )
        == []
    )
    assert {Path(name).suffix for name in differences(full, without)} <= {*media, ".webp"}


# Settings


def test_address_and_language_follow_the_environment(english: Path, tmp_path: Path) -> None:
    site = build(copy_repository(tmp_path, like=english), SITE_URL="https://a.example/media", SITE_LANGUAGE="en")
    base = "https://a.example/media/"
    assert sitemap(site) and all(address.startswith(base) for address in sitemap(site))
    pages = list(site.rglob("index.html"))
    assert len(pages) == len(sitemap(site))
    for path in pages:
        page = html.fromstring(path.read_text("utf-8"))
        address = path.parent.relative_to(site).as_posix()
        assert find(page, "//link[@rel='canonical']/@href") == [base if address == "." else f"{base}{address}/"]
        assert find(page, "/html/@lang") == ["en"]
    assert "Podcast episodes" in (site / "index.html").read_text("utf-8")
    assert "Podcast-Folgen" not in (site / "index.html").read_text("utf-8")
    feed = (site / "feed/podcast.xml").read_text("utf-8")
    addresses = re.findall(r'(?:url|href|uri)="(https://[^"]+)"|<link>([^<]+)</link>', feed)
    own = [one or other for one, other in addresses if "a.example" in one + other]
    assert len(own) > 20 and all(address.startswith(base) for address in own)
    assert HOME not in feed
    assert dead_ends(site, base) == []


def test_a_build_from_another_folder_gives_the_same_site(tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    elsewhere.mkdir()
    library = small_project(project)
    library.item("episodes/folge")
    here = files(build(project))
    shutil.rmtree(project / "site")
    result = mkdocs(elsewhere, "build", "--strict", "-f", "../project/mkdocs.yml")
    assert result.returncode == 0, result.stderr
    assert differences(here, files(project / "site")) == []
    assert list(elsewhere.iterdir()) == []


# What breaks a build


def broken(library: Library) -> None:
    """Write mistakes into an item, a package and a register."""
    library.item("episodes/kaputt", levels="1-9", gusts="[mara-lindner]")
    library.item("videos/film", video="weg.mp4")
    library.write("content/packages/paket.md", front_matter({**PACKAGE, "items": "[episodes/heil, episodes/fehlt]"}))
    library.write("content/_data/topics.yml", "energie: {nam: Energie}\n")


def test_a_broken_library_is_not_built_and_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/heil")
    broken(library)
    result = mkdocs(tmp_path, "build", "--strict")
    assert result.returncode == 1
    told = re.findall(r"^(\S+):(\d+):(\d+): Fehler: .+ \[([a-z-]+)\]$", result.stderr, re.MULTILINE)
    assert {(path, code) for path, _, _, code in told} >= {
        ("episodes/kaputt/index.md", "unknown-key-near"),
        ("videos/film/index.md", "file-missing"),
        ("content/packages/paket.md", "unknown-id"),
        ("content/_data/topics.yml", "unknown-key-near"),
    }
    assert len({path for path, *_ in told}) == 4
    for path, line, column, _ in told:
        text = (tmp_path / path).read_text("utf-8").split("\n")[int(line) - 1]
        assert len(text) + 1 >= int(column)
        assert not text.strip() or f"    {text[:160]}" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize("strict", [("--strict",), ()])
def test_one_mistake_is_enough_even_where_mkdocs_is_not_strict(tmp_path: Path, strict: tuple[str, ...]) -> None:
    library = small_project(tmp_path)
    library.item("tours/rundgang", levels="9")
    result = mkdocs(tmp_path, "build", *strict)
    assert result.returncode == 1
    assert "tours/rundgang/index.md:5:" in result.stderr


def dead_link(library: Library) -> None:
    library.item("tours/rundgang", "Siehe [dort](../../episodes/fehlt/index.md).\n")


def dead_fragment(library: Library) -> None:
    library.item("tours/rundgang", "Siehe [dort](#fehlt).\n")


@pytest.mark.parametrize("mistake", [dead_link, dead_fragment])
def test_a_link_that_leads_nowhere_fails_a_strict_build(mistake: Callable[[Library], None], tmp_path: Path) -> None:
    library = small_project(tmp_path)
    mistake(library)
    result = mkdocs(tmp_path, "build", "--strict")
    assert result.returncode == 1
    assert "fehlt" in result.stderr


@pytest.mark.parametrize(
    ("variable", "value"), [("SITE_LANGUAGE", "fr"), ("SITE_URL", "ebenerdig"), ("SOURCE_DATE_EPOCH", "heute")]
)
def test_a_setting_that_makes_no_sense_is_told(variable: str, value: str, tmp_path: Path) -> None:
    small_project(tmp_path).item("tours/rundgang")
    result = mkdocs(tmp_path, "build", **{variable: value})
    assert result.returncode == 1
    assert value in result.stderr and "Traceback" not in result.stderr
