"""The feeds by their meaning: what podcast apps understand of them, read with the parsers that apps use."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import uuid
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import podcastparser
import pytest
from ebenerdig import build
from ebenerdig.catalogue import Catalogue
from ebenerdig.feeds.writing import FeedPlan, plan_feeds, podcasts
from ebenerdig.feeds.writing.xml import MAX_DESCRIPTION_BYTES, shortened
from ebenerdig.reading.project import load_project
from library import REGISTERS, TODAY, Library, jpeg, silent_mp3, silent_mp4
from lxml import etree
from node_parsers import read_by_node
from PIL import Image
from sites import ROOT

HOME = "https://ebenerdig.example/"
NS = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}
FILMS = """\
filme:
  name: Filme
  description: Kurz gezeigt.
  medium: video
  categories: [Education]
  image: podcast.jpg
  author: Werkhalle Lindental
  owner: {name: Filmstelle, email: film@ebenerdig.example}
  guid: 59bfc9bb-9e90-5278-b407-ccbbeadc8518
"""
PACKAGE = """\
---
title: Paket
description: Eins nach dem anderen.
goal: Ziel
why: Darum
levels: 1
areas: data
items: [videos/zweites, episodes/erste, tours/rundgang, episodes/dritte]
closing: {label: Los, link: packages}
---
"""


def feeds(catalogue: Catalogue) -> dict[str, bytes]:
    """Every feed document by its path."""
    return dict(podcasts(catalogue))


def channel(document: bytes) -> etree._Element:
    """The channel of a feed."""
    found = etree.fromstring(document).find("channel")
    assert found is not None
    return found


def one(node: etree._Element, path: str) -> etree._Element:
    """The only element at a path."""
    (found,) = node.findall(path, NS)
    return found


def guids(document: bytes) -> list[str]:
    return [node.text or "" for node in channel(document).iterfind("item/guid")]


@cache
def sample() -> Catalogue:
    """The catalogue of this repository, on a fixed day."""
    return build(*load_project(ROOT, environ={"SOURCE_DATE_EPOCH": TODAY}))


@cache
def sample_feeds() -> dict[str, bytes]:
    return feeds(sample())


SAMPLE = [plan.name for plan in plan_feeds(sample())]


def planned(name: str) -> FeedPlan:
    (plan,) = [plan for plan in plan_feeds(sample()) if plan.name == name]
    return plan


@cache
def parsed() -> dict[str, Any]:
    """What the Node parsers understand of the sample's feeds."""
    documents = sample_feeds()
    return read_by_node(
        [documents[planned(name).path()].decode() for name in SAMPLE], documents["feed/all.opml"].decode()
    )


# All feeds of the sample, read by others


@pytest.mark.parametrize("name", SAMPLE)
def test_feedparser_reads_every_item_with_guid_date_link_and_enclosure(name: str) -> None:
    plan = planned(name)
    feed = feedparser.parse(sample_feeds()[plan.path()])
    assert not feed.bozo and feed.version == "rss20"
    assert feed.feed.title == plan.title
    assert len(feed.entries) == len(plan.items) > 0
    for read, listed in zip(feed.entries, plan.items, strict=True):
        entry = listed.entry
        assert (read.id, read.title, read.link) == (entry.item.guid, entry.item.title, HOME + entry.url)
        assert parsedate_to_datetime(read.published) == listed.date
        assert [int(e.length) for e in read.enclosures] == (
            [entry.media.bytes] if entry.media and entry.seconds else []
        )


@pytest.mark.parametrize("name", [name for name in SAMPLE if planned(name).medium])
def test_podcastparser_reads_every_item_with_its_file_duration_and_chapters(name: str) -> None:
    plan = planned(name)
    read = podcastparser.parse(HOME + plan.path(), io.BytesIO(sample_feeds()[plan.path()]))
    assert plan.show and read["cover_url"] == f"{HOME}assets/pictures/{plan.show.image}"
    assert {episode["guid"] for episode in read["episodes"]} == {listed.entry.item.guid for listed in plan.items}
    by_guid = {listed.entry.item.guid: listed.entry for listed in plan.items}
    for episode in read["episodes"]:
        entry = by_guid[episode["guid"]]
        (file,) = episode["enclosures"]
        assert entry.media and (file["file_size"], file["mime_type"]) == (entry.media.bytes, entry.media.type)
        assert episode["total_time"] == pytest.approx(entry.seconds, abs=1)
        assert [mark["title"] for mark in episode.get("chapters", [])] == [mark.title for mark in entry.chapters]


