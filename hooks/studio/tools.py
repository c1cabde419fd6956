"""The programs outside of Python: how ffmpeg is called, and what is said when one is missing."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

EXACT = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-threads", "1"]
"""Output options: no dates or versions in a file, and the same bytes on any number of cores."""


class MissingTool(Exception):
    """A program of the studio is not installed."""


def ffmpeg(arguments: Sequence[str], data: bytes = b"") -> tuple[bytes, str]:
    """Run ffmpeg; return its output and its report."""
    try:
        command = ["ffmpeg", "-hide_banner", "-nostats", "-y", *arguments]
        done = subprocess.run(command, input=data, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise MissingTool("ffmpeg is not installed.") from error
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"ffmpeg failed:\n{error.stderr.decode(errors='replace')[-2000:]}") from error
    return done.stdout, done.stderr.decode(errors="replace")
