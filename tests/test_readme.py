"""What people read first is true: every command in it is run here, in a fresh copy of the repository."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib
import urllib.request
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TypeVar

import pytest
import uv
import yaml
from ebenerdig import build
from ebenerdig.cli import main
from ebenerdig.feeds.writing import podcasts
from ebenerdig.problems import report
from ebenerdig.reading.project import load_project
from library import TODAY, TRANSCRIPT, jpeg, silent_mp3
from mkdocs.config.defaults import MkDocsConfig
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image
from sites import ROOT, copy_repository, free_port, running, surroundings

GUIDES = (ROOT / "README.md", ROOT / ".github/CONTRIBUTING.md")
README = "\n".join(path.read_text("utf-8") for path in GUIDES)
"""Both: one for editors and those who set it up, one for those who change the code."""

ONE_QUICK_FILE = {"PYTEST_ADDOPTS": "tests/test_progress.py"}
"""Tests cannot run all tests, or they would never end: where a command does, it runs these."""

ALL_PASSED = r"^\.+ +\[100%\]$"
THE_DAY_AFTER = {"SOURCE_DATE_EPOCH": str(int(TODAY) + 24 * 60 * 60)}
"""The README's episode is of 24 November and out by then."""

Test = TypeVar("Test", bound=Callable[..., None])
RUNNERS: dict[str, str] = {}
"""Each command of the README and the test that runs it."""


def runs(*commands: str) -> Callable[[Test], Test]:
    """Say which commands of the README a test runs."""

    def remember(test: Test) -> Test:
        RUNNERS.update(dict.fromkeys(commands, test.__name__))
        return test

    return remember


def blocks(language: str) -> list[str]:
    """The README's blocks in a language."""
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """Every command in the README, without the remark behind it."""
    lines = [line for language in ("sh", "bat") for block in blocks(language) for line in block.splitlines()]
    return [line.partition(" #")[0].strip() for line in lines if line.strip()]


