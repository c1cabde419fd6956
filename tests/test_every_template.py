"""What holds for every template, also in English and with the fewest fields: rules, colours, no scripts, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import CROSSED, Scheme, barriers, served
from ebenerdig import build as catalogue_of
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import handwritten, not_found, plan
from ebenerdig.outputs.theme import THEME
from ebenerdig.reading.project import load_project
from library import TODAY
from playwright.sync_api import Browser, Page
from sites import ROOT
from test_pages import ALIKE, TEMPLATES

BARE = [
    "",
    "episodes/",
    "episodes/eins/",
    "episodes/one/",
    "videos/begriff/",
    "tours/eins/",
    "packages/",
    "packages/anfang/",
    "glossary/",
    *("levels/", "levels/1/", "areas/", "areas/data/", "topics/", "topics/energie/", "technologies/sensorik/"),
    *("industries/handwerk/", "people/", "people/mara-lindner/", "organisations/werkhalle/"),
    "suche/",
    "suche/?q=nichtsdergleichen",
    "impressum/",
    "subscribe/",
    "nowhere/",
]
"""Every kind of page of the site with the fewest fields."""
SHOWN_ALIKE = {"areas/data/", "technologies/sensorik/", "industries/handwerk/", "topics/", "suche/"}
PLACES = {
    "english": [*(path for name, path in TEMPLATES.items() if name not in ALIKE), "suche/?q=Rechnung"],
    "bare": [path for path in BARE if path not in SHOWN_ALIKE],
}
"""Where rules of accessibility are tried: on every template that differs."""


@pytest.fixture(scope="module")
def places(english: Path, bare: Path) -> Iterator[dict[str, str]]:
    """The addresses of the English site and of the one with the fewest fields."""
    with served(english) as first, served(bare) as second:
        yield {"english": first, "bare": second}


def opened(browser: Browser, address: str, **circumstances: Any) -> Page:
    """Open an empty page on a phone."""
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844}, **circumstances)
    return context.new_page()


def test_the_list_of_templates_leaves_none_out(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = catalogue_of(*load_project(ROOT, environ={"SOURCE_DATE_EPOCH": TODAY}))
    articles, used = Articles(catalogue), set()
    loader: Any = articles.environment.loader
    whole = loader.get_source

    def noted(environment: Any, template: str) -> Any:
        used.add(template)
        return whole(environment, template)

    monkeypatch.setattr(loader, "get_source", noted)
    by_url = {page.url: page for page in plan(catalogue)}
    for path in TEMPLATES.values():
        found = by_url.get(path) or (not_found(catalogue) if path == "nowhere/" else None)
        articles.render(found or handwritten(catalogue, path.rstrip("/") + ".md", {}), "<p>Text</p>")
    assert {path.name for path in (THEME / "articles").glob("*.html")} - used == {"moved.html", "problems.html"}, (
        "what stands at old addresses is no page of the plan, and what is wrong is shown in the preview alone"
    )


FAINT = """() => [...document.querySelectorAll("h1, h2, h3, p, a, button, summary, dt, dd, li")].filter(element => {
  const style = getComputedStyle(element);
  return element.checkVisibility() && element.textContent.trim() && style.color === style.backgroundColor;
}).map(element => element.outerHTML.slice(0, 120))"""


def check_forced_colours(page: Page) -> None:
    """Words and controls of an open page stay visible where the system gives the colours."""
    assert page.evaluate(FAINT) == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"


def check_without_scripts(page: Page) -> None:
    """An open page has its words, its links, and no control that does nothing."""
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert page.locator("main a[href]").count() > 0
    buttons = page.locator("button:visible")
    assert [button for button in buttons.all() if button.locator("xpath=ancestor::form[@action]").count() == 0] == []


@pytest.mark.parametrize(("name", "width", "scheme"), [("english", 320, "dark"), *(("bare", *how) for how in CROSSED)])
def test_in_english_and_with_the_fewest_fields_no_template_breaks_a_rule_of_accessibility(
    browser: Browser, places: dict[str, str], name: str, width: int, scheme: Scheme
) -> None:
    page, found = opened(browser, places[name], color_scheme=scheme, reduced_motion="reduce"), list[str]()
    page.set_viewport_size({"width": width, "height": 844})
    for path in PLACES[name]:
        page.goto(path)
        found += barriers(page)
    page.context.close()
    assert found == []


@pytest.mark.parametrize("name", ["sample", "bare"])
def test_forced_colours_missing_scripts_and_320_pixels_are_no_barrier(
    browser: Browser, address: str, places: dict[str, str], name: str
) -> None:
    there, paths = (address, TEMPLATES.values()) if name == "sample" else (places[name], BARE)
    forced = opened(browser, there, forced_colors="active", color_scheme="dark")
    plain = opened(browser, there, java_script_enabled=False)
    forced.set_viewport_size({"width": 320, "height": 844})
    for path in paths:
        forced.goto(path)
        check_forced_colours(forced)
        assert forced.evaluate("document.documentElement.scrollWidth") == 320, path
        plain.goto(path)
        for width in (390, 1280):
            plain.set_viewport_size({"width": width, "height": 844})
            check_without_scripts(plain)
    forced.context.close()
    plain.context.close()


def test_every_page_offers_one_clear_next_step(browser: Browser, places: dict[str, str]) -> None:
    page = opened(browser, places["bare"], java_script_enabled=False)
    for path in BARE:
        page.goto(path)
        steps = page.locator("main .eb-next .eb-button, main .eb-door a, main .eb-head .eb-button, main .eb-browse a")
        assert steps.count() > 0, path
        assert page.locator("main .eb-next").count() <= 1, path
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_words_stay_and_the_controls_go(browser: Browser, address: str, scheme: Any) -> None:
    page = opened(browser, address, color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    controls = ".eb-drawing, .eb-pager, .eb-player, .eb-more, .eb-search form, .eb-feed__buttons, .eb-card__picture"
    for path in TEMPLATES.values():
        page.goto(path)
        page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        assert page.locator("h1").is_visible()
        assert not page.locator(".eb-header").is_visible()
        assert page.locator(",".join(f"{each}:visible" for each in controls.split(", "))).count() == 0, path
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)", path
        surfaces = page.evaluate(SURFACES)
        assert surfaces == [], path
    page.context.close()


SURFACES = """() => [...document.querySelectorAll("main *, footer *")].filter(element => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const bare = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(backgroundColor) && backgroundImage === "none";
  return element.checkVisibility() && element.localName !== "mark" && !element.closest(".eb-player, svg") && !bare;
}).map(element => `${element.localName}.${element.className}`)"""


def test_what_has_no_picture_is_drawn_on_cards_doors_and_at_the_head(browser: Browser, places: dict[str, str]) -> None:
    page = opened(browser, places["bare"])
    for path, place in (
        ("", ".eb-door__picture"),
        ("episodes/", ".eb-card__picture"),
        ("packages/anfang/", ".eb-head__picture"),
        ("topics/energie/", ".eb-head__picture"),
        ("technologies/sensorik/", ".eb-head__picture"),
        ("industries/handwerk/", ".eb-head__picture"),
        ("areas/data/", ".eb-head__picture"),
        ("suche/", ".eb-hit__picture"),
        ("tours/eins/", ".eb-figure"),
    ):
        page.goto(path)
        assert page.locator(f"{place} > svg.eb-drawing").count() == page.locator(place).count() > 0
        size = page.locator(f"{place} > svg").first.bounding_box()
        assert size and size["width"] > 70 and size["height"] > 70
    page.goto("areas/")
    assert page.locator(".eb-tiles > li > svg.eb-drawing").count() == page.locator(".eb-tiles > li").count() > 0
    page.goto("videos/begriff/")
    poster = page.locator("video").get_attribute("poster")
    assert page.request.get(page.evaluate("poster => new URL(poster, location.href).href", poster)).ok
    page.context.close()
