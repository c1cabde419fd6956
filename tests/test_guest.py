"""A good guest in MkDocs: other plugins and hooks find items as files, and what they do to notes is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ebenerdig.reading.settings import unfit_settings
from lxml import etree, html
from sites import build, find, mkdocs, small_project

HOOK = """
from pathlib import Path

def on_files(files, config):
    for file in files.documentation_pages():
        text = Path(file.abs_src_path).read_text("utf-8")
        assert file.generated_by or "title:" in text, file.src_uri
    assert files.get_file_from_path("episodes/folge/index.md")

def on_page_markdown(markdown, page, config, files):
    return markdown.replace("WER", "Mara <script>alert(1)</script> **aus** der Werkhalle")

def on_page_content(html, page, config, files):
    return html.replace("WANN", "am Montag")

def on_page_context(context, page, config, nav):
    if page.file.src_uri in ("episodes/folge/index.md", "impressum.md"):
        print(page.edit_url, page.meta["title"])
"""


def test_other_hooks_know_items_as_files_and_what_they_write_is_shown(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge", "Notiz: WER kommt WANN?[^1]\n\n[^1]: Von hier.\n")
    library.write("hook.py", HOOK)
    library.write("content/index.md", "---\ntitle: Anfang\n---\nWillkommen.\n")
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    code = "repo_url: https://code.example/x/\nedit_uri: edit/main/content/\n"
    library.write("mkdocs.yml", code + settings.replace("events.py]", "events.py, hook.py]"))
    result = mkdocs(tmp_path, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert "https://code.example/x/edit/main/episodes/folge/index.md Ein kurzer Titel\n" in result.stdout
    assert "https://code.example/x/edit/main/content/impressum.md Impressum\n" in result.stdout
    page = html.parse(tmp_path / "site/episodes/folge/index.html").getroot()
    assert "Notiz: Mara aus der Werkhalle kommt am Montag?" in " ".join(page.text_content().split())
    assert find(page, "//strong[.='aus']") and not find(page, "//script[contains(., 'alert')]")
    feed = (tmp_path / "site/feed/podcast.xml").read_text("utf-8")
    for shown in (feed, html.tostring(page, encoding="unicode")):
        assert "Zurück zu Fußnote 1 im Text" in shown and "Jump back" not in shown


RICH = """[TOC]

## Zahlen

| Sensor | Wert |
| --- | ---: |
| Tür | 3 |

```python
if a < b: print("*ja*")
```

3. Drei
4. Vier

- Punkt

## Mehr

Siehe oben[^a]. ==Neu==

[^a]: Eine Fußnote.
"""


def test_pages_and_feeds_understand_the_same_markdown_and_mkdocs_yml_adds_to_pages(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge", RICH)
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert "markdown_extensions" not in settings
    library.write("mkdocs.yml", settings + "markdown_extensions: [pymdownx.mark]\n")
    site = build(tmp_path)
    [page] = find(html.parse(site / "episodes/folge/index.html").getroot(), "//article/div[@class='eb-prose']")
    feed = etree.parse(site / "feed/podcast.xml")
    notes = html.fragment_fromstring(feed.findtext(".//item/{*}encoded") or "", create_parent="div")
    count = len(page)
    assert [one.tag for one in page] == [one.tag for one in notes][:count]
    assert [one.text_content().split() for one in page][:-2] == [one.text_content().split() for one in notes][
        : count - 2
    ]
    for tag, number in {"h2": 2, "td": 2, "pre": 1, "ol[@start='3']/li": 2, "li/a": 2, "sup": 1, "hr": 1}.items():
        assert len(find(page, f".//{tag}")) == len(find(notes, f".//{tag}")) == number, tag
    assert find(page, ".//mark/text()") == ["Neu"]
    assert "==Neu==" in notes.text_content()


NAV = """
nav:
  - Anfang: index.md
  - Rechtliches:
      - impressum.md
      - Ihre Daten: datenschutz.md
  - Die Stadt: https://stadt.example/
  - episodes/folge/index.md
  - presse & mehr.md
