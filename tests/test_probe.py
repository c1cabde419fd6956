"""`ebenerdig probe`: what it measures, how little it reads, and what it says of servers that do not do their job."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.media import remote
from ebenerdig.media.measure import SOUND_AND_FILM, measure
from ebenerdig.media.remote import BLOCK, RangedFile
from ebenerdig.web import connect
from hypothesis import given, settings
from hypothesis import strategies as st
from library import TODAY, Library, silent_mp3, silent_mp4
from lxml import etree
from media_samples import make_samples
from media_server import Host, breaks_off, hangs, media_host, only_get, redirects, reply, says, without_ranges

from ebenerdig.feeds.writing import podcasts  # isort: skip


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_samples(tmp_path_factory.mktemp("probe-samples"))


@pytest.fixture(autouse=True)
def ambient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_LANGUAGE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def host() -> Iterator[Host]:
    with media_host() as running:
        yield running


def probe(library: Library, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["probe", *arguments, "--root", str(library.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def episode(library: Library, url: str, slug: str = "fern") -> None:
    library.item(f"episodes/{slug}", audio=url, transcript=None)


def record(library: Library, slug: str = "fern") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((library.root / f"episodes/{slug}/media.json").read_text("utf-8"))
    return found


# What is measured, and how little is read


@pytest.mark.parametrize("name", ["xing.mp3", "chapters.m4a", "film.mp4", "index-last.mp4"])
def test_a_remote_recording_measures_as_the_same_file_beside_the_item_does(
    samples: Path, library: Library, host: Host, name: str
) -> None:
    host.files["/" + name] = (samples / name).read_bytes()
    url = f"{host.address}/{name}"
    episode(library, url)
    assert probe(library).exit_code == 0
    local = measure(samples / name).model_dump(mode="json", exclude_defaults=True, exclude={"sha384"})
    assert record(library)[url] == {**local, "version": '"1"'}
    assert "sha384" not in record(library)[url]


def test_of_a_long_recording_only_a_hundredth_is_read_and_the_report_says_so(library: Library, host: Host) -> None:
    host.files["/lang.mp3"] = silent_mp3(1200)
    episode(library, f"{host.address}/lang.mp3")
    result = probe(library)
    assert host.sent < len(host.files["/lang.mp3"]) / 100
    assert "gelesen 0,09 von 19,16 MB" in result.output
    assert "20:00" in result.output


def test_an_index_at_the_end_of_a_film_is_read_without_what_lies_between(library: Library, host: Host) -> None:
    whole = silent_mp4(90)
    moov, mdat = whole.index(b"moov") - 4, whole.index(b"mdat") - 4
    filler = (5_000_000).to_bytes(4, "big") + b"mdat" + bytes(5_000_000 - 8)
    host.files["/film.m4a"] = whole[:moov] + filler + whole[moov:mdat]
    episode(library, f"{host.address}/film.m4a")
    assert probe(library).exit_code == 0
    assert record(library)[f"{host.address}/film.m4a"]["seconds"] == 90
    assert host.sent <= 3 * BLOCK


def test_what_was_probed_stands_in_the_feed_and_nothing_else_is_asked(library: Library, host: Host) -> None:
    host.files["/folge.mp3"] = silent_mp3(30)
    url = f"{host.address}/folge.mp3"
    episode(library, url)
    assert library.codes() == ["media-unmeasured"]
    probe(library)
    asked = len(host.asked)
    catalogue = library.catalogue()
    feed = dict(podcasts(catalogue))["feed/podcast.xml"]
    enclosure = etree.fromstring(feed).find(".//enclosure")
    assert enclosure is not None
    assert dict(enclosure.attrib) == {
        "url": url,
        "length": str(len(host.files["/folge.mp3"])),
        "type": "audio/mpeg",
    }
    assert len(host.asked) == asked
    library.check_is_fine()


def test_a_record_from_an_import_has_neither_checksum_nor_version_and_is_measured_once(
    library: Library, host: Host
) -> None:
    host.files["/a.mp3"] = silent_mp3(30)
    url = f"{host.address}/a.mp3"
    episode(library, url)
    library.write("episodes/fern/media.json", json.dumps({url: {"bytes": 1, "type": "audio/mpeg", "seconds": 9}}))
    library.check_is_fine()
    assert probe(library).output.endswith("1 gemessen, 0 unverändert, kein Fehler.\n")
    assert record(library)[url]["bytes"] == len(host.files["/a.mp3"])


def test_local_files_are_measured_too_and_the_second_time_none_is(library: Library) -> None:
    library.item("episodes/eins")
    library.item("videos/zwei")
    assert probe(library).output.endswith("2 gemessen, 0 unverändert, kein Fehler.\n")
    assert probe(library).output == "0 gemessen, 2 unverändert, kein Fehler.\n"


# Only what changed


@pytest.mark.parametrize("answers_304", [True, False])
def test_an_unchanged_recording_is_asked_for_once_and_not_read(library: Library, host: Host, answers_304: bool) -> None:
    content = silent_mp3(3)
    host.files["/a.mp3"] = content
    if not answers_304:
        host.habits["/a.mp3"] = lambda handler: (
            reply(handler, 200, content, ETag='"1"')
            if handler.command == "HEAD"
            else reply(handler, 206, content, Content_Range=f"bytes 0-{len(content) - 1}/{len(content)}", ETag='"1"')
        )
    episode(library, f"{host.address}/a.mp3")
    probe(library)
    before = (library.root / "episodes/fern/media.json").read_bytes()
    host.asked.clear()
    assert probe(library).output == "0 gemessen, 1 unverändert, kein Fehler.\n"
    assert host.methods("/a.mp3") == ["HEAD"]
    assert (library.root / "episodes/fern/media.json").read_bytes() == before


def test_a_changed_recording_and_one_asked_for_with_all_are_measured_again(library: Library, host: Host) -> None:
    host.files["/a.mp3"] = silent_mp3(30)
    episode(library, f"{host.address}/a.mp3")
    probe(library)
    assert "1 gemessen" in probe(library, "--all").output
    host.files["/a.mp3"], host.etag = silent_mp3(40), '"2"'
    assert "0:39" in probe(library).output
    assert record(library)[f"{host.address}/a.mp3"]["version"] == '"2"'


def test_the_last_change_stands_in_for_an_etag(library: Library, host: Host) -> None:
    content, when = silent_mp3(1), "Tue, 24 Nov 2026 09:00:00 GMT"

    def answer(handler: Any) -> None:
        if handler.headers.get("If-Modified-Since") == when:
            return reply(handler, 304, b"")
        if handler.command == "HEAD":
            return reply(handler, 200, content, Last_Modified=when)
        span = f"bytes 0-{len(content) - 1}/{len(content)}"
        return reply(handler, 206, content, Content_Range=span, Last_Modified=when)

    host.habits["/a.mp3"] = answer
    episode(library, f"{host.address}/a.mp3")
    probe(library)
    assert "1 unverändert" in probe(library).output


def test_only_the_items_that_are_named_are_probed(library: Library, host: Host) -> None:
    host.files |= {"/a.mp3": silent_mp3(3), "/b.mp3": silent_mp3(3)}
    episode(library, f"{host.address}/a.mp3", "eins")
    episode(library, f"{host.address}/b.mp3", "zwei")
    probe(library, "./episodes/zwei/index.md")
    assert host.methods("/a.mp3") == []
    assert not (library.root / "episodes/eins/media.json").exists() or len(record(library, "eins")) == 0
    assert list(record(library, "zwei")) == [f"{host.address}/b.mp3"]


def test_an_item_that_does_not_exist_is_named_with_what_may_be_meant(library: Library) -> None:
    library.item("episodes/energie")
    result = probe(library, "episodes/enregie")
    assert result.exit_code == 1
    assert "meinten Sie „episodes/energie“?" in result.output


# Servers with habits


def test_redirects_are_followed_and_the_record_keeps_the_address_that_the_editor_wrote(
    library: Library, host: Host
) -> None:
    host.files["/fern/ton.mp3"] = silent_mp3(3)
    host.habits["/zaehler/ton.mp3"] = redirects("/fern/ton.mp3")
    url = f"{host.address}/zaehler/ton.mp3"
    episode(library, url)
    assert probe(library).exit_code == 0
    assert list(record(library)) == [url]


def test_a_server_that_refuses_head_is_asked_for_a_piece_at_once(library: Library, host: Host) -> None:
    host.habits["/a.mp3"] = only_get(host, silent_mp3(3))
    episode(library, f"{host.address}/a.mp3")
    assert probe(library).exit_code == 0


def test_an_address_without_an_ending_is_taken_for_what_the_server_calls_it(library: Library, host: Host) -> None:
    host.files["/download"], host.types["/download"] = silent_mp4(8), "audio/mp4; charset=binary"
    url = f"{host.address}/download?folge=3"
    episode(library, url)
    assert probe(library).exit_code == 0
    assert record(library)[url]["type"] == "audio/x-m4a"


LIES = silent_mp3(3)
BAD_HOSTS: dict[str, tuple[str, str, Callable[[Any], None]]] = {
    "no ranges": ("media-no-ranges", "Byte-Ranges", without_ranges(LIES)),
    "missing": ("media-status", "404", says(404)),
    "secret": ("media-status", "403", says(403)),
    "in trouble": ("media-status", "500", says(500)),
    "a page": ("media-unknown", "weder MP3 noch", says(206, b"<p>" * 99, Content_Range="bytes 0-296/297")),
    "another length": (
        "media-contradicts",
        "widerspricht",
        lambda h: (
            reply(h, 200, b"", 77) if h.command == "HEAD" else reply(h, 206, b"x" * 99, Content_Range="bytes 0-98/99")
        ),
    ),
    "another piece": ("media-contradicts", "widerspricht", says(206, b"x" * 99, Content_Range="bytes 1-99/9999")),
    "a piece of nothing": ("media-no-ranges", "Byte-Ranges", says(206, b"x", Content_Range="Bytes all of it")),
    "half": ("media-contradicts", "", breaks_off(LIES)),
    "empty": ("media-empty", "leer", says(416, b"", Content_Range="bytes */0")),
    "in circles": ("media-redirects", "10 Mal", redirects("/schlecht.mp3")),
    "to a file": ("media-scheme", "https://", redirects("file:///etc/passwd")),
    "to ftp": ("media-scheme", "https://", redirects("ftp://example.org/a.mp3")),
}


@pytest.mark.parametrize("name", BAD_HOSTS)
def test_a_server_that_does_not_do_its_job_gets_a_sentence(library: Library, host: Host, name: str) -> None:
    code, words, host.habits["/schlecht.mp3"] = BAD_HOSTS[name]
    episode(library, f"{host.address}/schlecht.mp3")
    result = probe(library)
    assert result.exit_code == 1
    assert f"[{code}]" in result.output
    assert words in result.output
    assert "episodes/fern/index.md:8:8: Fehler: " in result.output
    assert not (library.root / "episodes/fern/media.json").exists() or "seconds" not in str(record(library))


def test_a_page_that_plays_a_recording_is_not_the_recording(library: Library, host: Host) -> None:
    host.files["/folge-3"], host.types["/folge-3"] = b"<!doctype html>" * 9, "text/html; charset=utf-8"
    episode(library, f"{host.address}/folge-3")
    assert "text/html" in probe(library).output


def test_a_server_that_does_not_answer_in_time_is_not_waited_for(
    library: Library, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "PATIENCE", (0.3, 0.3))
    host.habits["/a.mp3"] = hangs(2)
    episode(library, f"{host.address}/a.mp3")
    assert "[media-timeout]" in probe(library).output


def test_a_host_that_is_not_there_is_told(library: Library) -> None:
    episode(library, "http://127.0.0.1:9/a.mp3")
    assert "[media-unreachable]" in probe(library).output


def test_all_failures_are_told_at_once_and_what_works_is_recorded(library: Library, host: Host) -> None:
    host.files["/gut.mp3"] = silent_mp3(3)
    episode(library, f"{host.address}/fehlt.mp3", "eins")
    episode(library, f"{host.address}/gut.mp3", "zwei")
    library.item("episodes/drei", files={"audio.mp3": b""})
    library.item("episodes/vier", levels="hoch")
    result = probe(library)
    codes = {line.rpartition("[")[2] for line in result.output.splitlines() if ": Fehler: " in line}
    assert codes == {"media-status]", "media-empty]", "levels]"}
    assert result.output.endswith("1 gemessen, 0 unverändert, 3 Fehler.\n")
    assert result.exit_code == 1
    assert list(record(library, "zwei")) == [f"{host.address}/gut.mp3"]


@pytest.mark.parametrize("name", ["cut-xing.mp3", "cut-with-cover.mp3", "cut-film.mp4", "cut-chapters.m4a", "text.mp3"])
def test_what_is_broken_beside_the_item_is_broken_at_an_address(
    samples: Path, library: Library, host: Host, name: str
) -> None:
    host.files["/" + name] = (samples / name).read_bytes()
    episode(library, f"{host.address}/{name}")
    assert "[media-unknown]" in (output := probe(library).output) or "[media-truncated]" in output


def test_a_recording_that_does_not_tell_its_length_is_read_whole_only_when_that_is_wished(
    samples: Path, library: Library, host: Host
) -> None:
    host.files["/variable.mp3"] = (samples / "variable.mp3").read_bytes()
    episode(library, f"{host.address}/variable.mp3")
    result = probe(library)
    assert "[media-no-length]" in result.output
    assert "ebenerdig probe --whole episodes/fern" in result.output
    assert probe(library, "--whole").exit_code == 0
    assert record(library)[f"{host.address}/variable.mp3"]["seconds"] == pytest.approx(40, abs=0.15)


def test_a_film_on_another_provider_s_page_is_left_alone(library: Library, host: Host) -> None:
    library.item("videos/film", video="https://vimeo.com/76979871")
    assert probe(library).exit_code == 0
    assert host.asked == []


# The file that is fetched where it is read


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 300_000), st.integers(0, 150_000), st.sampled_from([0, 1, 2])), max_size=12))
def test_a_remote_file_reads_as_a_local_one_wherever_it_is_read(moves: list[tuple[int, int, int]]) -> None:
    content = bytes(range(256)) * 900
    with media_host() as host:
        host.files["/a.mp3"] = content
        local = io.BytesIO(content)
        url = f"{host.address}/a.mp3"
        fetched = io.BufferedReader(RangedFile(connect(), url, url), BLOCK)  # type: ignore[type-var]
        for offset, count, whence in moves:
            step = -offset if whence == io.SEEK_END else offset
            if whence == io.SEEK_END and offset > len(content):
                continue
            local.seek(step, whence)
            fetched.seek(step, whence)
            assert fetched.read(count) == local.read(count)
            assert fetched.tell() == local.tell()


def test_every_type_that_servers_use_has_an_ending_that_can_be_played() -> None:
    assert set(remote.CALLED.values()) <= set(SOUND_AND_FILM)
    assert remote.CALLED["video/mp4"] == ".mp4"
