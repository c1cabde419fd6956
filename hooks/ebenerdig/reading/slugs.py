"""Addresses made of any text in any script, as suggestions for editors and names for what is imported."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii


def slug(name: str) -> str:
    """Make an address of any text in any script: `Über uns` becomes `ueber-uns`; 60 characters at most."""
    name = unicodedata.normalize("NFC", name).lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        name = name.replace(umlaut, letters)
    whole = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
    cut = whole if len(whole) <= 60 else whole[:61].rpartition("-")[0] or whole[:60]
    return cut.strip("-") or "name"


def suggested(value: str, pattern: str) -> str:
    """Make an id of the form that a register wants: of „Max Müller“ `max-mueller`, of a folder's path its end."""
    if re.match(pattern, slug(value)):
        return slug(value)
    folder, _, name = value.strip("/").removesuffix("/index.md").rpartition("/")
    whole = f"{slug(folder.rpartition('/')[2])}/{slug(name)}"
    if folder and re.match(pattern, whole):
        return whole
    plain = re.sub(r"[^A-Za-z0-9.+-]+", "-", anyascii(value)).strip("-.+")
    return plain if re.match(pattern, plain) else "…"
