"""Films that stay with YouTube, Vimeo or PeerTube: from the address of a page to the frame that plays it.

Only known shapes become a frame, so that no address an editor pastes can load
anything else. Each provider's quietest way is taken: YouTube's domain without
cookies, Vimeo's `dnt`, PeerTube without peers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

PROVIDERS = ("YouTube", "Vimeo", "PeerTube")

_YOUTUBE = re.compile(r"^(?:www\.|m\.)?(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$")
_YOUTUBE_ID = re.compile(r"^[\w-]{11}$", re.ASCII)
_VIMEO = re.compile(r"^/(?:video/)?(\d+)(?:/([0-9a-f]+))?/?$")
_PEERTUBE = re.compile(r"^/(?:w|videos/watch|videos/embed)/([0-9A-Za-z-]{20,36})/?$")
_HOST = re.compile(r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$")


@dataclass(frozen=True, slots=True)
class Embed:
    """A film at a provider: its name for visitors, and the address of the frame."""

    provider: str
    frame: str

    @property
    def origin(self) -> str:
        """Where the frame comes from, as a Content-Security-Policy's `frame-src` wants it."""
        return f"https://{self.host}"

    @property
    def host(self) -> str:
        """Whose server a visitor's browser asks after the click."""
        return urlsplit(self.frame).netloc

    def is_welcome(self, peertube_hosts: tuple[str, ...]) -> bool:
        """Whether the library may show it: anybody can run a PeerTube, so the library names those that it trusts."""
        return self.provider != "PeerTube" or self.host in peertube_hosts


def is_host(name: str) -> bool:
    """Whether this is the name of a server as it stands in addresses: lower case, with a dot, perhaps with a port."""
    return _HOST.match(name) is not None


def embed(address: str) -> Embed | None:
    """Recognise the page of a film; None for every other address."""
    parts = urlsplit(address)
    host = parts.netloc.lower()
    if parts.scheme != "https":
        return None
    if _YOUTUBE.match(host):
        last = parts.path.rstrip("/").rpartition("/")[2]
        key = parse_qs(parts.query).get("v", [last])[0]
        frame = f"https://www.youtube-nocookie.com/embed/{key}?autoplay=1&rel=0&cc_load_policy=1"
        return Embed("YouTube", frame) if _YOUTUBE_ID.match(key) else None
    if host in ("vimeo.com", "www.vimeo.com", "player.vimeo.com"):
        film = _VIMEO.match(parts.path)
        if film is None:
            return None
        unlisted = film[2] or parse_qs(parts.query).get("h", [""])[0]
        secret = f"&h={unlisted}" if re.match(r"^[0-9a-f]+$", unlisted) else ""
        return Embed("Vimeo", f"https://player.vimeo.com/video/{film[1]}?dnt=1&autoplay=1{secret}")
    if (film := _PEERTUBE.match(parts.path)) and is_host(host):
        return Embed("PeerTube", f"https://{host}/videos/embed/{film[1]}?autoplay=1&p2p=0")
    return None
