"""Whatever an editor can write into an item is on its page, or stays off it for a reason that is told here."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from ebenerdig.addresses import scaled_name
from ebenerdig.models import Model
from ebenerdig.models.fields import FileRef, ItemId, Reference
from ebenerdig.models.formats import FORMATS
from ebenerdig.outputs.pages.articles import Articles
from ebenerdig.outputs.pages.plan import plan
from ebenerdig.reading.entries import Entry
from library import REGISTERS, TRANSCRIPT, Library, jpeg, silent_mp3, silent_mp4
from lxml import html

OFF = {
    "guid": "only apps need it",
    "aliases": "old addresses have pages of their own",
    "draft": "a mark of the preview",
    "language": "the `lang` of the page's words; a label where it is not the site's",
    "consent": "personal",
    "internal": "the editors' own",
    "review_by": "the editors' own",
    "feed_title": "what subscribers have known it as",
    "block": "for directories alone",
    "location.country": "for apps; people read the name",
    "chapters.image": "apps show it while they play",
    "chapters_file": "its chapters are listed",
    "transcript.file": "its words are on the page, and its forms are offered",
    "kind": "the page shows the term or the method itself",
    "captions.kind": "the browser's menu of captions tells them apart",
    "links.kind": "its label is the word for it",
    "alternates.kind": "it words the link where there is no title",
    "image.file": "shown in other sizes",
    "stops.image.file": "shown in another size",
}
"""Fields that are not on the page as they are, with the reason."""

SHARED = """
title: Ein langer Titel
description: Worum es geht, in einem Satz.
date: 2026-03-01
guid: guid-0001
draft: true
aliases: [frueher]
language: de
translation_of: ORIGINAL
levels: 1-2
areas: data
topics: [energie]
technologies: [sensorik]
industries: [handwerk]
company_size: [10-49]
roles: [staff]
use_case: {problem: Das Lager, solution: Ein Regal, effort: Zwei Tage, cost: 300 Euro, benefit: Ruhe, pitfall: Staub}
takeaways: [Erstens messen, Zweitens wiegen, Drittens wagen]
next_step: {label: Jetzt anfangen, link: "https://anfang.example/"}
prerequisites: [episodes/vorher]
related: [episodes/danach]
links: [{title: Ein Gesetz, url: "https://gesetz.example/", kind: law}]
image: {file: cover.jpg, alt: Eine Halle, credit: Mara Fotografin, license: CC-BY-4.0}
license: CC-BY-4.0
funding: [muster]
ai_use: assisted
consent: {mara-lindner: 2026-01-01}
internal: {note: geheim}
review_by: 2027-01-01
"""
RECORDING = """
feed_title: "Folge 12: Ein langer Titel"
show: podcast
season: 2
episode: 12
episode_display: Kapitel Zwölf
episode_type: bonus
chapters: [{start: "0:00", title: Anfang, url: "https://kapitel.example/", image: chapter.jpg, toc: true}]
soundbite: [{start: "0:01", duration: "0:20", title: Der Satz des Tages}]
explicit: true
block: true
location: {name: Lindental am See, lat: 48.5, lon: 9.25, osm: R113314, country: DE, rel: subject}
alternates: [{file: klein.mp3, title: Kleine Datei, language: en, kind: other}]
content_links: [{url: "https://anderswo.example/folge", text: Bei Anderswo hören}]
"""
WRITTEN = {
    "episodes": f"""{SHARED}{RECORDING}
audio: audio.mp3
hosts: [{{person: mara-lindner, role: Gastgeberin}}]
guests: [{{person: jonas-petersen, role: Meister}}]
company: werkhalle
transcript: {{file: transcript.vtt, state: automatic}}
""",
    "videos": f"""{SHARED}{RECORDING.replace("show: podcast", "show: filme")}
kind: term
term:
  {{name: Zwilling, definition: Ein Abbild., also_called: [Double], distinction: Kein Modell, sme_example: Die Presse}}
method: {{steps: [Zeichnen, Prüfen], material: [Papier], time: Eine Stunde, people: Alle}}
video: [video.mp4, "https://vimeo.com/76979871"]
duration: "0:03"
poster: poster.jpg
captions: [{{language: de, file: captions.vtt, kind: captions, state: automatic}}]
audio_description: {{status: own_track, reason: Das Bild sagt mehr, file: beschrieben.mp4}}
sign_language: https://vimeo.com/1084537
speakers: [{{person: mara-lindner, role: Sprecherin}}]
company: werkhalle
""",
    "tours": f"""{SHARED}
