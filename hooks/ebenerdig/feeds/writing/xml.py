"""XML as feeds need it: the namespaces to the letter, elements, values and the finished document."""

from __future__ import annotations

import re
from email.utils import format_datetime
from typing import Any

from lxml import etree

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "psc": "http://podlove.org/simple-chapters",
}
MAX_DESCRIPTION_BYTES = 4000
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""

rfc2822 = format_datetime
"""Write a date as feeds want it."""


def group(parent: etree._Element, tag: str, **attributes: str | None) -> Any:
    """Append an element `prefix:name` that others will stand in."""
    given = {name: NOT_XML.sub("", value) for name, value in attributes.items() if value is not None}
    prefix, _, name = tag.rpartition(":")
    return etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name, given)


def add(parent: etree._Element, tag: str, content: str | None = None, **attributes: str | None) -> Any:
    """Append an element `prefix:name`; where there is neither content nor any attribute, none."""
    if content is None and all(value is None for value in attributes.values()):
        return None
    node = group(parent, tag, **attributes)
    node.text = None if content is None else NOT_XML.sub("", content)
    return node


def written(root: etree._Element) -> bytes:
    """Write the document with one element a line."""
    etree.indent(root, " ")
    body: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def shortened(text: str) -> str:
    """Cut plain text to what apps accept, at a word's end."""
    if len(text.encode()) <= MAX_DESCRIPTION_BYTES:
        return text
    cut = text.encode()[: MAX_DESCRIPTION_BYTES - 4].decode(errors="ignore")
    return (cut.rpartition(" ")[0] or cut) + " …"


def number(value: float) -> str:
    """Write seconds without needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def truth(value: bool) -> str:
    """Write a truth value as feeds want it."""
    return "true" if value else "false"
