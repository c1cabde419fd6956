"""Ask the search page in a real browser, and say for how many queries of a file the answer is among the first three."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

QUERIES = Path(__file__).parent / "queries"
FIRST = 3


def pairs(name: str) -> list[tuple[str, list[str]]]:
    """Read queries with the addresses of which one has to be found."""
    lines = (QUERIES / f"{name}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(query, answers.split()) for query, answers in rows]


def ask(page: Page, query: str) -> list[str]:
    """Type a query into the search page, press Enter, and return the addresses of all hits that are shown."""
    page.fill("#eb-query", query)
    page.press("#eb-query", "Enter")
    expect(page.locator("eb-search[aria-busy]")).to_have_count(0, timeout=30_000)
    return page.locator(".eb-hit__title a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


def unanswered(page: Page, name: str) -> list[str]:
    """Ask all queries of a file; a line for each whose answer is not among the first three."""
    page.goto("suche/")
    missed = []
    for query, answers in pairs(name):
        first = [address.removeprefix("../") for address in ask(page, query)[:FIRST]]
        if not set(first) & set(answers):
            missed.append(f"{query}: {' '.join(first) or '–'}")
    return missed
