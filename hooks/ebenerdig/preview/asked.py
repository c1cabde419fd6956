"""The preview makes what somebody asks for, when somebody asks: after a save nothing else has to be waited for.

It knows MkDocs' server from inside: whoever asks while the library is read waits until that is done.
"""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise

from ..catalogue import Catalogue
from ..media.measure import SOUND_AND_FILM
from ..outputs import Content, Output, finished
from ..outputs.failures import Failures
from ..outputs.search.index import index as search
from ..outputs.writing import place
from ..problems import report

SEARCH = "search/"
"""Where all files of the search lie; what they are called is known only when all are made."""

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Preview:
    """The files of the newest build that nobody has asked for yet, by their place on the site."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._catalogue: Catalogue | None = None
        self._site = Path()
        self._files: dict[str, Content] = {}
        self._searched: Iterator[tuple[str, Content]] = iter(())

    def show(self, catalogue: Catalogue, outputs: Iterable[Output], site: Path, failures: Failures) -> None:
        """Answer with these outputs from now on, below `site`; what cannot even be listed stands in `failures`."""
        found: dict[str, Content] = {}
        for output in outputs:
            if output is not search:
                with failures.kept():
                    found |= output(catalogue)
        with self._lock:
            self._catalogue, self._site, self._files = catalogue, site, found
            self._searched = search(catalogue)

    def before(self, server: Any) -> App:
        """Put this before the application of MkDocs' server; sound and film are answered with byte ranges."""
        app: App = server.get_app()
        media = WhiteNoise(app, root=str(self._site), prefix=server.mount_path, autorefresh=True)

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            asked = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "ignore")
            if not asked.startswith("/livereload/"):
                with server._epoch_cond:
                    server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
                self.make(asked.removeprefix(server.mount_path))
            is_media = Path(asked).suffix.lower() in SOUND_AND_FILM
            return (media if is_media else app)(environ, start_response)

        return answer

    def make(self, asked: str) -> None:
        """Write the file that is asked for, if it is one of ours and not written yet."""
        path = posixpath.normpath(f"/{asked}").lstrip("/")
        with self._lock:
            if path.startswith(SEARCH):
                self._files |= self._searched
            for name in (path, f"{path}/index.html".lstrip("/")):
                content = self._files.pop(name, None)
                if content is not None:
                    self._write(name, content)

    def _write(self, name: str, content: Content) -> None:
        assert self._catalogue
        failures, texts = Failures(self._catalogue.project.root), self._catalogue.project.texts
        target = self._site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with failures.kept():
            place(finished(content), target)
        if failures.found:
            told = report(failures.problems(), texts)
            page = f'<!doctype html><meta charset="utf-8"><body><pre>{escape(told)}</pre></body>'
            with suppress(FileNotFoundError):  # the next build has begun, and emptied the site's folder
                place(page.encode(), target)
