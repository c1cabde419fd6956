"""Keep the places in an editor's notes apart from the page's own: no name stands twice on a page.

What the page needs keeps its name, because scripts and links from elsewhere know it. A heading of the same name gets
another, and the links in the notes that lead to it follow; all other names stay as they are.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from urllib.parse import unquote

from ..theme import THEME

OWN = re.compile(r'\sid="([^"{]*)"')
"""A name in HTML that our templates wrote; what they put in has no such marks."""

TAG = re.compile(r'<[a-z][^\s/>]*(?:\s+[^\s"=/>]+(?:="[^"]*")?)+\s*/?>', re.IGNORECASE)
ID = re.compile(r'(\sid=")([^"]*)"')
HREF = re.compile(r'(\shref="(?:\./)?#)([^"]+)"')


@cache
def frame_names() -> frozenset[str]:
    """The names that stand on every page, around the article."""
    templates = (*THEME.glob("*.html"), *(THEME / "partials").glob("*.html"))
    return frozenset(name for path in templates for name in OWN.findall(path.read_text("utf-8")))


def kept_apart(notes: str, article: str) -> str:
    """Rename what `notes`, cleaned HTML, call as something is called in the `article` around them, or twice."""
    if ' id="' not in notes:
        return notes
    taken = {*frame_names(), *map(unescape, OWN.findall(article))}
    names = [unescape(match[2]) for tag in TAG.finditer(notes) for match in ID.finditer(tag[0])]
    if taken.isdisjoint(names) and len(set(names)) == len(names):
        return notes
    known, renamed = taken.union(names), dict[str, str]()

    def name(match: re.Match[str]) -> str:
        old = new = unescape(match[2])
        if old in taken:
            number = 2
            while (new := f"{old}-{number}") in known:
                number += 1
            known.add(new)
        taken.add(new)
        renamed.setdefault(old, new)
        return f'{match[1]}{escape(new)}"'

    def lead(match: re.Match[str]) -> str:
        new = renamed.get(unquote(unescape(match[2])))
        return f'{match[1]}{escape(new)}"' if new else match[0]

    named = TAG.sub(lambda tag: ID.sub(name, tag[0]), notes)
    return TAG.sub(lambda tag: HREF.sub(lead, tag[0]), named)
