"""What hosts are told to send with the files."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from ebenerdig.outputs.files.hosting import content_security_policy, rules
from ebenerdig.outputs.writing import write
from library import REGISTERS, Library
from lxml import etree


@pytest.fixture
def hosted(library: Library, tmp_path: Path) -> Path:
    """Feeds, media and transcripts of a small library, with `_headers`."""
    chapters = "[{start: 0, title: Anfang}]"
    image = "{file: cover.jpg, alt: Bild, credit: W, license: CC-BY-4.0}"
    library.item("episodes/folge", chapters=chapters, image=image)
    library.item("videos/film")
    write(library.catalogue(), tmp_path / "site")
    return tmp_path / "site"


def sent(hosted: Path, path: str) -> dict[str, list[str]]:
    """Every header that the rules give to an address, with all values, since hosts join them."""
    found: dict[str, list[str]] = {}
    for block in (hosted / "_headers").read_text("utf-8").strip().split("\n\n"):
        pattern, *lines = block.split("\n")
        assert pattern.count("*") <= 1 and all(line.startswith("  ") for line in lines)
        if fnmatch(f"/{path}", pattern):
            for line in lines:
                name, _, value = line.strip().partition(": ")
                found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize(
    ("path", "kind", "seconds"),
    [
        ("feed/podcast.xml", "application/rss+xml; charset=utf-8", 300),
        ("feed/podcast/2.xml", "application/rss+xml; charset=utf-8", 300),
        ("feed/all.opml", "text/x-opml; charset=utf-8", 300),
        ("episodes/folge/podcast-folge-transcript.vtt", "text/vtt; charset=utf-8", None),
        ("episodes/folge/read/podcast-folge-transcript.srt", "application/x-subrip; charset=utf-8", None),
        ("episodes/folge/read/chapters.json", "application/json+chapters", None),
        ("episodes/folge/podcast-folge.mp3", "audio/mpeg", 2_592_000),
        ("videos/film/video-film.mp4", "video/mp4", 2_592_000),
        ("assets/pictures/podcast.jpg", "image/jpeg", 2_592_000),
        ("_data/podcast.jpg", "image/jpeg", 2_592_000),
    ],
)
def test_feeds_media_and_transcripts_have_their_type_and_are_open_to_players(
    hosted: Path, path: str, kind: str, seconds: int | None
) -> None:
    headers = sent(hosted, path)
    assert headers["Access-Control-Allow-Origin"] == ["*"]
    assert headers["Content-Type"] == [kind]
    ages = [int(re.sub(r"\D", "", value)) for value in headers.get("Cache-Control", [])]
    assert ages == ([] if seconds is None else [seconds])


def test_no_header_is_set_twice_for_any_file_of_the_site(hosted: Path) -> None:
    paths = [path.relative_to(hosted).as_posix() for path in hosted.rglob("*") if path.is_file()]
    assert len(paths) > 15
    assert {(p, n) for p in paths for n, values in sent(hosted, p).items() if len(values) != 1} == set()


def test_the_type_of_an_enclosure_is_what_the_host_is_told_to_send(hosted: Path) -> None:
    enclosures = list(etree.parse(hosted / "feed/everything.xml").iter("enclosure"))
    assert len(enclosures) == 2
    for enclosure in enclosures:
        path = str(enclosure.get("url")).removeprefix("https://ebenerdig.example/")
        assert sent(hosted, path)["Content-Type"] == [enclosure.get("type")]


def directives(library: Library, **environ: str) -> dict[str, list[str]]:
    policy = content_security_policy(library.catalogue(**environ))
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def test_the_policy_lets_nothing_in_from_elsewhere(library: Library) -> None:
    library.item("episodes/folge")
    policy = directives(library)
    assert policy["script-src"] == ["'self'"]
    for name in ("default-src", "style-src", "img-src", "media-src", "base-uri", "form-action", "frame-ancestors"):
        assert policy[name] == ["'self'"]
    assert policy["object-src"] == policy["frame-src"] == ["'none'"]


def test_the_policy_names_the_hosts_of_remote_media_and_of_video_services(library: Library) -> None:
    film = "https://medien.example:8443/film.mp4"
    record = f'{{"{film}": {{"bytes": 9, "type": "video/mp4", "seconds": 3}}}}'
    library.item("videos/film", files={"media.json": record.encode()}, video=f"['{film}']")
    library.item("videos/tube", video="['https://www.youtube.com/watch?v=abcdefghijk']")
    library.registers(library=f"{REGISTERS['library']}peertube_hosts: peertube.example\n")
    library.item("videos/peer", video="['https://peertube.example/w/abcdefghijklmnopqrst']")
    library.check_is_fine()
    policy = directives(library)
    assert policy["media-src"] == ["'self'", "https://medien.example:8443"]
    assert policy["frame-src"] == ["https://peertube.example", "https://www.youtube-nocookie.com"]


def test_a_site_below_a_folder_has_its_rules_there(library: Library) -> None:
    library.item("episodes/folge")
    patterns = [pattern for pattern, _ in rules(library.catalogue(SITE_URL="https://a.example/media"))]
    assert "/media/feed/*" in patterns and all(pattern.startswith("/media/") for pattern in patterns)
