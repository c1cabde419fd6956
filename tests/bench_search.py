"""Measure what a first query costs a visitor of a library of N items: bytes, requests and seconds.

    python tests/bench_search.py N [N ...]

Builds the library of tests/bench.py and asks in a browser. `sent` counts bytes
as a server without compression sends them, `gzip` as one that compresses text,
and the last column `sent` by what it is for.
"""

from __future__ import annotations

import gzip
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import bench
import click
from browser import chromium, served
from playwright.sync_api import Response
from search_queries import ask

COMPRESSED = (".js", ".json", ".css", ".html")
QUERIES = ("datenschutz", "werkzeug maschine", "plande schutz", "daten werkzeug maschine", "datenschuzt")
"""One word, two, the two that are said most, three, and one that is misspelt."""

KINDS = {"words": "words.", "index": "/index/", "text": "/text/"}
"""What the files of the search are for, by a part of their address; the rest says what is where."""


@click.command(help=__doc__)
@click.argument("counts", type=int, nargs=-1, required=True)
def main(counts: tuple[int, ...]) -> None:
    heads = f"{'hits':>5} {'requests':>8} {'sent kB':>8} {'gzip kB':>8} {'seconds':>8}  sent by kind"
    click.echo(f"{'items':>6} {'query':<24} {heads}")
    for count in counts:
        with tempfile.TemporaryDirectory() as temporary:
            bench.write_library(Path(temporary), count)
            bench.measured_build(Path(temporary))
            with served(Path(temporary) / "site") as address, chromium() as browser:
                for query in QUERIES:
                    page, answers = browser.new_page(base_url=address), list[Response]()
                    page.goto("suche/", wait_until="networkidle")
                    page.on("response", lambda answer, answers=answers: answers.append(answer))
                    start = time.perf_counter()
                    ask(page, query)
                    seconds = time.perf_counter() - start
                    files = [urlsplit(answer.url).path for answer in answers if "/search/" in answer.url]
                    bodies = [(file, (Path(temporary) / "site" / file[1:]).read_bytes()) for file in files]
                    kinds: Counter[str] = Counter()
                    for file, body in bodies:
                        kinds[next((kind for kind, part in KINDS.items() if part in file), "what")] += len(body)
                    by_kind = " ".join(f"{kind} {size / 1e3:.0f}" for kind, size in sorted(kinds.items()))
                    packed = sum(len(gzip.compress(b)) if u.endswith(COMPRESSED) else len(b) for u, b in bodies)
                    found = page.locator("#found").inner_text().split(" ")[0]
                    row = (
                        f"{found:>5} {len(bodies):>8} {kinds.total() / 1e3:>8.0f} {packed / 1e3:>8.0f} {seconds:>8.2f}"
                    )
                    click.echo(f"{count:>6} {query:<24} {row}  {by_kind}")
                    page.close()


if __name__ == "__main__":
    main()
