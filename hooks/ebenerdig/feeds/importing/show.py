"""Which show a feed belongs to: the one named, the one with its guid or name, or a new one."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ...editing.shows_file import NewShow, add_show
from ...models import Owner, Show
from ...models.fields import Language
from ...problems import Problem
from ...reading.items import slug
from ...reading.project import Project
from ...reading.registers import Registers
from .downloading import DownloadError, Downloads
from .pictures import ending
from .reading import FoundShow


def show_of_feed(
    project: Project, registers: Registers, feed: FoundShow, named: str | None, downloads: Downloads | None
) -> tuple[str, bool, list[Problem]]:
    """Return the show's id, whether it is new, and what stands in the way; a new one is written into its register."""
    shows = {key: show for key, show in registers["shows"].items() if isinstance(show, Show)}
    if named in shows:
        return str(named), False, []
    for key, show in shows.items() if named is None else ():
        if (feed.guid and show.guid == feed.guid) or feed.title in show.name.values():
            return key, False, []
    key, number = named or slug(feed.title), 2
    while key in shows:
        key, number = f"{slug(feed.title)}-{number}", number + 1
    taken = {show.guid for show in shows.values()}
    first = next(iter(shows.values()), None)
    new = NewShow(
        id=key,
        title=feed.title or key,
        description=feed.about or feed.title or key,
        base_url=project.base_url,
        author=feed.author or project.library.name,
        email=_email(project, feed, first),
        language=feed.language if _is_language(feed.language) else project.language,
        categories=feed.categories or NewShow.categories,
        image=(_art(project, feed, key, downloads) if downloads else "") or (first.image if first else NewShow.image),
        guid=feed.guid if feed.guid not in taken else "",
        flags=feed.flags,
        is_serial=feed.is_serial,
        locked=feed.locked,
        seasons=feed.seasons,
    )
    problems = add_show(project, new)
    return key, not problems, problems


def _is_language(written: str) -> bool:
    try:
        TypeAdapter(Language).validate_python(written)
    except ValidationError:
        return False
    return True


def _email(project: Project, feed: FoundShow, first: Show | None) -> str:
    """The first that is an address; feeds hide theirs behind names or leave it out."""
    contact = project.library.contact.removeprefix("mailto:")
    for said in (*re.findall(r"[^\s<>()\"]+@[^\s<>()\"]+", feed.email), first.owner.email if first else "", contact):
        try:
            return Owner(name="-", email=said).email
        except ValidationError:
            continue
    return "podcast@example.org"


def _art(project: Project, feed: FoundShow, key: str, downloads: Downloads) -> str:
    """Fetch the show's picture beside its register; an empty name where none came."""
    fetched = downloads.cache / key
    try:
        downloads.bring(feed.image, fetched)
    except DownloadError:
        return ""
    name = f"{key}{ending(fetched)}"
    target: Path = project.data / name
    if name == key or target.exists():
        return ""
    fetched.rename(target)
    return name
