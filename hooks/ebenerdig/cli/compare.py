"""`ebenerdig compare`: what subscribers will notice, before it is published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..feeds.comparing.change_report import tell
from ..feeds.comparing.changes import compare as changes_between
from ..feeds.comparing.feed_pages import Unreadable
from ..feeds.comparing.sides import Side, read_side
from ..problems import Problem, report
from ..progress import Progress
from ..reading.project import load_project
from . import options


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--markdown", is_flag=True, help="Write Markdown, for a pull request.")
@options.root
def compare(old: str, new: str | None, markdown: bool, root: Path) -> None:
    """Say what subscribers will notice between OLD and NEW.

    Each is a feed's address, a feed's file, the folder of a built site or of a library, or a git revision; files and
    folders come before revisions of the same name. NEW is the library you stand in if you leave it out. Exit 1 when a
    GUID or a whole feed vanished, changed or stands twice, 2 when something cannot be read.
    """
    project, _ = load_project(root)
    texts, progress = project.texts, Progress()
    sides: list[Side] = []
    unreadable: list[Problem] = []
    for named in (old, new):
        try:
            with progress.stage(texts("report-read")) as advance:
                sides.append(read_side(named, root, project.now, advance))
        except Unreadable as error:
            unreadable += error.problems
    if unreadable:
        click.echo(f"{texts('compare-unreadable')}\n\n{report(unreadable, texts)}", err=True)
        sys.exit(2)
    if ends := [feed for feed in sides[1].feeds if feed.next]:  # what is missing there would seem to have vanished
        problems = [Problem(feed.name, 1, 1, "feed-page-missing", {"address": feed.next}) for feed in ends]
        click.echo(f"{texts('compare-unreadable')}\n\n{report(problems, texts)}", err=True)
        sys.exit(2)
    changes = list(changes_between(*sides))
    click.echo(tell(changes, texts, project.zone, markdown))
    sys.exit(1 if any(change.is_error for change in changes) else 0)
