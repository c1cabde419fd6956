"""A server for media as hosts run it, good and bad: each file is answered the way a test says, and remembered."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Host:
    """`files` by path; `habits` holds a function by path that answers instead, `asked` every request."""

    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    habits: dict[str, Callable[[Any], None]] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    sent: int = 0
    etag: str | None = '"1"'
    address: str = ""

    def methods(self, path: str) -> list[str]:
        """How often and how a path was asked for."""
        return [method for method, asked, _ in self.asked if asked == path]


@contextmanager
def media_host() -> Iterator[Host]:
    """Run a host for the length of a block."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *arguments: Any) -> None:
            """Say nothing."""

        def handle_any(self) -> None:
            path = self.path.partition("?")[0]
            host.asked.append((self.command, path, self.headers.get("Range", "")))
            if path in host.habits:
                return host.habits[path](self)
            if path not in host.files:
                return reply(self, 404, b"")
            return ranged(self, host.files[path], host.types.get(path, "audio/mpeg"), host)

        do_GET = do_HEAD = handle_any  # noqa: N815 -- the library's names

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def reply(handler: Any, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
    """Answer with a body, whose length may be a lie; a HEAD gets none."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def ranged(handler: Any, content: bytes, media_type: str, host: Host) -> None:
    """Answer as a good host does: HEAD, ranges, ETag."""
    tags = {"ETag": host.etag} if host.etag else {}
    if host.etag and handler.headers.get("If-None-Match") == host.etag:
        return reply(handler, 304, b"", **tags)
    wanted = re.match(r"bytes=(\d+)-(\d+)", handler.headers.get("Range", ""))
    if handler.command == "HEAD" or not wanted:
        return reply(handler, 200, content, Content_Type=media_type, Accept_Ranges="bytes", **tags)
    start, end = int(wanted[1]), min(int(wanted[2]) + 1, len(content))
    if start >= len(content):
        return reply(handler, 416, b"", Content_Range=f"bytes */{len(content)}")
    host.sent += end - start
    span = f"bytes {start}-{end - 1}/{len(content)}"
    return reply(handler, 206, content[start:end], Content_Type=media_type, Content_Range=span, **tags)


def without_ranges(content: bytes) -> Callable[[Any], None]:
    """Send the whole file, whatever was asked for."""
    return lambda handler: reply(handler, 200, content, Content_Type="audio/mpeg")


def redirects(target: str, status: int = 302) -> Callable[[Any], None]:
    """Send the visitor somewhere else."""
    return lambda handler: reply(handler, status, b"", Location=target)


def says(status: int, body: bytes = b"", **headers: str) -> Callable[[Any], None]:
    """Answer everything the same."""
    return lambda handler: reply(handler, status, body, **headers)


def only_get(host: Host, content: bytes) -> Callable[[Any], None]:
    """Refuse HEAD, as signed addresses do."""

    def answer(handler: Any) -> None:
        if handler.command == "HEAD":
            return reply(handler, 403, b"")
        return ranged(handler, content, "audio/mpeg", host)

    return answer


def hangs(seconds: float) -> Callable[[Any], None]:
    """Answer too late."""

    def answer(handler: Any) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return answer


def breaks_off(content: bytes) -> Callable[[Any], None]:
    """Promise a piece and send half of it."""

    def answer(handler: Any) -> None:
        if handler.command == "HEAD":
            return reply(handler, 200, content, Content_Type="audio/mpeg")
        span = f"bytes 0-{len(content) - 1}/{len(content)}"
        reply(handler, 206, content[: len(content) // 2], len(content), Content_Range=span)
        handler.close_connection = True
        return None

    return answer
