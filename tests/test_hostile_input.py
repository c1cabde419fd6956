"""What must never happen, whatever stands in the files: scripts on pages, files from elsewhere, endless work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from ebenerdig.catalogue import Catalogue
from ebenerdig.models.formats import FORMATS
from ebenerdig.notes import NO_XML, TAGS, clean, for_feed
from ebenerdig.outputs import OUTPUTS, finished
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import SEARCH, plan
from ebenerdig.outputs.search.findable import findable
from ebenerdig.outputs.writing import write
from ebenerdig.problems import report
from ebenerdig.reading.door import MAX_BYTES
from ebenerdig.reading.links import linked_files, linked_paths
from ebenerdig.reading.source import read_page, read_register
from ebenerdig.texts import texts
from hypothesis import example, given
from hypothesis import strategies as st
from library import SMALLEST, Library, silent_mp3
from lxml import etree, html
from markdown import Markdown

PAGE = "https://ebenerdig.example/episodes/folge/"
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "'><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "</title></textarea><script>alert(1)</script>",
    "<a href=javascript:alert(1)>hier</a>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
"""Each fits into a title."""

HOSTILE_NOTES = """\
<script>alert(1)</script>
<img src=x onerror=alert(1)>
<svg onload=alert(1)><circle/></svg>
<iframe src="https://evil.example"></iframe>
<object data="x.swf"></object><embed src="x"><form action="//evil.example"><input></form>
<style>body { background: url(//evil.example) }</style>
<p style="position:fixed" onclick="alert(1)" class="a" id="b">Text</p>
<base href="//evil.example/"><meta http-equiv="refresh" content="0;url=//evil.example">
<math><mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></mtext></math>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>)
[d](vbscript:x) <javascript:alert(1)> ![e](javascript:alert(1)) [f](&#106;avascript:alert(1))
<a href="java&#10;script:alert(1)">g</a> <a href=" javascript:alert(1)">h</a> <a href="\x01javascript:alert(1)">i</a>

[j]: javascript:alert(1)

[k][j] [l](https://example.org "title onmouseover=alert(1)")
"""


def dangers(markup: str) -> list[str]:
    """List what could run or reach out in a piece of HTML, as a browser's parser sees it."""
    found = []
    allowed = TAGS | SITE_TAGS
    markup = NO_XML.sub("", markup)
    for node in html.fragment_fromstring(markup, create_parent="div").iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag not in allowed:
            found.append(f"<{node.tag}>")
        for name, value in node.attrib.items():
            address = re.sub(r"[\x00-\x20]", "", str(value)).lower()
            if str(name).lower().startswith("on") or name in ("style", "srcdoc", "formaction"):
                found.append(f"{node.tag} {name}")
            if name in ("href", "src", "action", "poster", "data", "xlink:href") and re.match(
                r"(?!https?:|mailto:|tel:|podcast:|pcast:)[a-z][a-z0-9+.-]*:", address
            ):
                found.append(f"{node.tag} {name}={value}")
    return found


SITE_TAGS = {
    *("article", "section", "header", "footer", "nav", "h1", "time", "main", "button", "audio", "video", "source"),
    *("track", "svg", "path", "circle", "ellipse", "rect", "g", "label", "select", "option", "input", "form"),
    *(
        "picture",
        "output",
        "fieldset",
        "legend",
        "eb-player",
        "eb-transcript",
        "eb-embed",
        "eb-search",
        "kbd",
        "template",
    ),
}
"""What our own templates use besides what notes may hold."""


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=' java\nscript:x'>",
        "<iframe src=x></iframe>",
        "<p style='x'>",
        "<img src='data:x'>",
        "<svg onload=x></svg>",
    ],
)
def test_the_search_for_dangers_finds_them(markup: str) -> None:
    assert dangers(markup)


# Notes


def test_hostile_notes_become_harmless_on_pages() -> None:
    cleaned = clean(Markdown(extensions=["tables", "sane_lists", "footnotes", "toc"]).convert(HOSTILE_NOTES))
    assert dangers(cleaned) == []
    assert '<p class="a" id="b">Text</p>' in cleaned
    assert 'href="https://example.org"' in cleaned


def test_hostile_notes_become_harmless_in_feeds() -> None:
    cleaned = for_feed(HOSTILE_NOTES, PAGE)
    assert dangers(cleaned) == []
    assert "<p>Text</p>" in cleaned


NOTE_PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*"<>\"'&;:/=()[]!`*_#\n\t \\", "script", "on", "load=", "javascript:", "href=", "src=", "<a ", "<img ",
             "](", "&#x6a;", "--", "]]>", "<!--", "-->", "//[", "svg", "math", "style", "template", "\x00", "\u2028"]
        ),
        st.text(max_size=5),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(NOTE_PARTS)
