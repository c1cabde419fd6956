"""Dates, lengths and names of languages as visitors read them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_time

LOCALES = {"de": "de_DE", "en": "en_GB"}
"""Whose habits dates follow: 24 hours, and the day before the month."""


@lru_cache(4096)
def day(value: date | datetime, language: str) -> str:
    """Write a date in words: `24. November 2026`."""
    return format_date(value, "long", locale=LOCALES[language])


@lru_cache(4096)
def moment(value: datetime, language: str) -> str:
    """Write a date with weekday and time: `Donnerstag, 21. Januar 2027, 14:00`."""
    pattern = "EEEE, d. MMMM y, HH:mm 'Uhr'" if language == "de" else "EEEE, d MMMM y, HH:mm"
    return format_datetime(value, pattern, locale=LOCALES[language])


def clock_time(value: datetime, language: str) -> str:
    """Write the time of day: `14:00`."""
    return format_time(value, "short", locale=LOCALES[language])


@lru_cache(256)
def language_name(code: str, language: str) -> str:
    """Name a language in the site's: `Deutsch`, `German`; an unknown one by its code."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language) or code
    except (UnknownLocaleError, ValueError):
        return code


def duration(seconds: float) -> str:
    """Write a length or position as `3:07` or `1:02:03`."""
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
