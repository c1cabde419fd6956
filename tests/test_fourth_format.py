"""A fourth format is one entry in FORMATS with a model: nothing else has to know of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ebenerdig import build as build_catalogue
from ebenerdig.catalogue import Catalogue
from ebenerdig.models import Fact, Fault, Item, NextStep, Term
from ebenerdig.models.fields import Definition, Line, MediaRef, Target
from ebenerdig.models.formats import FORMATS, Format
from ebenerdig.notes import rendered
from ebenerdig.outputs import OUTPUTS, finished
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.outputs.search.findable import findable
from ebenerdig.outputs.structured_data.pages import script
from ebenerdig.texts import texts
from library import SMALLEST, Library, front_matter, jpeg, silent_mp3
from lxml import html
from sites import build, small_project


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
    template="recipe.html",
)
PART = """
<section aria-labelledby="steps">
  <h2 id="steps">{{ form.name(language) }}</h2>
  <ol{{ foreign }}>{% for step in item.steps %}<li>{{ step }}</li>{% endfor %}</ol>
  <dl>{{ row("Klang", item.sound, foreign) }}</dl>
  {% if item.shop %}<a href="{{ url(item.shop) }}">Laden</a>{% endif %}
</section>
"""
"""The part of its page that only this format has, with what the parts of the others use, too."""


def catalogue_of(library: Library, **environ: str) -> Catalogue:
    """Build the catalogue of a library with templates of its own."""
    project, problems = library.project(**environ)
    return build_catalogue(replace(project, templates=(library.root / "own",)), problems)


@pytest.fixture
def kitchen(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library that knows recipes and has one, among items of the other formats."""
    monkeypatch.setitem(SMALLEST, "recipes", {**SMALLEST["tours"], "mode": "", "host": "", "meeting_point": ""})
    for name in ("mode", "host", "meeting_point"):
        monkeypatch.delitem(SMALLEST["recipes"], name)
    FORMATS.append(RECIPE)
    library.write("own/articles/recipe.html", PART)
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
    assert "recipes/brot" in catalogue_of(kitchen).by_id
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
    entry = catalogue_of(kitchen).by_id["recipes/brot"]
    assert entry.seconds == pytest.approx(3, abs=0.1)
    assert any(code == "transcript-missing" for code in kitchen.codes(advice=True))


def test_it_gets_a_page_and_a_list_and_stands_in_all_lists(kitchen: Library) -> None:
    catalogue = catalogue_of(kitchen)
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


def test_its_page_has_a_part_of_its_own_at_the_place_of_the_other_formats_parts(kitchen: Library) -> None:
    fields = {**BREAD, "steps": "[Mehl & Wasser wiegen, '<b>Backen</b>']", "portions": "4", "shop": "ueber"}
    kitchen.item("recipes/brot", "## Steps\n", **fields, sound="a.mp3", files={"a.mp3": silent_mp3(3)})
    kitchen.item("recipes/bread", language="en", **{**BREAD, "steps": "[Weigh]"})
    bread = page_of(kitchen, "recipes/brot")
    part = (
        '<section aria-labelledby="steps"><h2 id="steps">Rezept</h2>'
        "<ol><li>Mehl &amp; Wasser wiegen</li><li>&lt;b&gt;Backen&lt;/b&gt;</li></ol>"
        "<dl><div><dt>Klang</dt><dd>a.mp3</dd></div></dl>"
        '<a href="../../ueber/">Laden</a></section>'
    )
    assert bread.count(part) == 1
    assert bread.index("<eb-player") < bread.index(part) < bread.index("<dt>Portionen</dt>")
    assert bread.count('id="steps"') == 1, "a heading of the notes gives way"
    assert '<ol lang="en"><li>Weigh</li></ol>' in page_of(kitchen, "recipes/bread")
    assert "Klang" not in page_of(kitchen, "episodes/folge")


def page_of(library: Library, place: str) -> str:
    """Render the article of an item, without the blanks between its tags."""
    catalogue = catalogue_of(library)
    page = next(page for page in plan(catalogue) if page.uri == f"{place}/index.md")
    notes = rendered(page.source.body, "de") if page.source else ""
    return " ".join(Articles(catalogue).render(page, notes).split()).replace("> <", "><")