@example("[a](//[x)")
@example("[a](https://[/x.md)")
@example("![a](http://a]b)")
@example("\x00")
@example("[" * 2000)
@example("> " * 300 + "a")
def test_any_notes_become_harmless_html_everywhere(body: str) -> None:
    assert dangers(for_feed(body, PAGE)) == []
    assert dangers(clean(body)) == []
    lines = body.split("\n")
    assert all(1 <= line <= len(lines) and column >= 1 for line, column, _ in linked_paths(body))
    assert all(isinstance(name, str) for name in linked_files(body))


@given(NOTE_PARTS)
def test_cleaning_twice_changes_nothing(body: str) -> None:
    once = clean(body)
    assert clean(once) == once


# Whole pages


def quoted(text: str) -> str:
    """Write a text as YAML that means exactly it."""
    return "'" + text.replace("'", "''") + "'"


@pytest.fixture(params=ATTACKS, ids=range(len(ATTACKS)))
def attacked(library: Library, request: pytest.FixtureRequest) -> Library:
    """A library in which every field that takes words holds an attack."""
    attack: str = request.param
    evil = quoted(attack)
    image = f"{{file: cover.jpg, alt: {evil}, credit: {evil}, license: CC-BY-4.0}}"
    shared: dict[str, typing.Any] = {
        "title": evil,
        "description": evil,
        "topics": "[energie]",
        "technologies": "[sensorik]",
        "industries": "[handwerk]",
        "funding": "[muster]",
        "license": "CC-BY-4.0",
        "ai_use": "generated",
        "use_case": "{"
        + ", ".join(f"{k}: {evil}" for k in ["problem", "solution", "effort", "cost", "benefit", "pitfall"])
        + "}",
        "takeaways": f"[{evil}, {evil}, {evil}]",
        "next_step": f"{{label: {evil}, link: packages}}",
        "links": f"[{{title: {evil}, url: 'https://example.org/?a=\"><script>'}}]",
        "image": image,
    }
    who = f"[{{person: mara-lindner, role: {evil}}}]"
    chapters = f"[{{start: 0, title: {evil}, url: 'https://example.org/'}}, {{start: 1, title: {evil}}}]"
    spoken = attack.replace("-->", "")
    vtt = f"WEBVTT\n\n00:00.000 --> 00:01.000\n<v {spoken.replace('>', '&gt;')}>{html_escape(spoken)}\n".encode()
    library.item(
        "episodes/folge", HOSTILE_NOTES, {"transcript.vtt": vtt, "audio.mp3": silent_mp3(30)},
        **shared, guests=who, hosts=who, company="werkhalle",
        feed_title=evil,
        chapters=chapters, location=f"{{name: {evil}}}", episode_display="1 <b>&amp;",
        content_links=f"[{{url: 'https://example.org/', text: {evil}}}]", consent="{mara-lindner: 2026-01-01}",
        soundbite=f"[{{start: 0, duration: 20, title: {evil}}}]",
    )  # fmt: skip
    term = f"{{name: {evil}, definition: {evil}, also_called: [{evil}], distinction: {evil}, sme_example: {evil}}}"
    library.item(
        "videos/film", HOSTILE_NOTES, {"captions.vtt": vtt}, **shared, kind="term", term=term, speakers=who,
        method=f"{{steps: [{evil}], material: [{evil}], time: {evil}, people: {evil}}}", chapters=chapters,
        feed_title=evil,
        audio_description=f"{{status: not_needed, reason: {evil}}}",
    )  # fmt: skip
    library.item(
        "tours/tour", HOSTILE_NOTES, **shared, guides=who, cost=evil, transport=f"[{evil}]", mode="on_site",
        dates="[{start: 2027-01-01 10:00, end: 2027-01-01 12:00}]",
        meeting_point=f"{{name: {evil}, street: {evil}, city: {evil}, hint: {evil}, lat: 50.1, lon: 10.1}}",
        arrival=f"{{stop: {evil}, parking: {evil}, charging: {evil}, bicycle: {evil}}}",
        stops=f"[{{title: {evil}, place: {evil}, text: {evil}, what_to_see: {evil}, question: {evil}}}]",
        registration="{required: true, link: 'mailto:a@b.de'}", admission=f"{{protective_clothing: {evil}}}",
        accessibility=f"{{step_free: {evil}, lift: {evil}, toilet: {evil}, noise: {evil}}}",
        agenda=f"[{{time: 9:30, text: {evil}}}]", report="[episodes/folge]",
    )  # fmt: skip
    library.write(
        "content/packages/paket.md",
        f"---\ntitle: {evil}\ndescription: {evil}\ngoal: {evil}\nwhy: {evil}\nlevels: 1\nareas: data\n"
        f"items: [episodes/folge, videos/film]\nclosing: {{label: {evil}, link: packages}}\n---\n{HOSTILE_NOTES}",
    )
    record = f"{{name: {evil}, description: {evil}, links: [{{title: {evil}, url: 'https://example.org/'}}]"
    registers = {
        "levels": f'"1": {record}, content: {evil}}}\n"2": {record}}}\n',
        "areas": f"data: {record}}}\n",
        "topics": f"energie: {record}, also_called: [{evil}]}}\n",
        "technologies": f"sensorik: {record}}}\n",
        "industries": f"handwerk: {record}}}\n",
        "people": f"mara-lindner: {record}, role: {evil}, organisation: werkhalle}}\n",
        "organisations": f"werkhalle: {record}, city: {evil}, invented: true}}\n",
        "funders": f"muster: {record}, text: {evil}, valid_from: 2020-01-01}}\n",
    }
    for name, content in registers.items():
        library.write(f"content/_data/{name}.yml", content)
    shows = (library.root / "content/_data/shows.yml").read_text("utf-8")
    shows = shows.replace("Ebenerdig – der Podcast", evil).replace("Menschen erzählen.", evil)
    shows += (
        f"  seasons: {{1: {evil}}}\n  funding: [{{url: 'https://example.org/', text: {evil}}}]\n"
        f"  txt: [{{text: {evil}, purpose: {evil}}}]\n  location: {{name: {evil}}}\n"
        f"  update_frequency: {{text: {evil}}}\n"
    )
    library.write("content/_data/shows.yml", shows)
    library.check_is_fine()
    return library


