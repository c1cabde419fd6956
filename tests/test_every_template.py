"""What holds for every template: under a strict policy, in forced colours, without scripts, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser import served
from ebenerdig import build as catalogue_of
from ebenerdig.outputs.articles import Articles
from ebenerdig.outputs.pages import handwritten, not_found, plan
from ebenerdig.outputs.theme import THEME
from ebenerdig.project import load_project
from library import TODAY
from playwright.sync_api import Browser, Page, Route
from sites import ROOT, build, copy_repository
from test_pages import TEMPLATES

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
PAGES = [pytest.param(path, id=name.replace(" ", "-")) for name, path in TEMPLATES.items()]


def opened(browser: Browser, address: str, **circumstances: Any) -> Page:
    """Open an empty page on a phone."""
    context = browser.new_context(base_url=address, viewport={"width": 390, "height": 844}, **circumstances)
    return context.new_page()


def test_the_list_of_templates_leaves_none_out(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = catalogue_of(*load_project(ROOT, environ={"SOURCE_DATE_EPOCH": TODAY}))
    articles, used = Articles(catalogue), set()
    loader: Any = articles._environment.loader
    whole = loader.get_source

    def noted(environment: Any, template: str) -> Any:
        used.add(template)
        return whole(environment, template)

    monkeypatch.setattr(loader, "get_source", noted)
    by_url = {page.url: page for page in plan(catalogue)}
    for path in TEMPLATES.values():
        found = by_url.get(path) or (not_found(catalogue) if path == "nowhere/" else None)
        articles.render(found or handwritten(catalogue, path.rstrip("/") + ".md", {}), "<p>Text</p>")
    assert {path.name for path in (THEME / "articles").glob("*.html")} - used == {"moved.html"}, (
        "what stands at old addresses is no page of the plan"
    )


def test_a_strict_policy_sent_by_the_server_is_kept_by_every_template(browser: Browser, address: str) -> None:
    page, found = opened(browser, address), []

    def with_policy(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": POLICY})

    page.route("**/*", with_policy)
    page.add_init_script(LISTEN)
    page.on(
        "console", lambda message: found.append(message.text) if "Content Security Policy" in message.text else None
    )
    for name, path in TEMPLATES.items():
        page.goto(path, wait_until="networkidle")
        found += [f"{name}: {violation}" for violation in page.evaluate("window.violations")]
        assert page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
    page.context.close()
    assert found == []


def test_the_policy_of_this_test_is_one_that_is_enforced(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.add_init_script(LISTEN)

    def hostile(route: Route) -> None:
        body = "<!doctype html><title>x</title><p style='color: red'>x</p><script>alert(1)</script>"
        route.fulfill(body=body, content_type="text/html", headers={"content-security-policy": POLICY})

    page.route("**/*", hostile)
    page.goto("")
    assert len(page.evaluate("window.violations")) == 2
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_in_forced_colours_words_and_controls_stay_visible(browser: Browser, address: str, path: str) -> None:
    page = opened(browser, address, forced_colors="active", color_scheme="dark")
    page.goto(path)
    faint = page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, p, a, button, summary, dt, dd, li")].filter(element => {
          const style = getComputedStyle(element);
          return element.checkVisibility() && element.textContent.trim() && style.color === style.backgroundColor;
        }).map(element => element.outerHTML.slice(0, 120))"""
    )
    assert faint == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_every_page_has_its_words_its_links_and_no_dead_control(
    browser: Browser, address: str, path: str
) -> None:
    page = opened(browser, address, java_script_enabled=False)
    page.goto(path)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert page.locator("main a[href]").count() > 0
    assert [button.inner_text() for button in page.locator("button").all() if button.is_visible()] == []
    page.context.close()


def test_on_paper_the_words_stay_and_the_controls_go(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.emulate_media(media="print")
    for path in TEMPLATES.values():
        page.goto(path)
        assert page.locator("h1").is_visible()
        assert not page.locator(".eb-header").is_visible()
        assert page.locator(".eb-drawing:visible, .eb-pager:visible, .eb-player:visible").count() == 0, path
    page.context.close()


def test_what_has_no_picture_is_drawn_on_cards_doors_and_at_the_head(browser: Browser, tmp_path: Path) -> None:
    folder = copy_repository(tmp_path)
    for item in folder.glob("*/*/index.md"):
        lines = item.read_text("utf-8").split("\n")
        start = next((number for number, line in enumerate(lines) if line.startswith("image:")), None)
        if start is not None:
            end = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith(" "))
            del lines[start:end]
        item.write_text("\n".join(line for line in lines if not line.startswith("poster:")), "utf-8")
    with served(build(folder)) as address:
        page = opened(browser, address)
        for path, place in (
            ("", ".eb-door__picture"),
            ("episodes/", ".eb-card__picture"),
            (TEMPLATES["tour"], ".eb-figure"),
        ):
            page.goto(path)
            assert page.locator(f"{place} > svg.eb-drawing").count() == page.locator(place).count() > 0
            size = page.locator(f"{place} > svg").first.bounding_box()
            assert size and size["width"] > 100 and size["height"] > 100
        page.goto(TEMPLATES["term"])
        poster = page.locator("video").get_attribute("poster")
        assert page.request.get(page.evaluate("poster => new URL(poster, location.href).href", poster)).ok
        page.context.close()
