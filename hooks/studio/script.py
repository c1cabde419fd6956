"""Reading `script.md`: who speaks, what is said in which chapter, what a cover and a slide show.

Everything a writer can get wrong is reported with file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ebenerdig.reading.source import Source, read_page
from ebenerdig.texts import texts

from .symbols import SYMBOLS

VOICES = ("female", "female2", "male", "male2")
WORDS_LIMIT = 12
POINT_LIMIT = 40


class ScriptError(Exception):
    """A mistake in a script, and where it stands."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    speaker: str
    text: str


@dataclass(slots=True)
class Chapter:
    """A part with a heading; in a film it is a slide with a symbol and points."""

    title: str
    symbol: str = ""
    points: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Script:
    symbol: str
    words: str
    voices: dict[str, str]
    """Name of the person to kind of voice."""
    chapters: tuple[Chapter, ...]


def read(path: Path) -> Script:
    """Read and check a script; raise a ScriptError at its first mistake."""
    source, problems = read_page(path, path.parent)
    if source is None:
        reason = problems[0].message(texts("en"))
        raise ScriptError(path, problems[0].line, f"The front matter is missing or not valid YAML. {reason}")
    voices, symbol, words = _Front(path, source).read()
    chapters = _Body(path, voices).read(source.body.splitlines(), first=source.body_line)
    return Script(symbol, words, voices, tuple(chapters))


def _symbol(path: Path, line: int, name: str) -> str:
    if name not in SYMBOLS:
        raise ScriptError(path, line, f"There is no symbol `{name}`; there are {', '.join(SYMBOLS)}.")
    return name


@dataclass(frozen=True, slots=True)
class _Front:
    path: Path
    source: Source

    def read(self) -> tuple[dict[str, str], str, str]:
        front = self._fields(self.source.metadata, "voices", "cover")
        voices = self._fields(front.get("voices", {}), place=("voices",))
        for name, voice in voices.items():
            if voice not in VOICES:
                raise self._mistake(f"The voice of {name} is one of {', '.join(VOICES)}.", "voices", name)
        if "cover" not in front:
            raise ScriptError(self.path, 1, "`cover` is missing, as in `cover: {symbol: house, words: Halle}`.")
        cover = self._fields(front["cover"], "symbol", "words", place=("cover",))
        if "symbol" not in cover:
            raise self._mistake("`cover` needs a symbol.", "cover")
        if len(words := str(cover.get("words", ""))) > WORDS_LIMIT:
            raise self._mistake(f"A cover's words have at most {WORDS_LIMIT} characters.", "cover", "words")
        return voices, _symbol(self.path, self._line("cover", "symbol"), str(cover["symbol"])), words

    def _fields(self, found: Any, *known: str, place: tuple[str, ...] = ()) -> dict[str, Any]:
        if not isinstance(found, dict):
            raise self._mistake("Here stand names with values, as in `cover: {symbol: house}`.", *place)
        for name in found:
            if known and name not in known:
                raise self._mistake(f"`{name}` is unknown here; known are {' and '.join(known)}.", *place, name)
        return found

    def _line(self, *place: str) -> int:
        return self.source.values[place][0]

    def _mistake(self, message: str, *place: str) -> ScriptError:
        return ScriptError(self.path, self._line(*place), message)


@dataclass(slots=True)
class _Body:
    """Reads line by line; lines that follow each other without a blank one are one paragraph."""

    path: Path
    voices: dict[str, str]
    chapters: list[Chapter] = field(default_factory=list)
    speaker: str = ""
    fresh: bool = True

    def read(self, lines: list[str], first: int) -> list[Chapter]:
        for number, line in enumerate(lines, first):
            self._take(number, line.strip())
        return self.chapters

    def _take(self, number: int, line: str) -> None:
        if not line:
            self.fresh = True
        elif line.startswith("## "):
            self.chapters.append(Chapter(line[3:].strip()))
            self.speaker, self.fresh = "", True
        elif not self.chapters:
            raise ScriptError(self.path, number, "Before the first line there is a chapter, as in `## Anfang`.")
        elif line.startswith("#"):
            raise ScriptError(self.path, number, "Chapters begin with `## ` and a name.")
        elif line.startswith("symbol:"):
            self.chapters[-1].symbol = _symbol(self.path, number, line.removeprefix("symbol:").strip())
        elif line.startswith("- "):
            self._point(number, line[2:].strip())
        else:
            self._speech(number, line)

    def _point(self, number: int, text: str) -> None:
        if self.chapters[-1].paragraphs:
            raise ScriptError(self.path, number, "A slide's points stand before what is spoken.")
        if len(text) > POINT_LIMIT:
            raise ScriptError(
                self.path, number, f"A point has at most {POINT_LIMIT} characters; this one has {len(text)}."
            )
        self.chapters[-1].points.append(text)

    def _speech(self, number: int, line: str) -> None:
        paragraphs = self.chapters[-1].paragraphs
        named = re.match(r"([A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*)?): +(.+)", line)
        if named and named[1] in self.voices:
            self.speaker = named[1]
            paragraphs.append(Paragraph(self.speaker, named[2]))
        elif named and (self.fresh or not self.speaker):
            raise ScriptError(self.path, number, f"`voices` gives no voice to {named[1]}.")
        elif not self.speaker:
            raise ScriptError(self.path, number, "Who speaks? A paragraph begins with a name, as in `Mara: Guten Tag.`")
        elif self.fresh:
            paragraphs.append(Paragraph(self.speaker, line))
        else:
            paragraphs[-1] = Paragraph(self.speaker, f"{paragraphs[-1].text} {line}")
        self.fresh = False
