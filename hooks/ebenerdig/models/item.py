"""What items of every format have, and the questions that the rest of the software asks of any of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from .fields import (
    Alias,
    AreaId,
    Day,
    FileRef,
    FunderId,
    Guid,
    IndustryId,
    ItemId,
    Levels,
    LicenseId,
    Line,
    Many,
    MediaRef,
    Moment,
    OrganisationId,
    OwnLanguage,
    PersonId,
    PictureRef,
    Takeaway,
    Teaser,
    TechnologyId,
    TopicId,
)
from .model import Fact, Fault, Model, should
from .parts import (
    Appearance,
    Captions,
    Chapter,
    Image,
    Link,
    MeetingPoint,
    NextStep,
    Registration,
    Stop,
    Term,
    TourDate,
    Transcript,
    UseCase,
)

LONGEST_TITLE = 255
"""Characters; directories take no more."""


class Item(Model):
    """The fields of every format."""

    title: Annotated[Line, Field(max_length=LONGEST_TITLE)]
    description: Teaser
    date: Moment
    guid: Guid
    draft: bool = False
    aliases: Many[Alias] = ()
    language: OwnLanguage = Field(None, validate_default=True)
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
    consent: dict[PersonId, Day] = Field(default_factory=dict)
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

    def still(self) -> PictureRef | None:
        """The picture that a film shows before it plays, where it has one of its own."""
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

    def booking(self) -> Registration | None:
        """How visitors say that they come."""
        return None

    def price(self) -> str | None:
        """What a visit costs, in the editor's words."""
        return None

    def seats(self) -> int | None:
        """How many can take part."""
        return None

    def facts(self) -> Iterator[Fact]:
        """Yield what stands on the page of this format alone, as lines of a table."""
        yield from ()

    def structured(self) -> dict[str, Any]:
        """What search engines are told of this format alone, in schema.org's words."""
        return {}

    def helping_files(self) -> dict[str, tuple[MediaRef | FileRef, ...]]:
        """Files that let more people follow, by schema.org's word for what they are."""
        return {}

    def rules(self) -> Iterator[Fault]:
        if len(self.title) > 70:
            yield Fault(("title",), "title-long", {"count": len(self.title)}, "advice")
        if len(self.guid) < 8:
            yield Fault(("guid",), "guid-short", severity="advice")
        if not self.guid.isprintable():
            yield Fault(("guid",), "guid-invisible", severity="advice")
        if len(self.levels) > 3:
            yield Fault(("levels",), "levels-too-broad", severity="advice")
        for appearance in self.appearances():
            if appearance.person not in self.consent:
                yield Fault(("consent",), "consent-missing", {"person": appearance.person}, severity="advice")
