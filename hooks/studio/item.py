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
    folder: Path
    kind: str
    title: str
    year: str

    @classmethod
    def at(cls, folder: Path) -> Item:
        """Read what the studio needs from the folder's index.md, which may not be written yet."""
        source, _ = read_page(folder / "index.md", folder)
        front = source.metadata if source else {}
        title = " ".join(str(front.get("title") or folder.name).split())
        return cls(folder, folder.resolve().parent.name, title, str(front.get("date") or "")[:4])

    @property
    def slug(self) -> str:
        return self.folder.resolve().name

    @property
    def script(self) -> Path:
        return self.folder / "script.md"

    @property
    def products(self) -> tuple[Path, ...]:
        return tuple(self.folder / name for name in KINDS[self.kind])

    @property
    def picture(self) -> Path:
        return self.products[-1]

    @property
    def mark(self) -> str:
        """A short sum of all that goes into the media; the picture carries it as a comment."""
        parts = (str(EDITION), self.kind, self.slug, self.title, self.year, self.script.read_text("utf-8"))
        return "studio " + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]

    def is_made(self) -> bool:
        """Whether the media come from this very script and title.

        Times of files would say less: a fresh checkout gives every file the same.
        """
        if not all(path.is_file() for path in self.products):
            return False
        with Image.open(self.picture) as picture:
            comment = picture.info.get("comment", b"")
        return bool(comment == self.mark.encode())


def find(places: list[Path]) -> list[Item]:
    """The folders with a script among these places and directly below them."""
    folders = [folder for place in places for folder in (place, *sorted(place.glob("*/")))]
    return [
        Item.at(folder)
        for folder in dict.fromkeys(folders)
        if (folder / "script.md").is_file() and folder.resolve().parent.name in KINDS
    ]
