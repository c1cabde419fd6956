"""`_headers`: what a static host must send with the files, in the form that Cloudflare, Netlify and others read.
`.nojekyll`: GitHub Pages shall publish everything, whatever it is called.

Podcast apps and web players need types and CORS, browsers a policy that lets nothing in from elsewhere. Where several
rules fit an address, hosts join their values; so no two rules for one address set the same header. Pages keep the
host's own short caching.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...addresses import REGISTER_PICTURES, TRANSCRIPT_TYPES, located
from ...catalogue import Catalogue
from ...media.measure import PICTURES, SOUND_AND_FILM
from ...models.fields import MediaRef
from ...models.formats import FORMATS

OPEN = "Access-Control-Allow-Origin: *"
SHORT = "Cache-Control: public, max-age=300"
LONG = "Cache-Control: public, max-age=2592000"
"""Five minutes for what changes, thirty days for sound, film and pictures."""


def headers(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Yield `_headers` and `.nojekyll` for the site's root."""
    yield ".nojekyll", b""
    blocks = ["\n  ".join([path, *lines]) for path, lines in rules(catalogue)]
    yield "_headers", ("\n\n".join(blocks) + "\n").encode()


def rules(catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """Yield address patterns with the header lines for them, the site's folder in front of all."""
    base = urlsplit(catalogue.project.base_url).path
    everywhere = [
        f"Content-Security-Policy: {content_security_policy(catalogue)}",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), microphone=(), geolocation=()",
    ]
    yield f"{base}*", everywhere
    yield f"{base}feed/*", [OPEN, SHORT]
    yield f"{base}feed/*.xml", ["Content-Type: application/rss+xml; charset=utf-8"]
    yield f"{base}feed/*.opml", ["Content-Type: text/x-opml; charset=utf-8"]
    for folder in [*(form.folder for form in FORMATS), REGISTER_PICTURES, "_data"]:
        yield f"{base}{folder}/*", [OPEN]
    yield f"{base}*/read/chapters.json", ["Content-Type: application/json+chapters"]
    for ending in ("vtt", "srt"):
        yield f"{base}*.{ending}", [f"Content-Type: {TRANSCRIPT_TYPES[ending]}; charset=utf-8"]
    for suffix, (media_type, _) in {**SOUND_AND_FILM, **PICTURES}.items():
        yield f"{base}*{suffix}", [f"Content-Type: {media_type}", LONG]


def content_security_policy(catalogue: Catalogue) -> str:
    """Let in what the site itself holds, the hosts of items' media, and nothing else."""
    files = elsewhere(catalogue)
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", *files],
        "media-src": ["'self'", *files],
        "frame-src": catalogue.frame_sources or ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def elsewhere(catalogue: Catalogue) -> list[str]:
    """The other origins that items' files come from."""
    project = catalogue.project
    found = {
        _origin(located(project, entry, file))
        for entry in catalogue.entries
        for file in entry.files
        if file.is_remote or entry.media_url
        if not (isinstance(file, MediaRef) and file.embed)
    }
    return sorted(found - {_origin(project.base_url)})


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
