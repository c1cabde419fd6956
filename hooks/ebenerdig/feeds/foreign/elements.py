"""A feed's own tags, told from those of strangers: a title inside another namespace is not the item's."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

KNOWN = (
    ("itunes", re.compile(r"itunes", re.IGNORECASE)),
    ("podcast", re.compile(r"^https?://(podcastindex\.org/namespace/1\.0/?|github\.com/Podcastindex-org/)", re.I)),
    ("psc", re.compile(r"^https?://podlove\.org/simple-chapters/?$")),
    ("content", re.compile(r"^https?://purl\.org/rss/1\.0/modules/content/?$")),
    ("atom", re.compile(r"^https?://(www\.w3\.org/2005/Atom/?|purl\.org/atom/ns#?)$", re.IGNORECASE)),
    ("dc", re.compile(r"^https?://purl\.org/dc/(elements/1\.1|terms)/?$")),
    ("media", re.compile(r"^https?://search\.yahoo\.com/mrss/?$")),
)
"""Namespaces by their usual prefix, whatever way feeds spell them."""

WHITE = " \t\r\n"


class Tags:
    """What stands in one element, by name: its own tags bare, those of others with their usual prefix."""

    def __init__(self, node: Any) -> None:
        self.node, self._own = node, _namespace(node)
        self.by_name: dict[str, list[Any]] = {}
        for child in node if node is not None else ():
            if isinstance(child.tag, str):
                self.by_name.setdefault(self._named(child), []).append(child)

    def _named(self, child: Any) -> str:
        namespace, name = _namespace(child), local_name(child)
        if namespace == self._own:
            return name
        prefix = _prefix(namespace) or child.prefix or ""
        return f"{prefix}:{name}" if namespace else f":{name}"

    def all(self, *names: str) -> list[Any]:
        """Every element of these names."""
        return [node for name in names for node in self.by_name.get(name, ())]

    def said(self, *names: str) -> str:
        """The text of the first element of these names that has one."""
        return next((words for node in self.all(*names) if (words := text(node))), "")

    def attribute(self, name: str, attribute: str) -> str:
        """An attribute of the first element of that name that has it."""
        return next((words for node in self.all(name) if (words := (node.get(attribute) or "").strip(WHITE))), "")


def text(node: Any) -> str:
    """All the text in an element, without white space around it; inside nothing changes."""
    return "".join(node.itertext()).strip(WHITE)


def inner_html(node: Any) -> str:
    """The text of an element, with its markup where the feed did not hide that from the parser."""
    if not len(node):
        return text(node)
    for inner in node.iterdescendants():
        if isinstance(inner.tag, str):
            inner.tag = local_name(inner)
    parts = (etree.tostring(child, encoding="unicode", method="html", with_tail=True) for child in node)
    before = etree.Element("x")
    before.text = node.text
    lead = etree.tostring(before, encoding="unicode", method="html")[3:-4]
    return (lead + "".join(parts)).strip(WHITE)


def local_name(node: Any) -> str:
    """A tag's own name in small letters; QName would refuse what recovered trees have."""
    return str(node.tag).rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _namespace(node: Any) -> str:
    return node.tag.rpartition("}")[0].removeprefix("{") if node is not None and isinstance(node.tag, str) else ""


@cache
def _prefix(namespace: str) -> str:
    return next((prefix for prefix, pattern in KNOWN if pattern.search(namespace)), "")
