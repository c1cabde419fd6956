"""Write a new library: settings, registers, pages with gaps to fill in, and folders for what is to come."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path

from ..models.formats import FORMATS
from ..outputs.drawings.palette import palette
from ..outputs.drawings.pixels import paint
from ..outputs.drawings.shapes import Disc, block
from ..reading.slugs import slug
from ..texts import texts
from .shows_file import NewShow

STARTER = Path(__file__).parent / "starter"
REPOSITORY = Path(__file__).parents[3]

SHARED = ("mkdocs.yml", *(f"content/_data/{name}.yml" for name in ("areas", "levels", "licenses")))
"""What a new library takes over from this one; an installed package has them among the pages of `starter`."""

HOOK = "mkdocs_hooks.py"
HOOK_TEXT = '''"""Lead MkDocs to Ebenerdig, wherever it is installed."""

from mkdocs_events import *  # noqa: F403
'''


@dataclass(frozen=True, slots=True)
class NewLibrary:
    """What somebody says about a library that does not exist yet; `url` has a slash at its end."""

    name: str
    url: str
    email: str
    language: str

    def files(self) -> dict[str, bytes]:
        """Every file of the new library by its path."""
        base = STARTER if (STARTER / "mkdocs.yml").is_file() else REPOSITORY
        written = {name: (base / name).read_text("utf-8") for name in SHARED}
        written["mkdocs.yml"] = _settings(written["mkdocs.yml"], self.name)
        written[HOOK] = HOOK_TEXT
        written[".gitignore"] = ".cache/\n.venv/\nsite/\n"
        written |= {f"{form.folder}/.gitkeep": "" for form in FORMATS}
        pages = STARTER / self.language
        written |= {path.relative_to(pages).as_posix(): path.read_text("utf-8") for path in pages.rglob("*.*")}
        written |= {f"content/_data/{name}.yml": text for name, text in self._registers().items()}
        files = {name: text.encode() for name, text in written.items()}
        return files | {"content/_data/podcast.jpg": _cover()}

    def _registers(self) -> dict[str, str]:
        t = texts(self.language)
        name, publisher = json.dumps(self.name, ensure_ascii=False), slug(self.name)
        show = NewShow("podcast", self.name, t("starter-show"), self.url, self.name, self.email, self.language)
        return {
            "library": (
                f"name: {name}\n"
                f"tagline: {json.dumps(t('starter-tagline'), ensure_ascii=False)}\n"
                f"description: {json.dumps(t('starter-description'), ensure_ascii=False)}\n"
                f"url: {self.url}\n"
                f"language: {self.language}\n"
                "time_zone: Europe/Berlin\n"
                f"publisher: {publisher}\n"
                f"contact: {json.dumps('mailto:' + self.email)}\n"
                "former_names: none\n"
            ),
            "organisations": f"{publisher}:\n  name: {name}\n",
            "shows": show.record(t),
        }


def _settings(text: str, name: str) -> str:
    """Take over this library's settings with the new name and its own way to the hook."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    lines = [f"site_name: {json.dumps(name, ensure_ascii=False)}" if "site_name:" in line else line for line in lines]
    return "\n".join(lines).replace("hooks/mkdocs_events.py", HOOK) + "\n"


def start(folder: Path, library: NewLibrary) -> tuple[list[str], list[str]]:
    """Write the new library; return what was written and what was there already and stays as it is."""
    written, kept = [], []
    for name, content in sorted(library.files().items()):
        target = folder / name
        if target.exists():
            kept.append(name)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written.append(name)
    return written, kept


def _cover() -> bytes:
    """Draw a picture that directories accept, until there is a real one: a sun over a level floor."""
    shapes = (block(0, 0, 1400, 1400, "hill"), Disc(700, 650, 300, 300, "sun"), block(0, 850, 1400, 1400, "ink"))
    picture = paint(shapes, palette(), (1400, 1400), (0, 0), 1)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=90)
    return buffer.getvalue()
