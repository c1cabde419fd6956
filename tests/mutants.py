"""Would the tests notice? Change the code in small ways at random, and run the tests that execute the changed line.

`make mutants SAMPLE=150 SEED=1`. All happens in copies below `build/mutants`. What was found is kept there, so that a
run that was broken off goes on; a change that nobody noticed is tried again once a test has changed.

Our own, because neither kept program fits: mutmut tries every change and instruments whole functions, cosmic-ray takes
one command for all modules; neither draws a sample.
"""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple
from xml.etree import ElementTree

import click
from coverage import CoverageData
from sites import ROOT, copy_repository, surroundings

CORE, KEPT = ROOT / "hooks" / "ebenerdig", ROOT / "build" / "mutants"
PLACES = ("models", "reading", "media", "catalogue.py", "feeds", "outputs/search")
QUICK = "not whole_site and not installation"
"""Tests that look at whole sites run the code in other processes: which lines they reach is not known."""
BUDGET = 90.0
"""Seconds of tests for one change, the quickest first: what only slower ones notice counts as not noticed."""
TURNED: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,), ast.And: (ast.Or,), ast.Or: (ast.And,), ast.Add: (ast.Sub,), ast.Sub: (ast.Add,),
}  # fmt: skip
Tests = dict[str, tuple[float, dict[str, list[int]]]]
"""By test: how long it takes, and which lines it reaches; what fixtures reach counts for all tests of their file."""


