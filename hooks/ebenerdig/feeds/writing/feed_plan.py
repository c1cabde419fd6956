"""Which feeds the library has: one plan each, made from the catalogue, for all who write or name feeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal
from uuid import UUID, uuid5

from ...catalogue import Catalogue
from ...models import Recording, Show
from ...models.formats import FORMATS
from ...reading.entries import Entry

TICK = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An entry's place in one feed: the date and the numbers that it has there."""

    entry: Entry
    date: datetime
    season: int | None = None
    episode: int | None = None
    display: str | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What an item of a feed depends on."""
        return self.entry.key, self.date, self.season, self.episode, self.display


@dataclass(frozen=True, eq=False)
class FeedPlan:
    """One feed: `feed/<name>.xml` and, beyond `size` items, `feed/<name>/2.xml` and so on.

    `show` lends art, owner and author. `medium` is that of the podcast namespace, None where not every item can be
    played. `page` is the page for visitors, from the site's root, and `guid` the `podcast:guid`, which never depends
    on the host.
    """

    kind: Literal["show", "level", "package", "everything"]
    name: str
    title: str
    description: str
    language: str
    page: str
    items: tuple[FeedItem, ...]
    size: int
    show: Show | None
    medium: str | None = None
    guid: str | None = None

    @property
    def is_offered(self) -> bool:
        """Whether this is shown to those who look for something to subscribe to."""
        return bool(self.items) or self.kind != "level"

    @property
    def in_order(self) -> bool:
        """Whether the items are to be played from the first to the last."""
        return self.kind == "package" or (self.kind == "show" and self.show is not None and self.show.type == "serial")

    @cached_property
    def trailers(self) -> tuple[FeedItem, ...]:
        """The items that announce the others, the newest first."""
        return tuple(
            listed
            for listed in self.items
            if isinstance(listed.entry.item, Recording) and listed.entry.item.episode_type == "trailer"
        )

    @property
    def pages(self) -> int:
        """How many documents the feed has."""
        return max(1, -(-len(self.items) // self.size))

    def path(self, number: int = 1) -> str:
        """The address of a page of the feed, from the site's root."""
        return f"feed/{self.name}.xml" if number == 1 else f"feed/{self.name}/{number}.xml"

    def items_on(self, number: int) -> tuple[FeedItem, ...]:
        """The items on one page."""
        return self.items[(number - 1) * self.size : number * self.size]


def plan_feeds(catalogue: Catalogue) -> list[FeedPlan]:
    """List every feed once: those of the shows, of the levels, of the packages, and the one with everything."""
    first = next(iter(catalogue.shows.values()), None)
    plans = [*_shows(catalogue)]
    if first:
        plans += [*_levels(catalogue, first), *_packages(catalogue, first)]
    return [*plans, _everything(catalogue, first)]


def _shows(catalogue: Catalogue) -> Iterator[FeedPlan]:
    for key, show in catalogue.shows.items():
        pages = (form.folder for form in FORMATS if form.medium == show.medium and catalogue.by_format[form.id])
        folder = next(pages, None)
        yield FeedPlan(
            kind="show",
            name=key,
            title=show.label(show.language),
            description=show.about(show.language) or "",
            language=show.language,
            page=f"{folder}/" if folder else "",
            items=tuple(_numbered(entry) for entry in catalogue.by_show[key]),
            size=catalogue.project.library.feed_size,
            show=show,
            medium=show.medium,
            guid=show.guid,
        )


def _numbered(entry: Entry) -> FeedItem:
    item = entry.item
    if not isinstance(item, Recording):
        return FeedItem(entry, entry.date)
    return FeedItem(entry, entry.date, item.season, item.episode, item.episode_display)


def _levels(catalogue: Catalogue, first: Show) -> Iterator[FeedPlan]:
    """Every level has a feed, for whoever subscribed before its last item went; it is offered while it has items."""
    project, texts = catalogue.project, catalogue.project.texts
    for key, record in catalogue.registers["levels"].items():
        entries = catalogue.by_reference.get(("levels", key), [])
        values = {"library": project.library.name, "number": key, "name": record.label(project.language)}
        about = texts("feed-level-about", about=record.about(project.language) or "", **values).rstrip()
        found = [entry for entry in entries if entry.is_playable]
        title, page = texts("feed-level", **values), f"levels/{key}/" if entries else ""
        yield _selection(catalogue, first, "level", f"level-{key}", title, about, page, first.medium, _dated(found))


def _packages(catalogue: Catalogue, first: Show) -> Iterator[FeedPlan]:
    project, texts = catalogue.project, catalogue.project.texts
    for page in catalogue.packages:
        found = [] if page.package.draft else [entry for entry in catalogue.items_of(page) if entry.is_playable]
        if found:
            title = texts("feed-package", library=project.library.name, title=page.package.title)
            about, items = page.package.description, _one_after_the_other(found)
            yield _selection(
                catalogue, first, "package", f"package-{page.slug}", title, about, page.url, "course", items
            )


def _everything(catalogue: Catalogue, first: Show | None) -> FeedPlan:
    texts, library = catalogue.project.texts, catalogue.project.library.name
    title, about = texts("feed-everything", library=library), texts("feed-everything-about", library=library)
    items = _dated(entry for entry in catalogue.entries if entry.is_public)
    return _selection(catalogue, first, "everything", "everything", title, about, "", None, items)


def _selection(
    catalogue: Catalogue,
    show: Show | None,
    kind: Literal["level", "package", "everything"],
    name: str,
    title: str,
    about: str,
    page: str,
    medium: str | None,
    items: Iterable[FeedItem],
) -> FeedPlan:
    size = catalogue.project.library.feed_size
    language = show.language if show else catalogue.project.language
    guid = str(uuid5(UUID(show.guid), name)) if show else None
    return FeedPlan(kind, name, title, about, language, page, tuple(items), size, show, medium, guid)


def _after(moment: datetime, time: timedelta) -> datetime:
    """Count on in true time, which no clock that is put forward or back changes."""
    return (moment.astimezone(UTC) + time).astimezone(moment.tzinfo)


def _dated(entries: Iterable[Entry]) -> Iterator[FeedItem]:
    return (FeedItem(entry, entry.date) for entry in entries)


def _one_after_the_other(entries: Iterable[Entry]) -> Iterator[FeedItem]:
    """Number the items, and date each after the one before, because most apps know no other order than the date.

    A date is never before the item's own, and a new item at the end moves none of those before it.
    """
    before: datetime | None = None
    for number, entry in enumerate(entries, 1):
        date = entry.date if before is None else max(entry.date, _after(before, TICK), key=datetime.timestamp)
        yield FeedItem(entry, date, episode=number)
        before = date
