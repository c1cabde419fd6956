"""`ebenerdig init` and `ebenerdig new`: a new library builds at once, a new show keeps its guid, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.feeds.writing import podcasts
from ebenerdig.models.podcast_guid import podcast_guid
from ebenerdig.problems import report
from ebenerdig.texts import LANGUAGES, texts
from library import REGISTERS, TODAY, Library
from lxml import html
from sites import ROOT, build, find, install, surroundings

ANSWERS = ["--name", "Die Werkhalle", "--url", "https://m.example/lib", "--email", "hallo@m.example"]


@pytest.fixture(autouse=True)
def ambient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_LANGUAGE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


def run(*arguments: str | Path, answers: str = "") -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=answers)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


# A new library


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_library_builds_at_once_in_each_language(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "neu"
    assert run("init", folder, *ANSWERS, "--language", language).exit_code == 0
    site = build(folder)
    home = html.fromstring((site / "index.html").read_text("utf-8"))
    assert find(home, "/html/@lang") == [language]
    assert "Die Werkhalle" in find(home, "//title/text()")[0]
    for name in ("ueber", "impressum", "datenschutz", "barrierefreiheit"):
        page = html.fromstring((site / name / "index.html").read_text("utf-8"))
        assert find(page, "//main//h1/text() | //h1/text()")
    assert (site / "feed/podcast.xml").is_file()


def test_a_new_library_has_no_mistake_and_takes_a_first_item(tmp_path: Path) -> None:
    assert run("init", tmp_path, *ANSWERS).exit_code == 0
    library = Library(tmp_path)
    library.item("episodes/eins")
    catalogue = library.catalogue()
    assert report(library.problems(), texts("de")) == ""
    feed = dict(podcasts(catalogue))["feed/podcast.xml"]
    assert b"guid-episodes-eins" in feed and b"https://m.example/lib/episodes/eins/" in feed


def test_the_show_of_a_new_library_has_the_guid_of_its_address(tmp_path: Path) -> None:
    run("init", tmp_path, *ANSWERS)
    show = yaml.safe_load((tmp_path / "content/_data/shows.yml").read_text("utf-8"))["podcast"]
    assert show["guid_of"] == "m.example/lib/feed/podcast.xml"
    assert show["guid"] == podcast_guid("https://m.example/lib/feed/podcast.xml")


def test_it_asks_for_what_no_option_says_and_asks_again_after_a_mistake(tmp_path: Path) -> None:
    given = "Die Werkhalle\nm.example\nhttps://m.example\nhallo\nhallo@m.example\n"
    result = run("init", tmp_path, answers=given)
    assert result.exit_code == 0
    assert "„m.example“ ist keine vollständige Internet-Adresse." in result.output
    assert "„hallo“ ist keine E-Mail-Adresse." in result.output
    assert Library(tmp_path).project()[0].base_url == "https://m.example/"


@pytest.mark.parametrize(
    "name", ['Müller & "Söhne" <b>x</b>', "a: b # c", "{x}", "'", "Ø — “ ”", "\\n", "!", "日本", "[x](javascript:y)"]
)
def test_whatever_a_library_is_called_it_is_read_as_that(tmp_path: Path, name: str) -> None:
    assert run("init", tmp_path, "--name", name, *ANSWERS[2:]).exit_code == 0
    library = Library(tmp_path)
    library.check_is_fine()
    assert library.project()[0].library.name == name


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--name", ""),
        ("--name", "a\x07b"),
        ("--url", "m.example"),
        ("--url", "javascript:alert(1)"),
        ("--email", "hallo"),
        ("--email", "a<b>@m.example"),
    ],
)
def test_an_answer_that_will_not_do_ends_with_2_and_writes_nothing(tmp_path: Path, option: str, value: str) -> None:
    answers = list(ANSWERS)
    answers[answers.index(option) + 1] = value
    folder = tmp_path / "neu"
    assert run("init", folder, *answers).exit_code == 2
    assert not folder.exists()


@pytest.mark.parametrize("taken", ["mkdocs.yml", "content/_data/library.yml"])
def test_a_library_that_exists_is_left_alone(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_text("alt: ja\n", "utf-8")
    result = run("init", tmp_path, *ANSWERS)
    assert result.exit_code == 1 and taken in result.output
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / taken]


def test_a_file_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("meins\n", "utf-8")
    result = run("init", tmp_path, *ANSWERS)
    assert "Schon da und nicht verändert: .gitignore" in result.output
    assert (tmp_path / ".gitignore").read_text("utf-8") == "meins\n"


@pytest.mark.installation
def test_an_installed_package_makes_and_builds_a_library_without_the_repository(tmp_path: Path) -> None:
    packages, neu = tmp_path / "packages", tmp_path / "neu"
    install(packages, str(ROOT))
    environment = surroundings(PYTHONPATH=str(packages))

    def call(*command: str, folder: Path = tmp_path) -> str:
        done = subprocess.run(
            [sys.executable, *command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert str(packages) in call("-c", "import ebenerdig; print(ebenerdig.__file__)")
    call("-c", "from ebenerdig.cli import main; main()", "init", str(neu), *ANSWERS)
    call("-m", "mkdocs", "build", "--strict", folder=neu)
    assert "<title>Die Werkhalle" in (neu / "site/index.html").read_text("utf-8")
    assert (neu / "site/assets/stylesheets/tokens.css").is_file()
    assert not (packages / "theme").exists() and not (packages / "studio").exists()


# A new show


def test_a_new_show_is_appended_and_all_else_stays_byte_for_byte(library: Library) -> None:
    path = library.write("content/_data/shows.yml", "# Unsere Reihen – bitte so lassen\n" + REGISTERS["shows"])
    before = path.read_bytes()
    result = run("new", "show", "werkstatt", "--title", 'Aus der "Werkstatt": eins', "--root", library.root)
    assert result.exit_code == 0, result.output
    assert "https://ebenerdig.example/feed/werkstatt.xml" in result.output
    assert path.read_bytes().startswith(before)
    library.check_is_fine()
    show = yaml.safe_load(path.read_text("utf-8"))["werkstatt"]
    assert show["name"] == 'Aus der "Werkstatt": eins'
    assert show["guid_of"] == "ebenerdig.example/feed/werkstatt.xml"
    assert show["guid"] == podcast_guid(show["guid_of"])
    assert (show["author"], show["image"]) == ("Werkhalle Lindental", "podcast.jpg")
    assert {"feed/podcast.xml", "feed/werkstatt.xml"} <= {name for name, _ in podcasts(library.catalogue())}
    assert sorted(file.name for file in path.parent.glob("shows*")) == ["shows.yml"]


def test_the_first_show_takes_what_it_needs_from_the_library(library: Library) -> None:
    (library.root / "content/_data/shows.yml").unlink()
    arguments = ["--title", "Eins", "--description", "Worum es geht.", "--category", "Business > Management"]
    assert run("new", "show", "podcast", *arguments, "--root", library.root).exit_code == 0
    library.check_is_fine()
    show = yaml.safe_load((library.root / "content/_data/shows.yml").read_text("utf-8"))["podcast"]
    assert show["owner"] == {"name": "Werkhalle Lindental", "email": "hallo@ebenerdig.example"}
    assert (show["description"], show["categories"]) == ("Worum es geht.", ["Business > Management"])


def test_the_guid_comes_from_the_library_and_not_from_where_it_is_built(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://vorschau.example/")
    run("new", "show", "zwei", "--title", "Zwei", "--root", library.root)
    assert "guid_of: ebenerdig.example/feed/zwei.xml" in (library.root / "content/_data/shows.yml").read_text("utf-8")


@pytest.mark.parametrize("end", ["\n", "", "\r\n"])
def test_the_ends_of_lines_stay_as_they_are(library: Library, end: str) -> None:
    line = end or "\n"
    before = REGISTERS["shows"].rstrip("\n").replace("\n", line) + end
    path = library.write("content/_data/shows.yml", before)
    run("new", "show", "zwei", "--title", "Zwei", "--root", library.root)
    content = path.read_bytes()
    assert content.startswith(before.encode())
    assert content.count(b"\n") == (content.count(b"\r\n") if line == "\r\n" else content.count(b"\n"))
    library.check_is_fine()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["podcast", "--title", "Zwei"], "gibt es schon"),
        (["Über uns", "--title", "Zwei"], "Schreiben Sie zum Beispiel: ueber-uns"),
        (["../../x", "--title", "Zwei"], "kleine Buchstaben"),
        (["zwei", "--title", "Zwei", "--category", "Kochen"], "Die Podcast-Verzeichnisse kennen „Kochen“ nicht."),
        (["zwei", "--title", "Zwei", "--email", "keine"], "content/_data/shows.yml:"),
        (["zwei", "--title", ""], "content/_data/shows.yml:"),
    ],
)
def test_a_show_that_would_not_be_right_is_not_added(library: Library, arguments: list[str], part: str) -> None:
    before = sorted((path, path.read_bytes()) for path in library.root.rglob("*") if path.is_file())
    result = run("new", "show", *arguments, "--root", library.root)
    assert result.exit_code == 1
    assert part in result.output
    assert sorted((path, path.read_bytes()) for path in library.root.rglob("*") if path.is_file()) == before


@pytest.mark.parametrize("content", ["{}\n", "podcast: [\n", "{a: {name: x}}\n"])
def test_a_file_that_nothing_can_be_appended_to_stays_as_it_is(library: Library, content: str) -> None:
    path = library.write("content/_data/shows.yml", content)
    result = run("new", "show", "zwei", "--title", "Zwei", "--root", library.root)
    assert result.exit_code == 1
    assert "content/_data/shows.yml:" in result.output
    assert path.read_text("utf-8") == content