def html_escape(text: str) -> str:
    """Write a text for a caption file."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def rendered(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Render the inside of every page with its notes."""
    articles, markdown = Articles(catalogue), Markdown(extensions=["tables", "sane_lists", "footnotes", "toc"])
    for page in plan(catalogue):
        notes = clean(markdown.reset().convert(page.source.body)) if page.source else ""
        yield page.uri, articles.render(page, notes)


OWN_SCRIPTS = (
    '<link rel="stylesheet" href="../assets/stylesheets/search.css">',
    '<script type="module" src="../assets/javascripts/search/page.js"></script>',
)
"""What only the search page loads."""


def test_no_page_takes_words_for_markup(attacked: Library) -> None:
    catalogue = attacked.catalogue()
    pages = dict(rendered(catalogue))
    assert {"index.md", "episodes/folge/index.md", "tours/tour/index.md", "glossary/index.md"} <= set(pages)
    for own in OWN_SCRIPTS:
        assert own in pages[SEARCH]
        pages[SEARCH] = pages[SEARCH].replace(own, "")
    assert {uri: found for uri, page in pages.items() if (found := dangers(page))} == {}
    title = catalogue.by_id["episodes/folge"].item.title
    (heading,) = html.fragment_fromstring(pages["episodes/folge/index.md"], create_parent="div").iter("h1")
    assert heading.text_content() == title


def test_no_hit_of_the_search_takes_words_for_markup(attacked: Library) -> None:
    cards = [record.card for record in findable(attacked.catalogue())]
    assert len(cards) > 4
    assert [found for card in cards if (found := dangers(card))] == []


