"""Write clean HTML as Markdown that renders to the same words, links and lists, and fetches nothing from elsewhere.

Notes of a podcast's years hold tens of thousands of links, so the tree is walked once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from ..foreign.words import ADDRESS

DEEPEST = 200
"""Nobody nests so deep who wants to be read."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {*("p", "div", "blockquote", "ul", "ol", "li", "table", "hr", "pre", "dl", "dt", "dd", "figure", "details")}
BLOCKS |= {"figcaption", "summary", *HEADINGS}
APART = BLOCKS | {"td", "th", "tr", "caption"}
"""What does not run into its neighbours where everything has to stand in one line."""
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
KEPT = {"del", "s", "sub", "sup"}
"""What Markdown has no mark for, and whose words would say something else without it."""

SPACES = re.compile(r"[ \t\r\n\f]+")
LINE = "\u2028"
"""Stands in text for the end of a line that is meant."""
SPECIAL = re.compile(r"[\\`*_\[\]]")
ENTITY = re.compile(rf"&(?=#|\w+;|{'|'.join(name for name in html5 if not name.endswith(';'))})")
"""What a browser takes for a character's name; old ones need no semicolon."""
BEGINNING = re.compile(r"^(\s*)([#>+-])|^(\s*)([=~:|])|^(\s*\d{1,9})([.)])(?=\s|$)|#(?=#*\s*$)")
"""What is markup at a line's beginning, or at a heading's end; no backslash holds back the second kind."""
MARK, MARK_AT_END = re.compile(r"\*{1,3}|`"), re.compile(r"(?:\A|[^\\*`])(?:\\.)*(\*{1,3}|`+)\Z")
BETWEEN = "<!-- -->"
"""Nobody sees it, and it keeps two marks apart."""
BEGIN = set("#>+-=~:|")
ENTRY = re.compile(r"- |\d+\. ")


def to_markdown(html: str) -> str:
    """Return cleaned HTML as Markdown, with headings from the second level on; RecursionError when it is too deep."""
    root: Any = etree.fromstring(f"<html><body>{html}</body></html>", etree.HTMLParser(huge_tree=True))[0]
    headings = list(root.iter(*HEADINGS))
    shift = 2 - min((int(heading.tag[1]) for heading in headings), default=2)
    for heading in headings:
        heading.tag = f"h{min(6, int(heading.tag[1]) + shift)}"
    for node in root.iter(*MARKS):
        if any(MARKS.get(outer.tag) == MARKS[node.tag] for outer in node.iterancestors()):
            node.tag = "span"  # bold within bold is no bolder
    for code in root.xpath("//table//code | //table//kbd"):
        code.tag = "span" if "|" in "".join(code.itertext()) else code.tag  # there it would end a cell
    for block in root.iter("pre"):
        for node in block.iter():
            node.text = node.text and node.text.replace("\n", LINE)
            if node is not block:
                node.tail = node.tail and node.tail.replace("\n", LINE)
    return "\n\n".join(_blocks(root, 0))


def _blocks(node: Any, depth: int) -> list[str]:
    """Return what stands inside a node, one paragraph, list or table after the other."""
    if depth > DEEPEST:
        raise RecursionError
    found, line = list[str](), [_text(node.text)]
    for child in node:
        if child.tag in BLOCKS or (child.tag != "a" and any(inner.tag in BLOCKS for inner in child.iterdescendants())):
            found += [*_paragraphs(line), *_block(child, depth + 1)]
            line = []
        else:
            line.append(_inline(child, depth + 1))
        line.append(_text(child.tail))
    return [*found, *_paragraphs(line)]


def _block(node: Any, depth: int) -> Iterator[str]:
    if node.tag in HEADINGS:
        if words := _one_line(node, depth):
            yield f"{'#' * int(node.tag[1])} {_held(words)}"
    elif node.tag == "hr":
        yield "---"
    elif node.tag in ("ul", "ol"):
        yield from _list(node, depth)
    elif node.tag == "table":
        yield from _table(node, depth)
    elif node.tag == "blockquote":
        if inner := "\n\n".join(_blocks(node, depth)):
            yield "\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))
    else:
        yield from _blocks(node, depth)


def _paragraphs(pieces: list[str]) -> Iterator[str]:
    """Yield what stands between two blocks; an empty line begins a new paragraph."""
    text = _joined(pieces).strip(" \n")
    if "  " in text or "\n" in text:
        text = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", text))
    for part in re.split(r"\n{2,}", text) if text else ():
        yield "  \n".join([_held(line) for line in part.split("\n")])


def _held(line: str) -> str:
    """Hold back what would be markup for its place alone."""

    def held(match: re.Match[str]) -> str:
        if match[4]:
            return f"{match[3]}&#{ord(match[4])};"
        return f"{match[5]}\\{match[6]}" if match[6] else f"{match[1] or ''}\\{match[2] or '#'}"

    return BEGINNING.sub(held, line) if line[:1] in BEGIN or line[:1].isdigit() or line[-1:] == "#" else line


def _list(node: Any, depth: int) -> Iterator[str]:
    start = node.get("start") or ""
    number, entries = int(start) if re.fullmatch(r"\d{1,9}", start) else 1, list[str]()
    for blocks in _entries(node, depth):
        if not entries or not ENTRY.match(blocks[0]):  # else a list that no words of its own precede
            mark = f"{number}. " if node.tag == "ol" else "- "
            entries.append(mark + blocks.pop(0).replace("\n", "\n  "))
            number += 1
        for block in blocks:
            entries[-1] += ("\n" if ENTRY.match(block) else "\n\n") + re.sub(r"(?m)^(?=.)", "    ", block)
    if entries:
        yield ("\n\n" if any("\n\n" in entry for entry in entries) else "\n").join(entries)


