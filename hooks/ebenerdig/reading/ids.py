"""Which ids and pages there are to refer to.

A register that cannot be read, has another name or is missing is told once, in the register's place: nobody who names
one of its records is blamed for it.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..models import Model, nested
from ..models.fields import Reference
from ..problems import Problem
from .door import ClosedError, names_in
from .entries import Entry, PackagePage
from .nearest import Known
from .project import Project
from .registers import REGISTERS, Registers
from .source import Source, read_register

ENDINGS = (".yml", ".yaml", ".yml.txt", ".yaml.txt")


@dataclass
class Ids:
    """All ids by register, `items` and `pages` among them; `untold` are registers whose ids nobody knows."""

    by_register: dict[str, set[str]]
    untold: frozenset[str]
    known: dict[str, Known] = field(default_factory=dict)

    def add(self, name: str, ids: Iterable[str]) -> Known:
        """Make ids known under a name."""
        self.by_register[name] = set(ids)
        self.known[name] = Known(self.by_register[name], [f"{register}/" for register in self.untold])
        return self.known[name]


def known_ids(registers: Registers, sources: Iterable[Source]) -> Ids:
    """Collect the ids of all registers; a record with a mistake of its own is there all the same."""
    by_register: dict[str, set[str]] = {name: set(records) for name, records in registers.items()}
    read = set()
    for source in sources:
        read.add(source.path.stem)
        by_register[source.path.stem] |= source.metadata.keys()
    untold = frozenset(REGISTERS.keys() - read)
    ids = Ids(by_register, untold)
    for name, keys in list(by_register.items()):
        ids.known[name] = Known(keys, [""] if name in untold else ())
    return ids


def check_registers(
    project: Project, registers: Registers, entries: Iterable[Entry], packages: Iterable[PackagePage]
) -> Iterator[Problem]:
    """Yield registers that others need and that are not there, and files that no register is called by."""
    names = [entry.name for entry in _listed(project.data)]
    missing = [name for name in REGISTERS if f"{name}.yml" not in names]
    strays = [name for name in names if name.casefold().endswith(ENDINGS) and name not in _right_names()]
    if not missing and not strays:
        return
    asked = _asked(set(missing), registers, entries, packages)
    taken = set()
    for name in strays:
        nearest = _meant(project.data / name, project.root, missing, asked)
        path = f"content/_data/{name}"
        if nearest:
            taken.add(nearest)
            yield Problem(path, 1, 1, "register-name-near", {"value": name, "nearest": f"{nearest}.yml"})
        else:
            values = {"value": name, "known": tuple(sorted(_right_names()))}
            yield Problem(path, 1, 1, "register-name", values, "advice")
    for name in missing:
        if asked[name] and name not in taken:
            counted: dict[str, Any] = {"count": asked[name].total(), "first": min(asked[name])}
            yield Problem(f"content/_data/{name}.yml", 1, 1, "register-missing", counted)


def _right_names() -> set[str]:
    return {f"{name}.yml" for name in (*REGISTERS, "library")}


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return [entry for entry in names_in(folder) if not entry.name.startswith(".")]
    except ClosedError:
        return []  # told of the library's settings, which lie there as well


def _meant(path: Path, root: Path, missing: list[str], asked: dict[str, Counter[str]]) -> str | None:
    """The register that a file was meant to be: by its name, by what it holds, or by a name that is alike."""
    stem = path.name.casefold().partition(".")[0]
    if stem in (*REGISTERS, "library"):
        return stem
    source, _ = read_register(path, root)
    keys = source.metadata.keys() if source else set()
    fitting = {name: len(asked[name].keys() & keys) for name in missing}
    best = max(fitting, key=lambda name: fitting[name], default=None)
    if best and fitting[best]:
        return best
    return next(iter(get_close_matches(stem, missing, 1, 0.6)), None)


def _asked(
    missing: set[str], registers: Registers, entries: Iterable[Entry], packages: Iterable[PackagePage]
) -> dict[str, Counter[str]]:
    """How often ids of missing registers are named, by register."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    models: list[Model] = [page.package for page in packages]
    models += [record for records in registers.values() for record in records.values()]
    values: list[Any] = [value for model in models for _, value in nested(model)]
    for entry in entries:
        values += [value for _, value in entry.references]
        found["levels"].update(map(str, entry.item.levels))
    for page in packages:
        found["levels"].update(map(str, page.package.levels))
    for value in values:
        if isinstance(value, Reference) and value.register in missing:
            found[value.register][str(value)] += 1
    return found
