"""The programs outside of Python: how they are called, and what is said when one is missing."""

from __future__ import annotations

import subprocess

EXACT = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-threads", "1"]
"""Output options of ffmpeg: no dates or versions in a file, and the same bytes on any number of cores."""


class MissingTool(Exception):
    """A program of the studio is not installed."""


def run(*command: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a program on `data`."""
    try:
        return subprocess.run(command, input=data, capture_output=True, check=True)
    except FileNotFoundError as error:
        raise MissingTool(f"{command[0]} is not installed.") from error
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"{command[0]} failed:\n{error.stderr.decode(errors='replace')[-2000:]}") from error


def ffmpeg(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return run("ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-y", *arguments, data=data)
