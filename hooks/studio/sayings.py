"""Words that espeak-ng reads wrong, and a spelling that it reads right.

Only the voice sees these spellings; captions show what the script says.
"""

from __future__ import annotations

import re

SAYINGS = {
    "3-2-1": "drei zwei eins",
    "API": "A-P-I",
    "Backstube": "Back-Stube",
    "Backup": "Bäck-app",
    "Backups": "Bäck-apps",
    "Budget": "Bü-dschee",
    "CAD": "C-A-D",
    "Chatbot": "Tschätt-bott",
    "Chatbots": "Tschätt-botts",
    "Cloud": "Klaud",
    "Data Act": "Dehta Äkt",
    "EDI": "E-D-I",
    "Elif": "Eliff",
    "ERP": "E-R-P",
    "IT": "I-T",
    "KI": "Ka-I",
    "Leasing": "Lihsing",
    "Lindental": "Lindenthal",
    "Moin": "Meun",
    "Phishing": "Fisching",
    "Piotr": "Pi-otter",
    "Podcast": "Pottkahst",
    "Podcasts": "Pottkahsts",
    "Router": "Ruhter",
    "Smartphone": "Smartfohn",
    "Smartphones": "Smartfohns",
    "Tablet": "Täblet",
    "Tablets": "Täblets",
    "ZUGFeRD": "Zuckferd",
}
# Alone or in a compound ("Cloud-Dienst"), but not inside a word ("IT" in "MIT").
_WORD = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, SAYINGS))})(?!\w)")
_ORDINALS = [
    "ersten", "zweiten", "dritten", "vierten", "fünften", "sechsten", "siebten", "achten", "neunten", "zehnten",
    "elften", "zwölften", *(f"{unit}zehnten" for unit in ("drei", "vier", "fünf", "sech", "sieb", "acht", "neun")),
    "zwanzigsten",
]  # fmt: skip
_UNITS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_ORDINALS += [f"{unit}undzwanzigsten" for unit in _UNITS] + ["dreißigsten", "einunddreißigsten"]
_DATE = re.compile(
    r"\b(\d{1,2})\. (?=Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember)"
)


def spelled(text: str) -> str:
    """The text as the voice should get it; dates stand after "am" or "vom" as a rule."""
    text = _DATE.sub(lambda match: f"{_ORDINALS[int(match[1]) - 1]} " if 0 < int(match[1]) < 32 else match[0], text)
    return _WORD.sub(lambda match: SAYINGS[match[0]], text)
