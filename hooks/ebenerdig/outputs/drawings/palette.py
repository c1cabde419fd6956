"""The style sheet's colours for what is drawn at build: read from there, so that they stand in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..theme import THEME

TOKENS = THEME / "assets" / "stylesheets" / "tokens.css"
SCHEMES = {"light": ":root {", "dark": ':root[data-scheme="dark"] {'}
"""How the rule begins that holds a scheme's colours."""


@cache
def palette(scheme: str = "light") -> Mapping[str, str]:
    """Read the colours of a scheme by their names, when they are asked for first."""
    sheet = TOKENS.read_text("utf-8")
    rule = sheet[sheet.index(SCHEMES[scheme]) :].partition("}")[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", rule))


def fills(color: str) -> dict[str, str]:
    """The colour of every fill that a drawing names, for a format's colour name."""
    shared = palette()
    own = {"main": shared[color], "pale": shared.get(f"{color}-light", shared["sand"]), "light": shared["glow"]}
    return {**shared, **own}
