"""Bring large files from elsewhere, and go on where a break-off left them.

What arrived lies in `.cache/import/` under a name made from the address, with
the server's mark of the version beside it: half of one file is never joined
with half of another.
"""

from __future__ import annotations

import hashlib
import time
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError

from ...web import PATIENCE, PackedTooTightError, connect, unpacked

TRIES = 4
PART = 1 << 14
"""Bytes; of a part that breaks off nothing is kept."""
LARGEST = 4_000_000_000
MOST_FAILURES = 3
"""Files in a row; then nothing more is asked of that host."""


class DownloadError(Exception):
    """Why a file did not come, in the words of the network."""


class Hosts:
    """Which hosts do not answer, so that five hundred episodes do not wait for one that is gone."""

    def __init__(self) -> None:
        self._failures: Counter[str] = Counter()

    def is_gone(self, address: str) -> bool:
        """Whether its host has failed too often in a row."""
        return self._failures[_host(address)] >= MOST_FAILURES

    def failed(self, address: str) -> None:
        """Count a failure of the network; what a host refuses is none."""
        self._failures[_host(address)] += 1

    def answered(self, address: str) -> None:
        """Begin to count anew."""
        del self._failures[_host(address)]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


@dataclass(frozen=True)
class Downloads:
    """Brings files; `tell(done, total)` hears of bytes, `cache` keeps what broke off."""

    cache: Path
    hosts: Hosts
    tell: Callable[[int, int], None]

    def bring(self, address: str, target: Path) -> None:
        """Write what lies at `address` into `target`. DownloadError after some tries."""
        if not address.startswith(("http://", "https://")) or self.hosts.is_gone(address):
            raise DownloadError(address)
        self.cache.mkdir(parents=True, exist_ok=True)
        part, reason = self.cache / hashlib.sha256(address.encode()).hexdigest()[:32], ""
        for number in range(TRIES):
            time.sleep(number / 2)
            try:
                _go_on(address, part, self.tell)
            except PackedTooTightError:
                part.unlink(missing_ok=True)
                raise DownloadError("gzip") from None
            except (requests.RequestException, HTTPError, ValueError, zlib.error) as error:
                reason = str(error)
                continue
            self.hosts.answered(address)
            part.replace(target)
            _mark(part).unlink(missing_ok=True)
            return
        self.hosts.failed(address)
        raise DownloadError(reason)


def _mark(part: Path) -> Path:
    return part.with_suffix(".version")


def _go_on(address: str, part: Path, tell: Callable[[int, int], None]) -> None:
    mark = _mark(part)
    there = part.stat().st_size if part.is_file() and mark.is_file() else 0
    headers = {}
    if there:
        headers = {"Range": f"bytes={there}-", "If-Range": mark.read_text("utf-8")}
    with connect() as session, session.get(address, headers=headers, stream=True, timeout=PATIENCE) as answer:
        if answer.status_code == 416:
            mark.unlink()
            raise requests.ConnectionError("416")
        if answer.status_code not in (200, 206):
            raise DownloadError(str(answer.status_code))
        goes_on = answer.status_code == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {there}-")
        if answer.status_code == 206 and not goes_on:
            mark.unlink(missing_ok=True)
            raise requests.ConnectionError("206")
        marks = (answer.headers.get(name, "") for name in ("ETag", "Last-Modified"))
        if version := next((said for said in marks if said and not said.startswith("W/")), ""):
            mark.write_text(version, "utf-8")
        else:
            mark.unlink(missing_ok=True)
        if answer.headers.get("Content-Encoding"):  # packed unasked: half of it cannot be gone on with
            mark.unlink(missing_ok=True)
        done = before = there if goes_on else 0
        total = done + int(answer.headers.get("Content-Length") or 0)
        with part.open("ab" if goes_on else "wb") as file:
            for chunk in unpacked(answer.raw.stream(PART, decode_content=False)):
                file.write(chunk)
                done = before + answer.raw.tell()
                tell(done, max(total, done))
                if file.tell() > LARGEST:
                    raise DownloadError(f"> {LARGEST}")
        if done < total:
            raise requests.ConnectionError(f"{done} < {total}")
