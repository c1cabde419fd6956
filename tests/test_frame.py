"""The frame of every page: it is ours, small, and the same whatever theme MkDocs knows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ebenerdig.outputs.theme import THEME
from playwright.sync_api import Browser, Response
from sites import build, copy_repository, files, install, surroundings

ITEMS = sorted(path.parent.relative_to(THEME.parents[1]) for path in THEME.parents[1].glob("*/*/index.md"))
SIMPLE = ("impressum/", "ueber/", "datenschutz/", "barrierefreiheit/", "nowhere/", "levels/", "glossary/", "packages/")
SIMPLE_LIMIT, ITEM_LIMIT = 80_000, 150_000


@pytest.mark.parametrize("scale", [1, 3], ids=["desk", "phone"])
def test_a_page_loads_few_bytes_and_none_of_the_theme(browser: Browser, address: str, scale: int) -> None:
    width = 390 if scale == 3 else 1280
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 900}, device_scale_factor=scale, is_mobile=scale == 3
    )
    own = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*.*")}
    limits = dict.fromkeys(SIMPLE, SIMPLE_LIMIT) | {f"{item.as_posix()}/": ITEM_LIMIT for item in ITEMS}
    assert len(ITEMS) > 10
    for path, limit in limits.items():
        page, loaded = context.new_page(), dict[str, Response]()
        page.on("response", lambda answer, loaded=loaded: loaded.setdefault(answer.url.removeprefix(address), answer))
        page.goto(path, wait_until="networkidle")
        parts = {name for name in loaded if name.endswith((".js", ".css"))}
        assert parts and parts <= own, path
        total = sum(len(answer.body()) for answer in loaded.values())
        assert 30_000 < total <= limit, (path, total)
        page.close()
    context.close()


def test_with_another_theme_the_site_is_the_same(site: Path, tmp_path: Path) -> None:
    root = copy_repository(tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert "  name: material\n  font: false\n" in settings
    (root / "mkdocs.yml").write_text(settings.replace("  name: material\n  font: false\n", "  name: mkdocs\n"), "utf-8")
    there, here = files(build(root)), files(site)
    assert there.keys() == here.keys()
    assert [name for name, content in here.items() if there[name] != content] == []


@pytest.mark.installation
def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    packages, root = tmp_path / "packages", copy_repository(tmp_path / "library", like=site)
    install(packages, "properdocs")
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    surround = surroundings(PYTHONPATH=str(packages))
    done = subprocess.run(command, cwd=root, env=surround, capture_output=True, encoding="utf-8", timeout=200)
    assert done.returncode == 0, done.stderr
    there, here = files(root / "site"), files(site)
    assert there.keys() == here.keys()
    assert [name for name, content in here.items() if there[name] != content] == []
