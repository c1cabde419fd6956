"""The command line: what it says, where, and how it ends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ebenerdig.cli import main
from ebenerdig.feeds.rules import CODES
from ebenerdig.models.formats import FORMATS
from ebenerdig.reading.registers import REGISTERS
from feed_site import FeedSite, write_feed_site
from library import TODAY, Library
from sites import ROOT


@pytest.fixture(autouse=True)
def ambient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    monkeypatch.delenv("SITE_LANGUAGE", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


HELPS = "Sie hilft Menschen, das Angebot zu finden und einzuschätzen. Ergänzen Sie sie, wenn Sie können."


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_sample_library_has_no_mistake(tmp_path: Path) -> None:
    for folder in ("content", *(form.folder for form in FORMATS)):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    result = run("check", "--root", tmp_path)
    items = len(list(tmp_path.glob("*/*/index.md")))
    packages = len(list(tmp_path.glob("content/packages/*.md")))
    assert result.output == f"{items} Angebote und {packages} Pakete gelesen. Alles in Ordnung.\n"
    assert result.exit_code == 0


def test_mistakes_are_all_told_and_end_with_1(library: Library) -> None:
    library.item("episodes/eins", gusts="[mara-lindner]")
    library.item("tours/zwei", levels="9")
    result = run("check", "--root", library.root)
    assert result.exit_code == 1
    assert "episodes/eins/index.md:10:1: Fehler: „gusts“" in result.output
    assert "\n    gusts: [mara-lindner]\n    ^\n" in result.output
    assert "tours/zwei/index.md:5:9: Fehler: „9“" in result.output
    assert result.output.rstrip().rpartition("\n")[2].startswith("2 Fehler, ")


def test_advice_alone_ends_well(library: Library) -> None:
    library.item("tours/eins")
    result = run("check", "--root", library.root)
    assert ": Hinweis: " in result.output
    assert "Keine Fehler, " in result.output
    assert result.exit_code == 0


def test_errors_come_first_and_what_many_items_lack_is_told_once(library: Library) -> None:
    for number in range(40):
        library.item(f"tours/tour-{number:02}")
    library.item("tours/tour-20", levels="9")
    library.item("tours/tour-30", date="2062-01-01")
    lines = run("check", "--root", library.root).output.split("\n")
    assert lines[0].startswith("tours/tour-20/index.md:5:9: Fehler: „9“") and len(lines) < 30
    named = "tours/tour-00/index.md:1, tours/tour-01/index.md:1, tours/tour-02/index.md:1 und 37 weitere [recommended]"
    assert f"40 Hinweise: Die Angabe „ai_use“ fehlt. {HELPS} – {named}" in lines
    assert any(line.startswith("tours/tour-30/index.md:4:7: Hinweis: ") for line in lines), "one alone has its place"
    assert lines[-3].startswith("1 Fehler, ") or lines[-2].startswith("1 Fehler, ")


def test_errors_can_be_told_alone_and_advice_in_full(library: Library) -> None:
    for number in range(5):
        library.item(f"tours/tour-{number}")
    library.item("tours/tour-2", levels="9")
    result = run("check", "--errors", "--root", library.root)
    assert result.exit_code == 1
    told = result.output.rstrip().split("\n")
    assert [line[:24] for line in told[:1]] == ["tours/tour-2/index.md:5:"] and len(told) == 5
    assert ": Hinweis: " not in result.output and re.fullmatch(r"1 Fehler, \d+ Hinweise\.", told[-1])
    every = run("check", "--all", "--root", library.root).output
    assert all(f"tours/tour-{number}/index.md:1:1: Hinweis: Die Angabe „ai_use“ fehlt." in every for number in range(5))
    assert every.index(": Fehler: ") < every.index(": Hinweis: ")
    library.item("tours/tour-2")
    assert run("check", "--errors", "--root", library.root).output.startswith("Keine Fehler, ")


def test_the_folder_one_stands_in_is_checked_by_default(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.item("tours/eins", levels="9")
    monkeypatch.chdir(library.root)
    assert run("check").output == run("check", "--root", library.root).output
    assert run("check").exit_code == 1


def test_sentences_come_in_the_language_of_the_site(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.item("tours/eins", levels="9")
    monkeypatch.setenv("SITE_LANGUAGE", "en")
    assert "tours/eins/index.md:5:9: Error: " in run("check", "--root", library.root).output


def test_drafts_are_checked_too(library: Library) -> None:
    library.item("tours/eins", levels="9", draft="true")
    assert run("check", "--root", library.root).exit_code == 1


def test_a_folder_without_a_library_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    result = run("check", "--root", tmp_path)
    assert result.exit_code == 1
    assert "content/_data/library.yml:1:1: Fehler: " in result.output


def test_a_schema_is_written_for_every_format_register_and_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("schema", "deep/schema").exit_code == 0
    written = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "deep/schema").iterdir()}
    assert written.keys() == {form.id for form in FORMATS} | {"package", "library"} | REGISTERS.keys()
    for name, schema in written.items():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert (schema["title"], schema["type"]) == (name, "object")
    for form in FORMATS:
        assert {"title", "description", "date", "guid", "levels", "areas"} <= set(written[form.id]["required"])
    for name, record in REGISTERS.items():
        assert written[name]["additionalProperties"]["properties"].keys() == record.model_fields.keys()


def references(schema: object) -> list[str]:
    """Every place that a schema points to."""
    if isinstance(schema, dict):
        own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
        return own + [found for value in schema.values() for found in references(value)]
    return [found for value in schema for found in references(value)] if isinstance(schema, list) else []


def test_every_part_that_a_schema_points_to_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("schema", ".")
    followed = 0
    for path in tmp_path.glob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        for reference in references(schema):
            place: object = schema
            for step in reference.removeprefix("#/").split("/"):
                assert isinstance(place, dict) and step in place, f"{path.name}: {reference}"
                place = place[step]
            followed += 1
    assert followed > 10


@pytest.mark.parametrize("name", [None, *sorted(main.commands)])
def test_every_command_says_what_it_does(name: str | None) -> None:
    arguments = [name, "--help"] if name else ["--help"]
    result = run(*arguments)
    assert result.exit_code == 0
    command = main.commands[name] if name else main
    assert command.help and command.help.strip().split("\n")[0].rstrip(".") in " ".join(result.output.split())


def test_it_tells_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert run("--version").output.strip().endswith(project["version"])


def test_an_unknown_command_ends_with_2() -> None:
    assert run("chekc").exit_code == 2


def test_the_core_needs_no_mkdocs(tmp_path: Path) -> None:
    script = "import sys; sys.modules['mkdocs'] = None; sys.path.insert(0, sys.argv[1]); from ebenerdig.cli import main"
    done = subprocess.run([sys.executable, "-c", script, str(ROOT / "hooks")], capture_output=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


# The built feeds


@pytest.fixture
def feeds(tmp_path: Path) -> FeedSite:
    """A library with its site and good feeds."""
    return write_feed_site(tmp_path)


def test_good_feeds_are_told_to_be_checked(feeds: FeedSite) -> None:
    result = run("check", "--root", feeds.library.root, "--site", feeds.folder)
    assert result.output.rstrip().endswith(f"\n4 Feeds nach {len(CODES)} Regeln geprüft.")
    assert "Keine Fehler, " in result.output
    assert result.exit_code == 0


def test_a_mistake_in_a_feed_is_told_where_it_was_made_and_beside_all_others(feeds: FeedSite) -> None:
    feed = (feeds.folder / "feed/podcast.xml").read_text("utf-8")
    feeds.put("feed/podcast.xml", feed.replace('length="3192969"', 'length="1"').encode())
    feeds.library.item("tours/kaputt", levels="9")
    result = run("check", "--root", feeds.library.root, "--site", feeds.folder)
    assert result.exit_code == 1
    assert "tours/kaputt/index.md:5:9: Fehler: „9“" in result.output
    sentence = r"^episodes/netz/index.md:\d+:8: Fehler: .* 3192969 Bytes\. .*\(feed/podcast\.xml:\d+\)"
    told = re.search(sentence, result.output, re.MULTILINE)
    assert told and "[feed-enclosure-length]\n    audio: audio.mp3\n           ^\n" in result.output


@pytest.mark.parametrize("name", ["fehlt", "content"])
def test_a_folder_without_feeds_is_told_with_what_to_do(feeds: FeedSite, name: str) -> None:
    result = run("check", "--root", feeds.library.root, "--site", feeds.library.root / name)
    assert result.exit_code == 1
    assert "liegt kein gebauter Feed. Bauen Sie die Seite zuerst" in result.output
