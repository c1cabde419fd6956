"""What apps show below the player: the notes, the chapters' times, and what law and funders want to be said."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...catalogue import Catalogue
from ...media.transcript import clock
from ...models import worded
from ...notes import for_feed
from ...reading.entries import Entry

IMPRINT = "impressum/"


def encoded(catalogue: Catalogue, entry: Entry) -> str:
    """Render everything as harmless HTML with absolute links."""
    notes = for_feed(entry.source.body, catalogue.project.base_url + entry.url, catalogue.project.language)
    return "\n".join([*([notes] if notes else []), *_chapters(catalogue, entry), *_small_print(catalogue, entry)])


def _chapters(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    """Times as `00:12:34`, which apps turn into links that play from there."""
    if entry.chapters:
        yield f"<h2>{catalogue.project.texts('feed-chapters')}</h2>"
        lines = [f"<li>{clock(mark.start)[:8]} {escape(mark.title, quote=False)}</li>" for mark in entry.chapters]
        yield "\n".join(["<ul>", *lines, "</ul>"])


def _small_print(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    texts, project = catalogue.project.texts, catalogue.project
    if entry.item.ai_use in ("assisted", "generated"):
        yield f"<p>{texts('ai-' + entry.item.ai_use)}</p>"
    for funder in catalogue.funders_of(entry):
        yield for_feed(worded(funder.text, project.language), project.base_url + entry.url, project.language)
    yield f'<p><a href="{escape(project.base_url)}{IMPRINT}">{texts("feed-imprint")}</a></p>'
