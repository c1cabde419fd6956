"""From bytes to elements, however damaged: what can be mended is mended before a parser sees it.

A parser that recovers drops what it does not understand, a loose one keeps `&amp;` as text. Both change GUIDs, so
the usual damage is undone first, and recovery is left with what nobody can mend.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5
from typing import Any

from lxml import etree

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""What a prefix means where a feed forgot to say it."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']""")
ROOT = re.compile(r"<((?:\w{1,20}:)?(?:rss|feed|rdf|channel))(?=[\s>/])", re.IGNORECASE)
RAW = {"<![CDATA[": "]]>", "<!--": "-->", "<?": "?>"}
"""What holds no markup, by how it begins and ends."""
OPENING = re.compile("|".join(map(re.escape, RAW)))
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REFERENCE = re.compile(r"&(?:#(?:(\d{1,9})|x([0-9a-f]{1,8}));|([a-z]\w{0,40});)?|<(?![a-z_/])", re.IGNORECASE)
PREFIX = re.compile(r"(?:</?|\s)([a-z_][\w.-]{0,60}):[a-z_][\w.-]{0,60}", re.IGNORECASE)
ENTITY = re.compile(
    r"""<!ENTITY\s+([a-z][\w.-]{0,40})\s+(?:"((?:[^"<%&]|&#\w{1,8};){0,60})"|'((?:[^'<%&]|&#\w{1,8};){0,60})')\s*>""",
    re.IGNORECASE,
)
"""What a document defines for itself: a name, and a word or characters by their numbers."""
MOST_ENTITIES = 20_000
OWN_REFERENCES = {"lt", "gt", "amp", "quot", "apos"}


@dataclass(frozen=True, slots=True)
class Document:
    """A feed's root; `flaw` is what a strict reader says of it, `whole` whether all of it could be mended."""

    root: Any
    flaw: str
    whole: bool


def read_document(data: bytes) -> Document | None:
    """Parse a feed; None if it is none."""
    text = decoded(data)
    start = _start(text)
    if start is None:
        return None
    end = text.rfind(f"</{start[1]}>")
    prolog, text = text[: start.start()], text[start.start() : end + len(start[0]) + 2 if end > 0 else len(text)]
    text = "\n" * prolog.count("\n") + _expanded(text, prolog)  # so that a flaw's line is that of the file
    root, flaw = _parsed(text)
    if root is not None:
        return Document(root, "", True)
    text = mended(text, start[1])
    root, rest = _parsed(text)
    if root is not None:
        return Document(root, flaw, True)
    root = etree.fromstring(text.encode(), _parser(recover=True))
    return None if root is None else Document(root, rest, False)


def decoded(data: bytes) -> str:
    """Return the text: by its mark or its declaration, else UTF-8; a byte that does not fit is taken for Windows'."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = DECLARED.match(data[:400])
    named = WIDE.get(data[:2]) or (declared[1].decode().lower() if declared else "utf-8")
    if named in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        named = "windows-1252"  # as browsers do
    if data[:2] not in WIDE and re.match(r"utf-?(16|32)|ucs", named):
        named = "utf-8"  # it could not be read so far otherwise
    try:
        return data.decode(named, "ebenerdig-windows")
    except (LookupError, UnicodeError):
        return data.decode("utf-8", "ebenerdig-windows")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error("ebenerdig-windows", _as_windows)


def _start(text: str) -> re.Match[str] | None:
    """Find where the root begins, behind declarations, comments and what servers write before it."""
    at = 0
    for is_raw, piece in _pieces(text):
        if not is_raw and (found := ROOT.search(piece)):
            return ROOT.match(text, at + found.start())
        at += len(piece)
    return None


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )


def _parsed(text: str) -> tuple[Any, str]:
    """Return the root, or why a strict parser refuses the text."""
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=False)), ""
    except etree.XMLSyntaxError as error:
        return None, error.msg or "?"


def mended(text: str, root: str) -> str:
    """Undo the usual damage outside of CDATA: names of HTML's characters, a bare `&` or `<`, forgotten prefixes."""
    text = NO_XML.sub("", text)
    used, parts = dict[str, None](), []
    for is_raw, piece in _pieces(text):
        if not is_raw:
            piece = REFERENCE.sub(_reference, piece)
            used |= dict.fromkeys(PREFIX.findall(piece))
        parts.append(piece)
    text = "".join(parts)
    head = text[: text.find(">") + 1]
    missing = [name for name in used if name not in ("xml", "xmlns") and not re.search(rf"xmlns:{name}\s*=", head)]
    declarations = "".join(f' xmlns:{name}="{NAMESPACES.get(name.lower(), f"urn:{name}")}"' for name in missing)
    return text.replace(f"<{root}", f"<{root}{declarations}", 1)


def _expanded(text: str, prolog: str) -> str:
    """Write out the names that the document defines for short words of its own; what could grow stays as it is."""
    named = {name: unescape(one or other) for name, one, other in ENTITY.findall(prolog)}
    words = {f"&{name};": escape(word, quote=False) for name, word in named.items() if name not in OWN_REFERENCES}
    if not words or sum(map(text.count, words)) > MOST_ENTITIES:
        return text
    known = re.compile("|".join(map(re.escape, words)))
    return "".join(
        piece if is_raw else known.sub(lambda name: words[name[0]], piece) for is_raw, piece in _pieces(text)
    )


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the text in order, and of each piece whether it is raw; what never ends is raw if it is CDATA alone."""
    at, begin, endless = 0, 0, set[str]()
    while match := OPENING.search(text, begin):
        begin = match.end()
        end = -1 if match[0] in endless else text.find(RAW[match[0]], begin)
        if end < 0 and match[0] != "<![CDATA[":
            endless.add(match[0])
            continue
        yield False, text[at : match.start()]
        at = begin = len(text) if end < 0 else end + len(RAW[match[0]])
        yield True, text[match.start() : at]
    yield False, text[at:]


def _reference(match: re.Match[str]) -> str:
    if match[0] == "<":
        return "&lt;"
    if match[1] or match[2]:
        code = int(match[1] or match[2], 10 if match[1] else 16)
        kept = code <= 0x10FFFF and not NO_XML.match(chr(code))
        return f"&#{code};" if kept else ""
    name = match[3] or ""
    if name in OWN_REFERENCES:
        return match[0]
    known = html5.get(f"{name};")
    return escape(known) if known else f"&amp;{match[0][1:]}"
