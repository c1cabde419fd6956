"""The command line over the same functions that the site is built with: one file a command, listed here."""

from __future__ import annotations

import click

from .check import check
from .compare import compare
from .import_ import import_
from .init import init
from .new import new
from .probe import probe
from .schema import schema
from .tag import tag


@click.group()
@click.version_option(package_name="ebenerdig")
def main() -> None:
    """Ebenerdig: a media library at ground level."""


for command in (check, compare, import_, init, new, probe, schema, tag):
    main.add_command(command)
