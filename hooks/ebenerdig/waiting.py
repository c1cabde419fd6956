"""Say what will appear by itself on a later day, so that nobody wonders where it is."""

from __future__ import annotations

from collections.abc import Iterator

from .catalogue import Catalogue
from .models.formats import FORMATS
from .wording import day

NAMED = 3
"""How many items of a format are named."""


def waiting(catalogue: Catalogue) -> Iterator[str]:
    """Yield a line for every format that holds scheduled items."""
    project = catalogue.project
    for form in FORMATS:
        found = [entry for entry in catalogue.waiting if entry.format is form]
        if found:
            name = form.name(project.language) if len(found) == 1 else form.plural(project.language)
            items = ", ".join(entry.id for entry in found[:NAMED]) + (" …" if len(found) > NAMED else "")
            first = day(found[0].date.date(), project.language)
            yield project.texts("report-waiting", count=len(found), name=name, day=first, items=items)
