"""What plays, when an appointment is and who pays: one answer, on the page, in the feed and for search engines."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest
from ebenerdig.catalogue import Catalogue
from ebenerdig.feeds.writing import podcasts
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import PagePlan, plan
from ebenerdig.outputs.pages.sitemap import films
from ebenerdig.outputs.structured_data.pages import script
from ebenerdig.reading.entries import Entry
from ebenerdig.reading.slugs import slug
from library import Library, silent_mp4
from lxml import etree, html
from sites import find

ELSEWHERE = "https://media.example/film.mp4"
EMBEDDED = "https://vimeo.com/123456"
VIDEO_SHOW = """\
film:
  name: Filme
  description: Kurz.
  medium: video
  categories: [Technology]
  image: podcast.jpg
  author: Werkhalle
  owner: {name: Werkhalle, email: film@ebenerdig.example}
  guid: 9b2a6d0e-2a3c-5c1e-9f0b-3b8d6a7c1e11
"""


def slug_whole(name: str) -> str:
    """Write a name as an address of any length."""
    return "-".join(slug(word) for word in re.findall(r"\w+", name))


def page_of(catalogue: Catalogue, entry: Entry) -> html.HtmlElement:
    """Render an item's article."""
    return html.fromstring(Articles(catalogue).render(_plan(catalogue, entry), ""))


def _plan(catalogue: Catalogue, entry: Entry) -> PagePlan:
    return next(page for page in plan(catalogue) if page.entry is entry)


def node_of(catalogue: Catalogue, entry: Entry, kind: str) -> dict[str, object]:
    """Return the first node of a kind that search engines are told of an item."""
    graph = json.loads(script(catalogue, _plan(catalogue, entry)))["@graph"]
    return next(node for node in graph if kind in node["@type"])


@pytest.mark.parametrize(
    ("files", "played"),
    [
        (["video.mp4", "zwei.mp4"], "video.mp4"),
        ([ELSEWHERE, "zwei.mp4"], "zwei.mp4"),
        (["zwei.mp4", ELSEWHERE], "zwei.mp4"),
        ([EMBEDDED, ELSEWHERE, "zwei.mp4"], "zwei.mp4"),
        ([EMBEDDED, ELSEWHERE], ELSEWHERE),
        ([EMBEDDED], EMBEDDED),
    ],
)
def test_the_same_file_plays_on_the_page_in_the_feed_and_for_search_engines(
    library: Library, files: list[str], played: str
) -> None:
    library.registers(shows=VIDEO_SHOW)
    path = library.item("videos/film", video=f"[{', '.join(files)}]", files={"zwei.mp4": silent_mp4(7) + bytes(50_000)})
    library.check_is_fine()
    catalogue = library.catalogue()
    (entry,) = catalogue.entries
    assert entry.played
    assert entry.played.file == played
    address = played if "://" in played else f"{catalogue.project.base_url}{entry.url}film.mp4"
    size = (path.parent / played).stat().st_size if "://" not in played else None
    page, told = page_of(catalogue, entry), node_of(catalogue, entry, "VideoObject")
    if played != EMBEDDED:
        (offered,) = find(page, "//eb-player//p[@class='eb-files']/a[@download]/@href")
        shown = find(page, "//video//source/@src")
        assert offered == shown[0] == (played if "://" in played else f"../../{entry.url}film.mp4")
        assert told["contentUrl"] == address
        assert len(shown) == len([file for file in files if file != EMBEDDED])
        assert find(page, "//a[contains(@href, 'mp4')]/@href").count(offered) == 1
    feed = etree.fromstring(dict(podcasts(catalogue))["feed/film.xml"])
    enclosures = feed.findall(".//enclosure")
    assert [(e.get("url"), e.get("length")) for e in enclosures] == ([(address, str(size))] if size else [])
    assert told.get("contentSize") == (str(size) if size else None)
    film = films(catalogue).get(catalogue.project.base_url + entry.url)
    assert (film.content if film else None) == (address if size else None)


TOUR = {"mode": "on_site", "registration": "{required: false}"}


