"""Write what a feed says as YAML that comes back as it went in, and as an editor would write it where that is safe."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from ...reading.validate import GAP

BARE = re.compile(r"^(?:[0-9]{1,9}(?:-[0-9])?|true|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9:]+)\Z")

JOINERS = "\u200c\u200d"
"""They hold letters and faces together."""


def written(value: Any) -> str:
    """Write a value as YAML: numbers, dates and a gap bare; JSON's strings, lists and mappings are YAML's too."""
    if value in (GAP, [GAP]):
        return GAP
    if isinstance(value, str) and BARE.match(value):
        return value
    return re.sub(r"[^\n -~]", lambda character: _shown(character[0]), json.dumps(value, ensure_ascii=False))


def _shown(character: str) -> str:
    """Write what nobody could see, or what YAML takes for the end of a line, by its number."""
    hidden = unicodedata.category(character) in ("Cf", "Zl", "Zp", "Cc") and character not in JOINERS
    return f"\\U{ord(character):08X}" if hidden else character
