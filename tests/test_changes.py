"""What counts as a change between two states of feeds: which feeds are a pair, and each sign with every other alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from ebenerdig.feeds.comparing.changes import KINDS, compare
from ebenerdig.feeds.comparing.sides import Side, endings
from ebenerdig.feeds.foreign.feed_reader import read_feed
from ebenerdig.feeds.foreign.foreign_feed import Enclosure, ForeignFeed, ForeignItem

DAY = datetime(2026, 11, 24, 6, tzinfo=UTC)
BLANK = read_feed("feed/podcast.xml", b"<rss><channel><title>Funk</title><item><title>A</title></item></channel></rss>")


def item(guid: str, title: str = "", file: str = "", link: str = "", date: datetime | None = None) -> ForeignItem:
    enclosures = (Enclosure(file, "audio/mpeg", "7"),) if file else ()
    return replace(BLANK.items[0], guid=guid, title=title or guid, enclosures=enclosures, link=link, date=date)


def feed(name: str = "feed/podcast.xml", *items: ForeignItem, **more: object) -> ForeignFeed:
    return replace(BLANK, name=name, address=name, items=items, **more)  # type: ignore[arg-type]


def kinds(old: Side | ForeignFeed, new: Side | ForeignFeed) -> list[tuple[str, str]]:
    """The changes by kind and subject, of single feeds or of whole libraries."""
    sides = [one if isinstance(one, Side) else Side((one,), whole=False) for one in (old, new)]
    return [(change.kind, change.subject) for change in compare(*sides)]


# Which feeds are a pair

EINS, ZWEI = (feed(f"feed/{name}.xml", item(name), title=name, guid=f"guid-{name}") for name in ("eins", "zwei"))


def test_feeds_of_two_libraries_are_a_pair_by_their_guid_or_else_by_their_name() -> None:
    library = Side((EINS, ZWEI))
    assert kinds(library, library) == []
    moved = replace(ZWEI, name="feed/neu.xml", address="feed/neu.xml")
    assert kinds(library, Side((moved, EINS))) == []
    again = replace(ZWEI, guid="guid-neu")
    assert kinds(library, Side((EINS, again))) == [("show-guid", "zwei")]
    without = replace(ZWEI, guid="")
    assert kinds(library, Side((EINS, without))) == [("show-guid", "zwei")]
    assert kinds(Side((EINS, without)), library) == [("show-guid-new", "zwei")]
    assert kinds(library, Side((EINS,))) == [("feed-vanished", "zwei")]
    assert kinds(Side((EINS,)), library) == [("feed-new", "zwei")]


def test_a_single_feed_is_compared_with_the_one_of_a_library_that_it_is() -> None:
    library = Side((EINS, ZWEI))
    alone = replace(ZWEI, name="alt.xml", address="alt.xml")
    assert kinds(alone, library) == kinds(library, alone) == []
    at_home = replace(alone, guid="", title="", address="https://a.example/feed")
    there = replace(ZWEI, address="http://a.example/feed", guid="")
    assert kinds(at_home, Side((EINS, there))) == [("show-title", "zwei"), ("show-address", "zwei")]
    unknown = feed("ganz-anders.xml", item("drei"), title="Drei")
    assert kinds(unknown, library) == [("feed-vanished", "Drei")]
    assert kinds(library, unknown) == [
        ("feed-vanished", "eins"),
        ("feed-vanished", "zwei"),
        ("feed-new", "Drei"),
    ]
    assert kinds(unknown, alone)[0][0] == "show-guid-new"


def test_a_feed_without_a_name_of_its_own_is_found_by_its_items_and_then_by_its_place() -> None:
    both = [item("a"), item("b")]
    shows = [
        feed("feed/viel.xml", *both, item("c"), item("d"), title="viel"),
        feed("feed/genau.xml", *both, title="genau"),
        feed("feed/wenig.xml", item("a"), title="wenig"),
        feed("feed/level-1.xml", *both, item("x"), title="Stufe"),
        feed("feed/everything.xml", *both, item("x"), title="Alles"),
    ]
    lone = feed("irgendwo.xml", *both, item("x"), title="lone")
    changes = kinds(lone, Side(tuple(shows)))
    assert ("show-title", "genau") in changes, "of two with the same items the one that has no others"
    placed = feed("alt/feed/wenig.xml", item("y"), title="wenig")
    assert ("show-title", "wenig") not in kinds(placed, Side(tuple(shows)))
    assert ("guid-vanished", "y") in kinds(placed, Side(tuple(shows)))
    assert kinds(feed("level-1.xml", item("y"), title="Stufe"), Side(tuple(shows))) == [("feed-vanished", "Stufe")]


def test_an_address_ends_in_all_its_ends() -> None:
    assert list(endings("/a/b/c.xml")) == ["a/b/c.xml", "b/c.xml", "c.xml"]
    assert list(endings("c.xml")) == ["c.xml"]


# What is told of a show


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"guid": "a"}, {"guid": "b"}, ["show-guid"]),
        ({"guid": ""}, {"guid": "b"}, ["show-guid-new"]),
        ({"title": "a"}, {"title": "b"}, ["show-title"]),
        ({"address": "https://a/"}, {"address": "https://b/"}, ["show-address"]),
        ({"address": "feed/podcast.xml"}, {"address": "https://b/"}, []),
        ({"address": "https://a/"}, {"address": "feed/podcast.xml"}, []),
        ({"moved_to": ""}, {"moved_to": "https://b/"}, ["show-moved"]),
        ({"moved_to": "https://a/"}, {"moved_to": "https://b/"}, ["show-moved"]),
        ({"moved_to": "https://a/"}, {"moved_to": ""}, []),
        ({"moved_to": "https://a/"}, {"moved_to": "https://a/"}, []),
        ({"flags": ()}, {"flags": ("complete",)}, ["show-complete"]),
        ({"flags": ("complete",)}, {"flags": ()}, ["show-reopened"]),
        ({"flags": ("complete",)}, {"flags": ("complete",)}, []),
        ({"next": "https://a/2"}, {}, ["feed-goes-on"]),
        ({}, {"next": "https://a/2"}, []),
        ({"doubts": ("a",)}, {}, ["guid-doubtful"]),
        ({}, {"doubts": ("b",)}, ["guid-doubtful"]),
        ({}, {"flaw": "kaputt"}, ["feed-broken"]),
        ({"flaw": "kaputt"}, {}, []),
        ({"image": "https://a/1.jpg"}, {"image": "https://a/2.jpg"}, ["show-image"]),
        ({"image": ""}, {"image": "https://a/2.jpg"}, []),
        ({"image": "https://a/1.jpg"}, {"image": ""}, []),
    ],
)
def test_what_is_told_of_a_show_is_what_subscribers_notice(
    old: dict[str, object], new: dict[str, object], told: list[str]
) -> None:
    shared = {"items": (item("a"),)}
    assert [kind for kind, _ in kinds(replace(BLANK, **shared, **old), replace(BLANK, **shared, **new))] == told


def test_another_picture_under_one_name_is_told_where_both_can_be_had() -> None:
    pictured = replace(BLANK, items=(), image="https://a/1.jpg")

    def side(checksum: str) -> Side:
        return Side((pictured,), picture=lambda feed: checksum)

    assert kinds(side("1"), side("2")) == [("show-image-replaced", "Funk")]
    for old, new in (("1", "1"), ("", "2"), ("1", "")):
        assert kinds(side(old), side(new)) == []


def test_what_several_feeds_have_in_common_is_told_once_and_a_feed_without_a_title_by_its_file() -> None:
    def library(*items: ForeignItem) -> Side:
        return Side((feed("feed/eins.xml", *items, title="Eins"), feed("feed/alles.xml", *items, title="")))

    changes = list(compare(library(item("a"), item("b")), library(item("a"))))
    assert [(change.kind, change.feed, change.before) for change in changes] == [
        ("guid-vanished", "Eins (feed/eins.xml)", "b")
    ]
    only = Side((feed("feed/alles.xml", item("a"), title=""),)), Side((feed("feed/alles.xml", title=""),))
    [change] = compare(*only)
    assert (change.feed, change.is_error) == ("feed/alles.xml", True)


def test_only_what_takes_an_item_from_an_app_is_an_error() -> None:
    assert [kind for kind, is_error in KINDS.items() if is_error] == [
        *("feed-vanished", "show-guid", "guid-vanished", "guid-withdrawn", "guid-changed", "guid-twice"),
    ]


# What is told of items

A = "https://a.example/a.mp3"
PAGE = "https://a.example/a/"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (item("a", "T", A), item("b", "U", A), ["guid-changed", "title"]),
        (item("a", "T", "", PAGE), item("b", "U", "", PAGE), ["guid-changed", "title"]),
        (item("a", "T", date=DAY), item("b", "T", date=DAY), ["guid-changed"]),
        (item("a", "T", date=DAY), item("b", "U", date=DAY), ["guid-vanished", "item-new"]),
        (item("a", "T"), item("b", "T"), ["guid-vanished", "item-new"]),
        (item("a", "T", "", ""), item("b", "U", "", ""), ["guid-vanished", "item-new"]),
        (item("a", "T", A), item("a", "T"), ["enclosure-lost"]),
        (item("a", "T"), item("a", "T", A), []),
        (item("a", "T", A), item("a", "T", "https://b.example/a.mp3"), ["enclosure-address"]),
        (item("a", "T", date=DAY), item("a", "T"), ["date"]),
        (item("a", "T"), item("a", "T", date=DAY), ["date"]),
        (item("a", "T", link=PAGE), item("a", "T", link="https://b.example/"), ["link"]),
        (item("a", "T", link=PAGE), item("a", "T"), ["link"]),
        (item("a", "T"), item("a", "T", link=PAGE), []),
    ],
)
def test_an_item_is_known_again_by_its_guid_file_page_or_by_title_and_date(
    before: ForeignItem, after: ForeignItem, told: list[str]
) -> None:
    assert [kind for kind, _ in kinds(feed("f.xml", before), feed("f.xml", after))] == told


def test_each_new_item_stands_for_one_old_one_only() -> None:
    old = feed("f.xml", item("a", "T", A), item("b", "U", A))
    changes = kinds(old, feed("f.xml", item("c", "V", A)))
    assert changes == [("guid-changed", "U"), ("title", "V"), ("guid-vanished", "T")], "the oldest comes first"
    changes = kinds(old, feed("f.xml", item("c", "T", A), item("d", "U", A, PAGE)))
    assert [kind for kind, _ in changes] == ["guid-changed", "title", "guid-vanished", "item-new"]


def test_the_first_of_doubled_items_counts_and_its_double_is_told_by_both_titles() -> None:
    doubled = feed("f.xml", item("a", "T", date=DAY), item("a", "U"))
    assert kinds(feed("f.xml", item("a", "T", date=DAY)), doubled) == [("guid-twice", "T / U")]
    assert kinds(doubled, feed("f.xml", item("a", "T", date=DAY))) == []


def test_an_item_that_is_withdrawn_or_stands_elsewhere_has_not_simply_vanished() -> None:
    old = Side((feed("feed/eins.xml", item("a"), title="Eins"), feed("feed/zwei.xml", item("z"), title="Zwei")))

    def after(first: Iterable[ForeignItem], second: Iterable[ForeignItem], **hidden: str) -> list[tuple[str, str]]:
        feeds = (feed("feed/eins.xml", *first, title="Eins"), feed("feed/zwei.xml", *second, title="Zwei"))
        return kinds(old, Side(feeds, hidden=hidden))

    assert after([], [item("z")]) == [("guid-vanished", "a")]
    assert after([], [item("z")], a="episodes/a/index.md") == [("guid-withdrawn", "a")]
    assert after([], [item("z"), item("a")]) == [("item-left", "a"), ("item-new", "a")]
    moved = item("a", "a", A)
    old = Side((feed("feed/eins.xml", moved, title="Eins"), feed("feed/zwei.xml", item("z"), title="Zwei")))
    assert after([item("b", "b", A)], [item("z"), moved]) == [("item-left", "a"), ("item-new", "b"), ("item-new", "a")]


@pytest.mark.parametrize("leads_on", [False, True])
def test_an_old_address_that_leads_on_is_told_apart(leads_on: bool) -> None:
    before = feed("f.xml", item("a", "T", A, PAGE))
    after = feed("f.xml", item("a", "T", "https://b.example/a.mp3", "https://b.example/"))
    side = Side((after,), whole=False, leads_on=lambda address: leads_on and address in (A, PAGE))
    kept = "-kept" if leads_on else ""
    assert [kind for kind, _ in kinds(Side((before,), whole=False), side)] == [
        f"enclosure-address{kept}",
        f"link{kept}",
    ]


def test_size_and_type_of_a_recording_are_told_and_a_subject_without_a_title_by_its_guid() -> None:
    one = replace(item("a", "T", A), title="")
    other = replace(one, enclosures=(Enclosure(A, "audio/mp4", "8"),))
    assert kinds(feed("f.xml", one), feed("f.xml", other)) == [("enclosure-bytes", "a"), ("enclosure-type", "a")]
