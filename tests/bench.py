"""Measure how long a library of N items takes to build, and what the plain way would take.

    python tests/bench.py [--without-search] [--plain|--only-plain|--feeds] N [N ...]

Every item has a transcript of 8,000 words and no media, only their record. The
plain way is what MkDocs and Material do when left alone: every item in the
navigation, its transcript in the Markdown, all of it in the built-in search.
The search index is part of the build and takes most of it; `--without-search`
leaves it out, with a line in library.yml. Prints seconds of each build, the
peak memory of all its processes together, and by how much both grow from one
count to the next: with 5 times the items, 5 is what they should be at most.
`--feeds` writes the feeds alone.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import click
import yaml
from ebenerdig import build
from ebenerdig.feeds.writing import podcasts
from ebenerdig.reading.project import load_project
from measuring import BUILD, Usage, measured

ROOT = Path(__file__).parents[1]
WORDS_PER_CUE = 10
CUES = 800
SYLLABLES = "auf trag rech nung daten schutz werk zeug be trieb zeit plan lern ma schine kun de netz bild wert ton"

PLAIN = """
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
validation: {omitted_files: ignore}
"""


def vocabulary() -> list[str]:
    """Words as German speech has them: a few very often, many seldom."""
    chance = random.Random(1)
    parts = SYLLABLES.split()
    return ["".join(chance.choices(parts, k=chance.randint(1, 4))) for _ in range(12_000)]


def sentences(number: int, words: list[str]) -> list[str]:
    """The cues of item `number`."""
    chance = random.Random(number)
    spread = [int(len(words) * chance.random() ** 3) for _ in range(CUES * WORDS_PER_CUE)]
    lines = (spread[start : start + WORDS_PER_CUE] for start in range(0, len(spread), WORDS_PER_CUE))
    return [" ".join(words[index] for index in line).capitalize() + "." for line in lines]


def write_library(folder: Path, count: int, *, search: bool = True) -> None:
    """Write a project of `count` episodes that borrows the registers of the sample library."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("packages"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("hooks/", f"{ROOT}/hooks/")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    if not search:
        with (folder / "content/_data/library.yml").open("a", encoding="utf-8") as library:
            library.write("search: false\n")
    words = vocabulary()
    topics = list(yaml.safe_load((ROOT / "content/_data/topics.yml").read_text("utf-8")))
    for number in range(count):
        item = folder / "episodes" / f"folge-{number}"
        item.mkdir(parents=True)
        day = f"{2016 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
        (item / "index.md").write_text(
            f"---\ntitle: Folge {number} über {words[number % 999]}\ndescription: Worum es in Folge {number} geht.\n"
            f"date: {day}\nguid: bench-{number:08}\nlevels: {1 + number % 3}-{2 + number % 3}\nareas: [data]\n"
            f"topics: [{topics[number % len(topics)]}]\nseason: 1\nepisode: {number + 1}\n"
            f"hosts: [{{person: mara-lindner}}]\nconsent: {{mara-lindner: 2016-01-01}}\n"
            "audio: audio.mp3\ntranscript: transcript.vtt\n---\n"
            + "\n\n".join(["## Worum es geht", *sentences(number, words)[:12]]),
            "utf-8",
        )
        cues = enumerate(sentences(number, words))
        blocks = [f"{clock(i * 4)} --> {clock(i * 4 + 4)}\n<v {'Mara' if i % 9 else 'Jonas'}>{s}\n" for i, s in cues]
        (item / "transcript.vtt").write_text("WEBVTT\n\n" + "\n".join(blocks), "utf-8")
        measure = {
            "bytes": 38_000_000,
            "type": "audio/mpeg",
            "sha384": "0" * 96,
            "seconds": CUES * 4.0,
            "bitrate": 96000,
        }
        (item / "media.json").write_text(json.dumps({"audio.mp3": measure}), "utf-8")


