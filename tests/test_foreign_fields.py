"""Every field of foreign feeds: what is read of it, at the border of what counts and beyond, and whose word it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from ebenerdig.feeds.foreign.feed_reader import read_feed
from ebenerdig.feeds.foreign.foreign_feed import Enclosure, ForeignFeed, NoFeed
from ebenerdig.feeds.foreign.paging import with_pages
from ebenerdig.feeds.foreign.words import plain, richest, visible
from ebenerdig.feeds.foreign.xml_document import decoded, mended, read_document
from ebenerdig.feeds.foreign.zoned_dates import read_date, usual_zones
from test_foreign_feeds import SPACES, item, read, rss

FULL = """
<item xml:base="https://a.example/f/">
  <title> Eins
     &amp; alles </title><itunes:title>Eins allein</itunes:title><guid isPermaLink="false"> g 1 </guid>
  <link>eins/</link><pubDate>Tue, 03 Mar 2026 07:30:15 +0100</pubDate>
  <description>&lt;p&gt;Kurz.&lt;/p&gt;</description><itunes:subtitle>Unten</itunes:subtitle>
  <enclosure url="/eins.mp3" length=" 7 " type="Audio/MPEG; charset=x"/>
  <enclosure url="ftp://a.example/eins.mp3"/>
  <atom:link rel="Enclosure" href="zwei.m4a" type="audio/mp4"/>
  <podcast:alternateEnclosure type="audio/ogg" length="9"><podcast:source uri="drei.ogg"/></podcast:alternateEnclosure>
  <itunes:duration>1:02:03.5</itunes:duration><itunes:season>2</itunes:season><itunes:episode>7</itunes:episode>
  <itunes:episodeType>Bonus</itunes:episodeType><itunes:explicit>Yes</itunes:explicit>
  <itunes:block>YES</itunes:block>
  <itunes:image href="bild.jpg"/><podcast:chapters url="kapitel.json"/>
  <podcast:person role=" Guest ">Ada</podcast:person><podcast:person>Bob</podcast:person>
  <podcast:person>Bob</podcast:person>
  <psc:chapters xmlns:psc="http://podlove.org/simple-chapters">
    <psc:chapter start=" 0:00 " title="A" href=" https://x/ "/>
    <psc:chapter start="1:00" title=" "/><psc:chapter title="B"/></psc:chapters>
  <podcast:transcript url="text.vtt" type="text/vtt"/><podcast:transcript url="text.srt"/>
  <podcast:soundbite startTime="1" duration="20">Hier</podcast:soundbite>
  <podcast:soundbite startTime="5">x</podcast:soundbite>
  <podcast:location geo="geo:52.5,-9.75;u=9" osm="R113314#7" country="DE" rel="creator">Hannover</podcast:location>
  <itunes:keywords>Strom, Netz,,Strom</itunes:keywords><category>Technik</category><category term="T"/>
