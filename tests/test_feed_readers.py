"""What four feed readers that apps and directories are made of understand of the sample's feeds."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import podcastparser
import pytest
from ebenerdig import build as read
from ebenerdig.catalogue import Catalogue
from ebenerdig.feeds.rules import check_feeds
from ebenerdig.problems import report
from ebenerdig.reading.project import load_project
from library import TODAY
from node_parsers import read_by_node
from sites import ROOT

TRANSCRIPTS = {"text/vtt", "application/x-subrip", "text/html"}


@dataclass
class Heard:
    """An item as a reader understands it; None where the reader knows nothing of the kind."""

    title: str
    address: str
    bytes: int
    type: str
    published: float
    seconds: int | None = None
    transcripts: set[str] | None = None
    chapters: list[str] | None = None
    persons: list[str] | None = None


def by_feedparser(file: Path) -> dict[str, Heard]:
    found = feedparser.parse(str(file))
    assert not found.bozo, found.get("bozo_exception")
    heard = {}
    for entry in found.entries:
        [enclosure] = entry.enclosures
        marks = [mark["title"] for mark in entry.get("psc_chapters", {}).get("chapters", [])]
        when = timegm(entry.published_parsed)
        about = (enclosure.href, int(enclosure.length), enclosure.type, when, int(entry.itunes_duration))
        heard[entry.id] = Heard(entry.title, *about, chapters=marks)
    return heard


def by_podcastparser(file: Path) -> dict[str, Heard]:
    heard = {}
    with file.open("rb") as opened:
        found = podcastparser.parse("https://ebenerdig.example/feed/podcast.xml", opened)
    for entry in found["episodes"]:
        [enclosure] = entry["enclosures"]
        marks = [mark["title"] for mark in entry.get("chapters", [])]
        about = (enclosure["url"], enclosure["file_size"], enclosure["mime_type"], entry["published"])
        heard[entry["guid"]] = Heard(entry["title"], *about, entry["total_time"], chapters=marks)
    return heard


def by_feedsmith(file: Path) -> dict[str, Heard]:
    heard = {}
    for item in read_by_node([file.read_text("utf-8")])["feeds"][0]["feedsmith"]["items"]:
        [enclosure] = item["enclosures"]
        assert item["guid"]["isPermaLink"] is False
        heard[item["guid"]["value"]] = Heard(
            item["title"],
            *(enclosure[name] for name in ("url", "length", "type")),
            parsedate_to_datetime(item["pubDate"]).timestamp(),
            item["itunes"]["duration"],
            {transcript["type"] for transcript in item["podcast"].get("transcripts", [])},
            [mark["title"] for mark in item.get("psc", {}).get("chapters", [])],
            [person["display"] for person in item["podcast"].get("persons", [])],
        )
    return heard


def by_partytime(file: Path) -> dict[str, Heard]:
    heard = {}
    for item in read_by_node([file.read_text("utf-8")])["feeds"][0]["partytime"]["items"]:
        said = {transcript["type"] for transcript in item.get("podcastTranscripts", [])}
        heard[item["guid"]] = Heard(
            item["title"],
            *(item["enclosure"][name] for name in ("url", "length", "type")),
            datetime.fromisoformat(item["pubDate"]).timestamp(),
            item["duration"],
            {"application/x-subrip" if one == "application/srt" else one for one in said},
            None,
            [person["name"] for person in item.get("podcastPeople", [])],
        )
    return heard


READERS = [by_feedparser, by_podcastparser, by_feedsmith, by_partytime]


@pytest.fixture(scope="module")
def built(site: Path) -> tuple[Catalogue, Path]:
    """The catalogue of this repository and its built site."""
    return read(*load_project(ROOT, environ={"SOURCE_DATE_EPOCH": TODAY})), site


@pytest.mark.parametrize("reader", READERS)
def test_readers_understand_every_episode_of_a_show(
    reader: Callable[[Path], dict[str, Heard]], built: tuple[Catalogue, Path]
) -> None:
    catalogue, site = built
    assert catalogue.registers["shows"]
    for show in catalogue.registers["shows"]:
        heard, entries = reader(site / f"feed/{show}.xml"), catalogue.by_show[show]
        assert len(entries) > 5 and heard.keys() == {entry.item.guid for entry in entries}
        for entry in entries:
            item, media = heard[entry.item.guid], entry.media
            assert media and media.seconds
            file = site / item.address.removeprefix(catalogue.project.base_url)
            assert (item.title, item.bytes, item.type) == (entry.item.title, file.stat().st_size, media.type)
            assert (item.published, item.seconds) == (entry.date.timestamp(), round(media.seconds))
            assert item.transcripts in (None, TRANSCRIPTS)
            assert item.chapters in (None, [chapter.title for chapter in entry.chapters])
            people = [catalogue.record(one.person) for one in entry.item.appearances()]
            assert item.persons in (None, [person.label("de") for person in people if person])
        assert any(entry.chapters for entry in entries)


@pytest.mark.parametrize("reader", READERS)
def test_every_feed_for_podcast_apps_can_be_read(
    reader: Callable[[Path], dict[str, Heard]], built: tuple[Catalogue, Path]
) -> None:
    feeds = [path for path in (built[1] / "feed").rglob("*.xml") if b"<podcast:medium>" in path.read_bytes()]
    assert feeds
    for path in feeds:
        assert reader(path), path


def test_the_sample_breaks_no_rule(built: tuple[Catalogue, Path]) -> None:
    catalogue, site = built
    found = [problem for problem in check_feeds(catalogue, site) if problem.severity == "error"]
    assert found == [], report(found, catalogue.project.texts)
