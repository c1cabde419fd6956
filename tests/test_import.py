"""What comes from other feeds: hostile text becomes clean text, and media elsewhere keep what is known of them."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.feeds.comparing.feed_pages import read_feed_page
from ebenerdig.feeds.foreign.foreign_feed import ForeignFeed
from ebenerdig.feeds.foreign.words import plain
from ebenerdig.feeds.importing import downloading
from ebenerdig.feeds.importing.clean_markdown import markdown, teaser
from ebenerdig.feeds.importing.titles import without_number
from ebenerdig.feeds.importing.yaml_values import written
from ebenerdig.feeds.writing import podcasts
from ebenerdig.media.measure import Measure
from ebenerdig.media.measured import write_measures
from ebenerdig.models import Show
from ebenerdig.models.apple_categories import present_category
from ebenerdig.notes import for_feed
from ebenerdig.problems import report
from ebenerdig.reading.slugs import slug
from ebenerdig.reading.source import read_page as read_source
from ebenerdig.reading.validate import GAP
from ebenerdig.texts import texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library import TRANSCRIPT, Library, jpeg, silent_mp3
from lxml import etree
from media_server import Host, media_host

ELSEWHERE = "https://media.example/1.mp3?a=1"


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("#12: Daten sichern", None, ("Daten sichern", 12)),
        ("Folge 7 – Strom", None, ("Strom", 7)),
        ("007: Strom", 7, ("Strom", 7)),
        ("Strom (Folge 7)", None, ("Strom", 7)),
        ("Folge 0: Probe", None, ("Folge 0: Probe", None)),
        ("2026: ein Ausblick", None, ("2026: ein Ausblick", None)),
        ("3 – Gründe", 7, ("3 – Gründe", 7)),
    ],
)
def test_only_what_is_beyond_doubt_a_number_leaves_the_title(
    title: str, number: int | None, expected: tuple[str, int | None]
) -> None:
    assert without_number(title, number) == expected


def test_notes_become_markdown_that_cannot_run_or_call_home() -> None:
    written = markdown(
        "<h1>Mehr</h1><p>Siehe <a href='/x'>hier</a><script>alert(1)</script> &lt;script&gt;</p>"
        "<h3>Dann</h3><img src='https://spy.example/p.gif' width=1 height=1><img src='b.jpg' alt='Bild'>",
        "https://alt.example/f/",
    )
    assert "## Mehr" in written and "#### Dann" in written
    assert "[hier](https://alt.example/x)" in written and "[Bild](https://alt.example/f/b.jpg)" in written
    assert "spy" not in written and "<script" not in written and "alert" not in written
    assert "&lt;script&gt;" in for_feed(written, "https://neu.example/")


def test_titles_lose_tags_and_control_characters_and_keep_their_words() -> None:
    assert plain("<b>Wichtig</b>: Daten &amp; Fakten\x07") == "Wichtig: Daten & Fakten"
    assert plain("Kleiner < als 5") == "Kleiner < als 5"


def test_a_long_description_ends_with_a_sentence() -> None:
    assert teaser("Ein Satz. " + "wort " * 70) == "Ein Satz."


def test_an_address_can_be_made_of_any_script() -> None:
    assert [slug(text) for text in ("Café Größe", "Москва", "../../etc", "🎙")][:3] == ["cafe-groesse", "moskva", "etc"]
    assert len(slug("wort " * 50)) <= 60


def test_old_categories_have_a_present_name() -> None:
    assert present_category("Business", "Management & Marketing") == "Business > Management"
    assert present_category("Science & Medicine") == "Science"
    assert present_category("Quatsch") is None


def test_media_elsewhere_stand_in_the_feed_with_what_is_recorded(library: Library) -> None:
    page = library.item("episodes/alt", audio=f'"{ELSEWHERE}"', transcript=None, feed_title='"#1: Alt"', title="Alt")
    write_measures(page.parent, {ELSEWHERE: Measure(bytes=1234, type="audio/mpeg", seconds=60)})
    catalogue = library.catalogue()
    document = dict(podcasts(catalogue))["feed/podcast.xml"]
    feed = feedparser.parse(document)
    [enclosure] = feed.entries[0].enclosures
    assert (enclosure.href, enclosure.length, enclosure.type) == (ELSEWHERE, "1234", "audio/mpeg")
    node = etree.fromstring(document).find("channel/item")
    assert node is not None and node.findtext("title") == "#1: Alt"
    assert node.findtext("{http://www.itunes.com/dtds/podcast-1.0.dtd}title") == "Alt"


# The command

ELSEWHERE_FEEDS = Path(__file__).parent / "feeds_elsewhere"


def run(library: Library, *arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["import", *map(str, arguments), "--root", str(library.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def imported(library: Library, name: str, *arguments: str) -> Result:
    result = run(library, ELSEWHERE_FEEDS / f"{name}.xml", "--levels", "1", "--area", "data", *arguments)
    assert result.exit_code == 0, result.output
    return result


def items(library: Library) -> dict[str, Any]:
    """The library's entries by title, without a mistake among them."""
    catalogue = library.catalogue()
    errors = [p for p in catalogue.problems if p.severity == "error" and p.code != "media-unmeasured"]
    assert errors == [], report(errors, texts("de"))
    return {entry.item.title: entry for entry in catalogue.entries}


