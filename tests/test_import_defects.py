"""Feeds with one defect each, and hosts that fail: what can come over does, and the rest is told."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.feeds.comparing.changes import compare
from ebenerdig.feeds.comparing.feed_pages import read_feed_page
from ebenerdig.feeds.comparing.sides import Side
from ebenerdig.feeds.importing.clean_markdown import markdown
from ebenerdig.feeds.importing.downloading import MOST_FAILURES, TRIES
from ebenerdig.feeds.importing.titles import without_number
from ebenerdig.feeds.rules import check_feeds
from ebenerdig.feeds.writing import podcasts
from ebenerdig.models import Recording, Show
from ebenerdig.notes import for_feed
from ebenerdig.outputs.writing import write
from ebenerdig.reading.entries import Entry
from hypothesis import given, settings
from hypothesis import strategies as st
from library import Library, jpeg, silent_mp3
from lxml import html as lxml_html
from media_server import Host, media_host, reply, says

NAMESPACES = (
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters"'
)


def feed(*items: str, channel: str = "") -> str:
    """Write a feed."""
    return f'<rss version="2.0" {NAMESPACES}><channel><title>Funk</title>{channel}{"".join(items)}</channel></rss>'


def item(number: int = 1, extra: str = "", title: str = "", sound: str = "", date: str = "") -> str:
    """Write an item with all that it needs."""
    sound = sound or f'<enclosure url="https://media.example/{number}.mp3" length="1000" type="audio/mpeg"/>'
    return (
        f"<item><title>{title or f'Nummer {number}'}</title><guid>funk-{number:05}</guid>"
        f"<pubDate>{date or 'Tue, 03 Mar 2026 07:30:00 +0100'}</pubDate><description>Worum es geht.</description>"
        f"<itunes:duration>60</itunes:duration>{sound}{extra}</item>"
    )


def run(library: Library, document: str | bytes, *arguments: str) -> Result:
    """Import a document, or what lies at an address, with all gaps filled in."""
    named = str(document)
    if not named.startswith("http"):
        content = document.encode() if isinstance(document, str) else document
        named = str(library.write("alt.xml", content))
    fill = ("--levels", "1", "--area", "data", "--license", "CC-BY-4.0", "--root", str(library.root))
    result = CliRunner().invoke(main, ["import", named, *fill, *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def entries(library: Library) -> list[Entry]:
    """The imported items, the oldest first by folder."""
    return sorted(library.catalogue().entries, key=lambda entry: (entry.item.guid, entry.slug))


def recordings(library: Library) -> list[Recording]:
    return [entry.item for entry in entries(library) if isinstance(entry.item, Recording)]


# What the feed says


def test_explicit_is_understood_in_todays_words_and_inherited_from_the_show(library: Library) -> None:
    words = ("true", "explicit", "Yes", "false", "clean")
    said = [item(n, f"<itunes:explicit>{word}</itunes:explicit>") for n, word in enumerate(words, 1)]
    run(library, feed(*said, item(6), channel="<itunes:explicit>true</itunes:explicit>"))
    assert [one.explicit for one in recordings(library)] == [True, True, True, False, False, True]


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("Mambo No. 5", None, ("Mambo No. 5", None)),
        ("12 Monkeys", 12, ("12 Monkeys", 12)),
        ("#12 Daten sichern", 12, ("Daten sichern", 12)),
        ("Folge 12 – Daten sichern", 12, ("Daten sichern", 12)),
        ("Folge 12", 12, ("Folge 12", 12)),
    ],
)
def test_a_number_that_may_be_part_of_the_title_stays(title: str, number: int, expected: tuple[str, int]) -> None:
    assert without_number(title, number) == expected


@pytest.mark.parametrize(
    "channel", ["<language>Deutsch</language>", "<itunes:owner><itunes:email>nix</itunes:email></itunes:owner>"]
)
def test_a_channel_with_nonsense_does_not_stop_the_import(library: Library, channel: str) -> None:
    assert run(library, feed(item(), channel=channel)).exit_code == 0
    assert len(recordings(library)) == 1


def test_who_cannot_be_heard_is_told_and_does_not_become_a_host(library: Library) -> None:
    people = (("Ada", "guest"), ("Ben", "Co-Host"), ("Cleo", "Audio Editor"))
    extra = "".join(f'<podcast:person role="{role}">{name}</podcast:person>' for name, role in people)
    result = run(library, feed(item(1, extra)))
    [one] = recordings(library)
    assert [(str(who.person), who.role) for who in one.appearances()] == [("ada", None), ("ben", "co-host")]
    assert "die nicht zu hören sind" in result.output


def test_what_directories_were_told_to_hide_stays_hidden(library: Library) -> None:
    hidden = "<itunes:block>Yes</itunes:block>"
    run(library, feed(item(1, hidden), item(2), channel=f"{hidden}<itunes:complete>yes</itunes:complete>"))
    assert [one.block for one in recordings(library)] == [True, False]
    show = library.catalogue().registers["shows"]["funk"]
    assert isinstance(show, Show) and show.block and show.complete


def test_an_item_without_sound_does_not_stand_in_the_way_of_one_with_the_same_guid(library: Library) -> None:
    run(library, feed(item(1, sound=" ", title="Ankündigung"), item(1, title="Folge")))
    assert [one.title for one in recordings(library)] == ["Folge"]


def test_half_characters_reach_no_file(library: Library) -> None:
    run(library, feed(item(1, "&#xD800;<&#xDFFF;", title="A&#xD800;B")).replace("funk-00001", "funk-&#xDC00;-1"))
    assert len(recordings(library)) == 1


def test_a_serial_show_keeps_its_kind_its_seasons_and_its_lock(library: Library) -> None:
    channel = "<itunes:type>serial</itunes:type><podcast:locked>no</podcast:locked>"
    numbered = '<podcast:season name="Im Herbst">2</podcast:season><podcast:episode>3</podcast:episode>'
    run(library, feed(item(1, numbered), channel=channel))
    [one] = recordings(library)
    assert (one.season, one.episode) == (2, 3)
    show = library.catalogue().registers["shows"]["funk"]
    assert isinstance(show, Show)
    assert (show.type, show.locked, dict(show.seasons)) == ("serial", False, {2: {"de": "Im Herbst"}})


def test_what_the_import_does_not_understand_is_told(library: Library) -> None:
    result = run(library, feed(item(1, '<podcast:value type="lightning"/>')))
    assert "podcast:value (1)" in result.output


def test_from_a_file_nothing_is_fetched_and_that_is_told(library: Library) -> None:
    extra = '<podcast:transcript url="https://media.example/1.vtt" type="text/vtt"/>'
    assert "nur mit --download" in run(library, feed(item(1, extra))).output


def test_a_file_that_goes_on_elsewhere_says_so_and_an_address_is_followed(library: Library) -> None:
    with media_host() as host:
        link = f'<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="{host.address}/2"/>'
        host.files = {"/1": feed(item(1), channel=link).encode(), "/2": feed(item(2)).encode()}
        assert f"{host.address}/2" in run(library, feed(item(1), channel=link)).output
        assert len(recordings(library)) == 1
        assert run(library, f"{host.address}/1").exit_code == 0
    assert len(recordings(library)) == 2


def test_the_first_file_that_can_be_played_is_taken_and_others_are_alternates(library: Library) -> None:
    files = ("1.pdf", "application/pdf"), ("1.mp3", "audio/mpeg"), ("1.m4a", "audio/x-m4a")
    sound = "".join(f'<enclosure url="https://media.example/{name}" length="9" type="{kind}"/>' for name, kind in files)
    run(library, feed(item(1, sound=sound)))
    [one] = recordings(library)
    assert one.media_files() == ("https://media.example/1.mp3",)
    assert [other.file for other in one.alternates] == ["https://media.example/1.m4a"]


def test_a_film_stays_a_film_for_subscribers(library: Library) -> None:
    run(library, feed(item(1, sound='<enclosure url="https://media.example/1.mp4" length="9" type="video/mp4"/>')))
    document = dict(podcasts(library.catalogue()))["feed/funk.xml"]
    assert read_feed_page("neu", document).items[0].type == "video/mp4"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "/etc/passwd", "http://[1"])
def test_an_enclosure_that_is_no_web_address_is_left_out(library: Library, address: str) -> None:
    result = run(library, feed(item(1, sound=f'<enclosure url="{address}" length="9" type="audio/mpeg"/>')))
    assert "keine Aufnahme dabei" in result.output and not (library.root / "episodes").exists()


def test_without_length_or_duration_probe_is_named(library: Library) -> None:
    without = item(2).replace("<itunes:duration>60</itunes:duration>", "")
    result = run(library, feed(item(1), without, item(3).replace('"1000"', '"0"')))
    assert re.search(r"wie lang die Aufnahme ist.* \(1\):\n  - Nummer 2\n", result.output)
    assert re.search(r"nennt die Dauer, aber nicht.* \(1\):\n  - Nummer 3\n", result.output)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("3600", 3600), ("1:02:03", 3723), ("62:03", 3723), ("90.5", 90.5), ("PT1H2M3S", 3723), ("25 Minuten", 1500),
        ("1h 2m", 3720), ("1 Std. 2 Min.", 3720), ("45 min", 2700), ("2 hours, 5 minutes", 7500), ("90 sec", 90),
        ("1,5 h", 5400),
    ],
)  # fmt: skip
def test_a_duration_is_understood_however_it_is_written(library: Library, written: str, seconds: float) -> None:
    result = run(library, feed(item(1).replace(">60<", f">{written}<")))
    assert "ebenerdig probe" not in result.output
    assert [entry.seconds for entry in entries(library)] == [seconds]


@pytest.mark.parametrize("written", ["-5", "lang", "1:2:3:4", "eine Stunde", "12 Äpfel", "PT"])
def test_a_duration_that_says_nothing_is_told_with_its_words(library: Library, written: str) -> None:
    result = run(library, feed(item(1).replace(">60<", f">{written}<")))
    assert f"  - Nummer 1: {written}\n" in result.output


def test_a_serial_show_without_numbers_is_told_and_is_no_mistake_afterwards(library: Library, tmp_path: Path) -> None:
    serial = "<itunes:type>serial</itunes:type>"
    result = run(library, feed(item(1), item(2, "<itunes:episode>2</itunes:episode>"), channel=serial))
    assert re.search(r"\(serial\), aber diese Folge hat keine Nummer.* \(1\):\n  - Nummer 1\n", result.output)
    assert library.codes() == [] and "episode-missing" in library.codes(advice=True)
    write(library.catalogue(), tmp_path / "site")
    found = {problem.code: problem.severity for problem in check_feeds(library.catalogue(), tmp_path / "site")}
    assert found.get("feed-serial") == "advice"


@pytest.mark.parametrize("date", ["bald", "Di, 03 Mär 2026 07:30:00 +0100", "0001-01-01T00:00:00Z", "03.03.2026"])
def test_a_date_that_is_none_is_a_gap(library: Library, date: str) -> None:
    assert "Das Datum fehlt" in run(library, feed(item(1, date=date))).output
    assert library.codes() == ["gap-date"]


def test_a_title_too_long_for_directories_stays_whole_for_subscribers(library: Library) -> None:
    run(library, feed(item(1, title="x" * 400)))
    [one] = recordings(library)
    assert len(one.title) == 255 and one.feed_title == "x" * 400


def test_a_broken_feed_gives_what_it_has_and_says_so(library: Library) -> None:
    result = run(library, feed(item(1, "<podcast:person>Ada</podcast:person>", title="A&nbsp;B"), item(2))[:-60])
    assert "Der Feed ist beschädigt" in result.output
    first = recordings(library)[0]
    assert (first.title, len(first.appearances())) == ("A B", 1)


def test_entities_neither_grow_nor_read_files(library: Library) -> None:
    grow = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{grow}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    run(library, doctype + feed(item(1, title="&j;"), item(2, title="&x;")))
    assert all(len(one.title) < 10 for one in recordings(library))


def test_a_name_that_the_feed_defines_itself_is_written_out(library: Library) -> None:
    doctype = "<!DOCTYPE rss [<!ENTITY wer 'Mara &#38; Jo'>\n<!ENTITY folge \"nummer\">]>"
    result = run(library, doctype + feed(item(1, title="&wer; &amp;wer;").replace("<guid>", "<guid>&folge;-")))
    [one] = recordings(library)
    assert one.title == "Mara & Jo &wer;" and one.guid.startswith("nummer-")
    assert "beschädigt" not in result.output


PIECES = (
    b"<",
    b"&#0;",
    b"]]>",
    b"<![CDATA[",
    b"\x00",
    b"&lol;",
    b"<a:b>",
    b"</item>",
    b"://[",
    b"\xe4",
    b"99999999999999999999",
)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES)), min_size=1, max_size=8))
def test_a_feed_damaged_anyhow_is_imported_or_refused_and_never_harms(damages: list[tuple[float, int, bytes]]) -> None:
    rich = (
        '<podcast:person role="guest">Ada</podcast:person><content:encoded>&lt;p&gt;Ja&lt;/p&gt;</content:encoded>'
        '<psc:chapters><psc:chapter start="0:00" title="A" href="https://a.example"/></psc:chapters>'
        '<itunes:image href="https://a.example/b.jpg"/><itunes:season>1</itunes:season>'
    )
    document = bytearray(feed(item(1, rich), item(2, rich)).encode())
    for where, length, piece in damages:
        start = round(where * len(document))
        document[start : start + length] = piece
    with TemporaryDirectory() as folder:
        library = Library(Path(folder))
        library.registers()
        assert run(library, bytes(document)).exit_code in (0, 2)
        found = library.catalogue().problems
        assert {p.path.partition("/")[0] for p in found if p.severity == "error"} <= {"episodes"}


@pytest.mark.parametrize("title", ["../../etc/passwd", "C:\\Windows", "🎙", "Москва", ".", "con"])
def test_no_title_climbs_out_of_its_folder(library: Library, title: str) -> None:
    before = {path for path in library.root.rglob("*") if "episodes" not in path.parts}
    run(library, feed(item(1, title=title)))
    after = {path for path in library.root.rglob("*") if "episodes" not in path.parts and ".cache" not in path.parts}
    assert after - before == {library.root / "alt.xml"}
    assert len(recordings(library)) == 1


def test_a_show_id_that_is_none_is_refused_in_plain_words(library: Library) -> None:
    before = (library.root / "content/_data/shows.yml").read_bytes()
    result = run(library, feed(item()), "--show", "A: {b")
    assert result.exit_code == 2 and "zum Beispiel: a-b" in result.output
    assert (library.root / "content/_data/shows.yml").read_bytes() == before


def test_a_guid_that_the_named_show_does_not_have_is_told(library: Library) -> None:
    guid = "9b024349-ccf0-5f69-a609-6b82873eab3c"
    document = feed(item(), channel=f"<podcast:guid>{guid}</podcast:guid>")
    assert f"guid: {guid}" in run(library, document, "--show", "podcast").output
    assert f"guid: {guid}" not in run(library, document, "--show", "neu").output


def test_a_folder_that_an_editor_began_is_not_touched(library: Library) -> None:
    library.write("episodes/nummer-1/audio.mp3", b"mine")
    run(library, feed(item(1)))
    assert [path.name for path in (library.root / "episodes/nummer-1").iterdir()] == ["audio.mp3"]
    assert (library.root / "episodes/nummer-1-2/index.md").is_file()


def test_people_are_added_once_below_what_the_editor_wrote(library: Library) -> None:
    path = library.root / "content/_data/people.yml"
    before = path.read_text("utf-8")
    people = (
        "<podcast:person>Cleo: {x} &amp; Co</podcast:person><podcast:person role='guest'>Mara Lindner</podcast:person>"
    )
    run(library, feed(item(1, people), item(2, people)))
    assert path.read_text("utf-8") == before + 'cleo-x-co: {name: "Cleo: {x} & Co"}\n'
    assert [str(one.person) for one in recordings(library)[1].appearances()] == ["mara-lindner", "cleo-x-co"]


def test_a_chapter_without_a_time_costs_nothing_but_itself(library: Library) -> None:
    chapters = '<psc:chapters><psc:chapter title="A"/><psc:chapter start="0:09.1234" title="B"/></psc:chapters>'
    run(library, feed(item(1, chapters)))
    assert [(mark.start, mark.title) for mark in entries(library)[0].chapters] == [(9.123, "B")]


# Notes


def test_html_nested_beyond_reason_becomes_plain_text(library: Library) -> None:
    run(library, feed(item(1, f"<content:encoded>{'&lt;div&gt;' * 5000}Ganz innen</content:encoded>")))
    assert entries(library)[0].source.body.strip() == "Ganz innen"


def test_lists_within_lists_stay_so() -> None:
    html = for_feed(markdown("<ul><li>a<ol><li>b</li></ol></li></ul>", "https://a.example/"), "https://b.example/")
    assert fragment(html).xpath(".//ul/li/ol/li")


WORDS = st.text(st.sampled_from("ab1 \n*_`[]()<>&#+-.!:|\\~={}\"'/^$%@"), max_size=30)
FRAMES = (
    "<p>{}</p>",
    "<ul><li>{}</li></ul>",
    "<h3>{}</h3>",
    "<b>{}</b>",
    "<pre>{}</pre>",
    "<blockquote>{}</blockquote>",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*FRAMES, "<table><tr><td>{}</td></tr></table>"]), WORDS), max_size=3))
def test_notes_say_the_same_after_markdown_and_back(parts: list[tuple[str, str]]) -> None:
    html = "".join(frame.format(escape(words)) for frame, words in parts)
    again = for_feed(markdown(html, "https://a.example/"), "https://b.example/")
    assert seen(html) == seen(again)


def seen(html: str) -> str:
    """What a reader sees, without spaces."""
    return "".join("".join(fragment(html).itertext()).split())


def fragment(html: str) -> lxml_html.HtmlElement:
    """Read a piece of HTML."""
    return lxml_html.fragment_fromstring(html, create_parent="div")


# Round trip


def test_the_feed_built_from_the_import_differs_in_nothing_that_apps_go_by(library: Library) -> None:
    odd = '<enclosure url="https://media.example/a%20b.mp3?x=1&amp;y=2" length="7" type="audio/mp3"/>'
    many = [item(n, title=f"#{n}: Nummer &amp; Zahl {n}", sound=odd if n == 1 else "") for n in range(1, 501)]
    document = feed(*many, item(501, date="2026-03-03T07:30:00.5+01:00"), item(502, date="Tue, 3 Mar 26 07:30 EST"))
    assert run(library, document).exit_code == 0
    library.write(
        "content/_data/library.yml", (library.root / "content/_data/library.yml").read_text() + "feed_size: 600\n"
    )
    made = dict(podcasts(library.catalogue()))["feed/funk.xml"]
    sides = (
        Side((read_feed_page(name, content),), whole=False)
        for name, content in (("alt", document.encode()), ("neu", made))
    )
    assert {change.kind for change in compare(*sides)} <= {"show-guid-new", "show-address", "link"}
    assert len(read_feed_page("neu", made).items) == 502


# Hosts that fail


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    monkeypatch.setattr("ebenerdig.feeds.importing.downloading.time.sleep", lambda seconds: None)
    with media_host() as host:
        host.files = {"/1.mp3": silent_mp3(3)}
        yield host


def one(host: Host, extra: str = "", name: str = "1.mp3") -> str:
    """A feed whose only recording lies at the host."""
    return feed(item(1, extra, sound=f'<enclosure url="{host.address}/{name}" length="0" type="audio/mpeg"/>'))


def breaking(whole: bytes, etags: list[str], broken: list[bool]) -> Any:
    """Send what is asked for from, and half of it as long as `broken` says so; `etags` holds the present one."""

    def answer(handler: Any) -> None:
        begin = int((handler.headers.get("Range") or "bytes=0-").removeprefix("bytes=").split("-")[0])
        begin = begin if handler.headers.get("If-Range") == etags[-1] else 0
        span = {"Content_Range": f"bytes {begin}-{len(whole) - 1}/{len(whole)}"} if begin else {}
        rest = whole[begin:]
        sent = rest[: len(rest) // 2 + 1] if broken[-1] else rest
        reply(handler, 206 if begin else 200, sent, len(rest), ETag=etags[-1], **span)
        handler.close_connection = True

    return answer


def test_a_download_goes_on_in_the_next_import(library: Library, host: Host) -> None:
    whole, etags, broken = silent_mp3(60), ['"1"'], [True]
    host.habits["/1.mp3"] = breaking(whole, etags, broken)
    assert run(library, one(host), "--download").exit_code == 1
    assert len(host.asked) == TRIES and not (library.root / "episodes").exists()
    broken.append(False)
    assert run(library, one(host), "--download").exit_code == 0
    assert int(re.sub(r"\D", "", host.asked[-1][2])) > len(whole) // 2
    assert (library.root / "episodes/nummer-1/audio.mp3").read_bytes() == whole


def test_halves_of_two_versions_are_never_joined(library: Library, host: Host) -> None:
    old, new, etags, broken = silent_mp3(60), silent_mp3(50), ['"1"'], [True]
    host.habits["/1.mp3"] = breaking(old, etags, broken)
    run(library, one(host), "--download")
    host.habits["/1.mp3"] = breaking(new, [*etags, '"2"'], [False])
    assert run(library, one(host), "--download").exit_code == 0
    assert (library.root / "episodes/nummer-1/audio.mp3").read_bytes() == new


def test_what_is_fetched_and_is_no_recording_is_left_out_and_told(library: Library, host: Host) -> None:
    host.files["/1.mp3"] = b"<html>Bitte anmelden</html>"
    result = run(library, one(host), "--download")
    assert "keine Aufnahme oder nicht vollst" in result.output and not (library.root / "episodes").exists()


def test_a_picture_is_known_by_its_content(library: Library, host: Host) -> None:
    host.files["/bild"] = jpeg(1400)
    run(library, one(host, f'<itunes:image href="{host.address}/bild?size=3000"/>'), "--download")
    assert (library.root / "episodes/nummer-1/cover.jpg").is_file()
    assert library.codes() == []


@pytest.mark.parametrize("content", [b"<html>", jpeg(1400)[:900]])
def test_a_broken_picture_is_told_and_does_not_stop_the_episode(library: Library, host: Host, content: bytes) -> None:
    host.files["/bild.jpg"] = content
    result = run(library, one(host, f'<itunes:image href="{host.address}/bild.jpg"/>'), "--download")
    assert "Bild ließen sich nicht" in result.output
    assert {path.name for path in (library.root / "episodes/nummer-1").iterdir()} >= {"audio.mp3", "index.md"}
    assert library.codes() == []


def test_a_picture_that_is_the_shows_own_is_not_fetched_for_every_episode(library: Library, host: Host) -> None:
    image = f'<itunes:image href="{host.address}/show.jpg"/>'
    host.files["/show.jpg"] = jpeg(1400)
    document = one(host, image).replace("</title>", f"</title>{image}", 1)
    assert run(library, document, "--download").exit_code == 0
    assert host.methods("/show.jpg") == ["GET"]
    assert (library.root / "content/_data/funk.jpg").is_file()


def test_a_host_that_is_gone_is_not_asked_five_hundred_times(library: Library, host: Host) -> None:
    def hang_up(handler: Any) -> None:
        handler.close_connection = True

    for n in range(1, 51):
        host.habits[f"/{n}.mp3"] = hang_up
    sounds = (f'<enclosure url="{host.address}/{n}.mp3" length="9" type="audio/mpeg"/>' for n in range(1, 51))
    result = run(library, feed(*(item(n, sound=sound) for n, sound in enumerate(sounds, 1))), "--download")
    assert len(host.asked) == MOST_FAILURES * TRIES
    assert "nicht holen ließ" in result.output and "(50)" in result.output


def test_a_transcript_that_is_none_is_told_and_the_next_best_is_taken(library: Library, host: Host) -> None:
    srt = b"1\n00:00:00,000 --> 00:00:01,000\nGuten Tag.\n"
    host.files |= {"/1.vtt": b"nichts", "/1.srt": srt, "/1.json": b"[]"}
    files = (("1.vtt", "text/vtt"), ("1.srt", "application/srt; charset=utf-8"))
    extra = "".join(f'<podcast:transcript url="{host.address}/{name}" type="{kind}"/>' for name, kind in files)
    chapters = f'<podcast:chapters url="{host.address}/1.json" type="application/json"/>'
    result = run(library, one(host, extra + chapters), "--download")
    assert (library.root / "episodes/nummer-1/transcript.srt").read_bytes() == srt
    assert "ließen sich nicht holen oder nicht lesen (1)" in result.output


def test_a_feed_that_cannot_be_fetched_says_why(library: Library, host: Host) -> None:
    host.habits["/feed.xml"] = says(500)
    result = run(library, f"{host.address}/feed.xml")
    assert result.exit_code == 2 and "500" in result.output


def test_the_workshop_lies_where_git_does_not_look() -> None:
    assert ".cache" in (Path(__file__).parents[1] / ".gitignore").read_text("utf-8")


# Gzip that nobody asked for


def packed(handler: Any, content: bytes) -> None:
    reply(handler, 200, content, len(content), Content_Encoding="gzip")


def test_a_recording_that_comes_packed_regardless_is_unpacked(library: Library, host: Host) -> None:
    sound = silent_mp3(3)
    host.habits["/1.mp3"] = lambda handler: packed(handler, gzip.compress(sound))
    assert run(library, one(host), "--download").exit_code == 0
    assert (library.root / "episodes/nummer-1/audio.mp3").read_bytes() == sound


def test_what_is_packed_to_fill_the_disk_is_stopped_early(library: Library, host: Host) -> None:
    host.habits["/1.mp3"] = lambda handler: packed(handler, gzip.compress(b"\0" * 200_000_000))
    assert run(library, one(host), "--download").exit_code == 1
    kept = sum(path.stat().st_size for path in (library.root / ".cache").rglob("*") if path.is_file())
    assert kept < 20_000_000


# What came over, and what did not


def test_what_a_show_says_of_itself_is_kept(library: Library) -> None:
    channel = (
        "<itunes:author>Ada</itunes:author><itunes:owner><itunes:name>Haus</itunes:name><itunes:email>haus@a.example"
        "</itunes:email></itunes:owner><copyright>Haus 2020</copyright><podcast:person>Ada</podcast:person>"
        '<podcast:funding url="https://a.example/geben">Gern</podcast:funding><managingEditor>chef@b.example'
        '</managingEditor><podcast:location osm="R62422">Berlin</podcast:location>'
    )
    run(library, feed(item(1), channel=channel))
    show = library.catalogue().registers["shows"]["funk"]
    assert isinstance(show, Show) and show.location
    assert (show.author, show.owner.name, show.owner.email) == ("Ada", "Haus", "haus@a.example")
    assert (show.copyright, show.location.osm) == ("Haus 2020", "R62422")
    assert [str(who.person) for who in show.hosts] == ["ada"] and show.funding[0].text == "Gern"
    assert "chef@" not in (library.root / "content/_data/shows.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("<podcast:medium>music</podcast:medium>", "„music“"),
        ("<itunes:new-feed-url>https://neu.example/f</itunes:new-feed-url>", "https://neu.example/f"),
        ('<itunes:category text="Techno"/>', "Techno → Technology"),
        ("<itunes:keywords>Brot, Salz</itunes:keywords>", "- Brot"),
        ("<itunes:type>serial</itunes:type>", "hat keine Nummer"),
        ("<podcast:value/><podcast:value/><x:y xmlns:x='urn:x'/>", "- podcast:value (2)\n  - x:y (1)"),
        ("<managingEditor>a@b.example</managingEditor>", "- managingEditor (1)"),
        ('<podcast:funding url="nix">Gern</podcast:funding>', "- nix"),
    ],
)
def test_what_does_not_come_over_has_a_line(library: Library, channel: str, told: str) -> None:
    assert told in run(library, feed(item(1), channel=channel)).output


def test_what_an_item_says_comes_over_or_has_a_line(library: Library) -> None:
    extra = (
        '<podcast:soundbite startTime="1" duration="30">Kern</podcast:soundbite><podcast:soundbite startTime="x"/>'
        '<podcast:location geo="geo:52.5,13.4">Berlin</podcast:location><link>https://alt.example/1</link>'
        '<podcast:alternateEnclosure type="audio/ogg"><podcast:source uri="https://m.example/1.ogg"/>'
        "</podcast:alternateEnclosure><itunes:keywords>Backup, Brot</itunes:keywords>"
    )
    result = run(library, feed(item(1, extra, date="3 Mar 2026 07:30")))
    [one] = recordings(library)
    assert one.location and (one.location.lat, one.soundbite[0].title) == (52.5, "Kern")
    assert [other.file for other in one.alternates] == ["https://m.example/1.ogg"]
    for told in ("Hörschnipsel", "https://alt.example/1", "keine Zeitzone", "- Brot (1)"):
        assert told in result.output


def test_a_further_recording_keeps_its_size_and_one_of_an_unknown_kind_is_told(library: Library) -> None:
    more = (
        '<podcast:alternateEnclosure type="audio/ogg" length="77"><podcast:source uri="https://m.example/1.ogg"/>'
        '</podcast:alternateEnclosure><enclosure url="https://m.example/1.webm" type="video/webm" length="5"/>'
    )
    result = run(library, feed(item(1, more)))
    assert "weitere Aufnahme, deren Art hier nicht bekannt ist (1):\n  - Nummer 1" in result.output
    feed_of = dict(podcasts(library.catalogue()))["feed/funk.xml"].decode()
    assert '<podcast:alternateEnclosure type="audio/ogg" length="77"' in feed_of


def test_what_links_and_chapters_say_beside_is_told(library: Library) -> None:
    atom = 'xmlns:atom="http://www.w3.org/2005/Atom"'
    links = f'<atom:link {atom} rel="payment" href="https://a.example"/><atom:link {atom} rel="self" href="https://b.example"/>'
    chapter = '<psc:chapters xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter start="0" title="A" image="https://c.example/a.jpg"/></psc:chapters>'
    result = run(library, feed(item(1, chapter), channel=links))
    assert "  - atom:link rel=payment (1)\n" in result.output and "rel=self" not in result.output
    assert "  - psc:chapter image (1)\n" in result.output


def test_nothing_imported_leaves_no_show_behind(library: Library) -> None:
    before = (library.root / "content/_data/shows.yml").read_bytes()
    assert run(library, feed(item(1, sound=" "))).exit_code == 0
    assert (library.root / "content/_data/shows.yml").read_bytes() == before


@pytest.mark.parametrize("title", ["Level 1", "All", "Everything", "Package Eins"])
def test_a_title_that_gives_a_reserved_id_gets_another(library: Library, title: str) -> None:
    run(library, feed(item(1)).replace("Funk", title))
    assert library.codes() == [] and len(recordings(library)) == 1


def test_addresses_and_types_in_any_spelling_are_taken(library: Library) -> None:
    sound = '<enclosure url="HTTPS://media.example/1.mp3" length="9" type="Audio/MPEG; charset=binary"/>'
    run(library, feed(item(1, sound=sound)))
    made = read_feed_page("neu", dict(podcasts(library.catalogue()))["feed/funk.xml"]).items[0]
    assert (made.address, made.type) == ("https://media.example/1.mp3", "audio/mpeg")


def test_half_an_address_in_notes_belongs_to_the_site_of_the_feed(library: Library) -> None:
    notes = "<content:encoded>&lt;a href='mehr'&gt;Mehr&lt;/a&gt; [Anmerkung](siehe oben) `[a](b.md)`</content:encoded>"
    run(library, feed(item(1, notes), channel="<link>https://funk.example/folgen/</link>"))
    [entry] = entries(library)
    assert "(https://funk.example/folgen/mehr)" in entry.source.body and library.codes() == []


def test_a_further_page_that_cannot_be_read_is_told_and_the_rest_comes(library: Library) -> None:
    with media_host() as host:
        link = f'<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="{host.address}/2"/>'
        host.files = {"/1": feed(item(1), channel=link).encode()}
        result = run(library, f"{host.address}/1")
    assert result.exit_code == 0 and "ließ sich nicht lesen" in result.output and f"{host.address}/2" in result.output
    assert len(recordings(library)) == 1


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("Folge 12.5: Halb", 12, ("Folge 12.5: Halb", 12)),
        ("4-Tage-Woche", 4, ("4-Tage-Woche", 4)),
        ("Folge 1–3: Start", 1, ("Folge 1–3: Start", 1)),
        ("Folge 1 und 2: Start", 1, ("Folge 1 und 2: Start", 1)),
        ("12. Folge: Strom", 12, ("12. Folge: Strom", 12)),
        ("Folge " + "9" * 5000, None, ("Folge " + "9" * 5000, None)),
    ],
)
def test_a_number_that_is_not_the_whole_number_stays(title: str, number: int, expected: tuple[str, int]) -> None:
    assert without_number(title, number) == expected


def test_tables_links_and_pictures_lose_nothing_on_their_way() -> None:
    html = (
        '<table><tr><th>Wer</th></tr><tr><td>Ada</td><td><a href="https://a.example/b_(c)">Seite</a></td></tr></table>'
        '<p><a href="https://a.example/wort?#" title="Ein\n\n\nWort">Wort</a><a href="https://a.example/leer"></a><img src="https://a.example/foto.jpg"></p>'
    )
    again = fragment(for_feed(markdown(html, "https://a.example/"), "https://b.example/"))
    assert set(again.xpath(".//a/@href")) == {
        f"https://a.example/{name}" for name in ("b_(c)", "wort?#", "leer", "foto.jpg")
    }
    assert "Ada" in again.text_content()


def test_what_only_the_past_explains_is_advice(library: Library, tmp_path: Path) -> None:
    old = item(1, title="Folge 12.5: Was ist ein &lt;div&gt;?").replace("funk-00001", "https://alt.example/?p=1")
    run(library, feed(old.replace("1.mp3", "1.m4a").replace("audio/mpeg", "audio/mp4")))
    write(library.catalogue(), tmp_path / "site")
    found = {p.code: p.severity for p in check_feeds(library.catalogue(), tmp_path / "site")}
    past = ("feed-guid-name", "feed-title", "feed-markup", "feed-enclosure-type")
    assert {code: found.get(code) for code in past} == dict.fromkeys(past, "advice")