</item>
"""


def test_every_field_of_an_item_is_read() -> None:
    [one] = read(rss(FULL)).items
    assert (one.guid, one.title, one.own_title) == ("g 1", "Eins & alles", "Eins allein")
    assert (one.date, one.has_zone) == (datetime.fromisoformat("2026-03-03T07:30:15+01:00"), True)
    assert one.link == "https://a.example/f/eins/"
    assert (one.summary, one.notes) == ("Kurz.", "<p>Kurz.</p>")
    assert one.enclosures == (
        Enclosure("https://a.example/eins.mp3", "audio/mpeg", "7"),
        Enclosure("https://a.example/f/zwei.m4a", "audio/mp4", ""),
    )
    assert one.alternates == (Enclosure("https://a.example/f/drei.ogg", "audio/ogg", "9"),)
    assert (one.seconds, one.season, one.episode, one.kind) == (3723.5, 2, 7, "bonus")
    assert (one.explicit, one.block) == (True, True)
    assert (one.image, one.chapters_address) == ("https://a.example/f/bild.jpg", "https://a.example/f/kapitel.json")
    assert one.people == (("Ada", "guest"), ("Bob", "host"))
    assert one.chapters == (("0:00", "A", "https://x/"),)
    assert one.transcripts == (("https://a.example/f/text.vtt", "text/vtt"), ("https://a.example/f/text.srt", ""))
    assert one.soundbites == (("1", "20", "Hier"), ("5", "", "x"))
    place = {"name": "Hannover", "lat": "52.5", "lon": "-9.75", "osm": "R113314", "country": "DE", "rel": "creator"}
    assert dict(one.location) == place
    assert one.keywords == ("Strom", "Netz", "Technik", "T")


def test_what_an_item_does_not_say_is_nothing() -> None:
    [one] = read("<rss><channel><item><title>A</title></item></channel></rss>").items
    assert (one.guid, one.date, one.has_zone, one.link, one.summary, one.notes) == ("", None, False, "", "", "")
    assert (one.seconds, one.season, one.episode, one.kind, one.image) == (None, None, None, "", "")
    assert not one.explicit and not one.block
    assert (one.enclosures, one.people, one.chapters, one.location, one.keywords) == ((), (), (), (), ())


CHANNEL = """
<title>Funk</title><description>Lang.</description><itunes:subtitle>Kurz.</itunes:subtitle><language>de_DE</language>
<link>https://a.example/</link><atom:link rel="self" href="https://a.example/feed.xml"/>
<atom:link rel="NEXT" href="2.xml"/><itunes:author>Ada</itunes:author>
<itunes:owner><itunes:name>Haus</itunes:name><itunes:email>post@a.example</itunes:email></itunes:owner>
<itunes:category text="Arts"><itunes:category text="Books"/><itunes:category text="Food"/></itunes:category>
<itunes:category text="News"/><itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>
<itunes:type>Serial</itunes:type><itunes:explicit>false</itunes:explicit><itunes:complete>Yes</itunes:complete>
<itunes:image href="bild.jpg"/><copyright>2026 Ada</copyright>
<itunes:new-feed-url>https://neu.example/</itunes:new-feed-url>
<podcast:guid>917393E3-1B1E-5CEF-ACE4-EDAA54E1F810</podcast:guid><podcast:medium>Podcast</podcast:medium>
<podcast:locked>No</podcast:locked><podcast:funding url="https://geld.example/">Geben</podcast:funding>
<podcast:season>1</podcast:season>
"""


def test_every_field_of_a_show_is_read() -> None:
    feed = read(f"<rss {SPACES}><channel>{CHANNEL}{item()}</channel></rss>")
    assert (feed.address, feed.next, feed.link) == (
        "https://a.example/feed.xml",
        "https://a.example/2.xml",
        "https://a.example/",
    )
    assert (feed.title, feed.about, feed.language, feed.author) == ("Funk", "Lang.", "de-de", "Ada")
    assert (feed.owner, feed.email, feed.medium) == ("Haus", "post@a.example", "podcast")
    assert feed.guid == "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    assert feed.categories == (("Arts", "Books"), ("Arts", "Food"), ("News", ""))
    assert (feed.flags, feed.is_serial, feed.locked) == (("complete",), True, False)
    assert (feed.image, feed.copyright) == ("https://a.example/bild.jpg", "2026 Ada")
    assert (feed.moved_to, feed.funding) == ("https://neu.example/", (("https://geld.example/", "Geben"),))
    plain_one = read("<rss><channel><podcast:guid>x</podcast:guid></channel></rss>")
    assert (plain_one.address, plain_one.guid, plain_one.locked, plain_one.is_serial) == ("alt.xml", "", True, False)
    assert plain_one.flags == ()


def test_seasons_are_named_by_the_items_and_the_rest_is_told_by_its_name() -> None:
    named = '<podcast:season name="Zwei">2</podcast:season>', '<podcast:season name="Eins">1</podcast:season>'
    nameless = '<podcast:season name=" ">3</podcast:season><podcast:season name="Null">0</podcast:season>'
    feed = read(rss("".join(item(one) for one in (*named, nameless)), "<x>1</x><itunes:y>2</itunes:y><itunes:y/>"))
    assert list(feed.seasons.items()) == [(1, "Eins"), (2, "Zwei")]
    assert feed.unread == Counter({"itunes:y": 2, "x": 1})


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Funk</title><subtitle>Lang.</subtitle>
<author><name>Ada</name></author><link rel="self" href="https://a.example/atom.xml"/>
<link href="https://a.example/"/>
<logo>https://a.example/logo.png</logo><rights>frei</rights>
<entry><id>tag:1</id><title>Eins</title><link href="/eins"/><published>2026-03-03T07:30:00Z</published>
<updated>2026-04-04T07:30:00Z</updated><summary>Kurz.</summary>
<content type="html">&lt;p&gt;Lang und mehr.&lt;/p&gt;</content>
<link rel="enclosure" href="/eins.mp3" length="5" type="audio/mpeg"/></entry></feed>"""


