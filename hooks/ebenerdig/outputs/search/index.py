"""The search index of this site: what browsers fetch to answer a query, a few small files for each.

What one thing says is counted by itself, things are joined on shelves, and
shelves letter by letter; each of these steps is kept, so that an edit makes
one shelf and the letters it touches anew. Things are put on shelves by the sum
of their address, so that a new one moves no other. Beside the index lie what
is shown of a thing (`text/*.pack`), what is where (`records.pack`), and what a
misspelt word may have meant (`words.pack`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from ...catalogue import Catalogue
from ...kept import Kept, kept
from ...models import Subject
from .counts import Counted, counted
from .findable import Findable, findable
from .overview import overview
from .packing import apart, packed, squeezed, together
from .places import by_shelf, short_names
from .sections import chunks, first_term
from .shelf import Shelf, joined
from .terms import SIGNS
from .vocabulary import vocabulary


def index(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index, as they are kept where nothing has changed."""
    if not catalogue.is_searchable:
        return
    found = list(findable(catalogue))
    synonyms = _synonyms(catalogue)
    several = tuple(sorted({name for group in synonyms for name in group if len(SIGNS.findall(name)) > 1}))
    stop_words = tuple(catalogue.project.texts("search-stop-words").split())
    names = short_names([thing.id.encode() for thing in found])
    shelf_bits, places = by_shelf(names)
    with kept(catalogue.project.root, "search") as before:
        shelves: list[Shelf] = []
        for here in places:
            records: list[Counted] = []
            for place in here:
                record, notes = _counted(before, found[place], stop_words)
                records.append(record)
                address = f"search/text/{names[place]}"
                yield f"{address}.pack", packed({"card": found[place].card, "notes": notes})
                yield from ((f"{address}-{number}.pack", part) for number, part in enumerate(record.parts))
            shelves.append(_joined(before, len(shelves), records, stop_words, several))
        yield "search/words.pack", packed(vocabulary(shelves))
        letters = sorted({letter for shelf in shelves for letter in shelf.sections})
        merged = [
            chunk
            for letter in letters
            for chunk in _merged(before, [shelf.sections[letter] for shelf in shelves if letter in shelf.sections])
        ]
    chunk_names = short_names(content for _, content in merged)
    for name, (_, content) in zip(chunk_names, merged, strict=True):
        yield f"search/index/{name}.pack", content
    kinds, languages = [thing.kind for thing in found], {thing.language for thing in found}
    facets = {facet: [thing.values.get(facet, []) for thing in found] for facet in found[0].values}
    firsts = [first for first, _ in merged]
    told = overview(names, shelf_bits, kinds, languages, facets, firsts, chunk_names, synonyms)
    yield "search/records.pack", packed(told)


def _synonyms(catalogue: Catalogue) -> list[list[str]]:
    records = catalogue.registers["synonyms"].values()
    language = catalogue.project.language
    return [[record.label(language), *record.also_called] for record in records if isinstance(record, Subject)]


def _counted(before: Kept, thing: Findable, stop_words: tuple[str, ...]) -> tuple[Counted, list[str]]:
    """Count what a thing says, or take it as it was counted; return with it the notes that are shown."""

    def make() -> bytes:
        written = tuple(thing.written())
        cues = thing.transcript.cues if thing.transcript else ()
        record = counted(thing.language, written, cues, stop_words)
        notes = [passage.text for passage in written if passage.shown]
        return together([json.dumps(notes).encode(), record.counts, *record.parts])

    spoken = thing.transcript.key if thing.transcript else ()
    notes, counts, *parts = apart(before.get(("thing", thing.language, thing.source, spoken, stop_words), make))
    return Counted(counts, tuple(parts)), json.loads(notes)


def _joined(
    before: Kept, number: int, records: Sequence[Counted], stop_words: tuple[str, ...], names: tuple[str, ...]
) -> Shelf:
    sums = [blake2b(b"".join([record.counts, *record.parts]), digest_size=20).digest() for record in records]
    key = ("shelf", number, sums, stop_words, names)
    return Shelf.of(before.get(key, lambda: joined(number, records, stop_words, names).kept()))


def _merged(before: Kept, sections: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the chunks of one letter, packed, each with its first term."""

    def make() -> bytes:
        made = chunks(sections)
        return together([piece for chunk in made for piece in (first_term(chunk).encode(), squeezed(chunk))])

    key = ("letter", [blake2b(section, digest_size=20).digest() for section in sections])
    pieces = apart(before.get(key, make))
    return zip((first.decode() for first in pieces[::2]), pieces[1::2], strict=True)