def test_no_feed_and_no_transcript_takes_words_for_markup(attacked: Library) -> None:
    catalogue = attacked.catalogue()
    made = {name: finished(content) for output in OUTPUTS for name, content in output(catalogue)}
    feed = made["feed/podcast.xml"]
    assert isinstance(feed, bytes)
    channel = etree.fromstring(feed).find("channel")
    assert channel is not None
    assert channel.findtext("item/title") == catalogue.by_id["episodes/folge"].item.title
    (notes,) = [node.text or "" for node in channel.iter("{http://purl.org/rss/1.0/modules/content/}encoded")]
    assert dangers(notes) == []
    page = made["episodes/folge/read/transcript.html"]
    assert isinstance(page, bytes)
    inside = re.sub(r"(?s).*<body>|</body>.*", "", page.decode())
    assert dangers(inside) == []


def test_what_is_internal_or_consented_never_leaves_the_repository(library: Library, tmp_path: Path) -> None:
    library.item(
        "episodes/folge", "Notizen.\n", {"script.md": b"Geheimes Drehbuch", "notizen.txt": b"Geheime Notizen"},
        internal="{honorar: Geheime 500 Euro}", guests="[{person: mara-lindner}]", consent="{mara-lindner: 2021-11-13}",
    )  # fmt: skip
    catalogue = library.catalogue()
    assert "episodes/folge" in catalogue.by_id
    site = tmp_path / "site"
    assert write(catalogue, site) > 0
    published = [path.read_bytes() for path in site.rglob("*") if path.is_file()]
    published += [page.encode() for _, page in rendered(catalogue)]
    for secret in (b"Geheim", b"honorar", b"2021-11-13", b"13. November 2021"):
        assert [content for content in published if secret in content] == []


@pytest.mark.parametrize("character", ["\\x01", "\\x7f", "\\uFFFE", "\\uFFFF", "\\u202E"])
@pytest.mark.parametrize("field", ["title", "description", "guid", "next_step"])
def test_a_character_that_no_feed_may_hold_is_refused(library: Library, field: str, character: str) -> None:
    value = f'"abcdefgh{character}"'
    changed: dict[str, typing.Any] = {field: f"{{label: {value}, link: packages}}" if field == "next_step" else value}
    library.item("episodes/folge", **changed)
    kept = field == "guid" and character == "\\u202E"  # old feeds have such, and apps go by every character
    assert library.codes() in ([[]] if kept else [["control-character"], ["pattern"]])


def test_control_characters_in_notes_do_not_break_the_feed(library: Library) -> None:
    library.item("episodes/folge", "Ein \x08 und \x1b[31m und \ufffe und \x00 Ende.\n")
    library.check_is_fine()
    made = {name: finished(content) for output in OUTPUTS for name, content in output(library.catalogue())}
    feed = made["feed/podcast.xml"]
    assert isinstance(feed, bytes)
    assert "Ende." in (
        etree.fromstring(feed).findtext("channel/item/{http://purl.org/rss/1.0/modules/content/}encoded") or ""
    )


# Files from elsewhere


@pytest.mark.parametrize(
    "name", ["../../geheim.mp3", "/etc/passwd", "a/../../x.mp3", "..", "c:\\x.mp3", "file:///etc/passwd"]
)
def test_no_file_outside_the_folder_is_published(library: Library, tmp_path: Path, name: str) -> None:
    library.write("geheim.mp3", "geheim")
    library.item("episodes/folge", audio=quoted(name))
    assert library.problems()
    site = tmp_path / "site"
    write(library.catalogue(), site)
    assert [path for path in site.rglob("*") if path.is_file() and b"geheim" in path.read_bytes()] == []


def test_a_symbolic_link_out_of_the_folder_is_not_published(library: Library, tmp_path: Path) -> None:
    library.item("episodes/folge", image="{file: bild.png, alt: a, credit: b, license: CC-BY-4.0}")
    secret = library.write("geheim.txt", "geheim")
    (library.root / "episodes/folge/bild.png").symlink_to(secret)
    assert library.codes() == ["file-outside"]


def test_an_id_in_a_register_cannot_name_a_file_elsewhere(library: Library, tmp_path: Path) -> None:
    shows = (library.root / "content/_data/shows.yml").read_text("utf-8")
    library.write("content/_data/shows.yml", shows.replace("podcast:\n", '"../../hinaus":\n', 1))
    assert "register-key" in library.codes()
    write(library.catalogue(), tmp_path / "a" / "b" / "site")
    assert list(tmp_path.rglob("hinaus*")) == []


# Endless work

