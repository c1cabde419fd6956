"""Films that stay with a provider: which addresses are known, and what becomes of them without and before a click."""

from __future__ import annotations

from pathlib import Path

import pytest
from ebenerdig.models.providers import embed
from library import REGISTERS, TRANSCRIPT, Library
from lxml import html
from sites import build, find, small_project

KEY = "dQw4w9WgXcQ"
FILM = "xK3bYf1mZr4WqP8sTtUvLa"
PAGES = {
    f"https://www.youtube.com/watch?v={KEY}&t=12": f"https://www.youtube-nocookie.com/embed/{KEY}",
    f"https://m.youtube.com/watch?v={KEY}": f"https://www.youtube-nocookie.com/embed/{KEY}",
    f"https://youtu.be/{KEY}?si=abc": f"https://www.youtube-nocookie.com/embed/{KEY}",
    f"https://www.youtube.com/shorts/{KEY}": f"https://www.youtube-nocookie.com/embed/{KEY}",
    f"https://www.youtube-nocookie.com/embed/{KEY}": f"https://www.youtube-nocookie.com/embed/{KEY}",
    "https://vimeo.com/76979871": "https://player.vimeo.com/video/76979871",
    "https://vimeo.com/76979871/ab12cd34ef": "https://player.vimeo.com/video/76979871",
    "https://player.vimeo.com/video/76979871?h=ab12cd34ef": "https://player.vimeo.com/video/76979871",
    f"https://film.example/w/{FILM}": f"https://film.example/videos/embed/{FILM}",
    "https://film.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d": (
        "https://film.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d"
    ),
}
NO_PAGES = [
    "https://www.youtube.com/@kanal",
    "https://www.youtube.com/watch?v=zu-kurz",
    f"https://youtube.com.evil.example/watch?v={KEY}",
    f"https://evil.example/?youtu.be/{KEY}",
    f"http://youtu.be/{KEY}",
    "https://vimeo.com/channels/staffpicks",
    'https://vimeo.com/76979871/"onload="alert(1)',
    "https://film.example/w/kurz",
    f"https://nutzer:wort@film.example/w/{FILM}",
    "https://film.example/folge.mp4",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_of_a_film_becomes_the_providers_quietest_frame(page: str) -> None:
    found = embed(page)
    assert found
    assert found.frame.startswith(PAGES[page] + "?")
    assert {"YouTube": "youtube-nocookie.com", "Vimeo": "dnt=1", "PeerTube": "p2p=0"}[found.provider] in found.frame


def test_an_unlisted_film_keeps_its_secret() -> None:
    for page in PAGES:
        film = embed(page)
        assert film
        assert ("&h=ab12cd34ef" in film.frame) == ("ab12cd34ef" in page)


@pytest.mark.parametrize("address", NO_PAGES)
def test_any_other_address_is_no_frame(address: str) -> None:
    assert embed(address) is None


def test_a_film_at_a_provider_needs_no_measure_and_may_say_how_long_it_is(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.registers()
    library.item("videos/fern", video="https://vimeo.com/76979871", duration="'2:03'")
    library.item("videos/nah")
    library.check_is_fine()
    catalogue = library.catalogue()
    assert (catalogue.by_id["videos/fern"].seconds, catalogue.by_id["videos/nah"].seconds) == (123, 3)
    assert catalogue.frame_sources == ("https://player.vimeo.com",)


def test_before_the_click_the_page_only_links_and_names_the_provider(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("videos/fern", video=f"https://youtu.be/{KEY}")
    page = html.fromstring((build(tmp_path) / "videos/fern/index.html").read_text("utf-8"))
    assert not find(page, "//iframe | //video | //*[contains(@src, 'youtu')] | //link[contains(@href, 'youtu')]")
    (link,) = find(page, f"//eb-embed//a[@href='https://youtu.be/{KEY}']")
    assert "YouTube" in link.text_content()
    (about,) = find(page, "//eb-embed//p[contains(., 'IP-Adresse')]")
    assert "YouTube" in about.text_content()
    assert find(page, "//eb-transcript//span[@data-t]")


def test_our_own_file_goes_before_a_provider(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("videos/beides", video=f"[video.mp4, 'https://youtu.be/{KEY}']")
    page = html.fromstring((build(tmp_path) / "videos/beides/index.html").read_text("utf-8"))
    assert [source.get("src") for source in find(page, "//video/source")] == ["../../videos/beides/video-beides.mp4"]
    assert not find(page, "//eb-embed")


def test_captions_in_every_language_become_tracks_that_browsers_read(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    srt = b"1\n00:00:01,000 --> 00:00:02,000\nHere we go.\n"
    captions = "[{language: de, file: captions.vtt}, {language: en, file: en.srt, kind: subtitles}]"
    signed = {"sign_language": "signed.mp4", "audio_description": "{status: own_track, file: described.mp4}"}
    film = (library.item("videos/film").parent / "video.mp4").read_bytes()
    files = {"en.srt": srt, "signed.mp4": film, "described.mp4": film}
    library.item("videos/film", "", files, captions=captions, **signed)
    site = build(tmp_path)
    page = html.fromstring((site / "videos/film/index.html").read_text("utf-8"))
    tracks = [(t.get("kind"), t.get("srclang"), t.get("label"), t.get("src")) for t in find(page, "//track")]
    assert tracks == [
        ("captions", "de", "Deutsch", "../../videos/film/video-film-captions.vtt"),
        ("subtitles", "en", "Englisch", "../../videos/film/read/video-film-en.vtt"),
    ]
    assert "Here we go." in (site / "videos/film/read/video-film-en.vtt").read_text("utf-8")
    versions = [button.get("data-src") for button in find(page, "//button[@data-do='version']")]
    assert versions == ["../../videos/film/video-film-described.mp4", "../../videos/film/video-film-signed.mp4"]


def test_a_mistake_in_further_captions_is_told_with_its_line(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.registers()
    broken = TRANSCRIPT.replace("00:00:02.000\n", "00:00:2\n").encode()
    captions = "[{language: de, file: captions.vtt}, {language: en, file: en.vtt}]"
    library.item("videos/film", "", {"en.vtt": broken}, captions=captions)
    (problem,) = library.problems()
    assert (problem.path, problem.line, problem.code) == ("videos/film/en.vtt", 6, "transcript-timing")


def test_a_page_that_is_no_video_is_one_mistake_and_not_two(library: Library) -> None:
    library.item("videos/film", video="https://www.youtube.com/feed")
    assert library.codes() == ["video-provider"]


@pytest.mark.parametrize("written", ["film.example", "[andere.example, FILM.example]", "[film.example:443]"])
def test_a_film_at_a_peertube_that_the_library_names_becomes_a_frame(library: Library, written: str) -> None:
    library.registers(library=f"{REGISTERS['library']}peertube_hosts: {written}\n")
    library.item("videos/film", video=f"https://film.example/w/{FILM}")
    library.check_is_fine()
    assert library.catalogue().frame_sources == ("https://film.example",)


def test_a_host_with_umlauts_is_the_one_in_the_films_address(library: Library) -> None:
    library.registers(library=f"{REGISTERS['library']}peertube_hosts: [filme-für-alle.example]\n")
    library.item("videos/film", video=f"https://filme-für-alle.example/w/{FILM}")
    library.check_is_fine()


def test_a_film_at_any_other_peertube_says_which_line_lets_it_in(library: Library) -> None:
    library.registers(library=f"{REGISTERS['library']}peertube_hosts: [andere.example]\n")
    library.item("videos/film", video=f"https://film.example/w/{FILM}")
    (problem,) = library.problems()
    assert (problem.code, problem.values["line"]) == ("peertube-host", "[andere.example, film.example]")
