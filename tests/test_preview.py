"""The preview: it shows what is not public yet, goes on in spite of mistakes, and lets players jump."""

from __future__ import annotations

import http.client
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from browser import barriers
from library import Library, silent_mp3
from lxml import html
from playwright.sync_api import Browser
from sites import free_port, running, small_project

PATIENCE = 60.0
MISTAKE = "episodes/kaputt/index.md:7:1: Fehler: "


@dataclass(frozen=True)
class Answer:
    """What the server sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> html.HtmlElement:
        return html.fromstring(self.body.decode())


@dataclass(frozen=True)
class Preview:
    """A running `mkdocs serve`."""

    port: int
    log: Path
    is_running: Callable[[], bool]

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.is_running() and time.monotonic() < end, f"no {what}:\n{self.log.read_text('utf-8')}"
            time.sleep(0.1)


@contextmanager
def serving(folder: Path, log: Path) -> Iterator[Preview]:
    """Run the preview of a project; go on when it serves."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with running(command, folder, log) as process:
        preview = Preview(port, log, lambda: process.poll() is None)
        preview.wait_for(lambda: "Serving on" in log.read_text("utf-8"), "server")
        yield preview


def write(folder: Path) -> Library:
    """Write a library with one item of every kind that a preview treats in its own way."""
    library = small_project(folder)
    library.item("episodes/oeffentlich", title="Öffentlich")
    library.item("episodes/entwurf", title="Entwurfstitel", draft="true")
    library.item("videos/spaeter", title="Zukunftstitel", date="2026-12-24")
    library.item("episodes/kaputt", title="Kaputttitel", gusts="[mara-lindner]", guid="guid-kaputt")
    text = (folder / "episodes/kaputt/index.md").read_text("utf-8").split("\n")
    gusts = next(line for line in text if line.startswith("gusts"))
    text.remove(gusts)
    library.write("episodes/kaputt/index.md", "\n".join([*text[:6], gusts, *text[6:]]))
    return library


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    write(folder)
    with serving(folder, tmp_path_factory.mktemp("log") / "log.txt") as preview:
        yield preview


def test_the_preview_runs_in_spite_of_a_broken_item(preview: Preview) -> None:
    assert preview.is_running()
    home = preview.ask("/")
    assert home.status == 200
    assert "Öffentlich" in home.page.text_content()
    assert "Kaputttitel" not in home.page.text_content()
    assert preview.ask("/episodes/kaputt/").status == 404


def box(page: html.HtmlElement) -> str:
    """What a page says of mistakes."""
    [found] = page.xpath("//main//*[contains(@class, 'eb-problems')]")
    return str(found.text_content())


def test_mistakes_are_told_in_the_log_and_on_a_page_that_every_page_leads_to(preview: Preview) -> None:
    assert MISTAKE in preview.log.read_text("utf-8")
    for address in ("/", "/episodes/oeffentlich/", "/impressum/", "/episodes/", "/episodes/kaputt/"):
        page = preview.ask(address).page
        assert "1 Fehler, " in box(page) and MISTAKE not in box(page), address
        [link] = page.xpath("//main//*[contains(@class, 'eb-problems')]//a/@href")
        assert urljoin(address, link) == "/problems/"
    page = preview.ask("/problems/").page
    told = [str(found.text_content()) for found in page.xpath("//section[@aria-labelledby='errors']//li")]
    assert len(told) == 1 and told[0].startswith(MISTAKE)
    kinds = [str(found.text_content()) for found in page.xpath("//section[@aria-labelledby='advice']//summary")]
    assert any(kind.startswith("3-mal: Die Angabe „ai_use“ fehlt.") for kind in kinds)
    assert "/episodes/oeffentlich/" in [urljoin("/problems/", link) for link in page.xpath("//main//details//a/@href")]


def test_the_page_of_problems_breaks_no_rule_of_accessibility(browser: Browser, preview: Preview) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    for address in ("/problems/", "/videos/spaeter/"):
        page.goto(f"http://127.0.0.1:{preview.port}{address}")
        assert barriers(page) == []


def test_a_page_shows_what_is_wrong_with_it_and_no_other(preview: Preview) -> None:
    said = box(preview.ask("/videos/spaeter/").page)
    assert "videos/spaeter/index.md:1:1: Hinweis: Die Angabe „ai_use“ fehlt." in said
    assert "episodes/" not in said
    assert "index.md:" not in box(preview.ask("/").page)


@pytest.mark.parametrize(
    ("address", "title", "mark"),
    [
        ("/episodes/entwurf/", "Entwurfstitel", "Entwurf, nur in der Vorschau"),
        ("/videos/spaeter/", "Zukunftstitel", "Erscheint am 24. Dezember 2026, nur in der Vorschau"),
    ],
)
def test_what_is_not_public_yet_is_there_and_marked(address: str, title: str, mark: str, preview: Preview) -> None:
    page = preview.ask(address).page
    assert page.xpath("string(//h1)").strip() == title
    assert mark in [str(text).strip() for text in page.xpath("//main//*[contains(@class, 'eb-mark-preview')]/text()")]
    assert title in preview.ask("/").page.text_content()


