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

NO_LINK = re.compile(r"\\.|(?<!`)(`{1,2})(?!`)[^`]+(?<!`)\1(?!`)")
"""What Markdown shows as it is: a character behind a backslash, and code within a line."""
NO_FILE = re.compile(r"^[a-z][a-z0-9+.-]*:|^/|^(?=.*\s)(?!.*\.\w{1,5}$)", re.IGNORECASE)
"""What is no path: an address, and words between brackets, as in [see](above all)."""


def linked_files(body: str) -> set[str]:
    """Find what links and pictures of the notes lead to, in Markdown or HTML; words of the text do not count."""
    found = ("".join(match.groups("")) for match in TARGET.finditer(body))
    return {_path(target).removeprefix("./") for target in found}


def linked_paths(body: str) -> list[tuple[int, int, str]]:
    """Find relative links in Markdown: line and column within the body, counted from 1, and the path."""
    found = []
    fenced = False
    for number, line in enumerate(NO_LINK.sub(lambda words: re.sub(r"[^\n]", "x", words[0]), body).split("\n"), 1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced:
            continue
        for match in re.finditer(INLINE, line):
            group = 1 if match[1] else 2
            path = _path(match[group])
            if path and not NO_FILE.match(path):
                found.append((number, match.start(group) + 1, posixpath.normpath(path)))
    return found


def _path(target: str) -> str:
    """Cut off what follows the path, and only then read `%23` as the sign that may stand in a file's name."""
    return unquote(re.split("[?#]", unescape(target.strip()), maxsplit=1)[0])
