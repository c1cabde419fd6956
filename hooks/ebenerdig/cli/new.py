"""`ebenerdig new`: records that need an identifier which never changes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from ..editing.shows_file import NewShow, add_show
from ..models import Show
from ..models.fields import SLUG
from ..problems import report
from ..reading.project import load_project
from ..reading.registers import read_registers
from ..reading.slugs import slug
from . import options


@click.group()
def new() -> None:
    """Add something new, with an identifier of its own."""


@new.command()
@click.argument("show_id", metavar="ID")
@click.option("--title", required=True, help="What the show is called.")
@click.option("--description", help="What it is about.")
@click.option("--category", "categories", multiple=True, help="A category of Apple's list; may be given twice.")
@click.option("--email", help="Where directories reach you.")
@options.root
def show(
    show_id: str, title: str, description: str | None, categories: tuple[str, ...], email: str | None, root: Path
) -> None:
    """Append a show to content/_data/shows.yml; what is not said is taken from the first one there."""
    project, problems = load_project(root)
    registers, _, found = read_registers(project)
    texts, errors = project.texts, [problem for problem in [*problems, *found] if problem.severity == "error"]
    if errors:
        click.echo(report(errors, texts), err=True)
        sys.exit(1)
    shows = registers["shows"]
    if not re.match(SLUG, show_id) or show_id in shows:
        taken = texts("show-id-taken", value=show_id) if show_id in shows else ""
        click.echo(taken or texts("show-id-wrong", value=show_id, suggestion=slug(show_id)), err=True)
        sys.exit(1)
    library = project.library
    model = next((record for record in shows.values() if isinstance(record, Show)), None)
    publisher = registers["organisations"].get(library.publisher)
    contact = library.contact.removeprefix("mailto:") if library.contact.startswith("mailto:") else ""
    added = NewShow(
        id=show_id,
        title=title,
        description=description or texts("starter-show"),
        base_url=library.url.rstrip("/") + "/",
        author=model.author if model else publisher.label(library.language) if publisher else library.name,
        email=email or (model.owner.email if model else contact),
        language=model.language if model else library.language,
        categories=categories or (model.categories if model else NewShow.categories),
        image=model.image if model else NewShow.image,
    )
    if problems := add_show(project, added):
        click.echo(f"{texts('show-not-added')}\n\n{report(problems, texts)}", err=True)
        sys.exit(1)
    click.echo(texts("show-added", title=title, address=f"{added.base_url}feed/{show_id}.xml"))
