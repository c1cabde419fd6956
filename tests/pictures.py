"""Take the README's pictures from the built site: `python tests/pictures.py`, after a build.

Each picture is what a visitor sees first: a desktop, a phone, and a phone in the dark.
"""

from __future__ import annotations

import io
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import click
from PIL import Image
from playwright.sync_api import sync_playwright

TARGET = Path(".github/pictures")
DESKTOP, PHONE = (1280, 800), (390, 844)


@dataclass(frozen=True)
class Picture:
    """One picture: its name, the page, the window, and light or dark."""

    name: str
    page: str
    size: tuple[int, int]
    scheme: Literal["light", "dark"] = "light"


PICTURES = [
    Picture("home", "", DESKTOP),
    Picture("home-phone", "", PHONE),
    Picture("episode-phone", "episodes/datensicherung-die-im-ernstfall-traegt/", PHONE),
    Picture("tour-dark-phone", "tours/rundgang-durch-die-werkhalle/", PHONE, "dark"),
]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site for as long as the block lasts; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@click.command(help=__doc__)
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("site"))
@click.option("--target", type=click.Path(file_okay=False, path_type=Path), default=TARGET)
def main(site: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            width, height = picture.size
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme=picture.scheme, reduced_motion="reduce"
            )
            answer = page.goto(address + picture.page, wait_until="networkidle")
            if answer is None or not answer.ok:
                raise click.ClickException(f"there is no page {picture.page}")
            taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            taken.save(target / f"{picture.name}.webp", "WEBP", quality=86, method=6)
            click.echo(target / f"{picture.name}.webp")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