def run(command: str, folder: Path, **environ: str) -> str:
    """Run a command and return what it said."""
    done = subprocess.run(
        shlex.split(command),
        cwd=folder,
        env=around(**environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


def around(**environ: str) -> dict[str, str]:
    """Surroundings in which `uv` is found, and no other environment is active."""
    environment = surroundings(**environ)
    environment.pop("VIRTUAL_ENV", None)
    environment["PATH"] = f"{Path(uv.find_uv_bin()).parent}{os.pathsep}{environment['PATH']}"
    return environment


def serves(command: str, folder: Path, log: Path) -> None:
    """Run a command until the home page answers; a free port is set, so that previews do not meet."""
    port = free_port()
    settings = folder / "mkdocs.yml"
    before = settings.read_text("utf-8")
    settings.write_text(f"dev_addr: 127.0.0.1:{port}\n{before}", "utf-8")
    end = time.monotonic() + 120
    try:
        with running(shlex.split(command), folder, log, **around()) as process:
            while f"Serving on http://127.0.0.1:{port}/" not in log.read_text("utf-8"):
                assert process.poll() is None and time.monotonic() < end, log.read_text("utf-8")
                time.sleep(0.2)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                assert "<title>Ebenerdig" in answer.read().decode()
    finally:
        settings.write_text(before, "utf-8")


def is_whole(site: Path) -> bool:
    """Whether a site has its home page, all items and the feed."""
    names = [path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("[etv]*/*/index.md")]
    pages = [site / "index.html", site / "feed/podcast.xml", *(site / name / "index.html" for name in names)]
    return len(pages) > 10 and all(page.is_file() for page in pages)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy whose `.venv` holds what the environment of these tests holds, as if make had installed it.

    Its own stamps keep make from installing; `.ci/run` lets make do so.
    """
    folder = copy_repository(tmp_path_factory.mktemp("prepared"))
    (folder / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (folder / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    os.utime(folder / "pyproject.toml", (0, 0))
    for stamp in ("site.ok", "dev.ok"):
        (folder / ".venv" / stamp).touch()
    return folder


# Commands


def test_every_command_is_run_by_a_test() -> None:
    assert sorted(set(commands())) == sorted(RUNNERS)
    assert len(RUNNERS) > 12
    assert all(callable(globals()[name]) for name in RUNNERS.values())


@runs("make site")
def test_make_site_builds_the_whole_site(prepared: Path) -> None:
    run("make site", prepared)
    assert is_whole(prepared / "site")


def test_make_sets_up_the_environment_first_where_there_is_none(tmp_path: Path) -> None:
    steps = run("make -n site", copy_repository(tmp_path)).splitlines()
    assert "python3 -m venv .venv" in steps
    install = ".venv/bin/python -m pip install --quiet --editable ."
    assert (
        steps.index("python3 -m venv .venv")
        < steps.index(install)
        < steps.index(".venv/bin/mkdocs build --strict --clean")
    )


@runs("make serve")
def test_make_serve_shows_the_preview(prepared: Path, tmp_path: Path) -> None:
    serves("make serve", prepared, tmp_path / "log.txt")


def test_the_preview_is_where_the_readme_says() -> None:
    assert "dev_addr" not in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert f"http://{dict(MkDocsConfig._schema)['dev_addr'].default}," in README


@pytest.mark.installation
@runs(
    *("python3 -m venv .venv", ".venv/bin/python -m pip install -e .", ".venv/bin/mkdocs build --strict"),
    *("py -m venv .venv", r".venv\Scripts\python -m pip install -e .", r".venv\Scripts\mkdocs serve"),
)
def test_the_ways_without_make_build_the_whole_site_and_serve_it(tmp_path: Path) -> None:
    plain = copy_repository(tmp_path / "plain")
    *steps, preview = (
        command.replace("py ", "python3 ").replace("\\Scripts\\", "/bin/")
        for block in blocks("bat")
        for command in block.splitlines()
    )
    assert steps == ["python3 -m venv .venv", ".venv/bin/python -m pip install -e ."], "on Windows as elsewhere"
    for step in (*steps, ".venv/bin/mkdocs build --strict"):
        run(step, plain)
    assert is_whole(plain / "site")
    assert "Alles in Ordnung" in run(".venv/bin/ebenerdig check", plain)
    serves(preview, plain, tmp_path / "log.txt")


@pytest.mark.installation
@runs("uv run mkdocs serve", "uv run pytest")
def test_the_way_with_uv_serves_and_tests(tmp_path: Path) -> None:
    copy = copy_repository(tmp_path / "copy")
    assert re.search(ALL_PASSED, run("uv run pytest", copy, **ONE_QUICK_FILE), re.MULTILINE)
    serves("uv run mkdocs serve", copy, tmp_path / "log.txt")


@runs("make test")
def test_make_test_runs_pytest_and_says_how_long_it_took_and_what_it_left_out(prepared: Path) -> None:
    said = run("make test", prepared, **ONE_QUICK_FILE)
    assert re.search(ALL_PASSED, said, re.MULTILINE)
    assert "slowest 15 durations" in said and re.search(r"passed in [\d.]+s", said) and "Left out: " in said


@runs("make check")
def test_make_check_runs_every_checker(prepared: Path) -> None:
    steps = run("make -n check", prepared).splitlines()
    checkers = (
        "ruff format --check hooks tests",
        "ruff check hooks tests",
        "mypy",
        "ebenerdig check --site site",
        "pytest -n auto --dist worksteal --durations 15",
    )
    assert steps[-5:] == [f".venv/bin/{checker}" for checker in checkers]


def test_the_checkers_find_what_they_are_for(prepared: Path) -> None:
    assert "All checks passed" in run(".venv/bin/ruff check hooks/ebenerdig/problems.py", prepared)
    bad = prepared / "hooks/bad.py"
    bad.write_text("import os\n", "utf-8")
    done = subprocess.run([".venv/bin/ruff", "check", "hooks/bad.py"], cwd=prepared, capture_output=True)
    bad.unlink()
    assert done.returncode == 1 and b"F401" in done.stdout


@runs("make bench")
def test_make_bench_measures_both_ways(prepared: Path) -> None:
    rows = run("make bench", prepared, COUNTS="2 3", PLAIN="2").splitlines()
    measured = [" ".join(row.split()[:-6]) for row in rows if re.match(r"(ebenerdig|no search|plain) ", row)]
    assert measured == ["no search", "no search", "ebenerdig", "plain"]
    counts = re.search(r"make bench +# ([\d,]+), ([\d,]+) and ([\d,]+) items", README)
    assert counts
    command = f"tests/bench.py --without-search {counts[1]} {counts[2]} {counts[3]}".replace(",", "")
    assert command in run("make -n bench", prepared)


@runs("make bench-peers")
def test_make_bench_peers_installs_the_others_into_build_and_measures_as_the_guide_says(prepared: Path) -> None:
    *installs, command = run("make -n bench-peers", prepared).splitlines()
    places = [words[1] for line in installs for words in [re.split(" --(?:target|prefix) ", line)] if len(words) > 1]
    assert [place.split()[0] for place in places] == ["build/peers/hugo", "build/peers/eleventy"]
    items, rounds, edits = re.findall(r"make bench-peers .*ITEMS=(\d+) ROUNDS=(\d+) EDITS=(\d+)", README)[0]
    assert command == f".venv/bin/python tests/bench_peers.py --rounds {rounds} --edits {edits} {items}"


@runs("make lighthouse")
def test_make_lighthouse_judges_all_pages_and_the_long_ones(prepared: Path) -> None:
    steps = run("make -n lighthouse", prepared).splitlines()
    assert any(re.match(r"npm install --prefix build/lighthouse .* lighthouse@[\d.]+$", step) for step in steps)
    assert steps[-2:] == [".venv/bin/python tests/lighthouse.py", ".venv/bin/python tests/long_pages.py"]


@runs("make mutants")
def test_make_mutants_draws_a_sample_and_tells_what_was_noticed(prepared: Path) -> None:
    assert "tests/mutants.py --sample 150 --seed 1" in run("make -n mutants", prepared)
    command = ".venv/bin/python tests/mutants.py --sample 1 --places media/mpeg.py --tests tests/test_progress.py"
    assert "0 of 1 changes were noticed: 0%, seed 1" in run(command, prepared), "these tests never go there"
    assert len(run(command, prepared).splitlines()) == 2, "what is known is not tried again"


@runs("make media")
def test_make_media_makes_what_is_missing(tmp_path: Path, prepared: Path) -> None:
    copy = shutil.copytree(prepared, tmp_path / "copy", symlinks=True)
    cover = copy / "tours/rundgang-durch-die-werkhalle/cover.jpg"
    cover.unlink()
    said = run("make media", copy)
    items = len(list(copy.glob("*/*/script.md")))
    assert f"1 made, {items - 1} unchanged, 0 with mistakes" in " ".join(said.split())
    with Image.open(cover) as picture:
        assert picture.size == (1600, 900)


@runs("make pictures")
def test_make_pictures_takes_every_picture_that_the_readme_shows(prepared: Path) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((\.github/pictures/[\w-]+\.webp)\)", README)
    assert len(shown) == 4
    for name in shown:
        (prepared / name).unlink(missing_ok=True)
    run("make pictures", prepared)
    for name in shown:
        with Image.open(prepared / name) as picture:
            assert picture.size == ((390, 844) if "phone" in name else (1280, 800)), name
            colours = picture.convert("RGB").resize((64, 64)).getcolors()
            assert colours is None or len(colours) > 50, name
            brightness = sum(picture.convert("L").resize((1, 1)).tobytes())
            assert (brightness < 100) is ("dark" in name), name


@runs("make schema")
def test_make_schema_writes_schemas(prepared: Path) -> None:
    run("make schema", prepared)
    assert {"episode.json", "video.json", "tour.json"} <= {path.name for path in prepared.glob("build/schema/*")}


@pytest.mark.installation
@runs("make pins")
def test_make_pins_writes_every_version_with_its_checksum_and_no_address(prepared: Path) -> None:
    run("make pins", prepared)
    for name in (".ci/site.txt", ".ci/dev.txt", "tests/package-lock.json"):
        text = (prepared / name).read_text("utf-8")
        assert not re.search(r"https?:|\bfile:", text), name
        assert text.count("sha256:") > 100 or text.count("sha512-") > 30, name
    assert missing_pins(prepared) == []


@pytest.mark.installation
@runs("make package")
def test_make_package_builds_wheel_and_sdist_with_the_theme_and_a_new_library_inside(prepared: Path) -> None:
    run("make package", prepared)
    [wheel], [sdist] = prepared.glob("build/package/*.whl"), prepared.glob("build/package/*.tar.gz")
    inside = zipfile.ZipFile(wheel).namelist()
    assert {"ebenerdig/theme/frame.html", "ebenerdig/editing/starter/mkdocs.yml", "mkdocs_events.py"} <= set(inside)
    assert sdist.name.partition("-")[2].removesuffix(".tar.gz") == wheel.name.split("-")[1]


@pytest.mark.installation
@runs("make sbom")
def test_make_sbom_lists_all_that_is_pinned_with_licences_and_what_needs_what(prepared: Path) -> None:
    run("make sbom", prepared)
    written = (prepared / "build/sbom.json").read_text("utf-8")
    listed = json.loads(written)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert listed["bomFormat"] == "CycloneDX"
    assert listed["metadata"]["component"]["name"] == project["name"]
    assert listed["metadata"]["component"]["version"] == project["version"]
    parts = {canonicalize_name(part["name"]): part for part in listed["components"]}
    pins = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / ".ci/site.txt").read_text("utf-8"), re.MULTILINE))
    assert {name: part["version"] for name, part in parts.items()}.items() <= pins.items()
    direct = {canonicalize_name(Requirement(wanted).name) for wanted in project["dependencies"]}
    names = {part["bom-ref"]: name for name, part in parts.items()}
    needs = {needed["ref"]: needed.get("dependsOn", []) for needed in listed["dependencies"]}
    assert {names[ref] for ref in needs[listed["metadata"]["component"]["bom-ref"]]} == direct
    assert [name for name, part in parts.items() if not part.get("licenses")] == []
    assert str(prepared) not in written
    run("make sbom", prepared)
    assert (prepared / "build/sbom.json").read_text("utf-8") == written


def test_what_workflows_run_exists_and_what_they_take_from_elsewhere_has_a_version() -> None:
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        assert set(yaml.safe_load(text)) == {"name", True, "permissions", "jobs"}, "YAML takes `on` for a truth"
        assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", used) for used in re.findall(r"uses: (\S+)", text))
        asked = [word for line in re.findall(r"^ +make (.+)$", text, re.MULTILINE) for word in line.split()]
        assert asked and [word for word in asked if "=" not in word and word not in targets] == []
        assert all(os.access(ROOT / script, os.X_OK) for script in re.findall(r"run: (\.ci/\w+)", text))


def test_a_lower_bound_that_is_never_installed_is_named() -> None:
    done = subprocess.run([sys.executable, ".ci/bounds"], cwd=ROOT, capture_output=True, encoding="utf-8")
    named = {line.split(" is ")[0]: line.split(" is ")[1].split()[0] for line in done.stderr.splitlines()}
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    newer = {str(r): metadata.version(r.name) for r in map(Requirement, wanted) if re.search(r">=([\d.]+)", str(r))}
    assert done.returncode == 1
    assert {r: v for r, v in newer.items() if not v.startswith(r.split(">=")[1].split(",")[0])}.items() <= named.items()


def missing_pins(root: Path) -> list[str]:
    """What pyproject.toml asks for and the pins do not hold, or not in a version that is allowed."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    wanted = {"site": project["project"]["dependencies"] + project["build-system"]["requires"]}
    wanted["dev"] = wanted["site"] + project["dependency-groups"]["dev"]
    found = []
    for name, requirements in wanted.items():
        lines = re.findall(r"^([\w.-]+)==([^\s;]+)", (root / f".ci/{name}.txt").read_text("utf-8"), re.MULTILINE)
        pins: dict[str, list[str]] = {}
        for package, version in lines:
            pins.setdefault(package, []).append(version)
        for requirement in map(Requirement, requirements):
            versions = pins.get(re.sub(r"[-_.]+", "-", requirement.name).lower(), [])
            if not versions or not all(map(requirement.specifier.contains, versions)):
                found.append(f"{name}: {requirement}")
    return found


def test_what_ci_installs_is_what_the_project_asks_for() -> None:
    assert missing_pins(ROOT) == [], "run `make pins`"
    asked = json.loads((ROOT / "tests/package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((ROOT / "tests/package-lock.json").read_text("utf-8"))
    assert lock["packages"][""]["dependencies"] == asked, "run `make pins`"


def test_with_pins_make_installs_exactly_these(tmp_path: Path) -> None:
    steps = run("make -n check PINNED=1", copy_repository(tmp_path))
    installs = [
        " ".join(line.split()) for line in steps.splitlines() if re.search("pip install|npm (ci|install)", line)
    ]
    pip = ".venv/bin/python -m pip install --quiet"
    assert installs == [
        f"{pip} --require-hashes --requirement .ci/site.txt",
        f"{pip} --no-deps --no-build-isolation --editable .",
        f"{pip} --require-hashes --requirement .ci/dev.txt",
        "npm ci --prefix tests --no-audit --no-fund --silent; fi",
    ]


def test_make_installs_programs_only_where_they_are_missing(prepared: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in ("make", "sh", "echo", "id"):
        (bare / name).symlink_to(str(shutil.which(name)))
    done = subprocess.run(["make", "debian"], cwd=prepared, env=surroundings(PATH=str(bare)), capture_output=True)
    assert done.returncode == 2
    assert b"Please install: chromium ffmpeg espeak-ng" in done.stdout
    for name in ("chromium", "ffmpeg", "espeak-ng"):
        (bare / name).symlink_to("/bin/true")
    assert run("make debian", prepared, PATH=str(bare)).strip() in ("", "make: Nothing to be done for 'debian'.")


# What it tells


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_of_ebenerdig_is_told_and_has_a_help_text(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(rf"^(\w+):[^\n]*\n(?:\t[^\n]*\n)*?\t\$\(BIN\)/ebenerdig {name}\b", makefile, re.MULTILINE)
    assert f"`ebenerdig {name}`" in README or any(f"make {target} " in README for target in targets)
    assert len(main.commands[name].help or "") > 20


def test_every_target_of_make_is_told() -> None:
    targets = re.findall(r"^([\w-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert sorted(f"make {target}" for target in targets) == sorted({c for c in commands() if c.startswith("make ")})


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The README's episode in a library of its own, beside the sample's registers."""
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("packages"))
    folder = tmp_path / "episodes/datensicherung"
    folder.mkdir(parents=True)
    [text] = blocks("markdown")
    (folder / "index.md").write_text(text, "utf-8")
    (folder / "audio.mp3").write_bytes(silent_mp3(3))
    (folder / "transcript.vtt").write_text(TRANSCRIPT, "utf-8")
    (folder / "cover.jpg").write_bytes(jpeg(1400))
    return tmp_path


def test_the_smallest_episode_is_right_and_has_at_most_eight_fields(example: Path) -> None:
    text = (example / "episodes/datensicherung/index.md").read_text("utf-8")
    assert len(yaml.safe_load(text.split("---\n")[1])) <= 8
    catalogue = build(*load_project(example, environ=THE_DAY_AFTER))
    assert [problem for problem in catalogue.problems if problem.severity == "error"] == []
    assert [entry.id for entry in catalogue.entries] == ["episodes/datensicherung"]
    feed = dict(podcasts(catalogue))["feed/podcast.xml"].decode()
    assert "7d0c9a52-6a0e-4d0e-9d57-3f5b0a3c1c11" in feed


def test_no_field_of_the_smallest_episode_can_be_left_out(example: Path) -> None:
    path = example / "episodes/datensicherung/index.md"
    lines = path.read_text("utf-8").split("\n")
    fields = lines[1 : lines.index("---", 1)]
    for field in fields:
        path.write_text("\n".join(line for line in lines if line != field), "utf-8")
        found = build(*load_project(example, environ=THE_DAY_AFTER)).problems
        assert [problem for problem in found if problem.severity == "error"], field


def test_the_example_of_a_mistake_is_what_comes_out(example: Path) -> None:
    path = example / "episodes/datensicherung/index.md"
    [shown] = blocks("text")
    told = "\n".join(line[2:] for line in shown.rstrip().splitlines())
    line = re.match(r"episodes/datensicherung/index\.md:(\d+):", told)
    assert line
    lines = path.read_text("utf-8").split("\n")
    lines.insert(int(line[1]) - 1, told.splitlines()[1].strip())
    path.write_text("\n".join(lines), "utf-8")
    project, problems = load_project(example, environ=THE_DAY_AFTER)
    found = [problem for problem in build(project, problems).problems if problem.severity == "error"]
    assert report(found, project.texts) == told


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_file_it_names_is_there(guide: Path) -> None:
    text = guide.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    headings = {re.sub(r"\W+", "-", line.lower()) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for link in links:
        if link.startswith("#"):
            assert link[1:] in headings, link
        else:
            assert (guide.parent / link).exists(), link
    named = re.findall(r"`((?:content|hooks|tests)/[\w./-]+)`", text)
    for cell in re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE):
        named += [
            name if "hooks/" in name or "tests/" in name else f"hooks/ebenerdig/{name}"
            for name in re.findall(r"`([^`]+)`", cell)
        ]
    assert len(links) + len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_it_needs_the_python_that_it_says() -> None:
    said = re.search(r"Python (3\.\d+) or newer", README)
    assert said and f'requires-python = ">={said[1]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_build_on_ci_is_what_the_readme_says() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make site", "make check"]
    assert os.access(ROOT / ".ci/run", os.X_OK) and os.access(ROOT / ".ci/versions", os.X_OK)