def test_a_feed_becomes_folders_and_keeps_for_subscribers_what_it_was(library: Library, tmp_path: Path) -> None:
    imported(library, "good")
    found = items(library)
    assert found.keys() == {"Der Anfang", "Vom Zettel zur Liste"}
    first = found["Der Anfang"].item
    assert (first.season, first.episode, first.feed_title) == (2, 1, "#1: Der Anfang")
    notes = found["Vom Zettel zur Liste"].source.body
    assert "## Thema" in notes and "(https://funk.example/mehr)" in notes
    assert "script" not in notes and "zaehler" not in notes
    show = library.catalogue().registers["shows"]["werkstattfunk"]
    assert isinstance(show, Show) and show.categories == ("Business > Management",)
    made = dict(podcasts(library.catalogue()))["feed/werkstattfunk.xml"]
    before, after = read_feed_page("alt", (ELSEWHERE_FEEDS / "good.xml").read_bytes()), read_feed_page("neu", made)

    def kept(feed: ForeignFeed) -> set[tuple[object, ...]]:
        return {(item.guid, item.title, item.date, item.address, item.bytes, item.type) for item in feed.items}

    assert kept(before) == kept(after)


def test_importing_again_adds_only_what_is_new_and_changes_nothing(library: Library) -> None:
    imported(library, "good")
    page = library.root / "episodes/der-anfang/index.md"
    page.write_text(page.read_text("utf-8").replace("Der Anfang", "Von mir geändert"), "utf-8")
    page.parent.rename(page.parent.with_name("umbenannt"))
    before = {path: path.read_bytes() for path in library.root.rglob("*") if path.is_file()}
    result = imported(library, "good")
    assert "0 Folgen übernommen, 2 waren schon da" in result.output
    assert before == {path: path.read_bytes() for path in library.root.rglob("*") if path.is_file()}


def test_what_the_feed_does_not_know_is_a_gap_that_check_names(library: Library) -> None:
    assert run(library, ELSEWHERE_FEEDS / "good.xml").exit_code == 0
    found = [(p.code, p.path) for p in library.problems() if p.path.startswith("episodes/der-anfang")]
    assert found == [("gap-levels", "episodes/der-anfang/index.md"), ("gap-areas", "episodes/der-anfang/index.md")]


def test_without_guids_the_address_of_the_recording_is_taken_and_told(library: Library) -> None:
    result = imported(library, "no-guids")
    assert "Der Feed nennt keine guid." in result.output
    assert {entry.item.guid for entry in items(library).values()} == {
        "https://media.funk.example/1.mp3",
        "https://media.funk.example/2.mp3",
    }


def test_dates_of_every_kind_are_read_and_nonsense_becomes_a_gap(library: Library) -> None:
    result = imported(library, "rfc3339-dates")
    assert "Das Datum fehlt" in result.output and "- Zwei\n" in result.output and "- Drei\n" in result.output
    assert library.codes() == ["gap-date", "gap-date"]
    eins = read_item(library, "eins")
    assert eins["date"] == "2026-03-03 07:30:00+01:00"


def read_item(library: Library, name: str) -> dict[str, Any]:
    source, _ = read_source(library.root / f"episodes/{name}/index.md", library.root)
    assert source
    return source.metadata


