"""What browsers fetch first: which records there are, under what they count, and in which chunk a term stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from .levels import worths
from .terms import RULES, SPELLINGS


def overview(
    names: Sequence[str],
    shelf_bits: int,
    kinds: Sequence[str],
    languages: Iterable[str],
    facets: Mapping[str, Sequence[Sequence[str]]],
    firsts: Sequence[str],
    chunks: Sequence[str],
    synonyms: Sequence[Sequence[str]],
) -> dict[str, object]:
    """Write it all by a record's number, which is its place in the library.

    `names` and `kinds` say what each record is called and is; `facets` under which values it counts. `firsts` are
    the terms that `chunks` begin with.
    """
    return {
        "names": "".join(names),
        "shelfBits": shelf_bits,
        "kinds": [[kind, len(list(group))] for kind, group in groupby(kinds)],
        "rules": {language: RULES.get(language, SPELLINGS) for language in sorted(set(languages))},
        "worths": worths(),
        "facets": {facet: _choices(values) for facet, values in facets.items()},
        "firsts": firsts,
        "chunks": "".join(chunks),
        "synonyms": synonyms,
    }


def _choices(values: Sequence[Sequence[str]]) -> list[object]:
    """The different choices of values, and by number the place of a record's own."""
    every = {tuple(each): None for each in values}
    places = {choice: place for place, choice in enumerate(every)}
    return [list(every), [places[tuple(each)] for each in values]]
