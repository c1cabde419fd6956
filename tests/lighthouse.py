"""Let Lighthouse judge a page of every kind as a slow phone sees it: `make lighthouse` installs it first.

    python tests/lighthouse.py [--lowest N] [--only WORD]

A copy of the sample is built, with an episode of an hour and one of four, and served as a host would: compressed, with
the headers of `_headers`. Prints a table in Markdown, and what Lighthouse holds against each page that misses N of 100
in any category, or that moves while it loads. Ends with 1 if a page does.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from browser import FLAGS, served
from ebenerdig import build
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.reading.project import load_project
from long_items import long_library
from measuring import BUILD, measured
from sites import ROOT
from whitenoise.compress import Compressor

LIGHTHOUSE = ROOT / "build" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".vtt", ".srt"}
"""What hosts compress."""
LEFT_OUT = "is-crawlable"
"""Pages that no search engine shall list are not to blame for that."""


@dataclass(frozen=True)
class Verdict:
    """What Lighthouse says of a page: points of 100, how far it moves, KB over the network, seconds to what is seen."""

    page: str
    points: dict[str, int]
    shift: float
    kilobytes: float
    first: float
    largest: float
    faults: list[str]

    def misses(self, lowest: int) -> bool:
        """Whether any category has too few points, or the page moves."""
        return min(self.points.values()) < lowest or self.shift > 0

    def row(self) -> str:
        """The page as a row of the table."""
        points = " | ".join(str(number) for number in self.points.values())
        seen = f"{self.first:.1f} | {self.largest:.1f}"
        return f"| {self.page or 'home'} | {points} | {self.shift:.3f} | {self.kilobytes:.0f} | {seen} |"


HEAD = f"| page | {' | '.join(CATEGORIES)} | CLS | KB | FCP s | LCP s |\n|---|{'---:|' * (len(CATEGORIES) + 4)}"


def pages(project: Path) -> Iterator[str]:
    """One page of each kind, and of each format where formats look different; and the one for unknown addresses."""
    seen = set()
    for page in plan(build(*load_project(project))):
        look = (page.kind, page.entry.format.id if page.entry else "")
        if look not in seen:
            seen.add(look)
            yield page.url
    yield "impressum/"
    yield "404.html"


def compress(site: Path) -> None:
    """Lay a compressed copy beside every text, as hosts send it."""
    compressor = Compressor(use_brotli=False, quiet=True)
    for path in site.rglob("*"):
        if path.suffix in TEXTS and path.is_file():
            compressor.compress(str(path))


def judge(address: str, page: str) -> Verdict:
    """Run Lighthouse on a page: a phone, a slow network and a slow processor, as it simulates them by itself."""
    program = shutil.which("chromium")
    if not program:
        raise SystemExit("chromium is missing: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["node", str(LIGHTHOUSE), address + page, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", f"--skip-audits={LEFT_OUT}"]
        command += [f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"]
        subprocess.run(command, env={**os.environ, "CHROME_PATH": program}, check=True, timeout=300)
        return verdict(page, json.loads(report.read_text("utf-8")))


def verdict(page: str, report: dict[str, Any]) -> Verdict:
    """Take from Lighthouse's report what counts."""
    if error := report.get("runtimeError"):
        raise SystemExit(f"{page}: {error['message']}")
    audits = report["audits"]

    def value(name: str) -> float:
        return float(audits[name].get("numericValue", 0))

    faults = []
    for category in CATEGORIES:
        for used in report["categories"][category]["auditRefs"]:
            audit = audits[used["id"]]
            is_measure = category == "performance" and used.get("group") != "metrics"
            if audit["score"] is not None and audit["score"] < 0.9 and (used["weight"] or is_measure):
                faults.append(f"{category}: {used['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
                faults += [f"    {line}" for line in _where(audit)]
    return Verdict(
        page,
        {category: round(100 * report["categories"][category]["score"]) for category in CATEGORIES},
        value("cumulative-layout-shift"),
        value("total-byte-weight") / 1000,
        value("first-contentful-paint") / 1000,
        value("largest-contentful-paint") / 1000,
        faults,
    )


def _where(audit: dict[str, Any]) -> list[str]:
    """The first places that an audit names."""
    items = audit.get("details", {}).get("items", [])[:4]
    found = [item.get("node", {}).get("snippet") or item.get("url") or item.get("description") for item in items]
    return [str(place)[:160] for place in found if place]


@click.command(help=__doc__)
@click.option("--lowest", type=click.IntRange(0, 100), default=98, show_default=True)
@click.option("--only", default="", help="Judge only pages whose address holds this word.")
def main(lowest: int, only: str) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        project = Path(temporary) / "library"
        project.mkdir()
        wanted = [f"{item}/" for item in long_library(project)]
        measured(BUILD, project)
        wanted = [page for page in [*pages(project), *wanted] if only in page]
        compress(project / "site")
        click.echo(HEAD)
        missed = []
        with served(project / "site", as_hosted=True) as address:
            for page in dict.fromkeys(wanted):
                found = judge(address, page)
                click.echo(found.row())
                missed += [found] if found.misses(lowest) else []
    for found in missed:
        click.echo("\n".join(["", found.page or "home", *found.faults]))
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