def test_atom_is_read_as_well() -> None:
    feed = read(ATOM)
    assert (feed.title, feed.about, feed.author, feed.link) == ("Funk", "Lang.", "Ada", "https://a.example/")
    assert (feed.image, feed.copyright, feed.address) == (
        "https://a.example/logo.png",
        "frei",
        "https://a.example/atom.xml",
    )
    [one] = feed.items
    assert (one.guid, one.link, one.date) == (
        "tag:1",
        "https://a.example/eins",
        datetime(2026, 3, 3, 7, 30, tzinfo=UTC),
    )
    assert (one.summary, one.notes) == ("Kurz.", "<p>Lang und mehr.</p>")
    assert one.enclosures == (Enclosure("https://a.example/eins.mp3", "audio/mpeg", "5"),)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90", 90), ("1:30", 90), ("01:01:30", 3690), ("1:30.25", 90.25), ("0", None), ("0:00:00", None), ("", None),
        ("999999", 999_999), ("1000000", None), ("1:2:3:4", None), ("90 min", 5400), ("-90", None), ("1:", None),
        ("1:123", None), ("59:59", 3599),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_a_clock_or_as_seconds(written: str, seconds: float | None) -> None:
    assert read(rss(item(f"<itunes:duration>{written}</itunes:duration>"))).items[0].seconds == seconds


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", 1),
        ("0", None),
        ("007", 7),
        ("999999", 999_999),
        ("1000000", None),
        ("1.5", None),
        ("-1", None),
        ("", None),
    ],
)
def test_a_number_is_whole_and_begins_with_one(written: str, number: int | None) -> None:
    apple = f"<itunes:season>{written}</itunes:season><itunes:episode>{written}</itunes:episode>"
    index = f"<podcast:season>{written}</podcast:season><podcast:episode>{written}</podcast:episode>"
    for tags in (apple, index, apple + index.replace(written or "x", "5") if number else index + apple):
        [one] = read(rss(item(tags))).items
        assert (one.season, one.episode) == (number, number)


@pytest.mark.parametrize(
    ("show", "own", "explicit"),
    [
        ("", "", False), ("", "true", True), ("", "Explicit", True), ("", "clean", False), ("yes", "", True),
        ("yes", "no", False), ("yes", "clean", False), ("no", "yes", True),
    ],
)  # fmt: skip
def test_an_item_says_itself_whether_it_is_explicit_or_else_its_show(show: str, own: str, explicit: bool) -> None:
    tags = [f"<itunes:explicit>{said}</itunes:explicit>" if said else "" for said in (own, show)]
    feed = read(rss(item(tags[0]), tags[1]))
    assert feed.items[0].explicit is explicit
    assert ("explicit" in feed.flags) is (show == "yes")


@pytest.mark.parametrize(
    ("attributes", "more"),
    [
        ('geo="geo:52,9"', {"lat": "52", "lon": "9"}),
        ('geo="geo:-52.25,-179.5,30"', {"lat": "-52.25", "lon": "-179.5"}),
        ('geo="52,9"', {}), ('geo="geo:152,9"', {}), ('geo="geo:52"', {}), ('geo="geo:52,9x"', {}),
        ('osm="N7"', {"osm": "N7"}), ('osm="W123456789012345"', {"osm": "W123456789012345"}),
        ('osm="R1234567890123456"', {}), ('osm="X7"', {}), ('osm="113314"', {}),
        ('country="de"', {"country": "de"}), ('country="DEU"', {}), ('country="D"', {}),
        ('rel="subject"', {"rel": "subject"}), ('rel="creator"', {"rel": "creator"}), ('rel="x"', {}),
    ],
)  # fmt: skip
def test_of_a_place_counts_what_is_one(attributes: str, more: dict[str, str]) -> None:
    place = f"<podcast:location {attributes}>Ort</podcast:location>"
    [one] = read(rss(item(f'<podcast:location geo="geo:1,1"> </podcast:location>{place}'))).items
    assert dict(one.location) == {"name": "Ort", **more}
    long = f"<podcast:location>{'o' * 129}</podcast:location>"
    assert dict(read(rss(item(long))).items[0].location) == {"name": "o" * 128}


