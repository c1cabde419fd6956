"""Follow every link of a built site."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html
from sites import find


@cache
def ids(path: Path) -> frozenset[str]:
    """Every id on a page."""
    page = html.fromstring(path.read_text("utf-8"))
    return frozenset(str(value) for value in find(page, "//@id | //a/@name"))


ADDRESSES = "//@href | //@src | //@poster | //@data-src | //@data-cover | //meta[@property='og:image']/@content"


def dead_ends(site: Path, base: str) -> list[str]:
    """Follow every link of every page within the site and tell those that lead nowhere."""
    wrong, followed = [], 0
    for path in sorted(site.rglob("*.html")):
        here = path.relative_to(site).as_posix()
        page = html.fromstring(path.read_text("utf-8"))
        address = urljoin(base, here.removesuffix("index.html"))
        for link in find(page, ADDRESSES):
            target = urlsplit(urljoin(address, str(link)))
            if target.scheme not in ("http", "https") or target.netloc != urlsplit(base).netloc:
                continue
            followed += 1
            name = unquote(target.path).removeprefix(urlsplit(base).path)
            file = site / name / "index.html" if not name or name.endswith("/") else site / name
            is_position = target.fragment.startswith("t=") and find(page, "//audio | //video")
            if not file.is_file():
                wrong.append(f"{here}: {link}: no such file")
            elif target.fragment and not is_position and unquote(target.fragment) not in ids(file):
                wrong.append(f"{here}: {link}: no such place")
    assert followed > 100, "the pages were read"
    return wrong