def test_titles_with_markup_and_yaml_come_out_as_plain_text(library: Library) -> None:
    imported(library, "html-titles")
    assert items(library).keys() == {"Strom & Wärme", 'Ein "Zitat": und ein Doppelpunkt # kein Kommentar'}


def test_explicit_is_understood_however_it_is_said(library: Library) -> None:
    imported(library, "explicit-clean")
    assert {title: entry.item.explicit for title, entry in items(library).items()} == {
        "Eins": False,
        "Zwei": True,
        "Drei": False,
    }


def test_a_second_item_with_the_same_guid_and_one_without_sound_are_left_out_and_told(library: Library) -> None:
    result = imported(library, "duplicate-guids")
    assert items(library).keys() == {"Eins"}
    assert "dieselbe guid" in result.output and "- Zwei\n" in result.output
    assert "keine Aufnahme dabei" in result.output and "- Drei\n" in result.output


@pytest.mark.parametrize("name", ["latin-1", "latin-1-undeclared"])
def test_umlauts_survive_an_old_encoding(library: Library, name: str) -> None:
    imported(library, name)
    assert items(library).keys() == {"Größe und Übermut"}
    assert (library.root / "episodes/groesse-und-uebermut/index.md").is_file()


def test_atom_is_a_feed_too(library: Library) -> None:
    imported(library, "atom")
    [entry] = items(library).values()
    assert entry.item.guid == "urn:uuid:1b3c3c52-1d4e-4d2a-8a58-3a6f0e0a9b12"
    assert entry.date.isoformat() == "2026-03-03T07:30:00+01:00"


def test_five_hundred_items_come_over_and_their_feed_is_the_same(library: Library, tmp_path: Path) -> None:
    text = (ELSEWHERE_FEEDS / "no-guids.xml").read_text("utf-8")
    head, item, _ = re.split(r"(  <item>.*?</item>\n)", text, maxsplit=1, flags=re.DOTALL)
    many = "".join(
        item.replace("/1.mp3", f"/{n}.mp3")
        .replace("Eins", f"Nummer {n}")
        .replace("</link>", f"</link><guid>g-{n:05}</guid>")
        for n in range(500)
    )
    feed = tmp_path / "viele.xml"
    feed.write_text(head + many + " </channel></rss>", "utf-8")
    result = run(library, feed, "--levels", "1", "--area", "data")
    assert "500 Folgen übernommen" in result.output
    assert len(items(library)) == 500


def test_what_is_no_feed_ends_with_2_and_writes_nothing(library: Library, tmp_path: Path) -> None:
    for content in (b"", b"<html><body>Hallo</body></html>", b"\x00\xff"):
        page = tmp_path / "seite.html"
        page.write_bytes(content)
        result = run(library, page)
        assert result.exit_code == 2 and "kein Podcast-Feed" in result.output
    assert run(library, tmp_path / "fehlt.xml").exit_code == 2
    assert not (library.root / "episodes").exists()


@pytest.fixture
def host() -> Iterator[Host]:
    with media_host() as host:
        host.files = {
            "/feed.xml": (ELSEWHERE_FEEDS / "rich.xml").read_bytes(),
            "/eins.mp3": silent_mp3(3),
            "/zwei.mp3": silent_mp3(4),
            "/eins.jpg": jpeg(1400),
            "/eins.vtt": TRANSCRIPT.encode(),
            "/eins.json": b'{"chapters": [{"startTime": 0, "title": "Hallo"}, {"startTime": 1, "title": "Mehr"}]}',
        }
        yield host


FILL = ("--levels", "1", "--area", "data", "--license", "CC-BY-4.0")


def test_everything_that_a_rich_feed_has_comes_along(library: Library, host: Host) -> None:
    result = run(library, f"{host.address}/feed.xml", "--download", *FILL)
    assert result.exit_code == 0, result.output
    found = items(library)
    eins, zwei = found["Eins"], found["Zwei"]
    assert eins.item.guests[0].person == "ada-beispiel" and eins.item.hosts[0].person == "mara-lindner"
    assert [chapter.title for chapter in eins.chapters] == ["Hallo", "Mehr"]
    assert [chapter.title for chapter in zwei.chapters] == ["Anfang", "Mitte"]
    assert eins.transcript.cues[0].speaker == "Mara Lindner"
    assert (library.root / "episodes/eins/cover.jpg").is_file()
    assert round(eins.seconds) == 3 and round(zwei.seconds) == 4
    show = library.catalogue().registers["shows"]["reich"]
    assert isinstance(show, Show) and show.guid == "9b024349-ccf0-5f69-a609-6b82873eab3c"


