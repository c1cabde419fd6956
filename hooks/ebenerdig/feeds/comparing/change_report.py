"""Say changes in plain words: for a terminal, or as Markdown for a pull request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from ...problems import fit
from ...texts import Texts
from .changes import KINDS, Change, Value

LISTED = 20
"""How many items are named for each kind of change; a move to another host changes all of them."""


def tell(changes: Iterable[Change], texts: Texts, zone: ZoneInfo, markdown: bool = False) -> str:
    """Write all changes, grouped by feed and kind, with a sentence for each kind and a summary."""
    changes = list(changes)
    errors = sum(change.is_error for change in changes)
    lines = [f"## {texts('compare-heading')}\n"] if markdown else []
    for feed, of_feed in _grouped(changes, lambda change: change.feed).items():
        lines.append(f"### {_code(feed)}\n" if markdown else fit(feed))
        kinds = _grouped(of_feed, lambda change: change.kind)
        for kind in sorted(kinds, key=list(KINDS).index):
            lines += _kind(kind, kinds[kind], texts, zone, markdown)
        lines.append("")
    lines.append(
        texts("compare-summary", errors=errors, changes=len(changes) - errors) if changes else texts("compare-same")
    )
    return "\n".join(lines)


def _kind(kind: str, changes: list[Change], texts: Texts, zone: ZoneInfo, markdown: bool) -> Iterator[str]:
    heading = f"{texts('severity-error')}: " if KINDS[kind] else ""
    heading += texts(f"compare-kind-{kind}", count=len(changes))
    yield f"**{heading}**\n" if markdown else f"  {heading}"
    for change in changes[:LISTED]:
        line = _line(change, texts, zone, _code if markdown else fit)
        yield f"- {line}" if markdown else f"    - {line}"
    if len(changes) > LISTED:
        more = texts("compare-more", count=len(changes) - LISTED)
        yield f"- {more}" if markdown else f"    - {more}"
    if markdown:
        yield ""


def _line(change: Change, texts: Texts, zone: ZoneInfo, write: Callable[[str], str]) -> str:
    def said(value: Value) -> str:
        if isinstance(value, datetime):
            return write(format_datetime(value.astimezone(zone), "medium", locale=texts.language))
        return write(value) if value else "–"

    pair = [said(value) for value in (change.before, change.after) if value is not None]
    both = change.before is not None and change.after is not None
    return ": ".join(part for part in (change.subject and write(change.subject), " → ".join(pair)) if part or both)


def _grouped(changes: Iterable[Change], key: Callable[[Change], str]) -> dict[str, list[Change]]:
    groups: dict[str, list[Change]] = {}
    for change in changes:
        groups.setdefault(key(change), []).append(change)
    return groups


def _code(value: str) -> str:
    """Write a value so that nothing in it is Markdown, HTML or calls somebody by @name."""
    line = fit(value)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
