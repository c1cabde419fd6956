"""A fourth format is one entry in FORMATS with a model: nothing else has to know of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from ebenerdig.models import Fact, Fault, Item, NextStep, Term
from ebenerdig.models.fields import Definition, Line, MediaRef, Target
from ebenerdig.models.formats import FORMATS, Format
from ebenerdig.outputs import OUTPUTS, finished
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.outputs.search.findable import findable
from ebenerdig.outputs.structured_data.pages import script
from ebenerdig.texts import texts
from library import SMALLEST, Library, silent_mp3


class Recipe(Item):
    """What only this throw-away format has."""

    steps: tuple[Line, ...]
    sound: MediaRef | None = None
    shop: Target | None = None
    word: Definition | None = None
    portions: int | None = None

    def media_files(self) -> tuple[MediaRef, ...]:
        return (self.sound,) if self.sound else ()

    def explains(self) -> Term | None:
        return Term(name="Rezept", definition=self.word) if self.word else None

    def facts(self) -> Iterator[Fact]:
        if self.portions:
            yield Fact({"de": "Portionen", "en": "Portions"}, str(self.portions))

    def structured(self) -> dict[str, Any]:
        return {"recipeYield": self.portions, "recipeInstructions": list(self.steps)}

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if not self.steps:
            yield Fault(("steps",), "method-missing")
        if self.portions == 13:
            yield Fault(("portions",), "at-most", {"limit": "12", "key": "portions", "value": "13"})


RECIPE = Format(
    id="recipe",
    folder="recipes",
    model=Recipe,
    names={"de": ("Rezept", "Rezepte"), "en": ("Recipe", "Recipes")},
    verb={"de": "Nachmachen", "en": "Try"},
    icon="material/chef-hat",
    player="audio",
)


@pytest.fixture
def kitchen(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library that knows recipes and has one, among items of the other formats."""
    monkeypatch.setitem(SMALLEST, "recipes", {**SMALLEST["tours"], "mode": "", "host": "", "meeting_point": ""})
    for name in ("mode", "host", "meeting_point"):
        monkeypatch.delitem(SMALLEST["recipes"], name)
    FORMATS.append(RECIPE)
    library.item("episodes/folge")
    library.item("recipes/brot", "Mehr in der [Folge](../../episodes/folge/index.md).\n", **BREAD)
    yield library
    FORMATS.remove(RECIPE)


BREAD: dict[str, Any] = {
    "title": "Brot mit Daten",
    "steps": "[Mehl wiegen, Werte ablesen]",
    "topics": "[energie]",
    "word": "Eine Anleitung in Schritten.",
    "related": "[episodes/folge]",
}


def test_its_items_are_read_and_checked(kitchen: Library) -> None:
    kitchen.check_is_fine()
    assert "recipes/brot" in kitchen.catalogue().by_id
    kitchen.item("recipes/kuchen", stepps="[]", levels="x")
    kitchen.item("recipes/leer", steps="[]", topics="[energei]", next_step="{label: Mehr, link: recipes/brto}")
    assert sorted(kitchen.codes()) == [
        "levels",
        "method-missing",
        "missing",
        "unknown-id-near",
        "unknown-id-near",
        "unknown-key-near",
    ]


def test_others_may_refer_to_it(kitchen: Library) -> None:
    kitchen.item(
        "episodes/folge", "Zum [Brot](../../recipes/brot/index.md).\n", related="[recipes/brot]",
        next_step="{label: Backen, link: recipes}",
    )  # fmt: skip
    kitchen.check_is_fine()


def test_its_files_are_measured(kitchen: Library) -> None:
    kitchen.item("recipes/brot", sound="backen.mp3", files={"backen.mp3": silent_mp3(3)}, **BREAD)
    entry = kitchen.catalogue().by_id["recipes/brot"]
    assert entry.seconds == pytest.approx(3, abs=0.1)
    assert any(code == "transcript-missing" for code in kitchen.codes(advice=True))