def test_public_items_are_not_marked(preview: Preview) -> None:
    page = preview.ask("/episodes/oeffentlich/").page
    assert page.xpath("//h1") and not page.xpath(
        "//article[contains(@class, 'eb-item')]/header//*[@class='eb-mark-preview']"
    )


def test_addresses_lead_to_the_preview_itself(preview: Preview) -> None:
    canonical = preview.ask("/episodes/oeffentlich/").page.xpath("//link[@rel='canonical']/@href")
    assert canonical == [f"http://127.0.0.1:{preview.port}/episodes/oeffentlich/"]


SOUND = "/episodes/oeffentlich/audio.mp3"


@pytest.mark.parametrize(("wish", "start", "end"), [("0-1", 0, 1), ("1000-1999", 1000, 1999), ("40000-", 40000, None)])
def test_a_player_gets_the_bytes_it_asks_for(wish: str, start: int, end: int | None, preview: Preview) -> None:
    sound = silent_mp3(3)
    last = len(sound) - 1 if end is None else end
    answer = preview.ask(SOUND, Range=f"bytes={wish}")
    assert answer.status == 206
    assert answer.body == sound[start : last + 1]
    assert answer.headers["Content-Range"] == f"bytes {start}-{last}/{len(sound)}"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert answer.headers["Content-Type"] == "audio/mpeg"


def test_a_player_gets_the_last_bytes(preview: Preview) -> None:
    assert preview.ask(SOUND, Range="bytes=-500").body == silent_mp3(3)[-500:]


def test_a_range_behind_the_end_is_refused(preview: Preview) -> None:
    sound = silent_mp3(3)
    answer = preview.ask(SOUND, Range=f"bytes={len(sound) + 5}-{len(sound) + 9}")
    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(sound)}"


def test_media_are_sent_whole_and_their_size_told_without_them(preview: Preview) -> None:
    assert preview.ask(SOUND).body == silent_mp3(3)
    head = preview.ask(SOUND, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(silent_mp3(3)))


def test_media_that_are_not_there_are_not_found(preview: Preview) -> None:
    assert preview.ask("/episodes/oeffentlich/fehlt.mp3").status == 404
    assert preview.ask("/episodes/oeffentlich/../../mkdocs.mp3").status == 404


def test_mending_an_item_mends_the_report(tmp_path: Path) -> None:
    library = write(tmp_path / "project")
    with serving(library.root, tmp_path / "log.txt") as preview:
        assert preview.ask("/episodes/kaputt/").status == 404
        library.item("episodes/kaputt", title="Heil")
        preview.wait_for(lambda: preview.ask("/episodes/kaputt/").status == 200, "mended page")
        page = preview.ask("/").page
        assert "Heil" in page.text_content()
        assert MISTAKE not in page.text_content()
        library.item("episodes/kaputt", title="Heil", levels="eins")
        preview.wait_for(lambda: preview.ask("/episodes/kaputt/").status == 404, "new mistake")
        assert "episodes/kaputt/index.md:5:" in preview.ask("/problems/").page.text_content()
        assert preview.is_running() and "Traceback" not in preview.log.read_text("utf-8")


def test_a_broken_register_does_not_end_the_preview(tmp_path: Path) -> None:
    library = write(tmp_path / "project")
    library.write("content/_data/library.yml", "name: [\n")
    with serving(library.root, tmp_path / "log.txt") as preview:
        assert preview.ask("/").status == 200
        assert "content/_data/library.yml:" in preview.ask("/problems/").page.text_content()


def test_a_broken_frame_of_the_projects_own_does_not_end_the_preview(tmp_path: Path) -> None:
    library = write(tmp_path / "project")
    library.write("own/main.html", "<p>Eigen {{ nowhere.title }}</p>{{ finished_page }}")
    settings = (library.root / "mkdocs.yml").read_text("utf-8")
    library.write("mkdocs.yml", settings.replace("  name: material\n", "  name: material\n  custom_dir: own\n"))
    with serving(library.root, tmp_path / "log.txt") as preview:
        assert "Eigen" not in preview.ask("/").page.text_content()
        assert "Willkommen" in preview.ask("/").page.text_content()
        assert "(own/main.html:1)" in preview.log.read_text("utf-8")
        library.write("own/main.html", "<p>Eigen</p>{{ finished_page }}")
        preview.wait_for(lambda: "Eigen" in preview.ask("/").page.text_content(), "mended frame")
        assert "Traceback" not in preview.log.read_text("utf-8")
