"""Measure what a long transcript does to its page: `python tests/long_pages.py [SITE]`.

Opens a short episode of the sample, one of an hour and one of four, as a slow phone does (a processor four times
slower, 1.6 Mbit/s, 150 ms), and tells how much comes before anything plays and when title and player are seen. Then,
without brakes, how much work the page is for the processor: its milliseconds, which a busy machine does not change, for
loading, unfolding the transcript, going to its end, and searching it. Prints a table in
Markdown, with the longest task in brackets. SITE is a site
built before from `long_items`; without it, one is built.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import click
from browser import chromium, served
from lighthouse import compress
from long_items import HOURS, long_library
from measuring import BUILD, measured
from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
SLOW_NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
ROUNDS = 3
SEEN = """
const look = () => {
  const seen = (name) => document.querySelector(name)?.getBoundingClientRect().height > 0;
  if (seen("h1") && seen("eb-player, .eb-player")) window.seenAt ??= performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Tells when title and player have been drawn: a frame is drawn only with all styles there."""

TASK = "ThreadControllerImpl::RunTask"
"""What a trace calls one piece of work of a thread."""

STEPS: dict[str, Callable[[Page, str], object]] = {
    "load": lambda page, address: page.goto(address, wait_until="load"),
    "unfold": lambda page, _: page.click("eb-transcript summary"),
    "to the end": lambda page, _: page.evaluate("scrollTo(0, document.querySelector('#people').offsetTop)"),
    "search": lambda page, _: page.fill("[data-part='find']", "zeit"),
}


class Work(NamedTuple):
    """Milliseconds of the processor: all of them, and those of the longest task, while which a page does not answer."""

    total: float
    longest: float


def before_play(browser: Browser, address: str) -> tuple[float, float]:
    """KB that come over the network, and seconds until title and player are seen, on a slow phone."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(SEEN)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("window.seenAt")
    context.close()
    return sum(sizes) / 1000, seen / 1000


def work(browser: Browser, address: str) -> dict[str, Work]:
    """What the page's main thread needs for each step."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    spent = {}
    for name, step in STEPS.items():
        browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
        step(page, address)
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.wait_for_timeout(300)
        spent[name] = busiest(json.loads(browser.stop_tracing())["traceEvents"])
    context.close()
    return spent


def busiest(events: list[dict[str, object]]) -> Work:
    """The work of the main thread that lays the page out; there are idle ones beside it."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"] == {"name": "CrRendererMain"}
    }
    spent: dict[object, list[float]] = {}
    for event in events:
        if event["name"] == TASK and (event["pid"], event["tid"]) in mains:
            spent.setdefault(event["pid"], []).append(float(str(event.get("tdur", 0))) / 1000)
    page = max(spent.values(), key=sum, default=[0.0])
    return Work(sum(page), max(page))


@click.command(help=__doc__)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False)
def main(site: Path | None) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        if site is None:
            long_library(Path(temporary))
            measured(BUILD, Path(temporary))
            site = Path(temporary) / "site"
            compress(site)
        sample = sorted(path.parent.name for path in site.glob("episodes/*/*cover-640.webp"))[0]
        click.echo(f"| episode | KB | title and player, s | {' | '.join(f'{step}, ms' for step in STEPS)} |")
        click.echo(f"|---|{'---:|' * (len(STEPS) + 2)}")
        with served(site, as_hosted=True) as address, chromium() as browser:
            for name in (sample, *(f"stunden-{hours}" for hours in HOURS)):
                page = f"{address}episodes/{name}/"
                seen = [before_play(browser, page) for _ in range(ROUNDS)]
                spent = [work(browser, page) for _ in range(ROUNDS)]
                row = [f"{median(kb for kb, _ in seen):.0f}", f"{median(s for _, s in seen):.2f}"]
                for step in STEPS:
                    total, longest = (median(one[step][part] for one in spent) for part in (0, 1))
                    row.append(f"{total:.0f} ({longest:.0f})")
                click.echo(f"| {name} | {' | '.join(row)} |")


if __name__ == "__main__":
    main()
