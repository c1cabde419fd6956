"""Reading `script.md`: who speaks, what is said in which chapter, what a cover and a slide show.

Everything a writer can get wrong is reported with file and line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

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
    lines = path.read_text("utf-8").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        raise ScriptError(path, 1, "A script begins with front matter between two lines of ---.")
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    voices, symbol, words = _front(path, "\n".join(lines[1:end]))
    chapters = _Body(path, voices).read(lines[end + 1 :], first=end + 2)
    return Script(symbol, words, voices, tuple(chapters))


def _front(path: Path, text: str) -> tuple[dict[str, str], str, str]:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise ScriptError(path, line, f"The front matter is not valid YAML: {error.problem}.") from error
    top = _pairs(path, node, 1)
    unknown = [name for name in top if name not in ("voices", "cover")]
    if unknown:
        raise ScriptError(path, _line(top[unknown[0]]), f"`{unknown[0]}` is unknown here; known are voices and cover.")
    voices: dict[str, str] = {}
    if "voices" in top:
        for name, value in _pairs(path, top["voices"], _line(top["voices"])).items():
            if value.value not in VOICES:
                raise ScriptError(path, _line(value), f"The voice of {name} is one of {', '.join(VOICES)}.")
            voices[name] = value.value
    if "cover" not in top:
        raise ScriptError(path, 1, "`cover` is missing, as in `cover: {symbol: house, words: Halle}`.")
    cover = _pairs(path, top["cover"], _line(top["cover"]))
    unknown = [name for name in cover if name not in ("symbol", "words")]
    if unknown:
        raise ScriptError(
            path, _line(cover[unknown[0]]), f"`{unknown[0]}` is unknown in cover; known are symbol and words."
        )
    if "symbol" not in cover:
        raise ScriptError(path, _line(top["cover"]), "`cover` needs a symbol.")
    words = str(cover["words"].value) if "words" in cover else ""
    if len(words) > WORDS_LIMIT:
        raise ScriptError(path, _line(cover["words"]), f"A cover's words have at most {WORDS_LIMIT} characters.")
    return voices, _symbol(path, _line(cover["symbol"]), str(cover["symbol"].value)), words


def _pairs(path: Path, node: yaml.Node | None, line: int) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise ScriptError(path, line, "Here stand names with values, as in `cover: {symbol: house}`.")
    return {str(name.value): value for name, value in node.value}


def _line(node: yaml.Node) -> int:
    """The line in the file: the front matter begins below the first ---."""
    return int(node.start_mark.line) + 2


def _symbol(path: Path, line: int, name: str) -> str:
    if name not in SYMBOLS:
        raise ScriptError(path, line, f"There is no symbol `{name}`; there are {', '.join(SYMBOLS)}.")
    return name


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
