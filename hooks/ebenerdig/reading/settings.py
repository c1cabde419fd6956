"""Which settings of `mkdocs.yml` a library cannot be built with: they are refused instead of building dead links.

Addresses are permanent here: feeds, apps and other people's pages know each page as a folder with a slash at its end.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..problems import Problem

UNFIT = {"offline": "setting-offline", "i18n": "setting-i18n"}
"""Plugins that make other addresses than ours, with what is said of them."""


def unfit_settings(path: Path, plugins: Collection[str], has_folders: bool) -> Iterator[Problem]:
    """Yield what must be changed in `mkdocs.yml`; `has_folders` tells whether a page's address is a folder's."""
    text = path.read_text("utf-8", errors="replace")
    blamed = [plugin for plugin in UNFIT if plugin in {name.rpartition("/")[2] for name in plugins}]
    for plugin in blamed:
        yield _at(path.name, text, rf"[^#\n]*\b{plugin}\b", UNFIT[plugin])
    if not has_folders and "offline" not in blamed:
        yield _at(path.name, text, r"\s*use_directory_urls\b", "setting-directory-urls")


def unfit_site(site: Path, root: Path, sources: Iterable[Path]) -> Iterator[Problem]:
    """Yield why the site must not be built at `site`, which is emptied first: what editors wrote lies there, or inside.

    `sources` are the folders that hold something of theirs, `root` is the library's.
    """
    name = Path(os.path.relpath(site, root)).as_posix()
    place = os.path.realpath(site)
    for source in [root, *sources]:
        real = os.path.realpath(source)
        if os.path.commonpath((place, real)) == place or (source != root and os.path.commonpath((place, real)) == real):
            values = {"folder": Path(os.path.relpath(source, root)).as_posix()}
            yield Problem(name, 1, 1, "site-among-sources", values)
            return
    there = next(folder for folder in (site, *site.parents) if folder.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        yield Problem(name, 1, 1, "site-closed")


def _at(name: str, text: str, pattern: str, code: str) -> Problem:
    """Make a problem at the line that begins with `pattern`; a setting may come from another file or a plugin."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(pattern, line):
            return Problem(name, number, len(line) - len(line.lstrip()) + 1, code, excerpt=line)
    return Problem(name, 1, 1, code)
