"""Media beside the item, in a folder outside git, or anywhere on the web: one address for pages, feeds and the rest."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from ebenerdig.addresses import file_path, located
from ebenerdig.catalogue import Catalogue
from ebenerdig.feeds.writing import podcasts
from ebenerdig.outputs.files.originals import originals
from library import REGISTERS, Library, silent_mp3
from lxml import etree
from lxml import html as lxml_html
from sites import mkdocs, small_project

HOST = "media_base_url: https://media.example.org/ton\n"


def outside(library: Library, folder: str = "../media", base: str = "") -> Path:
    """Configure a folder outside git, and move the sound of an episode there."""
    library.registers(library=f"{REGISTERS['library']}media_dir: {folder}\n{base}")
    library.item("episodes/eins", audio="ton & mehr.mp3")
    target = library.root / folder / "episodes/eins/ton & mehr.mp3"
    target.parent.mkdir(parents=True)
    target.write_bytes(silent_mp3(3))
    return target


def enclosure(catalogue: Catalogue) -> str:
    feed = dict(podcasts(catalogue))["feed/podcast.xml"]
    found = etree.fromstring(feed).find(".//enclosure")
    assert found is not None
    return found.get("url", "")


def published(catalogue: Catalogue) -> set[str]:
    return {url for url, _ in originals(catalogue) if url.startswith("episodes/")}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "projekt")
    library.registers()
    return library


def test_a_recording_in_the_folder_outside_is_measured_and_comes_from_its_host(library: Library) -> None:
    outside(library, base=HOST)
    library.check_is_fine()
    catalogue = library.catalogue()
    address = "https://media.example.org/ton/episodes/eins/ton%20%26%20mehr.mp3"
    assert enclosure(catalogue) == address
    assert located(catalogue.project, catalogue.entries[0], "ton & mehr.mp3") == address
    assert published(catalogue) == {"episodes/eins/podcast-eins-transcript.vtt", "episodes/eins/transcript.vtt"}


def test_without_a_host_it_is_copied_into_the_site(library: Library) -> None:
    sound = outside(library)
    catalogue = library.catalogue()
    assert enclosure(catalogue) == "https://ebenerdig.example/episodes/eins/podcast-eins.mp3"
    found = [(place, getattr(one, "path", one).resolve()) for place, one in originals(catalogue)]
    assert ("episodes/eins/ton & mehr.mp3", sound.resolve()) in found


def test_the_folder_may_be_given_whole(library: Library, tmp_path: Path) -> None:
    outside(library, folder=str(tmp_path / "platte"))
    library.check_is_fine()


def test_what_lies_beside_the_item_stays_there(library: Library) -> None:
    outside(library, base=HOST)
    library.item("episodes/zwei")
    catalogue = library.catalogue()
    beside = catalogue.by_id["episodes/zwei"]
    assert file_path(beside, "audio.mp3") == "episodes/zwei/podcast-zwei.mp3"
    assert "episodes/zwei/podcast-zwei.mp3" in published(catalogue)


@pytest.mark.parametrize("base", ["", HOST])
def test_without_the_media_the_same_feed_comes_out_of_the_record(library: Library, base: str) -> None:
    sound = outside(library, base=base)
    before = list(podcasts(library.catalogue()))
    record = (library.root / "episodes/eins/media.json").read_bytes()
    assert json.loads(record)["ton & mehr.mp3"]["outside"] is True
    shutil.rmtree(sound.parents[2])
    library.check_is_fine()
    assert list(podcasts(library.catalogue())) == before
    assert (library.root / "episodes/eins/media.json").read_bytes() == record


def test_a_recording_that_moves_out_changes_its_record(library: Library) -> None:
    outside(library, base=HOST)
    library.item("episodes/zwei")
    library.catalogue()
    target = library.root / "../media/episodes/zwei/audio.mp3"
    target.parent.mkdir()
    shutil.move(library.root / "episodes/zwei/audio.mp3", target)
    entry = library.catalogue().by_id["episodes/zwei"]
    assert file_path(entry, "audio.mp3") == "https://media.example.org/ton/episodes/zwei/audio.mp3"


def test_a_recording_that_is_nowhere_is_told_with_both_places(library: Library) -> None:
    outside(library).unlink()
    (problem,) = library.problems()
    assert problem.code == "media-missing"
    assert problem.values["folder"].endswith("/media/episodes/eins")
    assert "transcript.vtt" in problem.values["there"]


def test_pictures_and_transcripts_are_not_looked_for_outside(library: Library) -> None:
    sound = outside(library)
    shutil.move(library.root / "episodes/eins/transcript.vtt", sound.parent / "transcript.vtt")
    assert library.codes() == ["file-missing"]


def test_nothing_climbs_out_of_the_folder_outside(library: Library) -> None:
    sound = outside(library)
    library.write("geheim.mp3", silent_mp3(3))
    sound.unlink()
    sound.symlink_to(library.root / "geheim.mp3")
    assert library.codes() == ["file-outside"]
    assert "episodes/eins/ton & mehr.mp3" not in published(library.catalogue(preview=True))


def test_a_broken_recording_outside_is_an_error(library: Library) -> None:
    outside(library).write_bytes(silent_mp3(3)[:20_000])
    assert library.codes() == ["media-truncated"]


def test_a_built_page_plays_and_links_the_recording_at_its_host(tmp_path: Path) -> None:
    settings = f"{REGISTERS['library']}media_dir: ../media\n{HOST}"
    library = small_project(tmp_path / "projekt", library=settings)
    library.item("episodes/eins")
    (tmp_path / "media/episodes/eins").mkdir(parents=True)
    shutil.move(library.root / "episodes/eins/audio.mp3", tmp_path / "media/episodes/eins/audio.mp3")
    done = mkdocs(library.root, "build")
    assert done.returncode == 0, done.stderr
    page = lxml_html.parse(str(library.root / "site/episodes/eins/index.html"))
    address = "https://media.example.org/ton/episodes/eins/audio.mp3"
    assert page.xpath("//audio//source/@src") == [address]
    assert address in page.xpath("//a[@download]/@href")
    assert not (library.root / "site/episodes/eins/audio.mp3").exists()