@pytest.mark.parametrize(
    ("guid", "link", "page"),
    [
        ("<guid>https://a.example/1</guid>", "", "https://a.example/1"),
        ('<guid isPermaLink="TRUE">https://a.example/1</guid>', "", "https://a.example/1"),
        ('<guid isPermaLink="False">https://a.example/1</guid>', "", ""),
        ("<guid>https://a.example/1 2</guid>", "", ""),
        ("<guid>a-1</guid>", "", ""),
        ("<guid>https://a.example/1</guid>", "<link>https://a.example/2</link>", "https://a.example/2"),
        ("<guid>a-1</guid>", "<link>HTTPS://a.example/2</link>", "https://a.example/2"),
        ("<guid>a-1</guid>", '<link/><atom:link href="https://a.example/3"/>', "https://a.example/3"),
        ("<guid>a-1</guid>", '<atom:link rel="self" href="https://a.example/3"/>', ""),
        ("<guid>a-1</guid>", "<link>https://[a/</link>", ""),
    ],
)
def test_an_item_s_page_is_its_link_or_a_guid_that_may_be_one(guid: str, link: str, page: str) -> None:
    assert read(rss(f"<item><title>A</title>{guid}{link}</item>")).items[0].link == page


def test_an_empty_guid_is_not_replaced_by_the_id_of_another_format() -> None:
    assert read("<rss><channel><item><guid/><id>x</id></item></channel></rss>").items[0].guid == ""
    assert read("<rss><channel><item><id>x</id></item></channel></rss>").items[0].guid == "x"


# Words


def test_characters_that_no_metadata_may_hold_are_taken_out() -> None:
    assert visible("a\tb\r\nc\rd\x07e\ufefff\u202eg\u2066h") == "a\tb\nc\nd e\ufefff g h"
    assert visible("A\u0308") == "Ä"


def test_plain_text_keeps_words_apart_and_only_real_markup_falls_away() -> None:
    assert plain("<p>Eins</p><p>Zwei</p><ul><li>Drei</li></ul>Vier<br>Fünf<hr>") == "Eins Zwei Drei Vier Fünf"
    assert plain("<B>Ja</b> und <i>nein") == "Ja und <i>nein"
    assert plain("5 < 6 und 7 > 6 &amp; &#8222;so&#8220;") == "5 < 6 und 7 > 6 & „so“"
    assert plain('Bild <img src="x"> hier') == "Bild hier"


def test_a_link_is_worth_ten_words_and_the_first_of_equals_is_taken() -> None:
    words = "eins zwei drei vier fünf sechs sieben acht neun zehn"
    assert richest(words, "https://a.example/x") == "https://a.example/x"
    assert richest(f"{words} elf", "https://a.example/x") == f"{words} elf"
    assert richest(f"{words} elf", '<a href="https://a.example/">da</a>') == f"{words} elf"
    assert richest("eins zwei", "drei vier") == "eins zwei"
    assert richest("", "eins", " ", "eins") == "eins"
    twice = "https://a.example/x https://a.example/x"
    assert richest(twice, f"{words} elf zwölf dreizehn") == f"{words} elf zwölf dreizehn"


# Dates