@pytest.mark.parametrize("name", SAMPLE)
def test_node_parsers_read_the_same(name: str) -> None:
    plan, read = planned(name), parsed()["feeds"][SAMPLE.index(name)]
    smith, party = read["feedsmith"], read["partytime"]
    assert smith["title"] == party["title"] == plan.title
    assert smith["podcast"]["guid"] == party["guid"] == plan.guid
    assert smith["podcast"].get("medium") == plan.medium
    expected = [listed.entry.item.guid for listed in plan.items]
    assert [item["guid"]["value"] for item in smith["items"]] == expected
    playable = [listed.entry for listed in plan.items if listed.entry.seconds]
    assert [item["guid"] for item in party["items"]] == [entry.item.guid for entry in playable]
    for item, entry in zip(party["items"], playable, strict=True):
        assert entry.media and item["enclosure"]["length"] == entry.media.bytes
        forms = [transcript["type"] for transcript in item["podcastTranscripts"] if transcript["language"] == "de"]
        assert sorted(forms) == ["application/srt", "text/html", "text/vtt"]
        assert item["podcastChapters"]["url"].startswith(HOME)


def test_the_list_of_all_feeds_names_each_once() -> None:
    outlines = etree.fromstring(sample_feeds()["feed/all.opml"]).findall("body/outline")
    addresses = [outline.get("xmlUrl", "") for outline in outlines]
    assert addresses == [HOME + planned(name).path() for name in SAMPLE]
    assert all(address.removeprefix(HOME) in sample_feeds() for address in addresses)
    assert [outline["xmlUrl"] for outline in parsed()["opml"]["body"]["outlines"]] == addresses


def test_every_address_in_a_feed_is_absolute_and_ascii() -> None:
    seen = 0
    for name, document in sample_feeds().items():
        for node in etree.fromstring(document).iter():
            found = [value for key, value in node.attrib.items() if key in ("url", "href", "uri", "img", "xmlUrl")]
            found += [node.text or ""] if node.tag == "link" else []
            for address in map(str, found):
                seen += 1
                assert address.isascii() and urlsplit(address).scheme == "https" and urlsplit(address).netloc, name
    assert seen > 500


def test_an_item_has_the_same_guid_and_the_same_file_in_every_feed() -> None:
    files: dict[str, set[str | None]] = {}
    for name in SAMPLE:
        for item in channel(sample_feeds()[planned(name).path()]).iterfind("item"):
            enclosure = item.find("enclosure")
            files.setdefault(item.findtext("link") or "", set()).add(
                f"{item.findtext('guid')} {dict(enclosure.attrib) if enclosure is not None else ''}"
            )
    assert len(files) == len([entry for entry in sample().entries if entry.is_public])
    assert {len(found) for found in files.values()} == {1}


def test_the_films_are_a_video_feed_of_their_own() -> None:
    podcast, films = (channel(sample_feeds()[f"feed/{name}.xml"]) for name in ("podcast", "erklaervideos"))
    assert films.findtext("podcast:medium", None, NS) == "video"
    assert {node.get("type") for node in films.iterfind("item/enclosure")} == {"video/mp4"}
    assert {node.get("type") for node in podcast.iterfind("item/enclosure")} == {"audio/mpeg"}
    for path in ("podcast:guid", "title", "itunes:owner/itunes:email"):
        assert podcast.findtext(path, None, NS) != films.findtext(path, None, NS)
    assert one(podcast, "itunes:image").get("href") != one(films, "itunes:image").get("href")


# Which feed an item belongs to


