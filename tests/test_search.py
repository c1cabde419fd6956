"""The search as people use it: what they type, narrow down, click and go back from, in a real browser."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import barriers, served
from library import silent_mp3
from playwright.sync_api import Browser, Page, Route, expect
from search_queries import ask, pairs, unanswered
from sites import build, small_project
from test_pages import TEMPLATES

POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'"
WARTUNG = "../episodes/wartung-bevor-es-knirscht/"


def titles(page: Page) -> list[str]:
    """The titles of the hits that are shown."""
    return page.locator(".eb-hit__title").all_inner_texts()


def settled(page: Page) -> None:
    """Wait for the answer to the last question."""
    expect(page.locator("eb-search[aria-busy]")).to_have_count(0)


# What is found


@pytest.mark.parametrize(("name", "missed_at_most"), [("tuning", 0), ("held-out", 3)])
def test_what_people_type_is_among_the_first_three(name: str, missed_at_most: int, page: Page) -> None:
    assert len(pairs(name)) >= 50
    missed = unanswered(page, name)
    print(f"{name}: {len(pairs(name)) - len(missed)} of {len(pairs(name))}", *missed, sep="\n  ")
    assert len(missed) <= missed_at_most, missed


def test_no_question_stands_in_both_files() -> None:
    assert {query for query, _ in pairs("tuning")} & {query for query, _ in pairs("held-out")} == set()


def test_a_sentence_that_was_spoken_has_its_speaker_and_leads_to_its_second(page: Page) -> None:
    page.goto("suche/")
    ask(page, "Schlosser")
    place = page.locator(".eb-place").first
    assert place.locator("b").inner_text() == "Sabine"
    assert place.locator("mark").inner_text() == "Schlosser"
    assert "Unser Schlosser hörte nichts" in place.inner_text()
    second = int((place.get_attribute("href") or "").partition("#t=")[2])
    assert place.locator("time").inner_text() == f"{second // 60}:{second % 60:02}"
    place.click()
    page.wait_for_url(f"**/wartung-bevor-es-knirscht/#t={second}")
    page.wait_for_function(f"Math.abs(document.querySelector('audio').currentTime - {second}) < 1")


def test_a_sentence_late_in_a_long_transcript_is_found_at_its_second(tmp_path: Path, browser: Browser) -> None:
    library = small_project(tmp_path)
    library.item("episodes/folge", files={"audio.mp3": silent_mp3(60)})
    said = ["Und dann reden wir über den Betrieb und über die Leute."] * 600
    said[555] = "Im Betrieb gab es an diesem Tag Zuckerwatte."
    cues = [f"00:{i // 10:02}.{i % 10}00 --> 00:{i // 10:02}.{i % 10}90\n{line}\n" for i, line in enumerate(said)]
    library.write("episodes/folge/transcript.vtt", "WEBVTT\n\n" + "\n".join(cues))
    with served(build(tmp_path)) as address:
        page, loaded = browser.new_page(base_url=address), list[str]()
        page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
        page.goto("suche/")
        ask(page, "Zuckerwatte")
        assert page.locator(".eb-place").inner_text().split() == ["0:55", *said[555].split()]
        assert page.locator(".eb-place mark").all_inner_texts() == ["Zuckerwatte"]
        assert [path[-7:] for path in loaded if "/text/" in path and "-" in path] == ["-3.pack"]
        ask(page, "Betrieb")
        page.locator(".eb-places__more summary").click()
        expect(page.locator(".eb-place")).to_have_count(3 + 12)
        page.close()


def test_several_places_stand_under_one_item(page: Page) -> None:
    page.goto("suche/")
    assert ask(page, "Pumpe").count(WARTUNG) == 1
    hit = page.locator(".eb-hit", has=page.locator(f"a[href='{WARTUNG}']"))
    assert hit.locator(".eb-place:visible").count() == 3
    hit.locator("summary").click()
    expect(hit.locator(".eb-place:visible").nth(3)).to_be_visible()
    assert hit.locator(".eb-badge").inner_text().strip() == "Podcast-Folge"
    assert "Minuten" in hit.inner_text() and "Stufe 3" in hit.inner_text()
    assert hit.locator("img").count() == 1


def test_a_misspelt_word_is_answered_with_the_nearest_one(page: Page) -> None:
    page.goto("suche/")
    ask(page, "Wartugn pumpe")
    assert "Meinten Sie Wartung?" in page.locator(".eb-meant").inner_text()
    page.locator(".eb-meant a").click()
    settled(page)
    assert page.input_value("#eb-query") == "Wartung pumpe"
    assert not page.locator(".eb-meant").is_visible()


@pytest.mark.parametrize("query", ["KI", "Wartung", "Gaertnerei", "groesse", "Schreinerei", "energied", "3-2-1"])
def test_a_word_that_is_known_is_not_corrected(query: str, page: Page) -> None:
    page.goto("suche/")
    assert ask(page, query)
    assert not page.locator(".eb-meant").is_visible()


@pytest.mark.parametrize("query", ["xyzxyz", "?", '"', "a" * 3000, "𓀀 \u202e"])
def test_odd_queries_are_answered_in_words_and_stay_text(query: str, page: Page) -> None:
    page.goto("suche/")
    ask(page, query)
    assert page.locator("#found").inner_text().startswith(("Nichts gefunden für „", "1 Treffer", "2 Treffer"))
    assert page.locator("main [onerror]").count() == 0


def test_a_query_never_becomes_part_of_the_page(page: Page) -> None:
    page.goto("suche/")
    ask(page, "<img src=x onerror=alert(1)> Pumpe")
    assert "für „<img src=x onerror=alert(1)> Pumpe“" in page.locator("#found").inner_text()
    assert page.locator("main [onerror]").count() == 0


# Narrowing down, sorting, going back


def test_a_choice_gives_as_many_items_as_its_count_says(page: Page) -> None:
    page.goto("suche/")
    for facet in page.locator(".eb-facet").all():
        page.goto("suche/")
        facet.evaluate("facet => { facet.open = true }")
        label = facet.locator("label").first
        count = int(label.locator(".eb-facet__count").inner_text())
        label.locator("input").check()
        settled(page)
        assert page.locator("#found").inner_text().split(" ")[0] == str(count)
    assert page.locator(".eb-facet").count() == 12


def test_choices_in_one_facet_add_up_and_those_in_two_cut_down(page: Page) -> None:
    page.goto("suche/?format=video")
    settled(page)
    videos = int(page.locator("#found").inner_text().split(" ")[0])
    page.goto("suche/?format=video&format=tour")
    settled(page)
    both = int(page.locator("#found").inner_text().split(" ")[0])
    page.goto("suche/?format=video&format=tour&levels=4")
    settled(page)
    assert int(page.locator("#found").inner_text().split(" ")[0]) < videos < both
    assert page.locator(".eb-chip").all_inner_texts() == ["Erklärvideos", "Erlebnistouren", "Stufe 4: Vorangehen"]
    page.get_by_role("button", name="Stufe 4: Vorangehen – nicht mehr eingrenzen").click()
    settled(page)
    assert page.url.endswith("?format=video&format=tour")
    assert page.evaluate("document.activeElement.id") == "found"


def test_the_address_holds_everything_and_back_goes_back(page: Page) -> None:
    page.goto("suche/")
    ask(page, "Pumpe")
    first = titles(page)
    page.locator("[data-facet=format] label", has_text="Erklärvideos").click()
    settled(page)
    assert page.url.endswith("/suche/?q=Pumpe&format=video")
    assert len(titles(page)) < len(first)
    page.reload()
    settled(page)
    assert page.locator("[name=format][value=video]").is_checked() and page.input_value("#eb-query") == "Pumpe"
    page.go_back()
    settled(page)
    assert titles(page) == first and not page.locator("[name=format][value=video]").is_checked()
    page.go_back()
    page.wait_for_function("document.querySelector('#found').textContent.includes('die neuesten zuerst')")
    page.go_forward()
    settled(page)
    assert titles(page) == first


def test_hits_can_be_sorted_by_date(page: Page) -> None:
    page.goto("suche/")
    best = ask(page, "E-Rechnung")
    page.locator("[name=sort]").select_option("date")
    settled(page)
    newest = page.locator(".eb-hit__title a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert "sort=date" in page.url
    assert best[0] == "../glossary/#was-ist-eine-e-rechnung"
    assert newest[0] == "../tours/rundgang-durch-die-werkhalle/"


def test_without_a_word_all_items_can_be_leafed_through(page: Page) -> None:
    page.goto("suche/")
    while page.locator("[data-more]").is_visible():
        shown = len(titles(page))
        page.locator("[data-more]").click()
        page.wait_for_function(f"document.querySelectorAll('.eb-hit').length > {shown}")
        assert page.evaluate("document.activeElement.closest('.eb-hit') !== null")
        settled(page)
    found = titles(page)
    assert len(found) == len(set(found)) == int(page.locator("#found").inner_text().split(" ")[0])


# What it loads, and what it needs


def test_no_other_page_loads_anything_for_the_search_but_its_keys(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    for path in TEMPLATES.values():
        if path not in ("suche/", "nowhere/"):
            page.goto(path, wait_until="networkidle")
    assert len(loaded) > 50
    assert {path for path in loaded if "search" in path} == {"/assets/javascripts/search/header.js"}


def test_the_index_is_not_fetched_before_somebody_asks(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.goto("suche/", wait_until="networkidle")
    assert [path for path in loaded if path.startswith("/search/")] == []
    ask(page, "Pumpe")
    assert len([path for path in loaded if path.startswith("/search/index/")]) == 1
    assert [path for path in loaded if path.endswith("/words.pack")] == []


def test_it_works_under_a_strict_policy_that_the_server_sends(site: Path, browser: Browser) -> None:
    with served(site, Content_Security_Policy=POLICY) as address:
        page, trouble = browser.new_page(base_url=address), list[str]()
        page.on("console", lambda line: trouble.append(line.text) if line.type in ("error", "warning") else None)
        response = page.goto("suche/?q=Wartugn")
        assert response and response.headers["content-security-policy"] == POLICY
        expect(page.locator(".eb-meant a")).to_have_text("Wartung")
        expect(page.locator(".eb-hit mark").first).to_be_visible()
        page.close()
    assert trouble == []


def test_an_index_that_does_not_come_is_told_and_can_be_asked_again(page: Page, browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    other = context.new_page()
    other.route("**/records.pack", lambda route: route.abort())
    other.goto("suche/?q=Pumpe")
    expect(other.locator("#found")).to_contain_text("lässt sich gerade nicht laden")
    assert other.locator(".eb-browse a").first.is_visible()
    other.unroute("**/records.pack")
    assert ask(other, "Pumpe")
    context.close()


def test_a_page_that_was_open_while_the_site_was_built_anew_looks_again(browser: Browser, address: str) -> None:
    page, gone = browser.new_page(base_url=address), list[str]()

    def once(route: Route) -> None:
        gone.append(route.request.url)
        route.fulfill(status=404) if len(gone) == 1 else route.continue_()

    page.route("**/search/index/*", once)
    page.goto("suche/")
    assert WARTUNG in ask(page, "Pumpe")
    assert len(gone) == 2
    page.close()


def test_without_scripts_it_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.fill("#eb-seek", "Pumpe")  # in the open on a desk
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.locator("#eb-seek").is_visible()
    page.locator(".eb-seek summary").click()
    page.press("#eb-seek", "Enter")
    page.wait_for_url("**/suche/?q=Pumpe")
    assert page.locator(".eb-nojs").is_visible()
    assert not page.locator("#eb-find").is_visible() and not page.locator(".eb-narrow").is_visible()
    assert page.locator(".eb-hit").count() > 3
    page.locator(".eb-browse a").first.click()
    assert page.locator("h1").inner_text() == "Podcast-Folgen"
    context.close()


# Keyboard, screen reader, small screens


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_the_keyboard_alone_searches_narrows_down_and_opens_a_place(keys: str, page: Page) -> None:
    page.goto("levels/")
    page.keyboard.press(keys)
    page.keyboard.type("Pumpe/Stillstand")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/?q=*")
    settled(page)
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.id") == "eb-query"
    for wanted in ("format", "PLACE"):
        for _ in range(80):
            page.keyboard.press("Tab")
            if (
                page.evaluate(
                    "document.activeElement.name || document.activeElement.className.includes('eb-place') && 'PLACE'"
                )
                == wanted
            ):
                break
        if wanted == "format":
            page.keyboard.press("Space")
            settled(page)
            assert page.evaluate("document.activeElement.checked")
    page.keyboard.press("Enter")
    page.wait_for_url("**#t=*")


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_on_a_desk_the_field_is_in_sight_and_the_keys_lead_to_it_without_moving_anything(keys: str, page: Page) -> None:
    page.set_viewport_size({"width": 960, "height": 900})
    page.goto("")
    field = page.get_by_label("Wonach suchen Sie?")
    before = [field.bounding_box(), page.locator("h1").bounding_box()]
    assert before[0] and before[0]["width"] > 100
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.id") == "eb-seek"
    assert [field.bounding_box(), page.locator("h1").bounding_box()] == before
    outline = "getComputedStyle(document.activeElement.parentElement).outlineStyle"
    assert page.evaluate(outline) == "solid"


def test_on_a_phone_escape_closes_the_field_and_gives_the_focus_back(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("")
    assert not page.locator("#eb-seek").is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "eb-seek"
    page.keyboard.press("Escape")
    assert not page.locator("#eb-seek").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_results_are_announced(page: Page) -> None:
    page.goto("suche/")
    expect(page.get_by_role("status")).to_contain_text("die neuesten zuerst")
    ask(page, "Pumpe")
    expect(page.get_by_role("status")).to_have_text("3 Treffer für „Pumpe“")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_results_break_no_rule_of_accessibility_and_fit_the_screen(
    scheme: str, width: int, browser: Browser, address: str
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page, found = context.new_page(), list[str]()
    for path in ("suche/?q=Wartugn&levels=3", "suche/?q=E-Rechnung", "suche/?q=xyzxyz"):
        page.goto(path)
        settled(page)
        found += barriers(page)
    context.close()
    assert found == []


def test_where_the_system_gives_the_colours_hits_and_choices_can_be_told_apart(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, forced_colors="active")
    page = context.new_page()
    page.goto("suche/?q=Pumpe&levels=3")
    settled(page)
    background = "element => getComputedStyle(element).backgroundColor"
    assert page.locator(".eb-hit mark").first.evaluate(background) != page.locator("body").evaluate(background)
    chosen = page.locator(".eb-facet label", has=page.locator(":checked")).first
    assert chosen.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    context.close()
