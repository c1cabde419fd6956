"""What stays: the GUIDs of items and shows whatever else changes, and old addresses that lead to the new ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import feedparser
import pytest
from ebenerdig.feeds import writing as feeds
from ebenerdig.models.podcast_guid import podcast_guid
from ebenerdig.outputs.pages import redirects
from library import REGISTERS, Library, silent_mp3
from lxml import html
from sites import build, find, small_project

GUID = "6f0a3c1e-guid-der-folge"


def guids(library: Library, **environ: str) -> list[str]:
    """The GUIDs in the show's feed."""
    library.check_is_fine()
    feed = dict(feeds.podcasts(library.catalogue(**environ)))["feed/podcast.xml"]
    return [entry.id for entry in feedparser.parse(feed).entries]


# GUIDs of items


@pytest.fixture
def episode(library: Library) -> Library:
    library.item("episodes/folge", guid=GUID)
    assert guids(library) == [GUID]
    return library


def test_moving_the_folder_keeps_the_guid(episode: Library) -> None:
    shutil.move(episode.root / "episodes/folge", episode.root / "episodes/ein-anderer-name")
    assert guids(episode) == [GUID]


def test_renaming_the_sound_keeps_the_guid(episode: Library) -> None:
    folder = episode.root / "episodes/folge"
    (folder / "audio.mp3").rename(folder / "neu.mp3")
    page = folder / "index.md"
    page.write_text(page.read_text("utf-8").replace("audio.mp3", "neu.mp3"), "utf-8")
    assert guids(episode) == [GUID]


def test_another_recording_keeps_the_guid(episode: Library) -> None:
    episode.write("episodes/folge/audio.mp3", silent_mp3(5))
    assert guids(episode) == [GUID]


@pytest.mark.parametrize("changed", [{"title": "Neu"}, {"date": "2025-01-01"}, {"season": "2"}, {"description": "Neu"}])
def test_changing_what_is_said_about_it_keeps_the_guid(episode: Library, changed: dict[str, str]) -> None:
    episode.item("episodes/folge", guid=GUID, **changed)
    assert guids(episode) == [GUID]


def test_another_host_keeps_all_guids(episode: Library) -> None:
    feed = dict(feeds.podcasts(episode.catalogue(SITE_URL="https://woanders.example/mediathek/")))["feed/podcast.xml"]
    parsed = feedparser.parse(feed)
    assert parsed.entries[0].link.startswith("https://woanders.example/mediathek/")
    assert (parsed.entries[0].id, parsed.feed.podcast_guid) == (GUID, "837bf4e8-63b3-5cf7-b737-3e98da40a37e")


@pytest.mark.parametrize("other", ["episodes/zwei", "videos/zwei", "tours/zwei"])
@pytest.mark.parametrize("draft", ["true", "false"])
def test_a_guid_that_stands_twice_is_told_for_every_format_and_for_drafts(
    library: Library, other: str, draft: str
) -> None:
    library.item("episodes/eins", guid=GUID)
    library.item(other, guid=GUID, draft=draft)
    [problem] = library.problems()
    assert (problem.code, problem.path, problem.values["other"]) == (
        "guid-twice",
        f"{other}/index.md",
        "episodes/eins/index.md",
    )


# GUIDs of shows


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        ("http://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    ],
)
def test_the_guid_of_a_show_is_what_the_namespace_says(address: str, guid: str) -> None:
    assert podcast_guid(address) == guid


def test_a_show_that_came_with_a_guid_of_its_own_needs_no_address(library: Library) -> None:
    library.registers(shows=re.sub("guid: .*", "guid: 11111111-2222-4333-8444-555555555555", REGISTERS["shows"]))
    library.check_is_fine()


def test_a_show_whose_guid_fits_its_first_address_is_fine(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + "  guid_of: ebenerdig.example/feed/podcast.xml\n")
    library.check_is_fine()


