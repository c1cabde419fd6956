"""Where everything lies on the site: each address is made here and nowhere else."""

from __future__ import annotations

from pathlib import PurePosixPath

from .models import Captions
from .reading.entries import Entry, PackagePage
from .reading.project import Project

SITE_CARD = "assets/images/social.jpg"

TRANSCRIPT_TYPES = {"vtt": "text/vtt", "srt": "application/x-subrip", "html": "text/html"}
"""The forms every transcript is offered in: file ending and media type."""


def transcript_url(entry: Entry, form: str) -> str:
    """Address of a transcript from the site's root; an editor's own file in that form is used as it is."""
    spoken = entry.item.spoken_text()
    if spoken and spoken.file.endswith(f".{form}"):
        return f"{entry.url}{spoken.file}"
    return f"{entry.url}read/transcript.{form}"


def captions_url(entry: Entry, captions: Captions) -> str:
    """Address of captions as WebVTT, the one form that browsers show; an editor's own file is used as it is."""
    if captions.file.lower().endswith(".vtt"):
        return f"{entry.url}{captions.file}"
    if captions == entry.item.spoken_text():
        return transcript_url(entry, "vtt")
    return f"{entry.url}read/{captions.file.rpartition('.')[0]}.vtt"


def chapters_url(entry: Entry) -> str:
    """Address of the chapters from the site's root."""
    return f"{entry.url}read/chapters.json"


def located(project: Project, entry: Entry, file: str) -> str:
    """The full address of a file that an item names, wherever it lies."""
    address = entry.address(file)
    return address if "://" in address else project.base_url + address


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
