"""VALIDATE the names of files: some are not read because of a small thing, and some are what systems leave behind."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..problems import Problem
from .door import ClosedError, names_in

PAGE_LIKE = re.compile(r"^(.*)\.(md|markdown|mdown|mkdn?|mdx)(\.txt)?$", re.IGNORECASE | re.DOTALL)
LEFT_BEHIND = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"}
"""What Windows and macOS lay into folders; names that begin with a dot are not looked at in any case."""


def check_name(folder: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong with the name of a file in a folder where pages lie."""
    path = f"{folder}/{name}" if folder else name
    if name.casefold() in LEFT_BEHIND:
        yield Problem(path, 1, 1, "system-file", severity="advice")
    elif (match := PAGE_LIKE.match(name)) and (match[2] != "md" or match[3]):
        code = "page-name-hidden" if match[3] else "page-name"
        yield Problem(path, 1, 1, code, {"value": name, "right": f"{match[1]}.md"})


def misnamed_page(folder: str) -> str | None:
    """The file of an item's folder that was meant to be its `index.md`."""
    names = [name for name in os.listdir(folder) if not name.startswith(".")]
    for name in sorted(names):
        stem, _, ending = name.casefold().partition(".")
        if stem == "index" and (ending == "txt" or PAGE_LIKE.match(name)):
            return name
    return None


def check_pages(root: Path) -> Iterator[Problem]:
    """Yield the files of `content/` whose names keep them from being pages."""
    content = root / "content"
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            yield from check_name(Path(folder).relative_to(root).as_posix(), name)


def otherwise_written(folder: Path, file: str) -> tuple[str, str] | None:
    """A file that is there under nearly the same name, with the code that says in what way it differs.

    Macs write an ü as u and two dots; on other systems that is another name. Capital letters count there, too.
    """
    found, code = list[str](), "file-letters"
    for part in file.split("/"):
        try:
            there = [entry.name for entry in names_in(folder.joinpath(*found))]
        except ClosedError:
            return None
        same = [name for name in there if _composed(name) == _composed(part)]
        alike = [name for name in there if _composed(name).casefold() == _composed(part).casefold()]
        if not alike:
            return None
        code = code if same else "file-case"
        found.append((same or alike)[0])
    return ("/".join(found), code) if folder.joinpath(*found).is_file() else None


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
