"""`ebenerdig init`: a new library that builds at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from ..editing.starting import NewLibrary, start
from ..models import Owner
from ..models.fields import Line, Target, Url
from ..texts import LANGUAGES, texts


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--name", help="What the library is called.")
@click.option("--url", help="The address that it will have.")
@click.option("--email", help="Where people can reach you.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the site.")
def init(folder: Path, name: str | None, url: str | None, email: str | None, language: str | None) -> None:
    """Write a new, small library into FOLDER; what exists there is not touched. Asks for what no option says."""
    ambient = os.environ.get("SITE_LANGUAGE", "")
    language = language or (ambient if ambient in LANGUAGES else LANGUAGES[0])
    t = texts(language)
    for taken in ("mkdocs.yml", "content/_data/library.yml"):
        if (folder / taken).exists():
            click.echo(t("init-taken", folder=str(folder), file=taken), err=True)
            sys.exit(1)

    def asked(option: str, given: str | None, check: Callable[[str], str]) -> str:
        def checked(value: str) -> str:
            try:
                return check(value)
            except ValidationError:
                raise click.BadParameter(t(f"init-{option}-wrong", value=value)) from None

        return checked(given) if given is not None else str(click.prompt(t(f"init-{option}"), value_proc=checked))

    library = NewLibrary(
        name=asked("name", name, TypeAdapter(Line).validate_python),
        url=asked("url", url, lambda value: TypeAdapter(Url).validate_python(value).rstrip("/") + "/"),
        email=asked("email", email, _email),
        language=language,
    )
    written, kept = start(folder, library)
    click.echo(t("init-written", count=len(written), folder=str(folder)))
    if kept:
        click.echo(t("init-kept", files=", ".join(kept)))
    click.echo(t("init-next"))


def _email(value: str) -> str:
    TypeAdapter(Target).validate_python(f"mailto:{value.strip()}")
    return Owner(name="-", email=value).email