def test_without_download_sound_and_pictures_are_not_asked_for(library: Library, host: Host) -> None:
    result = run(library, f"{host.address}/feed.xml", *FILL)
    assert result.exit_code == 0
    assert {path for _, path, _ in host.asked} == {"/feed.xml", "/eins.vtt", "/eins.json"}
    assert "ebenerdig probe" in result.output and "nur mit --download" in result.output


def test_a_download_goes_on_where_it_broke_off(library: Library, host: Host) -> None:
    whole = host.files["/eins.mp3"]
    broken = []

    def breaks_off(handler: Any) -> None:
        begin = int((handler.headers.get("Range") or "bytes=0-").removeprefix("bytes=").split("-")[0])
        handler.send_response(206 if begin else 200)
        if begin:
            handler.send_header("Content-Range", f"bytes {begin}-{len(whole) - 1}/{len(whole)}")
        handler.send_header("Content-Length", str(len(whole) - begin))
        handler.send_header("ETag", '"eins"')
        handler.end_headers()
        handler.wfile.write(whole[begin:] if broken else whole[begin : begin + 20_000])
        broken.append(begin)
        handler.close_connection = True

    host.habits["/eins.mp3"] = breaks_off
    result = run(library, f"{host.address}/feed.xml", "--download", *FILL)
    assert result.exit_code == 0, result.output
    assert broken[0] == 0 < broken[1] <= 20_000 and len(broken) == 2
    assert (library.root / "episodes/eins/audio.mp3").read_bytes() == whole


def test_what_cannot_be_fetched_is_told_and_comes_with_the_next_try(library: Library, host: Host) -> None:
    sound = host.files.pop("/eins.mp3")
    result = run(library, f"{host.address}/feed.xml", "--download", *FILL)
    assert result.exit_code == 1 and not (library.root / "episodes/eins").exists()
    assert "noch einmal auf" in result.output and items(library).keys() == {"Zwei"}
    host.files["/eins.mp3"] = sound
    assert run(library, f"{host.address}/feed.xml", "--download", *FILL).exit_code == 0
    assert items(library).keys() == {"Eins", "Zwei"}


@pytest.mark.parametrize("where", ["the recording", "the record of its measure", "the page"])
def test_a_full_disk_ends_the_import_in_plain_words_and_it_goes_on_with_space(
    library: Library, host: Host, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    options = ["--download"] if where == "the recording" else []
    with monkeypatch.context() as context:
        if where == "the recording":
            context.setattr(downloading, "_go_on", full)
        else:
            whole, name = Path.write_text, "media.json" if "record" in where else "index.md"
            context.setattr(Path, "write_text", lambda path, *a: (full if path.name == name else whole)(path, *a))
        result = run(library, f"{host.address}/feed.xml", *options, *FILL)
    assert result.exit_code == 2 and isinstance(result.exception, SystemExit)
    assert "kein Platz mehr" in result.output and not (library.root / "episodes/zwei").exists()
    assert run(library, f"{host.address}/feed.xml", *options, *FILL).exit_code == 0
    assert items(library).keys() == {"Eins", "Zwei"}


def test_a_folder_that_may_not_be_written_to_is_told(
    library: Library, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*arguments: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "episodes")

    monkeypatch.setattr(shutil, "move", refused)
    result = run(library, f"{host.address}/feed.xml", *FILL)
    assert result.exit_code == 2
    assert "episodes:1:1: Fehler: Hier lässt sich nichts schreiben (Permission denied)" in result.output


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=80))
def test_any_title_comes_back_from_the_file_as_it_went_in(library: Library, title: str) -> None:
    title = plain(title)
    if not title or title == GAP:
        return
    path = library.write("episodes/x/index.md", f"---\ntitle: {written(title)}\n---\n")
    source, problems = read_source(path, library.root)
    assert problems == [] and source and source.metadata["title"] == title
