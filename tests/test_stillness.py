"""Nothing on a page moves while it loads: pictures keep their place, and so do the player's controls."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser
from sites import find
from test_player import EPISODE, VIDEO

TOUR = "tours/rundgang-durch-die-werkhalle/"
PHONE, DESK = 390, 1280
SLOW = {"offline": False, "latency": 200, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
WATCH = """
window.moved = [];
const place = ({ node, currentRect }) => `${node?.nodeName} ${node?.className} to ${currentRect.y}`;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) window.moved.push(`${shift.value}: ${shift.sources.map(place)}`);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize(
    ("path", "width"),
    [(EPISODE, PHONE), (EPISODE, DESK), (VIDEO, PHONE), (TOUR, PHONE), (TOUR, DESK), ("", PHONE), ("suche/", PHONE)],
)
def test_nothing_moves_while_a_page_loads(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(path, wait_until="networkidle")
    assert page.evaluate("window.moved") == []
    page.evaluate(
        "document.querySelector('h1').before(Object.assign(document.createElement('p'), { textContent: 'x' }))"
    )
    page.wait_for_function("window.moved.length", timeout=5000)  # or nobody would have seen it
    context.close()


def test_where_the_players_script_does_not_come_the_browsers_own_player_does(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/player/player.js", lambda route: route.abort())
    page.goto(EPISODE)
    controls = page.locator(".eb-player__controls")
    assert controls.is_visible()
    page.locator("audio[controls]").wait_for(timeout=8000)
    controls.wait_for(state="hidden", timeout=8000)
    context.close()


def test_every_picture_says_how_large_it_is(site: Path) -> None:
    seen = 0
    for page in site.rglob("index.html"):
        for img in find(html.parse(str(page)).getroot(), "//img"):
            file = (page.parent / img.get("src")).resolve()
            with Image.open(file) as picture:
                assert (img.get("width"), img.get("height")) == tuple(map(str, picture.size)), f"{page}: {file}"
                assert picture.format == "WEBP", file
            seen += 1
    assert seen > 50
