"""What is wrong with a piece of YAML, in an editor's words instead of the parser's."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from ..problems import Problem

HASH = re.compile(r"\s#(?=[^\s#])")
"""What is hardly meant as a comment: those have a blank behind the sign."""

ProblemAt = Callable[..., Problem]
"""Makes a problem from line and column, both counted from nought, code and values."""


def explain(error: yaml.MarkedYAMLError, lines: list[str], problem: ProblemAt) -> Problem:
    """Say in an editor's words what YAML's message means."""
    mark = error.problem_mark or error.context_mark
    assert mark is not None
    line, column, said = mark.line, mark.column, f"{error.context or ''} {error.problem or ''}"
    here = lines[line] if line < len(lines) else ""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and (tab := re.match(r"^( *)\t", lines[number])):
            return problem(number, len(tab[1]), "yaml-tab")
    opened = _opened(here[:column].rstrip())
    if opened is not None and ("expected key" in said or "indicator" in said or "expected ','" in said):  # [Neu] …
        return problem(line, opened, "yaml-quote", character=here[opened])
    if hidden := _comment(error, lines, line):
        return problem(*hidden, "yaml-comment", rest=lines[hidden[0]][hidden[1] :].rstrip())
    if "not allowed in this context" in said and here[column : column + 2] in ("- ", "? "):
        return problem(line, column, "yaml-dash" if here[column] == "-" else "yaml-quote", character=here[column])
    if "expected node content" in said and here[column : column + 1] in (",", "]", "}"):
        return problem(line, column, "yaml-quote", character=here[column])
    if "mapping values are not allowed" in said:
        if ": " not in here[:column]:
            above = max((number for number in range(line) if lines[number].strip()), default=line)
            if above < line and ": " in lines[above]:
                return problem(line, column, "yaml-indent")
            return problem(above, 0, "yaml-missing-colon")
        key, _, value = here.strip().removeprefix("- ").partition(": ")
        return problem(line, column, "yaml-colon", key=key, value=value.replace('"', "'"))
    if "escape" in said or "expected hexdecimal" in said or "invalid Unicode character" in said:
        return problem(line, column, "yaml-escape")
    if "quoted scalar" in said:
        start = error.context_mark or mark
        return problem(start.line, start.column, "yaml-quote-open")
    if "alias" in said or "anchor" in said:
        start = error.context_mark or mark
        return problem(start.line, start.column, "yaml-quote", character=lines[start.line][start.column])
    if "cannot start any token" in said or "directive" in said:
        return problem(line, column, "yaml-quote", character=here[column : column + 1])
    if "could not find expected ':'" in said:
        start = error.context_mark or mark
        return problem(start.line, start.column, "yaml-missing-colon")
    if "flow" in said:
        start = error.context_mark or mark
        return problem(start.line, start.column, "yaml-bracket")
    if "block scalar" in said:
        start = error.context_mark or mark
        return problem(start.line, start.column, "yaml-quote", character=lines[start.line][start.column])
    if here[:column].rstrip().endswith(('"', "'")):
        return problem(line, column, "yaml-quote-after")
    if "block" in said or "indent" in said:
        return problem(line, column, "yaml-indent")
    return problem(line, column, "yaml-other", reason=(error.problem or said).strip())


def _opened(text: str) -> int | None:
    """The column of the bracket that the last character of `text` closes; None where it stands in another line."""
    depth = 0
    if not text.endswith(("]", "}")):
        return None
    for column in range(len(text) - 1, -1, -1):
        depth += (text[column] in "]}") - (text[column] in "[{")
        if not depth:
            return column
    return None


def _comment(error: yaml.MarkedYAMLError, lines: list[str], line: int) -> tuple[int, int] | None:
    """Find a `#` in the middle of a text after which YAML reads no further, so that what comes next makes no sense."""
    said, start = f"{error.context or ''} {error.problem or ''}", error.context_mark
    if "flow" in said and start:
        suspected = range(start.line, min(line + 1, len(lines)))
    elif "expected key" in said or "indicator" in said:
        above = next((number for number in range(min(line, len(lines)) - 1, -1, -1) if lines[number].strip()), None)
        suspected = range(0) if above is None else range(above, above + 1)
    else:
        return None
    for number in suspected:
        if not lines[number].lstrip().startswith("#") and (found := HASH.search(lines[number])):
            return number, found.start() + 1
    return None
