"""Feeds as others write them: what they say comes out to the letter, damaged or not, and strangers change nothing."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

import pytest
from ebenerdig.feeds.foreign.feed_reader import read_feed
from ebenerdig.feeds.foreign.foreign_feed import ForeignFeed, NoFeed
from ebenerdig.feeds.foreign.paging import MOST_PAGES, with_pages
from ebenerdig.feeds.foreign.words import plain, richest
from ebenerdig.feeds.foreign.xml_document import decoded
from ebenerdig.feeds.foreign.zoned_dates import read_date
from ebenerdig.models.fields import Guid
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

SPACES = (
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)
SOUND = '<enclosure url="https://m.example/1.mp3?a=1&amp;b=2" length="7" type="audio/mpeg"/>'


def rss(items: str, channel: str = "", spaces: str = SPACES) -> str:
    """Write a feed."""
    return f'<rss version="2.0" {spaces}><channel><title>Funk</title>{channel}{items}</channel></rss>'


def item(inside: str = "", guid: str = "g-1") -> str:
    """Write an item with a sound and a GUID."""
    return f"<item><title>Eins</title><guid>{escape(guid)}</guid>{SOUND}{inside}</item>"


def read(document: str | bytes) -> ForeignFeed:
    return read_feed("alt.xml", document.encode() if isinstance(document, str) else document)


# Damage

MENDED = {
    "a name that only HTML knows": rss(item("<description>A&nbsp;B</description>", "a&b=1&amp;c")),
    "a bare ampersand": rss(item("<description>A & B &c</description>", "a&b=1&amp;c")),
    "a prefix that nobody declared": rss(item("<rawvoice:rating>x</rawvoice:rating>", "a&b=1&amp;c")),
    "the usual prefixes undeclared": rss(item("<itunes:duration>9</itunes:duration>", "a&b=1&amp;c"), spaces=""),
    "a control character": rss(item("<description>A\x0bB</description>", "a&b=1&amp;c")),
    "half a character": rss(item("<description>A&#xD800;B</description>", "a&b=1&amp;c")),
    "a less-than sign in words": rss(item("<description>1 < 2</description>", "a&b=1&amp;c")),
    "a comment that does not end": rss(item("<description>A <!-- B</description>", "a&b=1&amp;c")),
    "what a server wrote before it": "<br />\n<b>Warning</b>: x &\n" + rss(item("", "a&b=1&amp;c")),
    "what was added behind it": rss(item("", "a&b=1&amp;c")) + "\n<script>x & y</script>",
    "entities of its own": '<!DOCTYPE rss [<!ENTITY x "aaa">]>'
    + rss(item("<description>&x;</description>", "a&b=1&amp;c")),
}


@pytest.mark.parametrize("damage", MENDED)
def test_damage_anywhere_changes_no_guid_and_no_address(damage: str) -> None:
    feed = read(MENDED[damage])
    [one] = feed.items
    assert (one.guid, one.address, feed.whole) == ("a&b=1&amp;c", "https://m.example/1.mp3?a=1&b=2", True)


def test_a_feed_that_was_cut_off_gives_what_it_has_and_says_so() -> None:
    feed = read(rss(item(guid="g-1") + item(guid="g-2"))[:-60])
    assert [one.guid for one in feed.items] == ["g-1", "g-2"] and not feed.whole and feed.flaw


def test_a_guid_that_damage_makes_doubtful_is_told() -> None:
    feed = read(rss("<item><title>A</title><guid>https://a.example/?p=1&q=2</guid></item>"))
    assert feed.items[0].guid == "https://a.example/?p=1&q=2"
    assert feed.doubts and feed.doubts != (feed.items[0].guid,)
    assert read(rss(item())).doubts == ()


GUIDS = [
    "a\u0308",
    "\u00e4",
    "x  y",
    "x\ty\nz",
    "\u202eabc",
    "ab\u200bc",
    "\ufeffab",
    "\u00a0ab\u00a0",
    "&amp;",
    "<b>",
    "a\u2028b",
]


@pytest.mark.parametrize("guid", GUIDS)
def test_a_guid_is_kept_to_the_letter_and_may_be_written(guid: str) -> None:
    [one] = read(rss(item(guid=guid))).items
    assert one.guid == guid
    assert TypeAdapter(Guid).validate_python(guid) == guid


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_guid_comes_back_from_a_feed(guid: str) -> None:
    assert read(rss(item(guid=guid))).items[0].guid == guid.strip(" ")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><rss>\xe4\x80</rss>', "ä€"),
        (b'<?xml version="1.0" encoding="utf-8"?><rss>\xc3\xa4 \xe4</rss>', "ä ä"),
        (b'<?xml version="1.0" encoding="utf-16"?><rss>\xc3\xa4</rss>', "ä"),
        (b'<?xml version="1.0" encoding="hex"?><rss>\xc3\xa4</rss>', "ä"),
        ("\ufeff<rss>ä</rss>".encode("utf-16-le"), "ä"),
        ("<rss>ä</rss>".encode("utf-16-be"), "ä"),
    ],
)
def test_letters_survive_whatever_encoding_a_feed_claims(data: bytes, text: str) -> None:
    assert decoded(data).partition("<rss>")[2].partition("<")[0] == text


def test_a_feed_packed_as_gzip_is_read_and_one_that_would_fill_the_memory_is_none() -> None:
    assert len(read(gzip.compress(rss(item()).encode())).items) == 1
    with pytest.raises(NoFeed):
        read(gzip.compress(b" " * 50_000_000))


def test_texts_of_more_than_ten_megabytes_are_read() -> None:
    [one] = read(rss(item(f"<description>{'wort ' * 2_500_000}</description>"))).items
    assert len(one.notes) > 10_000_000


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA[", "&", "<", "&#", "<a:b ", "<item>", "<?", "&#x1;", "<b"])
def test_what_is_repeated_twenty_thousand_times_costs_no_more_than_a_second(piece: str) -> None:
    begin = time.process_time()
    read(rss(item("", "g") + f"<item><description>{piece * 20_000}</description></item>"))
    assert time.process_time() - begin < 1.5


# Strangers

STRANGE = (
    "<atom:id>fremd</atom:id><dc:title>fremd</dc:title><media:title>fremd</media:title><media:description>fremd"
    '</media:description><atom:link rel="alternate" href="https://fremd.example/"/><dc:creator>fremd</dc:creator>'
    "<atom:published>2001-01-01T00:00:00Z</atom:published><podcast:guid>fremd</podcast:guid>"
)


def test_tags_of_other_namespaces_overwrite_nothing_of_an_item() -> None:
    own = "<link>https://a.example/1</link><pubDate>3 Mar 2026 07:30 CET</pubDate><description>Ja</description>"
    expected = read(rss(item(own))).items
    assert read(rss(item(STRANGE + own))).items == expected == read(rss(item(own + STRANGE))).items


def test_what_is_live_or_strange_in_a_channel_overwrites_nothing_of_the_show() -> None:
    live = f'<podcast:liveItem status="live"><title>Live</title><guid>live</guid>{SOUND}</podcast:liveItem>'
    feed = read(rss(item(), f"{live}{STRANGE}<itunes:author>Ada</itunes:author>"))
    assert (feed.title, feed.author, [one.guid for one in feed.items]) == ("Funk", "Ada", ["g-1"])
    assert feed.unread["podcast:liveItem"] == 1


def test_a_mail_address_is_nobodys_name_and_no_editors_is_taken() -> None:
    channel = (
        "<managingEditor>chef@a.example (Chefin)</managingEditor><itunes:author>ada@a.example (Ada)</itunes:author>"
    )
    feed = read(rss(item(), f"{channel}<itunes:owner><itunes:name>Haus</itunes:name></itunes:owner>"))
    assert (feed.author, feed.owner, feed.email) == ("Ada", "Haus", "")


# Words

LINKED = '<p>Mehr <a href="https://a.example/">dort</a> und <a href="https://b.example/">da</a> dazu.</p>'


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"description": LINKED, "itunes:summary": "Mehr dort und da dazu."}, "<a href"),
        ({"itunes:summary": LINKED, "description": "Kurz."}, "<a href"),
        ({"content:encoded": "<p>Ganz.</p>", "description": LINKED}, "Ganz"),
        ({"content:encoded": " ", "description": LINKED}, "<a href"),
        ({"description": "Kurz.", "itunes:summary": "Hier steht viel mehr als dort."}, "viel mehr"),
    ],
)
def test_the_notes_are_what_says_most(fields: dict[str, str], kept: str) -> None:
    assert (
        kept
        in read(rss(item("".join(f"<{tag}>{escape(said)}</{tag}>" for tag, said in fields.items())))).items[0].notes
    )


def test_html_that_nobody_escaped_keeps_its_links() -> None:
    assert 'href="https://a.example/"' in read(rss(item(f"<description>Wort {LINKED}</description>"))).items[0].notes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Was ist ein <div>?", "Was ist ein <div>?"),
        ("<b>Ja</b> zu <div>", "Ja zu <div>"),
        ("Strom &amp; W&auml;rme", "Strom & Wärme"),
        ("a &lt;div&gt; b", "a <div> b"),
        ("Nein<script>alert(1)</script>", "Nein"),
    ],
)
def test_a_tag_that_nothing_closes_is_a_word_of_the_title(written: str, shown: str) -> None:
    assert plain(written) == shown


def test_nothing_is_the_richest_of_nothing() -> None:
    assert richest() == richest("", " ") == ""


# Dates


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("+0100", 1), ("+01:00", 1), ("GMT+1", 1), ("UTC+1", 1), ("UTC+01:00", 1), ("GMT -05:00", -5), ("CET", 1),
        ("CEST", 2), ("MEZ", 1), ("MESZ", 2), ("EST", -5), ("EDT", -4), ("PST", -8), ("GMT", 0), ("Z", 0), ("-0000", 0),
        ("+0200 (CEST)", 2), ("(CET)", 1), ("Europe/Berlin", 1), ("cet", 1),
    ],
)  # fmt: skip
def test_a_zone_is_read_as_what_it_says(zone: str, hours: int) -> None:
    found = read_date(f"Tue, 03 Mar 2026 07:30:00 {zone}")
    assert found == datetime.fromisoformat(f"2026-03-03T07:30:00{hours:+03d}:00")


@pytest.mark.parametrize(
    "written", ["", "bald", "03.03.2026", "Mar 2026", "31 Feb 2026 07:30", "1969-01-01", "9" * 999]
)
def test_a_date_that_is_none_is_none(written: str) -> None:
    assert read_date(written) is None


def test_a_date_without_a_zone_takes_the_one_that_the_feed_has_at_that_time_of_year() -> None:
    days = ["3 Mar 2026 07:30 CET", "3 Jul 2026 07:30 CEST", "4 Jul 2025 07:30", "4 Mar 2025 07:30", "9 Dec 2025 07:30"]
    feed = read(rss("".join(item(f"<pubDate>{day}</pubDate>") for day in days)))
    assert [str(one.date)[-6:] for one in feed.items] == ["+01:00", "+02:00", "+02:00", "+01:00", "+01:00"]
    [alone] = read(rss(item(f"<pubDate>{days[2]}</pubDate>"))).items
    assert (str(alone.date)[-6:], alone.has_zone) == ("+00:00", False)


@pytest.mark.parametrize(
    ("names", "place", "month"),
    [
        ("GMT UTC WET", "Europe/Lisbon", 1),
        ("BST", "Europe/London", 7),
        ("WEST WESZ", "Europe/Lisbon", 7),
        ("CET MEZ MET", "Europe/Berlin", 1),
        ("CEST MESZ MEST", "Europe/Berlin", 7),
        ("EET OEZ", "Europe/Helsinki", 1),
        ("EEST OESZ", "Europe/Helsinki", 7),
        ("SAST", "Africa/Johannesburg", 1),
        ("MSK", "Europe/Moscow", 1),
        ("NST", "America/St_Johns", 1),
        ("NDT", "America/St_Johns", 7),
        ("AST", "America/Halifax", 1),
        ("ADT", "America/Halifax", 7),
        ("EST", "America/New_York", 1),
        ("EDT", "America/New_York", 7),
        ("CST", "America/Chicago", 1),
        ("CDT", "America/Chicago", 7),
        ("MST", "America/Denver", 1),
        ("MDT", "America/Denver", 7),
        ("PST", "America/Los_Angeles", 1),
        ("PDT", "America/Los_Angeles", 7),
        ("AKST", "America/Anchorage", 1),
        ("AKDT", "America/Anchorage", 7),
        ("HST", "Pacific/Honolulu", 1),
        ("IST", "Asia/Kolkata", 1),
        ("JST", "Asia/Tokyo", 1),
        ("KST", "Asia/Seoul", 1),
        ("AWST", "Australia/Perth", 1),
    ],
)
def test_a_zone_s_name_means_what_its_people_mean(names: str, place: str, month: int) -> None:
    meant = datetime(2026, month, 5, 8, 30, tzinfo=ZoneInfo(place))
    for name in names.split():
        assert read_date(f"{meant:%a, %d %b %Y %H:%M:%S} {name}") == meant, name


def test_a_feed_whose_pages_never_end_is_read_up_to_a_limit_and_says_where_it_stopped() -> None:
    asked: list[str] = []

    def follow(address: str) -> ForeignFeed:
        asked.append(address)
        number = len(asked)
        return replace(read(rss(item(guid=f"g-{number}"))), next=f"https://a.example/{number}")

    feed = replace(read(rss(item())), next="https://a.example/0")
    joined = with_pages(feed, follow)
    assert len(asked) + len({feed.name, feed.address}) == MOST_PAGES
    assert len(joined.items) == len(asked), "the first page's item comes again on the second"
    assert joined.next == f"https://a.example/{len(asked)}"
