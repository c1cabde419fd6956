"""The one visual identity: the colours of the show, and of each kind of item.

An item takes its colour from its kind, so that a visitor knows a film from an
episode before reading a word. Paper, ink, sand and the sun are shared by all.
"""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int, int]
"""Red, green, blue and how much it covers (255 hides what is behind it)."""


def colour(code: str) -> Colour:
    """Turn "#A8431F" into a colour that covers."""
    return (int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16), 255)


def veil(of: Colour, share: float) -> Colour:
    """Let the background shine through; `share` is what remains of the colour."""
    return (of[0], of[1], of[2], round(255 * share))


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Stir `share` of the other colour into the one."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one[:3], other[:3], strict=True))
    return (red, green, blue, 255)


PAPER = colour("#FBF6EE")
INK = colour("#22302E")
SAND = colour("#E9DCC3")
SUN = colour("#E0A030")


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one kind of item; `deep` and `soft` are mixed from its two."""

    main: Colour
    light: Colour
    paper: Colour = PAPER
    ink: Colour = INK
    sand: Colour = SAND
    sun: Colour = SUN

    @property
    def deep(self) -> Colour:
        return mix(self.main, self.ink, 0.5)

    @property
    def soft(self) -> Colour:
        return mix(self.light, self.main, 0.35)


LOOKS = {
    "episodes": Look(colour("#A8431F"), colour("#F3D9C8")),
    "videos": Look(colour("#1F5F7A"), colour("#D3E4EA")),
    "tours": Look(colour("#4B6B1F"), colour("#DFE8CC")),
}
