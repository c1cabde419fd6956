"""What an item is: the one place that says which fields exist and what they hold.

Everything else is derived from these models: the checks, the JSON Schema
files, the references between items and the files an item needs. A field made
with `should` may be missing, at the price of a piece of advice. `rules` yields
what a single field cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from .apple_categories import check_category
from .fields import (
    Alias,
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
from .podcast_guid import podcast_guid
from .providers import PROVIDERS

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
    """A place; `osm` is its OpenStreetMap id such as `R113314`, `rel` whether things are about it or made there."""

    name: Annotated[Line, Field(max_length=128)]
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    osm: Annotated[str, Field(pattern=r"^[NWR][0-9]+$")] | None = None
    country: Annotated[str, Field(pattern=r"^[A-Za-z]{2}$")] | None = None
    rel: Literal["subject", "creator"] | None = None


class NamedUrl(Model):
    """A web address with the words that a podcast app shows for it."""

    url: Url
    text: Annotated[Line, Field(max_length=128)]


class Chapter(Model):
    """A part of a recording; `toc: false` keeps it out of the list. Read from a file, its image may be remote."""

    start: Seconds
    title: Line
    url: Url | None = None
    image: FileRef | None = None
    toc: bool = True


class Transcript(Model):
    file: FileRef
    state: Literal["automatic", "checked"] = "automatic"

    @classmethod
    def from_name(cls, value: Any) -> Any:
        return {"file": value} if isinstance(value, str) else value


LONGEST_TITLE = 255
"""Characters; directories take no more."""


class Item(Model):
    """The fields of every format."""

    title: Annotated[Line, Field(max_length=LONGEST_TITLE)]
    description: Teaser
    date: Moment
    guid: Annotated[str, Field(pattern=r"^[^\s\p{C}]+( [^\s\p{C}]+)*$", max_length=1000)]
    draft: bool = False
    aliases: Many[Alias] = ()
    language: Language | None = None
    translation_of: ItemId | None = None
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

    def recordings(self) -> tuple[MediaRef, ...]:
        """What our own player plays; nothing if all of it stays with a provider."""
        return tuple(file for file in self.media_files() if not file.embed)

    def stated_seconds(self) -> float | None:
        """The length that the editor wrote down, for what cannot be measured."""
        return None

    def versions(self) -> Iterator[tuple[str, MediaRef]]:
        """Yield other recordings of the same, second by second: with pictures described, or signed."""
        yield from ()

    def spoken_text(self) -> Transcript | Captions | None:
        """The file with what is said and when."""
        return None

    def translations(self) -> tuple[Captions, ...]:
        """Files with the same words in further languages or forms."""
        return ()

    def captioned(self) -> tuple[Captions, ...]:
        """The captions that a film can show, in every language."""
        return ()

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

    def place(self) -> MeetingPoint | None:
        """Where visitors meet."""
        return None

    def stations(self) -> tuple[Stop, ...]:
        """What there is to see on the way, in order."""
        return ()

    def minutes_on_site(self) -> int | None:
        """How long a visit takes."""
        return sum(stop.minutes or 0 for stop in self.stations()) or None

    def attendance(self) -> Literal["on_site", "online", "hybrid", "self_guided"]:
        """How visitors take part."""
        return "online"

    def helping_files(self) -> dict[str, tuple[MediaRef | FileRef, ...]]:
        """Files that let more people follow, by schema.org's word for what they are."""
        return {}

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
    title: Annotated[Line, Field(max_length=128)] | None = None


def _within(value: float, least: float, most: float) -> float:
    if not least <= value <= most:
        raise PydanticCustomError("out-of-range", "", {"least": least, "most": most})
    return value


class Alternate(Model):
    """Another recording of the same: a second bit rate, the film of an episode, the sound of a film."""

    file: MediaRef
    title: Annotated[Line, Field(max_length=32)] | None = None
    language: Language | None = None
    kind: Literal["other", "audio_description", "sign_language"] = "other"