@pytest.mark.parametrize(("language", "label"), [("de", "Portionen"), ("en", "Portions")])
def test_a_field_of_its_own_reaches_its_page_its_facts_and_search_engines(
    kitchen: Library, language: str, label: str
) -> None:
    kitchen.item("recipes/brot", portions="4", **BREAD)
    catalogue = catalogue_of(kitchen, SITE_LANGUAGE=language)
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
    (found,) = [record for record in findable(catalogue_of(kitchen)) if record.values.get("format") == ["recipe"]]
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
    catalogue = catalogue_of(kitchen)
    plans = {page.uri: page for page in plan(catalogue)}
    articles = Articles(catalogue)
    assert "Eine Anleitung in Schritten." in articles.render(plans["glossary/index.md"], "")
    assert "recipes/brot/" in articles.render(plans["packages/backen.md"], "")


def test_every_output_can_be_made_and_the_feed_stays_without_it(kitchen: Library) -> None:
    catalogue = catalogue_of(kitchen)
    made = {name: finished(content) for output in OUTPUTS for name, content in output(catalogue)}
    feed = made["feed/podcast.xml"]
    assert isinstance(feed, bytes)
    assert b"Brot mit Daten" not in feed
    assert b"Ein kurzer Titel" in feed


def test_it_speaks_english_too(kitchen: Library) -> None:
    catalogue = catalogue_of(kitchen, SITE_LANGUAGE="en")
    titles = {page.uri: page.title for page in plan(catalogue)}
    assert titles["recipes/index.md"] == "Recipes"
    assert catalogue.project.texts is texts("en")


def test_a_step_after_it_leads_to_its_list(kitchen: Library) -> None:
    step = NextStep.model_validate({"label": "Backen", "link": "recipes"})
    assert step.link.is_site_page
    kitchen.item("recipes/kuchen", **{**BREAD, "next_step": "{label: Backen, link: rezepte}"})
    (problem,) = kitchen.problems()
    assert problem.code in ("unknown-id", "unknown-id-near")


COVER = "{file: cover.jpg, alt: Brot, credit: Wir, license: CC-BY-4.0}"
HOOK = """
from ebenerdig.models import Fact
from ebenerdig.models.fields import Line
from ebenerdig.models.formats import FORMATS, Format
from ebenerdig.models.item import Item

class Recipe(Item):
    steps: tuple[Line, ...]

    def facts(self):
        yield Fact({"de": "Schritte", "en": "Steps"}, str(len(self.steps)))

    def structured(self):
        return {"recipeInstructions": list(self.steps)}

names = {"de": ("Rezept", "Rezepte"), "en": ("Recipe", "Recipes")}
verb = {"de": "Nachmachen", "en": "Try"}
FORMATS.append(Format("recipe", "recipes", Recipe, names, verb, "material/chef-hat", template="recipe.html"))
"""


def test_a_whole_site_with_it_is_built_by_a_hook_and_a_template_of_the_library_s_own(tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge")
    fields = {**SMALLEST["tours"], "mode": None, "host": None, "meeting_point": None, "steps": "[Mehl wiegen]"}
    library.write("recipes/brot/index.md", front_matter({**fields, "image": COVER}) + "Notizen.\n")
    library.write("recipes/brot/cover.jpg", jpeg(1400))
    library.write("recipe.py", HOOK)
    library.write("own/articles/recipe.html", PART.replace("item.sound", "none").replace("item.shop", "none"))
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8").replace("[", "[recipe.py, ", 1)
    library.write("mkdocs.yml", settings.replace("  name: material\n", "  name: material\n  custom_dir: own\n"))
    site = build(tmp_path)
    page = html.parse(site / "recipes/brot/index.html").getroot()
    assert page.xpath("string(//section/ol/li)") == "Mehl wiegen"
    assert page.xpath("string(//dt[.='Schritte']/following-sibling::dd)") == "1"
    graph = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    assert [node["recipeInstructions"] for node in graph if "recipeInstructions" in node] == [["Mehl wiegen"]]
    assert "Rezepte" in page.xpath("string(//header)")
    assert (site / "recipes/index.html").is_file()
