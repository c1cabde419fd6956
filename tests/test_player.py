"""The player and the transcript as people use them: by mouse and by keyboard, from page to page, over days."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import CIRCUMSTANCES, Scheme, broken_rules, served
from library import TRANSCRIPT
from playwright.sync_api import Browser, Page, Route
from sites import build, small_project

EPISODE = "episodes/vom-bauteil-zum-dienst/"
VIDEO = "videos/was-ist-eine-e-rechnung/"
KEY = "dQw4w9WgXcQ"
MEDIA = "document.querySelector('eb-player').media"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; frame-src https://www.youtube-nocookie.com"
)


def open_quietly(page: Page, path: str) -> None:
    """Open a page and mute its player, as machines without a sound card want it."""
    page.goto(path)
    page.evaluate(f"{MEDIA}.muted = true")


def start(page: Page) -> None:
    """Press play and wait until it really plays."""
    page.locator("[data-do='play']").click()
    page.wait_for_function(f"!{MEDIA}.paused && {MEDIA}.currentTime > 0.1")


def second(page: Page) -> float:
    """Where the player stands."""
    return float(page.evaluate(f"{MEDIA}.currentTime"))


def focused(page: Page) -> str:
    """What has the focus: its `data-do` or `data-part`, else its tag's name."""
    script = "({dataset, tagName}) => dataset.do || dataset.part || (dataset.t ? 'line' : tagName)"
    return str(page.evaluate(f"({script})(document.activeElement)"))


