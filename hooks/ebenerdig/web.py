"""Ask the web for one document: with a limit for time and size, and with errors that say what happened."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .models.fields import Url
from .problems import Problem

LARGEST = 100_000_000
"""Bytes; a feed of 10,000 episodes has a third of that."""

PATIENCE = 20.0
"""Seconds without a byte."""

LONGEST = 120.0
"""Seconds for the whole."""

PACKED = b"\x1f\x8b"
"""How gzip begins, whatever the headers say; nothing else that is asked for does."""
TIGHTEST = 200
"""Times; XML packs to a twentieth, and what grows more than this is made to fill the disk."""
HARMLESS = 10_000_000
"""Bytes that may come out of whatever they came in."""

WEB = ("https://", "http://")
HEADERS = {"User-Agent": "Ebenerdig", "Accept-Encoding": "identity"}
_url = TypeAdapter(Url)


class FetchError(Exception):
    """Why a document did not come, as a problem whose path is the address."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class PackedTooTightError(ValueError):
    """What was sent would fill the disk."""


def unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on what comes, without gzip if it was packed that way unasked. PackedTooTightError, or zlib.error."""
    stream: Any = None
    taken = given = 0
    for number, part in enumerate(parts):
        if number == 0 and part.startswith(PACKED):
            stream = zlib.decompressobj(wbits=31)
        if stream is None:
            yield part
            continue
        taken += len(part)
        while part:
            piece = stream.decompress(part, 1 << 20)
            given += len(piece)
            if given > HARMLESS and given > TIGHTEST * taken:
                raise PackedTooTightError
            yield piece
            part = stream.unconsumed_tail


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Refuses what the standard library would follow, too: a way from the web to ftp."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not newurl.startswith(WEB):
            raise urllib.error.HTTPError(newurl, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> bytes:
    """Return what lies at an http or https address; redirects are followed to such addresses alone."""
    try:
        request = urllib.request.Request(_url.validate_python(address), headers=HEADERS)
        return _read(address, request)
    except ValidationError:
        raise FetchError(Problem(address, 1, 1, "url", {"value": address})) from None
    except urllib.error.HTTPError as error:
        if error.url and not error.url.startswith(WEB):
            raise FetchError(Problem(address, 1, 1, "fetch-elsewhere", {"value": error.url})) from None
        raise FetchError(Problem(address, 1, 1, "fetch-status", {"status": error.code})) from None
    except PackedTooTightError:
        raise FetchError(Problem(address, 1, 1, "fetch-packed")) from None
    except (OSError, http.client.HTTPException, zlib.error) as error:
        reason = str(getattr(error, "reason", error)) or type(error).__name__
        raise FetchError(Problem(address, 1, 1, "fetch-failed", {"reason": reason})) from None


def _read(address: str, request: urllib.request.Request) -> bytes:
    end, parts, size = time.monotonic() + LONGEST, [], 0
    with urllib.request.build_opener(_WebOnly).open(request, timeout=PATIENCE) as answer:
        for part in unpacked(iter(lambda: answer.read1(1 << 16), b"")):
            parts.append(part)
            size += len(part)
            if size > LARGEST:
                raise FetchError(Problem(address, 1, 1, "fetch-too-large", {"megabytes": LARGEST // 1_000_000}))
            if time.monotonic() > end:
                raise FetchError(Problem(address, 1, 1, "fetch-slow", {"seconds": round(LONGEST)}))
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(parts)
