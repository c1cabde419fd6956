"""Ask an index that was just made, by the search page's own modules and without a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ebenerdig.catalogue import Catalogue
from ebenerdig.outputs.search.findable import findable
from ebenerdig.outputs.search.index import index
from sites import ROOT

MODULES = ROOT / "hooks/theme/assets/javascripts/search"


def run(script: str, question: object) -> Any:
    """Let node answer in JSON; on CI it must be there."""
    node = shutil.which("node")
    if node is None and not os.environ.get("CI"):
        pytest.skip("node is not there")
    assert node, "node is missing"
    done = subprocess.run(
        [node, str(ROOT / "tests" / script)],
        input=json.dumps(question),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@dataclass(frozen=True)
class Answer:
    """What was found, the best first, by id; with the places in each, and the files that were fetched for it."""

    found: list[str]
    places: list[dict[str, Any]]
    meant: list[dict[str, str]]
    asked: list[str]


def answers(catalogue: Catalogue, folder: Path, queries: Iterable[str]) -> list[Answer]:
    """Make the index of a library in a folder, and ask it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in index(catalogue):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    for path in MODULES.glob("*.js"):
        shutil.copy(path, folder)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    stop_words = catalogue.project.texts("search-stop-words")
    ids = [thing.id for thing in findable(catalogue)]
    found = run("ask.mjs", {"folder": str(folder), "stopWords": stop_words, "queries": list(queries)})
    return [
        Answer([ids[number] for number in each["numbers"]], each["places"], each["meant"], each["asked"])
        for each in found
    ]