def two_of_each(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + FILMS)
    library.item("episodes/erste", date="2026-01-01", levels="1")
    library.item("videos/zweites", date="2026-02-01", levels="1-2")
    library.item("episodes/dritte", date="2026-03-01", levels="2")
    library.item("tours/rundgang", date="2026-04-01", levels="1")
    library.write("content/packages/paket.md", PACKAGE)


def test_shows_levels_packages_and_everything_have_a_feed_each(library: Library) -> None:
    two_of_each(library)
    made = {name: guids(document) for name, document in feeds(library.catalogue()).items() if name.endswith(".xml")}
    erste, zweites = "guid-episodes-erste", "guid-videos-zweites"
    dritte, rundgang = "guid-episodes-dritte", "guid-tours-rundgang"
    assert made == {
        "feed/podcast.xml": [dritte, erste],
        "feed/filme.xml": [zweites],
        "feed/level-1.xml": [zweites, erste],
        "feed/level-2.xml": [dritte, zweites],
        "feed/level-3.xml": [],
        "feed/level-4.xml": [],
        "feed/package-paket.xml": [zweites, erste, dritte],
        "feed/everything.xml": [rundgang, dritte, zweites, erste],
    }


def test_only_what_is_out_stands_in_a_feed_even_in_the_preview(library: Library) -> None:
    two_of_each(library)
    library.item("episodes/entwurf", draft="true")
    library.item("videos/morgen", date="2026-11-25")
    for preview in (False, True):
        for name, document in feeds(library.catalogue(preview)).items():
            assert b"entwurf" not in document and b"morgen" not in document, name


def test_a_selection_speaks_as_the_first_show_and_is_another_podcast(library: Library) -> None:
    two_of_each(library)
    made = feeds(library.catalogue())
    show = channel(made["feed/podcast.xml"])
    ids = [show.findtext("podcast:guid", None, NS)]
    for name in ("level-1", "level-2", "package-paket", "everything"):
        other = channel(made[f"feed/{name}.xml"])
        for path in ("language", "itunes:author", "itunes:owner/itunes:email"):
            assert other.findtext(path, None, NS) == show.findtext(path, None, NS)
        assert one(other, "itunes:image").get("href") == one(show, "itunes:image").get("href")
        assert other.findtext("title") != show.findtext("title")
        ids.append(other.findtext("podcast:guid", None, NS))
    assert len(set(ids)) == 5
    assert str(uuid.uuid5(uuid.UUID(ids[0]), "level-1")) == ids[1]
    elsewhere = feeds(library.catalogue(SITE_URL="https://andere.example/m"))
    assert [channel(elsewhere[f"feed/{n}.xml"]).findtext("podcast:guid", None, NS) for n in ("podcast", "level-1")] == (
        ids[:2]
    )


def test_apps_show_a_package_in_its_order_whatever_they_sort_by(library: Library) -> None:
    two_of_each(library)
    node = channel(feeds(library.catalogue())["feed/package-paket.xml"])
    assert node.findtext("podcast:medium", None, NS) == "course"
    assert node.findtext("itunes:type", None, NS) == "serial"
    items = node.findall("item")
    assert [item.findtext("itunes:episode", None, NS) for item in items] == ["1", "2", "3"]
    assert not node.findall("item/itunes:season", NS)
    dates = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert dates == sorted(set(dates))
    assert [date.strftime("%F %T") for date in dates] == [
        "2026-02-01 06:00:00",
        "2026-02-01 06:00:01",
        "2026-03-01 06:00:00",
    ]


def test_where_there_are_two_shows_of_a_kind_an_item_must_name_its_own(library: Library) -> None:
    second = REGISTERS["shows"].replace("podcast:\n", "zweite:\n").replace("837bf4e8", "837bf4e9")
    library.registers(shows=REGISTERS["shows"] + second + FILMS)
    library.item("episodes/folge")
    library.item("videos/film")
    (problem,) = library.problems()
    assert (problem.path, problem.code, problem.values["known"]) == (
        "episodes/folge/index.md",
        "show-missing",
        "podcast, zweite",
    )
    library.item("episodes/folge", show="zweite")
    library.check_is_fine()
    made = feeds(library.catalogue())
    assert guids(made["feed/zweite.xml"]) == ["guid-episodes-folge"] and guids(made["feed/podcast.xml"]) == []


