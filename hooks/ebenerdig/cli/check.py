"""`ebenerdig check`: everything that is wrong, all at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build
from ..problems import has_errors, report, summary
from ..project import load_project
from . import options


@click.command()
@options.root
def check(root: Path) -> None:
    """Read every item and register and say what is wrong; exit 1 on errors."""
    project, problems = load_project(root)
    catalogue = build(project, problems)
    texts, found = project.texts, catalogue.problems
    if found:
        click.echo(report(found, texts) + "\n")
        click.echo(summary(found, texts))
    else:
        click.echo(texts("check-fine", items=len(catalogue.entries), packages=len(catalogue.packages)))
    sys.exit(1 if has_errors(found) else 0)
