"""What is wrong with a piece of YAML, in an editor's words instead of the parser's."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from ..problems import Problem

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
