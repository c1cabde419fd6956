"""The registers: people, organisations, topics and all else that items name by id."""

from __future__ import annotations

import os
import re

from ..models import Funder, Level, License, Organisation, Person, Record, Show, Subject
from ..models.fields import SLUG, Reference
from ..problems import Problem
from .characters import odd_characters
from .project import Project
from .slugs import suggested
from .source import Source, read_register
from .validate import validate_entry

REGISTERS: dict[str, type[Record]] = {
    "levels": Level,
    "areas": Subject,
    "topics": Subject,
    "technologies": Subject,
    "industries": Subject,
    "people": Person,
    "organisations": Organisation,
    "funders": Funder,
    "licenses": License,
    "shows": Show,
    "synonyms": Subject,
}

LISTED_REGISTERS = ("levels", "areas", "topics", "technologies", "industries", "people", "organisations")
"""Registers whose records have a page of their own."""

PATTERNS = {reference.register: reference.pattern for reference in Reference.__subclasses__()}
"""What an id looks like; it becomes part of an address and of a file's name."""

Registers = dict[str, dict[str, Record]]
"""Records by register and id, in the order of their file."""


def read_registers(project: Project) -> tuple[Registers, list[Source], list[Problem]]:
    """Read `content/_data/<register>.yml` for every register; a missing file is an empty register."""
    registers: Registers = {name: {} for name in REGISTERS}
    sources, problems = [], []
    for name, model in REGISTERS.items():
        path = project.data / f"{name}.yml"
        if not os.path.lexists(path):
            continue
        source, found = read_register(path, project.root)
        problems += found
        if source is None:
            continue
        sources.append(source)
        problems += odd_characters(source.name, source.text, "", 1)
        for key in [str(place[0]) for place in source.keys if len(place) == 1]:
            if not re.match(PATTERNS.get(name, SLUG), key):
                values = {"value": key, "suggestion": suggested(key, PATTERNS.get(name, SLUG))}
                problems.append(source.problem((key,), "register-key", values, key=True))
                continue
            record, found = validate_entry(source, model, (key,), project.library.language)
            problems += found
            if record is not None:
                registers[name][key] = record
    return registers, sources, problems
