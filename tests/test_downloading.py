"""Large files from elsewhere, request by request: what is asked, what is kept, and when it is given up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ebenerdig.feeds.importing import downloading
from ebenerdig.feeds.importing.downloading import MOST_FAILURES, DownloadError, Downloads, Hosts
from media_server import Host, media_host, reply

WHOLE = bytes(range(256)) * 400


@pytest.fixture
def host() -> Iterator[Host]:
    with media_host() as running:
        running.files["/a.mp3"] = WHOLE
        yield running


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries, which take no time here."""
    pauses: list[float] = []
    monkeypatch.setattr(downloading.time, "sleep", pauses.append)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return pauses


class Bringing:
    """Downloads into a folder, and what was told of them."""

    def __init__(self, folder: Path) -> None:
        self.told: list[tuple[int, int]] = []
        self.hosts, self.target, self.cache = Hosts(), folder / "ton.mp3", folder / "cache"
        self.downloads = Downloads(self.cache, self.hosts, lambda done, total: self.told.append((done, total)))

    def bring(self, address: str) -> bytes:
        self.downloads.bring(address, self.target)
        return self.target.read_bytes()

    def fails(self, address: str) -> str:
        with pytest.raises(DownloadError) as raised:
            self.downloads.bring(address, self.target)
        return str(raised.value)

    def leave(self, address: str, part: bytes, version: str | None) -> Path:
        """Lay down what an earlier try left."""
        self.cache.mkdir(exist_ok=True)
        left = self.cache / hashlib.sha256(address.encode()).hexdigest()[:32]
        left.write_bytes(part)
        if version is not None:
            left.with_suffix(".version").write_text(version, "utf-8")
        return left


@pytest.fixture
def bringing(tmp_path: Path) -> Bringing:
    return Bringing(tmp_path)


def test_a_file_comes_whole_is_told_as_it_comes_and_leaves_nothing_behind(
    host: Host, bringing: Bringing, waited: list[float]
) -> None:
    assert bringing.bring(f"{host.address}/a.mp3") == WHOLE
    assert bringing.told[-1] == (len(WHOLE), len(WHOLE))
    assert [done for done, _ in bringing.told] == sorted({done for done, _ in bringing.told})
    assert {total for _, total in bringing.told} == {len(WHOLE)}
    assert list(bringing.cache.iterdir()) == []
    assert waited == [0]


def answering(part: bytes, *, begin: int = 0, claim: int | None = None, **headers: str) -> Any:
    """Send `part` as if it began at `begin`; `claim` is the length that is promised."""

    def answer(handler: Any) -> None:
        span = {"Content_Range": f"bytes {begin}-{len(WHOLE) - 1}/{len(WHOLE)}"} if begin else {}
        reply(handler, 206 if begin else 200, part, len(part) if claim is None else claim, **span, **headers)
        handler.close_connection = True

    return answer


def test_what_broke_off_is_gone_on_with_where_the_version_is_known_and_the_same(host: Host, bringing: Bringing) -> None:
    address, half = f"{host.address}/a.mp3", len(WHOLE) // 2
    bringing.leave(address, WHOLE[:half], '"1"')
    host.habits["/a.mp3"] = answering(WHOLE[half:], begin=half, ETag='"1"')
    assert bringing.bring(address) == WHOLE
    assert [asked for _, _, asked in host.asked] == [f"bytes={half}-"]
    assert bringing.told[0][0] > half and bringing.told[-1] == (len(WHOLE), len(WHOLE))


@pytest.mark.parametrize("version", [None, '"1"'])
def test_what_nobody_knows_the_version_of_is_fetched_anew(host: Host, bringing: Bringing, version: str | None) -> None:
    address = f"{host.address}/a.mp3"
    bringing.leave(address, b"anders" if version is None else b"", version)
    assert bringing.bring(address) == WHOLE
    assert [asked for _, _, asked in host.asked] == [""]


def test_a_server_that_sends_the_whole_although_a_part_was_asked_is_taken_at_its_word(
    host: Host, bringing: Bringing
) -> None:
    address = f"{host.address}/a.mp3"
    bringing.leave(address, WHOLE[:1000], '"alt"')
    host.habits["/a.mp3"] = answering(WHOLE, ETag='"neu"')
    assert bringing.bring(address) == WHOLE


