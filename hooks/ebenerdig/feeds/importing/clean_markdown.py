"""Turn what feeds hold as text or HTML into plain lines and clean Markdown: nothing that runs or calls home."""

from __future__ import annotations

import re
from html import escape, unescape
from html.entities import html5
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import nh3
from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

from ...notes import ATTRIBUTES, SCHEMES, TAGS
from ..foreign.item_reader import absolute
from ..foreign.words import ADDRESS, plain, visible

ENTITY = re.compile(rf"&(?=#|\w+;|{'|'.join(name for name in html5 if not name.endswith(';'))})")
"""What a browser takes for a character's name; old ones need no semicolon."""
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
        return _converted(clean)
    except RecursionError:  # nobody nests so deep who wants to be read
        return _converted(_paragraphs(plain(clean)))


def _paragraphs(text: str) -> str:
    parts = (escape(part.strip(), quote=False) for part in re.split(r"\n\s*\n", text))
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts)


def _converted(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    headings = soup.find_all(re.compile("^h[1-6]$"))
    shift = 2 - min((int(heading.name[1]) for heading in headings), default=2)
    for heading in headings:
        heading.name = f"h{min(6, int(heading.name[1]) + shift)}"
        if not heading.get_text(strip=True) and not heading.find("img"):
            heading.decompose()
    for link in soup.find_all("a", href=True):
        if link.get("title"):
            link["title"] = " ".join(str(link["title"]).split())
        if not link.get_text(strip=True) and not link.find("img"):
            link.string = str(link["href"])  # nobody saw it, but it led somewhere
    for table in soup.find_all("table"):
        _fill(soup, table)
    for block in soup.find_all("pre"):  # its lines are kept; code blocks would run into lists
        block.name = "p"
        for words in block.find_all(string=re.compile("\n")):
            first, *lines = words.split("\n")
            words.replace_with(first, *(part for line in lines for part in (soup.new_tag("br"), line)))
    written = _Converter(heading_style="atx", bullets="-").convert_soup(soup)
    lines = [line if line.endswith("  ") and line.strip() else line.rstrip() for line in written.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").rstrip()


def _fill(soup: BeautifulSoup, table: Any) -> None:
    """Give all rows as many cells as the longest: Markdown drops what goes beyond the first row."""
    rows = [(row, row.find_all(["td", "th"], recursive=False)) for row in table.find_all("tr")]
    most = max((len(cells) for _, cells in rows), default=0)
    for row, cells in rows:
        name = cells[0].name if cells else "td"
        row.extend([soup.new_tag(name) for _ in range(most - len(cells))])


class _Converter(MarkdownConverter):
    """Escapes what Python-Markdown would take for markup, and no more."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        if "a" in parent_tags:
            return self._escaped(text)
        parts, end = [], 0
        for match in ADDRESS.finditer(text):
            parts += [self._escaped(text[end : match.start()]), f"<{match[0]}>"]
            end = match.end()
        whole = "".join([*parts, self._escaped(text[end:])])
        return whole.replace("|", "&#124;") if {"td", "th"} & set(parent_tags) else whole

    @staticmethod
    def _escaped(text: str) -> str:
        text = re.sub(r"([\\`*_\[\]])", r"\\\1", text)
        text = ENTITY.sub("&amp;", text).replace("<", "&lt;")
        text = re.sub(r"(?m)^(\s*)([#>+-])|#(?=#*\s*$)", lambda m: f"{m[1] or ''}\\{m[2] or '#'}", text)
        text = re.sub(r"(?m)^(\s*)([=~:|])", lambda m: f"{m[1]}&#{ord(m[2])};", text)  # no backslash holds these back
        return re.sub(r"(?m)^(\s*\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)

    def convert_li(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Python-Markdown wants four spaces before what stands inside an entry."""
        first, *inner = super().convert_li(el, text, parent_tags).split("\n")  # type: ignore[misc]  # its stub has none
        gap = " " * max(0, 3 - first.find(" "))
        return "\n".join([first, *(gap + line if line else line for line in inner)])

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """A picture would be fetched from elsewhere by every visitor; a link is not. Counting pixels go."""
        source = el.get("src")
        tiny = any((el.get(side) or "").strip() in ("0", "1", "0px", "1px") for side in ("width", "height"))
        if tiny or not source:
            return ""
        words = self._escaped(" ".join((el.get("alt") or "").split()) or _file_name(source))
        return words if "a" in parent_tags else f"[{words}]({_target(source)})"

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        """Brackets inside an address would end it."""
        if el.get("href"):
            el["href"] = _target(el["href"])
        return str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]  # its stub has none


def _target(address: str) -> str:
    return f"<{address}>" if re.search("[()]", address) else address


def _file_name(address: str) -> str:
    """What a picture without words is called by."""
    return unquote(PurePosixPath(urlsplit(address).path).name) or urlsplit(address).netloc
