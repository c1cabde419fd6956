"""What may be written into a field: every kind of value and every limit, just within it and just beyond."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

import pytest
from ebenerdig.models import (
    Alternate,
    Captions,
    Chapter,
    Episode,
    Funder,
    Item,
    Library,
    Location,
    Model,
    NamedUrl,
    Package,
    Recording,
    Show,
    Stop,
    Tour,
    TourDate,
    Video,
    nested,
    worded,
)
from ebenerdig.models.apple_categories import check_category
from ebenerdig.models.fields import (
    Alias,
    Day,
    Definition,
    FileRef,
    Guid,
    Host,
    Language,
    Levels,
    LicenseId,
    Line,
    Many,
    MediaRef,
    Moment,
    Seconds,
    Takeaway,
    Target,
    Teaser,
    Text,
    Title,
    TopicId,
    Url,
)
from ebenerdig.models.parts import MeetingPoint
from ebenerdig.models.recording import Soundbite
from ebenerdig.models.show import Owner, TextRecord, UpdateFrequency
from ebenerdig.models.tour import Accessibility, Admission, AgendaPoint, Capacity
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: Any) -> str:
    """The code of what is wrong."""
    with pytest.raises(ValidationError) as raised:
        read(kind, value)
    return str(raised.value.errors()[0]["type"])


def of(model: type[Model], name: str) -> Any:
    """The type of one field, with its limits."""
    field = model.model_fields[name]
    return Annotated[field.annotation, field]


def words(count: int) -> str:
    return " ".join(["Wort"] * count)


LEVELS = {"1": (1,), "1-4": (1, 2, 3, 4), "2 – 3": (2, 3), "99": (99,), " 9-10 ": (9, 10), "10-12": (10, 11, 12)}
FINE: list[tuple[Any, Any, Any]] = [
    *((Levels, written, meant) for written, meant in LEVELS.items()),
    (Levels, ["3", "1", "3", "12"], (1, 3, 12)),
    (Moment, "2026-03-01", datetime(2026, 3, 1, 6)),
    (Moment, "1900-01-01", datetime(1900, 1, 1, 6)),
    (Moment, "2999-12-31 9:05", datetime(2999, 12, 31, 9, 5)),
    (Moment, "2026-03-01T09:05:30", datetime(2026, 3, 1, 9, 5, 30)),
    (Moment, "2026-03-01 9:05+02:00", datetime.fromisoformat("2026-03-01T09:05+02:00")),
    (Day, "2026-03-01", date(2026, 3, 1)),
    (Day, "0001-01-01", date(1, 1, 1)),
    *((Seconds, w, m) for w, m in {"0": 0, "99999.999": 99_999.999, "1:05": 65, "99:59.5": 5_999.5}.items()),
    *((Seconds, w, m) for w, m in {"1:00:00": 3_600, "999:59:59.999": 3_599_999.999, "12:34": 754}.items()),
    (Text, "  A\n\tB ", "A\n\tB"),
    (Text, "A\u0308", "Ä"),
    (Line, " A \n B\tC ", "A B C"),
    (Title, "x" * 70, "x" * 70),
    (Teaser, words(60), words(60)),
    (Definition, words(25), words(25)),
    (Takeaway, words(15), words(15)),
    *((Language, code, code) for code in ("de", "gsw", "de-DE", "zh-Hans-CN", "en-GBGBGBGB")),
    (Many[Line], "A", ("A",)),
    (Many[Line], ["A", "B"], ("A", "B")),
    (Url, "https://a.example", "https://a.example/"),
    (Url, "http://a.example/x?y#z", "http://a.example/x?y#z"),
    *((Host, name, "video.example.org") for name in ("video.example.org", "VIDEO.example.org")),
    (Host, "a.example:8080", "a.example:8080"),
    (Host, "größe.example", "xn--gre-6ka8i.example"),
    *(
        (Target, w, w)
        for w in ("mailto:a@b.example", "tel:+49 511/1-2(3)", "https://a.example/x", "packages", "a-1/b-2")
    ),
    (Target, "/packages/start/", "packages/start"),
    (Target, "HTTPS://a.example", "https://a.example/"),
    *((Alias, w, w) for w in ("alt", "/alt/neu", "2019/05/folge", "folge.html", "a" * 200, "größe_1~x", "/x.htm")),
    (Alias, "alt/index.html", "alt"),
    (Alias, "alt/INDEX", "alt"),
    (Alias, "alt/", "alt"),
    (TopicId, "ki-2", "ki-2"),
    *((LicenseId, w, w) for w in ("CC-BY-4.0", "GPL-2.0+x", "MIT")),
    (Guid, "  https://a/?p=1\u00a0 ", "https://a/?p=1\u00a0"),
    (Guid, "x" * 8000, "x" * 8000),
    (Guid, "a\t\x85\u202eb", "a\t\x85\u202eb"),
    *((FileRef, w, w) for w in ("a.jpg", "ordner/a.jpg", "a..b.jpg", "Größe 1.jpg")),
    *((MediaRef, w, w) for w in ("a.mp3", "https://a.example/a.mp3")),
]


@pytest.mark.parametrize(("kind", "written", "meant"), FINE, ids=lambda value: repr(value)[:40])
def test_a_value_means_what_it_says(kind: Any, written: Any, meant: Any) -> None:
    assert read(kind, written) == meant


WRONG: list[tuple[Any, Any, str]] = [
    *((Levels, w, "levels") for w in ("0", "100", "3-2", "1-", "-1", "a", "1-100", "01", 1)),
    *((Levels, w, "levels") for w in ([], ["0"], ["100"], [1], ["1", "x"])),
    *((Moment, w, "moment") for w in ("1899-01-01", "3000-01-01", "2026-3-1", "2026-02-30", "01.03.2026", 1, "")),
    *((Moment, w, "moment") for w in ("2026-03-01 9", "2026-03-01x09:00", "2026-03-01 123:00", "2026-03-01 24:00")),
    *((Day, w, "day") for w in ("2026-3-1", "2026-02-30", "2026-03-01 09:00", "12026-03-01", 1, "")),
    *((Seconds, w, "seconds") for w in ("", "-1", "100000", "1.2345", 1, "1:60", "1:60:00", "1:00:60", "100:00")),
    *((Seconds, w, "seconds") for w in ("1000:00:00", "1:2:3:4")),
    *((Text, w, "empty") for w in ("", " \n ")),
    *((Text, f"a{w}b", "control-character") for w in "\x00\x07\x85\u202a\u202e\u2066\u2069\ufffe\uffff"),
    (Title, "x" * 71, "too_long"),
    (Teaser, words(61), "too-many-words"),
    (Definition, words(26), "too-many-words"),
    (Takeaway, words(16), "too-many-words"),
    *((Language, w, "string_pattern_mismatch") for w in ("d", "deut", "DE", "de-", "de-D", "de-GBGBGBGBG", "de_DE")),
    *((Url, w, "url") for w in ("a.example", "ftp://a.example", "https://", "javascript:alert(1)", "mailto:a@b.c")),
    *((Host, w, "host") for w in ("localhost", "a.example/x", "https://a.example/", "https://a.example")),
    *((Host, w, "host") for w in ("a.example?x", "a b.example", "a.example#x")),
    *((Target, w, "target") for w in ("Packages", "a//b", "ä", "a b", "../a", "a#b")),
    *((Target, w, "url") for w in ("javascript:alert(1)", "mailto:a", "tel:abc", "mailto:<a@b>")),
    *((Alias, w, "alias") for w in ("a" * 201, "-alt", "_x", "alt//neu", "a b", "a?b", "a.html/b", "a.pdf", "~a")),
    (Alias, "index.html", "alias"),
    *((TopicId, w, "string_pattern_mismatch") for w in ("KI", "ki-", "-ki", "k--i", "k_i", "ü")),
    *((LicenseId, w, "string_pattern_mismatch") for w in ("CC BY", "MIT.", "-MIT", "")),
    *((Guid, w, "empty") for w in ("", " \n", "\u00a0")),
    (Guid, "x" * 8001, "string_too_long"),
    *((Guid, w, "control-character") for w in ("a\x00b", "a\x07", "a\ufffe")),
    *((FileRef, w, "file-outside") for w in ("/a.jpg", "..", "../a.jpg", "a/../../b.jpg", "a\\b.jpg")),
    *((FileRef, w, "file-not-local") for w in ("https://a.example/a.jpg", "C:a.jpg", "data:x")),
    *((MediaRef, w, "url") for w in ("ftp://a.example/a.mp3", "file:///a.mp3")),
]


@pytest.mark.parametrize(("kind", "written", "code"), WRONG, ids=lambda value: repr(value)[:40])
def test_a_value_that_is_none_is_refused_with_its_reason(kind: Any, written: Any, code: str) -> None:
    assert refused(kind, written) == code


NUMBERS: list[tuple[type[Model], str, float | None, float | None]] = [
    *((model, "lat", -90, 90) for model in (Location, MeetingPoint, Stop)),
    *((model, "lon", -180, 180) for model in (Location, MeetingPoint, Stop)),
    (Stop, "minutes", 1, 600),
    (Capacity, "min", 1, None),
    (Capacity, "max", 1, None),
    (Admission, "minimum_age", 0, 99),
    (Accessibility, "door_width_cm", 40, 500),
    (Recording, "season", 1, None),
    (Recording, "episode", 1, None),
    (Library, "page_size", 1, 200),
    (Library, "feed_size", 1, None),
]


@pytest.mark.parametrize(("model", "name", "least", "most"), NUMBERS)
def test_a_number_has_its_limits(model: type[Model], name: str, least: float | None, most: float | None) -> None:
    step = 0.001 if least and least < 0 else 1
    for limit, way in ((least, -1), (most, 1)):
        if limit is not None:
            assert read(of(model, name), str(limit)) == limit
            assert read(of(model, name), str(limit - way)) == limit - way
            assert refused(of(model, name), str(limit + way * step)) in ("less_than_equal", "greater_than_equal")


TEXTS: list[tuple[type[Model], str, int]] = [
    (Item, "title", 255),
    (Location, "name", 128),
    (NamedUrl, "text", 128),
    (Soundbite, "title", 128),
    (Alternate, "title", 32),
    (Recording, "episode_display", 32),
    (TextRecord, "text", 4000),
    (TextRecord, "purpose", 128),
    (UpdateFrequency, "text", 128),
]


@pytest.mark.parametrize(("model", "name", "most"), TEXTS)
def test_a_text_has_its_greatest_length(model: type[Model], name: str, most: int) -> None:
    assert read(of(model, name), "ä" * most) == "ä" * most
    assert refused(of(model, name), "ä" * (most + 1)) in ("too_long", "string_too_long")


COUNTS: list[tuple[type[Model], str, Any, int, int | None]] = [
    (Item, "areas", "data", 1, 2),
    (Package, "areas", "data", 1, None),
    (Item, "takeaways", "Messen", 3, 5),
    (Package, "items", "episodes/eins", 2, None),
    (Video, "video", "a.mp4", 1, None),
    (Video, "captions", {"language": "de", "file": "a.vtt"}, 1, None),
    (Show, "categories", "Technology", 1, None),
]


@pytest.mark.parametrize(("model", "name", "one", "least", "most"), COUNTS)
def test_a_list_has_its_least_and_greatest_number(
    model: type[Model], name: str, one: Any, least: int, most: int | None
) -> None:
    assert len(read(of(model, name), [one] * least)) == least
    assert refused(of(model, name), [one] * (least - 1)) == "too_short"
    assert len(read(of(model, name), [one] * (most or 20))) == (most or 20)
    if most:
        assert refused(of(model, name), [one] * (most + 1)) == "too_long"


@pytest.mark.parametrize(("seconds", "fits"), [("14.999", False), ("15", True), ("120", True), ("120.001", False)])
def test_a_soundbite_lasts_15_to_120_seconds(seconds: str, fits: bool) -> None:
    kind = of(Soundbite, "duration")
    assert (read(kind, seconds) == float(seconds)) if fits else refused(kind, seconds) == "out-of-range"


@pytest.mark.parametrize(
    ("model", "name", "fine", "wrong"),
    [
        (Location, "osm", ["N1", "W22", "R113314"], ["X1", "R", "r1", "R1a"]),
        (Location, "country", ["DE", "at"], ["D", "DEU", "D1"]),
        (MeetingPoint, "postcode", ["01067", "30159"], ["1067", "301590", "3015a"]),
        (AgendaPoint, "time", ["9:05", "14:00"], ["900", "9:5", "123:00"]),
        (
            Owner,
            "email",
            ["a@b.example", "a.b+c@d-e.example"],
            ["a@b", "a b@c.example", "a@@b.example", "a@b.", "@b.c"],
        ),
        (UpdateFrequency, "rrule", ["FREQ=WEEKLY", "FREQ=DAILY;UNTIL=20271231T000000Z"], ["FREQ=X", "weekly", "FREQ"]),
        (Show, "guid", ["917393e3-1b1e-5cef-ace4-edaa54e1f810"], ["x", "917393e3"]),
        (Library, "time_zone", ["Europe/Berlin", "UTC"], ["Berlin", "europe/berlin x"]),
    ],
)
def test_what_has_a_form_keeps_it(model: type[Model], name: str, fine: list[str], wrong: list[str]) -> None:
    for value in fine:
        assert read(of(model, name), value) == value
    for value in wrong:
        refused(of(model, name), value)


@given(st.integers(1, 99), st.integers(1, 99))
def test_levels_are_a_range_that_rises(first: int, last: int) -> None:
    if first <= last:
        assert read(Levels, f"{first}-{last}") == tuple(range(first, last + 1))
    else:
        assert refused(Levels, f"{first}-{last}") == "levels"


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59_999))
def test_a_clock_is_as_many_seconds_as_it_says(hours: int, minutes: int, thousandths: int) -> None:
    written = f"{hours}:{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"
    assert read(Seconds, written) == pytest.approx(hours * 3600 + minutes * 60 + thousandths / 1000)


# What values know of themselves


def test_a_target_knows_pages_of_this_site_and_an_old_address_its_folder() -> None:
    assert Target("packages/start").is_site_page and not Target("mailto:a@b.example").is_site_page
    assert Alias("alt").below("episodes") == "episodes/alt"
    assert Alias("/alt").below("episodes") == "alt"
    assert Alias("2019/alt/").below("episodes") == "2019/alt"


@pytest.mark.parametrize(
    ("name", "remote", "recording", "sound"),
    [
        ("a.mp3", False, True, True),
        ("a.webm", False, True, False),
        ("a", False, True, False),
        *((f"https://a.example/a.{end}", True, True, True) for end in ("mp3", "M4A", "ogg", "opus", "wav", "flac")),
        *((f"https://a.example/a.{end}?x=1.y", True, True, False) for end in ("mp4", "m4v", "webm")),
        ("https://a.example/page.html?f=a.mp3", True, False, False),
        ("https://a.example/mp3", True, False, False),
    ],
)
def test_a_recording_knows_by_its_name_what_plays_it(name: str, remote: bool, recording: bool, sound: bool) -> None:
    file = MediaRef(name)
    assert (file.is_remote, file.is_recording, file.is_sound) == (remote, recording, sound)
    assert file.embed is None


def test_funding_holds_from_its_first_to_its_last_day() -> None:
    funder = Funder.model_validate({"name": "M", "text": "T", "valid_from": "2026-01-01", "valid_until": "2026-12-31"})
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [funder.covers(day) for day in days] == [False, True, True, False]
    endless = funder.model_copy(update={"valid_until": None})
    assert endless.covers(date(2099, 1, 1)) and not endless.covers(date(2025, 12, 31))


def test_a_text_is_given_in_the_asked_language_or_the_first_there_is() -> None:
    assert worded({"de": "Ja", "en": "Yes"}, "en") == "Yes"
    assert worded({"fr": "Oui", "en": "Yes"}, "de") == "Oui"


def test_categories_are_apple_s_and_a_near_one_is_named() -> None:
    assert check_category("Technology") == "Technology"
    assert check_category("Business > Management") == "Business > Management"
    assert refused(of(Show, "categories"), ["Management"]) == refused(of(Show, "categories"), ["Business > Books"])


# Rules between fields

SHARED = {
    "title": "Ein Titel", "description": "Kurz.", "date": "2026-03-01", "guid": "guid-0001", "levels": "1",
    "areas": "data",
}  # fmt: skip


def faults(kind: type[Model], /, **fields: Any) -> list[tuple[Any, str, str]]:
    found = read(kind, {**(SHARED if issubclass(kind, Item) else {}), **fields})
    return [
        (fault.place, fault.code, fault.severity)
        for _, value in nested(found)
        if isinstance(value, Model)
        for fault in value.rules()
    ]


def codes(kind: type[Model], /, **fields: Any) -> list[str]:
    return [code for _, code, _ in faults(kind, **fields)]


def test_what_is_only_advised_begins_one_beyond_the_limit() -> None:
    assert faults(Item, title="x" * 70, guid="x" * 8, levels="1-3") == []
    assert faults(Item, title="x" * 71) == [(("title",), "title-long", "advice")]
    assert faults(Item, guid="x" * 7) == [(("guid",), "guid-short", "advice")]
    assert faults(Item, guid="guid\u202e0001") == [(("guid",), "guid-invisible", "advice")]
    assert faults(Item, levels="1-4") == [(("levels",), "levels-too-broad", "advice")]


EPISODE = {"audio": "a.mp3"}


def test_everybody_who_is_heard_has_agreed_or_it_is_advised() -> None:
    both = {"guests": [{"person": "ada"}], "hosts": [{"person": "bob"}]}
    assert codes(Episode, **EPISODE, **both) == ["consent-missing", "consent-missing"]
    assert codes(Episode, **EPISODE, **both, consent={"ada": "2026-01-01"}) == ["consent-missing"]
    assert codes(Episode, **EPISODE, **both, consent={"ada": "2026-01-01", "bob": "2026-01-01"}) == []


def test_chapters_rise_and_are_written_in_one_place() -> None:
    def chapters(*starts: str) -> list[dict[str, str]]:
        return [{"start": start, "title": "T"} for start in starts]

    assert codes(Episode, **EPISODE, chapters=chapters("0", "1", "1:00")) == []
    wrong = faults(Episode, **EPISODE, chapters=chapters("5", "5", "4", "6"))
    assert wrong == [(("chapters", index, "start"), "chapter-order", "error") for index in (1, 2)]
    assert codes(Episode, **EPISODE, chapters_file="k.txt") == []
    assert codes(Episode, **EPISODE, chapters=chapters("0"), chapters_file="k.txt") == ["chapters-twice"]


VIDEO: dict[str, Any] = {
    "kind": "tool", "video": "a.mp4", "captions": [{"language": "de", "file": "a.vtt"}],
    "audio_description": {"status": "in_sound"},
}  # fmt: skip
TERM = {"name": "T", "definition": "D"}


def test_a_film_has_what_its_kind_asks_for() -> None:
    assert codes(Video, **VIDEO) == []
    for kind in ("term", "concept"):
        assert codes(Video, **{**VIDEO, "kind": kind}) == ["term-missing"]
        assert codes(Video, **{**VIDEO, "kind": kind, "term": TERM}) == []
    assert codes(Video, **{**VIDEO, "kind": "method"}) == ["method-missing"]
    assert codes(Video, **{**VIDEO, "kind": "method", "method": {"steps": "S"}}) == []
    described = {"not_needed": "audio-description-reason", "own_track": "audio-description-file"}
    for status, code in described.items():
        assert codes(Video, **{**VIDEO, "audio_description": {"status": status}}) == [code]
    fine = [{"status": "not_needed", "reason": "R"}, {"status": "own_track", "file": "b.mp4"}]
    assert [codes(Video, **{**VIDEO, "audio_description": one}) for one in fine] == [[], []]
    films = ["https://a.example/seite", "a.mp4", "https://vimeo.com/76979871", "https://a.example/a.webm"]
    assert faults(Video, **{**VIDEO, "video": films}) == [(("video", 0), "video-provider", "error")]


def test_what_is_said_in_a_film_stands_in_the_captions_of_its_language() -> None:
    def spoken(language: str, *captions: tuple[str, str]) -> str:
        listed = [{"language": code, "kind": kind, "file": f"{n}.vtt"} for n, (code, kind) in enumerate(captions)]
        film = read(Video, {**SHARED, **VIDEO, "language": language, "captions": listed})
        assert film.spoken_text() not in film.translations() and len(film.translations()) == len(captions) - 1
        return str(film.spoken_text().file)

    assert spoken("en-GB", ("de", "captions"), ("en", "subtitles"), ("en-US", "captions")) == "2.vtt"
    assert spoken("de", ("en", "captions"), ("de", "subtitles")) == "1.vtt"
    assert spoken("fr", ("de", "subtitles"), ("en", "captions")) == "1.vtt"
    assert spoken("fr", ("de", "captions"), ("en", "captions")) == "0.vtt"


TOUR: dict[str, Any] = {
    "host": "werk",
    "meeting_point": {"name": "Tor"},
    "dates": [{"start": "2026-05-01 10:00", "end": "2026-05-01 11:00"}],
}


@pytest.mark.parametrize(
    ("mode", "without_place", "without_dates"),
    [
        ("on_site", ["meeting-point-missing"], ["dates-missing"]),
        ("hybrid", ["meeting-point-missing"], ["dates-missing"]),
        ("online", [], ["dates-missing"]),
        ("self_guided", ["meeting-point-missing"], []),
    ],
)
def test_a_tour_has_place_and_dates_as_its_mode_asks(
    mode: str, without_place: list[str], without_dates: list[str]
) -> None:
    assert codes(Tour, **TOUR, mode=mode) == []
    assert codes(Tour, **{**TOUR, "meeting_point": None}, mode=mode) == without_place
    assert codes(Tour, **{**TOUR, "dates": []}, mode=mode) == without_dates


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-05-01 10:00", "2026-05-01 10:01", []),
        ("2026-05-01 10:00", "2026-05-01 10:00", ["ends-before-start"]),
        ("2026-05-01 10:00", "2026-05-01 09:59", ["ends-before-start"]),
        ("2026-05-01 10:00+02:00", "2026-05-01 08:30Z", []),
        ("2026-05-01 10:00+02:00", "2026-05-01 11:00", ["one-time-zone"]),
        ("2026-05-01 10:00", "2026-05-01 11:00+02:00", ["one-time-zone"]),
    ],
)
def test_a_date_ends_after_its_start_by_one_clock(start: str, end: str, found: list[str]) -> None:
    assert codes(TourDate, start=start, end=end) == found


def test_a_visit_takes_as_long_as_its_stops_and_has_as_many_seats_as_it_says() -> None:
    stops = [{"title": "A", "minutes": "10"}, {"title": "B"}, {"title": "C", "minutes": "5"}]
    tour = read(Tour, {**SHARED, **TOUR, "mode": "on_site", "stops": stops, "capacity": {"min": "2", "max": "9"}})
    assert (tour.minutes_on_site(), tour.seats()) == (15, 9)
    bare = read(Tour, {**SHARED, **TOUR, "mode": "on_site", "stops": [{"title": "B"}]})
    assert (bare.minutes_on_site(), bare.seats()) == (None, None)


def test_registration_that_is_required_has_an_address() -> None:
    assert codes(Tour, **TOUR, mode="on_site", registration={"required": "true"}) == ["registration-link"]
    assert codes(Tour, **TOUR, mode="on_site", registration={"required": "true", "link": "kontakt"}) == []
    assert codes(Tour, **TOUR, mode="on_site", registration={"required": "false"}) == []


LIBRARY = {
    "name": "L", "tagline": "T", "description": "D", "url": "https://a.example/", "publisher": "werk",
    "contact": "kontakt",
}  # fmt: skip


def test_a_host_for_media_needs_a_folder_of_media() -> None:
    remote = {"media_base_url": "https://media.example/"}
    assert codes(Library, **LIBRARY) == codes(Library, **LIBRARY, media_dir="../media") == []
    assert codes(Library, **LIBRARY, **remote) == ["media-base-url"]
    assert codes(Library, **LIBRARY, **remote, media_dir="../media") == []


def test_what_nobody_writes_is_as_it_should_be() -> None:
    item = read(Item, SHARED)
    assert (item.draft, item.language, item.consent, item.recordings(), item.facts is None) == (
        False,
        "de",
        {},
        (),
        False,
    )
    episode = read(Episode, {**SHARED, **EPISODE})
    assert (episode.explicit, episode.block, episode.episode_type, episode.transcript) == (False, False, "full", None)
    assert read(Chapter, {"start": "0", "title": "T"}).toc is True
    assert read(Captions, {"language": "de", "file": "a.vtt"}).state == "automatic"
    library = read(Library, LIBRARY)
    assert (library.language, library.time_zone, library.page_size, library.feed_size, library.search) == (
        "de",
        "Europe/Berlin",
        24,
        300,
        True,
    )
    admission = read(Admission, {})
    assert (admission.photo_ban, admission.id_required, admission.minimum_age) == (False, False, None)
    tour = read(Tour, {**SHARED, **TOUR, "mode": "on_site", "registration": {"required": "false"}})
    assert tour.registration.waiting_list is False
    show = {
        "name": "S", "description": "D", "categories": "Technology", "image": "a.jpg", "author": "A",
        "owner": {"name": "O", "email": "o@a.example"}, "guid": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    }  # fmt: skip
    read_show = read(Show, show)
    flags = ("explicit", "locked", "block", "complete")
    assert [getattr(read_show, flag) for flag in flags] == [False, True, False, False]
    assert codes(Show, **show) == []
    assert codes(Show, **show, guid_of="podnews.net/rss") == ["show-guid-changed"]
    assert codes(Show, **{**show, "guid": "9b024349-ccf0-5f69-a609-6b82873eab3c"}, guid_of="podnews.net/rss") == []