def test_a_show_in_a_fixed_order_needs_the_numbers_of_its_episodes(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + "  type: serial\n")
    library.item("episodes/eins", episode="1")
    library.item("episodes/zwei")
    library.item("episodes/vorschau", episode_type="trailer")
    found = [(p.path, p.severity) for p in library.catalogue().problems if p.code == "episode-missing"]
    assert found == [("episodes/zwei/index.md", "advice")], "a feed from the past may lack them, and apps bear it"


def test_a_film_that_also_lies_elsewhere_is_played_from_here_and_linked_there(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + FILMS)
    library.item("videos/film", video="['https://vimeo.com/76979871', video.mp4]")
    library.check_is_fine()
    (item,) = channel(feeds(library.catalogue())["feed/filme.xml"]).iterfind("item")
    assert one(item, "enclosure").get("url") == f"{HOME}videos/film/filme-film.mp4"
    assert attributes(item, "podcast:contentLink") == {"href": "https://vimeo.com/76979871"}
    assert item.find("podcast:alternateEnclosure", NS) is None


def test_sound_in_a_show_of_films_is_an_error(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + FILMS)
    library.item("episodes/folge", show="filme")
    assert library.codes() == ["show-medium"]


@pytest.mark.parametrize("name", ["everything", "level-1", "package-anfang", "all"])
def test_a_show_may_not_take_the_name_of_another_feed(library: Library, name: str) -> None:
    library.registers(shows=REGISTERS["shows"].replace("podcast:\n", f"{name}:\n"))
    assert library.codes() == ["show-reserved"]


def test_a_library_without_a_show_still_tells_feed_readers_what_is_new(library: Library) -> None:
    library.registers(shows="")
    library.item("tours/rundgang")
    made = feeds(library.catalogue())
    assert set(made) == {"feed/everything.xml", "feed/all.opml"}
    assert feedparser.parse(made["feed/everything.xml"]).entries[0].title == "Ein kurzer Titel"


# Pages


def followed(made: dict[str, bytes], path: str) -> list[list[str]]:
    """Read a feed as a client does that follows `rel=next`: the guids of each page."""
    pages: list[list[str]] = []
    address: str | None = HOME + path
    while address:
        feed = feedparser.parse(made[address.removeprefix(HOME)])
        links = {link.rel: link.href for link in feed.feed.links if link.rel != "alternate"}
        assert links["self"] == address and links["first"] == HOME + path
        assert len(pages) < 20, "the pages go round in circles"
        pages.append([entry.id for entry in feed.entries])
        before, address = address, links.get("next")
        if address:
            behind = feedparser.parse(made[address.removeprefix(HOME)])
            assert {link.href for link in behind.feed.links if link.rel == "previous"} == {before}
        else:
            assert links["last"] == before
    return pages


@pytest.mark.parametrize(("count", "expected"), [(4, [2, 2]), (5, [2, 2, 1])])
def test_a_client_that_follows_next_gets_every_item_once(library: Library, count: int, expected: list[int]) -> None:
    library.registers(library=REGISTERS["library"] + "feed_size: 2\n")
    for number in range(count):
        library.item(f"episodes/folge-{number}", date=f"2026-01-0{number + 1}")
    made = feeds(library.catalogue())
    for path in ("feed/podcast.xml", "feed/level-1.xml", "feed/everything.xml"):
        pages = followed(made, path)
        assert [len(page) for page in pages] == expected
        assert [guid for page in pages for guid in page] == [
            f"guid-episodes-folge-{number}" for number in reversed(range(count))
        ]
    assert "feed/podcast/2.xml" in made and "feed/podcast/4.xml" not in made


