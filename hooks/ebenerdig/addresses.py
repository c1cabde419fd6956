"""Where everything lies on the site: each address is made here and nowhere else.

Inside, a place is a path from the site's root as it is on disk, in plain characters. Only `quoted` and `absolute` make
an address of it, so that no name is quoted twice or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from .catalogue import Catalogue
from .models import Captions
from .reading.entries import Entry, PackagePage
from .reading.project import Project

SITE_CARD = "assets/images/social.jpg"

REGISTER_PICTURES = "assets/pictures"
"""Where the pictures of registers lie; some hosts publish nothing whose name begins with a dash below."""

TRANSCRIPT_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip", "html": "text/html"}
"""The forms every transcript is offered in: file ending and media type."""


def quoted(path: str) -> str:
    """Write a path as it stands in an address; one of the web is an address already."""
    return path if "://" in path else quote(path)


def absolute(project: Project, path: str) -> str:
    """The full address of a path from the site's root."""
    return quoted(path) if "://" in path else project.base_url + quoted(path)


def file_path(owner: Entry | PackagePage, file: str, *, former: bool = False) -> str:
    """Where a file of an item or a package can be fetched: a web address, or a path from the site's root.

    `former` asks for the place at which it lay while files kept their plain names, such as `audio.mp3`.
    """
    if "://" in file:
        return file
    if isinstance(owner, PackagePage):
        return f"packages/{file}" if former else owner.url + owner.public_names.get(file, file)
    elsewhere = owner.media_url and file in owner.measures and owner.measures[file].outside
    if elsewhere:
        return owner.media_url + quoted(file)
    return owner.url + (file if former else owner.public_names.get(file, file))


def register_path(file: str, *, former: bool = False) -> str:
    """Where a picture that a register names lies, from the site's root."""
    return f"{'_data' if former else REGISTER_PICTURES}/{file}"


def transcript_url(entry: Entry, form: str, *, former: bool = False) -> str:
    """Address of a transcript from the site's root; an editor's own file in that form serves if it needs no mending."""
    spoken = entry.item.spoken_text()
    if spoken and spoken.file.endswith(f".{form}") and not entry.is_mended(spoken.file):
        return file_path(entry, spoken.file, former=former)
    return f"{entry.url}read/{'' if former else f'{entry.public_name}-'}transcript.{form}"


def captions_url(entry: Entry, captions: Captions, *, former: bool = False) -> str:
    """Address of captions as WebVTT, which browsers show; an editor's own file is used where it needs no mending."""
    if captions.file.lower().endswith(".vtt") and not entry.is_mended(captions.file):
        return file_path(entry, captions.file, former=former)
    if captions == entry.item.spoken_text():
        return transcript_url(entry, "vtt", former=former)
    name = captions.file if former else entry.public_names[captions.file]
    return f"{entry.url}read/{name.rpartition('.')[0]}.vtt"


def with_former(catalogue: Catalogue, owner: Entry | PackagePage | None, place: Callable[..., str]) -> Iterator[str]:
    """Yield where something of an item, a package or, for None, of a register lies, and where it lay before.

    Apps and pages elsewhere know the former place, and many hosts cannot lead on from there: so the file lies at both,
    for as long as the library wants that. What the notes link to is there without us.
    """
    here, before = place(), place(former=True)
    until = catalogue.project.library.former_names
    if isinstance(owner, Entry):
        taken = {owner.url + name for name in (*owner.public_names.values(), "index.html")}
        keeps = owner.date.date() <= until and before not in taken
        attached = {owner.url + name for name in owner.attachments}
    else:
        keeps, attached = catalogue.has_former_names, set[str]()
    yield from (path for path in dict.fromkeys([here, before] if keeps else [here]) if path not in attached)


def chapters_url(entry: Entry) -> str:
    """Address of the chapters from the site's root."""
    return f"{entry.url}read/chapters.json"


def located(project: Project, entry: Entry, file: str) -> str:
    """The full address of a file that an item names, wherever it lies."""
    return absolute(project, file_path(entry, file))


def scaled_name(file: str, width: int) -> str:
    """Name the scaled copy of a picture: `cover.jpg` becomes `cover-480.webp`."""
    path = PurePosixPath(file)
    return str(path.with_name(f"{path.stem}-{width}.webp"))


def card_url(owner: Entry | PackagePage | None) -> str:
    """Where the card of an item, a package or, for None, of the site lies, from the site's root."""
    return f"{owner.url}read/social.jpg" if owner else SITE_CARD


def drawing_url(entry: Entry) -> str:
    """Where an item's drawing lies, from the site's root."""
    return f"{entry.url}read/drawing.svg"