mode: hybrid
dates: [{{start: "2027-01-21 14:00", end: "2027-01-21 15:30", status: postponed}}]
host: werkhalle
guides: [{{person: mara-lindner, role: Führerin}}]
meeting_point:
  {{name: Pforte, street: Hallenweg 3, postcode: "72072", city: Lindental, lat: 48.5, lon: 9.25, hint: Bitte klingeln}}
arrival: {{stop: Bus 7, parking: Im Hof, charging: Zwei Säulen, bicycle: Unter dem Dach}}
stops: [{{title: Die Presse, place: Halle 2, lat: 48.75, lon: 9.5, minutes: 12, text: Sie presst.,
  audio: stop.mp3, image: {{file: stop.jpg, alt: Presse, credit: Jo Bild, license: CC-BY-4.0}}, technology: sensorik,
  what_to_see: Öl, question: Warum so laut?}}]
route: route.gpx
transport: [Mit dem Rad]
registration: {{required: true, link: "https://anmelden.example/", until: 2027-01-14, waiting_list: true}}
capacity: {{min: 5, max: 15}}
cost: Fünf Euro
admission: {{protective_clothing: Feste Schuhe, photo_ban: true, id_required: true, minimum_age: 14}}
accessibility: {{step_free: Ja, lift: Am Tor, door_width_cm: 95, toilet: Im Erdgeschoss, parking: Zwei Plätze,
  induction_loop: Auf Wunsch, sign_language_until: 2027-01-07, assistance_dogs: Willkommen, seating: Hocker,
  noise: Laut}}
needs_until: 2027-01-10
agenda: [{{time: "14:00", text: Begrüßung}}]
report: [episodes/bericht]
""",
}
SAID = {
    "date": "Vom 1. März 2026",
    "translation_of": "Auch zu haben als: Das Original",
    "levels": "Stufe 1 bis 2",
    "company_size": "10 bis 49 Beschäftigte",
    "roles": "Aufgabe im Betrieb Beschäftigte",
    "funding": "Gefördert aus Mustermitteln.",
    "ai_use": "Mit Hilfe Künstlicher Intelligenz gemacht",
    "season": "Staffel 2: Die zweite",
    "episode_type": "Bonus",
    "chapters.start": "#t=0",
    "chapters.toc": "Anfang",
    "soundbite.start": "#t=1,21",
    "soundbite.duration": "20 Sekunden",
    "explicit": "Nicht für Kinder",
    "location.lat": "https://www.openstreetmap.org/relation/113314",
    "location.lon": "https://www.openstreetmap.org/relation/113314",
    "location.osm": "https://www.openstreetmap.org/relation/113314",
    "location.rel": "Es geht um: Lindental am See",
    "alternates.language": "Englisch",
    "transcript.state": "Ein Programm hat den Text erstellt.",
    "duration": "1 Minute",
    "poster": scaled_name("poster.jpg", 960),
    "captions.language": "Untertitel: Deutsch (",
    "captions.state": "(von einem Programm erstellt)",
    "audio_description.status": "Es gibt eine eigene Fassung mit Bildbeschreibung.",
    "mode": "Sie kommen vorbei oder sind online dabei.",
    "dates.start": "Donnerstag, 21. Januar 2027, 14:00 Uhr",
    "dates.end": "bis 15:30 Uhr",
    "dates.status": "verschoben",
    "meeting_point.lat": "mlat=48.5",
    "meeting_point.lon": "mlon=9.25",
    "stops.lat": "mlat=48.75",
    "stops.lon": "mlon=9.5",
    "stops.minutes": "12 Minuten",
    "registration.required": "Bitte melden Sie sich an.",
    "registration.until": "Das geht bis zum 14. Januar 2027.",
    "registration.waiting_list": "eine Warteliste",
    "capacity.min": "5 bis 15 Personen",
    "capacity.max": "5 bis 15 Personen",
    "admission.photo_ban": "Fotografieren ist nicht erlaubt.",
    "admission.id_required": "Bitte bringen Sie einen Ausweis mit.",
    "admission.minimum_age": "ab 14 Jahren",
    "accessibility.door_width_cm": "95 cm",
    "accessibility.sign_language_until": "bis zum 7. Januar 2027",
    "needs_until": "bis zum 10. Januar 2027",
}
"""What stands on the page for values that are not shown as they are written."""

NOT_WITH = {"episode": "episode_display", "image.alt": "poster"}
"""Fields that give way to another one."""


@dataclass(frozen=True)
class Shown:
    """A page's words, and the addresses that it leads to or loads."""

    words: str
    addresses: tuple[str, ...]

    def has(self, value: str) -> bool:
        """Whether a value can be read, or an address ends in it or holds it."""
        return value in self.words or any(value in address for address in self.addresses)