class Recording(Item):
    """What can be heard or seen at any time, and so belongs to a show and its feed.

    `feed_title` is what subscribers see where the title has to stay as it once was, number included.
    """

    feed_title: Line | None = None
    show: ShowId | None = None
    season: int | None = Field(None, ge=1)
    episode: int | None = Field(None, ge=1)
    episode_display: Annotated[Line, Field(max_length=32)] | None = None
    episode_type: Literal["full", "trailer", "bonus"] = "full"
    chapters: tuple[Chapter, ...] = ()
    chapters_file: FileRef | None = None
    soundbite: tuple[Soundbite, ...] = ()
    explicit: bool = False
    block: bool = False
    location: Location | None = None
    alternates: tuple[Alternate, ...] = ()
    content_links: tuple[NamedUrl, ...] = ()

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        """Yield everyone with the part that the podcast namespace's taxonomy gives them."""
        yield from ()

    def other_recordings(self) -> tuple[Alternate, ...]:
        """What can be played instead of the one of `media_files` that is played; that one may be among them."""
        return self.alternates

    def marks(self) -> tuple[Chapter, ...]:
        return self.chapters

    def marks_file(self) -> FileRef | None:
        return self.chapters_file

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        for index in range(1, len(self.chapters)):
            if self.chapters[index].start <= self.chapters[index - 1].start:
                yield Fault(("chapters", index, "start"), "chapter-order")
        if self.chapters and self.chapters_file:
            yield Fault(("chapters_file",), "chapters-twice")


class Episode(Recording):
    audio: MediaRef
    hosts: tuple[Appearance, ...] = ()
    guests: tuple[Appearance, ...] = should(())
    company: OrganisationId | None = should(None)
    transcript: Annotated[Transcript | None, BeforeValidator(Transcript.from_name)] = None

    def appearances(self) -> tuple[Appearance, ...]:
        return self.guests + self.hosts

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        yield from ((appearance, "guest") for appearance in self.guests)
        yield from ((appearance, "host") for appearance in self.hosts)

    def media_files(self) -> tuple[MediaRef, ...]:
        return (self.audio,)

    def spoken_text(self) -> Transcript | None:
        return self.transcript

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()


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


class Video(Recording):
    kind: Literal["term", "concept", "method", "tool"]
    term: Term | None = None
    method: Method | None = None
    video: Annotated[Many[MediaRef], Field(min_length=1)]
    duration: Seconds | None = None
    poster: FileRef | None = should(None)
    captions: Annotated[tuple[Captions, ...], Field(min_length=1)]
    audio_description: AudioDescription
    sign_language: MediaRef | None = None
    speakers: tuple[Appearance, ...] = ()
    company: OrganisationId | None = None

    def appearances(self) -> tuple[Appearance, ...]:
        return self.speakers

    def cast(self) -> Iterator[tuple[Appearance, str]]:
        yield from ((appearance, "narrator") for appearance in self.speakers)

    def other_recordings(self) -> tuple[Alternate, ...]:
        found = [Alternate.model_construct(file=file) for file in self.video]
        if self.audio_description.file:
            found.append(Alternate.model_construct(file=self.audio_description.file, kind="audio_description"))
        if self.sign_language:
            found.append(Alternate.model_construct(file=self.sign_language, kind="sign_language"))
        return (*found, *self.alternates)

    def media_files(self) -> tuple[MediaRef, ...]:
        return self.video

    def stated_seconds(self) -> float | None:
        return self.duration

    def versions(self) -> Iterator[tuple[str, MediaRef]]:
        if self.audio_description.file:
            yield "described", self.audio_description.file
        if self.sign_language:
            yield "signed", self.sign_language

    def captioned(self) -> tuple[Captions, ...]:
        return self.captions

    def spoken_text(self) -> Captions:
        return min(self.captions, key=lambda c: (c.language != (self.language or "de"), c.kind != "captions"))

    def translations(self) -> tuple[Captions, ...]:
        return tuple(captions for captions in self.captions if captions is not self.spoken_text())

    def explains(self) -> Term | None:
        return self.term

    def helping_files(self) -> dict[str, tuple[MediaRef | FileRef, ...]]:
        described = self.audio_description.file
        return {
            "captions": tuple(captions.file for captions in self.captions),
            "audioDescription": (described,) if described else (),
            "signLanguage": (self.sign_language,) if self.sign_language else (),
        }

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.company,) if self.company else ()

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.kind in ("term", "concept") and not self.term:
            yield Fault(("kind",), "term-missing", {"kind": self.kind})
        if self.kind == "method" and not self.method:
            yield Fault(("kind",), "method-missing")
        for index, film in enumerate(self.video):
            if not film.is_recording and not film.embed:
                yield Fault(("video", index), "video-provider", {"value": film, "known": ", ".join(PROVIDERS)})


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

    def place(self) -> MeetingPoint | None:
        return self.meeting_point

    def stations(self) -> tuple[Stop, ...]:
        return self.stops

    def attendance(self) -> Literal["on_site", "online", "hybrid", "self_guided"]:
        return self.mode

    def organisations(self) -> tuple[OrganisationId, ...]:
        return (self.host,)

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.mode != "online" and not self.meeting_point:
            yield Fault(("mode",), "meeting-point-missing", {"mode": self.mode})
        if self.mode != "self_guided" and not self.dates:
            yield Fault(("mode",), "dates-missing", {"mode": self.mode})


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
    aliases: Many[Alias] = ()


