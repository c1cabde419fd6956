"""Words as feeds hold them, plain or as HTML: one clean line, and which of several texts says the most."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

import nh3

TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})\b[^<>]*>", re.IGNORECASE)
ALONE = {"br", "hr", "img", "wbr"}
BLOCK = re.compile(r"<(?=/?(?:p|br|li|div|h[1-6])\b)", re.IGNORECASE)
REFERENCE = re.compile(r"&#?\w{1,40};")
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'*_]")
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
LINK = 10
"""How many words a link is worth."""


def visible(text: str) -> str:
    """Take out control and direction characters, which no metadata may hold."""
    return unicodedata.normalize("NFC", FORBIDDEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))


def plain(text: str) -> str:
    """Return text or HTML as one line of plain text; a tag that nothing closes is a word about HTML."""
    found = [(match[1], match[2].lower()) for match in TAG.finditer(text)]
    markup = ({name for slash, name in found if slash} & {name for slash, name in found if not slash}) | ALONE
    if any(name in markup for _, name in found):
        shown = TAG.sub(lambda tag: tag[0] if tag[2].lower() in markup else tag[0].replace("<", "&lt;"), text)
        text = nh3.clean(BLOCK.sub(" <", shown), tags=set())
    return " ".join(visible(REFERENCE.sub(lambda name: unescape(name[0]), text)).split())


def richest(*texts: str) -> str:
    """Return the text with the most words and links, the first of equals."""
    given = list(dict.fromkeys(text for text in texts if text.strip()))
    return given[0] if len(given) == 1 else max(given, key=_worth, default="")


def _worth(text: str) -> int:
    links = len(re.findall(r"<a\b[^<>]*\bhref\b", text, re.IGNORECASE)) or len(set(ADDRESS.findall(text)))
    return len(plain(text).split()) + LINK * links
