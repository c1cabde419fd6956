"""Libraries of every kind, each built whole: no mistake, every link leads somewhere, and the feeds break no rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from ebenerdig.feeds.rules import check_feeds
from ebenerdig.problems import report
from library import REGISTERS, Library, jpeg, silent_mp3
from links import dead_ends
from lxml import etree, html
from sites import build, find, small_project

ODD = "Größe #1 & 50 % “so”+~;=ß's"
"""A file's name with every character that means something in an address or in HTML."""
ON_SITE = {"mode": "on_site", "registration": "{required: false}"}


def text(page: Path) -> str:
    """The words of a page."""
    return " ".join(html.fromstring(page.read_text("utf-8")).text_content().split())


def in_english(library: Library) -> Callable[[Path], None]:
    settings = REGISTERS["library"].replace("description: Eine", "language: en\ndescription: Eine")
    library.registers(library=settings, shows=REGISTERS["shows"] + "  language: en\n")
    captions = "[{language: en, file: captions.vtt}]"
    library.item("episodes/talk", "The notes.", title="A short talk", guests="[{person: mara-lindner}]")
    library.item("videos/film", title="A film", captions=captions)
    library.item("tours/walk", title="A walk", language="de")

    def holds(site: Path) -> None:
        page = html.fromstring((site / "episodes/talk/index.html").read_text("utf-8"))
        assert find(page, "/html/@lang") == ["en"]
        german = find(page, "//main//*[@lang='de'][not(ancestor::*[contains(@class, 'eb-card')])]")
        assert german == [], "plain names and the item itself are English"
        assert "1 March 2026" in page.text_content()
        assert etree.parse(site / "feed/podcast.xml").findtext("channel/language") == "en"
        assert find(html.fromstring((site / "tours/walk/index.html").read_text("utf-8")), "//main//*[@lang='de']")

    return holds


def over_both_clock_changes(library: Library) -> Callable[[Path], None]:
    dates = (
        ("2026-10-25 00:30", "2026-10-25 04:00"),
        ("2027-03-28T00:30:00+00:00", "2027-03-28T01:30:00+00:00"),
        ("2027-03-28 05:00", "2027-03-28 05:30"),
        ("2027-10-31T01:30:00+02:00", "2027-10-31T02:30:00+01:00"),
        ("2027-01-10T23:30:00-05:00", "2027-01-11T06:30:00+01:00"),
    )
    listed = ", ".join(f"{{start: '{start}', end: '{end}'}}" for start, end in dates)
    library.item("tours/nachts", dates=f"[{listed}]", **ON_SITE)
    library.item("episodes/frueh", date="'2026-03-29T01:30:00+01:00'")
    library.item("episodes/spaet", date="'2026-10-25T23:30:00-03:00'")

    def holds(site: Path) -> None:
        words = text(site / "tours/nachts/index.html")
        shown = ("28. März 2027, 01:30", "28. März 2027, 05:00", "31. Oktober 2027, 01:30", "11. Januar 2027, 05:30")
        assert [moment for moment in shown if moment not in words] == []
        assert "29. März 2026" in text(site / "episodes/frueh/index.html")
        assert "26. Oktober 2026" in text(site / "episodes/spaet/index.html")
        dates = [node.text for node in etree.parse(site / "feed/podcast.xml").iter("pubDate")]
        assert dates == ["Mon, 26 Oct 2026 03:30:00 +0100", "Sun, 29 Mar 2026 01:30:00 +0100"]

    return holds


def with_odd_names(library: Library) -> Callable[[Path], None]:
    names = {ending: f"{ODD}.{ending}" for ending in ("mp3", "vtt", "jpg", "pdf")}
    transcript = (Path(__file__).parent / "readings/transcript-zoom.vtt").read_bytes()
    files = {names["mp3"]: silent_mp3(6), names["vtt"]: transcript, names["jpg"]: jpeg(1400), names["pdf"]: b"%PDF-1.4"}
    library.item(
        "episodes/folge",
        f"Das [Blatt]({quote(names['pdf'])}).\n",
        files,
        audio=f'"{names["mp3"]}"',
        transcript=f'"{names["vtt"]}"',
        image=f'{{file: "{names["jpg"]}", alt: Bild, credit: W, license: CC-BY-4.0}}',
    )
    library.write(f"content/_data/{names['jpg']}", jpeg(1400))
    portrait = f'{{file: "{names["jpg"]}", alt: Sie, credit: W, license: CC-BY-4.0}}'
    people = f"mara-lindner: {{name: Mara Lindner, image: {portrait}}}\n"
    library.write("content/_data/people.yml", people)
    library.item("videos/film", speakers="[{person: mara-lindner}]")

    def holds(site: Path) -> None:
        published = {path.name for path in (site / "episodes/folge").iterdir() if path.is_file()}
        assert set(names.values()) <= published

    return holds


def without_tours(library: Library) -> Callable[[Path], None]:
    library.item("episodes/folge")
    library.item("videos/film", prerequisites="[episodes/folge]")

    def holds(site: Path) -> None:
        assert not (site / "tours/index.html").exists()
        assert "tours/" not in (site / "index.html").read_text("utf-8")

    return holds


def without_media(library: Library) -> Callable[[Path], None]:
    for number in (1, 2):
        library.item(f"tours/gang-{number}", stops="[{title: Halle}]")
    library.item("videos/fern", video="https://youtu.be/dQw4w9WgXcQ")
    for path in library.root.glob("[etv]*/*/*.*"):
        if path.suffix in (".jpg", ".mp3", ".mp4"):
            path.unlink()

    def holds(site: Path) -> None:
        assert list(site.rglob("*.mp[34]")) == []

    return holds


def with_five_levels(library: Library) -> Callable[[Path], None]:
    library.write("content/_data/levels.yml", REGISTERS["levels"] + '"5": {name: Weitergeben}\n')
    library.item("episodes/oben", levels="5")
    library.item("tours/weit", levels="3-5")

    def holds(site: Path) -> None:
        assert "Weitergeben" in text(site / "episodes/oben/index.html")
        assert (site / "levels/5/index.html").is_file() and (site / "feed/level-5.xml").is_file()
        listed = html.fromstring((site / "levels/5/index.html").read_text("utf-8"))
        assert {"episodes/oben", "tours/weit"} <= {
            "/".join(str(a).split("/")[-3:-1]) for a in find(listed, "//main//a/@href")
        }

    return holds


VARIANTS = (in_english, over_both_clock_changes, with_odd_names, without_tours, without_media, with_five_levels)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
def test_a_library_of_this_kind_is_right_from_its_files_to_its_feeds(
    variant: Callable[[Library], Callable[[Path], None]], tmp_path: Path
) -> None:
    library = small_project(tmp_path)
    holds = variant(library)
    library.check_is_fine()
    site = build(tmp_path)
    catalogue = library.catalogue()
    found = [problem for problem in check_feeds(catalogue, site) if problem.severity == "error"]
    assert found == [], report(found, catalogue.project.texts)
    assert dead_ends(site, "https://ebenerdig.example/") == []
    holds(site)
