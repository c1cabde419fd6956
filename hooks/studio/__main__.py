"""`python -m studio [FOLDER ...]`: make the media of all folders with a script, or of these."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from ebenerdig.progress import Progress

from .item import KINDS, find
from .making import SHOW_ART, make, show_art
from .script import ScriptError
from .tools import MissingTool


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Make media anew even if neither script nor title have changed.")
def main(folders: tuple[Path, ...], force: bool) -> None:
    """Make playable media from the script.md of each FOLDER.

    Without a FOLDER: all of episodes/, videos/ and tours/, and the shows' art. Run it
    from the project's root. Media that come from the same script and title are left alone.
    """
    items = find(list(folders) or [Path(kind) for kind in KINDS])
    due = [item for item in items if force or not item.is_made()]
    wrong, progress = 0, Progress()
    progress.begin("Sample media", len(due))
    for item in due:
        try:
            make(item)
        except ScriptError as error:
            click.secho(str(error), fg="red", err=True)
            wrong += 1
        except MissingTool as error:
            raise click.ClickException(str(error)) from error
        progress.advance()
    progress.end()
    click.echo(f"{len(due) - wrong} made, {len(items) - len(due)} unchanged, {wrong} with mistakes", err=True)
    for art in SHOW_ART if not folders else ():
        if art.parent.is_dir() and (force or not art.is_file()):
            show_art(art)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(prog_name="python -m studio")
