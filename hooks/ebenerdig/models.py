"""What an item is: the one place that says which fields exist and what they hold.

Everything else is derived from these models: the checks, the JSON Schema
files, the references between items and the files an item needs. A field made
with `should` may be missing, at the price of a piece of advice. `rules` yields
what a single field cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from .apple_categories import check_category
from .fields import (
    AreaId,
    Day,
    Definition,
    FileRef,
    FunderId,
    IndustryId,
    ItemId,
    Language,
    Levels,
    LicenseId,
    Line,
    Many,
    MediaRef,
    Moment,
    OrganisationId,
    PersonId,
    Seconds,
    ShowId,
    Takeaway,
    Target,
    Teaser,
    TechnologyId,
    Text,
    Title,
    TopicId,
    Url,
)

Place = tuple[str | int, ...]
"""Where a value stands inside the metadata, as in `("stops", 0, "title")`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that the metadata as a whole breaks; `code` is the sentence's id in `texts/`."""

    place: Place
    code: str
    values: dict[str, Any] = field(default_factory=dict)
    severity: Literal["error", "advice"] = "error"


def should(default: Any) -> Any:
    """A field that may be missing, but whose absence is worth a piece of advice."""
    return Field(default, json_schema_extra={"recommended": True})


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    def rules(self) -> Iterator[Fault]:
        """Yield what is wrong between fields."""
        yield from ()


# Parts that several formats share


class UseCase(Model):
    problem: Text
    solution: Text
    effort: Text | None = None
    cost: Text | None = None
    benefit: Text | None = None
    pitfall: Text | None = None


class NextStep(Model):
    label: Line
    link: Target


class Link(Model):
    title: Line
    url: Url
    kind: Literal["source", "tool", "guide", "law", "video", "book", "other"] = "other"


class Image(Model):
    file: FileRef
    alt: Line
    credit: Line
    license: LicenseId


class Appearance(Model):
    """A person and what he or she does in this item."""

    person: PersonId
    role: Line | None = None


class Location(Model):
    name: Line
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)


class Chapter(Model):
    start: Seconds
    title: Line
    url: Url | None = None
    image: FileRef | None = None