def _entries(node: Any, depth: int) -> Iterator[list[str]]:
    """Yield what each entry of a list holds, and what stands between the entries as one of its own."""
    found = [list(_paragraphs([_text(node.text)]))]
    for child in node:
        found += [_blocks(child, depth + 1), list(_paragraphs([_text(child.tail)]))]
    return (blocks for blocks in found if blocks)


def _table(node: Any, depth: int) -> Iterator[str]:
    """Markdown drops cells beyond those of the first row, and wants that to be a head."""
    for caption in node.iterchildren("caption"):
        yield from _blocks(caption, depth)
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in node.xpath("./tr | ./*/tr")]
    most = max(map(len, rows), default=0)
    if most:
        has_head = all(cell.tag == "th" for cell in rows[0]) and rows[0]
        lines = [[_one_line(cell, depth).replace("|", "&#124;") for cell in row] for row in rows]
        head, *rest = lines if has_head else [[], *lines]
        table = [head, ["---"] * most, *rest]
        yield "\n".join(f"| {' | '.join([*line, *[''] * (most - len(line))])} |" for line in table)


def _one_line(node: Any, depth: int, linked: bool = False) -> str:
    return SPACES.sub(" ", _inner(node, depth, linked)).strip(" ")


def _inner(node: Any, depth: int, linked: bool = False) -> str:
    if depth > DEEPEST:
        raise RecursionError
    pieces = [_text(node.text, linked)]
    for child in node:
        pieces += [_inline(child, depth + 1, linked), _text(child.tail, linked)]
    return _joined(pieces)


def _joined(pieces: list[str]) -> str:
    """Put pieces behind one another: two of one mark become one, and others are kept from running into each other."""
    whole = ""
    for piece in filter(None, pieces):
        if whole[-1:] == piece[0] and piece[0] in "*`" and (ends := MARK_AT_END.search(whole[-40:])):
            if (begins := MARK.match(piece)) and begins[0] == ends[1] != "`":
                whole, piece = whole[: -len(ends[1])], piece[begins.end() :]
            else:
                whole += BETWEEN
        elif whole[-1:] == "!" and piece[0] == "[":
            whole = f"{whole[:-1]}\\!"  # else the link would be a picture
        whole += piece
    return whole


def _inline(node: Any, depth: int, linked: bool = False) -> str:
    """Return what a node says within a line; `linked` is what stands inside a link already."""
    tag = node.tag
    if tag == "br":
        return "\n"
    if tag == "img":
        return _picture(node, linked)
    if tag in ("code", "kbd") and not any(inner.tag in ("a", "img", "br", "q") for inner in node.iterdescendants()):
        return _code("".join(node.itertext()))
    if tag == "a" and node.get("href"):
        return _link(node, depth)
    inner = _inner(node, depth, linked)
    if tag in MARKS:
        return _marked(inner, MARKS[tag])
    if tag == "q":
        return f'"{inner}"'
    if tag in KEPT and inner.strip():
        return f"<{tag}>{inner}</{tag}>"
    return f" {inner} " if tag in APART else inner


def _marked(inner: str, mark: str) -> str:
    """Put a mark around words, close to them, paragraph by paragraph."""
    parts = re.split(r"(\s*\n\s*\n\s*|^\s+|\s+$)", inner)
    return "".join(part if not part or part.isspace() else f"{mark}{part}{mark}" for part in parts)


def _code(text: str) -> str:
    words = SPACES.sub(" ", text.replace(LINE, " ")).strip(" ")
    fence = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    pad = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}" if words else ""


def _link(node: Any, depth: int) -> str:
    address = node.get("href")
    if not len(node) and (node.text or "").strip() == address and ADDRESS.fullmatch(address):
        return f"<{address}>"
    inner = SPACES.sub(" ", _inner(node, depth, linked=True))
    words = inner.strip(" ") or _escaped(address)  # nobody saw it, but it led somewhere
    return f"{inner[:1].isspace() * ' '}[{words}]({_target(address)}){inner[-1:].isspace() * ' '}"


def _picture(node: Any, linked: bool) -> str:
    """A picture would be fetched from elsewhere by every visitor; a link is not. Counting pixels go."""
    source = node.get("src")
    tiny = any((node.get(side) or "").strip() in ("0", "1", "0px", "1px") for side in ("width", "height"))
    if tiny or not source:
        return ""
    words = _escaped(" ".join((node.get("alt") or "").split()) or _file_name(source))
    return words if linked else f"[{words}]({_target(source)})"


def _text(text: str | None, linked: bool = False) -> str:
    if not text:
        return ""
    text = SPACES.sub(" ", text).replace(LINE, "\n")
    if linked or "://" not in text:
        return _escaped(text)
    parts, end = list[str](), 0
    for match in ADDRESS.finditer(text):
        parts += [_escaped(text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return "".join([*parts, _escaped(text[end:])])


def _escaped(text: str) -> str:
    """Hold back what Python-Markdown would take for markup anywhere, and no more."""
    text = SPECIAL.sub(r"\\\g<0>", text)
    return ENTITY.sub("&amp;", text).replace("<", "&lt;") if "&" in text or "<" in text else text


def _target(address: str) -> str:
    """Brackets inside an address would end it."""
    return f"<{address}>" if "(" in address or ")" in address else address


def _file_name(address: str) -> str:
    """What a picture without words is called by."""
    return unquote(PurePosixPath(urlsplit(address).path).name) or urlsplit(address).netloc