def test_a_changed_first_address_is_told_with_the_guid_that_would_fit(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + "  guid_of: anders.example/feed/podcast.xml\n")
    [problem] = library.problems()
    assert (problem.code, problem.line) == ("show-guid-changed", 8)
    assert problem.values["expected"] == podcast_guid("anders.example/feed/podcast.xml")


# Old addresses


def test_an_old_slug_and_old_paths_lead_to_the_page(library: Library) -> None:
    library.item("episodes/neu", title="Eins & <b>", aliases="[alt, podcast/2019/folge-1.html, /Über-uns/]")
    library.check_is_fine()
    pages = dict(redirects.pages(library.catalogue()))
    assert list(pages) == ["episodes/alt/index.html", "podcast/2019/folge-1.html", "Über-uns/index.html"]
    for path, content in pages.items():
        page = html.fromstring(content.decode())
        there = "../" * path.count("/") + "episodes/neu/"
        assert find(page, "//link[@rel='canonical']/@href") == ["https://ebenerdig.example/episodes/neu/"]
        assert find(page, "//meta[@http-equiv='refresh']/@content") == [f"0; url={there}"]
        assert find(page, "//meta[@name='robots']/@content") == ["noindex"]
        assert find(page, "//main//a/@href") == [there]
        assert find(page, "//main//a/text()") == ["Eins & <b>"]
        assert find(page, "/html/@lang") == ["de"]
        assert find(page, "//script | //@style | //@onclick") == []


def test_hosts_get_the_same_as_rules_with_the_path_that_the_site_lies_at(library: Library) -> None:
    library.item("episodes/neu", aliases="[alt, /Über-uns]")
    library.item("videos/neu", aliases="/alt.html")
    [(name, content)] = redirects.rules(library.catalogue(SITE_URL="https://stadt.example/mediathek"))
    assert name == "_redirects"
    assert content.decode().splitlines() == [
        "/mediathek/episodes/alt /mediathek/episodes/neu/ 301",
        "/mediathek/episodes/alt/ /mediathek/episodes/neu/ 301",
        "/mediathek/%C3%9Cber-uns /mediathek/episodes/neu/ 301",
        "/mediathek/%C3%9Cber-uns/ /mediathek/episodes/neu/ 301",
        "/mediathek/alt.html /mediathek/videos/neu/ 301",
    ]


def test_without_old_addresses_there_are_no_rules(library: Library) -> None:
    library.item("episodes/neu")
    assert list(redirects.rules(library.catalogue())) == []


def test_an_address_that_two_pages_had_is_told_with_both(library: Library) -> None:
    library.item("episodes/eins", aliases="alt")
    library.item("episodes/zwei", aliases="[Alt]", draft="true")
    [problem] = library.problems()
    assert (problem.code, problem.path, problem.values["other"]) == (
        "alias-twice",
        "episodes/zwei/index.md",
        "episodes/eins/index.md",
    )


def test_what_is_not_public_leaves_no_page_at_its_old_address(library: Library) -> None:
    library.item("episodes/neu", aliases="alt", draft="true")
    assert list(redirects.pages(library.catalogue())) == []


def test_the_built_site_leads_on_and_keeps_old_addresses_out_of_the_sitemap(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/eins", aliases="alt")
    library.item("videos/zwei")
    library.write(
        "content/packages/neu.md",
        "---\ntitle: Ein Paket\ndescription: Worum es geht.\ngoal: Ein Ziel\nwhy: Ein Grund\nlevels: 1\nareas: data\n"
        "closing: {label: Los, link: packages}\nitems: [episodes/eins, videos/zwei]\naliases: altes-paket\n---\n",
    )
    site = build(tmp_path)
    for old in ("episodes/alt", "packages/altes-paket"):
        page = html.fromstring((site / old / "index.html").read_text("utf-8"))
        [there] = find(page, "//main//a/@href")
        assert (site / old / there / "index.html").is_file()
        for style in find(page, "//link[@rel='stylesheet']/@href"):
            assert (site / old / style).is_file()
    assert "alt" not in (site / "sitemap.xml").read_text("utf-8")
    assert len((site / "_redirects").read_text("utf-8").splitlines()) == 4
