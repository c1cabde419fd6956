"""Broken projects: whatever lies in the folders, everybody hears what is wrong, where and how to mend it; nobody waits.

Each case breaks a library in one way and says what must be told: path, line and code of every error. Names are those of
files beside an item, if they do not begin with the folder they lie in.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from ebenerdig.outputs import OUTPUTS
from ebenerdig.problems import Problem, report
from ebenerdig.texts import LANGUAGES, texts
from library import REGISTERS, Library
from sites import mkdocs, small_project, surroundings
from test_preview import serving

IMAGE = "{file: cover.jpg, alt: Bild, credit: Werkhalle, license: CC-BY-4.0}"
HUGE = 20_000_000_000
ELSEWHERE = "https://example.org/a.mp3"
PAGE = "index.md"

Told = tuple[str, int, str]
Break = Callable[[Library, str], object]
"""Breaks something in a library, at an item's place."""


class Case(NamedTuple):
    """What is broken and what must be told of it; `alone` where it would hide the mistakes of others."""

    breaks: list[Break]
    told: list[Told]
    alone: bool = False
    folder: str = "episodes"


# What can lie in a folder


def at(place: str, name: str) -> str:
    """Where a file lies: beside the item, or where its name says."""
    return name if name.startswith(("content/", "episodes/", "videos/", "../")) else f"{place}/{name}"


