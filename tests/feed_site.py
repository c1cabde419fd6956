"""A small site for the check of feeds: the library writes its files, its feeds are the good ones in `feeds/`.

The good feeds are written by hand, with every tag that a rule is about, so that
no mistake of our own writer can hide in what counts as right.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from ebenerdig.catalogue import Catalogue
from ebenerdig.feeds.rules import check_feeds
from ebenerdig.outputs.writing import write
from ebenerdig.problems import Problem
from library import REGISTERS, Library, silent_mp3, silent_mp4

GOOD = Path(__file__).parent / "feeds"
COVER = "{file: cover.jpg, alt: Ein Kabel, credit: Werkhalle, license: CC-BY-4.0}"
RICH = {
    "title": "Strom vom Dach",
    "date": "2026-09-01",
    "guid": "5f1c2c1e-0d0c-4f0a-9d53-1f6f2f0a0c03",
    "season": "1",
    "episode": "3",
    "image": COVER,
    "hosts": "[{person: mara-lindner}]",
    "guests": "[{person: jonas-petersen}]",
    "chapters": "[{start: '0:00', title: Begrüßung}, {start: '1:00', title: Zahlen}, {start: '2:00', title: Ende}]",
    "soundbite": "[{start: '0:30', duration: 60, title: Das Dach}]",
    "alternates": "[{file: audio.m4a, title: Klein}]",
    "location": "{name: Lindental, lat: 52.37, lon: 9.73}",
    "license": "CC-BY-4.0",
    "explicit": "false",
}
LONG_SHOW = REGISTERS["shows"] + "  license: CC-BY-4.0\n  type: serial\n  hosts: [{person: mara-lindner}]\n"


@dataclass(frozen=True)
class FeedSite:
    """A built site with its library."""

    library: Library
    catalogue: Catalogue
    folder: Path

    def problems(self) -> list[Problem]:
        """Everything that the rules find."""
        return check_feeds(self.catalogue, self.folder)

    def codes(self) -> set[str]:
        """Which rules are broken."""
        return {problem.code for problem in self.problems()}

    def put(self, name: str, content: bytes) -> None:
        """Replace a file; it may be a hard link to the library's own."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_feed_site(root: Path) -> FeedSite:
    """Write three episodes, a video and a tour, build their files, and lay the good feeds beside them."""
    library = Library(root)
    library.registers(shows=LONG_SHOW)
    sound = {"audio.mp3": silent_mp3(200), "audio.m4a": silent_mp4(200)}
    library.item("episodes/strom", "Siehe [das Netz](../netz/index.md).\n", sound, **RICH)
    library.item("episodes/netz", files=sound, **guid(2), title="Das Netz", date="2026-06-10", episode="2", image=COVER)
    library.item("episodes/anfang", **guid(1), title="Anfang", date="2026-03-01", episode="1", image=COVER)
    library.item("videos/film", **guid(4), title="Der Film", date="2026-05-01", image=COVER)
    library.item("tours/rundgang", **guid(5), title="Rundgang", date="2026-04-01")
    library.check_is_fine()
    catalogue, folder = library.catalogue(), root / "site"
    write(catalogue, folder)
    for page in ("", "ueber/", "people/mara-lindner/", "people/jonas-petersen/", *(e.url for e in catalogue.entries)):
        path = folder / page / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<!doctype html><title>Seite</title>", "utf-8")
    shutil.rmtree(folder / "feed")
    shutil.copytree(GOOD, folder / "feed")
    return FeedSite(library, catalogue, folder)


def guid(number: int) -> dict[str, str]:
    """Make the GUID of an item."""
    return {"guid": f"5f1c2c1e-0d0c-4f0a-9d53-1f6f2f0a0c0{number}"}