HUGE = {
    "brackets": "a: " + "[" * 300_000,
    "closed brackets": "a: " + "[" * 300_000 + "]" * 300_000,
    "braces": "a: " + "{a: " * 300_000,
    "dashes": "- " * 500_000,
    "question marks": "? " * 500_000,
    "steps": "\n".join(" " * depth + "a:" for depth in range(1500)),
    "laughs": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "a circle": "a: &a [*a]",
    "one long word": "a: " + "x" * 1_900_000,
    "many keys": "".join(f"k{number}: x\n" for number in range(100_000)),
    "quotes": "a: " + '"' * 500_000,
}


@pytest.mark.parametrize("front", HUGE.values(), ids=HUGE.keys())
def test_a_front_matter_made_to_exhaust_is_refused_in_time_and_memory(tmp_path: Path, front: str) -> None:
    Library(tmp_path).write("a.md", f"---\n{front}\n---\n")
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)\n"
        "from pathlib import Path\n"
        "from ebenerdig.reading.source import read_page\n"
        "from ebenerdig.reading.validate import validate\n"
        "from ebenerdig.models import Episode\n"
        "root = Path(sys.argv[1])\n"
        "source, problems = read_page(root / 'a.md', root)\n"
        "if source: item, problems = validate(source, Episode)\n"
        "assert problems, 'no problem'\n"
        "from ebenerdig.problems import report\n"
        "from ebenerdig.texts import texts\n"
        "print(max(len(line) for line in report(problems[:5], texts('de')).split('\\n')))\n"
        "print(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))\n"
    )
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "hooks")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environ,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    longest, processor_seconds = done.stdout.split()
    assert int(longest) < 3000
    assert float(processor_seconds) < 30


@pytest.mark.parametrize("reader", [read_page, read_register])
def test_a_film_under_the_name_of_a_text_is_refused(tmp_path: Path, reader: typing.Any) -> None:
    path = Library(tmp_path).write("index.md", b"---\n" + b"a" * MAX_BYTES)
    source, (problem,) = reader(path, tmp_path)
    assert source is None
    assert problem.code == "too-large"
    assert "2 MB" in report([problem], texts("de"))


def test_a_page_that_is_a_folder_is_reported(library: Library) -> None:
    (library.root / "content/packages/ordner.md").mkdir(parents=True)
    (problem,) = library.problems()
    assert (problem.path, problem.code) == ("content/packages/ordner.md", "unreadable")


@pytest.mark.parametrize("field", ["audio", "transcript", "chapters_file", "image"])
@pytest.mark.parametrize(
    "name", ["x" * 5000 + ".mp3", "a/" * 500 + "b.mp3", ".", "index.md", "./audio.mp3", "a\u0301.mp3"]
)
def test_an_odd_file_name_is_read_or_reported_but_never_raises(library: Library, field: str, name: str) -> None:
    value = f"{{file: {quoted(name)}, alt: a, credit: b, license: CC-BY-4.0}}" if field == "image" else quoted(name)
    changed: dict[str, typing.Any] = {field: value}
    library.item("episodes/folge", **changed)
    found = library.problems()
    assert found == [] or report(found, texts("de"))


@pytest.mark.parametrize("link", ["x" * 5000, "a/" * 3000, "\x00", "%00", "a?b#c", "..", "%2e%2e/%2e%2e/geheim"])
def test_an_odd_link_in_the_notes_is_reported_but_never_raises(library: Library, tmp_path: Path, link: str) -> None:
    library.item("episodes/folge", f"[hier]({link})\n")
    assert {problem.code for problem in library.problems()} <= {"link", "link-near"}
    assert write(library.catalogue(), tmp_path / "site") > 0


def test_every_field_with_words_is_attacked() -> None:
    """The fixture above must grow with the models: every optional field of an item is in it or listed here."""
    source = Path(__file__).read_text("utf-8")
    harmless = {"draft", "language", "company_size", "roles", "prerequisites", "related", "internal", "review_by"}
    harmless |= {"show", "season", "episode", "episode_type", "chapters_file", "explicit", "alternates", "poster"}
    harmless |= {"sign_language", "duration", "route", "capacity", "needs_until", "block", "aliases", "translation_of"}
    missing = [
        f"{form.id}: {name}"
        for form in FORMATS
        for name in form.model.model_fields
        if name not in SMALLEST[form.folder] and name not in harmless and not re.search(rf'\b{name}=|"{name}":', source)
    ]
    assert missing == []
