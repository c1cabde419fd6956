"""Everything that comes from outside the items, gathered once: folder, address, language, today.

Nothing else reads the environment or the clock, so the same input gives the
same bytes on any day and any host.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..models import Library
from ..models.formats import FORMATS
from ..models.model import Severity
from ..problems import Problem
from ..texts import LANGUAGES, Texts, texts
from .source import read_register
from .validate import validate

STAND_IN = Library.model_validate(
    {
        "name": "Ebenerdig",
        "tagline": "Ebenerdig",
        "description": "Ebenerdig",
        "url": "https://example.invalid/",
        "publisher": "unknown",
        "contact": "mailto:unknown@example.invalid",
    }
)
"""Lets the checks and the preview go on while `library.yml` itself is broken."""


@dataclass(frozen=True, slots=True)
class Project:
    """One library on disk and the circumstances it is built in; `templates` are folders with templates of its own."""

    root: Path
    library: Library
    base_url: str
    language: str
    now: datetime
    preview: bool = False
    templates: tuple[Path, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether its own settings could be read, so that others may be blamed for what does not fit them."""
        return self.library is not STAND_IN

    @property
    def data(self) -> Path:
        """The folder with the registers."""
        return self.root / "content" / "_data"

    @property
    def media(self) -> Path | None:
        """The folder outside git with large media, laid out as the items are."""
        folder = self.library.media_dir
        return self.root / Path(folder).expanduser() if folder else None

    @property
    def folders(self) -> list[Path]:
        """Every folder with something that editors wrote or recorded."""
        folders = [self.root / "content", *(self.root / form.folder for form in FORMATS)]
        return [*folders, self.media] if self.media else folders

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone."""
        return ZoneInfo(self.library.time_zone)

    @property
    def texts(self) -> Texts:
        """The sentences in the site's language."""
        return texts(self.language)

    def local(self, moment: datetime) -> datetime:
        """Return `moment` with the site's time zone where it has none."""
        return moment.replace(tzinfo=self.zone) if moment.tzinfo is None else moment.astimezone(self.zone)


def load_project(
    root: Path,
    *,
    base_url: str | None = None,
    preview: bool = False,
    templates: tuple[Path, ...] = (),
    environ: Mapping[str, str] = os.environ,
) -> tuple[Project, list[Problem]]:
    """Read `content/_data/library.yml` and the environment.

    `SITE_URL`, `SITE_LANGUAGE` and `SOURCE_DATE_EPOCH` take precedence over the
    file and the clock; `base_url` (the preview's own address) over all.
    """
    root = root.resolve()
    path = root / "content" / "_data" / "library.yml"
    source, problems = read_register(path, root)
    library = None
    if source:
        library, problems = validate(source, Library)
    library = library or STAND_IN
    address = base_url or environ.get("SITE_URL") or library.url
    language = environ.get("SITE_LANGUAGE") or library.language
    if language not in LANGUAGES:
        problems.append(_ambient("site-language", value=language, known=", ".join(LANGUAGES)))
        language = library.language
    if not address.startswith(("https://", "http://")):
        problems.append(_ambient("site-url", value=address))
        address = library.url
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) < 12):
        problems.append(_ambient("source-date-epoch", value=epoch))
        epoch = ""
    zone = ZoneInfo(library.time_zone)
    now = (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).astimezone(zone)
    return Project(root, library, address.rstrip("/") + "/", language, now, preview, templates), problems


def _ambient(code: str, severity: Severity = "error", **values: str) -> Problem:
    return Problem("(environment)", 1, 1, code, values, severity)
