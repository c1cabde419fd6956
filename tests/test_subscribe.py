"""The page "Abonnieren" as people meet it, and what leads there."""

from __future__ import annotations

import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from library import REGISTERS, Library
from lxml import etree, html
from PIL import Image
from playwright.sync_api import Browser, Page
from sites import find

HOME = "https://ebenerdig.example/"


def read(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_text("utf-8"))


def test_the_page_shows_the_address_of_every_feed(site: Path) -> None:
    listed = [str(o.get("xmlUrl")) for o in etree.parse(site / "feed/all.opml").iterfind("body/outline")]
    assert find(read(site, "subscribe"), "//input[@readonly]/@value") == listed
    assert len(listed) == 10


def test_buttons_open_the_usual_apps_and_each_leads_to_its_own_feed(site: Path) -> None:
    page = read(site, "subscribe")
    addresses = [str(value) for value in find(page, "//input[@readonly]/@value") if "everything" not in str(value)]
    for scheme in ("podcast", "pcast"):
        found = find(page, f"//a[starts-with(@href, '{scheme}://')]/@href")
        assert [str(link).replace(f"{scheme}://", "https://") for link in found] == addresses
    links = [urlsplit(str(link)) for link in find(page, "//a[contains(@href, 'antennapod.org')]/@href")]
    assert [parse_qs(link.query)["url"] for link in links] == [[address] for address in addresses]


def test_the_services_a_show_names_are_buttons_of_this_show_only(library: Library) -> None:
    apps = "  apps: {apple: 'https://podcasts.apple.com/x', spotify: 'https://open.spotify.com/y'}\n"
    library.registers(shows=REGISTERS["shows"] + apps)
    library.item("episodes/folge")
    library.check_is_fine()
    catalogue = library.catalogue()
    (subscribe,) = [page for page in plan(catalogue) if page.uri == "subscribe/index.md"]
    page = html.fragment_fromstring(Articles(catalogue).render(subscribe, ""), create_parent="div")
    own = find(page, "//*[@id='podcast']//ul//a")
    assert [(" ".join(a.text_content().split()), a.get("href")) for a in own] == [
        ("Apple Podcasts", "https://podcasts.apple.com/x"),
        (
            "AntennaPod",
            "https://antennapod.org/deeplink/subscribe?url=https%3A%2F%2Febenerdig.example%2Ffeed%2Fpodcast.xml",
        ),
        ("Spotify", "https://open.spotify.com/y"),
        ("Anderer App", "pcast://ebenerdig.example/feed/podcast.xml"),
    ]
    assert not find(page, "//*[@id='level-1']//a[contains(@href, 'spotify')]")


def test_an_unknown_service_is_told_with_the_known_ones(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + "  apps: {spotfy: 'https://open.spotify.com/y'}\n")
    (problem,) = library.problems()
    assert problem.code == "expects-one-of" and "spotify" in problem.values["expected"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("episodes", "podcast"),
        ("videos", "erklaervideos"),
        ("levels/1", "level-1"),
        ("packages/erste-schritte", "package-erste-schritte"),
    ],
)
def test_shows_levels_and_packages_lead_to_their_place_on_it(site: Path, path: str, name: str) -> None:
    page, up = read(site, path), "../" * (path.count("/") + 1)
    assert f"{up}subscribe/#{name}" in find(page, "//main//a/@href")
    assert find(read(site, "subscribe"), f"//*[@id='{name}']")
    assert f"{up}feed/{name}.xml" in find(page, "//link[contains(@rel, 'alternate')]/@href")


def test_header_menu_and_footer_lead_to_it_on_every_page(site: Path) -> None:
    for path in ("", "tours", "impressum"):
        page, up = read(site, path), "../" * bool(path)
        for part in ("header", "footer"):
            assert f"{up}subscribe/" in find(page, f"//{part}//a/@href"), (path, part)


def test_a_camera_reads_every_code_and_is_led_to_the_same_place(page: Page) -> None:
    page.goto("subscribe/")
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    codes = page.locator(".eb-qr")
    read = [zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))[0].text for code in codes.all()]
    names = page.locator(".eb-feed__row input").evaluate_all("fields => fields.map(f => f.id.replace('-address', ''))")
    assert read == [f"{HOME}subscribe/#{name}" for name in names]
    assert len(read) == 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_code_can_be_read_in_light_and_dark(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("subscribe/")
    picture = Image.open(io.BytesIO(page.locator(".eb-qr").first.screenshot()))
    assert zxingcpp.read_barcodes(picture)[0].text == f"{HOME}subscribe/#podcast"


def test_the_keyboard_alone_copies_an_address(page: Page) -> None:
    page.goto("subscribe/")
    page.locator("#podcast-address").focus()
    assert page.evaluate("getSelection().toString()") == f"{HOME}feed/podcast.xml", "the whole address is selected"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    button = page.locator("[data-eb-copy=podcast-address]")
    assert button.evaluate("b => b === document.activeElement")
    page.wait_for_function("document.activeElement.textContent === 'Kopiert'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{HOME}feed/podcast.xml"


def test_the_address_of_a_level_opens_its_box(page: Page) -> None:
    page.goto("subscribe/#level-2")
    page.locator("#level-2-address").wait_for(state="visible")
    assert not page.locator("#level-3-address").is_visible()
    page.goto("levels/3/")
    page.get_by_role("link", name="Diese Stufe abonnieren").click()
    page.locator("#level-3-address").wait_for(state="visible")


def test_nothing_is_asked_of_others_and_the_policy_holds(page: Page, address: str) -> None:
    trouble: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
    page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
    page.goto("subscribe/#level-1", wait_until="networkidle")
    page.locator("[data-eb-copy=level-1-address]").click()
    assert trouble == []


def test_without_scripts_everything_is_there_but_the_copy_button(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("subscribe/")
    assert page.locator("#podcast-address").input_value() == f"{HOME}feed/podcast.xml"
    assert not page.locator("[data-eb-copy=podcast-address]").is_visible()
    page.locator("summary", has_text="Stufe 1").click()
    assert page.locator("#level-1-address").is_visible()
    assert page.locator("#level-1 .eb-qr").is_visible()
    context.close()
