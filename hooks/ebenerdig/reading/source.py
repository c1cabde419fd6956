"""READ: from a file to its metadata as text, with the position of every value.

YAML's own type guessing is left out on purpose: the postcode 01067 stays text
and `no` stays a word until the field's type says what it means. Empty values
count as not written. What breaks the syntax becomes a `Problem` in plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..leftovers import leftovers
from ..models import Place
from ..models.model import Severity
from ..problems import Problem
from .door import ClosedError, read_there
from .syntax import ProblemAt, explain

MAX_DEPTH = 20
"""No item nests deeper; without a limit YAML takes all memory for a file full of brackets."""

LINE_BREAKS = {ord("\r"): "\n", 0x85: " ", 0x2028: " ", 0x2029: " "}
"""What YAML counts as a line break and no editor shows as one."""


COMMENT = re.compile(r"\s+(#.*)")
"""What follows a text that is not in quotes."""


class Comment(NamedTuple):
    """Words behind the text that stands at `place`, from their `#` on."""

    place: Place
    line: int
    column: int
    words: str


PARSED = ("metadata", "keys", "values", "comments")


@dataclass(frozen=True)
class Source:
    """A file that was read: metadata as text, positions, and the body below the front matter.

    `comments` holds by first key what YAML does not read behind a text.
    Pickled it is its text: few ask for positions, and they can be found again.
    """

    path: Path
    name: str
    text: str
    metadata: dict[str, Any]
    keys: dict[Place, tuple[int, int]]
    values: dict[Place, tuple[int, int]]
    body: str = ""
    body_line: int = 1
    comments: dict[str, list[Comment]] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name not in PARSED}

    def __getattr__(self, name: str) -> Any:
        if name not in PARSED:
            raise AttributeError(name)
        again, _ = _parse_page(self.path, self.name, self.text)
        assert again
        self.__dict__.update({parsed: getattr(again, parsed) for parsed in PARSED})
        return vars(self)[name]

    @property
    def folder(self) -> str:
        """The folder that the file lies in, named as the file is."""
        return self.name.rpartition("/")[0]

    def problem(
        self,
        place: Place,
        code: str,
        values: dict[str, Any] | None = None,
        severity: Severity = "error",
        key: bool = False,
    ) -> Problem:
        """Make a problem at `place`, or at its nearest known parent."""
        for length in range(len(place), -1, -1):
            here = place[:length]
            is_entry = bool(here) and isinstance(here[-1], int)  # of a list: it has no key of its own
            mark = self.keys.get(here) if (key and not is_entry) or here not in self.values else self.values[here]
            if mark:
                break
        else:
            mark = (1, 1)
        return self.at(*mark, code, values, severity)

    def character(self, *place: str | int) -> str:
        """The first character of the value at a place, as it is written."""
        line, column = self.values.get(place, (0, 0))
        return self.text.split("\n")[line - 1][column - 1 : column] if line else ""

    def at(
        self, line: int, column: int, code: str, values: dict[str, Any] | None = None, severity: Severity = "error"
    ) -> Problem:
        """Make a problem at a line and column of this file."""
        lines = self.text.split("\n")
        excerpt = lines[line - 1] if line <= len(lines) else ""
        return Problem(self.name, line, column, code, values or {}, severity, excerpt)


def read_page(path: Path, root: Path) -> tuple[Source | None, list[Problem]]:
    """Read a Markdown file with front matter."""
    name = path.relative_to(root).as_posix()
    text, problems = _read_text(path, name)
    return (None, problems) if text is None else _parse_page(path, name, text)


def _parse_page(path: Path, name: str, text: str) -> tuple[Source | None, list[Problem]]:
    first, _, rest = text.partition("\n")
    if first.rstrip() != "---":
        return None, [Problem(name, 1, 1, "front-matter-missing", excerpt=first)]
    end = re.search(r"^(?:---|\.\.\.)[ \t]*$\n?", rest, re.MULTILINE)
    if not end:
        return None, [Problem(name, 1, 1, "front-matter-open", excerpt=first)]
    body = rest[end.end() :]
    source, problems = _parse(path, name, text, rest[: end.start()], first_line=2)
    if source:
        body_line = 2 + rest[: end.end()].count("\n")
        source = replace(source, body=body, body_line=body_line)
    return source, problems


def read_register(path: Path, root: Path) -> tuple[Source | None, list[Problem]]:
    """Read a YAML file that is metadata from its first line on."""
    name = path.relative_to(root).as_posix()
    text, problems = _read_text(path, name)
    if text is None:
        return None, problems
    return _parse(path, name, text, text, first_line=1)


def _read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    try:
        data = read_there(path)
    except ClosedError as error:
        return None, [error.problem(name)]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").translate(LINE_BREAKS)
    except UnicodeDecodeError as error:
        before = data[: error.start].split(b"\n")
        excerpt = data.split(b"\n")[len(before) - 1].decode("latin-1").rstrip("\r")
        return None, [Problem(name, len(before), len(before[-1]) + 1, "not-utf8", excerpt=excerpt)]
    left = list(leftovers(name, text))
    return (None, left) if left else (text, [])


def _parse(path: Path, name: str, text: str, front: str, first_line: int) -> tuple[Source | None, list[Problem]]:
    lines = front.split("\n")

    def problem(line: int, column: int, code: str, **values: Any) -> Problem:
        excerpt = lines[line] if line < len(lines) else ""
        return Problem(name, line + first_line, column + 1, code, values, excerpt=excerpt)

    try:
        if refused := _refused(front, problem):
            return None, [refused]
        root = yaml.compose(front, yaml.CSafeLoader)
    except yaml.reader.ReaderError as error:
        before = front.encode()[: error.position].decode().split("\n")
        code = error.character if isinstance(error.character, int) else ord(error.character)
        return None, [problem(len(before) - 1, len(before[-1]), "yaml-character", character=f"U+{code:04X}")]
    except yaml.MarkedYAMLError as error:
        return None, [explain(error, lines, problem)]
    if root is None and first_line == 1:
        return Source(path, name, text, {}, {}, {}), []
    if root is None:
        return None, [problem(0, 0, "yaml-empty")]
    reading = _Reading(problem, lines)
    metadata = reading.convert(root, ())
    if not isinstance(root, yaml.MappingNode):
        reading.problems.append(problem(0, 0, "yaml-no-mapping"))
    if reading.problems:
        return None, reading.problems
    keys = {place: (line + first_line, column + 1) for place, (line, column) in reading.keys.items()}
    values = {place: (line + first_line, column + 1) for place, (line, column) in reading.values.items()}
    comments: dict[str, list[Comment]] = {}
    for comment in reading.comments:
        moved = comment._replace(line=comment.line + first_line, column=comment.column + 1)
        comments.setdefault(str(comment.place[0]), []).append(moved)
    return Source(path, name, text, metadata, keys, values, comments=comments), []


def _refused(front: str, problem: ProblemAt) -> Problem | None:
    """Find what must not reach the composer, which has no limit for nesting and drops anchors without a word."""
    depth = 0
    for event in yaml.parse(front, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if event.start_mark and depth > MAX_DEPTH:
            return problem(event.start_mark.line, event.start_mark.column, "yaml-deep", limit=MAX_DEPTH)
        if event.start_mark and isinstance(event, yaml.NodeEvent) and event.anchor:
            return problem(event.start_mark.line, event.start_mark.column, "yaml-alias")
    return None


@dataclass(slots=True)
class _Reading:
    problem: ProblemAt
    lines: list[str]
    keys: dict[Place, tuple[int, int]] = field(default_factory=dict)
    values: dict[Place, tuple[int, int]] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def convert(self, node: yaml.Node, place: Place) -> Any:
        mark = node.start_mark
        if not node.tag.startswith("tag:yaml.org,"):
            self.problems.append(self.problem(mark.line, mark.column, "yaml-quote", character="!"))
            return None
        self.values[place] = (mark.line, mark.column)
        if isinstance(node, yaml.ScalarNode):
            if not node.style:
                self._note_comment(node, place)
            return None if not node.style and node.value in ("", "~", "null") else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child, (*place, index)) for index, child in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key, child in node.value:
            line, column = key.start_mark.line, key.start_mark.column
            if not isinstance(key, yaml.ScalarNode) and getattr(node, "flow_style", False):  # {{ … }} of a template
                self.problems.append(self.problem(mark.line, mark.column, "yaml-quote", character="{"))
                return None
            if not isinstance(key, yaml.ScalarNode):
                self.problems.append(self.problem(line, column, "yaml-key"))
                continue
            if (*place, key.value) in self.keys:
                first = self.keys[(*place, key.value)][0] - line
                self.problems.append(self.problem(line, column, "yaml-duplicate", key=key.value, above=-first))
                continue
            self.keys[(*place, key.value)] = (line, column)
            value = self.convert(child, (*place, key.value))
            if value is not None:
                result[key.value] = value
        return result

    def _note_comment(self, node: yaml.Node, place: Place) -> None:
        line, column = node.end_mark.line, node.end_mark.column
        rest = self.lines[line][column:] if line < len(self.lines) else ""
        if place and (comment := COMMENT.match(rest)):
            self.comments.append(Comment(place, line, column + comment.start(1), comment[1].rstrip()))
