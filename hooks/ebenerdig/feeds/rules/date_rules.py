"""Rules for dates: written as RFC 2822 wants it, with the right weekday and the time zone of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

from .built_feed import BuiltFeed, Finding, Node, child, children, every, text, value
from .built_site import BuiltSite

DATE = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT)"
)


def read_feed_date(written: str) -> datetime | None:
    """Read a date of RFC 2822 with weekday, English names and a zone; None where it is none."""
    try:
        found = parsedate_to_datetime(written) if DATE.fullmatch(written) else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and not found.tzinfo else found  # -0000 is a zone, too


def _dates(feed: BuiltFeed) -> Iterator[tuple[Node, str]]:
    yield from ((node, text(node)) for node in children(feed.channel, "lastBuildDate"))
    yield from ((node, text(node)) for node in every(feed, "pubDate"))
    yield from ((node, node.get("pubdate", "")) for node in every(feed, "podcast:trailer"))


def _read_dates(feed: BuiltFeed) -> Iterator[tuple[Node, str, datetime]]:
    for node, written in _dates(feed):
        if date := read_feed_date(written):
            yield node, written, date


def form(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """Every date is written as RFC 2822 wants it, in English."""
    for node, written in _dates(feed):
        if written and read_feed_date(written) is None:
            yield Finding(node, {"value": written})


def weekday(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The weekday is that of the date."""
    for node, written, date in _read_dates(feed):
        if written[:3] != format_datetime(date)[:3]:
            yield Finding(node, {"value": written, "right": format_datetime(date)[:3]})


def zone(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """The offset is the one that the site's time zone has on that day."""
    for node, written, date in _read_dates(feed):
        local = site.catalogue.project.local(date)
        if (date.utcoffset() or timedelta()) != local.utcoffset():
            yield Finding(node, {"value": written, "right": format_datetime(local)})


def future(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """No item comes from the future."""
    for item in feed.items:
        node = child(item, "pubDate")
        date = read_feed_date(text(node))
        if node is not None and date and date > site.catalogue.project.now:
            yield Finding(node, {"value": text(node)})


def as_written(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """An item's date is the moment that its metadata says; a course may date it later, never earlier."""
    for item in feed.items:
        node, entry = child(item, "pubDate"), site.entry(item)
        date = read_feed_date(text(node))
        if node is None or not entry or not date or (feed.is_course and date > entry.date):
            continue
        if date != entry.date:
            yield Finding(node, {"value": text(node), "right": format_datetime(entry.date)})


def last_build(feed: BuiltFeed, site: BuiltSite) -> Iterator[Finding]:
    """`lastBuildDate` is the date of the newest item, so that the clock changes no feed."""
    node = child(feed.channel, "lastBuildDate")
    dates = [date for date in (read_feed_date(value(item, "pubDate")) for item in feed.items) if date]
    if node is None or not dates or "previous" in feed.links:
        return
    built, newest = read_feed_date(text(node)), max(dates)
    if built and built != newest:
        yield Finding(node, {"value": text(node), "right": format_datetime(newest)})