def test_a_feed_that_fits_on_one_page_has_no_pages(library: Library) -> None:
    library.registers(library=REGISTERS["library"] + "feed_size: 2\n")
    library.item("episodes/eins")
    library.item("episodes/zwei")
    made = feeds(library.catalogue())
    links = channel(made["feed/podcast.xml"]).findall("atom:link", NS)
    assert [link.get("rel") for link in links] == ["self"]
    assert not [name for name in made if name.startswith("feed/podcast/")]


# Every tag that the metadata has a value for


EVERYTHING_A_SHOW_HAS = """\
  type: serial
  block: true
  complete: true
  locked: false
  license: CC-BY-4.0
  copyright: © Werkhalle
  hosts: [{person: mara-lindner, role: Moderation}]
  seasons: {2: {de: Der zweite Anlauf, en: The second try}}
  location: {name: Lindental, lat: 50.5, lon: 10.25, osm: R113314, country: DE, rel: creator}
  funding: [{url: 'https://spenden.example/', text: Unterstützen Sie uns}]
  txt: [{text: abc-123, purpose: verify}, {text: Nur so}]
  podroll: [{guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, url: 'https://pc20.example/rss', title: Nachbarn}]
  publisher: {guid: 003af0a0-6a45-55cf-b765-68e3d349551a, url: 'https://verlag.example/feed.xml'}
  update_frequency: {text: Alle zwei Wochen, rrule: FREQ=WEEKLY;INTERVAL=2}
  new_feed_url: https://neu.example/feed.xml
  hub: https://hub.example/
"""
EVERYTHING_AN_EPISODE_HAS = {
    "season": "2",
    "episode": "7",
    "episode_display": "Kap. 7",
    "episode_type": "bonus",
    "explicit": "true",
    "block": "true",
    "language": "de",
    "license": "CC-BY-4.0",
    "funding": "[muster]",
    "ai_use": "assisted",
    "guests": "[{person: jonas-petersen, role: Gast}]",
    "hosts": "[{person: mara-lindner}]",
    "consent": "{mara-lindner: 2026-01-01, jonas-petersen: 2026-01-01}",
    "image": "{file: cover.jpg, alt: Ein Bild, credit: Werkhalle, license: CC-BY-4.0}",
    "chapters": "[{start: 0, title: Anfang & Gruß}, {start: 1.5, title: Mitte, url: 'https://mehr.example/', "
    "image: mitte.jpg}]",
    "soundbite": "[{start: 1.25, duration: 15, title: Das Beste}]",
    "location": "{name: Zeche, lat: 51.5, lon: 7.2}",
    "content_links": "[{url: 'https://tube.example/watch', text: Auf Tube ansehen}]",
    "alternates": "[{file: film.mp4, title: Als Film, language: de}]",
}


@pytest.fixture
def full(library: Library) -> Catalogue:
    """A show and an episode with every value that a feed can hold."""
    library.registers(shows=REGISTERS["shows"] + EVERYTHING_A_SHOW_HAS)
    library.item("episodes/vorschau", episode_type="trailer", season="2", date="2026-01-05", title="Bald hier")
    files = {"film.mp4": silent_mp4(3), "mitte.jpg": jpeg(1400), "audio.mp3": silent_mp3(20)}
    library.item("episodes/alles", "Notizen mit [Link](../vorschau/index.md).\n", files, **EVERYTHING_AN_EPISODE_HAS)
    library.check_is_fine()
    return library.catalogue()


def attributes(node: etree._Element, path: str) -> dict[str, str]:
    return {str(key): str(value) for key, value in one(node, path).attrib.items()}


