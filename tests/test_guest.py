"""A good guest in MkDocs: other plugins and hooks find items as files, and what they do to notes is shown."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from sites import find, mkdocs, small_project

HOOK = """
from pathlib import Path

def on_files(files, config):
    for file in files.documentation_pages():
        if not file.generated_by:
            assert "title:" in Path(file.abs_src_path).read_text("utf-8"), file.src_uri
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