def tab_to(page: Page, name: str, limit: int = 60) -> None:
    """Press Tab until the focus is there."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    pytest.fail(f"Tab never reached {name}")


# Playing


def test_nothing_is_loaded_and_nothing_plays_before_somebody_presses_play(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(EPISODE, wait_until="networkidle")
    assert not [url for url in asked if url.endswith(".mp3")]
    assert page.evaluate(f"{MEDIA}.paused")
    assert page.locator("[data-part='total']").inner_text() == "3:54"
    open_quietly(page, EPISODE)
    start(page)


def test_the_buttons_move_the_place_and_the_slider_says_where_it_is(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("[data-do='forward']").click()
    page.locator("[data-do='forward']").click()
    page.locator("[data-do='back']").click()
    assert second(page) == 15
    page.locator("[data-do='next']").click()
    assert second(page) == 32
    assert page.locator("[data-part='chapter']").inner_text() == "Die Idee kam am Telefon"
    assert page.locator(".eb-chapters [aria-current]").inner_text().endswith("Die Idee kam am Telefon")
    page.locator("[data-do='previous']").click()
    assert second(page) == 0
    slider = page.locator("[data-part='seek']")
    slider.fill("61")
    assert second(page) == 61
    assert slider.get_attribute("aria-valuetext") == "1:01 von 3:54"


def test_the_speed_holds_from_page_to_page_but_is_not_stored(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("[data-part='speed']").select_option("1.5")
    start(page)
    page.locator(".eb-nav a").nth(1).click()
    page.wait_for_url("**/videos/")
    page.locator(".eb-card__title a").first.click()
    page.locator(".eb-content eb-player").wait_for()
    assert page.evaluate("document.querySelector('.eb-content eb-player').speed") == 1.5
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_speed_holds_from_page_to_page_while_nothing_plays_and_no_player_comes_along(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    page.locator("[data-part='speed']").select_option("1.25")
    page.evaluate(f"{MEDIA}.pause()")
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    assert page.locator("eb-player").count() == 0
    page.locator(f".eb-card__title a[href$='{VIDEO}']").click()
    page.wait_for_url(f"**/{VIDEO}")
    assert page.locator("[data-part='speed']").input_value() == "1.25"
    start(page)
    assert page.evaluate("document.querySelector('eb-player').speed") == 1.25
    assert page.evaluate("document.documentElement.classList.contains('eb-docked')") is False


@pytest.mark.parametrize(
    ("hash_", "expected"), [("#t=113", 113), ("#t=113,120", 113), ("#t=1:53", 113), ("#t=0:01:53", 113), ("#t=x", 0)]
)
def test_an_address_opens_at_its_second(page: Page, hash_: str, expected: int) -> None:
    open_quietly(page, EPISODE + hash_)
    assert second(page) == expected
    if expected:
        page.wait_for_load_state("load")
        page.wait_for_function("document.querySelector('eb-player').getBoundingClientRect().top < 50")
        assert focused(page) == "play"
        assert page.locator("[data-do='play']").inner_text() == "Ab 1:53 abspielen"
        page.keyboard.press("Enter")
        page.wait_for_function(f"{MEDIA}.currentTime > 113.2")
        assert second(page) < 118


def test_an_excerpt_ends_where_the_address_says(page: Page) -> None:
    open_quietly(page, f"{EPISODE}#t=20,21")
    page.locator("[data-do='play']").click()
    page.wait_for_function(f"{MEDIA}.currentTime >= 21 && {MEDIA}.paused")
    assert second(page) < 22


def test_a_moment_worth_hearing_plays_and_ends_where_its_editor_says(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator(".eb-bites a").click()
    page.wait_for_function(f"!{MEDIA}.paused && {MEDIA}.currentTime > 113")
    page.evaluate(f"{MEDIA}.currentTime = 157.8")
    page.wait_for_function(f"{MEDIA}.paused")
    assert 158 <= second(page) < 159.5


def test_the_sleep_timer_pauses_at_the_end_of_the_chapter(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("[data-part='sleep']").select_option("end")
    page.evaluate("document.querySelector('eb-player').seek(31)")
    page.locator("[data-do='play']").click()
    page.wait_for_function(f"{MEDIA}.currentTime >= 32 && {MEDIA}.paused")
    assert second(page) < 33
    assert page.locator("[data-part='sleep']").input_value() == ""
    assert "Gute Nacht" in page.locator(".eb-player [data-part='said']").inner_text()


def test_the_sleep_timer_pauses_after_minutes(page: Page) -> None:
    page.clock.install()
    open_quietly(page, EPISODE)
    page.locator("[data-part='sleep']").select_option("5")
    start(page)
    page.clock.run_for(4 * 60_000)
    assert not page.evaluate(f"{MEDIA}.paused")
    page.clock.run_for(61_000)
    page.wait_for_function(f"{MEDIA}.paused")


def test_share_from_here_copies_the_address_with_the_second(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_quietly(page, f"{EPISODE}#t=47")
    page.locator(".eb-player [data-do='share']").click()
    page.locator(".eb-player [data-part='said']:has-text('#t=47')").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{EPISODE}#t=47"


def test_the_lock_screen_knows_what_plays(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    told = page.evaluate(
        "(({title, artist, artwork}) => [title, artist, artwork[0].src])(navigator.mediaSession.metadata)"
    )
    assert told[:2] == ["Vom Bauteil zum Dienst", "Ebenerdig – der Podcast"]
    assert page.request.get(told[2]).ok


SESSION = """
window.told = { positions: [], handlers: {} };
window.MediaMetadata = class { constructor(given) { Object.assign(this, given); } };
const session = {
  metadata: null,
  setActionHandler(name, handler) {
    if (name === "nexttrack" && window.old) throw new TypeError("unknown action");
    window.told.handlers[name] = handler;
  },
  setPositionState(state) { window.told.positions.push(state); },
};
Object.defineProperty(navigator, "mediaSession", { value: session });
"""
"""Stands in for the system: keeps what the page tells it, and lets a test press its buttons."""


def test_the_buttons_of_the_lock_screen_do_what_those_of_the_page_do(page: Page) -> None:
    page.add_init_script(SESSION)
    open_quietly(page, EPISODE)
    assert page.evaluate("navigator.mediaSession.metadata") is None
    start(page)
    press = "([name, details]) => told.handlers[name]({ action: name, ...details })"
    steps: list[tuple[str, dict[str, float], float]] = [
        ("seekto", {"seekTime": 100}, 100),
        ("seekforward", {}, 115),
        ("seekbackward", {}, 100),
        ("seekbackward", {"seekOffset": 60}, 40),
        ("previoustrack", {}, 32),
        ("nexttrack", {}, 75),
    ]
    page.evaluate(press, ["pause", {}])
    assert page.evaluate(f"{MEDIA}.paused")
    for name, details, expected in steps:
        page.evaluate(press, [name, details])
        assert second(page) == expected, name
    page.wait_for_function("told.positions.at(-1).position === 75")
    page.locator("[data-part='speed']").select_option("1.5")
    page.wait_for_function("told.positions.at(-1).playbackRate === 1.5")
    assert page.evaluate("told.positions.at(-1).duration") == pytest.approx(234, abs=1)
    page.evaluate(press, ["play", {}])
    page.wait_for_function(f"!{MEDIA}.paused && {MEDIA}.currentTime > 75.1")


def test_without_chapters_the_lock_screen_offers_none_and_an_unknown_button_breaks_nothing(page: Page) -> None:
    page.add_init_script(SESSION)
    page.goto(EPISODE)
    page.evaluate("document.querySelector('eb-player').starts = []; window.old = true")
    page.evaluate(f"{MEDIA}.muted = true")
    start(page)
    assert page.evaluate("told.handlers.previoustrack") is None
    assert page.evaluate("Object.keys(told.handlers)") == [
        "play",
        "pause",
        "seekbackward",
        "seekforward",
        "seekto",
        "previoustrack",
    ]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390), (1280, 800)])
def test_full_screen_is_entered_and_left_and_its_button_says_so(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_quietly(page, VIDEO)
    start(page)
    button = page.locator("[data-do='full']")
    pressed = "document.querySelector(\"[data-do='full']\").getAttribute('aria-pressed')"
    for press in (button.click, lambda: page.keyboard.press("f")):
        assert page.evaluate(pressed) == "false"
        page.locator("eb-player [data-do='share']").focus()  # not there in full screen
        button.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        press()
        page.wait_for_function(f"document.fullscreenElement?.localName === 'eb-player' && {pressed} === 'true'")
        assert page.evaluate("document.activeElement.checkVisibility()") and focused(page) in ("full", "share")
        for name in ("play", "seek", "captions", "full"):
            box = page.locator(f"[data-do='{name}'], [data-part='{name}']").first.bounding_box()
            assert box and ((name == "full" and height > width) or box["y"] + box["height"] <= height), name
        film = page.locator("video").bounding_box()
        assert film and (height > width or film["height"] > height * 0.8)
        button.click()
        page.wait_for_function(f"!document.fullscreenElement && {pressed} === 'false'")
        page.wait_for_function("before => Math.abs(scrollY - before) < 2", arg=before)
        assert page.locator(".eb-player--small").count() == 0


def test_picture_in_picture_opens_before_anything_plays_and_its_button_says_so(page: Page) -> None:
    open_quietly(page, VIDEO)
    button = page.locator("[data-do='picture']")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.locator("[data-do='picture'][aria-pressed='true']").wait_for()
    assert page.evaluate(f"document.pictureInPictureElement === {MEDIA} && {MEDIA}.paused")
    page.evaluate("document.exitPictureInPicture()")  # closed at the window itself
    page.locator("[data-do='picture'][aria-pressed='false']").wait_for()
    button.click()
    page.locator("[data-do='picture'][aria-pressed='true']").wait_for()
    button.click()
    page.wait_for_function("!document.pictureInPictureElement")
    page.evaluate("HTMLVideoElement.prototype.requestPictureInPicture = Promise.reject.bind(Promise); 0")
    button.click()
    page.locator(".eb-player [data-part='said']:has-text('nicht geklappt')").wait_for()


def test_what_the_browser_cannot_do_is_not_offered(page: Page) -> None:
    for name in ("pictureInPictureEnabled", "fullscreenEnabled"):
        page.add_init_script(f"Object.defineProperty(document, '{name}', {{ value: undefined }})")
    open_quietly(page, VIDEO)
    assert page.locator("[data-do='mute']").is_visible()
    for name in ("picture", "full"):
        assert page.locator(f"[data-do='{name}']").is_hidden()
    page.locator("[data-do='play']").focus()
    page.keyboard.press("f")
    assert page.evaluate("document.fullscreenElement") is None


def test_captions_are_switched_beside_play_in_each_language(page: Page) -> None:
    open_quietly(page, VIDEO)
    modes = f"[...{MEDIA}.textTracks].map(track => track.mode).join()"
    button = page.locator("[data-do='captions']")
    button.click()
    assert page.evaluate(modes) == "showing,disabled"
    page.locator("[data-part='language']").select_option(label="Englisch")
    assert page.evaluate(modes) == "disabled,showing"
    page.wait_for_function(f"({MEDIA}.textTracks[1].cues || []).length > 20")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.evaluate(modes) == "disabled,disabled"
    page.wait_for_function("document.querySelector('[data-do=captions]').getAttribute('aria-pressed') === 'false'")


# By keyboard alone


def test_the_keyboard_alone_plays_moves_and_reads_along(page: Page) -> None:
    open_quietly(page, EPISODE)
    tab_to(page, "play")
    page.keyboard.press("Space")
    page.wait_for_function(f"!{MEDIA}.paused")
    page.keyboard.press("k")
    page.wait_for_function(f"{MEDIA}.paused")
    before = second(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("l")
    page.keyboard.press("j")
    assert second(page) == pytest.approx(before + 15, abs=0.5)
    page.keyboard.press(">")
    assert page.evaluate("document.querySelector('eb-player').speed") == 1.25
    page.keyboard.press("n")
    assert second(page) == 32
    tab_to(page, "seek")
    page.keyboard.press("ArrowRight")
    assert second(page) == 33
    tab_to(page, "speed")
    page.keyboard.press("m")  # a choice keeps its own keys
    assert page.evaluate(f"{MEDIA}.muted")
    page.locator(".eb-transcript summary").focus()
    page.keyboard.press("Enter")
    tab_to(page, "line")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function(f"!{MEDIA}.paused && {MEDIA}.currentTime > 7.7")
    assert second(page) < 12


def test_keys_do_nothing_outside_the_player_and_while_somebody_types(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("h1").click()
    page.keyboard.press("l")
    page.locator(".eb-transcript summary").click()
    page.locator("[data-part='find']").click()  # it is not there before its script is
    page.locator("[data-part='find']").press_sequentially("klm")
    assert (second(page), page.evaluate(f"{MEDIA}.paused")) == (0, True)
    assert page.locator("[data-part='find']").input_value() == "klm"


def test_every_key_that_is_listed_is_one_that_works(page: Page) -> None:
    page.goto(VIDEO)
    listed = page.locator(".eb-keys kbd").evaluate_all("keys => keys.map(key => key.textContent)")
    names = {"Leertaste": " ", "←": "ArrowLeft", "→": "ArrowRight"}
    source = page.request.get("assets/javascripts/player/controls.js").text()
    known = source[source.index("const KEYS") : source.index("};", source.index("const KEYS"))]
    for key in listed:
        name = names.get(key, key.lower())
        assert f"{name}:" in known or f'"{name}":' in known, key


def test_tab_reaches_every_control_of_the_player_and_keys_work_each(page: Page) -> None:
    open_quietly(page, VIDEO)
    controls = "eb-player :is(button, select, input, summary, a):visible"
    names = "all => all.map(({dataset, localName}) => dataset.do || dataset.part || localName)"
    there = page.locator(controls).evaluate_all(names)
    assert {"play", "seek", "captions", "language", "speed", "sleep", "mute", "volume", "share", "full"} <= set(there)
    page.locator("[data-do='play']").focus()
    while page.evaluate("document.activeElement.closest('eb-player') !== null"):
        page.keyboard.press("Shift+Tab")
    met = []
    while len(met) <= len(there):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('eb-player') !== null"):
            break
        met.append(page.evaluate(f"({names})([document.activeElement])[0]"))
    assert met == there

    modes = f"[...{MEDIA}.textTracks].map(track => track.mode).join()"
    page.locator("[data-do='mute']").focus()
    page.keyboard.press("c")
    assert page.evaluate(modes) == "showing,disabled"
    page.keyboard.press("<")
    assert page.evaluate("document.querySelector('eb-player').speed") == 0.75
    page.keyboard.press("n")
    assert second(page) > 1
    page.keyboard.press("p")
    assert second(page) == 0
    page.keyboard.press("Space")  # the button's own key
    page.wait_for_function(f"!{MEDIA}.muted")
    page.keyboard.press("m")
    page.wait_for_function(f"{MEDIA}.muted")
    page.locator("[data-part='language']").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(modes) == "disabled,showing"
    page.locator("[data-part='sleep']").focus()
    page.keyboard.press("End")
    assert page.locator("[data-part='sleep']").input_value() == "end"
    page.locator("[data-part='volume']").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(f"[{MEDIA}.volume, {MEDIA}.muted]") == [0.9, False]
    page.locator("[data-part='seek']").focus()
    page.keyboard.press("End")
    assert second(page) == pytest.approx(117, abs=1)
    page.locator("[data-part='remember']").focus()
    page.keyboard.press("Space")
    page.locator("[data-do='forget']").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "remember"
    page.locator(".eb-player__more summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".eb-keys").is_visible()


def test_the_focus_is_never_lost_when_the_player_becomes_small_or_large_or_closes(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    small = page.locator(".eb-player--small")
    for name in ("speed", "remember"):
        page.locator(f"[data-part='{name}']").focus()
        page.mouse.wheel(0, 4000)
        small.wait_for()
        assert focused(page) == "play"
        page.locator("[data-do='close']").focus()
        page.evaluate("scrollTo(0, 0)")
        small.wait_for(state="detached")
        assert focused(page) == "play"
    page.locator(".eb-transcript summary").focus()
    page.keyboard.press("Enter")
    tab_to(page, "line")
    small.wait_for()
    line, place_ = page.evaluate("document.activeElement.textContent"), page.evaluate("scrollY")
    page.locator("[data-do='close']").focus()
    page.keyboard.press("Enter")
    small.wait_for(state="detached")
    assert page.evaluate("document.activeElement.textContent") == line
    assert page.evaluate("scrollY") == pytest.approx(place_, abs=2)
    page.evaluate("scrollTo(0, 0)")
    start(page)
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    page.locator(".eb-dock [data-do='close']").focus()
    page.keyboard.press("Enter")
    assert page.locator("eb-player").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_a_link_to_a_second_of_what_plays_comes_home_to_it_with_the_focus(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    page.locator(".eb-dock .eb-player__title a").evaluate("link => { link.hash = '#t=113'; link.focus(); }")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#t=113")
    page.wait_for_function(f"{MEDIA}.currentTime >= 113 && !{MEDIA}.paused")
    assert focused(page) == "play"
    assert page.locator(".eb-content eb-player:not(.eb-player--small)").count() == 1


# Reading along


def test_a_click_on_a_line_plays_it_and_the_transcript_follows_line_by_line(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator(".eb-transcript summary").click()
    page.get_by_text("Nach dem Einbau war für uns Schluss.").click()
    page.locator("[data-t][aria-current]:has-text('Nach dem Einbau')").wait_for()
    assert 40.4 <= second(page) < 43
    page.locator("[data-t][aria-current]:has-text('Aber das Telefon')").wait_for(timeout=6000)
    assert page.locator("[data-t][aria-current]").count() == 1


def test_the_page_follows_until_the_reader_scrolls_away_and_again_on_request(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    open_quietly(page, EPISODE)
    page.locator(".eb-transcript summary").click()
    seek = "second => document.querySelector('eb-player').seek(second)"
    page.evaluate(seek, 2)
    page.locator("[data-t][aria-current]").scroll_into_view_if_needed()
    page.evaluate(seek, 100)
    line = page.locator("[data-t][aria-current]")
    middle = "line => { const box = line.getBoundingClientRect(); return box.top > 50 && box.top < innerHeight - 50; }"
    assert line.evaluate(middle)
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(seek, 200)
    assert page.evaluate("scrollY") == 0
    assert not line.evaluate(middle)
    button = page.locator("[data-do='follow']")
    button.evaluate("button => button.click()")
    button.evaluate("button => button.click()")
    assert button.get_attribute("aria-pressed") == "true"
    assert line.evaluate(middle)


def test_a_folded_transcript_costs_nothing_while_the_page_loads(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def laid_out() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "LayoutObjects"))

    page.goto(EPISODE, wait_until="load")
    before, lines = laid_out(), page.locator("[data-t]").count()
    page.locator(".eb-transcript summary").click()
    page.locator(".eb-reading__tools").wait_for()
    assert lines > 20 and laid_out() > before + 2 * lines, "each line has a box and its words"


def test_the_transcript_is_searched_across_lines_with_a_count(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("a[href='#transcript']").click()
    field, hits = page.locator("[data-part='find']"), page.locator("[data-part='hits']")
    field.fill("lindental. ICH")
    assert hits.inner_text() == "1 von 1"
    said = page.evaluate("[...CSS.highlights.get('eb-hit')].map(String).join()")
    assert said.split() == ["Lindental.", "Ich"]
    field.fill("mara")
    total = int(hits.inner_text().split()[-1])
    assert total > 1
    field.press("Enter")
    assert hits.inner_text() == f"2 von {total}"
    field.press("Shift+Enter")
    page.locator("[data-do='up']").click()
    assert hits.inner_text() == f"{total} von {total}"
    field.fill("gibt es hier nicht")
    assert hits.inner_text() == "Nichts gefunden"
    field.press("Escape")
    assert (field.input_value(), hits.inner_text()) == ("", "")


def test_the_transcript_is_copied_with_time_and_speaker(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(EPISODE)
    page.locator(".eb-transcript summary").click()
    page.locator("[data-do='copy']").click()
    page.locator(".eb-reading__tools [data-part='said']:has-text('kopiert')").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert lines[0].startswith("0:01 Mara: Willkommen bei Ebenerdig")
    assert "0:27 Elif: Hallo Mara. Schön, dass Sie im Oktober bei uns in der Halle waren." in lines


# Staying


def test_a_started_player_stays_small_while_its_reader_scrolls_on(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.evaluate("scrollTo(0, 1e6)")
    assert page.locator(".eb-player--small").count() == 0
    page.evaluate("scrollTo(0, 0)")
    start(page)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("scrollTo(0, 2500)")
    page.locator(".eb-player--small").wait_for()
    assert page.locator(".eb-player__title a").inner_text() == "Vom Bauteil zum Dienst"
    assert abs(page.evaluate("document.documentElement.scrollHeight") - height) < 200
    page.locator("[data-do='close']").click()
    assert page.evaluate(f"{MEDIA}.paused")
    assert page.locator(".eb-player--small").count() == 0


def test_it_plays_on_from_page_to_page_and_comes_home(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    page.evaluate("window.sameDocument = true; window.stops = 0")
    page.evaluate(f"{MEDIA}.addEventListener('pause', () => window.stops++)")
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    assert page.locator("h1").inner_text() == "Erklärvideos"
    assert page.title().startswith("Erklärvideos")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.locator(".eb-nav [aria-current]").inner_text() == "Erklärvideos"
    assert page.evaluate("scrollY") == 0
    page.locator(f".eb-card__title a[href$='{VIDEO}']").click()
    page.wait_for_url(f"**/{VIDEO}")
    page.locator(".eb-dock .eb-play").wait_for()
    assert broken_rules(page, page.url) == []
    page.locator(".eb-brand").click()
    page.wait_for_function("document.querySelector('.eb-hero') !== null")
    page.go_back()
    page.wait_for_url(f"**/{VIDEO}")
    page.locator(".eb-dock .eb-player__title a").click()
    page.wait_for_url(f"**/{EPISODE}")
    page.wait_for_function("document.querySelectorAll('eb-player').length === 1")
    assert page.locator(".eb-content eb-player:not(.eb-player--small)").count() == 1
    assert page.evaluate("[window.sameDocument, window.stops]") == [True, 0]
    now = second(page)
    page.wait_for_function(f"{MEDIA}.currentTime > {now} + 0.3")
    page.locator(".eb-transcript summary").click()
    page.locator("[data-t][aria-current]").wait_for()


def test_another_player_takes_over_and_a_page_that_cannot_be_swapped_is_simply_loaded(page: Page) -> None:
    open_quietly(page, EPISODE)
    start(page)
    page.locator(".eb-nav a[href$='videos/']").click()
    page.locator(f".eb-card__title a[href$='{VIDEO}']").click()
    page.wait_for_url(f"**/{VIDEO}")
    page.evaluate("document.querySelector('.eb-content eb-player').media.muted = true")
    page.locator(".eb-content [data-do='play']").click()
    page.wait_for_function("document.querySelectorAll('eb-player').length === 1")
    page.wait_for_function(f"!{MEDIA}.paused")
    page.evaluate("window.sameDocument = true")
    page.evaluate("document.querySelector('.eb-brand').href = '/nowhere/'")
    page.locator(".eb-brand").click()
    page.wait_for_url("**/nowhere/")
    assert page.evaluate("window.sameDocument") is None


def test_while_nothing_plays_links_are_links(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.evaluate("window.sameDocument = true")
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    assert page.evaluate("window.sameDocument") is None


# Remembering


def test_nothing_is_stored_before_the_tick_and_nothing_is_left_after_forgetting(page: Page) -> None:
    stored = "Object.keys(localStorage).length + Object.keys(sessionStorage).length"
    open_quietly(page, EPISODE)
    start(page)
    page.evaluate("document.querySelector('eb-player').seek(50)")
    page.locator("[data-do='play']").click()
    assert page.evaluate(stored) == 0
    tick = page.locator("[data-part='remember']")
    assert not tick.is_checked()
    tick.check()
    kept = json.loads(page.evaluate("localStorage['ebenerdig.listening']"))
    assert kept["items"][EPISODE.rstrip("/")]["at"] == pytest.approx(50, abs=2)
    days = (kept["until"] - page.evaluate("Date.now()")) / 864e5
    assert 179 < days <= 180
    page.locator("[data-do='forget']").click()
    assert page.evaluate(stored) == 0
    assert not tick.is_checked()
    start(page)
    page.locator("[data-do='play']").click()
    assert page.evaluate(stored) == 0


def test_with_the_tick_it_goes_on_tomorrow_at_the_same_second_and_speed(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("[data-part='remember']").check()
    page.locator("[data-part='speed']").select_option("1.25")
    start(page)
    page.evaluate("document.querySelector('eb-player').seek(90)")
    page.locator("[data-do='play']").click()
    page.goto("")
    page.goto(EPISODE)
    assert second(page) == pytest.approx(90, abs=2)
    assert page.evaluate("document.querySelector('eb-player').speed") == 1.25
    assert page.locator("[data-do='play']").inner_text().startswith("Ab 1:")
    assert page.evaluate(f"{MEDIA}.paused")


def test_what_was_heard_is_marked_on_cards_until_it_is_forgotten_or_too_old(page: Page) -> None:
    open_quietly(page, EPISODE)
    page.locator("[data-part='remember']").check()
    start(page)
    page.evaluate("document.querySelector('eb-player').seek(230)")
    page.wait_for_function(f"{MEDIA}.ended")
    page.goto("episodes/")
    marks = page.locator(".eb-card .eb-done:visible")
    assert marks.all_inner_texts() == ["gehört"]
    kept = json.loads(page.evaluate("localStorage['ebenerdig.listening']"))
    page.evaluate("kept => localStorage.setItem('ebenerdig.listening', kept)", json.dumps({**kept, "until": 1}))
    page.goto("episodes/")
    assert marks.count() == 0
    assert page.evaluate("localStorage.length") == 0


# Films at providers


def test_a_provider_hears_nothing_before_the_click_and_is_asked_once_by_it(browser: Browser, tmp_path: Path) -> None:
    library = small_project(tmp_path)
    library.item("videos/fern", video=f"https://youtu.be/{KEY}")
    with served(build(tmp_path)) as address:
        context = browser.new_context(base_url=address)
        page, asked = context.new_page(), []
        page.on("request", lambda request: None if request.url.startswith(address) else asked.append(request.url))
        context.route(
            lambda url: not url.startswith(address),
            lambda route: route.fulfill(body="<p>film", content_type="text/html"),
        )
        page.goto("videos/fern/", wait_until="networkidle")
        assert asked == []
        page.locator(".eb-embed__load").focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.localName") == "iframe"
        page.frame_locator("iframe").get_by_text("film").wait_for()
        assert asked == [f"https://www.youtube-nocookie.com/embed/{KEY}?autoplay=1&rel=0&cc_load_policy=1"]
        assert page.locator(".eb-embed__load").count() == 0
        context.close()


def test_the_described_and_the_signed_version_take_over_at_the_same_second(browser: Browser, tmp_path: Path) -> None:
    library = small_project(tmp_path)
    film = (Path(__file__).parents[1] / VIDEO / "video.mp4").read_bytes()
    files = dict.fromkeys(("video.mp4", "signed.mp4", "described.mp4"), film)
    versions = {"sign_language": "signed.mp4", "audio_description": "{status: own_track, file: described.mp4}"}
    library.item("videos/film", "", {**files, "captions.vtt": TRANSCRIPT.encode()}, **versions)
    with served(build(tmp_path)) as address:
        page = browser.new_page(base_url=address)
        open_quietly(page, "videos/film/")
        start(page)
        page.evaluate("document.querySelector('eb-player').seek(40)")
        for label, file in (("Gebärdensprache", "signed"), ("Bildbeschreibung", "described")):
            page.get_by_role("button", name=label).click()
            page.wait_for_function(f"{MEDIA}.currentSrc.endsWith('{file}.mp4') && {MEDIA}.currentTime > 40")
            assert not page.evaluate(f"{MEDIA}.paused")
            assert page.locator("[data-do='version'][aria-pressed='true']").all_inner_texts() == [label]
        page.get_by_role("button", name="Bildbeschreibung").click()
        page.wait_for_function(f"{MEDIA}.currentSrc.endsWith('/video-film.mp4') && {MEDIA}.currentTime > 40")
        page.close()


def test_a_described_version_that_is_sound_only_plays_over_the_poster_with_captions_and_text_in_step(
    browser: Browser, tmp_path: Path
) -> None:
    library = small_project(tmp_path)
    sample = Path(__file__).parents[1]
    files = {name: (sample / VIDEO / name).read_bytes() for name in ("video.mp4", "captions.vtt", "poster.jpg")}
    files["described.mp3"] = (sample / EPISODE / "audio.mp3").read_bytes()
    described = "{status: own_track, file: described.mp3}"
    library.item("videos/film", "", files, poster="poster.jpg", audio_description=described)
    with served(build(tmp_path)) as address:
        page = browser.new_page(base_url=address, reduced_motion="reduce")
        open_quietly(page, "videos/film/")
        assert page.locator("a[href$='described.mp3']").count() == 1
        page.locator("[data-do='captions']").click()
        page.locator(".eb-transcript summary").click()
        start(page)
        assert page.evaluate(f"{MEDIA}.videoWidth") > 0
        page.evaluate("document.querySelector('eb-player').seek(40)")
        button = page.get_by_role("button", name="Bildbeschreibung (nur Ton)")
        button.evaluate("button => button.click()")
        page.wait_for_function(f"{MEDIA}.currentSrc.endsWith('described.mp3') && {MEDIA}.currentTime > 40.2")
        assert page.evaluate(f"[{MEDIA}.paused, {MEDIA}.videoWidth, {MEDIA}.poster.length > 0]") == [False, 0, True]
        assert page.locator("[data-do='picture']").is_hidden()
        page.evaluate(f"{MEDIA}.pause()")
        page.evaluate("document.querySelector('eb-player').seek(50)")
        page.wait_for_function(f"!{MEDIA}.seeking")
        cue = f"[...{MEDIA}.textTracks[0].activeCues].map(cue => cue.getCueAsHTML().textContent).join(' ')"
        page.wait_for_function(f"{cue}.length > 0")
        shown = " ".join(page.evaluate(cue).split())
        assert page.locator("[data-t][aria-current]").inner_text() in shown
        button.evaluate("button => button.click()")
        page.wait_for_function(f"{MEDIA}.videoWidth > 0")
        assert second(page) == pytest.approx(50, abs=0.5)
        assert page.evaluate(f"{MEDIA}.textTracks[0].mode") == "showing"
        page.close()


# For everybody


def test_without_scripts_the_browsers_own_player_and_the_whole_text_remain(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for path, media in ((EPISODE, "audio"), (VIDEO, "video")):
        page.goto(path)
        assert page.locator(f"{media}[controls]").is_visible()
        assert not page.locator(".eb-player__controls").is_visible()
        page.locator(".eb-transcript summary").click()
        assert page.locator(".eb-transcript [data-t]").first.is_visible()
        assert not page.locator(".eb-reading__find").is_visible()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), CIRCUMSTANCES)
def test_nobody_meets_a_barrier_while_it_plays_large_or_small(
    browser: Browser, address: str, width: int, scheme: Scheme
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page, found = context.new_page(), []
    for path in (EPISODE, VIDEO):
        open_quietly(page, path)
        page.evaluate("document.querySelectorAll('.eb-item details').forEach(details => details.open = true)")
        start(page)
        for small in (False, True):
            if small:
                page.evaluate("document.querySelector('.eb-transcript').scrollIntoView()")
                page.locator("[data-part='find']").fill("der")
                page.locator(".eb-player--small").wait_for()
            where = f"{path} {'small' if small else 'large'}"
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append(f"{where}: wider than the screen")
            found += broken_rules(page, where)
            found += [
                f"{where}: {name} is too small"
                for name in page.locator("eb-player :is(button, select, input, summary):visible").evaluate_all(
                    "all => all.filter(one => { const box = one.getBoundingClientRect();"
                    "return box.width < 22 || box.height < 22; }).map(one => one.outerHTML.slice(0, 80))"
                )
            ]
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_everything_keeps_a_shape_and_focus_is_seen_on_all_of_it(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(
        base_url=address,
        viewport={"width": 1280, "height": 800},
        forced_colors="active",
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()

    def looks(selector: str, *names: str) -> list[str]:
        style = "(one, names) => names.map(name => getComputedStyle(one)[name])"
        found = page.locator(selector).first.evaluate(style, list(names))
        return [str(value) for value in found]

    def system(name: str) -> str:
        paint = "name => { document.body.style.caretColor = name; return getComputedStyle(document.body).caretColor; }"
        return str(page.evaluate(paint, name))

    open_quietly(page, EPISODE)
    assert looks(".eb-play", "borderTopStyle", "borderTopWidth") == ["solid", "2px"]
    mute = "[data-do='mute'][aria-pressed='true']"
    page.locator(mute).wait_for()
    assert looks(mute, "backgroundColor", "color") == [system("Highlight"), system("HighlightText")]
    page.locator(".eb-transcript summary").click()
    start(page)
    page.locator("[data-t][aria-current]").wait_for()
    assert looks("[data-t][aria-current]", "outlineStyle", "outlineColor") == ["solid", system("Highlight")]
    page.evaluate(f"{MEDIA}.pause()")
    for name in (mute, "[data-part='seek']", ".eb-chapters [aria-current]", "[data-t][aria-current]"):
        page.locator(name).focus()
        page.keyboard.press("Shift")  # somebody uses keys
        assert looks(name, "outlineStyle", "outlineWidth") == ["solid", "3px"], name
        assert looks(name, "outlineColor") != [system("Canvas")], name
    page.locator("[data-do='play']").click()
    page.locator(".eb-transcript").evaluate("text => text.scrollIntoView()")
    page.locator(".eb-player--small").wait_for()
    assert looks(".eb-player--small .eb-player__body", "borderTopStyle") == ["solid"]
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", [EPISODE, VIDEO])
def test_on_paper_an_item_is_a_text_to_hand_out(browser: Browser, address: str, path: str, scripts: bool) -> None:
    context = browser.new_context(
        base_url=address, color_scheme="dark", java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path)
    if scripts:
        page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        page.locator(".eb-transcript summary").click()
        page.locator(".eb-reading__tools").wait_for()
    page.emulate_media(media="print")
    tools = [".eb-reading__tools"] if scripts else []
    for gone in (".eb-header", ".eb-footer__links", "eb-player", ".eb-chapters", ".eb-transcript summary", *tools):
        assert page.locator(gone).count() and not page.locator(gone).first.is_visible(), gone
    assert not page.locator("[aria-labelledby='related']").is_visible()
    lines = page.locator("[data-t]")
    assert lines.count() == page.locator("[data-t]:visible").count() > 20
    assert f"https://ebenerdig.example/{path}" in page.locator(".eb-printed:visible").inner_text()
    style = "(one, [name, part]) => getComputedStyle(one, part)[name]"
    shown = page.locator(".eb-links a[href^='http']").first
    assert shown.get_attribute("href") in shown.evaluate(style, ["content", "::after"])
    assert page.locator(".eb-links a[href^='..']").first.evaluate(style, ["content", "::after"]) == "none"
    dark = page.evaluate(
        """() => [...document.querySelectorAll("body, body *")].filter(one => one.checkVisibility()).filter(one => {
          const { backgroundColor, color } = getComputedStyle(one);
          const light = paint => Math.min(...paint.match(/[\\d.]+/g).slice(0, 3).map(Number));
          return (!backgroundColor.endsWith(", 0)") && light(backgroundColor) < 200) || light(color) > 120;
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert dark == []
    context.close()


def test_the_text_is_folded_again_after_printing(page: Page) -> None:
    page.goto(EPISODE)
    page.evaluate(
        "addEventListener('beforeprint', () => window.open_ = document.querySelector('eb-transcript [open]'))"
    )
    page.pdf()
    assert page.evaluate("[!!window.open_, document.querySelector('eb-transcript [open]')]") == [True, None]


def test_a_strict_policy_stops_nothing(page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if "Content Security" in message.text else None)

    def guarded(route) -> None:  # type: ignore[no-untyped-def]
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})

    page.route("**/*", lambda route: guarded(route) if route.request.resource_type == "document" else route.continue_())
    open_quietly(page, EPISODE)
    page.locator("[data-do='play']").click()
    page.locator(".eb-nav a[href$='videos/']").click()
    page.wait_for_url("**/videos/")
    page.locator("[data-playing='true'] .eb-player__title:visible").wait_for()
    assert complaints == []


def test_who_plays_and_leaves_at_once_keeps_the_sound(page: Page) -> None:
    held: list[Route] = []
    page.route("**/player/stay.js", lambda route: held.append(route))
    open_quietly(page, EPISODE)
    page.locator("[data-do='play']").click()
    page.locator(".eb-nav a[href$='videos/']").click()
    assert page.url.endswith(EPISODE)
    held[0].continue_()
    page.wait_for_url("**/videos/")
    page.locator("[data-playing='true'] .eb-player__title:visible").wait_for()