def test_a_channel_says_everything_that_its_show_says(full: Catalogue) -> None:
    node = channel(feeds(full)["feed/podcast.xml"])
    for path, text in {
        "itunes:type": "serial",
        "itunes:block": "Yes",
        "itunes:complete": "Yes",
        "itunes:new-feed-url": "https://neu.example/feed.xml",
        "itunes:explicit": "false",
        "itunes:author": "Werkhalle Lindental",
        "itunes:owner/itunes:name": "Werkhalle Lindental",
        "copyright": "© Werkhalle",
        "podcast:locked": "no",
        "podcast:block": "yes",
        "podcast:medium": "podcast",
        "podcast:license": "cc-by-4.0",
        "podcast:person": "Mara Lindner",
        "podcast:location": "Lindental",
        "podcast:funding": "Unterstützen Sie uns",
        "podcast:updateFrequency": "Alle zwei Wochen",
        "podcast:trailer": "Bald hier",
    }.items():
        assert one(node, path).text == text, path
    location = {"geo": "geo:50.5,10.25", "osm": "R113314", "country": "de", "rel": "creator"}
    assert attributes(node, "podcast:location") == location
    assert attributes(node, "podcast:funding") == {"url": "https://spenden.example/"}
    assert attributes(node, "podcast:updateFrequency") == {"rrule": "FREQ=WEEKLY;INTERVAL=2", "complete": "true"}
    assert [(t.text, t.get("purpose")) for t in node.findall("podcast:txt", NS)] == [
        ("abc-123", "verify"),
        ("Nur so", None),
    ]
    assert attributes(node, "podcast:podroll/podcast:remoteItem")["feedGuid"] == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert attributes(node, "podcast:publisher/podcast:remoteItem") == {
        "medium": "publisher",
        "feedGuid": "003af0a0-6a45-55cf-b765-68e3d349551a",
        "feedUrl": "https://verlag.example/feed.xml",
    }
    trailer = attributes(node, "podcast:trailer")
    assert (trailer["url"], trailer["length"]) == (
        f"{HOME}episodes/vorschau/podcast-vorschau.mp3",
        str(len(silent_mp3(3))),
    )
    assert (trailer["type"], trailer["season"]) == ("audio/mpeg", "2")
    assert parsedate_to_datetime(trailer["pubdate"]).isoformat() == "2026-01-05T06:00:00+01:00"
    assert [link.get("href") for link in node.findall("atom:link", NS) if link.get("rel") == "hub"] == [
        "https://hub.example/"
    ]
    level = channel(feeds(full)["feed/level-1.xml"])
    for name in ("itunes:new-feed-url", "itunes:complete", "podcast:trailer", "podcast:txt", "podcast:podroll"):
        assert level.find(name, NS) is None, f"{name} is the show's own"


def test_an_item_says_everything_that_its_episode_says(full: Catalogue) -> None:
    (item,) = (
        node
        for node in channel(feeds(full)["feed/podcast.xml"]).iterfind("item")
        if node.findtext("guid") == "guid-episodes-alles"
    )
    here = f"{HOME}episodes/alles/"
    for path, text in {
        "itunes:season": "2",
        "itunes:episode": "7",
        "itunes:episodeType": "bonus",
        "itunes:explicit": "true",
        "itunes:block": "Yes",
        "itunes:duration": "20",
        "podcast:season": "2",
        "podcast:episode": "7",
        "podcast:license": "cc-by-4.0",
        "podcast:soundbite": "Das Beste",
        "podcast:location": "Zeche",
        "podcast:contentLink": "Auf Tube ansehen",
    }.items():
        assert one(item, path).text == text, path
    assert attributes(item, "guid") == {"isPermaLink": "false"}
    assert attributes(item, "podcast:season") == {"name": "Der zweite Anlauf"}
    assert attributes(item, "podcast:episode") == {"display": "Kap. 7"}
    assert attributes(item, "podcast:soundbite") == {"startTime": "1.25", "duration": "15"}
    assert attributes(item, "podcast:contentLink") == {"href": "https://tube.example/watch"}
    assert attributes(item, "itunes:image") == {"href": f"{here}podcast-alles-cover.jpg"}
    image = attributes(item, "podcast:image")
    assert (image["alt"], image["aspect-ratio"], image["width"]) == ("Ein Bild", "1/1", "1400")
    assert [(p.text, p.get("role")) for p in item.findall("podcast:person", NS)] == [
        ("Jonas Petersen", "guest"),
        ("Mara Lindner", "host"),
    ]
    assert [(t.get("type"), t.get("language")) for t in item.findall("podcast:transcript", NS)] == [
        ("text/vtt", "de"),
        ("application/x-subrip", "de"),
        ("text/html", "de"),
    ]
    assert attributes(item, "podcast:chapters") == {
        "url": f"{here}read/chapters.json",
        "type": "application/json+chapters",
    }
    assert [dict(mark.attrib) for mark in item.findall("psc:chapters/psc:chapter", NS)] == [
        {"start": "00:00:00.000", "title": "Anfang & Gruß"},
        {
            "start": "00:00:01.500",
            "title": "Mitte",
            "href": "https://mehr.example/",
            "image": f"{here}podcast-alles-mitte.jpg",
        },
    ]