@pytest.mark.parametrize(
    ("name", "place", "month"),
    [
        ("ACST", "Australia/Darwin", 1),
        ("AEST", "Australia/Brisbane", 1),
        ("AEDT", "Australia/Sydney", 1),
        ("NZST", "Pacific/Auckland", 7),
        ("NZDT", "Pacific/Auckland", 1),
        ("UT", "Etc/UTC", 1),
        ("Z", "Etc/UTC", 1),
    ],
)
def test_zones_of_the_south_and_of_old_letters_mean_what_their_people_mean(name: str, place: str, month: int) -> None:
    meant = datetime(2026, month, 5, 8, 30, tzinfo=ZoneInfo(place))
    assert read_date(f"{meant:%a, %d %b %Y %H:%M:%S} {name}") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-03", "2026-03-03T00:00:00"),
        ("2026-03-03T07:30", "2026-03-03T07:30:00"),
        ("2026-03-03t07:30:15.5z", "2026-03-03T07:30:15+00:00"),
        ("2026-03-03 07:30:15 +0530", "2026-03-03T07:30:15+05:30"),
        ("Tue Mar 3 07:30:00 CET 2026", "2026-03-03T07:30:00+01:00"),
        ("Tue Mar 3 07:30:00 GMT+0100 2026", "2026-03-03T07:30:00+01:00"),
        ("3 Mar 2026", "2026-03-03T00:00:00"),
        ("March 3, 2026 7:30 PM EST", "2026-03-03T19:30:00-05:00"),
        ("Tue, 03 Mar 2026 07:30:00 EST-0500", "2026-03-03T07:30:00-05:00"),
        ("Tue, 03 Mar 2026 07:30:00 EST+0100", "2026-03-03T07:30:00-05:00"),
        ("Tue, 03 Mar 2026 07:30:00 +2359", "2026-03-03T07:30:00+23:59"),
        ("Tue, 03 Mar 2026 07:30:00 −0330", "2026-03-03T07:30:00-03:30"),
        ("Tue, 03 Mar 2026 07:30:00 +0000", "2026-03-03T07:30:00+00:00"),
        ("3 Mar 68 07:30 GMT", "2068-03-03T07:30:00+00:00"),
        ("3 Mar 90 07:30 GMT", "1990-03-03T07:30:00+00:00"),
        ("1 Jan 1990 07:30 GMT", "1990-01-01T07:30:00+00:00"),
        ("9998-01-01T07:30Z", "9998-01-01T07:30:00+00:00"),
    ],
)
def test_a_date_is_read_to_the_second_in_every_usual_order(written: str, meant: str) -> None:
    found = read_date(written)
    assert found is not None and found.isoformat() == meant


@pytest.mark.parametrize(
    "written",
    ["31 Dec 1989 07:30 GMT", "9999-01-01T07:30Z", "3 Mar 69 07:30 GMT", "3 Mar 07:30 GMT", "Mar 3", "03/04/2026"],
)
def test_a_date_that_misses_something_or_cannot_be_is_none(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize("zone", ["XYZ", "Europe/Atlantis", "+2400", "+9900"])
def test_a_zone_that_is_none_leaves_the_date_without_one_or_none(zone: str) -> None:
    found = read_date(f"Tue, 03 Mar 2026 07:30:00 {zone}")
    assert found is None or found.tzinfo is None


def test_the_usual_zone_is_the_one_that_most_dates_of_a_month_have() -> None:
    one, two = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    march = [datetime(2026, 3, day, tzinfo=zone) for day, zone in ((1, one), (2, one), (29, two))]
    july = [datetime(2026, 7, day, tzinfo=two) for day in (1, 2)]
    zones = usual_zones([*march, *july, None, datetime(2026, 5, 1)])
    assert zones == {3: one, 7: two, 0: two}
    assert usual_zones([None]) == {}


# The document


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("&#65;&#x41;&#X1F600;", "AA\U0001f600"),
        ("&#x10FFFF;&#x110000;", "\U0010ffff"),
        ("&#1114111;&#1114112;", "\U0010ffff"),
        ("&#9;x&#11;", "\tx"),
        ("&#xD7FF;&#xD800;&#xDFFF;&#xE000;", "\ud7ff\ue000"),
        ("&#xFFFD;&#xFFFE;", "\ufffd"),
        ("&nbsp;&uuml;&Uuml;", "\u00a0üÜ"),
        ("&lt;&gt;&quot;&apos;&amp;", "<>\"'&"),
        ("&unbekannt; &; && &#; &#x;", "&unbekannt; &; && &#; &#x;"),
        ("1 < 2 <3 <", "1 < 2 <3 <"),
        ("<![CDATA[&amp; <b> & &uuml;]]>", "&amp; <b> & &uuml;"),
        ("a<!-- & < -->b", "ab"),
        ("a<?php & < ?>b", "ab"),
        ("a <!-- b & c", "a <!-- b & c"),
        ("a <!-- b <!-- c <? d <![CDATA[<e>]]> f", "a <!-- b <!-- c <? d <e> f"),
    ],
)
def test_text_is_mended_as_it_was_meant_and_raw_text_is_left_alone(written: str, read_as: str) -> None:
    document = read_document(f"<rss><channel><x>{written} & </x></channel></rss>".encode())
    assert document is not None and document.whole and document.flaw
    assert "".join(document.root.find("channel/x").itertext()) == f"{read_as} & "