def test_an_appointment_with_an_offset_stands_beside_one_without(library: Library) -> None:
    dates = [
        ("2027-01-21 20:00", "2027-01-21 22:00"),
        ("2027-01-21T13:00:00+00:00", "2027-01-21T15:30:00+00:00"),
        ("2027-01-21T06:00:00-08:00", "2027-01-21T23:30:00+01:00"),
    ]
    library.item("tours/gang", dates="[" + ", ".join(f"{{start: '{a}', end: '{b}'}}" for a, b in dates) + "]", **TOUR)
    library.check_is_fine()
    catalogue = library.catalogue()
    (entry,) = catalogue.entries
    page = page_of(catalogue, entry)
    assert find(page, "//section[@aria-labelledby='dates']//time/@datetime") == [
        "2027-01-21T14:00:00+01:00",
        "2027-01-21T15:00:00+01:00",
        "2027-01-21T20:00:00+01:00",
    ]
    first = find(page, "//section[@aria-labelledby='dates']//li")[0].text_content()
    assert "14:00 Uhr" in first
    assert "16:30" in first
    assert node_of(catalogue, entry, "Event")["startDate"] == "2027-01-21T14:00:00+01:00"


def dated(*dates: tuple[str, str]) -> str:
    """Write a tour's `dates` as YAML."""
    return "[" + ", ".join(f"{{start: '{start}', end: '{end}'}}" for start, end in dates) + "]"


def test_the_hour_that_comes_twice_is_told_apart(library: Library) -> None:
    first = ("2026-10-25T02:20:00+02:00", "2026-10-25T02:40:00+02:00")
    second = ("2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00")
    library.item("tours/nacht", dates=dated(second, first), **TOUR)
    for now, coming in (("2026-10-25T00:10", first), ("2026-10-25T00:50", second), ("2026-10-25T01:30", None)):
        epoch = str(int(datetime.fromisoformat(f"{now}:00+00:00").timestamp()))
        (entry,) = library.catalogue(SOURCE_DATE_EPOCH=epoch, preview=True).entries
        expected = datetime.fromisoformat(coming[0]).timestamp() if coming else None
        assert (entry.next_appointment.start.timestamp() if entry.next_appointment else None) == expected
        assert entry.is_over == (coming is None)
        assert [entry.has_passed(date) for date in entry.appointments] == sorted(
            (entry.has_passed(date) for date in entry.appointments), reverse=True
        )


def test_the_hour_that_is_left_out_is_no_mistake(library: Library) -> None:
    library.item("tours/morgen", dates=dated(("2027-03-28 01:30", "2027-03-28 03:30")), **TOUR)
    library.check_is_fine()
    (entry,) = library.catalogue().entries
    (date,) = entry.appointments
    assert date.end.timestamp() - date.start.timestamp() == 3600


def test_items_of_a_path_stay_in_order_while_the_clock_is_put_back(library: Library) -> None:
    library.item("episodes/spaeter", date="'2026-10-25T02:10:00+01:00'")
    library.item("episodes/frueher", date="'2026-10-25T02:50:00+02:00'")
    library.write(
        "content/packages/weg.md",
        "---\ntitle: Weg\ndescription: Kurz.\ngoal: Ziel\nwhy: Darum\nlevels: 1\nareas: data\n"
        "items: [episodes/spaeter, episodes/frueher]\nclosing: {label: Los, link: levels}\n---\n",
    )
    feeds = dict(podcasts(library.catalogue()))
    dates = [
        (item.findtext("title"), parsedate_to_datetime(item.findtext("pubDate") or ""))
        for item in etree.fromstring(feeds["feed/package-weg.xml"]).iter("item")
    ]
    assert [date.astimezone(UTC).isoformat() for _, date in dates] == [
        "2026-10-25T01:10:00+00:00",
        "2026-10-25T01:10:01+00:00",
    ]
    newest = etree.fromstring(feeds["feed/everything.xml"]).findtext("channel/lastBuildDate") or ""
    assert parsedate_to_datetime(newest).astimezone(UTC).isoformat() == "2026-10-25T01:10:00+00:00"


FUNDERS = """\
alt: {name: Alt, text: Gefördert von Alt., valid_from: 2020-01-01, valid_until: 2026-03-01}
neu: {name: Neu, text: Gefördert von Neu., valid_from: 2026-03-02}
"""


