"""From what was named to feeds: an address, a file, a built site, a library's folder or a git revision."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from ... import build
from ...addresses import absolute, file_path, with_former
from ...catalogue import Catalogue, assemble
from ...models.formats import FORMATS
from ...models.podcast_guid import without_scheme
from ...problems import Problem
from ...reading.project import load_project
from ...web import FetchError, fetch
from ..foreign.foreign_feed import ForeignFeed
from ..foreign.paging import with_pages
from ..writing import podcasts
from .feed_pages import Unreadable, read_feed_page

FEED_ROOTS = (b"<rss", b"<feed", b"<rdf:RDF")
Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Side:
    """The feeds of one state; `whole` means all of a library's, `hidden` names the files of unpublished GUIDs.

    `picture` gives a checksum of a feed's art, empty where it cannot be had, and `leads_on` says whether an old
    address of a page or a recording goes on working.
    """

    feeds: tuple[ForeignFeed, ...]
    whole: bool = True
    hidden: dict[str, str] = field(default_factory=dict)
    picture: Callable[[ForeignFeed], str] = lambda feed: ""
    leads_on: Callable[[str], bool] = lambda address: False


def feeds_of(catalogue: Catalogue) -> dict[str, bytes]:
    """Write all feeds of a library: path to document."""
    return {path: document for path, document in podcasts(catalogue) if path.endswith(".xml")}


def read_side(named: str | None, root: Path, now: datetime, tell: Tell) -> Side:
    """Read what was named, or the library at `root` where nothing was; raise Unreadable with all reasons.

    A feed from a file that goes on elsewhere keeps the address of its next page.
    """
    if named is None:
        return _library(root, now, tell)
    if named.startswith(("https://", "http://")):
        return Side((with_pages(_fetched(named), _fetched),), whole=False, picture=_picture_on_the_web)
    path = Path(named)
    if path.is_file():
        return _file(path)
    if (path / "content" / "_data" / "library.yml").is_file():
        return _library(path, now, tell)
    if path.is_dir():
        return _site(path)
    with checked_out(root, named) as folder:
        return _library(folder, now, tell, f"{named}:")


def _fetched(address: str) -> ForeignFeed:
    try:
        return read_feed_page(address, fetch(address))
    except FetchError as error:
        raise Unreadable(error.problem) from None


def _file(path: Path) -> Side:
    feed = read_feed_page(path.name, path.read_bytes())
    if feed.next:
        here, below = path.parent, path.with_suffix("")  # where this library lays its further pages
        files = [file for folder in (here, below) for file in sorted(folder.glob(f"*{path.suffix}")) if _is_feed(file)]
        names = {file.relative_to(here).as_posix(): file for file in files if file != path}
        read = {name: read_feed_page(name, file.read_bytes()) for name, file in names.items()}
        beside = {name: page for name, page in read.items() if _is_of_one_show(feed, page)}
        feed = with_pages(feed, lambda address: _page(beside, address))
    return Side((feed,), whole=False)


def _is_of_one_show(feed: ForeignFeed, page: ForeignFeed) -> bool:
    return (feed.guid or feed.title) == (page.guid or page.title)


def _site(folder: Path) -> Side:
    files = [path for path in sorted(folder.rglob("*.xml")) if _is_feed(path)]
    if not files:
        raise Unreadable(Problem(str(folder), 1, 1, "feed-folder-empty"))
    feeds = _whole({path.relative_to(folder).as_posix(): path.read_bytes() for path in files})
    hosts = {urlsplit(feed.address).netloc for feed in feeds}

    def picture(feed: ForeignFeed) -> str:
        return _checksum(_below(folder, feed.image))

    def leads_on(address: str) -> bool:
        page = _below(folder, address, "index.html")
        return urlsplit(address).netloc in hosts and page is not None

    return Side(feeds, picture=picture, leads_on=leads_on)


def _below(folder: Path, address: str, index: str = "") -> Path | None:
    """The file at an address of a built site, whatever path the site begins with."""
    for path in endings(unquote(urlsplit(address).path)):
        for file in (folder / path, folder / path / index):
            if path and ".." not in path.split("/") and file.is_file():
                return file
    return None


def _checksum(file: Path | None) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file and file.is_file() else ""


def _picture_on_the_web(feed: ForeignFeed) -> str:
    try:
        return hashlib.sha256(fetch(feed.image)).hexdigest() if feed.image else ""
    except FetchError:
        return ""


def _is_feed(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(2000)
    return any(root in start for root in FEED_ROOTS)


def _library(root: Path, now: datetime, tell: Tell, prefix: str = "") -> Side:
    """Build the feeds and nothing else; with mistakes, items would be missing and seem to have vanished."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": str(int(now.timestamp()))}
    project, problems = load_project(root, preview=True, environ=environ)
    everything = build(project, problems, tell)
    errors = [problem for problem in everything.problems if problem.severity == "error"]
    if errors:
        raise Unreadable(*(replace(problem, path=prefix + problem.path) for problem in errors))
    project = replace(project, preview=False)
    public = assemble(project, everything.registers, everything.entries, everything.packages, ())
    hidden = {str(entry.item.guid): entry.source.name for entry in everything.entries if not entry.is_public}
    art = {f"feed/{key}.xml": _checksum(project.data / show.image) for key, show in public.shows.items()}
    aliases = {
        without_scheme(f"{project.base_url}{alias}")
        for owned in (*(entry.aliases for entry in public.entries), *(page.aliases for page in public.packages))
        for alias in owned
    }

    files = {
        without_scheme(absolute(project, path))
        for entry in public.entries
        for name in entry.public_names
        for path in with_former(public, entry, partial(file_path, entry, name))
    }

    def leads_on(address: str) -> bool:
        return without_scheme(address.removesuffix("index.html")) in aliases or without_scheme(address) in files

    return Side(_whole(feeds_of(public)), hidden=hidden, picture=lambda feed: art.get(feed.name, ""), leads_on=leads_on)


