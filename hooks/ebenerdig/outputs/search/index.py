"""The search index: Pagefind over the what can be found, built only when their text has changed.

Pagefind reads one small HTML file for each thing and writes an index of which a
browser fetches only the parts that a query needs. What it then shows lies
beside it, compressed because not every host does that: `text/*.pack` (card and
text of one thing, transcripts in parts), `records.pack` (which text belongs to
which thing, and what it is counted under) and `words.pack` (what a misspelt
word may have meant).
"""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from importlib.metadata import version
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from zipfile import ZipFile

from ...catalogue import Catalogue
from ...kept import kept
from ...models import Subject
from .findable import Findable, Passage, findable
from .words import Words, plain

NEEDED = ("pagefind.js", "pagefind-entry.json", "wasm.{language}.pagefind", "*.pf_meta", "index/*")
"""What Pagefind writes and this site's search uses; the rest is interfaces of its own."""

PART = 2000
"""Words of a transcript that are fetched together: 6 kB."""

NUMBER = re.compile(rb'"url":"/(\d+)\.html"')
"""The name of a page below its folder, in the first bytes of what Pagefind tells of it."""


def index(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index, as they are kept when nothing that can be found has changed."""
    if not catalogue.is_searchable:
        return
    found = list(findable(catalogue))
    synonyms = [
        [record.label(catalogue.project.language), *record.also_called]
        for record in catalogue.registers["synonyms"].values()
        if isinstance(record, Subject)
    ]
    language, stop_words = catalogue.project.language, catalogue.project.texts("search-stop-words").split()
    with kept(catalogue.project.root, "search", "pagefind") as before:

        def make() -> bytes:
            with before.workshop() as making:
                _build(language, found, Words(_texts(found), synonyms, stop_words), making)
                return _together(making / "index")

        files = before.get([language, stop_words, synonyms, *found], make)
        with ZipFile(io.BytesIO(files)) as archive:
            for name in archive.namelist():
                yield f"search/{name}", archive.read(name)


def _together(folder: Path) -> bytes:
    """Put all files of a folder into one."""
    files = io.BytesIO()
    with ZipFile(files, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return files.getvalue()


def _texts(found: list[Findable]) -> Iterator[str]:
    for thing in found:
        yield thing.title
        yield from (passage.text for passage in thing.passages)


def _build(language: str, found: list[Findable], words: Words, making: Path) -> None:
    """Write the index into `making/index`."""
    pages = making / "pages"
    pages.mkdir()
    for number, thing in enumerate(found):
        (pages / f"{number}.html").write_text(_page(thing, words), "utf-8")
    command = [sys.executable, "-m", "pagefind", "--silent", "--force-language", language]
    places = ["--site", str(pages), "--output-path", str(making / "whole")]
    done = subprocess.run([*command, *places], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ChildProcessError(f"pagefind ended with {done.returncode}: {done.stdout}{done.stderr}")
    for pattern in NEEDED:
        for path in (making / "whole").glob(pattern.format(language=language)):
            target = making / "index" / path.relative_to(making / "whole")
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)
    names = _names(making / "whole" / "fragment", len(found))
    for name, thing in zip(names, found, strict=True):
        _write_text(making / "index" / "text" / name, thing)
    _write_packed(making / "index" / "records.pack", _overview(names, found, words))
    _write_packed(making / "index" / "words.pack", words.known())


def _page(thing: Findable, words: Words) -> str:
    """Write a thing for Pagefind, which counts its words; `_write_text` tells in the same order which they are."""
    lines = [f'<main data-pagefind-body><h1 data-pagefind-weight="8">{escape(words.enriched(thing.title))}</h1>']
    times: Counter[str] = Counter()
    for passage in sorted(thing.passages, key=_order):
        text = words.enriched(passage.text) if passage.second is None else words.spoken(passage.text, times)
        weighted = f' data-pagefind-weight="{passage.weight:g}"' if passage.weight != 1 else ""
        lines.append(f"<p{weighted}>{escape(text)}</p>")
    return f"<!doctype html><html><body>{''.join(lines)}</main></body></html>"


def _order(passage: Passage) -> int:
    """Notes first, then the transcript, and last what is only searched."""
    return 2 if not passage.shown else 0 if passage.second is None else 1


def _write_text(path: Path, thing: Findable) -> None:
    """Write what is shown of a thing, its transcript in parts.

    Of every sentence of it the file tells how many words it has, after how many seconds it follows the one before
    and who says it; `parts` are the first sentences of all parts.
    """
    said = [passage for passage in thing.passages if passage.second is not None]
    texts = [plain(passage.text) for passage in said]
    lengths = [text.count(" ") + 1 for text in texts]
    starts = [end - length for end, length in zip(accumulate(lengths), lengths, strict=True)]
    parts = [first for _, (first, *_) in groupby(range(len(said)), lambda number: starts[number] // PART)]
    seconds = [passage.second or 0 for passage in said]
    speakers = list(dict.fromkeys(passage.speaker for passage in said))
    shown = {
        "card": thing.card,
        "title": plain(thing.title),
        "notes": [plain(passage.text) for passage in thing.passages if _order(passage) == 0],
        "lengths": lengths,
        "steps": [second - before for second, before in zip(seconds, [0, *seconds], strict=False)],
        "voices": [speakers.index(passage.speaker) for passage in said],
        "speakers": speakers,
        "parts": parts,
    }
    _write_packed(path.with_suffix(".pack"), shown)
    for number, (first, end) in enumerate(pairwise([*parts, len(said)])):
        _write_packed(path.with_name(f"{path.name}-{number}.pack"), texts[first:end])


def _names(fragments: Path, count: int) -> list[str]:
    """Read back under which name Pagefind knows each thing."""
    names = [""] * count
    for path in fragments.iterdir():
        with gzip.open(path) as content:
            number = NUMBER.search(content.read(100))
        assert number, f"{path.name} is no page as Pagefind {version('pagefind')} writes it"
        names[int(number[1])] = path.stem
    return names


def _overview(names: list[str], found: list[Findable], words: Words) -> dict[str, object]:
    """Tell by number: its name, its kind, and under which values of which facet it counts."""
    facets: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(found):
        kinds[thing.kind].append(number)
        for facet, values in thing.values.items():
            for value in values:
                facets[facet][value].append(number)
    return {
        "names": names,
        "kinds": kinds,
        "facets": facets,
        "abbreviations": sorted(word.lower() for word in words.abbreviations),
    }


def _write_packed(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(written.encode(), compresslevel=6, mtime=0))