class Transcript(Model):
    file: FileRef
    state: Literal["automatic", "checked"] = "automatic"

    @classmethod
    def from_name(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


class Item(Model):
    """The fields of every format."""

    title: Annotated[Line, Field(max_length=255)]
    description: Teaser
    date: Moment
    guid: Annotated[str, Field(pattern=r"^[^\s\p{C}]+( [^\s\p{C}]+)*$", max_length=1000)]
    draft: bool = False
    language: Language | None = None
    levels: Levels
    areas: Annotated[Many[AreaId], Field(min_length=1, max_length=2)]
    topics: Many[TopicId] = should(())
    technologies: Many[TechnologyId] = ()
    industries: Many[IndustryId] = ()
    company_size: Many[Literal["1", "2-9", "10-49", "50-249"]] = ()
    roles: Many[Literal["management", "it", "staff", "hr", "works-council", "trainee"]] = ()
    use_case: UseCase | None = should(None)
    takeaways: Annotated[Many[Takeaway], Field(min_length=3, max_length=5)] = should(())
    next_step: NextStep | None = should(None)
    prerequisites: Many[ItemId] = ()
    related: Many[ItemId] = ()
    links: tuple[Link, ...] = ()
    image: Image | None = should(None)
    license: LicenseId | None = should(None)
    funding: Many[FunderId] = ()
    ai_use: Literal["none", "assisted", "generated"] | None = should(None)
    consent: dict[PersonId, Day] = {}
    internal: Any = None
    review_by: Day | None = None

    def appearances(self) -> tuple[Appearance, ...]:
        """The people who can be heard or met, in the order of their importance."""
        return ()

    def organisations(self) -> tuple[OrganisationId, ...]:
        """The companies and bodies this item is about or belongs to."""
        return ()

    def media_files(self) -> tuple[MediaRef, ...]:
        """What is played, the best source first."""
        return ()

    def spoken_text(self) -> Transcript | Captions | None:
        """The file with what is said and when."""
        return None

    def marks(self) -> tuple[Chapter, ...]:
        """The chapters that the editor wrote down."""
        return ()

    def marks_file(self) -> FileRef | None:
        """A file beside the item that holds the chapters."""
        return None

    def explains(self) -> Term | None:
        """The term that goes into the glossary."""
        return None

    def appointments(self) -> tuple[TourDate, ...]:
        """When visitors can take part."""
        return ()

    def rules(self) -> Iterator[Fault]:
        if len(self.title) > 70:
            yield Fault(("title",), "title-long", {"count": len(self.title)}, "advice")
        if len(self.guid) < 8:
            yield Fault(("guid",), "guid-short", severity="advice")
        if len(self.levels) > 3:
            yield Fault(("levels",), "levels-too-broad", severity="advice")
        for appearance in self.appearances():
            if appearance.person not in self.consent:
                yield Fault(("consent",), "consent-missing", {"person": appearance.person}, severity="advice")


# The three formats


class Soundbite(Model):
    start: Seconds
    duration: Annotated[Seconds, AfterValidator(lambda value: _within(value, 15, 120))]
    title: Line | None = None


def _within(value: float, least: float, most: float) -> float:
    if not least <= value <= most:
        raise PydanticCustomError("out-of-range", "", {"least": least, "most": most})
    return value


class Alternate(Model):
    file: MediaRef
    title: Line | None = None
    language: Language | None = None


class Episode(Item):
    """`feed_title` is what subscribers see where the title has to stay as it once was, number included."""

    feed_title: Annotated[Line, Field(max_length=255)] | None = None
    show: ShowId | None = None
    season: int | None = Field(None, ge=1)
    episode: int | None = Field(None, ge=1)
    episode_type: Literal["full", "trailer", "bonus"] = "full"
    audio: MediaRef
    hosts: tuple[Appearance, ...] = ()
    guests: tuple[Appearance, ...] = should(())
    company: OrganisationId | None = should(None)
    chapters: tuple[Chapter, ...] = ()
    chapters_file: FileRef | None = None
    transcript: Annotated[Transcript | None, BeforeValidator(Transcript.from_name)] = None
    soundbite: tuple[Soundbite, ...] = ()
    explicit: bool = False
    location: Location | None = None
    alternates: tuple[Alternate, ...] = ()

    def appearances(self) -> tuple[Appearance, ...]:
        return self.guests + self.hosts

    def media_files(self) -> tuple[MediaRef, ...]:
        return (self.audio,)

    def spoken_text(self) -> Transcript | None:
        return self.transcript

    def marks(self) -> tuple[Chapter, ...]:
        return self.chapters

    def marks_file(self) -> FileRef | None:
        return self.chapters_file

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        yield from _chapter_order(self.chapters)
        if self.chapters and self.chapters_file:
            yield Fault(("chapters_file",), "chapters-twice")


class Term(Model):
    name: Line
    definition: Definition
    also_called: Many[Line] = ()
    distinction: Text | None = None
    sme_example: Text | None = None


class Method(Model):
    steps: Many[Line]
    material: Many[Line] = ()
    time: Line | None = None
    people: Line | None = None


class Captions(Model):
    language: Language
    file: FileRef
    kind: Literal["captions", "subtitles"] = "captions"
    state: Literal["automatic", "checked"] = "automatic"


class AudioDescription(Model):
    status: Literal["in_sound", "own_track", "not_needed"]
    reason: Line | None = None
    file: MediaRef | None = None

    def rules(self) -> Iterator[Fault]:
        if self.status == "not_needed" and not self.reason:
            yield Fault(("status",), "audio-description-reason")
        if self.status == "own_track" and not self.file:
            yield Fault(("status",), "audio-description-file")


class Video(Item):
    kind: Literal["term", "concept", "method", "tool"]
    term: Term | None = None
    method: Method | None = None
    video: Annotated[Many[MediaRef], Field(min_length=1)]
    poster: FileRef | None = should(None)
    captions: Annotated[tuple[Captions, ...], Field(min_length=1)]
    audio_description: AudioDescription
    sign_language: MediaRef | None = None
    speakers: tuple[Appearance, ...] = ()
    company: OrganisationId | None = None
    chapters: tuple[Chapter, ...] = ()

    def appearances(self) -> tuple[Appearance, ...]:
        return self.speakers

    def media_files(self) -> tuple[MediaRef, ...]:
        return self.video

    def spoken_text(self) -> Captions:
        return min(self.captions, key=lambda c: (c.language != (self.language or "de"), c.kind != "captions"))

    def marks(self) -> tuple[Chapter, ...]:
        return self.chapters

    def explains(self) -> Term | None:
        return self.term

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        yield from _chapter_order(self.chapters)
        if self.kind in ("term", "concept") and not self.term:
            yield Fault(("kind",), "term-missing", {"kind": self.kind})
        if self.kind == "method" and not self.method:
            yield Fault(("kind",), "method-missing")


class TourDate(Model):
    start: Moment
    end: Moment
    status: Literal["planned", "postponed", "cancelled", "moved_online"] = "planned"

    def rules(self) -> Iterator[Fault]:
        if (self.end.tzinfo is None) != (self.start.tzinfo is None):
            yield Fault(("end",), "one-time-zone")
        elif self.end <= self.start:
            yield Fault(("end",), "ends-before-start")


class MeetingPoint(Model):
    name: Line
    street: Line | None = None
    postcode: Annotated[str, Field(pattern=r"^\d{5}$")] | None = None
    city: Line | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    hint: Text | None = None


class Arrival(Model):
    stop: Line | None = None
    parking: Line | None = None
    charging: Line | None = None
    bicycle: Line | None = None


class Stop(Model):
    title: Line
    place: Line | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    minutes: int | None = Field(None, ge=1, le=600)
    text: Text | None = None
    audio: MediaRef | None = None
    image: Image | None = None
    technology: TechnologyId | None = None
    what_to_see: Text | None = None
    question: Line | None = None


class Registration(Model):
    required: bool
    link: Target | None = None
    until: Day | None = None
    waiting_list: bool = False

    def rules(self) -> Iterator[Fault]:
        if self.required and not self.link:
            yield Fault(("required",), "registration-link")


class Capacity(Model):
    min: int | None = Field(None, ge=1)
    max: int | None = Field(None, ge=1)


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
    time: Annotated[str, Field(pattern=r"^\d{1,2}:\d{2}$")]
    text: Line


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

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.host,)

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.mode != "online" and not self.meeting_point:
            yield Fault(("mode",), "meeting-point-missing", {"mode": self.mode})
        if self.mode != "self_guided" and not self.dates:
            yield Fault(("mode",), "dates-missing", {"mode": self.mode})


