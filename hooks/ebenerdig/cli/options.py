"""Options and arguments that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..reading.nearest import Known
from ..texts import Texts

root = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The project."
)
items = click.argument("items", nargs=-1, metavar="[ITEM]...")


def chosen(named: Iterable[str], known: Iterable[str], texts: Texts) -> set[str]:
    """The ids of the items that were named, such as `episodes/was-ist-ki`; all when none was; unknown ones end it."""
    known = set(known)
    ids = {name.replace("\\", "/").removeprefix("./").removesuffix("index.md").rstrip("/") for name in named}
    for unknown in sorted(ids - known):
        if close := Known(known).nearest(unknown):
            click.echo(texts("item-unknown-near", item=unknown, nearest=close), err=True)
        else:
            click.echo(texts("item-unknown", item=unknown), err=True)
    if ids - known:
        sys.exit(1)
    return ids or known
