"""The experience tour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from pydantic import Field

from .fields import ClockTime, Day, FileRef, ItemId, Line, Many, OrganisationId
from .item import Item
from .model import Fault, Model, should
from .parts import Appearance, MeetingPoint, Registration, Stop, TourDate


class Arrival(Model):
    stop: Line | None = None
    parking: Line | None = None
    charging: Line | None = None
    bicycle: Line | None = None


class Capacity(Model):
    min: int | None = Field(None, ge=1)
    max: int | None = Field(None, ge=1)

    def rules(self) -> Iterator[Fault]:
        if self.min and self.max and self.min > self.max:
            yield Fault(("max",), "capacity-order", {"min": self.min, "max": self.max})


class Admission(Model):
    protective_clothing: Line | None = None
    photo_ban: bool = False
    id_required: bool = False
    minimum_age: int | None = Field(None, ge=0, le=99)


class Accessibility(Model):
    """Plain words; what is unknown is shown as unknown, never guessed."""

    step_free: Line | None = None
    lift: Line | None = None
    door_width_cm: int | None = Field(None, ge=40, le=500)
    toilet: Line | None = None
    parking: Line | None = None
    induction_loop: Line | None = None
    sign_language_until: Day | None = None
    assistance_dogs: Line | None = None
    seating: Line | None = None
    noise: Line | None = None


class AgendaPoint(Model):
    time: ClockTime
    text: Line

    @property
    def minute(self) -> int:
        """The minute of the day."""
        hours, _, minutes = self.time.partition(":")
        return int(hours) * 60 + int(minutes)


class Tour(Item):
    mode: Literal["on_site", "online", "hybrid", "self_guided"]
    dates: tuple[TourDate, ...] = ()
    host: OrganisationId
    guides: tuple[Appearance, ...] = ()
    meeting_point: MeetingPoint | None = None
    arrival: Arrival | None = None
    stops: tuple[Stop, ...] = should(())
    route: FileRef | None = None
    transport: Many[Line] = ()
    registration: Registration | None = None
    capacity: Capacity | None = None
    cost: Line | None = None
    admission: Admission | None = None
    accessibility: Accessibility | None = should(None)
    needs_until: Day | None = None
    agenda: tuple[AgendaPoint, ...] = ()
    report: Many[ItemId] = ()

    def appearances(self) -> tuple[Appearance, ...]:
        return self.guides

    def appointments(self) -> tuple[TourDate, ...]:
        return self.dates

    def place(self) -> MeetingPoint | None:
        return self.meeting_point

    def stations(self) -> tuple[Stop, ...]:
        return self.stops

    def booking(self) -> Registration | None:
        return self.registration

    def price(self) -> str | None:
        return self.cost

    def seats(self) -> int | None:
        return self.capacity.max if self.capacity else None

    def attendance(self) -> Literal["on_site", "online", "hybrid", "self_guided"]:
        return self.mode

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.host,)

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.mode != "online" and not self.meeting_point:
            yield Fault(("mode",), "meeting-point-missing", {"mode": self.mode}, missing="meeting_point")
        if self.mode != "self_guided" and not self.dates:
            yield Fault(("mode",), "dates-missing", {"mode": self.mode}, missing="dates")
        if self.dates:
            last = max(date.end.date() for date in self.dates)
            if self.registration and self.registration.until and self.registration.until > last:
                yield Fault(("registration", "until"), "until-late", {"day": last.isoformat()})
            if self.needs_until and self.needs_until > last:
                yield Fault(("needs_until",), "until-late", {"day": last.isoformat()})
        for index, (before, point) in enumerate(pairwise(self.agenda), 1):
            if point.minute < before.minute:
                yield Fault(("agenda", index, "time"), "agenda-order", {"before": before.time}, severity="advice")