class Change(NamedTuple):
    """One small change: what stands in a module from one byte to another, and what shall stand there."""

    module: str
    line: int
    start: int
    end: int
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {' '.join(self.old.split())}  ->  {self.new}"


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in place of one node."""
    changed: Any = copy.deepcopy(node)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for kind in TURNED[type(node.ops[0])]:
            yield ast.Compare(node.left, [kind()], node.comparators)  # type: ignore[list-item]
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in TURNED:
        changed.op = TURNED[type(node.op)][0]()
        yield changed
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))
    elif isinstance(node, ast.Return) and node.value and getattr(node.value, "value", node) is not None:
        yield ast.Return(ast.Constant(None))


def changes(module: str, source: str) -> Iterator[Change]:
    """Yield every small change of a module. Annotations, decorators and f-strings stay as they are."""
    begins = [0]
    for row in source.encode().splitlines(keepends=True):
        begins.append(begins[-1] + len(row))
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        for name, value in ast.iter_fields(node):
            if name not in ("annotation", "returns", "decorator_list") and not isinstance(node, ast.JoinedStr):
                waiting += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, ast.AST)]
        for new in variants(node):
            place: Any = node
            start = begins[place.lineno - 1] + place.col_offset
            end = begins[place.end_lineno - 1] + place.end_col_offset
            text = ast.unparse(new) if isinstance(new, ast.stmt) else f"({ast.unparse(new)})"
            yield Change(module, place.lineno, start, end, source.encode()[start:end].decode(), text)


def pytest(folder: Path, *arguments: str, limit: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run tests in a copy."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", QUICK, *arguments]
    return subprocess.run(
        command, cwd=folder, env=surroundings(COVERAGE_CORE="ctrace"), capture_output=True, text=True, timeout=limit
    )


def reached(folder: Path, files: list[str]) -> Tests:
    """Run the tests once and note which lines each of them reaches."""
    done = pytest(folder, *files, "--cov=ebenerdig", "--cov-context=test", "--cov-report=", "--junitxml=times.xml")
    assert done.returncode in (0, 1), f"the tests cannot be run:\n{done.stdout[-3000:]}"
    seconds: dict[str, float] = defaultdict(float)
    failing = set[str]()
    for case in ElementTree.parse(folder / "times.xml").iter("testcase"):
        file, test = f"{case.get('classname', '').replace('.', '/')}.py", case.get("name", "").partition("[")[0]
        for name in (file, f"{file}::{test}"):
            seconds[name] += float(case.get("time", 0))
            failing |= {name} if case.find("failure") is not None or case.find("error") is not None else set()
    if failing:
        click.echo(f"Left out, because they fail as they are: {', '.join(sorted(failing))}")
    lines: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    data = CoverageData(str(folder / ".coverage"))
    data.read()
    for path in data.measured_files():
        for line, contexts in data.contexts_by_lineno(path).items():
            for test, _, phase in (context.rpartition("|") for context in contexts if context):
                name = test.partition("[" if phase == "run" else "::")[0]
                lines[name][Path(path).relative_to(folder).as_posix()].add(line)
    return {
        name: (seconds[name], {m: sorted(found) for m, found in lines[name].items()}) for name in lines.keys() - failing
    }


def chosen(tests: Tests, change: Change) -> tuple[list[str], float]:
    """Choose the tests that reach a line, the quickest first; for what runs at import, those that reach the module."""
    exact = [name for name, (_, lines) in tests.items() if change.line in lines.get(change.module, ())]
    names = exact or [name for name, (_, lines) in tests.items() if change.module in lines]
    taken, total = list[str](), 0.0
    for name in sorted(names, key=lambda name: tests[name][0]):
        total += tests[name][0]
        if total > BUDGET:
            break
        taken.append(name)
    return taken, min(total, BUDGET)


def is_noticed(folder: Path, change: Change, tests: Tests) -> bool:
    """Whether a test fails, or never ends, with the change in place."""
    names, seconds = chosen(tests, change)
    path = folder / change.module
    whole = path.read_bytes()
    path.write_bytes(whole[: change.start] + change.new.encode() + whole[change.end :])
    try:
        return bool(names) and pytest(folder, "-x", *names, limit=60 + 5 * seconds).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_bytes(whole)


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--sample", default=150)
@click.option("--seed", default=1)
@click.option("--places", default=" ".join(PLACES), help="Modules and folders below hooks/ebenerdig.")
@click.option("--tests", "files", default="", help="Files of tests; otherwise all.")
def main(sample: int, seed: int, places: str, files: str) -> None:
    """Draw a sample, try each change and print what was noticed."""
    tops = [CORE / place for place in places.split()]
    modules = sorted(path for top in tops for path in ([top] if top.is_file() else top.rglob("*.py")))
    every = [one for path in modules for one in changes(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))]
    drawn = random.Random(seed).sample(every, min(sample, len(every)))
    names = files.split() or ["tests"]
    code, checks = (digest(path.read_bytes() for path in sorted(top.rglob("*.py"))) for top in (CORE, ROOT / "tests"))
    KEPT.mkdir(parents=True, exist_ok=True)
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(os.cpu_count() or 1):
        shutil.rmtree(KEPT / f"copy-{number}", ignore_errors=True)
        copies.put(copy_repository(KEPT / f"copy-{number}"))
        subprocess.run(["git", "init", "-q"], cwd=KEPT / f"copy-{number}", check=True)  # tests list the files by git
    lines = KEPT / f"lines-{code}-{checks}-{digest([str(names).encode()])}.json"
    if not lines.exists():
        lines.write_text(json.dumps(reached(KEPT / "copy-0", names)), "utf-8")
    tests: Tests = json.loads(lines.read_text("utf-8"))
    results = KEPT / f"results-{code}.jsonl"
    rows = [json.loads(row) for row in results.read_text("utf-8").splitlines()] if results.exists() else []
    known = {row["change"]: row["noticed"] for row in rows if row["noticed"] or row["checks"] == checks}

    def attempt(change: Change) -> bool:
        if str(change) not in known:
            folder = copies.get()
            try:
                known[str(change)] = is_noticed(folder, change, tests)
            finally:
                copies.put(folder)
            row = {"change": str(change), "checks": checks, "noticed": known[str(change)]}
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        click.echo(f"{'noticed    ' if known[str(change)] else 'NOT NOTICED'}  {change}")
        return bool(known[str(change)])

    with ThreadPoolExecutor(copies.qsize()) as pool:
        noticed = sum(pool.map(attempt, drawn))
    click.echo(f"{noticed} of {len(drawn)} changes were noticed: {noticed / len(drawn):.0%}, seed {seed}")


def digest(contents: Iterable[bytes]) -> str:
    """Sum up files, to see whether one has changed."""
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:12]


if __name__ == "__main__":
    main()
