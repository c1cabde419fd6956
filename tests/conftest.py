"""What all tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, served
from hypothesis import HealthCheck, settings
from library import Library
from playwright.sync_api import Browser, Page, ViewportSize
from sites import bare_project, build, copy_repository, made_once, odd_project

settings.register_profile(
    "ebenerdig", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("ebenerdig")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with its registers and no items."""
    library = Library(tmp_path)
    library.registers()
    return library


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's site, built once; tests look at it and change nothing."""
    return made_once(tmp_path_factory, "sample", lambda folder: build(copy_repository(folder))) / "site"


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """This repository's site with an English interface around its German items, built once."""

    def make(folder: Path) -> None:
        build(copy_repository(folder, like=site), SITE_LANGUAGE="en")

    return made_once(tmp_path_factory, "english", make) / "site"


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site without a picture and with the fewest fields, built once."""

    def make(folder: Path) -> None:
        bare_project(folder)
        build(folder)

    return made_once(tmp_path_factory, "bare", make) / "site"


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an English library with five levels and a name for its files that is hard to write, built once."""

    def make(folder: Path) -> None:
        odd_project(folder)
        build(folder)

    return made_once(tmp_path_factory, "odd", make) / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of this repository's site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a file; two of Playwright's cannot run at once."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def window() -> ViewportSize:
    """How large a page is: a desk, where a file of tests says nothing else."""
    return {"width": 1280, "height": 900}


@pytest.fixture
def page(browser: Browser, address: str, window: ViewportSize) -> Iterator[Page]:
    """An empty page below the site's address that may use the clipboard; the test fails on any error in it.

    `nowhere/` is asked for on purpose.
    """
    context = browser.new_context(
        base_url=address,
        viewport=window,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page, trouble = context.new_page(), list[str]()
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda line: trouble.append(f"{line.location} {line.text}") if line.type == "error" else None)
    yield page
    context.close()
    assert [line for line in trouble if "/nowhere/" not in line] == []


WHOLE_SITES = {"site", "english", "bare", "small", "address", "browser", "preview", "prepared"}
"""Fixtures that build a site or start a browser or a server."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at a whole site, so that `make mutants` can leave it out."""
    for item in items:
        fixtures = item._fixtureinfo.name2fixturedefs if isinstance(item, pytest.Function) else {}
        results = {name: found[-1].func.__annotations__.get("return") for name, found in fixtures.items()}
        if any(results[name] != "FeedSite" for name in WHOLE_SITES & results.keys()):
            item.add_marker("whole_site")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was left out: a run without the tests that install is not the whole."""
    if config.getoption("markexpr") == "not installation":
        terminalreporter.write_line("Left out: the tests that install the project. `make check` runs them, too.")
