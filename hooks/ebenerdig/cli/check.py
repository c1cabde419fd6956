"""`ebenerdig check`: everything that is wrong, all at once, in the items and, on demand, in the built feeds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import build
from ..feeds.rules import CODES, check_feeds, find_feeds
from ..problems import has_errors, report, summary
from ..progress import Progress
from ..reading.project import load_project
from ..waiting import waiting
from . import options


@click.command()
@options.root
@click.option("--errors", "only_errors", is_flag=True, help="Tell errors alone.")
@click.option("--all", "every", is_flag=True, help="Tell every piece of advice with its place.")
@click.option("--site", type=click.Path(path_type=Path), help="A built site, whose feeds are checked as well.")
def check(root: Path, site: Path | None, only_errors: bool, every: bool) -> None:
    """Read every item and register and say what is wrong; exit 1 on errors.

    Errors come first, each with its place. Advice that many items have in common takes a line.

    With --site, the feeds of a built site are read back too, with the sound, pictures, transcripts and chapters they
    name.
    """
    project, problems = load_project(root)
    catalogue, texts = build(project, problems), project.texts
    found = list(catalogue.problems)
    if site:
        if not find_feeds(site):
            raise click.ClickException(texts("check-no-site", folder=str(site)))
        with Progress().stage(texts("check-reading-feeds")) as tell:
            found += check_feeds(catalogue, site, tell)
    if found:
        shown = [problem for problem in found if problem.severity == "error" or not only_errors]
        if shown:
            click.echo(report(shown, texts, every=every) + "\n")
        click.echo(summary(found, texts))
    else:
        click.echo(texts("check-fine", items=len(catalogue.entries), packages=len(catalogue.packages)))
    for line in waiting(catalogue):
        click.echo(line)
    if site:
        click.echo(texts("check-feeds", feeds=len(find_feeds(site)), rules=len(CODES)))
    sys.exit(1 if has_errors(found) else 0)
