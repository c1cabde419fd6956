"""Dates as feeds write them, each with the zone that it names, and what to think of one that names none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from dateutil.parser import ParserError, parse

LAST_OF_TWO_DIGITS = 2068
"""What a year of two digits can mean at most; 70 is 1970, as mail has it."""
FIRST_YEAR = 1990
"""No podcast is older; what says so has no date."""

ZONES = {
    **dict.fromkeys(("UTC", "GMT", "UT", "Z", "WET", "WEZ"), 0.0),
    **dict.fromkeys(("CET", "MEZ", "MET", "BST", "WEST", "WESZ"), 1.0),
    **dict.fromkeys(("CEST", "MESZ", "MEST", "EET", "OEZ", "SAST"), 2.0),
    **dict.fromkeys(("EEST", "OESZ", "MSK"), 3.0),
    **{"NST": -3.5, "NDT": -2.5, "AST": -4.0, "ADT": -3.0, "EST": -5.0, "EDT": -4.0, "CST": -6.0, "CDT": -5.0},
    **{"MST": -7.0, "MDT": -6.0, "PST": -8.0, "PDT": -7.0, "AKST": -9.0, "AKDT": -8.0, "HST": -10.0},
    **{
        "IST": 5.5,
        "JST": 9.0,
        "KST": 9.0,
        "AWST": 8.0,
        "ACST": 9.5,
        "AEST": 10.0,
        "AEDT": 11.0,
        "NZST": 12.0,
        "NZDT": 13.0,
    },
}
"""Hours east of Greenwich. Where a name means several zones, the one that podcasts mean."""

ZONE = re.compile(
    r"(?:^|[\s\d])\s*\(?(?P<name>[a-z]{1,5})?\)?\s*(?:(?P<sign>[+\u2212-])\s*(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?"
    r"\s*(?:\([^()]{0,60}\))?$",
    re.IGNORECASE,
)
PLACE = re.compile(r" ([A-Z][A-Za-z]+/[A-Za-z_/-]+)$")
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
TIME = re.compile(r"\d{1,2}:\d{2}")
DEFAULTS = (datetime(2000, 1, 1), datetime(2001, 2, 2))
"""What stands in for parts that are missing; a date that both complete alike has a day, a month and a year."""


def read_date(written: str) -> datetime | None:
    """Read a date as ISO or RFC 2822 want it, or nearly so; without a zone where it names none that is known."""
    rest, zone = _zoned(_in_order(" ".join(written.split())[:80]))
    found = _iso(rest) or _named(rest)
    if found is None or not FIRST_YEAR <= found.year <= 9998:
        return None
    return found.replace(microsecond=0, tzinfo=zone or found.tzinfo)


def _in_order(written: str) -> str:
    """Move a year to the front that stands behind the zone, as in `Tue Mar 3 07:30:00 CET 2026`."""
    return re.sub(r"^(.*\d:\d\d) ([A-Za-z]{1,5}(?:[+-]\d{4})?) (\d{4})$", r"\3 \1 \2", written)


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.upper())
    except ValueError:
        return None


def _named(written: str) -> datetime | None:
    """Read a date whose month is a word; 03.04.2026 may be two days."""
    if not MONTH.search(written):
        return None
    try:
        moments = {parse(written, default=default, ignoretz=True) for default in DEFAULTS}
    except (ParserError, OverflowError, ValueError, TypeError):
        return None
    if len(moments) != 1:
        return None
    moment = moments.pop()
    return moment if moment.year <= LAST_OF_TWO_DIGITS else moment.replace(year=moment.year - 100)


def _zoned(written: str) -> tuple[str, tzinfo | None]:
    """Take the zone off the end: `GMT+1` and `UTC+01:00` are an hour east, as people mean them."""
    if place := PLACE.search(written):
        try:
            return written[: place.start()], ZoneInfo(place[1])
        except (KeyError, ValueError, OSError):
            return written, None
    time = TIME.search(written)
    match = ZONE.search(written, time.end() - 1) if time else None
    if not match or not (match["name"] or match["sign"]):
        return written, None
    named = ZONES.get((match["name"] or "UTC").upper())
    if named is None:
        return written, None
    offset = timedelta(hours=named)
    if match["sign"]:
        shift = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        shift = shift if match["sign"] == "+" else -shift
        offset = shift if named == 0 or shift == offset else offset
    if abs(offset) >= timedelta(hours=24):
        return written, None
    return written[: match.start() + 1], UTC if not offset else timezone(offset)


def usual_zones(dates: Iterable[datetime | None]) -> dict[int, timezone]:
    """Which zone a feed's dates have in which month, so that summer time is kept; 0 stands for the whole year."""
    seen: dict[int, Counter[timedelta]] = {}
    for date in dates:
        offset = date.utcoffset() if date else None
        for month in (date.month, 0) if date and offset is not None else ():
            seen.setdefault(month, Counter())[offset or timedelta()] += 1
    return {month: timezone(counted.most_common(1)[0][0]) for month, counted in seen.items()}
