"""Words that espeak-ng reads wrong, and a spelling that it reads right.

Only the voice sees these spellings; captions show what the script says.
"""

from __future__ import annotations

import re

SAYINGS = {
    "3-2-1": "drei zwei eins",
    "Backstube": "Back-Stube",
    "Data Act": "Dehta Äkt",
    "Elif": "Eliff",
    "KI": "Ka-I",
    "Lindental": "Lindenthal",
    "Moin": "Meun",
    "Piotr": "Pi-otter",
    "Podcast": "Pottkahst",
    "Tablet": "Täblet",
    "Tablets": "Täblets",
    "ZUGFeRD": "Zuckferd",
}
# Alone or in a compound ("KI-Dienst"), but not inside a word ("KI" in "SKI").
_WORD = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, SAYINGS))})(?!\w)")


def spelled(text: str) -> str:
    """The text as the voice should get it."""
    return _WORD.sub(lambda match: SAYINGS[match[0]], text)
