"""Turn what feeds hold as text or HTML into plain lines and clean Markdown: nothing that runs or calls home."""

from __future__ import annotations

import re
from html import escape, unescape

import nh3

from ...notes import ATTRIBUTES, SCHEMES, TAGS
from ..foreign.item_reader import absolute
from ..foreign.words import plain, visible
from .html_to_markdown import to_markdown

SENTENCE = re.compile(r"(?<=[.!?…])\s+")
MOST_WORDS = 60


def teaser(text: str) -> str:
    """Shorten plain text to 60 words, at a sentence's end where there is one."""
    words = text.split()
    if len(words) <= MOST_WORDS:
        return text
    kept = ""
    for sentence in SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer.split()) > MOST_WORDS:
            break
        kept = longer
    return kept or " ".join(words[: MOST_WORDS - 1]) + " …"


def markdown(text: str, base: str) -> str:
    """Return text or HTML as Markdown: headings from the second level on, absolute links, pictures as links."""
    text = visible(text)
    if not re.search(r"</?[a-z][^<>]*>", text, re.IGNORECASE):
        text = _paragraphs(unescape(text))

    def led(tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src"):
            value = absolute(value, base)
            return re.sub(r"[\s<>]", lambda c: f"%{ord(c[0]):02X}", value) if ":" in value else None
        return value

    attributes = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "ol": ATTRIBUTES["ol"]}
    clean = nh3.clean(
        text,
        tags=TAGS | {"h1"},
        attributes=attributes,
        url_schemes=SCHEMES,
        link_rel=None,
        attribute_filter=led,
    )
    try:
        return to_markdown(clean)
    except RecursionError:
        return to_markdown(_paragraphs(plain(clean)))


def _paragraphs(text: str) -> str:
    parts = (escape(part.strip(), quote=False) for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts)
