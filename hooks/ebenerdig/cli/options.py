"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

root = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="The project."
)
