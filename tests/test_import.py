"""What comes from other feeds: hostile text becomes clean text, and media elsewhere keep what is known of them."""

from __future__ import annotations

import feedparser
import pytest
from ebenerdig.apple_categories import present_category
from ebenerdig.enrich.media import Measure
from ebenerdig.enrich.record import write_record
from ebenerdig.importing.notes import markdown, plain, teaser
from ebenerdig.importing.titles import without_number
from ebenerdig.notes import for_feed
from ebenerdig.outputs.feeds import podcasts
from ebenerdig.read import slug
from library import Library
from lxml import etree

ELSEWHERE = "https://media.example/1.mp3?a=1"


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("#12: Daten sichern", None, ("Daten sichern", 12)),
        ("Folge 7 – Strom", None, ("Strom", 7)),
        ("007: Strom", 7, ("Strom", 7)),
        ("Strom (Folge 7)", None, ("Strom", 7)),
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
    write_record(page.parent, {ELSEWHERE: Measure(bytes=1234, type="audio/mpeg", seconds=60)})
    catalogue = library.catalogue()
    document = dict(podcasts(catalogue))["feed/podcast.xml"]
    feed = feedparser.parse(document)
    [enclosure] = feed.entries[0].enclosures
    assert (enclosure.href, enclosure.length, enclosure.type) == (ELSEWHERE, "1234", "audio/mpeg")
    node = etree.fromstring(document).find("channel/item")
    assert node is not None and node.findtext("title") == "#1: Alt"
    assert node.findtext("{http://www.itunes.com/dtds/podcast-1.0.dtd}title") == "Alt"
