"""Notes from other feeds as Markdown: it renders to the same words, links and lists, and is written in no time."""

from __future__ import annotations

import time
from html import escape

import pytest
from ebenerdig.feeds.importing.clean_markdown import markdown
from ebenerdig.feeds.importing.html_to_markdown import to_markdown
from ebenerdig.notes import for_feed
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

HERE = "https://funk.example/"


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>Ein <b> fetter </b>Text.</p><p>Zwei<br>Zeilen</p>", "Ein **fetter** Text.\n\nZwei  \nZeilen"),
        ("Eins<br><br>Zwei", "Eins\n\nZwei"),
        ("<b>Ver</b>trag, <i>Sinn</i>", "**Ver**trag, *Sinn*"),
        ("Da!<a href='https://a.example/'>Mehr</a>", "Da\\![Mehr](https://a.example/)"),
        ("<table><tr><td><code>a|b</code></td></tr></table>", "|  |\n| --- |\n| a&#124;b |"),
        ("<b>a <u><strong>b</strong></u> c</b>", "**a b c**"),
        ("<i>a</i><i>b</i><b>c</b>", "*ab*<!-- -->**c**"),
        ("<code>a</code><code>b</code>", "`a`<!-- -->`b`"),
        ("<b>eins<br><br>zwei</b>", "**eins**\n\n**zwei**"),
        ("H<sub>2</sub>O, <del>99</del> Euro", "H<sub>2</sub>O, <del>99</del> Euro"),
        ("<code>a `b` c</code>, <kbd>Strg</kbd>", "``a `b` c``, `Strg`"),
        ("<ol start='3'><li>c</li><li>d</li></ol>", "3. c\n4. d"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n    b"),
        ("<ul>lose<li>a</li><li><ul><li>b</li></ul></li>dazu</ul>", "- lose\n- a\n    - b\n- dazu"),
        ("<ol><li><blockquote>a<br>b</blockquote></li></ol>", "1. > a  \n  > b"),
        ("<h1>Eins</h1><h3>Zwei #</h3><h2></h2>", "## Eins\n\n#### Zwei \\#"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>a\n  b</pre>", "a  \nb"),
        ("<span><div>a</div><div>b</div></span>", "a\n\nb"),
        (
            "<table><tr><th>A</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
            "| A |  |\n| --- | --- |\n| 1&#124;2 | 3 |",
        ),
        ("<dl><dt>Wort</dt><dd>Sinn</dd></dl>", "Wort\n\nSinn"),
        ("<a href='https://a.example/x_(y)'> Mehr </a>dazu", "[Mehr](<https://a.example/x_(y)>) dazu"),
        ("<a href='https://a.example/'><p>eins</p><p>zwei</p></a>", "[eins zwei](https://a.example/)"),
        ("<a href='https://a.example/'>https://a.example/</a>", "<https://a.example/>"),
        ("Siehe https://a.example/b_c.", "Siehe <https://a.example/b_c>."),
        ("<img src='https://a.example/bild%201.jpg'>", "[bild 1.jpg](https://a.example/bild%201.jpg)"),
        ("<img src='https://a.example/p.gif' width='1' height='1'>", ""),
        ("1. eins<br>- zwei<br># drei<br>= vier", "1\\. eins  \n\\- zwei  \n\\# drei  \n&#61; vier"),
    ],
)
def test_html_becomes_the_markdown_that_somebody_would_write(html: str, written: str) -> None:
    assert to_markdown(html) == written


INLINE = ("b", "i", "strong", "em", "code", "span", "small", "u", "q", "sub", "del", "a")
BLOCK = ("p", "div", "ul", "ol", "blockquote", "h2", "h4", "table", "pre", "dl", "figure")
words = st.text(st.sampled_from("abäß 0.1)*_`[]()<>&#+-!:|\\~=\"'\n"), max_size=12)


def element(tag: str, inside: str) -> str:
    """Write an element, with what must stand between it and its content."""
    between = {"ul": "<li>{}</li>", "ol": "<li>{}</li><li>x</li>", "table": "<tr><td>{}</td><td>y</td></tr>"}
    start = '<a href="https://ziel.example/a_b?c=1&amp;d=2">' if tag == "a" else f"<{tag}>"
    return f"{start}{between.get(tag, '{}').replace('{}', inside)}</{tag}>"


phrases = st.recursive(
    words.map(escape) | st.sampled_from(["<br>", '<img src="https://bild.example/c.jpg" alt="C">']),
    lambda inner: st.builds(element, st.sampled_from(INLINE), inner) | st.lists(inner, max_size=3).map("".join),
    max_leaves=5,
)
flows = st.recursive(
    phrases,
    lambda inner: st.builds(element, st.sampled_from(BLOCK), inner) | st.lists(inner, max_size=3).map("".join),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(flows)
@example("<b>a</b><b>b</b><i>c</i>d<i>e</i>")
@example("<i>a</i><i>b</i><b>c</b><code>d</code><code>e</code>*<i>f</i>")
@example("<ul><li><ul><li>tief</li></ul></li></ul><ol><li>x</li></ol>")
def test_no_word_and_no_link_is_lost_on_the_way_through_markdown(html: str) -> None:
    written = markdown(html, HERE)
    before, after = fragment(html), fragment(for_feed(written, HERE))
    assert shown(after) == shown(before), written
    assert led(after) == led(before), written


def fragment(html: str) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def shown(node: lxml_html.HtmlElement) -> str:
    """What a reader sees, without spaces; a picture by its words, a link without any by its address."""
    for one in node.iter("q"):
        one.text, one.tail = f'"{one.text or ""}', f'"{one.tail or ""}'
    for picture in node.iter("img"):
        picture.tail = f"{picture.get('alt')}{picture.tail or ''}"
    for link in node.iter("a"):
        if not link.text_content().strip():
            link.text = link.get("href")
    return "".join("".join(node.itertext()).split())


def led(node: lxml_html.HtmlElement) -> set[str]:
    """Where links lead, and what pictures outside of links show."""
    pictures = {str(one.get("src")) for one in node.iter("img") if not any(up.tag == "a" for up in one.iterancestors())}
    return {str(link.get("href")) for link in node.iter("a")} | pictures


def test_long_notes_with_many_links_are_written_in_no_time() -> None:
    part = '<p>Wort <a href="https://a.example/{0}">Wort {0}</a>, <b>mehr</b>.</p><ul><li>Punkt {0}</li></ul>'
    notes = "".join(part.format(number) for number in range(6000))  # as many links as 100 long episodes have
    begin = time.process_time()
    written = markdown(notes, HERE)
    assert time.process_time() - begin < 5
    assert written.count("](https://a.example/") == 6000


@pytest.mark.parametrize("deep", ["<div>", "<ul><li>", "<b>", "<blockquote>"])
def test_what_is_nested_beyond_reason_keeps_its_words(deep: str) -> None:
    assert markdown(f"{deep * 3000}ganz innen", HERE).strip() == "ganz innen"