def test_a_part_that_begins_elsewhere_or_cannot_be_had_is_asked_for_anew_from_the_beginning(
    host: Host, bringing: Bringing
) -> None:
    address = f"{host.address}/a.mp3"
    for first in (answering(WHOLE[9:], begin=9, ETag='"1"'), lambda handler: reply(handler, 416, b"")):
        bringing.leave(address, WHOLE[:1000], '"1"')
        waiting = [first]

        def habit(handler: Any, waiting: list[Any] = waiting) -> None:
            (waiting.pop() if waiting else answering(WHOLE))(handler)

        host.habits["/a.mp3"] = habit
        host.asked.clear()
        assert bringing.bring(address) == WHOLE
        assert [asked for _, _, asked in host.asked] == ["bytes=1000-", ""]


@pytest.mark.parametrize(
    ("headers", "kept"),
    [
        ({"ETag": '"1"'}, '"1"'),
        ({"Last_Modified": "Tue, 01 Sep 2026 06:00:00 GMT"}, "Tue, 01 Sep 2026 06:00:00 GMT"),
        ({"ETag": 'W/"1"', "Last_Modified": "Tue, 01 Sep 2026 06:00:00 GMT"}, "Tue, 01 Sep 2026 06:00:00 GMT"),
        ({"ETag": '"1"', "Last_Modified": "Tue, 01 Sep 2026 06:00:00 GMT"}, '"1"'),
        ({"ETag": 'W/"1"'}, None),
        ({}, None),
    ],
)
def test_only_a_strong_mark_of_the_version_is_kept_for_going_on(
    host: Host, bringing: Bringing, headers: dict[str, str], kept: str | None
) -> None:
    address = f"{host.address}/a.mp3"
    host.habits["/a.mp3"] = answering(WHOLE[:1000], claim=len(WHOLE), **headers)
    assert bringing.fails(address)
    marks = [path.read_text("utf-8") for path in bringing.cache.glob("*.version")]
    assert marks == ([kept] if kept else [])


def test_four_tries_are_made_with_longer_and_longer_pauses(host: Host, bringing: Bringing, waited: list[float]) -> None:
    host.habits["/a.mp3"] = answering(WHOLE[:1000], claim=len(WHOLE))
    assert "1000" in bringing.fails(f"{host.address}/a.mp3")
    assert waited == [0, 0.5, 1, 1.5]
    assert not bringing.target.exists()


@pytest.mark.parametrize("status", [403, 404, 500, 204])
def test_what_a_host_refuses_is_not_asked_for_again_and_is_no_failure_of_the_host(
    host: Host, bringing: Bringing, status: int
) -> None:
    host.habits["/b.mp3"] = lambda handler: reply(handler, status, b"")
    for _ in range(MOST_FAILURES + 1):
        assert bringing.fails(f"{host.address}/b.mp3") == str(status)
    assert len(host.asked) == MOST_FAILURES + 1
    assert bringing.bring(f"{host.address}/a.mp3") == WHOLE


def test_a_host_is_given_up_after_three_failures_in_a_row_and_others_are_not(host: Host, bringing: Bringing) -> None:
    host.habits["/b.mp3"] = answering(b"", claim=9)
    address = f"{host.address}/b.mp3"
    for _ in range(2):
        bringing.fails(address)
    assert bringing.bring(f"{host.address}/a.mp3") == WHOLE, "which begins the count anew"
    for _ in range(MOST_FAILURES):
        assert not bringing.hosts.is_gone(address)
        bringing.fails(address)
    assert MOST_FAILURES == 3 and bringing.hosts.is_gone(address)
    asked = len(host.asked)
    assert bringing.fails(f"{host.address}/a.mp3") == f"{host.address}/a.mp3"
    assert len(host.asked) == asked
    assert not bringing.hosts.is_gone("https://other.example/a.mp3")
    assert not bringing.hosts.is_gone("http://[1")


@pytest.mark.parametrize("address", ["ftp://a.example/a.mp3", "file:///etc/passwd", "a.mp3", ""])
def test_only_the_web_is_asked(bringing: Bringing, address: str) -> None:
    assert bringing.fails(address) == address
    assert not bringing.cache.exists()


def test_a_file_larger_than_any_recording_is_left(
    host: Host, bringing: Bringing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "LARGEST", len(WHOLE))
    assert bringing.bring(f"{host.address}/a.mp3") == WHOLE
    monkeypatch.setattr(downloading, "LARGEST", len(WHOLE) - 1)
    assert bringing.fails(f"{host.address}/a.mp3") == f"> {len(WHOLE) - 1}"


def test_a_file_whose_length_nobody_says_counts_as_whole_and_is_told_as_far_as_it_is(
    host: Host, bringing: Bringing
) -> None:
    def answer(handler: Any) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(WHOLE)
        handler.close_connection = True

    host.habits["/a.mp3"] = answer
    assert bringing.bring(f"{host.address}/a.mp3") == WHOLE
    assert all(done == total for done, total in bringing.told)
