"""Where the templates lie, and how all of them are read: everything is escaped, and an unknown name is an error."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .bytecode import CompiledTemplates

THEME = next(path for path in (Path(__file__).parents[n] / "theme" for n in (1, 2)) if path.is_dir())
"""Within the package where it is installed, beside it in the repository."""


def environment(root: Path, own: Iterable[Path] = ()) -> Environment:
    """Read templates from `own` folders first, laid out as `hooks/theme/` is; compiled they are kept below `root`."""
    folders = [*own, THEME]
    return Environment(
        loader=FileSystemLoader([*(folder / "articles" for folder in folders), *folders]),
        autoescape=True,
        bytecode_cache=CompiledTemplates(root),
        auto_reload=False,  # every build makes its own environment
        cache_size=-1,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
