"""Reading `script.md`: who speaks, what is said in which chapter, what a cover and a slide show.

Everything a writer can get wrong is reported with file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from ebenerdig.models import Model
from ebenerdig.models.fields import Line
from ebenerdig.reading.source import read_page
from ebenerdig.reading.validate import validate
from ebenerdig.texts import texts
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .speech import VOICES
from .symbols import SYMBOLS

POINT_LIMIT = 40


class ScriptError(Exception):
    """A mistake in a script, and where it stands."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")


def one_of(known: dict[str, object]) -> AfterValidator:
    def check(value: str) -> str:
        if value not in known:
            raise PydanticCustomError("literal_error", "", {"expected": ", ".join(known)})
        return value

    return AfterValidator(check)


class Cover(Model):
    symbol: Annotated[Line, one_of({**SYMBOLS})]
    words: Annotated[Line, Field(max_length=12)] = ""


class Front(Model):
    """The front matter; `voices` names people and kinds of voice."""

    cover: Cover
    voices: dict[Line, Annotated[Line, one_of({**VOICES})]] = Field(default_factory=dict)


@dataclass(slots=True)
class Chapter:
    """A part with a heading; in a film it is a slide with a symbol and points. `paragraphs` are speakers and words."""

    title: str
    symbol: str = ""
    points: list[str] = field(default_factory=list)
    paragraphs: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Script:
    symbol: str
    words: str
    voices: dict[str, str]
    chapters: list[Chapter]


def read(path: Path) -> Script:
    """Read and check a script; raise a ScriptError at its first mistake."""
    source, problems = read_page(path, path.parent)
    front, wrong = validate(source, Front) if source else (None, problems)
    if source is None or front is None:
        raise ScriptError(path, wrong[0].line, wrong[0].message(texts("en")))
    body = _Body(path, front.voices)
    for number, line in enumerate(source.body.splitlines(), source.body_line):
        body.take(number, line.strip())
    return Script(front.cover.symbol, front.cover.words, front.voices, body.chapters)


@dataclass(slots=True)
class _Body:
    """Takes line by line; lines that follow each other without a blank one are one paragraph."""

    path: Path
    voices: dict[str, str]
    chapters: list[Chapter] = field(default_factory=list)
    speaker: str = ""
    fresh: bool = True

    def take(self, number: int, line: str) -> None:
        if message := self._read(line):
            raise ScriptError(self.path, number, message)

    def _read(self, line: str) -> str:
        """Take a line, and say what is wrong with it."""
        chapter = self.chapters[-1] if self.chapters else None
        if not line:
            self.fresh = True
        elif line.startswith("## "):
            self.chapters.append(Chapter(line[3:].strip()))
            self.speaker, self.fresh = "", True
        elif not chapter:
            return "Before the first line there is a chapter, as in `## Anfang`."
        elif line.startswith("#"):
            return "Chapters begin with `## ` and a name."
        elif line.startswith("symbol:"):
            chapter.symbol = line.removeprefix("symbol:").strip()
            return (
                ""
                if chapter.symbol in SYMBOLS
                else f"There is no symbol `{chapter.symbol}`; there are {', '.join(SYMBOLS)}."
            )
        elif line.startswith("- "):
            chapter.points.append(line[2:].strip())
            if chapter.paragraphs:
                return "A slide's points stand before what is spoken."
            if (count := len(chapter.points[-1])) > POINT_LIMIT:
                return f"A point has at most {POINT_LIMIT} characters; this one has {count}."
        else:
            return self._speech(line, chapter.paragraphs)
        return ""

    def _speech(self, line: str, paragraphs: list[tuple[str, str]]) -> str:
        named = re.match(r"([A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*)?): +(.+)", line)
        if named and named[1] in self.voices:
            self.speaker = named[1]
            paragraphs.append((self.speaker, named[2]))
        elif named and (self.fresh or not self.speaker):
            return f"`voices` gives no voice to {named[1]}."
        elif not self.speaker:
            return "Who speaks? A paragraph begins with a name, as in `Mara: Guten Tag.`"
        elif self.fresh:
            paragraphs.append((self.speaker, line))
        else:
            paragraphs[-1] = (self.speaker, f"{paragraphs[-1][1]} {line}")
        self.fresh = False
        return ""
