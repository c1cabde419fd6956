"""`ebenerdig import`: an existing podcast becomes item folders; what is there already stays as it is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..feeds.foreign.feed_reader import read_feed
from ..feeds.foreign.foreign_feed import ForeignFeed, NoFeed
from ..feeds.foreign.paging import with_pages
from ..feeds.importing.downloading import Downloads, Hosts
from ..feeds.importing.folders import CACHE, Folders, Wish, recording_format
from ..feeds.importing.import_report import summary
from ..feeds.importing.show_of_feed import NotWrittenError, show_of_feed
from ..media.measured import FULL
from ..models import Show
from ..models.fields import SLUG
from ..models.formats import FORMATS
from ..problems import Problem, report
from ..progress import Progress
from ..reading.across import FEED_NAMES
from ..reading.project import load_project
from ..reading.registers import read_registers
from ..reading.slugs import slug
from ..reading.validate import GAP
from ..web import FetchError, fetch
from . import options


@click.command("import")
@click.argument("feed")
@click.option("--show", "show_id", help="The id of the show that the episodes belong to.")
@click.option("--download", "download_media", is_flag=True, help="Bring sound and pictures here, too.")
@click.option("--levels", default=GAP, help="What to write as levels, such as 1-2.")
@click.option("--area", "areas", multiple=True, help="A field of action; may be given twice.")
@click.option("--license", "license_id", default=GAP, help="The licence of the pictures that are downloaded.")
@options.root
def import_(
    feed: str,
    show_id: str | None,
    download_media: bool,
    levels: str,
    areas: tuple[str, ...],
    license_id: str,
    root: Path,
) -> None:
    """Turn FEED, an address or a file, into item folders.

    Episodes that are in the library already are left alone, so it can be called again. What the feed does not know
    becomes a gap that `ebenerdig check` names. Without --download, sound stays where it is.
    """
    project, problems = load_project(root)
    texts, progress = project.texts, Progress()
    if show_id is not None and not re.match(SLUG, show_id):
        click.echo(texts("show-id-wrong", value=show_id, suggestion=slug(show_id)), err=True)
        sys.exit(2)
    registers, _, found = read_registers(project)
    problems = [problem for problem in [*problems, *found] if problem.severity == "error"]
    if problems:
        click.echo(report(problems, texts), err=True)
        sys.exit(2)
    if show_id is not None and show_id not in registers["shows"] and FEED_NAMES.match(show_id):
        click.echo(report([Problem("--show", 1, 1, "show-reserved", {"value": show_id})], texts), err=True)
        sys.exit(2)
    try:
        read, stopped = _read(feed)
    except (FetchError, NoFeed, OSError) as error:
        click.echo(report([_why(feed, error)], texts), err=True)
        sys.exit(2)
    hosts = Hosts() if download_media or "://" in feed else None
    try:
        with progress.stage(texts("import-work"), of_bytes=download_media) as tell:
            downloads = Downloads(project.root / CACHE, hosts, tell) if download_media and hosts else None
            show = show_of_feed(project, registers, read, show_id)
            wish = Wish(show, levels, areas or (GAP,), license_id, hosts, downloads)
            folders = Folders(project, registers, recording_format(FORMATS), wish)
            outcome = folders.write(read, (lambda done, total: None) if downloads else tell)
    except NotWrittenError as error:
        click.echo(report(error.problems, texts), err=True)
        sys.exit(2)
    except OSError as error:  # of the disk: what the network refuses is told item by item
        click.echo(report([_not_written(project.root, error)], texts), err=True)
        sys.exit(2)
    click.echo("\n".join(summary(outcome, read, show, texts, stopped)))
    record = registers["shows"].get(show.key)
    if read.guid and isinstance(record, Show) and record.guid != read.guid:
        click.echo("\n" + texts("import-other-guid", show=show.key, guid=read.guid))
    sys.exit(1 if "no-download" in outcome.reasons else 0)


def _why(named: str, error: Exception) -> Problem:
    if isinstance(error, FetchError):
        return error.problem
    if isinstance(error, OSError):
        return Problem(named, 1, 1, "unreadable", {"reason": error.strerror or str(error)})
    return Problem(named, 1, 1, "feed-none")


def _not_written(root: Path, error: OSError) -> Problem:
    code = "disk-full" if error.errno in FULL else "not-written"
    return Problem(str(error.filename or root), 1, 1, code, {"reason": error.strerror or str(error)})


def _read(named: str) -> tuple[ForeignFeed, list[Problem]]:
    """Read a feed with all its pages where it is on the web, from a file as it is; and say why it had to stop."""
    if "://" not in named:
        return read_feed(named, Path(named).read_bytes()), []
    stopped: list[Problem] = []

    def follow(address: str) -> ForeignFeed | None:
        try:
            return read_feed(address, fetch(address))
        except FetchError as error:
            stopped.append(error.problem)
        except NoFeed:
            stopped.append(Problem(address, 1, 1, "feed-none"))
        return None

    return with_pages(read_feed(named, fetch(named)), follow), stopped
