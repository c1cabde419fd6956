"""Which show a feed belongs to: the one named, the one with its guid or name, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from ...editing.shows_file import NewShow, add_show
from ...models import Location, NamedUrl, Owner, Show
from ...models.apple_categories import WRITTEN_OUT, present_category
from ...models.fields import Language
from ...problems import Problem
from ...reading.across import FEED_NAMES
from ...reading.project import Project
from ...reading.registers import Registers
from ...reading.slugs import slug
from ..foreign.foreign_feed import ForeignFeed
from .downloading import DownloadError, Downloads
from .people_of_feed import People
from .pictures import ending

NEAR = 0.6
"""How alike a category's name must be to stand for one that directories do not know."""


class NotWrittenError(Exception):
    """Why a show could not be written, with all reasons."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True)
class ShowOfFeed:
    """A show and, while it is not in its register yet, what is to be written there; `credit` is who made it.

    It is written with its first episode, so that an import that brings nothing leaves nothing.
    """

    key: str
    credit: str
    new: NewShow | None = None
    people: tuple[tuple[str, str], ...] = ()
    picture: str = ""

    def write(self, project: Project, people: People, downloads: Downloads | None) -> None:
        """Write a new show into its register; NotWrittenError where that cannot be."""
        if not self.new:
            return
        more = dict(self.new.more)
        if hosts := [_appearance(key, role) for name, role in self.people if (key := people.id_of(name))]:
            more["hosts"] = hosts
        art = (_art(project, self.picture, self.key, downloads) if downloads else "") or self.new.image
        if problems := add_show(project, replace(self.new, more=more, image=art)):
            raise NotWrittenError(problems)


def show_of_feed(project: Project, registers: Registers, feed: ForeignFeed, named: str | None) -> ShowOfFeed:
    """Find the show of a feed, or make up a new one."""
    shows = {key: show for key, show in registers["shows"].items() if isinstance(show, Show)}
    if named in shows:
        return ShowOfFeed(str(named), shows[str(named)].author)
    for key, show in shows.items() if named is None else ():
        if (feed.guid and show.guid == feed.guid) or feed.title in show.name.values():
            return ShowOfFeed(key, show.author)
    taken, first = {show.guid for show in shows.values()}, next(iter(shows.values()), None)
    key, author = _key(shows, feed, named), feed.author or feed.owner or project.library.name
    new = NewShow(
        id=key,
        title=feed.title or key,
        description=feed.about or feed.title or key,
        base_url=project.base_url,
        author=author,
        owner=feed.owner or author,
        email=_email(project, feed, first),
        language=feed.language if _is_language(feed.language) else project.language,
        categories=tuple(dict.fromkeys(taken_for for _, taken_for in categories(feed))) or NewShow.categories,
        image=first.image if first else NewShow.image,
        guid=feed.guid if feed.guid not in taken else "",
        flags=feed.flags,
        is_serial=feed.is_serial,
        locked=feed.locked,
        seasons=feed.seasons,
        more=dict(_more(feed)),
    )
    return ShowOfFeed(key, author, new, feed.people, feed.image)


def categories(feed: ForeignFeed) -> Iterator[tuple[str, str]]:
    """Yield each category as the feed has it and as directories know it: the present one or the nearest."""
    for parent, child in feed.categories:
        written = f"{parent} > {child}" if child else parent
        alike = get_close_matches(written, WRITTEN_OUT, 1, NEAR) or get_close_matches(parent, WRITTEN_OUT, 1, NEAR)
        yield written, present_category(parent, child) or next(iter(alike), NewShow.categories[0])


def _more(feed: ForeignFeed) -> Iterator[tuple[str, Any]]:
    if feed.copyright:
        yield "copyright", feed.copyright
    if fits(Location, dict(feed.location)):
        yield "location", dict(feed.location)
    if links := [link for link in funding(feed) if fits(NamedUrl, link)]:
        yield "funding", links


def funding(feed: ForeignFeed) -> Iterator[dict[str, str]]:
    """Where the feed asks for money; an address without words stands for itself."""
    yield from ({"url": url, "text": (words or url)[:128]} for url, words in feed.funding)


def fits(model: type[BaseModel], fields: dict[str, str]) -> bool:
    """Whether a part may be written like this."""
    try:
        model.model_validate(fields)
    except ValidationError:
        return False
    return True


def _appearance(person: str, role: str) -> dict[str, str]:
    return {"person": person} | ({} if role == "host" else {"role": role})


def _key(shows: dict[str, Show], feed: ForeignFeed, named: str | None) -> str:
    """An id that no show has and that no other feed of the library is called by."""
    wanted = slug(feed.title)
    if FEED_NAMES.match(wanted):
        wanted = f"podcast-{wanted}"
    key, number = named or wanted, 2
    while key in shows:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _is_language(written: str) -> bool:
    try:
        TypeAdapter(Language).validate_python(written)
    except ValidationError:
        return False
    return True


def _email(project: Project, feed: ForeignFeed, first: Show | None) -> str:
    """The first that is an address; feeds hide theirs behind names or leave it out."""
    contact = project.library.contact.removeprefix("mailto:")
    for said in (*re.findall(r"[^\s<>()\"]+@[^\s<>()\"]+", feed.email), first.owner.email if first else "", contact):
        try:
            return Owner(name="-", email=said).email
        except ValidationError:
            continue
    return "podcast@example.org"


def _art(project: Project, address: str, key: str, downloads: Downloads) -> str:
    """Fetch the show's picture beside its register; an empty name where none came."""
    fetched = downloads.cache / key
    try:
        downloads.bring(address, fetched)
    except DownloadError:
        return ""
    name = f"{key}{ending(fetched)}"
    target: Path = project.data / name
    if name == key or target.exists():
        return ""
    fetched.rename(target)
    return name
