"""A folder of the library: what kind it is, what it is called, and whether its media are still right."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ebenerdig.reading.source import read_page
from PIL import Image

KINDS: dict[str, tuple[str, ...]] = {
    "episodes": ("audio.mp3", "transcript.vtt", "cover.jpg"),
    "videos": ("video.mp4", "captions.vtt", "poster.jpg"),
    "tours": ("cover.jpg",),
}
"""What is made for each kind, named after its folder; the picture comes last."""

EDITION = 1
"""Raised when the studio's work changes so much that all media shall be made anew."""


@dataclass(frozen=True, slots=True)
class Item:
    """`mark` is a short sum of all that goes into the media; the picture carries it as a comment."""

    kind: str
    slug: str
    title: str
    year: str
    script: Path
    products: tuple[Path, ...]
    mark: str

    @classmethod
    def at(cls, folder: Path) -> Item:
        """Read what the studio needs from the folder's index.md, which may not be written yet."""
        source, _ = read_page(folder / "index.md", folder)
        front, script = source.metadata if source else {}, folder / "script.md"
        kind, slug = folder.resolve().parts[-2:]
        title = " ".join(str(front.get("title") or folder.name).split())
        year = str(front.get("date") or "")[:4]
        parts = "\0".join((str(EDITION), kind, slug, title, year, script.read_text("utf-8")))
        mark = "studio " + hashlib.sha256(parts.encode()).hexdigest()[:16]
        return cls(kind, slug, title, year, script, tuple(folder / name for name in KINDS[kind]), mark)

    def is_made(self) -> bool:
        """Whether the media come from this very script and title.

        Times of files would say less: a fresh checkout gives every file the same.
        """
        if not all(path.is_file() for path in self.products):
            return False
        with Image.open(self.products[-1]) as picture:
            return bool(picture.info.get("comment", b"") == self.mark.encode())


def find(places: list[Path]) -> list[Item]:
    """The folders with a script among these places and directly below them."""
    folders = dict.fromkeys(folder for place in places for folder in (place, *sorted(place.glob("*/"))))
    return [Item.at(one) for one in folders if (one / "script.md").is_file() and one.resolve().parent.name in KINDS]
