"""Byte ranges for the preview, so that players can jump: WhiteNoise serves the media, MkDocs the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise

from ..media.measure import SOUND_AND_FILM

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


def with_ranges(app: App, site: Path, prefix: str = "/") -> App:
    """Wrap a WSGI application: sound and film below `site` are answered with ranges."""
    media = WhiteNoise(app, root=str(site), prefix=prefix, autorefresh=True)

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        chosen = media if Path(environ.get("PATH_INFO", "")).suffix.lower() in SOUND_AND_FILM else app
        return chosen(environ, start_response)

    return answer
