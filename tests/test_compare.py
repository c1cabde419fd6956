"""`ebenerdig compare`: what subscribers notice, from every kind of source, and how it ends."""

from __future__ import annotations

import http.server
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ebenerdig import web as fetching
from ebenerdig.cli import main
from ebenerdig.feeds.comparing.feed_pages import Unreadable, read_feed_page
from ebenerdig.outputs.writing import write
from hypothesis import given
from hypothesis import strategies as st
from library import REGISTERS, TODAY, Library, jpeg, silent_mp3

GUID = "837bf4e8-63b3-5cf7-b737-3e98da40a37e"
SAME = "Für Menschen, die abonniert haben, ändert sich nichts."


@pytest.fixture(autouse=True)
def ambient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_LANGUAGE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["compare", *(str(argument) for argument in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(result: Result) -> list[str]:
    """The lines of a report, without the feed's name and the summary."""
    return [line.strip() for line in result.output.splitlines()[1:-2]]


@dataclass(frozen=True)
class Item:
    """One item of a feed written by hand."""

    title: str
    guid: str = ""
    date: str = "Tue, 24 Nov 2026 06:00:00 +0100"
    link: str = ""
    url: str = ""
    length: str = "100"
    type: str = "audio/mpeg"

    def __str__(self) -> str:
        link = f"<link>{escape(self.link)}</link>" if self.link else ""
        guid = f'<guid isPermaLink="false">{escape(self.guid)}</guid>' if self.guid else ""
        url = escape(self.url)
        enclosure = f'<enclosure url="{url}" length="{self.length}" type="{self.type}"/>' if url else ""
        return f"<item><title>{escape(self.title)}</title>{guid}{link}<pubDate>{self.date}</pubDate>{enclosure}</item>"


def rss(
    *items: Item, guid: str = GUID, title: str = "Die Reihe", self_link: str = "", next_link: str = "", more: str = ""
) -> str:
    links = f'<atom:link rel="self" href="{self_link}"/>' if self_link else ""
    links += f'<atom:link rel="next" href="{next_link}"/>' if next_link else ""
    show = f"<podcast:guid>{guid}</podcast:guid>" if guid else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:podcast="https://podcastindex.org/namespace/1.0"'
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">'
        f"<channel><title>{title}</title>{links}{show}{more}{''.join(map(str, items))}</channel></rss>"
    )


def between(old: str, new: str) -> Result:
    """Compare two feeds written by hand."""
    Path("old.rss").write_text(old, "utf-8")
    Path("new.rss").write_text(new, "utf-8")
    return run("old.rss", "new.rss")


ONE = Item("Eins", "g1", link="https://a.example/eins/", url="https://a.example/eins.mp3")
TWO = Item("Zwei", "g2", link="https://a.example/zwei/", url="https://a.example/zwei.mp3")


def changed(item: Item, **values: str) -> Item:
    return Item(**{**vars(item), **values})


# What is told about items

CASES = {
    "the-same": ([ONE, TWO], [ONE, TWO], 0, ""),
    "another-order": ([ONE, TWO], [TWO, ONE], 0, ""),
    "new": ([ONE], [ONE, TWO], 0, "Ein Beitrag kommt hinzu.|Zwei: 24.11.2026, 06:00:00"),
    "vanished": ([ONE, TWO], [ONE], 1, "Fehler: Ein Beitrag ist verschwunden.|Zwei: g2"),
    "changed-guid": ([ONE], [changed(ONE, guid="neu")], 1, "Fehler: Ein Beitrag hat eine andere guid.|Eins: g1 → neu"),
    "changed-guid-known-by-the-page": (
        [ONE],
        [changed(ONE, guid="neu", url="https://b.example/1.mp3")],
        1,
        "Fehler: Ein Beitrag hat eine andere guid.|Eins: g1 → neu",
    ),
    "changed-guid-known-by-title-and-date": (
        [ONE],
        [changed(ONE, guid="neu", url="https://b.example/1.mp3", link="https://b.example/")],
        1,
        "Fehler: Ein Beitrag hat eine andere guid.|Eins: g1 → neu",
    ),
    "changed-guid-and-title": (
        [ONE],
        [changed(ONE, guid="neu", title="Anders")],
        1,
        "Ein Titel hat sich geändert.|Anders: Eins → Anders",
    ),
    "doubled": ([ONE], [ONE, changed(TWO, guid="g1")], 1, "Fehler: Eine guid steht mehrmals|Eins / Zwei: g1"),
    "doubled-whole": ([ONE], [ONE, ONE], 1, "Fehler: Eine guid steht mehrmals|Eins: g1"),
    "two-swapped-guids": (
        [ONE, TWO],
        [changed(ONE, guid="g2"), changed(TWO, guid="g1")],
        0,
        "2 Aufnahmen liegen an einer anderen Adresse.|Zwei: https://a.example/eins.mp3 → https://a.example/zwei.mp3",
    ),
    "title": ([ONE], [changed(ONE, title="Neu")], 0, "Ein Titel hat sich geändert.|Neu: Eins → Neu"),
    "date": (
        [ONE],
        [changed(ONE, date="Wed, 25 Nov 2026 06:00:00 +0100")],
        0,
        "Ein Beitrag hat ein anderes Datum.|Eins: 24.11.2026, 06:00:00 → 25.11.2026, 06:00:00",
    ),
    "the-same-moment-in-another-zone": ([ONE], [changed(ONE, date="Tue, 24 Nov 2026 05:00:00 GMT")], 0, ""),
    "date-lost": ([ONE], [changed(ONE, date="")], 0, "Ein Beitrag hat ein anderes Datum."),
    "bytes": ([ONE], [changed(ONE, length="101")], 0, "Eine Aufnahme hat eine andere Größe|Eins: 100 → 101"),
    "type": ([ONE], [changed(ONE, type="audio/mp4")], 0, "hat ein anderes Format.|Eins: audio/mpeg → audio/mp4"),
    "address": (
        [ONE],
        [changed(ONE, url="https://b.example/eins.mp3")],
        0,
        "liegt an einer anderen Adresse.|Eins: https://a.example/eins.mp3 → https://b.example/eins.mp3",
    ),
    "page": (
        [ONE],
        [changed(ONE, link="https://a.example/neu/")],
        0,
        "Eine Seite liegt an einer anderen Adresse.|Eins: https://a.example/eins/ → https://a.example/neu/",
    ),
    "page-that-is-the-first": ([changed(ONE, link="")], [ONE], 0, ""),
    "recording-lost": ([ONE], [changed(ONE, url="")], 0, "Ein Beitrag hat keine Aufnahme mehr.|Eins"),
    "no-guids-at-all": ([changed(ONE, guid="")], [changed(ONE, guid="")], 0, ""),
    "a-guid-that-is-the-address-of-before": ([changed(ONE, guid="")], [changed(ONE, guid=ONE.url)], 0, ""),
    "a-guid-that-was-left-out": ([ONE], [changed(ONE, guid="")], 1, "Fehler: Ein Beitrag hat eine andere guid."),
    "ampersands": ([changed(ONE, title="A & B <c>")], [changed(ONE, title="A & B <c>")], 0, ""),
}


@pytest.mark.parametrize("name", CASES)
def test_what_differs_between_items_is_told(name: str) -> None:
    old, new, code, parts = CASES[name]
    result = between(rss(*old), rss(*new))
    assert result.exit_code == code, result.output
    if parts:
        for part in parts.split("|"):
            assert part in result.output
    else:
        assert result.output.strip() == SAME


def test_nothing_is_told_twice() -> None:
    result = between(rss(ONE, TWO), rss(changed(ONE, guid="neu"), TWO))
    assert [line for line in told(result) if line.startswith("- ")] == ["- Eins: g1 → neu"]
    assert result.output.splitlines()[-1] == "1 Fehler, keine weiteren Änderungen."


def test_a_long_list_is_cut_but_counted() -> None:
    old = [
        changed(ONE, guid=f"g{n}", title=f"Folge {n}", link="", url=f"https://a.example/{n}.mp3") for n in range(500)
    ]
    new = [changed(item, url=item.url.replace("a.example", "b.example")) for item in old]
    result = between(rss(*old), rss(*new))
    assert "500 Aufnahmen liegen an einer anderen Adresse." in result.output
    assert told(result)[-1] == "- und 480 weitere"
    assert result.exit_code == 0


def test_a_library_of_thousands_that_got_new_guids_is_compared_without_walking_over_all_pairs() -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    old = [Item(f"F{n}", f"a{n}", format_datetime(start + timedelta(hours=n))) for n in range(1500)]
    result = between(rss(*old), rss(*[changed(item, guid=item.guid.replace("a", "b")) for item in old]))
    assert "1.500 Beiträge haben eine andere guid." in result.output


# What is told about shows


@pytest.mark.parametrize(
    ("old", "new", "code", "part"),
    [
        (rss(ONE), rss(ONE, guid="11111111-2222-4333-8444-555555555555"), 1, "Fehler: Die Kennung der Reihe"),
        (rss(ONE), rss(ONE, guid=""), 1, f"Die Reihe: {GUID} → –"),
        (rss(ONE, guid=""), rss(ONE), 0, "Die Reihe hat jetzt eine Kennung"),
        (rss(ONE), rss(ONE, title="Anders"), 0, "Anders: Die Reihe → Anders"),
        (
            rss(ONE, self_link="https://a.example/feed"),
            rss(ONE, self_link="https://b.example/feed"),
            0,
            "Die Reihe: https://a.example/feed → https://b.example/feed",
        ),
        (rss(ONE), rss(ONE, more="<itunes:complete>Yes</itunes:complete>"), 0, "Die Reihe gilt jetzt als beendet."),
        (rss(ONE, more="<itunes:complete>Yes</itunes:complete>"), rss(ONE), 0, "gilt nicht mehr als beendet."),
        (
            rss(ONE),
            rss(ONE, more="<itunes:new-feed-url>https://b.example/f</itunes:new-feed-url>"),
            0,
            "Die Reihe: https://b.example/f",
        ),
        (rss(ONE), rss(ONE).replace("</channel>", "&</channel>"), 0, "Der neue Feed ist fehlerhaft."),
    ],
)
def test_what_differs_about_the_show_is_told(old: str, new: str, code: int, part: str) -> None:
    result = between(old, new)
    assert (result.exit_code, part in result.output) == (code, True), result.output


def test_an_old_spelling_of_the_namespace_and_another_prefix_are_understood() -> None:
    other = rss(ONE).replace("podcast:", "pc:").replace("xmlns:podcast", "xmlns:pc")
    assert between(rss(ONE), other).output.strip() == SAME


# Where feeds come from


def test_a_paged_feed_is_read_to_its_end(tmp_path: Path) -> None:
    address = "https://a.example/feed/"
    first = rss(TWO, self_link=f"{address}p1.rss", next_link=f"{address}p2.rss")
    Path("p1.rss").write_text(first, "utf-8")
    Path("p2.rss").write_text(rss(ONE, self_link=f"{address}p2.rss"), "utf-8")
    Path("whole.rss").write_text(rss(TWO, ONE, self_link=f"{address}p1.rss"), "utf-8")
    assert run("whole.rss", "p1.rss").output.strip() == SAME
    assert run("p1.rss", "whole.rss").output.strip() == SAME
    Path("p2.rss").unlink()
    result = run("whole.rss", "p1.rss")
    assert result.exit_code == 2
    assert f"{address}p2.rss" in result.output


def test_pages_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    Path("p1.rss").write_text(rss(TWO, self_link="https://a.example/p1.rss", next_link="p2.rss"), "utf-8")
    Path("p2.rss").write_text(rss(ONE, self_link="https://a.example/p2.rss", next_link="p1.rss"), "utf-8")
    assert run("p1.rss", "p1.rss").output.strip() == SAME


def test_pages_in_a_built_site_are_one_feed_and_pages_in_a_circle_are_not_lost(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        for number, item in ((1, TWO), (2, ONE)):
            following = "p2.xml" if number == 1 else "p1.xml" if name == "new" else ""
            feed = rss(item, self_link=f"https://a.example/feed/p{number}.xml", next_link=following)
            (tmp_path / name / f"p{number}.xml").write_text(feed, "utf-8")
    assert run("old", "new").output.strip() == SAME
    (tmp_path / "new/p2.xml").write_text(rss(self_link="https://a.example/feed/p2.xml"), "utf-8")
    result = run("old", "new")
    assert (result.exit_code, "- Eins: g1" in result.output) == (1, True)


def test_a_feed_alone_is_read_with_its_pages_in_the_folder_of_its_name(podcast: Library, tmp_path: Path) -> None:
    settings = (podcast.root / "content/_data/library.yml").read_text("utf-8")
    podcast.write("content/_data/library.yml", f"{settings}feed_size: 1\n")
    podcast.item("episodes/zweite", date="2026-02-01")
    podcast.item("episodes/dritte", date="2026-01-01")
    feeds = site_of(podcast, tmp_path / "site") / "feed"
    assert (feeds / "podcast/2.xml").is_file()
    assert run(str(feeds / "podcast.xml"), str(feeds / "podcast.xml")).output.strip() == SAME
    shutil.rmtree(podcast.root / "episodes/dritte")
    later = site_of(podcast, tmp_path / "later") / "feed"
    result = run(str(feeds / "podcast.xml"), str(later / "podcast.xml"))
    assert (result.exit_code, "guid-episodes-dritte" in result.output) == (1, True)


def test_a_paged_feed_without_an_ending_may_lie_among_folders(tmp_path: Path) -> None:
    Path("folder").mkdir()
    Path("feed").write_text(rss(TWO, self_link="https://a.example/feed", next_link="zwei"), "utf-8")
    Path("zwei").write_text(rss(ONE, self_link="https://a.example/zwei"), "utf-8")
    assert run("feed", "feed").output.strip() == SAME


def test_an_item_that_slipped_a_page_down_counts_once() -> None:
    Path("p1.rss").write_text(rss(TWO, ONE, self_link="https://a.example/p1.rss", next_link="p2.rss"), "utf-8")
    Path("p2.rss").write_text(rss(ONE, self_link="https://a.example/p2.rss"), "utf-8")
    assert run("p1.rss", "p1.rss").output.strip() == SAME


def site_of(library: Library, folder: Path) -> Path:
    write(library.catalogue(), folder)
    return folder


@pytest.fixture
def podcast(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.registers()
    library.item("episodes/eins", title="Die Eins")
    library.item("episodes/zwei", title="Die Zwei")
    return library


def test_a_built_site_is_compared_with_the_library(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    assert run(site, "--root", podcast.root).output.strip() == SAME
    assert run(site, podcast.root).output.strip() == SAME
    shutil.rmtree(podcast.root / "episodes/zwei")
    result = run(site, "--root", podcast.root)
    assert result.exit_code == 1
    assert "- Die Zwei: guid-episodes-zwei" in result.output


def test_a_feed_among_several_is_found_by_its_guid_place_or_items(podcast: Library, tmp_path: Path) -> None:
    second = REGISTERS["shows"].replace("podcast:", "zweite:").replace("837bf4e8", "00000000")
    podcast.registers(shows=REGISTERS["shows"] + second.replace("Ebenerdig – der Podcast", "Die zweite Reihe"))
    podcast.item("episodes/drei", show="zweite")
    site = site_of(podcast, tmp_path / "site")
    old = tmp_path / "alt.rss"
    text = (site / "feed/zweite.xml").read_text("utf-8")
    for change in (
        lambda feed: feed,
        lambda feed: re.sub(r" *<podcast:guid>.*\n", "", feed),
        lambda feed: re.sub(r" *<podcast:guid>.*\n| *<atom:link .*\n", "", feed),
    ):
        old.write_text(change(text), "utf-8")
        result = run(old, site)
        assert result.exit_code == 0
        assert "Die zweite Reihe" in result.output or result.output.strip() == SAME
        assert "verschwunden" not in result.output


def test_a_show_that_is_gone_is_an_error_and_a_new_one_is_told(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    other = REGISTERS["shows"].replace("podcast:", "zweite:").replace("837bf4e8", "00000000")
    podcast.registers(shows=other.replace("Ebenerdig – der Podcast", "Die zweite Reihe"))
    result = run(site, "--root", podcast.root)
    assert result.exit_code == 1
    assert "Fehler: Der Feed ist verschwunden." in result.output
    assert "Ein Feed kommt hinzu." in result.output


def test_an_item_that_changed_its_show_has_not_vanished(podcast: Library, tmp_path: Path) -> None:
    second = REGISTERS["shows"].replace("podcast:", "zweite:").replace("837bf4e8", "00000000")
    podcast.registers(shows=REGISTERS["shows"] + second)
    podcast.item("episodes/eins", title="Die Eins", show="podcast")
    podcast.item("episodes/zwei", title="Die Zwei", show="podcast")
    site = site_of(podcast, tmp_path / "site")
    podcast.item("episodes/zwei", title="Die Zwei", show="zweite")
    result = run(site, "--root", podcast.root)
    assert "steht nicht mehr in diesem Feed, aber noch in einem anderen." in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize("hidden", [{"draft": "true"}, {"date": "2027-01-01"}])
def test_an_item_that_is_withdrawn_on_purpose_is_told_as_such(
    podcast: Library, tmp_path: Path, hidden: dict[str, str]
) -> None:
    site = site_of(podcast, tmp_path / "site")
    podcast.item("episodes/zwei", **hidden)
    result = run(site, "--root", podcast.root)
    assert result.exit_code == 1
    assert "Fehler: Ein Beitrag ist zurückgezogen." in result.output
    assert "- Die Zwei: guid-episodes-zwei → episodes/zwei/index.md" in result.output


def test_renaming_moving_and_another_sound_are_no_errors(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    shutil.move(podcast.root / "episodes/zwei", podcast.root / "episodes/neu")
    page = podcast.root / "episodes/neu/index.md"
    page.write_text(page.read_text("utf-8").replace("Die Zwei", "Neu"), "utf-8")
    podcast.write("episodes/neu/audio.mp3", silent_mp3(5))
    result = run(site, "--root", podcast.root)
    assert result.exit_code == 0
    assert "Keine Fehler, 4 weitere Änderungen." in result.output


# Git


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@ebenerdig.example"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize("inside", ["", "unter/ordner"])
def test_a_revision_is_built_and_compared_wherever_the_library_lies(tmp_path: Path, inside: str) -> None:
    library = Library(tmp_path / inside if inside else tmp_path)
    library.registers()
    library.item("episodes/eins")
    library.item("videos/film")
    library.catalogue()  # writes media.json
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "rm", "-q", "--cached", "-r", "-f", f"{inside or '.'}/episodes/eins/audio.mp3")
    git(tmp_path, "commit", "-qm", "Anfang")
    git(tmp_path, "tag", "v1")
    before = sorted(tmp_path.rglob("*"))
    assert run("v1", "--root", library.root).output.strip() == SAME
    library.item("episodes/eins", guid="ganz-anders")
    result = run("v1", "--root", library.root)
    assert result.exit_code == 1
    assert "guid-episodes-eins → ganz-anders" in result.output
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Fehler")
    assert run("v1", "HEAD", "--root", library.root).output == result.output
    assert [path for path in sorted(tmp_path.rglob("*")) if ".git/" not in str(path)] == [
        path for path in before if ".git/" not in str(path)
    ]


def test_mistakes_in_a_revision_are_told_with_its_name(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.registers()
    library.item("episodes/eins", levels="neun")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Anfang")
    library.item("episodes/eins")
    result = run("HEAD")
    assert result.exit_code == 2
    assert "HEAD:episodes/eins/index.md:5:9: Fehler: „neun“" in result.output


def test_mistakes_in_the_library_are_not_taken_for_vanished_items(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    podcast.item("episodes/zwei", levels="neun")
    result = run(site, "--root", podcast.root)
    assert result.exit_code == 2
    assert "episodes/zwei/index.md:5:9: Fehler: „neun“" in result.output


def test_a_link_in_a_revision_leads_nowhere(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    library.registers()
    library.item("episodes/eins")
    (library.root / "episodes/eins/geheim").symlink_to("/etc/passwd")
    git(library.root, "init", "-q")
    git(library.root, "add", "-A")
    git(library.root, "commit", "-qm", "Anfang")
    assert run("HEAD", "--root", library.root).output.strip() == SAME


# What cannot be read


@pytest.mark.parametrize(
    ("name", "content"),
    [("leer.rss", ""), ("seite.html", "<html><body>Hallo"), ("daten.json", "{}"), ("ton.mp3", "\x00\xff")],
)
def test_what_is_no_feed_ends_with_2(name: str, content: str) -> None:
    Path(name).write_text(content, "utf-8")
    result = run(name, name)
    assert result.exit_code == 2
    assert f"{name}:1:1: Fehler: Hier steht kein Podcast-Feed." in result.output


@pytest.mark.parametrize("date", ["0000-00-00", "0001-01-01T00:00:00+23:00", "9999-12-31T23:59:59-23:00", "gestern"])
def test_a_date_that_is_none_is_no_crash(date: str) -> None:
    assert between(rss(ONE), rss(changed(ONE, date=date))).exit_code == 0


@pytest.mark.parametrize("links", [{"self_link": "http://[::1"}, {"next_link": "http://[::1"}])
def test_links_whose_addresses_are_none_count_as_none(links: dict[str, str]) -> None:
    assert between(rss(ONE), rss(ONE, **links)).output.strip() == SAME


PIECES = [
    b"<",
    b"&#0;",
    b"]]>",
    b"<![CDATA[",
    b"\x00",
    b"&lol;",
    b"<a:b>",
    b"<!DOCTYPE x [<!ENTITY l 'x'>]>",
    b"://[",
    b"\xe4",
]


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES)), min_size=1, max_size=8))
def test_a_feed_damaged_anyhow_is_read_or_told_to_be_unreadable(damages: list[tuple[float, int, bytes]]) -> None:
    document = bytearray(rss(ONE, TWO, self_link="https://a.example/f", next_link="p2").encode())
    for where, length, piece in damages:
        start = round(where * len(document))
        document[start : start + length] = piece
    with suppress(Unreadable):
        read_feed_page("feed.xml", bytes(document))


@pytest.mark.parametrize("named", ["gibt-es-nicht", "--", "HEAD~99", "a b", "$(touch x)"])
def test_what_is_neither_file_nor_revision_ends_with_2(library: Library, named: str) -> None:
    assert run("--root", library.root, "--", named).exit_code == 2
    assert not Path("x").exists()


def test_a_folder_without_feeds_ends_with_2(library: Library, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    (tmp_path / "leer/sitemap.xml").write_text("<urlset/>", "utf-8")
    result = run(tmp_path / "leer", "--root", library.root)
    assert result.exit_code == 2
    assert "liegt kein Feed" in result.output


def test_a_folder_that_is_no_library_ends_with_2(tmp_path: Path) -> None:
    Path("old.rss").write_text(rss(ONE), "utf-8")
    result = run("old.rss")
    assert result.exit_code == 2
    assert "content/_data/library.yml" in result.output


# The web


@dataclass
class Web:
    """A server whose answers a test sets."""

    address: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)

    def put(self, path: str, content: str = "", status: int = 200, **headers: str) -> str:
        self.answers[path] = (status, headers, content.encode())
        return f"{self.address}{path}"


@pytest.fixture
def web() -> Iterator[Web]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, content = shown.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 -- the library's naming
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    shown = Web(f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield shown
    server.shutdown()
    server.server_close()


def test_a_feed_on_the_web_is_read_with_all_pages_and_redirects(web: Web) -> None:
    web.put("/zwei", rss(ONE))
    web.put("/eins", rss(TWO, next_link="/zwei"))
    address = web.put("/alt", status=301, Location="/eins")
    Path("new.rss").write_text(rss(TWO, ONE), "utf-8")
    assert run(address, "new.rss").output.strip() == SAME


def test_the_feed_on_the_web_is_compared_with_the_library(web: Web, podcast: Library, tmp_path: Path) -> None:
    feed = (site_of(podcast, tmp_path / "site") / "feed/podcast.xml").read_text("utf-8")
    address = web.put("/feed/podcast.xml", feed)
    assert run(address, "--root", podcast.root).output.strip() == SAME


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/gibt-es-nicht", "die Antwort 404"),
        ("/kreis", "die Antwort 301"),
        ("/kurz", "antwortet nicht"),
        ("/datei", "leitet weiter zu „file:///etc/passwd“"),
        ("/ftp", "leitet weiter zu „ftp://127.0.0.1/feed.xml“"),
        ("/gross", "größer als"),
        ("/leer", "kein Podcast-Feed"),
    ],
)
def test_what_the_web_does_not_give_ends_with_2(
    web: Web, path: str, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 10_000)
    web.put("/kreis", status=301, Location="/kreis")
    web.put("/kurz", rss(ONE), **{"Content-Length": "5000"})
    web.put("/datei", status=301, Location="file:///etc/passwd")
    web.put("/ftp", status=302, Location="ftp://127.0.0.1/feed.xml")
    web.put("/gross", rss(ONE) + " " * 20_000)
    web.put("/leer")
    result = run(web.address + path, web.address + path)
    assert result.exit_code == 2
    assert part in result.output
    assert "root:" not in result.output


def test_an_address_that_nobody_answers_and_one_that_is_none_end_with_2() -> None:
    for address in ("http://127.0.0.1:9/", "http://gibt es nicht/", "https://", "http://[::1"):
        result = run(address, address)
        assert result.exit_code == 2, address
        assert f"{address}:1:1: Fehler: " in result.output


def test_a_server_that_trickles_is_left(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", -1.0)
    address = web.put("/", rss(ONE))
    result = run(address, address)
    assert result.exit_code == 2
    assert "noch nicht da" in result.output


# How it is told

HOSTILE = "`x` <script>alert(1)</script> @jemand [a](javascript:b) |\n\x1b[31m"


def test_markdown_for_a_pull_request_shows_everything_as_it_is() -> None:
    Path("old.rss").write_text(rss(ONE, changed(TWO, title=HOSTILE.replace("\x1b", ""))), "utf-8")
    Path("new.rss").write_text(rss(changed(ONE, title="Neu")), "utf-8")
    result = run("old.rss", "new.rss", "--markdown")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert lines[0] == "## Was sich für Menschen ändert, die abonniert haben"
    assert "### `Die Reihe (new.rss)`" in lines
    assert "- `Neu`: `Eins` → `Neu`" in lines
    assert "- `` `x` <script>alert(1)</script> @jemand [a](javascript:b) | [31m ``: `g2`" in lines
    assert lines[-1] == "1 Fehler, 1 weitere Änderung."


def test_a_terminal_gets_no_control_characters() -> None:
    result = between(rss(ONE), rss(changed(ONE, title="a\u009b31mb")))
    assert "\u009b" not in result.output


def test_it_is_told_in_the_language_of_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_LANGUAGE", "en")
    result = between(rss(ONE, TWO), rss(ONE))
    assert "Error: One item has vanished." in result.output
    assert "1 error, no other changes." in result.output


def test_a_chapter_without_a_time_does_not_stand_in_the_way(tmp_path: Path) -> None:
    feed = tmp_path / "alt.xml"
    mark = '<psc:chapters><psc:chapter title="Anfang"/></psc:chapters>'
    opening = '<rss version="2.0" xmlns:psc="http://podlove.org/simple-chapters"><channel><title>Alt</title>'
    feed.write_text(f"{opening}<item><title>Eins</title>{mark}</item></channel></rss>", "utf-8")
    result = run(feed, feed)
    assert result.output.strip() == SAME


# What an import has to do with it


def test_a_feed_pairs_with_its_show_and_never_with_a_selection(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    bare = re.sub(r" *<podcast:guid>.*\n| *<atom:link .*\n", "", (site / "feed/podcast.xml").read_text("utf-8"))
    for name in ("everything.xml", "level-1.xml", "all.xml", "podcast.xml"):
        (tmp_path / name).write_text(bare, "utf-8")
        there, back = run(tmp_path / name, site), run(site, tmp_path / name)
        assert (there.exit_code, "feed/podcast.xml" in there.output) == (0, True), there.output
        for result in (there, back):
            assert "steht nicht mehr" not in result.output and "kommt hinzu" not in result.output


def test_a_file_does_not_go_on_in_one_of_another_show() -> None:
    Path("p1.rss").write_text(rss(TWO, self_link="https://a.example/p1.rss", next_link="p2.rss"), "utf-8")
    Path("p2.rss").write_text(rss(ONE, guid="", title="Fremd"), "utf-8")
    Path("whole.rss").write_text(rss(TWO, self_link="https://a.example/p1.rss"), "utf-8")
    result = run("p1.rss", "whole.rss")
    assert result.exit_code == 0
    assert "https://a.example/p2.rss" in result.output and "g1" not in result.output


def test_a_page_that_goes_on_at_its_own_path_with_a_question_is_not_its_own_next_page() -> None:
    first = rss(TWO, self_link="https://a.example/p1.rss", next_link="https://a.example/p1.rss?page=2")
    Path("p1.rss").write_text(first, "utf-8")
    assert "p1.rss?page=2" in run("p1.rss", "p1.rss").output


def test_a_damaged_feed_and_one_that_took_its_words_wrongly_differ() -> None:
    damaged = rss(changed(ONE, guid="https://a.example/?p=1&x=2", title="A")).replace("<title>A", "<title>A&nbsp;B")
    wrong = rss(changed(ONE, guid="https://a.example/?p=1&amp;x=2", title="A"))
    assert between(damaged, wrong).exit_code == 1
    assert between(damaged, rss(changed(ONE, guid="https://a.example/?p=1&x=2", title="A"))).exit_code == 0


def test_an_old_address_that_leads_on_is_told_as_such(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    shutil.move(podcast.root / "episodes/zwei", podcast.root / "episodes/neu")
    assert "unter aliases" in run(site, "--root", podcast.root).output
    podcast.item("episodes/neu", title="Die Zwei", guid="guid-episodes-zwei", aliases="[zwei]")
    result = run(site, "--root", podcast.root)
    assert "die alte leitet weiter" in result.output and "unter aliases" not in result.output
    (tmp_path / "later/episodes/zwei").mkdir(parents=True)
    (tmp_path / "later/episodes/zwei/index.html").write_text("weiter", "utf-8")
    assert "die alte leitet weiter" in run(site, site_of(podcast, tmp_path / "later")).output


def test_another_picture_of_the_show_under_the_old_name_is_told(podcast: Library, tmp_path: Path) -> None:
    site = site_of(podcast, tmp_path / "site")
    art = podcast.root / "content/_data/podcast.jpg"
    assert run(site, "--root", podcast.root).output.strip() == SAME
    art.unlink()  # what is published may be the same file on disk
    art.write_bytes(jpeg(1500))
    result = run(site, "--root", podcast.root)
    told_so = "liegt ein anderes Bild der Reihe" in result.output or "Bild der Reihe hat eine andere" in result.output
    assert (result.exit_code, told_so) == (0, True), result.output


def test_a_levels_feed_outlives_its_last_item(podcast: Library, tmp_path: Path) -> None:
    podcast.item("episodes/drei", title="Die Drei", levels="4")
    site = site_of(podcast, tmp_path / "site")
    shutil.rmtree(podcast.root / "episodes/drei")
    result = run(site, "--root", podcast.root)
    assert "Die Drei: guid-episodes-drei" in result.output and "Feed ist verschwunden" not in result.output
    later = site_of(podcast, tmp_path / "later")
    assert b"<item>" not in (later / "feed/level-4.xml").read_bytes()
    assert "level-4" not in (later / "feed/all.opml").read_text("utf-8")