@pytest.mark.parametrize(
    ("date", "named"), [("2026-03-01 23:59", "Alt"), ("2026-03-02", "Neu"), ("'2026-03-01T23:30:00+00:00'", "Neu")]
)
def test_who_pays_on_the_items_day_is_named_on_its_page_and_in_the_feed(
    library: Library, date: str, named: str
) -> None:
    library.registers(funders=FUNDERS)
    library.item("episodes/folge", date=date, funding="[alt, neu]")
    catalogue = library.catalogue()
    (entry,) = catalogue.entries
    foot = find(page_of(catalogue, entry), "//footer//p[contains(., 'Gefördert')]/text()")
    assert foot == [f"Gefördert von {named}."]
    notes = etree.fromstring(dict(podcasts(catalogue))["feed/podcast.xml"]).findtext(
        ".//{http://purl.org/rss/1.0/modules/content/}encoded"
    )
    assert ("Gefördert von Alt." in str(notes), "Gefördert von Neu." in str(notes)) == (named == "Alt", named == "Neu")
    assert [funder.name["de"] for funder in catalogue.funders_today] == ["Neu"]


@pytest.mark.parametrize(
    ("date", "draft", "public"),
    [
        ("2026-11-24T01:00:00+01:00", "false", True),
        ("2026-11-24T01:00:01+01:00", "false", False),
        ("2026-11-24T01:00:00+01:00", "true", False),
        ("2026-11-25", "true", False),
    ],
)
def test_an_item_is_public_from_its_very_second_on_unless_it_is_a_draft(
    library: Library, date: str, draft: str, public: bool
) -> None:
    library.item("episodes/folge", date=f"'{date}'", draft=draft)
    assert [entry.is_public for entry in library.catalogue(preview=True).entries] == [public]


def test_an_item_knows_the_ones_of_its_format_before_and_after_it(library: Library) -> None:
    for day in (1, 2, 3):
        library.item(f"episodes/folge-{day}", date=f"2026-03-0{day}")
    library.item("videos/film", date="2026-03-02")
    catalogue = library.catalogue()
    found = {
        entry.slug: tuple(other.slug if other else None for other in catalogue.neighbours(entry))
        for entry in catalogue.entries
    }
    assert found == {
        "folge-1": (None, "folge-2"),
        "folge-2": ("folge-1", "folge-3"),
        "folge-3": ("folge-2", None),
        "film": (None, None),
    }


def test_an_item_is_related_to_what_shares_its_topic_and_never_to_itself(library: Library) -> None:
    for number in range(1, 8):
        library.item(f"episodes/folge-{number}", date=f"2026-03-0{number}", topics="e-rechnung")
    catalogue = library.catalogue()
    for entry in catalogue.entries:
        related = [other.slug for other in catalogue.related(entry)]
        newest = [f"folge-{number}" for number in range(7, 0, -1) if f"folge-{number}" != entry.slug]
        assert related == newest[:4]


@pytest.mark.parametrize(
    ("place", "field", "fits", "too_far"),
    [
        ("episodes/eins", "location: {{name: Ort, lat: {}, lon: 5}}", ("-90", "90"), ("-90.5", "90.5")),
        ("episodes/eins", "location: {{name: Ort, lat: 5, lon: {}}}", ("-180", "180"), ("-180.5", "180.5")),
        ("tours/eins", "admission: {{minimum_age: {}}}", ("0", "99"), ("-1", "100")),
        ("tours/eins", "accessibility: {{door_width_cm: {}}}", ("40", "500"), ("39", "501")),
    ],
)
def test_numbers_have_limits(
    library: Library, place: str, field: str, fits: tuple[str, ...], too_far: tuple[str, ...]
) -> None:
    name, _, shape = field.partition(": ")
    for value in (*fits, *too_far):
        library.item(place, **{name: shape.format(value)})
        mistakes = [problem for problem in library.catalogue().problems if problem.severity == "error"]
        assert bool(mistakes) == (value in too_far), (value, mistakes)


@pytest.mark.parametrize("name", ["x" * 90, "ein sehr langer name " * 5, "wort-" * 12 + "ende", "Größe & Maß " * 9])
def test_an_address_made_of_a_long_name_ends_at_a_word_where_there_is_one(name: str) -> None:
    made = slug(name)
    whole = slug_whole(name)
    assert 0 < len(made) <= 60 and whole.startswith(made)
    assert "-" not in whole or whole[len(made) :].startswith("-")
    assert len(made) > 40, "no word too few"


@pytest.mark.parametrize(
    ("first", "second", "kept"), [(30, 29, 60), (30, 30, 30), (30, 28, 59), (60, 3, 60), (61, 3, 60)]
)
def test_an_address_has_room_for_sixty_letters(first: int, second: int, kept: int) -> None:
    assert len(slug(f"{'a' * first} {'b' * second} c")) == kept
