"""Write a small library into a folder for tests: registers, the smallest items, and media made byte by byte.

No external program is needed, so every test runs wherever Python runs.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ebenerdig import build
from ebenerdig.catalogue import Catalogue
from ebenerdig.problems import Problem, has_errors, report
from ebenerdig.reading.project import Project, load_project
from ebenerdig.texts import texts
from PIL import Image

TODAY = "1795478400"
"""24 November 2026, 00:00 UTC, as SOURCE_DATE_EPOCH wants it."""

REGISTERS = {
    "library": """\
name: Ebenerdig
tagline: Hören, sehen und erleben
description: Eine kleine Mediathek für Prüfungen.
url: https://ebenerdig.example/
publisher: werkhalle
contact: mailto:hallo@ebenerdig.example
""",
    "levels": '"1": {name: {de: Einsteigen, en: Getting started}}\n"2": {name: Aufbauen}\n"3": {name: Vernetzen}\n'
    '"4": {name: Vorangehen}\n',
    "areas": "data: {name: Daten}\nprocesses: {name: Abläufe}\nstrategy: {name: Strategie}\n",
    "topics": "energie: {name: Energie}\nwartung: {name: Wartung}\n",
    "technologies": "sensorik: {name: Sensorik}\n",
    "industries": "handwerk: {name: Handwerk}\n",
    "people": "mara-lindner: {name: Mara Lindner, organisation: werkhalle}\njonas-petersen: {name: Jonas Petersen}\n",
    "organisations": "werkhalle: {name: Werkhalle Lindental, city: Lindental}\n",
    "funders": "muster: {name: Muster, text: Gefördert aus Mustermitteln., valid_from: 2020-01-01}\n",
    "licenses": "CC-BY-4.0: {name: CC BY 4.0, url: 'https://creativecommons.org/licenses/by/4.0/'}\n",
    "shows": """\
podcast:
  name: Ebenerdig – der Podcast
  description: Menschen erzählen.
  categories: [Technology]
  image: podcast.jpg
  author: Werkhalle Lindental
  owner: {name: Werkhalle Lindental, email: podcast@ebenerdig.example}
  guid: 837bf4e8-63b3-5cf7-b737-3e98da40a37e
""",
}

_SHARED = {
    "title": "Ein kurzer Titel",
    "description": "Worum es geht, in einem Satz.",
    "date": "2026-03-01",
    "levels": "1-2",
    "areas": "data",
}
SMALLEST: dict[str, dict[str, str]] = {
    "episodes": {**_SHARED, "guid": "episode-0001", "audio": "audio.mp3", "transcript": "transcript.vtt"},
    "videos": {
        **_SHARED,
        "guid": "video-0001",
        "kind": "tool",
        "video": "video.mp4",
        "captions": "[{language: de, file: captions.vtt}]",
        "audio_description": "{status: in_sound}",
    },
    "tours": {
        **_SHARED,
        "guid": "tour-0001",
        "mode": "self_guided",
        "host": "werkhalle",
        "meeting_point": "{name: Pforte}",
    },
}
"""The smallest item of every format, as YAML by key."""

TRANSCRIPT = """\
WEBVTT

00:00:00.000 --> 00:00:01.000
<v Mara Lindner>Guten Tag.

00:00:01.000 --> 00:00:02.000
Los geht es.
"""


@dataclass(frozen=True)
class Library:
    """A library below `root`; every method writes files or reads the whole."""

    root: Path

    def write(self, name: str, content: str | bytes) -> Path:
        """Write one file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def registers(self, **changed: str) -> None:
        """Write `content/`, with some registers changed."""
        for name, content in {**REGISTERS, **changed}.items():
            self.write(f"content/_data/{name}.yml", content)
        self.write("content/_data/podcast.jpg", jpeg(1400))
        self.write("content/index.md", "Willkommen.\n")

    def item(self, place: str, body: str = "", files: Mapping[str, bytes] | None = None, **changed: str | None) -> Path:
        """Write the item `episodes/folge` with its files; `changed` holds YAML by key, None leaves the key out."""
        folder, _, slug = place.partition("/")
        fields = {**SMALLEST[folder], "guid": f"guid-{folder}-{slug}", **changed}
        self.media(place)
        for name, content in (files or {}).items():
            self.write(f"{place}/{name}", content)
        return self.write(f"{place}/index.md", front_matter(fields) + body)

    def media(self, place: str) -> None:
        """Write the files that the smallest item of a format names, and a picture."""
        folder = place.partition("/")[0]
        self.write(f"{place}/cover.jpg", jpeg(1400))
        if folder == "episodes":
            self.write(f"{place}/audio.mp3", silent_mp3(3))
            self.write(f"{place}/transcript.vtt", TRANSCRIPT)
        elif folder == "videos":
            self.write(f"{place}/video.mp4", silent_mp4(3))
            self.write(f"{place}/captions.vtt", TRANSCRIPT)

    def project(self, preview: bool = False, **environ: str) -> tuple[Project, list[Problem]]:
        """Read the settings, on a fixed day."""
        return load_project(self.root, preview=preview, environ={"SOURCE_DATE_EPOCH": TODAY, **environ})

    def catalogue(self, preview: bool = False, **environ: str) -> Catalogue:
        """Build the catalogue, on a fixed day."""
        return build(*self.project(preview, **environ))

    def problems(self) -> list[Problem]:
        """All errors; advice is left out."""
        return [problem for problem in self.catalogue().problems if problem.severity == "error"]

    def codes(self, advice: bool = False) -> list[str]:
        """The codes of all errors, or of all advice but what is merely recommended."""
        found = self.catalogue().problems
        severity = "advice" if advice else "error"
        return [p.code for p in found if p.severity == severity and p.code != "recommended"]

    def check_is_fine(self) -> None:
        """Fail with the report when there are errors."""
        found = self.problems()
        assert not has_errors(found), report(found, texts("de"))


def front_matter(fields: Mapping[str, str | None]) -> str:
    """Write YAML by key between its two lines of dashes."""
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items() if value is not None) + "---\n"


@cache
def silent_mp3(seconds: float) -> bytes:
    """Make a valid MP3 of constant 128 kbit/s: an `Info` frame, then silent frames of 417 bytes."""
    header, size = bytes.fromhex("fffb9000"), 417
    count = round(seconds * 44100 / 1152)
    silence = header.ljust(size, b"\0")
    side = header + bytes(32)
    info = side + b"Info" + struct.pack(">III", 3, count, (count + 1) * size)
    return info.ljust(size, b"\0") + silence * count


@cache
def silent_mp4(seconds: int) -> bytes:
    """Make an MP4 with a sound track of `seconds` that holds no samples."""

    def atom(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content) + 8) + name + content

    length = struct.pack(">IIIIIHH", 0, 0, 0, 1000, seconds * 1000, 0, 0)
    handler = atom(b"hdlr", bytes(8) + b"soun" + bytes(13))
    track = atom(b"trak", atom(b"mdia", atom(b"mdhd", length) + handler))
    movie = atom(b"moov", atom(b"mvhd", length.ljust(100, b"\0")) + track)
    return atom(b"ftyp", b"isom\0\0\2\0isomiso2") + movie + atom(b"mdat", bytes(16))


@cache
def jpeg(side: int, mode: str = "RGB", form: str = "JPEG") -> bytes:
    """Make a square picture of one colour."""
    buffer = io.BytesIO()
    Image.new(mode, (side, side), 90).save(buffer, form)
    return buffer.getvalue()
