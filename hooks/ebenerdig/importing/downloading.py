"""Bring large files from elsewhere, and go on where a break-off left them.

What arrived lies in `.cache/import/` under a name made from the address, with
the server's mark of the version beside it: half of one file is never joined
with half of another.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import requests

PATIENCE = (20, 60)
"""Seconds to connect, and without a byte."""
TRIES = 4
PART = 1 << 14
"""Bytes; of a part that breaks off nothing is kept."""
LARGEST = 4_000_000_000


class DownloadError(Exception):
    """Why a file did not come, in the words of the network."""


def download(address: str, target: Path, cache: Path, tell: Callable[[int, int], None]) -> None:
    """Write what lies at `address` into `target`; `tell(done, total)` hears of bytes. DownloadError in the end."""
    cache.mkdir(parents=True, exist_ok=True)
    part = cache / hashlib.sha256(address.encode()).hexdigest()[:32]
    reason = ""
    for number in range(TRIES):
        time.sleep(number / 2)
        try:
            _go_on(address, part, tell)
        except DownloadError:
            raise
        except requests.RequestException as error:
            reason = str(error)
            continue
        part.replace(target)
        _mark(part).unlink(missing_ok=True)
        return
    raise DownloadError(reason)


def _mark(part: Path) -> Path:
    return part.with_suffix(".version")


def _go_on(address: str, part: Path, tell: Callable[[int, int], None]) -> None:
    mark = _mark(part)
    there = part.stat().st_size if part.is_file() and mark.is_file() else 0
    headers = {"User-Agent": "Ebenerdig", "Accept-Encoding": "identity"}
    if there:
        headers |= {"Range": f"bytes={there}-", "If-Range": mark.read_text("utf-8")}
    with requests.get(address, headers=headers, stream=True, timeout=PATIENCE) as answer:
        if answer.status_code == 416:
            mark.unlink()
            raise requests.ConnectionError("416")
        if answer.status_code not in (200, 206):
            raise DownloadError(str(answer.status_code))
        goes_on = answer.status_code == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {there}-")
        if answer.status_code == 206 and not goes_on:
            mark.unlink(missing_ok=True)
            raise requests.ConnectionError("206")
        version = answer.headers.get("ETag", "") or answer.headers.get("Last-Modified", "")
        if version and not version.startswith("W/"):
            mark.write_text(version, "utf-8")
        else:
            mark.unlink(missing_ok=True)
        done = there if goes_on else 0
        total = done + int(answer.headers.get("Content-Length") or 0)
        with part.open("ab" if goes_on else "wb") as file:
            for chunk in answer.iter_content(PART):
                file.write(chunk)
                done += len(chunk)
                tell(done, max(total, done))
                if done > LARGEST:
                    raise DownloadError(f"> {LARGEST}")
        if done < total:
            raise requests.ConnectionError(f"{done} < {total}")
