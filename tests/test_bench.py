"""The benchmark measures what it says: libraries of items with transcripts of 8,000 words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import bench
import pytest
from ebenerdig import build
from ebenerdig.reading.project import load_project
from measuring import Usage
from sites import ROOT, surroundings


def run(*arguments: str) -> str:
    command = [sys.executable, "tests/bench.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=surroundings(), capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.splitlines()[1:]]


def test_it_builds_20_items_and_prints_a_row_with_time_and_memory() -> None:
    table = run("20")
    assert re.match(r"way +items +seconds +ms/item +MB peak +MB site +growth\n", table)
    [[way, items, seconds, each, memory, size, growth]] = rows(table)
    assert (way, items) == ("ebenerdig", "20")
    assert 0 < float(seconds) < 60
    assert float(each) == pytest.approx(float(seconds) * 1000 / 20, abs=3)
    assert 20 < int(memory) < 2000
    assert float(size) > 20 * 0.05
    assert growth == "-", "nothing comes before it"


def test_growth_is_told_from_row_to_row() -> None:
    before, now = (200, Usage(2.0, 100.0)), (1000, Usage(9.0, 250.0))
    assert bench.growth(before, now) == "×5.0:4.5:2.5"


def test_the_plain_way_is_measured_where_it_is_asked_for() -> None:
    assert [row[:2] for row in rows(run("--plain", "2"))] == [["ebenerdig", "2"], ["plain", "2"]]
    assert [row[:2] for row in rows(run("--only-plain", "2", "3"))] == [["plain", "2"], ["plain", "3"]]


def test_feeds_are_measured_alone_where_they_are_asked_for() -> None:
    for line, count in zip(run("--feeds", "5", "50").splitlines(), (5, 50), strict=True):
        found = re.fullmatch(r"feeds +(\d+) items +([\d.]+) s +(\d+) MB peak +([\d.]+) MB written", line)
        assert found and int(found[1]) == count and int(found[3]) > 20
        assert float(found[4]) == pytest.approx(count * 0.011, abs=0.15)


def test_the_build_is_measured_without_the_search_index_where_it_is_asked_for() -> None:
    ways = [(" ".join(row[:-6]), row[-6]) for row in rows(run("--without-search", "2"))]
    assert ways == [("no search", "2")]


def test_every_item_has_a_transcript_of_8000_words_and_no_mistake(tmp_path: Path) -> None:
    bench.write_library(tmp_path, 3)
    catalogue = build(*load_project(tmp_path, environ={"SOURCE_DATE_EPOCH": "1795478400"}))
    assert [p for p in catalogue.problems if p.severity == "error"] == []
    assert len(catalogue.entries) == 3
    for entry in catalogue.entries:
        assert sum(len(cue.text.split()) for cue in entry.transcript.cues) == 8000


def test_the_plain_pages_hold_the_same_words(tmp_path: Path) -> None:
    bench.write_plain(tmp_path, 2)
    words = bench.vocabulary()
    for number in range(2):
        page = (tmp_path / f"docs/episodes/folge-{number}/index.md").read_text("utf-8")
        spoken = page.partition("## Transkript")[2].split()
        assert spoken == " ".join(bench.sentences(number, words)).split()
        assert len(spoken) == 8000