def free(library: Library, place: str, name: str) -> Path:
    """Make room for something else."""
    path = library.root / at(place, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path


def pipe(name: str) -> Break:
    """Put a pipe there, into which nobody ever writes."""
    return lambda library, place: os.mkfifo(free(library, place, name))


def socket(name: str) -> Break:
    """Put a socket there, on which nobody listens."""
    return lambda library, place: os.mknod(free(library, place, name), stat.S_IFSOCK | 0o600)


def folder(name: str) -> Break:
    return lambda library, place: free(library, place, name).mkdir()


def link(name: str, target: str) -> Break:
    """Put a symbolic link there; the target is seen from its own folder."""
    return lambda library, place: free(library, place, name).symlink_to(target)


def sparse(name: str, size: int = HUGE) -> Break:
    """Put a file there that says to be huge and takes no space."""
    return lambda library, place: (
        free(library, place, name).touch(),
        os.truncate(library.root / at(place, name), size),
    )


def text(name: str, content: str | bytes) -> Break:
    return lambda library, place: library.write(at(place, name), content)


def item(body: str = "", **fields: str | None) -> Break:
    return lambda library, place: library.item(place, body, **fields)


def pictured(name: str) -> Break:
    return item(image=IMAGE.replace("cover.jpg", f'"{name}"'))


def stray(*lines: str) -> Break:
    """Let lines follow on the end of the metadata."""
    return item("\n".join(lines) + "\n")


STRAY = "stray-metadata"
WAYS: dict[str, Case] = {
    "one takeaway": Case(
        [item(takeaways="Ein Satz.", season="x")], [(PAGE, 10, "too-few"), (PAGE, 11, "expects-integer")]
    ),
    "a pipe as page": Case([pipe(PAGE)], [(PAGE, 1, "special")]),
    "a socket as page": Case([socket(PAGE)], [(PAGE, 1, "special")]),
    "a folder as page": Case([folder(PAGE)], [(PAGE, 1, "unreadable")]),
    "a device as page": Case([link(PAGE, "/dev/zero")], [(PAGE, 1, "outside")]),
    "a pipe as sound": Case([pipe("audio.mp3")], [(PAGE, 8, "file-special")]),
    "a device as sound": Case([link("audio.mp3", "/dev/zero")], [(PAGE, 8, "file-outside")]),
    "a pipe as transcript": Case([pipe("transcript.vtt")], [(PAGE, 9, "file-special")]),
    "a pipe as chapters": Case([item(chapters_file="c.txt"), pipe("c.txt")], [(PAGE, 10, "file-special")]),
    "a pipe as picture": Case([item(image=IMAGE), pipe("cover.jpg")], [(PAGE, 10, "file-special")]),
    "a folder as sound": Case([folder("audio.mp3")], [(PAGE, 8, "file-unreadable")]),
    "a pipe as record": Case([pipe("media.json")], [("media.json", 1, "special")]),
    "a folder as record": Case([folder("media.json")], [("media.json", 1, "unreadable")]),
    "a pipe as register": Case(
        [pipe("content/_data/topics.yml")], [("content/_data/topics.yml", 1, "special")], alone=True
    ),
    "a folder as register": Case(
        [folder("content/_data/industries.yml")], [("content/_data/industries.yml", 1, "unreadable")]
    ),
    "a pipe as settings": Case(
        [pipe("content/_data/library.yml")], [("content/_data/library.yml", 1, "special")], alone=True
    ),
    "a pipe as package": Case([pipe("content/packages/p.md")], [("content/packages/p.md", 1, "special")]),
    "a pipe as item": Case([pipe("episodes/rohr")], [("episodes/rohr", 1, "item-no-folder")]),
    "a page from elsewhere": Case(
        [text("../geheim.md", "---\n---\n"), link(PAGE, "../../../geheim.md")], [(PAGE, 1, "outside")]
    ),
    "a page that is itself": Case([link(PAGE, PAGE)], [(PAGE, 1, "circle")]),
    "an item from elsewhere": Case([link("episodes/fern", "../content")], [("episodes/fern", 1, "outside")]),
    "an item that is itself": Case([link("episodes/selbst", "selbst")], [("episodes/selbst", 1, "outside")]),
    "a sound that is itself": Case([link("audio.mp3", "audio.mp3")], [(PAGE, 8, "file-circle")]),
    "a transcript that is itself": Case([link("transcript.vtt", "transcript.vtt")], [(PAGE, 9, "file-circle")]),
    "a sound from elsewhere": Case(
        [text("../geheim.mp3", "x"), link("audio.mp3", "../../../geheim.mp3")], [(PAGE, 8, "file-outside")]
    ),
    "a register from elsewhere": Case(
        [link("content/_data/funders.yml", "/etc/passwd")], [("content/_data/funders.yml", 1, "outside")]
    ),
    "a record from elsewhere": Case(
        [text("../media.json", "{}"), link("media.json", "../../../media.json")], [("media.json", 1, "outside")]
    ),
    "a huge page": Case([sparse(PAGE)], [(PAGE, 1, "too-large")]),
    "a huge transcript": Case([sparse("transcript.vtt")], [(PAGE, 9, "file-too-large")]),
    "huge chapters": Case([item(chapters_file="c.txt"), sparse("c.txt")], [(PAGE, 10, "file-too-large")]),
    "a huge register": Case(
        [sparse("content/_data/technologies.yml")], [("content/_data/technologies.yml", 1, "too-large")]
    ),
    "a huge record": Case([sparse("media.json")], [("media.json", 1, "too-large")]),
    "huge sound": Case([sparse("audio.mp3")], [(PAGE, 8, "media-too-large")]),
    "a huge picture": Case([item(image=IMAGE), sparse("cover.jpg")], [(PAGE, 10, "media-too-large")]),
    "a name of 350 characters": Case([item(audio="x" * 350 + ".mp3")], [(PAGE, 8, "file-name-long")]),
    "a name of 250 bytes": Case([item(audio="ä" * 123 + ".mp3")], [(PAGE, 8, "file-name-long")]),
    "an old address of 400 bytes": Case([item(aliases="ä" * 200)], [(PAGE, 10, "alias")]),
    **{
        f"a record with {what}": Case(
            [item(audio=ELSEWHERE), text("media.json", f'{{"{ELSEWHERE}":\n {{"bytes": 1, "type": "a", {written}')],
            [("media.json", line, code), (PAGE, 8, "media-unmeasured")],
        )
        for what, written, line, code in (
            ("endless seconds", '"seconds": 1e999}}', 2, "record-value"),
            ("a length that is no number", '"seconds": NaN}}', 2, "record-value"),
            ("negative pixels", '"width": -1}}', 2, "record-value"),
            ("words for a number", '"bitrate": "viel"}}', 2, "record-value"),
            ("a cut end", '"wid', 2, "record-broken"),
            ("merge markers", "\n<<<<<<< HEAD\n", 3, "record-broken"),
            ("other characters", "\u20ac", 2, "record-broken"),
        )
    },
    # what must not be published
    "metadata below a stray end": Case([stray("consent: {mara-lindner: 2026-01-01}", "---")], [(PAGE, 11, STRAY)]),
    "private metadata far below": Case([stray("Notizen.", "", "internal:", "  honorar: 5")], [(PAGE, 13, STRAY)]),
    "metadata below a second line": Case(
        [stray("Notizen.", "", "---", "season: 1", "episode: 2", "Text")], [(PAGE, 14, STRAY)]
    ),
    "a page as picture": Case([pictured(PAGE)], [(PAGE, 10, "file-private")]),
    "the record as picture": Case([pictured("./Media.json")], [(PAGE, 10, "file-private")]),
    "a hidden picture": Case([pictured(".bild.jpg")], [(PAGE, 10, "file-private")]),
    "a text as picture": Case([pictured("cover.jpg"), text("cover.jpg", "Hallo")], [(PAGE, 10, "media-unknown")]),
    "a drawing called a picture": Case(
        [pictured("cover.jpg"), text("cover.jpg", "<svg onload='alert(1)'/>")], [(PAGE, 10, "media-other-type")]
    ),
    **{
        f"{name} as picture": Case([pictured(name), text(name, "x")], [(PAGE, 10, "picture")])
        for name in ("bild.svg", "IMG_1.HEIC", "seite.html", "blatt.pdf", "audio.mp3", "film.mp4", "bild.tiff", "bild")
    },
    "a page as poster": Case([item(poster=PAGE)], [(PAGE, 12, "file-private")], folder="videos"),
    "the built page as poster": Case([item(poster="index.html")], [(PAGE, 12, "file-taken")], folder="videos"),
    "a place of ours as poster": Case([item(poster="Read/social.jpg")], [(PAGE, 12, "file-taken")], folder="videos"),
    "sound as poster": Case([item(poster="video.mp4")], [(PAGE, 12, "picture")], folder="videos"),
    "a page as route": Case([item(route=PAGE)], [(PAGE, 11, "file-private")], folder="tours"),
    "the script as route": Case([item(route="script.md")], [(PAGE, 11, "file-private")], folder="tours"),
    "something that runs as route": Case([item(route="karte.html")], [(PAGE, 11, "file-active")], folder="tours"),
    "a drawing of a person": Case(
        [text("content/_data/people.yml", f"mara-lindner:\n  name: M\n  image: {IMAGE.replace('jpg', 'svg')}\n")],
        [("content/_data/people.yml", 3, "picture")],
    ),
    "a password in an address": Case([item(audio="https://a:b@example.org/a.mp3")], [(PAGE, 8, "url-credentials")]),
    "a name in a link": Case(
        [item(links="[{title: Quelle, url: 'https://mara@example.org/'}]")], [(PAGE, 10, "url-credentials")]
    ),
}


# What is told


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Fail what hangs, instead of hanging with it."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"still not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def errors(library: Library, *, preview: bool = False) -> list[Problem]:
    found = [problem for problem in library.catalogue(preview).problems if problem.severity == "error"]
    assert all(report(found, texts(language)) for language in LANGUAGES) or not found
    return found


def expected(case: Case, place: str) -> list[Told]:
    return sorted((at(place, name), line, code) for name, line, code in case.told)


@pytest.mark.parametrize("name", WAYS)
def test_what_is_wrong_is_told_with_its_place(name: str, library: Library) -> None:
    case, place = WAYS[name], f"{WAYS[name].folder}/folge"
    library = Library(library.root / "projekt")
    library.registers()
    library.item(place)
    for broken in case.breaks:
        broken(library, place)
    with within(20):
        for preview in (False, True, False):
            told = [(problem.path, problem.line, problem.code) for problem in errors(library, preview=preview)]
            assert sorted(told) == expected(case, place)
        catalogue = library.catalogue(preview=True)
        assert [site_path for output in OUTPUTS[1:] for site_path, _ in output(catalogue)], "the preview goes on"


# Everything at once, as it is called


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Told]]:
    """A library with all mistakes that do not hide others, each beside an item that is fine."""
    library, told = small_project(tmp_path_factory.mktemp("odd") / "projekt"), list[Told]()
    library.item("episodes/heil")
    for number, case in enumerate(case for case in WAYS.values() if not case.alone):
        place = f"{case.folder}/fall-{number}"
        library.item(place)
        for broken in case.breaks:
            broken(library, place)
        told += expected(case, place)
    return library.root, told


