"""How words become terms: the same in Python, which makes the index, and in JavaScript, which asks it."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from ebenerdig.outputs.search.compounds import Compounds
from ebenerdig.outputs.search.counts import QUARTER, WRITTEN, Passage, both, counted, opened
from ebenerdig.outputs.search.names import Names
from ebenerdig.outputs.search.terms import LONGEST, RULES, SPELLINGS, Reader
from hypothesis import given, settings
from hypothesis import strategies as st
from search_engine import MODULES, run
from search_queries import QUERIES

TABLE = [line.split("\t") for line in (QUERIES / "terms.tsv").read_text("utf-8").splitlines() if line[:1] != "#"]
READERS: dict[str, Reader] = {"fr": Reader("fr"), **{language: Reader(language) for language in RULES}}


def terms(language: str, token: str) -> list[str]:
    reading = READERS[language][token]
    return [reading] if isinstance(reading, str) else list(reading)


def in_javascript(tokens: list[tuple[str, str]]) -> list[list[str]]:
    rules = {language: RULES.get(language, SPELLINGS) for language in READERS}
    read: list[list[str]] = run("terms.mjs", {"module": str(MODULES / "terms.js"), "rules": rules, "tokens": tokens})
    return read


@pytest.mark.parametrize(("language", "token", "expected"), TABLE)
def test_a_word_has_its_terms(language: str, token: str, expected: str) -> None:
    assert terms(language, token) == expected.split()


def test_javascript_reads_the_table_alike() -> None:
    assert in_javascript([(language, token) for language, token, _ in TABLE]) == [
        expected.split() for *_, expected in TABLE
    ]


letters = st.characters(exclude_categories=("Cs", "Cn", "Co", "Zs", "Zl", "Zp"))
ENDINGS = (
    "e",
    "en",
    "er",
    "ern",
    "es",
    "em",
    "s",
    "n",
    "est",
    "st",
    "ies",
    "ing",
    "ed",
    "sses",
    "ches",
    "xes",
    "mm",
    "ae",
    "äu",
    "-",
)
words = st.lists(
    st.text(st.sampled_from("abcdefghiklmnoprstuwyzäöüß"), min_size=1, max_size=8) | st.sampled_from(ENDINGS),
    max_size=6,
)


@settings(max_examples=20)
@given(st.lists(words.map("".join) | st.text(letters), min_size=60, max_size=60))
def test_javascript_and_python_read_any_word_alike(tokens: list[str]) -> None:
    asked = [(language, token) for token in tokens for language in READERS]
    ours = [terms(language, token) for language, token in asked]
    assert [row for row in zip(asked, ours, in_javascript(asked), strict=True) if row[1] != row[2]] == []


def test_javascript_and_python_agree_on_every_letter_of_every_script() -> None:
    known = [chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code))[0] in "LMNPS"]
    asked = [("fr", f"a{letter}b") for letter in known]
    ours = [terms(language, token) for language, token in asked]
    assert [row for row in zip(asked, ours, in_javascript(asked), strict=True) if row[1] != row[2]] == []


@given(st.text())
def test_no_term_is_empty_or_longer_than_a_word(text: str) -> None:
    for language in READERS:
        for token in text.split():
            assert all(0 < len(term) <= LONGEST and " " not in term for term in terms(language, token))


# Compounds and names


TEXT = (
    "Die Datenschutz-Grundverordnung gilt. Unsere Datenschutzgrundverordnung auch. Eine Verordnung ist ein Gesetz. "
    "Grund genug für Datenschutz, Daten und Schutz. KI hilft. Die Kinder lachen. Verkauf und Kauf. Übergabe, Gabe. "
    "Stromzähler und Zähler für Strom. Energie und Energiedaten. Künstliche Intelligenz, Zwei-Faktor-Anmeldung."
)


def compounds(text: str, *stop_words: str) -> Compounds:
    counts = opened(counted("de", [Passage(text)], (), ()).counts)
    return Compounds(dict(zip(counts.words, counts.uses, strict=True)), READERS["de"], stop_words)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Datenschutzgrundverordnung", "grundverordnung verordnung"),
        ("Datenschutz", "schutz"),
        ("Stromzählern", "zahl"),
        ("Energiedaten", "dat"),
        ("Kinder", ""),
        ("Verkauf", ""),
        ("Übergabe", ""),
        ("Verordnung", ""),
    ],
)
def test_a_compound_is_found_by_its_last_parts(word: str, parts: str) -> None:
    (term,) = terms("de", word)
    assert compounds(TEXT, "über")[term] == tuple(parts.split())


def test_a_part_is_a_noun_that_the_texts_know() -> None:
    term = READERS["de"].term("wasserwaage")
    assert compounds("Wasser und Waage, die Wasserwaage")[term] == ("waag",)
    assert compounds("Wasser und Erde, die Wasserwaage")[term] == ()
    assert compounds("Wasser und Waage, waage waage waage, die Wasserwaage")[term] == ()


@given(st.text(st.sampled_from("abcst"), max_size=300).map(lambda text: " ".join(text.title().split("T"))))
def test_parts_end_a_compound_and_grow_shorter(text: str) -> None:
    parted = compounds(text)
    for word in text.split():
        for term in terms("de", word):
            for part, before in zip(parted[term], (term, *parted[term]), strict=False):
                assert before.endswith(part) and len(part) < len(before)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Künstliche Intelligenz", "kunstlich intelligenz"),
        ("Von künstlicher Intelligenz!", "kunstlich intelligenz"),
        ("Künstliche\nIntelligenz", "kunstlich intelligenz"),
        ("Intelligenz, künstliche", ""),
        ("Künstliche Blumen und Intelligenz", ""),
        ("Zwei-Faktor-Anmeldung", "zwei faktor anmeldung"),
        ("die Zwei Faktor Anmeldungen", "zwei faktor anmeldung"),
        ("Internet der Dinge", "internet der ding"),
        ("Internet und Dinge", ""),
    ],
)
def test_a_name_of_several_words_is_found_where_its_words_follow_each_other(text: str, found: str) -> None:
    names = Names(
        ("Künstliche Intelligenz", "Zwei-Faktor-Anmeldung", "Internet der Dinge", "Strom"), READERS["de"], ("der",)
    )
    record = counted("de", [Passage(text, 2)], (), ("der",))
    assert list(names.found(record, opened(record.counts))) == ([(found, both(2 * QUARTER, WRITTEN))] if found else [])
