"""The built pages as files: valid HTML, nothing from elsewhere, nothing inline, nothing untranslated."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from ebenerdig.models.show import App
from fluent.syntax import FluentParser, ast
from lxml import html
from sites import ROOT, build, find, small_project

RULES = ROOT / "tests" / "html-rules.json"
VALIDATOR = ROOT / "tests" / "node_modules" / "html-validate"
THEME = ROOT / "hooks" / "theme"
TEXTS = ROOT / "hooks" / "ebenerdig" / "texts"


@pytest.fixture(params=["site", "english", "bare"])
def built(request: pytest.FixtureRequest) -> Path:
    """This repository's site, the same in English, and one with the fewest fields and no picture."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def read(page: Path) -> html.HtmlElement:
    """Parse one page."""
    root = html.parse(page).getroot()
    assert isinstance(root, html.HtmlElement)
    return root


# Valid


def test_every_page_is_valid_html(built: Path) -> None:
    if shutil.which("node") is None or not VALIDATOR.is_dir():
        assert not os.environ.get("CI"), "node or html-validate is missing"
        pytest.skip("html-validate is not installed: make .venv/dev.ok")
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 40
    command = ["node", str(ROOT / "tests" / "validate_html.mjs")]
    done = subprocess.run(command, input="\n".join(map(str, pages)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [f"{Path(m['file']).relative_to(built)}:{m['line']}: {m['message']} [{m['rule']}]" for m in found] == []


def test_a_rule_that_is_switched_off_says_why() -> None:
    rules = json.loads(RULES.read_text("utf-8"))
    assert rules["why"].keys() == rules["config"]["rules"].keys()


def test_the_validator_sees_an_error(tmp_path: Path) -> None:
    if shutil.which("node") is None or not VALIDATOR.is_dir():
        pytest.skip("html-validate is not installed")
    (tmp_path / "x.html").write_text('<!doctype html><html lang="de"><title>x</title><p><div></div></p><img src="x">')
    command = ["node", str(ROOT / "tests" / "validate_html.mjs")]
    done = subprocess.run(command, input=str(tmp_path / "x.html"), capture_output=True, text=True, check=True)
    assert {"close-order", "wcag/h37"} & {message["rule"] for message in json.loads(done.stdout)}


# From this host only


LOADED = (
    "//img/@src | //script/@src | //audio/@src | //video/@src | //source/@src | //track/@src | //iframe/@src"
    " | //embed/@src | //object/@data | //video/@poster | //img/@srcset | //source/@srcset | //input/@src"
    " | //*[local-name()='use' or local-name()='image']/@href"
    " | //link[contains(@rel,'stylesheet') or contains(@rel,'icon') or contains(@rel,'preload')"
    " or contains(@rel,'preconnect') or contains(@rel,'prefetch') or contains(@rel,'manifest')]/@href"
)
"""Everything that a browser fetches by itself."""


def test_no_page_and_no_style_sheet_loads_anything_from_another_host(built: Path) -> None:
    found = []
    for page in built.rglob("*.html"):
        found += [f"{page}: {address}" for address in find(read(page), LOADED) if re.match(r"([a-z]+:)?//", address)]
    for sheet in built.rglob("*.css"):
        loaded = re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")\s]+)", sheet.read_text("utf-8"))
        found += [f"{sheet}: {address}" for address in loaded if re.match(r"(https?:)?//", address)]
    assert found == []


def test_no_page_has_a_script_a_style_or_a_handler_in_itself(built: Path) -> None:
    found = []
    for page in built.rglob("*.html"):
        root = read(page)
        found += [f"{page}: {name}" for name in find(root, "//@*[starts-with(name(), 'on') or name() = 'style']")]
        found += [f"{page}: <style>" for _ in find(root, "//style")]
        kinds = find(root, "//script[not(@src)]/@type")
        assert len(kinds) == len(find(root, "//script[not(@src)]")), page
        found += [f"{page}: {kind}" for kind in kinds if kind not in ("application/json", "application/ld+json")]
    assert found == []


# What links and browsers show


def test_every_page_has_a_card_of_the_right_size_an_icon_and_a_colour(site: Path) -> None:
    from PIL import Image

    for path in ("", "episodes/vom-bauteil-zum-dienst/", "packages/erste-schritte/", "impressum/"):
        root = read(site / path / "index.html")
        [address] = find(root, "//meta[@property='og:image']/@content")
        with Image.open(site / address.removeprefix("https://ebenerdig.example/")) as card:
            size = [find(root, f"//meta[@property='og:image:{side}']/@content")[0] for side in ("width", "height")]
            assert [str(pixels) for pixels in card.size] == size == ["1200", "630"]
        assert find(root, "//meta[@property='og:image:alt']/@content")[0]
        assert len(find(root, "//meta[@name='theme-color']")) == 2
        for rel, pixels in (("icon", 32), ("apple-touch-icon", 180)):
            place = find(root, f"//link[@rel='{rel}' and contains(@href, '.png')]/@href")[0]
            with Image.open((site / path / place).resolve()) as icon:
                assert icon.size == (pixels, pixels)


# In one language


def test_no_template_holds_a_sentence_of_its_own() -> None:
    found = []
    for template in sorted([*THEME.glob("*.html"), *THEME.glob("articles/*.html"), *THEME.glob("partials/**/*.html")]):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", template.read_text("utf-8"), flags=re.S)
        text = re.sub(r"\{\{.*?\}\}", "", text, flags=re.S)
        text = re.sub(r' [a-z-]+=""', "", text)  # an attribute that a macro writes
        text = re.sub(r"&\w+;", "", text)
        spoken = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*[A-Za-zÄÖÜäöü]{2}[^"]*)"', text)
        spoken += re.findall(
            r">([^<>]*[A-Za-zÄÖÜäöü]{2}[^<>]*)<", re.sub(r"<(script|style).*?</\1>", "", text, flags=re.S)
        )
        found += [f"{template.name}: {sentence.strip()}" for sentence in spoken]
    assert found == []


SAME_IN_BOTH = {
    "transcript-vtt",
    "transcript-srt",
    "role-it",
    "link-video",
    "link-other",
    "episode-bonus",
    "centimetres",
    "megabytes",
    "app-antennapod",
    "app-podcasts",
    "player-pause",
    *(f"app-{name}" for name in typing.get_args(App) if name != "apple"),
}
"""Names and words that are the same in German and English."""


def messages(language: str) -> Iterator[tuple[str, str]]:
    """Yield every sentence of a language, as written."""
    for path in sorted(TEXTS.glob(f"*.{language}.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value and entry.value.span:
                yield entry.id.name, path.read_text("utf-8")[entry.value.span.start : entry.value.span.end]


def test_a_sentence_that_is_the_same_in_both_languages_is_a_name() -> None:
    german, english = dict(messages("de")), dict(messages("en"))
    words = {name: re.sub(r"\{.*?\}", "", text, flags=re.S) for name, text in german.items()}
    same = {
        name for name, text in german.items() if text == english.get(name) and re.search(r"[A-Za-z]{2}", words[name])
    }
    assert same - SAME_IN_BOTH == set()


GERMAN = re.compile(
    r"\b(der|die|das|und|für|mit|nicht|ist|sind|Sie|ein|eine|einen|auf|von|zur|zum|aus|oder|werden|wird|Uhr|alle"
    r"|Seite|Stufe|Folge|Suche|Menü|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)
"""Words that give German away."""
NAMES = re.compile(r"Ebenerdig – (der Podcast|die Erklärvideos)|“[^”]+”|https?://\S+")
"""A show's name and an address are what they are, and a title in quotation marks within a label cannot be marked."""


def test_what_is_german_on_an_english_page_is_marked_as_german(english: Path) -> None:
    found = []
    for page in sorted(english.rglob("index.html")):
        root = read(page)
        assert root.get("lang") == "en"
        apart = "//body//*[@lang='de'] | //script | //*[contains(@class, 'eb-player') or contains(@class, 'eb-figure')]"
        for foreign in find(root, apart):
            foreign.drop_tree()
        spoken = [*find(root, "//body//text()"), *find(root, "//body//@aria-label | //body//@alt | //body//@title")]
        words = [text.strip() for text in spoken if GERMAN.search(NAMES.sub("", text))]
        found += [f"{page.parent.relative_to(english)}: {text}" for text in words]
    assert found == []


def test_german_items_carry_a_label_in_an_english_interface_and_none_in_a_german_one(english: Path) -> None:
    [label] = find(
        read(english / "episodes/vom-bauteil-zum-dienst/index.html"),
        "//header/p[@class='eb-card__kind']/span[@class='eb-label']/text()",
    )
    assert label == "German"
    card = find(read(english / "episodes/index.html"), "//article[contains(@class,'eb-card')][1]")[0]
    assert "German" in card.text_content()
    assert find(card, ".//h3/@lang") == ["de"]


def test_an_item_in_two_languages_links_its_other_version_in_the_head_and_on_the_page(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge", title="Die Folge")
    library.item("episodes/episode", title="The episode", language="en", translation_of="episodes/folge")
    library.item("episodes/allein")
    site = build(tmp_path)
    for slug, other, title in (("folge", "en", "The episode"), ("episode", "de", "Die Folge")):
        root = read(site / "episodes" / slug / "index.html")
        assert sorted(find(root, "//link/@hreflang")) == ["de", "en"]
        [link] = find(root, f"//header//a[@hreflang='{other}']")
        assert link.text_content() == title
        assert (site / "episodes" / slug / link.get("href") / "index.html").resolve().is_file()
    assert find(read(site / "episodes/allein/index.html"), "//@hreflang") == []