@pytest.fixture
def furnished(library: Library) -> Library:
    """A library with everything that the items name."""
    films = REGISTERS["shows"].replace("podcast:", "filme:", 1).replace("837bf4e8", "937bf4e8") + "  medium: video\n"
    names = "  seasons: {2: Die zweite}\n"
    library.registers(shows=REGISTERS["shows"] + names + films + names)
    for name, title in (("vorher", "Was vorher kommt"), ("danach", "Was danach kommt"), ("bericht", "So war es hier")):
        library.item(f"episodes/{name}", title=title)
    for folder in WRITTEN:
        library.item(f"{folder}/original", title="Das Original")
    return library


@pytest.fixture(params=list(WRITTEN))
def entry(request: pytest.FixtureRequest, furnished: Library) -> Entry:
    """An item of each format in which every field is set."""
    place = f"{request.param}/alles"
    text = WRITTEN[request.param].replace("ORIGINAL", f"{request.param}/original")
    furnished.media(place)
    for name in ("chapter.jpg", "poster.jpg", "stop.jpg"):
        furnished.write(f"{place}/{name}", jpeg(1400))
    for name in ("klein.mp3", "stop.mp3"):
        furnished.write(f"{place}/{name}", silent_mp3(3))
    furnished.write(f"{place}/audio.mp3", silent_mp3(30))
    furnished.write(f"{place}/beschrieben.mp4", silent_mp4(3))
    furnished.write(f"{place}/video.mp4", silent_mp4(30))
    furnished.write(f"{place}/captions.vtt", TRANSCRIPT)
    furnished.write(f"{place}/route.gpx", "<gpx/>")
    furnished.write(f"{place}/index.md", f"---{text}---\n")
    catalogue = furnished.catalogue(preview=True)
    found = [
        problem for problem in catalogue.problems if problem.path.startswith(place) and problem.severity == "error"
    ]
    assert found == []
    return catalogue.by_id[place]


@pytest.fixture
def shown(entry: Entry, furnished: Library) -> Shown:
    """The page of the item."""
    catalogue = furnished.catalogue(preview=True)
    [page] = [page for page in plan(catalogue) if page.entry and page.entry.id == entry.id]
    tree = html.fromstring(Articles(catalogue).render(page, ""))
    addresses = [*tree.xpath("//@href"), *tree.xpath("//@src"), *tree.xpath("//@poster")]
    words = " ".join(" ".join([*tree.itertext(), *tree.xpath("//img/@alt")]).split())
    return Shown(words, tuple(map(str, addresses)))


def test_every_field_can_be_found_on_the_page(entry: Entry, shown: Shown, furnished: Library) -> None:
    catalogue, lost = furnished.catalogue(preview=True), []
    for name, value in leaves(entry.item, ""):
        if name in OFF or NOT_WITH.get(name) in entry.item.model_fields_set:
            continue
        if isinstance(value, ItemId) and name not in SAID:
            wanted = catalogue.by_id[value].item.title
        elif isinstance(value, Reference) and name not in SAID:
            record = catalogue.record(value)
            wanted = record.label("de") if record else "?"
        elif isinstance(value, FileRef) and name not in SAID:
            wanted = entry.public_names.get(value, value)
        else:
            wanted = SAID.get(name, str(value))
        if not shown.has(wanted):
            lost.append(f"{name}: {wanted}")
    assert lost == []


def test_no_field_is_forgotten_here(entry: Entry) -> None:
    written = {name for name, _ in leaves(entry.item, "")}
    assert set(fields(entry.format.model, "")) - written == ({"chapters_file"} if entry.format.medium else set()), (
        "set it above; a file of chapters excludes chapters"
    )


def test_what_stays_off_is_a_field_of_some_format() -> None:
    known = {name for form in FORMATS for name in fields(form.model, "")}
    assert {*OFF, *SAID, *NOT_WITH} <= known


def leaves(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield every single value inside `value` with its fields' names, lists left out: `stops.title`."""
    if isinstance(value, Model):
        for key in type(value).model_fields:
            if key in value.model_fields_set:
                yield from leaves(getattr(value, key), f"{name}.{key}".lstrip("."))
    elif isinstance(value, tuple):
        for entry in value:
            yield from leaves(entry, name)
    else:
        yield name, value


def fields(annotation: Any, name: str) -> Iterator[str]:
    """Yield the names of all fields that hold a value, and those inside them."""
    inner = list(models_in(annotation))
    for model in inner:
        for key, field in model.model_fields.items():
            yield from fields(field.annotation, f"{name}.{key}".lstrip("."))
    if not inner:
        yield name


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from models_in(argument)