def _chapter_order(chapters: tuple[Chapter, ...]) -> Iterator[Fault]:
    for index in range(1, len(chapters)):
        if chapters[index].start <= chapters[index - 1].start:
            yield Fault(("chapters", index, "start"), "chapter-order")


# Packages


class Package(Model):
    """An ordered path through items of several formats."""

    title: Title
    description: Teaser
    goal: Text
    why: Text
    items: Annotated[tuple[ItemId, ...], Field(min_length=2)]
    closing: NextStep
    levels: Levels
    areas: Annotated[Many[AreaId], Field(min_length=1)]
    image: Image | None = None
    draft: bool = False


# Registers: what items name by id


def _names(value: Any) -> Any:
    return {"de": value} if isinstance(value, str) else value


Names = Annotated[dict[Language, Line], BeforeValidator(_names), Field(min_length=1)]
"""A text in one or several languages; a plain line is German."""


class Record(Model):
    name: Names
    description: Names | None = None
    links: tuple[Link, ...] = ()
    same_as: Many[Url] = ()

    def label(self, language: str) -> str:
        """The name in `language`, or in the first language there is."""
        return self.name.get(language) or next(iter(self.name.values()))

    def about(self, language: str) -> str | None:
        """The description in `language`, or in the first language there is."""
        if not self.description:
            return None
        return self.description.get(language) or next(iter(self.description.values()))


class Level(Record):
    content: Names | None = None


class Subject(Record):
    """A topic, technology, industry or field of action."""

    also_called: Many[Line] = ()


class Person(Record):
    role: Line | None = None
    organisation: OrganisationId | None = None
    image: Image | None = None
    invented: bool = False


class Organisation(Record):
    city: Line | None = None
    invented: bool = False


class Funder(Record):
    text: Names
    valid_from: Day
    valid_until: Day | None = None


class License(Record):
    url: Url


class Owner(Model):
    name: Line
    email: Annotated[str, Field(pattern=r"^[^@\s\p{C}]+@[^@\s\p{C}]+\.[^@\s\p{C}]+$")]


def _uuid(value: str) -> str:
    try:
        return str(TypeAdapter(UUID).validate_python(value))
    except ValidationError:
        raise PydanticCustomError("uuid", "", {"value": value}) from None


class Show(Record):
    """A podcast: one feed, with all that its channel needs."""

    description: Names
    language: Language = "de"
    categories: Annotated[Many[Annotated[str, AfterValidator(check_category)]], Field(min_length=1)]
    image: FileRef
    author: Line
    owner: Owner
    guid: Annotated[str, AfterValidator(_uuid)]
    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    locked: bool = True
    copyright: Line | None = None
    license: LicenseId | None = None
    hosts: tuple[Appearance, ...] = ()


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise PydanticCustomError("time-zone", "", {"value": value})
    return value


class Library(Model):
    """The site as a whole: `content/_data/library.yml`."""

    name: Line
    tagline: Line
    description: Teaser
    url: Url
    language: Literal["de", "en"] = "de"
    time_zone: Annotated[Line, AfterValidator(_time_zone)] = "Europe/Berlin"
    publisher: OrganisationId
    contact: Target
    repository: Url | None = None
    page_size: int = Field(24, ge=1, le=200)
    transcripts_from: Day | None = None


def nested(model: Model) -> Iterator[tuple[Place, Any]]:
    """Yield every value inside `model` with its place, the model itself first."""
    yield from _walk((), model)


def _walk(place: Place, value: Any) -> Iterator[tuple[Place, Any]]:
    yield place, value
    if isinstance(value, Model):
        for name in (name for name in type(value).model_fields if name in value.model_fields_set):
            yield from _walk((*place, name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _walk((*place, index), entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield (*place, key), key
            yield from _walk((*place, key), entry)
