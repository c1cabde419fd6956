"""The style sheet's colours for what is drawn at build: read from there, so that they stand in one place."""

from __future__ import annotations

import re

from ..theme import THEME

TOKENS = THEME / "assets" / "stylesheets" / "tokens.css"
_SHEET = TOKENS.read_text("utf-8")


def _colours(opening: str) -> dict[str, str]:
    """Read the custom properties of the rule that begins with `opening`."""
    rule = _SHEET[_SHEET.index(opening) :].partition("}")[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", rule))


PALETTE = _colours(":root {")
DARK = _colours(':root[data-scheme="dark"] {')


def fills(color: str) -> dict[str, str]:
    """The colour of every fill that a drawing names, for a format's colour name."""
    own = {"main": PALETTE[color], "pale": PALETTE.get(f"{color}-light", PALETTE["sand"]), "light": PALETTE["glow"]}
    return {**PALETTE, **own}