# Registers: what items name by id


def _names(value: Any) -> Any:
    return {"de": value} if isinstance(value, str) else value


Names = Annotated[dict[Language, Line], BeforeValidator(_names), Field(min_length=1)]
"""A text in one or several languages; a plain line is German."""


def worded(names: dict[str, str], language: str) -> str:
    """A text in `language`, or in the first language there is."""
    return names.get(language) or next(iter(names.values()))


class Record(Model):
    name: Names
    description: Names | None = None
    links: tuple[Link, ...] = ()
    same_as: Many[Url] = ()

    def label(self, language: str) -> str:
        """The name in `language`, or in the first language there is."""
        return worded(self.name, language)

    def about(self, language: str) -> str | None:
        """The description in `language`, or in the first language there is."""
        return worded(self.description, language) if self.description else None


class Level(Record):
    content: Names | None = None


class Subject(Record):
    """A topic, technology, industry or field of action; also a group of words that mean the same to the search."""

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


class TextRecord(Model):
    """A line for machines, such as the proof that a service asks for."""

    text: Annotated[Text, Field(max_length=4000)]
    purpose: Annotated[Line, Field(max_length=128)] | None = None


class OtherFeed(Model):
    """Somebody's feed by its `podcast:guid`."""

    guid: Annotated[str, AfterValidator(_uuid)]
    url: Url | None = None
    title: Line | None = None


def _rrule(value: str) -> str:
    try:
        rrulestr(f"RRULE:{value}", dtstart=datetime(2026, 1, 1), ignoretz=True)
    except (ValueError, TypeError, KeyError):
        raise PydanticCustomError("rrule", "", {"value": value}) from None
    return value


class UpdateFrequency(Model):
    """How often something new comes, for people (`text`) and for apps (`rrule`, RFC 5545)."""

    text: Annotated[Line, Field(max_length=128)]
    rrule: Annotated[Line, AfterValidator(_rrule)] | None = None


App = Literal["apple", "spotify", "pocketcasts", "overcast", "castbox", "deezer", "amazon", "youtube", "ard", "fyyd"]
"""Services that a show has an address at; their names stand in `texts/`."""


class Show(Record):
    """A podcast: one feed, with all that its channel needs.

    `guid_of` is the feed's first address, from which `guid` was computed; a show that came with a guid of its own
    has none.
    """

    description: Names
    medium: Literal["podcast", "video"] = "podcast"
    language: Language = "de"
    categories: Annotated[Many[Annotated[str, AfterValidator(check_category)]], Field(min_length=1)]
    image: FileRef
    author: Line
    owner: Owner
    guid: Annotated[str, AfterValidator(_uuid)]
    guid_of: Line | None = None
    explicit: bool = False
    type: Literal["episodic", "serial"] = "episodic"
    locked: bool = True
    block: bool = False
    complete: bool = False
    copyright: Line | None = None
    license: LicenseId | None = None
    hosts: tuple[Appearance, ...] = ()
    seasons: dict[Annotated[int, Field(ge=1)], Names] = {}
    location: Location | None = None
    funding: tuple[NamedUrl, ...] = ()
    txt: tuple[TextRecord, ...] = ()
    podroll: tuple[OtherFeed, ...] = ()
    publisher: OtherFeed | None = None
    update_frequency: UpdateFrequency | None = None
    new_feed_url: Url | None = None
    hub: Url | None = None
    apps: dict[App, Url] = {}

    def rules(self) -> Iterator[Fault]:
        if self.guid_of and self.guid != podcast_guid(self.guid_of):
            values = {"value": self.guid, "address": self.guid_of, "expected": podcast_guid(self.guid_of)}
            yield Fault(("guid",), "show-guid-changed", values)


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
    feed_size: int = Field(300, ge=1)
    transcripts_from: Day | None = None
    search: bool = True
    media_dir: Line | None = None
    media_base_url: Url | None = None

    def rules(self) -> Iterator[Fault]:
        if self.media_base_url and not self.media_dir:
            yield Fault(("media_base_url",), "media-base-url")


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