def test_another_version_has_size_type_and_a_checksum_that_fits_its_bytes(full: Catalogue) -> None:
    item = channel(feeds(full)["feed/podcast.xml"])
    (other,) = item.findall("item/podcast:alternateEnclosure", NS)
    assert (other.get("type"), other.get("title"), other.get("lang")) == ("video/mp4", "Als Film", "de")
    assert other.get("length") == str(len(silent_mp4(3)))
    digest = base64.b64encode(hashlib.sha384(silent_mp4(3)).digest()).decode()
    assert attributes(other, "podcast:integrity") == {"type": "sri", "value": f"sha384-{digest}"}
    assert attributes(other, "podcast:source") == {"uri": f"{HOME}episodes/alles/podcast-alles-film.mp4"}


def test_a_films_other_versions_and_languages_are_offered(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"] + FILMS)
    files = {name: silent_mp4(3) for name in ("klein.mp4", "bild.mp4", "gebaerden.mp4")}
    files |= {"ton.mp3": silent_mp3(3), "poster.jpg": wide(), "en.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n"}
    library.item(
        "videos/film",
        files=files,
        video="[video.mp4, klein.mp4]",
        audio_description="{status: own_track, file: bild.mp4}",
        sign_language="gebaerden.mp4",
        captions="[{language: de, file: captions.vtt}, {language: en, file: en.vtt, kind: subtitles}]",
        alternates="[{file: ton.mp3, title: Nur der Ton}]",
        image="{file: poster.jpg, alt: Bild, credit: W, license: CC-BY-4.0}",
        speakers="[{person: mara-lindner}]",
    )
    library.check_is_fine()
    (item,) = channel(feeds(library.catalogue())["feed/filme.xml"]).iterfind("item")
    versions = [
        (node.get("type"), node.get("title"), one(node, "podcast:source").get("uri", "").rpartition("/")[2])
        for node in item.findall("podcast:alternateEnclosure", NS)
    ]
    assert versions == [
        ("video/mp4", None, "filme-film-klein.mp4"),
        ("video/mp4", "Mit Bildbeschreibung", "filme-film-bild.mp4"),
        ("video/mp4", "In Gebärdensprache", "filme-film-gebaerden.mp4"),
        ("audio/mpeg", "Nur der Ton", "filme-film-ton.mp3"),
    ]
    english = [t.get("url") for t in item.findall("podcast:transcript", NS) if t.get("language") == "en"]
    assert english == [f"{HOME}videos/film/filme-film-en.vtt"]
    assert item.find("itunes:image", NS) is None, "directories want squares"
    image = attributes(item, "podcast:image")
    assert (image["aspect-ratio"], image["purpose"]) == ("16/9", "artwork social")
    assert [p.get("role") for p in item.findall("podcast:person", NS)] == ["narrator"]


def wide() -> bytes:
    """A picture of 1600 × 900 pixels."""
    buffer = io.BytesIO()
    Image.new("RGB", (1600, 900), 90).save(buffer, "JPEG")
    return buffer.getvalue()


# The notes


def test_the_notes_hold_chapters_that_apps_can_link_then_the_label_the_funder_and_the_imprint(full: Catalogue) -> None:
    feed = feedparser.parse(feeds(full)["feed/podcast.xml"])
    (entry,) = [entry for entry in feed.entries if entry.id == "guid-episodes-alles"]
    notes = entry.content[0].value
    order = [
        f'<a href="{HOME}episodes/vorschau/">Link</a>',
        "<li>00:00:00 Anfang &amp; Gruß</li>",
        "<li>00:00:01 Mitte</li>",
        "Mit Hilfe Künstlicher Intelligenz erstellt.",
        "Gefördert aus Mustermitteln.",
        f'<a href="{HOME}impressum/">Impressum</a>',
    ]
    places = [notes.index(part) for part in order]
    assert places == sorted(places)


def test_the_notes_of_the_sample_hold_no_site_furniture_and_only_absolute_links() -> None:
    count = 0
    for document in sample_feeds().values():
        for node in etree.fromstring(document).iterfind("channel/item/content:encoded", NS):
            links = re.findall(r'(?:href|src)="([^"]*)"', node.text or "")
            assert links and all(re.match(r"https?://|mailto:|tel:", link) for link in links)
            assert not re.search(r"\b(?:class|id|style|on\w+)=|<(?:script|nav|iframe|form|button)", node.text or "")
            count += 1
    assert count > 40


# The same bytes


def test_the_same_library_gives_the_same_bytes_on_any_day() -> None:
    later = build(*load_project(ROOT, environ={"SOURCE_DATE_EPOCH": str(int(TODAY) + 86_400)}))
    assert feeds(later) == sample_feeds()


def test_the_date_of_a_feed_is_that_of_its_newest_item(library: Library) -> None:
    two_of_each(library)
    made = feeds(library.catalogue())
    built = {name: channel(made[f"feed/{name}.xml"]).findtext("lastBuildDate") for name in ("podcast", "everything")}
    assert built == {
        "podcast": "Sun, 01 Mar 2026 06:00:00 +0100",
        "everything": "Wed, 01 Apr 2026 06:00:00 +0200",
    }


@pytest.mark.parametrize("rule", ["wöchentlich", "FREQ=OFT", "RRULE:FREQ=DAILY"])
def test_a_rhythm_that_no_app_understands_is_an_error(library: Library, rule: str) -> None:
    library.registers(shows=REGISTERS["shows"] + f'  update_frequency: {{text: Oft, rrule: "{rule}"}}\n')
    assert library.codes() == ["rrule"]


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;UNTIL=20271231T000000Z"])
def test_a_rhythm_by_the_standard_is_fine(library: Library, rule: str) -> None:
    library.registers(shows=REGISTERS["shows"] + f'  update_frequency: {{text: Oft, rrule: "{rule}"}}\n')
    library.check_is_fine()


def test_no_feed_is_left_behind_where_media_are_missing(library: Library, tmp_path: Path) -> None:
    library.item("episodes/folge")
    library.check_is_fine()
    (tmp_path / "episodes/folge/audio.mp3").unlink()
    assert guids(feeds(library.catalogue())["feed/podcast.xml"]) == ["guid-episodes-folge"], "its record is enough"


def test_a_mistake_in_a_show_is_told_once_and_not_at_each_of_its_items(library: Library) -> None:
    library.registers(shows=REGISTERS["shows"].replace("[Technology]", "[Tecnology]"))
    for number in range(3):
        library.item(f"episodes/folge-{number}", show="podcast")
    assert library.codes() == ["category"]


@pytest.mark.parametrize("word", ["wort ", "Größenmaß ", "x"])
def test_a_text_too_long_for_apps_is_cut_at_a_word_and_says_so(word: str) -> None:
    text = (word * (2 * MAX_DESCRIPTION_BYTES // len(word.encode()))).strip()
    cut = shortened(text)
    assert cut.endswith(" …") and text.startswith(cut.removesuffix(" …"))
    assert MAX_DESCRIPTION_BYTES - 20 < len(cut.encode()) <= MAX_DESCRIPTION_BYTES
    assert set(cut.removesuffix(" …").split()) == set(text.split()) or word == "x"
    assert shortened(text[:2000]) == text[:2000]