def test_it_gets_a_page_and_a_list_and_stands_in_all_lists(kitchen: Library) -> None:
    catalogue = kitchen.catalogue()
    articles = Articles(catalogue)
    plans = {page.uri: page for page in plan(catalogue)}
    page = articles.render(plans["recipes/brot/index.md"], "<p>Notizen</p>")
    assert "<h1>Brot mit Daten</h1>" in page
    assert "<p>Notizen</p>" in page
    assert ">Rezept<" in page.replace("\n", "").replace(" <", "<").replace("> ", ">")
    for uri in ("recipes/index.md", "topics/energie/index.md", "areas/data/index.md", "levels/1/index.md"):
        assert "recipes/brot/" in articles.render(plans[uri], ""), uri
    assert "recipes/brot/" in articles.render(plans["index.md"], "")
    assert plans["recipes/index.md"].title == "Rezepte"


@pytest.mark.parametrize(("language", "label"), [("de", "Portionen"), ("en", "Portions")])
def test_a_field_of_its_own_reaches_its_page_its_facts_and_search_engines(
    kitchen: Library, language: str, label: str
) -> None:
    kitchen.item("recipes/brot", portions="4", **BREAD)
    catalogue = kitchen.catalogue(SITE_LANGUAGE=language)
    page = next(page for page in plan(catalogue) if page.uri == "recipes/brot/index.md")
    written = " ".join(Articles(catalogue).render(page, "").split()).replace("> <", "><")
    lang = "" if language == "de" else ' lang="de"'
    assert f'<dl class="eb-facts"><div><dt>{label}</dt><dd{lang}>4</dd></div>' in written
    node = next(n for n in json.loads(script(catalogue, page))["@graph"] if n.get("identifier"))
    assert (node["recipeYield"], node["recipeInstructions"]) == (4, ["Mehl wiegen", "Werte ablesen"])


def test_a_field_of_its_own_is_checked_with_its_line(kitchen: Library) -> None:
    kitchen.item("recipes/brot", portions="13", **BREAD)
    (problem,) = kitchen.problems()
    assert (problem.code, problem.excerpt) == ("at-most", "portions: 13")
    kitchen.item("recipes/brot", portions="viele", **BREAD)
    assert kitchen.codes() == ["expects-integer"]


def test_the_search_finds_it(kitchen: Library) -> None:
    (found,) = [record for record in findable(kitchen.catalogue()) if record.values.get("format") == ["recipe"]]
    texts = [passage.text for passage in found.written()]
    assert {"Brot mit Daten", "Worum es geht, in einem Satz.", "Rezept", "Eine Anleitung in Schritten."} <= set(texts)
    assert "Rezept</span>" in found.card


def test_its_term_stands_in_the_glossary_and_its_page_in_packages(kitchen: Library) -> None:
    kitchen.write(
        "content/packages/backen.md",
        "---\ntitle: Backen\ndescription: Kurz.\ngoal: Brot\nwhy: Hunger\nlevels: 1\nareas: data\n"
        "items: [recipes/brot, episodes/folge]\nclosing: {label: Los, link: recipes}\n---\n",
    )
    kitchen.check_is_fine()
    catalogue = kitchen.catalogue()
    plans = {page.uri: page for page in plan(catalogue)}
    articles = Articles(catalogue)
    assert "Eine Anleitung in Schritten." in articles.render(plans["glossary/index.md"], "")
    assert "recipes/brot/" in articles.render(plans["packages/backen.md"], "")


def test_every_output_can_be_made_and_the_feed_stays_without_it(kitchen: Library) -> None:
    catalogue = kitchen.catalogue()
    made = {name: finished(content) for output in OUTPUTS for name, content in output(catalogue)}
    feed = made["feed/podcast.xml"]
    assert isinstance(feed, bytes)
    assert b"Brot mit Daten" not in feed
    assert b"Ein kurzer Titel" in feed


def test_it_speaks_english_too(kitchen: Library) -> None:
    catalogue = kitchen.catalogue(SITE_LANGUAGE="en")
    titles = {page.uri: page.title for page in plan(catalogue)}
    assert titles["recipes/index.md"] == "Recipes"
    assert catalogue.project.texts is texts("en")


def test_a_step_after_it_leads_to_its_list(kitchen: Library) -> None:
    step = NextStep.model_validate({"label": "Backen", "link": "recipes"})
    assert step.link.is_site_page
    kitchen.item("recipes/kuchen", **{**BREAD, "next_step": "{label: Backen, link: rezepte}"})
    (problem,) = kitchen.problems()
    assert problem.code in ("unknown-id", "unknown-id-near")
