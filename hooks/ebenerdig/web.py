"""The one client for the web: sessions for whoever reads pieces or long files, and whole documents from here.

A document has a limit for time and size, and its errors say what happened.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import requests
from pydantic import TypeAdapter, ValidationError
from urllib3.exceptions import HTTPError

from .models.fields import Url
from .problems import Problem

LARGEST = 100_000_000
"""Bytes; a feed of 10,000 episodes has a third of that."""

MOST_REDIRECTS = 10
PATIENCE = (10, 30)
"""Seconds until a server must have answered, and until it must have sent something more."""

LONGEST = 120.0
"""Seconds for the whole."""

PACKED = b"\x1f\x8b"
"""How gzip begins, whatever the headers say; nothing else that is asked for does."""
TIGHTEST = 200
"""Times; XML packs to a twentieth, and what grows more than this is made to fill the disk."""
HARMLESS = 10_000_000
"""Bytes that may come out of whatever they came in."""

WEB = ("https://", "http://")
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


class WebSession(requests.Session):
    """Speaks http and https alone, after a redirect too; what else an address wants is an InvalidSchema with it."""

    def get_adapter(self, url: str) -> requests.adapters.BaseAdapter:
        if not url.lower().startswith(WEB):
            raise requests.exceptions.InvalidSchema(url)
        return super().get_adapter(url)


def connect() -> requests.Session:
    """Open a session for several addresses. What comes is to be asked for with `stream` and `timeout=PATIENCE`."""
    session = WebSession()
    session.max_redirects = MOST_REDIRECTS
    session.headers.update({"User-Agent": "Ebenerdig", "Accept-Encoding": "identity"})
    return session


def fetch(address: str) -> bytes:
    """Return the document at an http or https address; redirects are followed to such addresses alone."""
    try:
        with connect() as session, session.get(_url.validate_python(address), stream=True, timeout=PATIENCE) as answer:
            if not answer.ok:
                raise FetchError(Problem(address, 1, 1, "fetch-status", {"status": answer.status_code}))
            return _read(address, answer)
    except ValidationError:
        raise FetchError(Problem(address, 1, 1, "url", {"value": address})) from None
    except requests.exceptions.InvalidSchema as error:
        raise FetchError(Problem(address, 1, 1, "fetch-elsewhere", {"value": str(error)})) from None
    except requests.TooManyRedirects as error:
        status = error.response.status_code if error.response is not None else 301
        raise FetchError(Problem(address, 1, 1, "fetch-status", {"status": status})) from None
    except PackedTooTightError:
        raise FetchError(Problem(address, 1, 1, "fetch-packed")) from None
    except (OSError, ValueError, HTTPError, zlib.error) as error:
        raise FetchError(Problem(address, 1, 1, "fetch-failed", {"reason": _reason(error)})) from None


def _read(address: str, answer: requests.Response) -> bytes:
    end, parts, size = time.monotonic() + LONGEST, [], 0
    for part in unpacked(iter(lambda: answer.raw.read1(1 << 16, decode_content=False), b"")):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise FetchError(Problem(address, 1, 1, "fetch-too-large", {"megabytes": LARGEST // 1_000_000}))
        if time.monotonic() > end:
            raise FetchError(Problem(address, 1, 1, "fetch-slow", {"seconds": round(LONGEST)}))
    return b"".join(parts)


def _reason(error: BaseException) -> str:
    """What was wrong at the bottom of it, as the system says it."""
    while error.__context__:
        error = error.__context__
    return str(error) or type(error).__name__
