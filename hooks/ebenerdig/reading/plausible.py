"""VALIDATE against the clock, the time zone and the length of what plays: what is well written and cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from ..models import Recording, TourDate, nested
from ..problems import Problem
from .entries import Entry, PackagePage
from .project import Project

FAR = timedelta(days=366)
FAR_APPOINTMENT = timedelta(days=3 * 366)
"""Further ahead than anybody plans: a slip in the year."""
EARLY = 1990
"""Before this year nothing was made for a library like this."""
TOLERANCE = 1.0
"""Seconds by which a soundbite may outlast what was measured."""


def check_plausible(project: Project, entry: Entry) -> Iterator[Problem]:
    """Yield times and soundbites of an item that cannot be meant on any day."""
    item, source = entry.item, entry.source
    for place, value in nested(item):
        if isinstance(value, datetime) and value.tzinfo is None and _is_skipped(project, value):
            yield source.problem(place, "time-skipped", {"value": f"{value:%H:%M}"})
    if entry.date.year < EARLY:
        yield source.problem(("date",), "date-early", {"year": str(entry.date.year)}, "advice")
    for number, bite in enumerate(item.soundbite if isinstance(item, Recording) else ()):
        end = bite.start + bite.duration
        if entry.seconds and end > entry.seconds + TOLERANCE:
            values = {"end": f"{end:.0f}", "seconds": f"{entry.seconds:.0f}"}
            yield source.problem(("soundbite", number, "start"), "soundbite-late", values)


def check_today(project: Project, entry: Entry) -> Iterator[Problem]:
    """Yield what is wrong with an item's days as the calendar stands now."""
    item, source, now = entry.item, entry.source, project.now
    if item.review_by and item.review_by < now.date():
        yield source.problem(("review_by",), "review-due", {"day": str(item.review_by)}, "advice")
    for person, day in item.consent.items():
        if day > now.date():
            yield source.problem(("consent", person), "consent-future", {"day": day.isoformat()}, "advice")
    if entry.date > now + FAR:
        yield source.problem(("date",), "date-far", _far(now, entry.date), "advice")
    if any(appointment.start > now + FAR_APPOINTMENT for appointment in entry.appointments):
        for place, value in nested(item):
            if isinstance(value, TourDate) and (start := project.local(value.start)) > now + FAR_APPOINTMENT:
                yield source.problem((*place, "start"), "date-far", _far(now, start), "advice")


def check_shown(packages: Iterable[PackagePage], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield packages that nobody will see, because none of what they hold is public yet."""
    shown = {entry.id: entry.is_public for entry in entries}
    for page in packages:
        inside = [shown.get(item_id, True) for item_id in page.package.items]
        if not page.package.draft and not any(inside):
            yield page.source.problem(("items",), "package-hidden", {"count": len(inside)}, "advice")


def _far(now: datetime, moment: datetime) -> dict[str, object]:
    return {"year": str(moment.year), "years": round((moment - now) / timedelta(days=365.25))}


def _is_skipped(project: Project, moment: datetime) -> bool:
    """Whether the clock shows a local time on no watch, because it was put forward over it."""
    local = moment.replace(tzinfo=project.zone)
    return local.astimezone(UTC).astimezone(project.zone).replace(tzinfo=None) != moment
