"""The pages as people meet them: in a real browser, on a phone and a desk, in light and dark, without scripts too."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import CIRCUMSTANCES, Scheme, barriers, served
from playwright.sync_api import Browser, Page, ViewportSize
from sites import build, copy_repository

EPISODE = "episodes/vom-bauteil-zum-dienst/"
VIDEO = "videos/was-ist-eine-e-rechnung/"
TOUR = "tours/rundgang-durch-die-werkhalle/"
TEMPLATES = {
    "home": "",
    "list": "episodes/",
    "episode": EPISODE,
    "term": VIDEO,
    "method": "videos/den-wertstrom-zeichnen/",
    "tour": TOUR,
    "walk": "tours/technikspaziergang-lindental/",
    "past tour": "tours/zu-besuch-bei-metallbau-oezdemir/",
    "packages": "packages/",
    "package": "packages/erste-schritte/",
    "glossary": "glossary/",
    "levels": "levels/",
    "level": "levels/2/",
    "area": "areas/data/",
    "people": "people/",
    "topics": "topics/",
    "person": "people/mara-lindner/",
    "organisation": "organisations/werkhalle/",
    "search": "suche/",
    "text": "barrierefreiheit/",
    "subscribe": "subscribe/",
    "not found": "nowhere/",
}
ALIKE = {"topics", "area", "method", "walk"}
"""Those whose template another one shows as well."""


@pytest.fixture
def window() -> ViewportSize:
    """A phone."""
    return {"width": 390, "height": 844}


@pytest.mark.parametrize(("width", "scheme"), CIRCUMSTANCES)
def test_no_template_breaks_a_rule_of_accessibility_or_is_wider_than_the_screen(
    browser: Browser, address: str, width: int, scheme: Scheme
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page, found = context.new_page(), list[str]()
    for name, path in TEMPLATES.items():
        if name not in ALIKE:
            page.goto(path)
            found += barriers(page)
    context.close()
    assert found == []


def test_as_it_is_hosted_no_page_breaks_the_policy_asks_another_host_keeps_anything_or_complains(
    browser: Browser, site: Path
) -> None:
    with served(site, as_hosted=True) as address:
        page, trouble = browser.new_page(base_url=address), list[str]()
        page.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
        page.on("response", lambda response: trouble.append(response.url) if response.status >= 400 else None)
        for name, path in TEMPLATES.items():
            answer = page.goto(path, wait_until="networkidle")
            kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length].join()")
            assert kept == ",0,0", path
            if name == "not found":
                assert f"{address}{path}" in trouble
                trouble = [line for line in trouble if path not in line and "404" not in line]
            else:
                assert answer and "script-src 'self'" in answer.headers["content-security-policy"]
        page.goto(EPISODE)
        page.locator(".eb-chapters a").nth(1).click()
        page.goto("suche/?q=Energiedaten")
        page.locator("main a[href*='energiedaten-die-geld-sparen/']").first.wait_for(state="visible")
        assert trouble == []
        page.goto("")
        page.evaluate("document.body.append(Object.assign(document.createElement('img'), {src: 'https://a.example/'}))")
        page.wait_for_timeout(300)
        assert any("Content Security Policy" in line for line in trouble), "a breach would be seen"
        page.close()


@pytest.mark.parametrize(("path", "element"), [(EPISODE, "audio"), (VIDEO, "video")])
def test_a_player_plays_what_the_repository_holds(page: Page, path: str, element: str) -> None:
    page.goto(path)
    page.evaluate(f"() => {{ const m = document.querySelector('{element}'); m.muted = true; return m.play(); }}")
    page.wait_for_function(f"document.querySelector('{element}').currentTime > 0.2")
    assert page.evaluate(f"document.querySelector('{element}').duration") > 60


def test_a_film_has_captions_that_the_browser_reads(page: Page) -> None:
    page.goto(VIDEO)
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'showing'")
    page.wait_for_function("(document.querySelector('video').textTracks[0].cues || []).length > 20")


def test_a_time_in_the_address_moves_the_player_there(page: Page) -> None:
    page.goto(f"{EPISODE}#t=113")
    page.wait_for_function("Math.abs(document.querySelector('audio').currentTime - 113) < 1")
    assert page.evaluate("document.querySelector('audio').paused")


def test_a_chapter_starts_to_play_at_its_second(page: Page) -> None:
    page.goto(EPISODE)
    page.evaluate("document.querySelector('audio').muted = true")
    link = page.locator(".eb-chapters a[href^='#t=']").nth(2)
    second = int((link.get_attribute("href") or "").removeprefix("#t="))
    link.click()
    page.wait_for_function(f"document.querySelector('audio').currentTime > {second} + 0.2")
    assert not page.evaluate("document.querySelector('audio').paused")
    assert page.evaluate("document.querySelector('audio').currentTime") < second + 10


def test_every_paragraph_of_the_transcript_has_a_time_mark_that_leads_to_itself(page: Page) -> None:
    page.goto(EPISODE)
    marks = page.evaluate(
        "[...document.querySelectorAll('.eb-transcript p[id]')].map(p => [p.id, p.querySelector('a').hash])"
    )
    assert len(marks) > 5
    assert all(mark == f"#{place}" for place, mark in marks)


def test_without_scripts_everything_can_still_be_read_heard_and_reached(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(EPISODE)
    assert page.locator("audio[controls]").count() == 1
    page.locator(".eb-transcript summary").click()
    assert page.locator(".eb-transcript p[id]").first.is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".eb-menu summary").click()
    page.locator(".eb-menu a").first.click()
    assert page.locator("h1").inner_text() == "Podcast-Folgen"
    context.close()


def test_the_home_page_leads_to_something_to_hear_to_see_and_to_visit_in_one_click(page: Page) -> None:
    page.goto("")
    doors = page.locator(".eb-door a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert sorted(link.split("/")[-3] for link in doors) == ["episodes", "tours", "videos"]


def test_the_keyboard_alone_reaches_the_content_and_the_player(page: Page) -> None:
    page.goto(EPISODE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('eb-skip')")
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.do") == "play":
            break
    assert page.evaluate("document.activeElement.dataset.do") == "play"


def test_light_or_dark_is_kept_only_if_the_visitor_ticks_the_box(page: Page) -> None:
    page.goto("")
    page.locator(".eb-drop:has(#eb-appearance) summary").click()
    page.locator("#eb-appearance [value=dark]").check()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate("localStorage.length") == 0
    page.locator("#eb-appearance [name=keep]").check()
    page.goto("episodes/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.locator(".eb-drop:has(#eb-appearance) summary").click()
    page.locator("#eb-appearance [name=keep]").uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_a_hostile_title_is_text_everywhere(browser: Browser, site: Path, tmp_path: Path) -> None:
    folder = copy_repository(tmp_path, like=site)
    item = folder / "episodes/datenschutz-ohne-angst/index.md"
    hostile = "Böse </title><script>alert(1)</script><img src=x onerror=alert(1)>"
    lines = item.read_text("utf-8").split("\n")
    lines = [f'title: "{hostile.replace(chr(34), chr(39))}"' if line.startswith("title:") else line for line in lines]
    item.write_text("\n".join(lines) + f"\n\n{hostile} [x](javascript:alert(1))\n", "utf-8")
    with served(build(folder)) as address:
        page = browser.new_page(base_url=address)
        page.on("dialog", lambda dialog: pytest.fail("a script ran"))
        for path in ("episodes/datenschutz-ohne-angst/", "episodes/", "people/mara-lindner/"):
            page.goto(path)
            assert page.title() != "x"
            assert page.evaluate("document.querySelectorAll('main img[onerror], a[href^=javascript]').length") == 0
        page.goto("episodes/datenschutz-ohne-angst/")
        assert "</title><script>" in page.locator("h1").inner_text()
        page.keyboard.press("/")
        page.locator("#eb-seek").press_sequentially("Böse")
        page.keyboard.press("Enter")
        page.get_by_role("status").filter(has_text="Treffer").wait_for()
        assert "</title><script>" in page.locator(".eb-hit__title").first.inner_text()
        assert page.locator("main [onerror], main [href^=javascript]").count() == 0
        page.close()