def missing(told: list[Told], said: str) -> list[Told]:
    """What was to be told and was not said."""
    lines = [(line.partition(":"), line) for line in said.split("\n")]
    spoken = {(begin[0], begin[2].partition(":")[0], line.rpartition("[")[2].rstrip("]")) for begin, line in lines}
    return [(path, line, code) for path, line, code in told if (path, str(line), code) not in spoken]


CHECK = [sys.executable, "-c", "from ebenerdig.cli import main; main()", "check"]
BUILD = [sys.executable, "-m", "mkdocs", "build", "--strict"]


@pytest.mark.parametrize("command", [CHECK, BUILD], ids=["check", "build"])
def test_all_at_once_is_told_without_a_traceback_and_in_time(odd: tuple[Path, list[Told]], command: list[str]) -> None:
    root, told = odd
    done = subprocess.run(command, cwd=root, env=surroundings(), capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert missing(told, done.stdout + done.stderr) == []


def test_the_preview_goes_on_with_all_at_once(odd: tuple[Path, list[Told]], tmp_path: Path) -> None:
    root, told = odd
    with serving(root, tmp_path / "log.txt") as preview:
        assert preview.ask("/episodes/heil/").status == 200
        said = preview.log.read_text("utf-8")
    assert "Traceback" not in said
    assert missing(told, said) == []


# Where one may not read or write


def as_an_editor(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program without the rights of an administrator, who may read and write everything."""
    rights = "-dac_override,-dac_read_search"
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("an administrator without setpriv may read everything")
        command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
    return subprocess.run(
        command, cwd=cwd, env=surroundings(), capture_output=True, encoding="utf-8", timeout=120, check=False
    )


CLOSED = {
    "episodes/a/index.md": ("episodes/a/index.md", 1, "unreadable"),
    "episodes/b/audio.mp3": ("episodes/b/index.md", 8, "file-unreadable"),
    "episodes/c/transcript.vtt": ("episodes/c/transcript.vtt", 1, "unreadable"),
    "episodes/d/cover.jpg": ("episodes/d/index.md", 10, "file-unreadable"),
    "episodes/e/media.json": ("episodes/e/media.json", 1, "unreadable"),
    "episodes/f/chapters.txt": ("episodes/f/chapters.txt", 1, "unreadable"),
    "content/_data/topics.yml": ("content/_data/topics.yml", 1, "unreadable"),
    "content/packages/p.md": ("content/packages/p.md", 1, "unreadable"),
    "tours": ("tours", 1, "unreadable"),
}


def test_what_nobody_may_open_is_told_with_its_place(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    for slug in "abcde":
        library.item(f"episodes/{slug}", image=IMAGE if slug == "d" else None)
    library.item("episodes/f", chapters_file="chapters.txt", files={"chapters.txt": b"0:00 Anfang\n"})
    library.write("episodes/e/media.json", "{}")
    library.write("content/packages/p.md", "---\n---\n")
    library.item("tours/g")
    for name in CLOSED:
        (tmp_path / name).chmod(0)
    try:
        done = as_an_editor(CHECK, tmp_path)
    finally:
        (tmp_path / "tours").chmod(0o755)
    assert "Traceback" not in done.stderr
    assert missing(list(CLOSED.values()), done.stdout) == []


def test_a_library_that_nobody_may_write_to_is_checked_and_built(tmp_path: Path) -> None:
    library = small_project(tmp_path / "projekt")
    library.item("episodes/a", image=IMAGE)
    for path in [*library.root.rglob("*"), library.root]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        check = as_an_editor(CHECK, library.root)
        site = ["-d", str(tmp_path / "site")]
        build = as_an_editor([*BUILD, *site], library.root)
        inside = as_an_editor(BUILD, library.root)
    finally:
        for path in [library.root, *(path for path in library.root.rglob("*") if path.is_dir())]:
            path.chmod(0o755)
    assert (check.returncode, build.returncode) == (0, 0), check.stdout + build.stderr
    assert (tmp_path / "site/episodes/a/index.html").is_file() and (tmp_path / "site/search").is_dir()
    assert inside.returncode == 1 and "Traceback" not in inside.stderr
    assert re.search(r"^site:1:1: Fehler: .+ \[site-closed\]$", inside.stderr, re.MULTILINE), inside.stderr


@pytest.mark.parametrize("site", [".", "episodes", "episodes/folge", "content/_data", "../media", ".."])
def test_a_site_is_never_built_where_it_would_delete_what_somebody_wrote(site: str, tmp_path: Path) -> None:
    library = small_project(tmp_path / "projekt", library=REGISTERS["library"] + "media_dir: ../media\n")
    library.item("episodes/folge")
    library.write("../media/episodes/folge/audio.mp3", b"Ton")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    done = mkdocs(library.root, "build", "-d", site)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert before <= {path for path in tmp_path.rglob("*") if path.is_file()}
