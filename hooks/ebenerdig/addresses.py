"""Where everything lies on the site: each address is made here and nowhere else.

Inside, a place is a path from the site's root as it is on disk, in plain characters. Only `quoted` and `absolute` make
an address of it, so that no name is quoted twice or not at all.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from .models import Captions
from .reading.entries import Entry, PackagePage
from .reading.project import Project

SITE_CARD = "assets/images/social.jpg"

TRANSCRIPT_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip", "html": "text/html"}
"""The forms every transcript is offered in: file ending and media type."""


def quoted(path: str) -> str:
    """Write a path as it stands in an address; one of the web is an address already."""
    return path if "://" in path else quote(path)


def absolute(project: Project, path: str) -> str:
    """The full address of a path from the site's root."""
    return quoted(path) if "://" in path else project.base_url + quoted(path)


def file_path(entry: Entry, file: str) -> str:
    """Where a file of an item can be fetched: a web address, or a path from the site's root."""
    if "://" in file:
        return file
    elsewhere = entry.media_url and file in entry.measures and entry.measures[file].outside
    return entry.media_url + quoted(file) if elsewhere else entry.files_url + file


def register_path(file: str) -> str:
    """Where a file that a register names lies, from the site's root."""
    return f"_data/{file}"


def transcript_url(entry: Entry, form: str) -> str:
    """Address of a transcript from the site's root; an editor's own file in that form serves if it needs no mending."""
    spoken = entry.item.spoken_text()
    if spoken and spoken.file.endswith(f".{form}") and not entry.is_mended(spoken.file):
        return f"{entry.url}{spoken.file}"
    return f"{entry.url}read/transcript.{form}"


def captions_url(entry: Entry, captions: Captions) -> str:
    """Address of captions as WebVTT, which browsers show; an editor's own file is used where it needs no mending."""
    if captions.file.lower().endswith(".vtt") and not entry.is_mended(captions.file):
        return f"{entry.url}{captions.file}"
    if captions == entry.item.spoken_text():
        return transcript_url(entry, "vtt")
    return f"{entry.url}read/{captions.file.rpartition('.')[0]}.vtt"


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