def clock(seconds: int) -> str:
    """Write whole seconds as WebVTT does."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.000"


def write_plain(folder: Path, count: int) -> None:
    """Write the same items as plain Markdown pages."""
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    words = vocabulary()
    for number in range(count):
        page = folder / "docs" / "episodes" / f"folge-{number}" / "index.md"
        page.parent.mkdir(parents=True)
        lines = sentences(number, words)
        spoken = [" ".join(lines[start : start + 10]) for start in range(0, CUES, 10)]
        notes = ["## Worum es geht", *lines[:12], "## Transkript", *spoken]
        page.write_text(f"# Folge {number}\n\n" + "\n\n".join(notes), "utf-8")
    (folder / "docs" / "index.md").write_text("# Start\n", "utf-8")


def measured_feeds(folder: Path, count: int) -> tuple[float, int, int]:
    """Write all feeds of a library of `count` episodes; return seconds, peak memory in MB, and bytes.

    The library is one episode in `count` places, so that only the writing is measured: run it in a process of its own.
    """
    write_library(folder, 1)
    catalogue = build(*load_project(folder))
    (entry,) = catalogue.entries
    start = entry.date
    many = [
        replace(
            entry,
            slug=f"folge-{number}",
            item=entry.item.model_copy(update={"guid": f"bench-{number:08}", "episode": number + 1}),
            date=start + timedelta(hours=number),
        )
        for number in reversed(range(count))
    ]
    catalogue = replace(catalogue, entries=tuple(many))
    begin = time.perf_counter()
    size = sum(len(content) for _, content in podcasts(catalogue))
    seconds = time.perf_counter() - begin
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, size


@click.command(help=__doc__)
@click.argument("counts", type=int, nargs=-1, required=True)
@click.option("--without-search", is_flag=True, help="Measure the build without its search index.")
@click.option("--plain", is_flag=True, help="Measure the plain way too.")
@click.option("--only-plain", is_flag=True, help="Measure the plain way alone.")
@click.option("--feeds", is_flag=True, help="Measure the feeds alone; memory is that of the largest COUNT so far.")
def main(counts: tuple[int, ...], without_search: bool, plain: bool, only_plain: bool, feeds: bool) -> None:
    if feeds:
        for count in counts:
            with tempfile.TemporaryDirectory() as temporary:
                seconds, memory, size = measured_feeds(Path(temporary), count)
            click.echo(f"feeds {count:>6} items {seconds:>6.1f} s {memory:>6} MB peak {size / 1e6:>8.1f} MB written")
        return
    own: tuple[str, Callable[[Path, int], None]] = ("ebenerdig", write_library)
    if without_search:
        own = ("no search", partial(write_library, search=False))
    ways = [] if only_plain else [own]
    ways += [("plain", write_plain)] if plain or only_plain else []
    click.echo(f"{'way':<10} {'items':>6} {'seconds':>8} {'ms/item':>8} {'MB peak':>8} {'MB site':>8} {'growth':>14}")
    for name, write in ways:
        before: tuple[int, Usage] | None = None
        for count in counts:
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                write(folder, count)
                usage = measured(BUILD, folder)
                size = sum(file.stat().st_size for file in (folder / "site").rglob("*") if file.is_file())
            row = f"{count:>6} {usage.seconds:>8.1f} {usage.seconds / count * 1000:>8.1f} {usage.megabytes:>8.0f}"
            row = f"{row} {size / 1e6:>8.1f}"
            click.echo(f"{name:<10} {row} {growth(before, (count, usage)):>14}")
            before = count, usage


def growth(before: tuple[int, Usage] | None, now: tuple[int, Usage]) -> str:
    """Say how many times the items, seconds and memory of the row before this row has: `×5.0:5.2:4.1`."""
    if before is None:
        return "-"
    count, usage = before
    return f"×{now[0] / count:.1f}:{now[1].seconds / usage.seconds:.1f}:{now[1].megabytes / usage.megabytes:.1f}"


if __name__ == "__main__":
    main()
