"""Say in plain words what an import brought, what it left out and why: a line for every kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...models import Location, NamedUrl
from ...problems import Problem, fit
from ...texts import Texts
from ..foreign.foreign_feed import ForeignFeed
from .folders import REASONS, Outcome
from .show_of_feed import ShowOfFeed, categories, fits, funding

LISTED = 10
ALL = 100
"""Kinds of tags; nothing that was left out goes unsaid."""


def summary(
    outcome: Outcome, feed: ForeignFeed, show: ShowOfFeed, texts: Texts, stopped: Iterable[Problem] = ()
) -> Iterator[str]:
    """Yield the lines of a report; `stopped` says why a further page could not be read."""
    yield texts("import-done", title=fit(feed.title), new=outcome.new, known=outcome.known, show=show.key)
    if outcome.new:
        yield texts("import-show-new" if show.new else "import-show-known", show=show.key)
    for reason in (reason for reason in REASONS if reason in outcome.reasons):
        titles = outcome.reasons[reason]
        yield from _listed(texts(f"import-{reason}", count=len(titles)), titles, texts)
    if outcome.new:
        yield from _of_show(feed, texts) if show.new else ()
        yield from _left(outcome, feed, texts)
    for problem in stopped:
        yield f"\n{texts('import-stopped', reason=problem.message(texts))}"
    if feed.next:
        yield f"\n{texts('import-more-pages', address=fit(feed.next))}"
    if feed.flaw:
        yield f"\n{texts('import-mended' if feed.whole else 'import-broken', reason=fit(feed.flaw))}"
    if feed.doubts:
        yield from _listed(texts("import-doubts", count=len(feed.doubts)), feed.doubts, texts)
    if outcome.new:
        yield f"\n{texts('import-next')}"


def _of_show(feed: ForeignFeed, texts: Texts) -> Iterator[str]:
    """What the feed says of a new show and the show cannot say."""
    if became := [f"{said} → {name}" for said, name in categories(feed) if said != name]:
        yield from _listed(texts("import-categories", count=len(became)), became, texts)
    if feed.medium not in ("", "podcast"):
        yield f"\n{texts('import-medium', medium=fit(feed.medium))}"
    if feed.moved_to:
        yield f"\n{texts('import-moved', address=fit(feed.moved_to))}"
    if feed.location and not fits(Location, dict(feed.location)):
        yield from _listed(texts("import-no-location", count=1), [feed.location[0][1]], texts)
    if unfit := [link["url"] or link["text"] for link in funding(feed) if not fits(NamedUrl, link)]:
        yield from _listed(texts("import-no-funding", count=len(unfit)), unfit, texts)


def _left(outcome: Outcome, feed: ForeignFeed, texts: Texts) -> Iterator[str]:
    """What the items had and have no more."""
    words = [f"{word} ({count})" for word, count in outcome.keywords.most_common()]
    if words := list(dict.fromkeys([*feed.keywords, *words])):
        yield from _listed(texts("import-keywords", count=len(words)), words, texts)
    if outcome.links:
        yield from _listed(texts("import-links", count=len(outcome.links)), outcome.links, texts)
    if feed.unread:
        tags = [f"{tag} ({count})" for tag, count in sorted(feed.unread.items())]
        yield from _listed(texts("import-unread", count=len(tags)), tags, texts, ALL)


def _listed(sentence: str, entries: Sequence[str], texts: Texts, most: int = LISTED) -> Iterator[str]:
    """A sentence, and the first of what it is about."""
    yield f"\n{sentence}"
    yield from (f"  - {fit(entry)}" for entry in entries[:most])
    if len(entries) > most:
        yield "  - " + texts("compare-more", count=len(entries) - most)
