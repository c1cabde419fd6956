"""Measure sound and film at a web address without fetching the whole: its beginning, and its end where that counts.

The address is opened as a file whose bytes are fetched where they are read, so
that remote media are measured by the same function as local ones.
"""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import unquote, urlsplit

import requests

from ..web import MOST_REDIRECTS, PATIENCE
from .measure import SOUND_AND_FILM, Measure, MediaError, sound_or_film

BLOCK = 64 * 1024
"""How many bytes are fetched at least."""
CALLED = {
    "audio/mp3": ".mp3",
    "audio/mp4": ".m4a",
    "audio/aac": ".m4a",
    "audio/x-wav": ".wav",
    "audio/wave": ".wav",
    "audio/opus": ".opus",
    **{media_type: suffix for suffix, (media_type, _) in reversed(SOUND_AND_FILM.items())},
}
"""File endings by what servers call the types."""


def measure_remote(
    session: requests.Session, url: str, known: Measure | None = None, *, to_the_end: bool = False
) -> tuple[Measure, int]:
    """Measure what lies at `url` and say how many bytes were fetched; nothing when it is still what is `known`.

    `to_the_end` lets an MP3 that does not say how long it is be read whole. Raises MediaError.
    """
    with _ask(session, "HEAD", url, _unless(known)) as head:
        pass
    is_answer = head.ok or head.status_code == requests.codes.not_modified
    if known and is_answer and known.version and _is_same(head, known):
        return known, 0
    file = RangedFile(session, head.url if head.ok else url, url)
    if head.ok and head.headers.get("Content-Length", str(file.size)) != str(file.size):
        values = {"file": url, "promised": head.headers["Content-Length"], "found": str(file.size)}
        raise MediaError("media-contradicts", values)
    if file.size == 0:
        raise MediaError("media-empty", {"file": url})
    suffix = _suffix(url, file)
    file.name = f"audio{suffix}"
    found = sound_or_film(cast(BinaryIO, io.BufferedReader(file, BLOCK)), url, file.size, suffix, to_the_end=to_the_end)
    return Measure(bytes=file.size, version=file.version, **found), file.fetched


def _unless(known: Measure | None) -> dict[str, str]:
    if not known or not known.version:
        return {}
    is_etag = known.version.startswith(('"', "W/"))
    return {"If-None-Match" if is_etag else "If-Modified-Since": known.version}


def _is_same(head: requests.Response, known: Measure) -> bool:
    if head.status_code == requests.codes.not_modified:
        return True
    return _version(head) == known.version and head.headers.get("Content-Length") == str(known.bytes)


def _version(answer: requests.Response) -> str | None:
    return answer.headers.get("ETag") or answer.headers.get("Last-Modified")


def _suffix(url: str, file: RangedFile) -> str:
    """The kind of file, by the ending of its address or else by what the server calls it."""
    suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    if suffix not in SOUND_AND_FILM:
        suffix = CALLED.get(file.type, "")
    if not suffix:
        raise MediaError("media-no-media", {"file": url, "type": file.type or "?"})
    return suffix


def _ask(session: requests.Session, method: str, url: str, headers: dict[str, str]) -> requests.Response:
    """Send a request and return the answer with its body not yet read; what goes wrong becomes a MediaError."""
    try:
        return session.request(method, url, headers=headers, stream=True, allow_redirects=True, timeout=PATIENCE)
    except requests.TooManyRedirects:
        raise MediaError("media-redirects", {"file": url, "most": MOST_REDIRECTS}) from None
    except requests.Timeout:
        raise MediaError("media-timeout", {"file": url}) from None
    except (requests.exceptions.InvalidSchema, requests.exceptions.InvalidURL, requests.exceptions.MissingSchema):
        raise MediaError("media-scheme", {"file": url}) from None
    except (requests.RequestException, ValueError) as error:
        raise MediaError("media-unreachable", {"file": url, "reason": type(error).__name__}) from None


class RangedFile(io.RawIOBase):
    """A file at `address` that is fetched piece by piece; `url` is what the editor wrote, for errors.

    `size` is the whole file's, `fetched` how much of it was sent, `type` and `version` what the server says of it.
    """

    def __init__(self, session: requests.Session, address: str, url: str) -> None:
        super().__init__()
        self.name = ""
        self.size, self.fetched, self.type = 0, 0, ""
        self.version: str | None = None
        self._session, self._address, self._url = session, address, url
        self._position, self._pieces = 0, dict[int, bytes]()
        self._pieces[0] = self._fetch(0, BLOCK)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence])
        return self._position

    def readinto(self, buffer: Any) -> int:
        data = self._some(min(len(buffer), self.size - self._position))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def readall(self) -> bytes:
        data = bytearray()
        while part := self._some(self.size - self._position):
            data += part
            self._position += len(part)
        return bytes(data)

    def _some(self, count: int) -> bytes:
        if count <= 0:
            return b""
        for start, piece in self._pieces.items():
            if start <= self._position < start + len(piece):
                return piece[self._position - start :][:count]
        start = self._position - self._position % BLOCK
        end = min(self.size, -(-(self._position + count) // BLOCK) * BLOCK)
        self._pieces[start] = self._fetch(start, end - start)
        return self._pieces[start][self._position - start :][:count]

    def _fetch(self, start: int, count: int) -> bytes:
        """Fetch `count` bytes, fewer only at the file's end; anything else is the server's mistake."""
        with _ask(self._session, "GET", self._address, {"Range": f"bytes={start}-{start + count - 1}"}) as answer:
            status, sent = answer.status_code, answer.headers.get("Content-Range", "")
            if status == requests.codes.range_not_satisfiable and sent.strip() == "bytes */0":
                return b""
            if not answer.ok:
                raise MediaError("media-status", {"file": self._url, "status": status})
            match = re.match(r"^bytes (\d+)-(\d+)/(\d+)$", sent.strip())
            if status != requests.codes.partial_content or not match:
                raise MediaError("media-no-ranges", {"file": self._url})
            first, last, size = (int(number) for number in match.groups())
            expected = min(count, size - start)
            data = self._body(answer, expected)
        if first != start or last - first + 1 != expected or len(data) != expected or self.size not in (0, size):
            values = {"file": self._url, "promised": sent, "found": str(len(data))}
            raise MediaError("media-contradicts", values)
        self.size, self.fetched = size, self.fetched + len(data)
        self.type = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        self.version = _version(answer)
        return data

    def _body(self, answer: requests.Response, expected: int) -> bytes:
        """Read what comes, hardly more than expected, so that no server can send without end."""
        data = bytearray()
        try:
            for part in answer.iter_content(BLOCK):
                data += part
                if len(data) > expected:
                    break
        except requests.Timeout:
            raise MediaError("media-timeout", {"file": self._url}) from None
        except requests.RequestException:
            pass  # it broke off, which its length will tell
        return bytes(data)
