"""Which show a feed belongs to: the one named, the one with its guid or name, or a new one."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ..enrich.media import PICTURES
from ..models import Show
from ..problems import Problem
from ..project import Project
from ..read import slug
from ..shows_file import NewShow, add_show
from ..vocabulary import Registers
from .downloading import DownloadError, download
from .reading import FoundShow


def show_of_feed(
    project: Project, registers: Registers, feed: FoundShow, named: str | None, fetch: bool
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
        email=feed.email or (first.owner.email if first else "podcast@example.org"),
        language=feed.language or project.language,
        categories=feed.categories or ("Technology",),
        image=_art(project, feed, key, fetch) or (first.image if first else "podcast.jpg"),
        guid=feed.guid if feed.guid not in taken else "",
        explicit=feed.explicit,
    )
    problems = add_show(project, new)
    return key, not problems, problems


def _art(project: Project, feed: FoundShow, key: str, fetch: bool) -> str:
    suffix = PurePosixPath(urlsplit(feed.image).path).suffix.lower()
    if not fetch or suffix not in PICTURES or not feed.image.startswith(("http://", "https://")):
        return ""
    try:
        cache = project.root / ".cache" / "import"
        download(feed.image, project.data / f"{key}{suffix}", cache, lambda done, total: None)
    except DownloadError:
        return ""
    return f"{key}{suffix}"
