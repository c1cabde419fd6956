"""What reading an item or a package ends in: the checked model with its place, its notes and what its files say."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from ..media.measure import Measure
from ..media.measured import found_at
from ..models import Chapter, Image, Item, Package, Place, TourDate, nested
from ..models.fields import FileRef, MediaRef, Reference, Target
from ..models.formats import Format
from .files import own_files
from .public_names import lead, public_names
from .source import Source
from .transcripts import Transcript


class Played(NamedTuple):
    """The one file or page that is played, with its measure where it was measured."""

    file: MediaRef
    measure: Measure | None


@dataclass(frozen=True, eq=False)
class Entry:
    """One item with its place, its notes and what its files say.

    `date`, `now` and the `appointments`, the first to come first, have the site's time zone.
    `transcripts` holds by file what is said, further captions included.
    `silent_chapters` change the picture or link that an app shows, but stand in no list. `media_folder` is where its
    sound and film lie when they do not lie beside it, `media_url` their address there. `there` names the files that
    lay on this machine when it was read, and `show` is the show it belongs to, which is known once all were read.
    """

    format: Format
    slug: str
    item: Item
    source: Source
    date: datetime
    now: datetime
    measures: dict[str, Measure]
    transcripts: dict[FileRef, Transcript] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    attachments: tuple[str, ...] = ()
    silent_chapters: tuple[Chapter, ...] = ()
    media_folder: Path | None = None
    media_url: str = ""
    appointments: tuple[TourDate, ...] = ()
    there: frozenset[FileRef] = frozenset()
    show: str | None = None

    @property
    def id(self) -> str:
        """The item's id for others: `episodes/was-ist-ki`."""
        return f"{self.format.folder}/{self.slug}"

    @property
    def url(self) -> str:
        """The page's address from the site's root, with a slash at the end."""
        return f"{self.id}/"

    @property
    def image(self) -> Image | None:
        """The picture that stands for it."""
        return self.item.image

    @property
    def public_name(self) -> str:
        """How the names of all its files begin where visitors get them."""
        return lead(self.slug, self.show or self.format.id)

    @cached_property
    def public_names(self) -> dict[str, str]:
        """What its own files are called where visitors get them; the recording has the whole name for itself."""
        files = own_files(self.item)
        recording = next((file for file in self.item.media_files() if not file.is_remote), None)
        return public_names(self.public_name, recording, files, {*self.attachments}.difference(files))

    @property
    def title(self) -> str:
        """What it is called."""
        return self.item.title

    @property
    def aliases(self) -> tuple[str, ...]:
        """Where its page lay before, from the site's root."""
        return tuple(alias.below(self.format.folder) for alias in self.item.aliases)

    def on(self, now: datetime) -> Entry:
        """The item as it is at another moment."""
        entry = copy(self)
        entry.__dict__.update(now=now)
        for of_the_day in ("next_appointment", "key"):
            entry.__dict__.pop(of_the_day, None)
        return entry

    def in_show(self, show: str | None) -> Entry:
        """The item as a part of its show."""
        entry = copy(self)
        entry.__dict__.update(show=show)
        entry.__dict__.pop("public_names", None)
        return entry

    @cached_property
    def sum(self) -> str:
        """Differs where anything differs that the item says by itself."""
        said = (self.source.name, self.source.text, self.measures, self.transcripts, self.chapters)
        files = (self.silent_chapters, self.attachments, self.media_folder, self.media_url)
        return blake2b(repr((said, files)).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What anything depends on that shows the item: what it says, and what the day makes of it."""
        return self.sum, self.is_scheduled, self.booking, tuple(self.has_passed(date) for date in self.appointments)

    @cached_property
    def references(self) -> tuple[tuple[Place, Reference | Target], ...]:
        """What its metadata refers to, with the places where it does."""
        found = nested(self.item)
        return tuple((place, value) for place, value in found if isinstance(value, (Reference, Target)))

    @cached_property
    def files(self) -> tuple[FileRef, ...]:
        """The files and media that its metadata names, wherever they lie."""
        return tuple(dict.fromkeys(value for _, value in nested(self.item) if isinstance(value, FileRef)))

    def path(self, file: str) -> Path:
        """Where a file of this item lies on this machine, if it does."""
        return found_at(self.source.path.parent, self.media_folder, file)

    @property
    def transcript(self) -> Transcript | None:
        """What is said, in the language that is spoken."""
        spoken = self.item.spoken_text()
        return self.transcripts.get(spoken.file) if spoken else None

    @property
    def translated(self) -> dict[FileRef, Transcript]:
        """The captions in further languages, by file."""
        spoken = self.transcript
        return {file: other for file, other in self.transcripts.items() if other is not spoken}

    def is_mended(self, file: FileRef) -> bool:
        """Whether players would show something else of captions than was read."""
        return file in self.transcripts and self.transcripts[file].is_mended

    @cached_property
    def played(self) -> Played | None:
        """What plays on the page, in apps and for search engines: the first that was measured.

        Where none was, the first that our own player can play, else the first at a provider.
        """
        files = self.item.media_files()
        measured = (file for file in files if file in self.measures)
        file = next(measured, None) or next(iter((*self.item.recordings(), *files)), None)
        return Played(file, self.measures.get(file)) if file else None

    @property
    def sources(self) -> tuple[MediaRef, ...]:
        """What our own player is offered: the file that is played, then the others."""
        others = self.item.recordings()
        first = self.played.file if self.played and self.played.file in others else None
        return (*([first] if first else []), *(file for file in others if file != first))

    @property
    def media(self) -> Measure | None:
        """The measure of what is played."""
        return self.played.measure if self.played else None

    @property
    def seconds(self) -> float | None:
        """How long the sound or film lasts."""
        return self.media.seconds if self.media else self.item.stated_seconds()

    @property
    def is_scheduled(self) -> bool:
        """Whether its date has not come yet."""
        return self.date.timestamp() > self.now.timestamp()

    @property
    def is_public(self) -> bool:
        """Whether visitors and subscribers may see it."""
        return not self.item.draft and not self.is_scheduled

    @property
    def is_playable(self) -> bool:
        """Whether subscribers can get it as a file: public, with measured sound or film, in a format for feeds."""
        return bool(self.format.medium) and self.is_public and self.media is not None

    @cached_property
    def next_appointment(self) -> TourDate | None:
        """The first appointment that is still to come."""
        return next((a for a in self.appointments if not self.has_passed(a) and a.status != "cancelled"), None)

    def has_passed(self, appointment: TourDate) -> bool:
        """Whether an appointment lies behind."""
        return appointment.end.timestamp() <= self.now.timestamp()

    @property
    def booking(self) -> Target | None:
        """Where visitors can say that they come, as long as they can."""
        booking = self.item.booking()
        is_open = booking and not self.is_over and (not booking.until or booking.until >= self.now.date())
        return booking.link if booking and is_open else None

    @property
    def is_over(self) -> bool:
        """Whether it had appointments, and all of them have passed."""
        return bool(self.appointments) and self.next_appointment is None


@dataclass(frozen=True, eq=False)
class PackagePage:
    """A package with its place; `slug` is its file's name without the ending."""

    slug: str
    package: Package
    source: Source
    measures: dict[str, Measure] = field(default_factory=dict)

    @property
    def key(self) -> tuple[object, ...]:
        """What anything depends on that shows the package."""
        return self.source.name, self.source.text, self.measures

    @property
    def id(self) -> str:
        """The package's id: `packages/erste-schritte`."""
        return f"packages/{self.slug}"

    @property
    def image(self) -> Image | None:
        """The picture that stands for it."""
        return self.package.image

    @cached_property
    def public_names(self) -> dict[str, str]:
        """What its files are called where visitors get them."""
        return public_names(self.slug, None, own_files(self.package), ())

    @property
    def url(self) -> str:
        """The page's address from the site's root."""
        return f"{self.id}/"

    @property
    def title(self) -> str:
        """What it is called."""
        return self.package.title

    @property
    def aliases(self) -> tuple[str, ...]:
        """Where its page lay before, from the site's root."""
        return tuple(alias.below("packages") for alias in self.package.aliases)