def _whole(documents: Mapping[str, bytes]) -> tuple[ForeignFeed, ...]:
    """Read all feeds of one place; a page that another one leads to is a part of it."""
    pages = {name: read_feed_page(name, document) for name, document in documents.items()}
    reached, feeds = set(), []

    def follow(address: str) -> ForeignFeed:
        page = _page(pages, address)
        if page is None:
            raise Unreadable(Problem(next(iter(pages)), 1, 1, "feed-page-missing", {"address": address}))
        return page

    def noted(address: str) -> ForeignFeed:
        page = follow(address)
        reached.add(page.name)
        return page

    later = {follow(page.next).name for page in pages.values() if page.next}
    for page in sorted(pages.values(), key=lambda page: page.name in later):  # pages in a circle have no first one
        if page.name not in reached:
            feeds.append(with_pages(page, noted))
    return tuple(feeds)


def _page(pages: Mapping[str, ForeignFeed], address: str) -> ForeignFeed | None:
    """Find the page at an address among `pages`: by what each says of itself, else by its path."""
    for page in pages.values():
        if without_scheme(page.address) == without_scheme(address):
            return page
    split = urlsplit(address)
    paths = () if split.query else endings(split.path)
    return next((pages[path] for path in paths if path in pages), None)


def endings(path: str) -> Iterator[str]:
    """Yield a path and all its ends: `a/b/c`, `b/c`, `c`."""
    parts = path.strip("/").split("/")
    return ("/".join(parts[start:]) for start in range(len(parts)))


@contextmanager
def checked_out(root: Path, revision: str) -> Iterator[Path]:
    """Unpack what a library is made of, as it was at a git revision, into a folder for the length of a block."""
    commit = (
        "" if revision.startswith("-") else _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    )
    if not commit:
        raise Unreadable(Problem(revision, 1, 1, "revision-unknown", {"value": revision}))
    wanted = {"content", *(form.folder for form in FORMATS)}
    there = [name for name in _git(root, "ls-tree", "--name-only", commit).splitlines() if name in wanted]
    if "content" not in there:
        raise Unreadable(Problem(revision, 1, 1, "revision-no-library", {"value": revision}))
    with TemporaryDirectory(prefix="ebenerdig-") as folder:
        command = ["git", "archive", "--format=tar", commit, *there]
        with (
            subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as process,
            tarfile.open(fileobj=process.stdout, mode="r|") as archive,
        ):
            archive.extractall(folder, filter=_plain)
        yield Path(folder)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def _plain(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Leave out links, which may lead anywhere; media may be missing, their measures are recorded."""
    return tarfile.data_filter(member, folder) if member.isfile() or member.isdir() else None