"""


def test_the_footer_has_what_nav_names_in_its_order_and_never_loses_what_the_law_asks_for(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge", title="Eine <Folge>")
    library.write("content/presse & mehr.md", "---\ntitle: Presse & mehr\n---\nText.\n")
    library.write("mkdocs.yml", (tmp_path / "mkdocs.yml").read_text("utf-8") + NAV)
    page = html.parse(build(tmp_path) / "levels/index.html").getroot()
    first = find(page, "//footer//nav/ul")[0]
    assert [(link.text_content(), link.get("href")) for link in find(first, ".//a[not(@class)]")] == [
        ("Anfang", "../"),
        ("Impressum", "../impressum/"),
        ("Ihre Daten", "../datenschutz/"),
        ("Die Stadt", "https://stadt.example/"),
        ("Eine <Folge>", "../episodes/folge/"),
        ("Presse & mehr", "../presse%20%26%20mehr/"),
        ("Über diese Mediathek", "../ueber/"),
        ("Barrierefreiheit", "../barrierefreiheit/"),
    ]


FOREIGN = "def on_config(config):\n    config.use_directory_urls = False\n"


@pytest.mark.parametrize(
    ("before", "after", "place", "code"),
    [
        ("plugins: []", "plugins: []\nuse_directory_urls: false", "mkdocs.yml:13:1", "setting-directory-urls"),
        ("plugins: []", "plugins:\n  - offline", "mkdocs.yml:13:3", "setting-offline"),
        ("plugins: []", "plugins: [material/offline: {enabled: true}]", "mkdocs.yml:12:1", "setting-offline"),
        ("events.py]", "events.py, foreign.py]", "mkdocs.yml:1:1", "setting-directory-urls"),
    ],
)
def test_a_setting_that_would_make_dead_links_is_refused_and_the_built_site_stays(
    before: str, after: str, place: str, code: str, tmp_path: Path
) -> None:
    library = small_project(tmp_path)
    library.write("foreign.py", FOREIGN)
    library.write("site/index.html", "alt")
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    assert before in settings
    library.write("mkdocs.yml", settings.replace(before, after))
    result = mkdocs(tmp_path, "build")
    assert result.returncode == 1
    assert re.search(rf"^{place}: Fehler: .+ \[{code}\]$", result.stderr, re.MULTILINE), result.stderr
    assert "Traceback" not in result.stderr
    assert (tmp_path / "site/index.html").read_text("utf-8") == "alt"


def test_an_offline_plugin_that_is_switched_off_is_no_trouble(tmp_path: Path) -> None:
    small_project(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("plugins: []", "plugins: [offline: {enabled: false}]"))
    assert (build(tmp_path) / "index.html").is_file()


def test_the_plugin_for_translated_sites_is_refused_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("site_name: x\nplugins:\n  # i18n, since May\n  - i18n:\n      languages: []\n", "utf-8")
    [problem] = unfit_settings(path, ["search", "i18n"], True)
    assert (problem.path, problem.line, problem.column, problem.code) == ("mkdocs.yml", 4, 3, "setting-i18n")


OWN = "theme: {name: material, custom_dir: own}\n"
OUTPUT = """from ebenerdig.outputs import OUTPUTS

def numbers(catalogue):
    for entry in catalogue.entries:
        yield entry.url + "number.txt", str(1 // (entry.slug != "zwei")).encode()

OUTPUTS.append(numbers)
"""
ITEM, ITEMS = "episodes/zwei/index.md", "episodes/drei/index.md"
CASES = {
    "a name that is not there": ("own/articles/item.html", "a\n{{ nowhere }}", 2, ITEMS, "2"),
    "an item's fault": ("own/articles/item.html", "{{ 1 // (entry.slug != 'zwei') }}", 1, ITEM, ""),
    "broken syntax": ("own/partials/footer.html", "\n\n{% if %}", 3, "own/partials/footer.html", ""),
    "an output": ("hook.py", OUTPUT, 5, ITEM, ""),
    "the frame of all pages": ("own/main.html", "\n{{ nowhere.title }}", 2, "areas/data/index.md", "[0-9]{2}"),
    "the frame of one page": ("own/main.html", "{{ 1 // ('/zwei/' not in page.url) }}", 1, ITEM, ""),
    "a frame that begins nothing": ("own/main.html", "a\n{% endblock %}", 2, "own/main.html", ""),
    "a frame that extends another": ("own/main.html", "{% extends 'base.htm' %}", 1, "areas/data/index.md", "[0-9]{2}"),
    "a frame that is not UTF-8": ("own/main.html", "a\nä".encode("latin-1"), 2, "own/main.html", ""),
    "a part that is not UTF-8": ("own/articles/item.html", "a\n\nä".encode("latin-1"), 3, ITEMS, "2"),
    "the page for unknown addresses": ("own/404.html", "{{ nowhere.title }}", 1, "own/404.html", ""),
    "the sitemap": ("own/sitemap.xml", "\n{% for %}", 2, "own/sitemap.xml", ""),
    "a template among the content": ("content/robots.txt", "\n{{ nowhere.title }}", 2, "content/robots.txt", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_made_is_told_with_item_and_place_and_without_a_traceback(case: str, tmp_path: Path) -> None:
    name, content, line, path, others = CASES[case]
    library = small_project(tmp_path)
    for slug in ("eins", "zwei", "drei"):
        library.item(f"episodes/{slug}")
    library.write("hook.py", "")
    library.write("own/main.html", "{{ finished_page }}")
    library.write(name, content)
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("theme:\n  name: material\n  font: false\n", OWN).replace(
        "events.py]", "events.py, hook.py]"
    )
    library.write("mkdocs.yml", settings + ("extra_templates: [robots.txt]\n" if "robots" in name else ""))
    result = mkdocs(tmp_path, "build")
    assert result.returncode == 1, result.stderr
    assert "Traceback" not in result.stderr
    told = re.findall(r"^(\S+):1:1: Fehler: .+ \((\S+)\)\. (.+) \[not-made\]$", result.stderr, re.MULTILINE)
    assert [(told_path, place) for told_path, place, _ in told] == [(path, f"{name}:{line}")], result.stderr
    assert re.search(rf"\b{others} weiteren" if others else "^(?!.*weiteren)", told[0][2])
