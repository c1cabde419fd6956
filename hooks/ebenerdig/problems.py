"""What is wrong, where, and how it is told: checks yield problems, one place prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .models.model import Severity
from .texts import Texts

LONGEST_VALUE = 300

NAMED = 3
"""Places that are named of advice that many have in common."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place; `code` is the id of its sentence in `texts/`.

    `path` is relative to the project with forward slashes; `line` and `column`
    count from 1; `excerpt` is the line itself.
    """

    path: str
    line: int
    column: int
    code: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)
    severity: Severity = "error"
    excerpt: str = ""

    def message(self, texts: Texts) -> str:
        """Say in plain words what is wrong and what to write instead."""
        return texts(f"problem-{self.code}", **{name: fit(value) for name, value in self.values.items()})


def fit(value: Any) -> Any:
    """Keep what others wrote to one line that a terminal can show; of several names, all are told."""
    if isinstance(value, tuple):
        return ", ".join(fit(str(name)) for name in value) or "–"
    if not isinstance(value, str):
        return value
    line = "".join(c if c.isprintable() else "�" for c in " ".join(value.split()))
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"


def arrange(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and position, errors and advice together."""
    return sorted(problems, key=lambda p: (p.path, p.line, p.column, p.code, str(p.values)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything stands in the way of publishing."""
    return any(problem.severity == "error" for problem in problems)


def report(problems: Iterable[Problem], texts: Texts, *, every: bool = False) -> str:
    """Write problems as text: the errors, each with its place, then the advice, a line for each kind that comes often.

    `every` piece of advice is told like an error on demand.
    """
    problems = arrange(problems)
    lines = [line for problem in problems if problem.severity == "error" for line in tell(problem, texts)]
    for kind in kinds(problem for problem in problems if problem.severity == "advice"):
        if every or len(kind) == 1:
            lines += [line for problem in kind for line in tell(problem, texts)]
        else:
            places = ", ".join(f"{problem.path}:{problem.line}" for problem in kind[:NAMED])
            values = {"places": places, "more": max(0, len(kind) - NAMED), "code": kind[0].code}
            lines.append(texts("report-kind", count=len(kind), said=kind[0].message(texts), **values))
    return "\n".join(lines)


def kinds(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Gather problems that say the same of other places; what comes seldom comes first."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.code, str(problem.values.get("key", ""))), []).append(problem)
    return sorted(found.values(), key=len)


def tell(problem: Problem, texts: Texts) -> Iterator[str]:
    """Yield the lines on one problem: position, sentence and code, then its line with a mark below the column."""
    kind = texts(f"severity-{problem.severity}")
    yield f"{problem.path}:{problem.line}:{problem.column}: {kind}: {problem.message(texts)} [{problem.code}]"
    if problem.excerpt.strip():
        excerpt = "".join(c if c.isprintable() else "�" for c in problem.excerpt.replace("\t", "→"))
        yield f"    {excerpt[:160]}"
        if problem.column <= min(len(excerpt) + 1, 160):
            yield "    " + " " * (problem.column - 1) + "^"


def summary(problems: Iterable[Problem], texts: Texts) -> str:
    """Count errors and pieces of advice in one sentence."""
    problems = list(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    return texts("report-summary", errors=errors, advice=len(problems) - errors)
