"""Where the theme lies: within the package where it is installed, beside it in the repository."""

from __future__ import annotations

from pathlib import Path

THEME = next(path for path in (Path(__file__).parents[n] / "theme" for n in (1, 2)) if path.is_dir())
