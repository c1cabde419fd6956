"""A site on a server with byte ranges, and Debian's chromium to look at it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any, Literal
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from whitenoise import WhiteNoise

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


Scheme = Literal["light", "dark"]
CIRCUMSTANCES: list[tuple[int, Scheme]] = [(320, "dark"), (1280, "light")]
"""Width and colours in which pages are looked at: layouts and colours do not depend on each other."""
CROSSED: list[tuple[int, Scheme]] = [(320, "light"), (1280, "dark")]
"""The same the other way round, for pages of the same templates with other content."""


class Server(ThreadingMixIn, WSGIServer):
    """Answers several requests at once, as players need."""

    daemon_threads = True


class Silent(WSGIRequestHandler):
    """Prints nothing per request."""

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, *, as_hosted: bool = False, **headers: str) -> Iterator[str]:
    """Serve a built site for the length of a block and give its address, with a slash at the end.

    `as_hosted` sends the headers that `_headers` wants for every page; Playwright cannot wait for an expression then.
    `headers` go with every file, too, with `_` for `-`.
    """

    def unknown(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("404 Not Found", [("Content-Type", "text/html; charset=utf-8")])
        return [(site / "404.html").read_bytes()]

    everywhere = (site / "_headers").read_text("utf-8").split("\n\n")[0].split("\n")[1:] if as_hosted else []
    wanted = [tuple(line.strip().split(": ", 1)) for line in everywhere]
    wanted += [(name.replace("_", "-"), value) for name, value in headers.items()]

    def add(sent: Any, path: str, url: str) -> None:
        for name, value in wanted:
            sent[name] = value

    application = WhiteNoise(unknown, root=str(site), index_file=True, add_headers_function=add)
    server = make_server("127.0.0.1", 0, application, server_class=Server, handler_class=Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Debian's chromium; where it is missing the test is skipped, but never on CI."""
    program = shutil.which("chromium")
    if program is None and not os.environ.get("CI"):
        pytest.skip("chromium is not installed")
    assert program, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def barriers(page: Page) -> list[str]:
    """Say what in an open page breaks a rule of accessibility or is wider than the screen; all that folds is open."""
    page.wait_for_selector("main:not(:has([aria-busy]))")
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    wide, screen = page.evaluate("document.documentElement.scrollWidth"), page.viewport_size
    found = [f"{page.url}: {wide} px wide"] if screen and wide > screen["width"] else []
    return found + broken_rules(page, page.url)


def broken_rules(page: Page, where: str) -> list[str]:
    """Say which rules of accessibility an open page breaks as it stands."""
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = []
    for violation in Axe().run(page, options=options).response["violations"]:
        node = violation["nodes"][0]
        found.append(f"{where}: {violation['id']} {node['target']} {node['failureSummary']}")
    return found
