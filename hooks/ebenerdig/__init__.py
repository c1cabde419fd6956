"""Ebenerdig: from folders of Markdown and media to a catalogue of what can be heard, seen and visited.

Read this first: the pipeline is the function below. It knows nothing of
MkDocs; `hooks/mkdocs_events.py` and `cli` call it and hand its result to the
outputs.
"""

from __future__ import annotations

from collections.abc import Callable

from .catalogue import Catalogue, assemble
from .memory import collector_at_rest
from .problems import Problem, arrange
from .reading.across import check_across
from .reading.artwork import check_artwork
from .reading.items import find_items, read_items, read_packages
from .reading.misnamed import check_pages
from .reading.project import Project
from .reading.registers import read_registers


@collector_at_rest()
def build(
    project: Project, problems: list[Problem] | None = None, tell: Callable[[int, int], None] = lambda done, total: None
) -> Catalogue:
    """Read, check and join everything; all problems of all files stand in the catalogue's `problems`.

    `problems` are those that reading the project's own settings brought up.
    """
    registers, register_sources, found = read_registers(project)
    problems = [*(problems or ()), *found]

    entries, found = read_items(project, tell)
    problems += found
    packages, found = read_packages(project)
    problems += found

    folders, _ = find_items(project)
    item_ids = {f"{form.folder}/{folder.name}" for form, folder in folders}
    problems += check_pages(project.root)
    problems += check_across(project, registers, register_sources, entries, packages, item_ids)
    problems += check_artwork(registers, register_sources, entries)

    return assemble(project, registers, entries, packages, arrange(dict.fromkeys(problems)))
