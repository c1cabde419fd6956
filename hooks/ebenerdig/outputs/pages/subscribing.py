"""What the page with all feeds offers for each: the buttons that open an app, and the code that a phone can read."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import segno
from markupsafe import Markup

from ...feeds.writing import FeedPlan
from ..drawings.palette import palette

ANTENNAPOD = "https://antennapod.org/deeplink/subscribe?url="


def app_links(feed: FeedPlan, address: str) -> Iterator[tuple[str, str]]:
    """Yield app and link; `address` is the feed's own. Services know shows, and no selection from them."""
    known = dict(feed.show.apps) if feed.show and feed.kind == "show" else {}
    bare = address.partition("://")[2]
    yield "podcasts", known.pop("apple", f"podcast://{bare}")
    yield "antennapod", ANTENNAPOD + quote(address, safe="")
    yield from known.items()
    yield "other", f"pcast://{bare}"


def qr_code(address: str) -> Markup:
    """Draw a QR code as inline SVG, without size, style or script: dark on light for scanners on a dark page, too."""
    code, colours = segno.make(address, micro=False, error="m"), palette("light")
    dark, light = colours["ink"], colours["surface"]
    return Markup(code.svg_inline(border=2, omitsize=True, dark=dark, light=light, svgclass="eb-qr", lineclass=None))
