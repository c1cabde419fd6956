"""Where the notes lead: the files beside the item that they show or offer, and the pages they name."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from urllib.parse import unquote

INLINE = r"""\]\([ \t]*(?:<([^>\n]+)>|((?:[^()\n"'<>]|\([^()\n]*\))+?)[ \t]*(?:"[^"\n]*"[ \t]*|'[^'\n]*'[ \t]*)?\))"""
"""`](…)`: in angle brackets, or up to the bracket that closes it, with a title or without."""

TARGET = re.compile(
    INLINE + r"""|(?:^ {0,3}\[[^]\n]+\]:|\b(?:src|href)\s*=)\s*(?:<([^>\n]+)>|"([^"\n]+)"|'([^'\n]+)'|([^\s"'<>)]+))""",
    re.MULTILINE | re.IGNORECASE,
)
"""Where a link or a picture leads to: `](…)`, `[name]: …`, `src=…` or `href=…`."""


def linked_files(body: str) -> set[str]:
    """Find what links and pictures of the notes lead to, in Markdown or HTML; words of the text do not count."""
    found = ("".join(match.groups("")) for match in TARGET.finditer(body))
    return {_path(target).removeprefix("./") for target in found}


def linked_paths(body: str) -> list[tuple[int, int, str]]:
    """Find relative links in Markdown: line and column within the body, counted from 1, and the path."""
    found = []
    fenced = False
    for number, line in enumerate(body.split("\n"), 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced:
            continue
        for match in re.finditer(INLINE, line):
            group = 1 if match[1] else 2
            path = _path(match[group])
            if path and not re.match(r"^[a-z][a-z0-9+.-]*:|^/", path, re.IGNORECASE):
                found.append((number, match.start(group) + 1, posixpath.normpath(path)))
    return found


def _path(target: str) -> str:
    """Cut off what follows the path, and only then read `%23` as the sign that may stand in a file's name."""
    return unquote(re.split("[?#]", unescape(target.strip()), maxsplit=1)[0])