def test_forgotten_prefixes_are_declared_and_known_ones_mean_what_they_always_do() -> None:
    text = mended('<rss xmlns:dc="urn:dc"><itunes:a x:y="1"/><dc:b/><ITUNES:c xml:lang="de"/><q:r/></rss>', "rss")
    head = text[: text.index(">")]
    assert head.count("xmlns:") == 5
    assert 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"' in head
    assert 'xmlns:ITUNES="http://www.itunes.com/dtds/podcast-1.0.dtd"' in head
    assert 'xmlns:x="urn:x"' in head and 'xmlns:q="urn:q"' in head and "xmlns:xml" not in head


def test_a_flaw_is_told_with_the_line_of_the_file_and_an_intact_feed_has_none() -> None:
    document = read_document(
        b"<?xml version='1.0'?>\n<!-- <rss> -->\n\n<rss>\n<channel>\n<x>a & b</x></channel></rss>\n\ntail"
    )
    assert document is not None and document.whole
    assert "line 6" in document.flaw
    fine = read_document(b"<!-- <feed> --><rss><channel/></rss> x & y")
    assert fine is not None and (fine.flaw, fine.whole) == ("", True)
    for begin in ("rss", "RSS", "feed", "rdf:RDF", "channel"):
        found = read_document(f"Warnung: <b>x</b>\n<{begin}><item/></{begin}>".encode())
        assert found is not None and len(found.root) == 1
    for none in (b"", b"<html><rssfeed/></html>", b"<!-- <rss></rss> -->", b"<![CDATA[<rss></rss>]]>"):
        assert read_document(none) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("\ufeffä".encode("utf-8"), "ä"),
        ("\ufeffä".encode("utf-16-be"), "ä"),
        ("\ufeffä".encode("utf-32-le"), "ä"),
        ("\ufeffä".encode("utf-32-be"), "ä"),
        ("<ä".encode("utf-16-le"), "<ä"),
        (b"<?xml version='1.0' encoding='LATIN1'?>\xe4\x80", "ä€"),
        (b"<?xml version='1.0' encoding='us-ascii'?>\x93", "“"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>\xb1", "ą"),
        (b"<?xml version='1.0' encoding='cp1251'?>\xff", "я"),
        (b"<?xml version='1.0' encoding='ucs-2'?>\xc3\xa4", "ä"),
        (b"<?xml version='1.0' encoding='utf32'?>\xc3\xa4", "ä"),
        (b"\xc3\xa4\x81", "ä\ufffd"),
    ],
)
def test_each_mark_and_each_name_of_an_encoding_counts(data: bytes, text: str) -> None:
    assert decoded(data).rpartition(">")[2] == text or decoded(data) == text


def test_what_is_no_feed_is_refused() -> None:
    for nothing in (b"", b"<html></html>", b"{}", b"\x1f\x8b"):
        with pytest.raises(NoFeed):
            read_feed("alt.xml", nothing)


# Pages


def page(guids: list[str], following: str = "", **more: object) -> ForeignFeed:
    return replace(read(rss("".join(item(guid=guid) for guid in guids))), next=following, **more)  # type: ignore[arg-type]


def test_pages_are_joined_in_their_order_and_the_first_one_s_word_counts() -> None:
    first = page(["a", "b"], "2", seasons={1: "Eins"}, unread=Counter(x=1), doubts=("q",))
    others = {
        "2": page(
            ["b", "c"], "3", seasons={1: "Uno", 2: "Due"}, unread=Counter(x=2, y=1), doubts=("r",), flaw="kaputt"
        ),
        "3": page(["d"], "2", whole=False, flaw="anders"),
    }
    joined = with_pages(first, others.get)
    assert [one.guid for one in joined.items] == ["a", "b", "c", "d"]
    assert (joined.seasons, joined.unread, joined.doubts) == ({1: "Eins", 2: "Due"}, Counter(x=3, y=1), ("q", "r"))
    assert (joined.flaw, joined.whole, joined.next) == ("kaputt", False, "")
    broken = with_pages(first, {"2": others["2"]}.get)
    assert ([one.guid for one in broken.items], broken.next, broken.whole) == (["a", "b", "c"], "3", True)
    assert with_pages(page(["a"]), others.get).next == ""
