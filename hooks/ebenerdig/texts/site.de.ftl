### Was Besucherinnen und Besucher lesen

register-levels = Stufen
register-levels-about = Finden Sie, was zu Ihrem Betrieb passt. Eine höhere Stufe ist nicht besser, nur anders.
register-areas = Handlungsfelder
register-areas-about = Sechs Felder, in denen Betriebe digital vorankommen.
register-topics = Themen
register-topics-about = Alle Themen der Mediathek auf einen Blick.
register-technologies = Technik
register-technologies-about = Welche Technik Sie hören, sehen und anfassen können.
register-industries = Branchen
register-industries-about = Beispiele aus Ihrer Branche und aus verwandten.
register-people = Menschen
register-people-about = Wer in der Mediathek zu hören, zu sehen und zu treffen ist.
register-organisations = Betriebe und Einrichtungen
register-organisations-about = Welche Betriebe ihre Türen öffnen und erzählen.
list-about = { $title }: alles aus der Mediathek, das Neueste zuerst.
page-title = { $title } – Seite { $number }
glossary = Glossar
glossary-about = Digitale Begriffe, in höchstens 25 Wörtern erklärt.
packages = Pakete
packages-about = Mehrere Angebote in einer guten Reihenfolge.
not-found = Diese Seite gibt es nicht
not-found-about = Vielleicht ist sie umgezogen. Von hier aus geht es weiter.
ai-generated = Die Stimmen sind künstlich erzeugt.
ai-assisted = Mit Hilfe Künstlicher Intelligenz erstellt.


## Der Rahmen jeder Seite

skip = Zum Inhalt springen
menu = Menü
menu-main = Hauptmenü
menu-footer = Rechtliches und Übersichten
appearance = Darstellung
appearance-device = Wie mein Gerät
appearance-light = Hell
appearance-dark = Dunkel
appearance-keep = Auf diesem Gerät merken
appearance-keep-about = Ohne Haken gilt die Wahl nur für diese Seite. Mit Haken gilt sie 180 Tage. „Wie mein Gerät“ löscht sie sofort.
about = Über diese Mediathek
imprint = Impressum
privacy = Datenschutz
accessibility = Barrierefreiheit
report-barrier = Barriere melden
report-barrier-subject = Barriere auf Ihrer Website
report-barrier-body = Auf dieser Seite bin ich auf eine Barriere gestoßen: { $address }
repository = Quelltext
footer-license = Unter welcher Lizenz ein Beitrag steht, lesen Sie am Ende seiner Seite.

## Karten und Listen

minutes = { $n ->
    [one] 1 Minute
   *[other] { $n } Minuten
}
offers = { $n ->
    [one] 1 Angebot
   *[other] { $n } Angebote
}
parts = { $n ->
    [one] 1 Teil
   *[other] { $n } Teile
}
level-one = Stufe { $number }
level-range = Stufe { $first } bis { $last }
level-named = Stufe { $number }: { $name }
level-content = Das finden Sie hier:
next-date = Nächster Termin: { $day }
dates-over = Termine vorbei
any-time = Jederzeit, ohne Termin
mark-draft = Entwurf, nur in der Vorschau
mark-scheduled = Erscheint am { $day }, nur in der Vorschau
package = Paket
all-of = Alle { $what }
all-offers = Alle Angebote
page-of = Seite { $number } von { $total }
pager = Weitere Seiten
pager-previous = Vorige Seite
pager-next = Nächste Seite
invented = erfunden
to-home = Zur Startseite
to-package = Paket: { $title }
list-next-package = Nicht sicher, womit Sie anfangen? Dieses Paket führt Sie Schritt für Schritt.
list-next-levels = Finden Sie Angebote, die zu Ihrem Betrieb passen.
list-next-home = Auf der Startseite finden Sie das Neueste.
register-topics-all = Alle Themen ansehen
glossary-empty = Noch ist kein Begriff erklärt.
glossary-next = Sie suchen mehr als eine Erklärung?
packages-next = Fangen Sie einfach mit dem ersten an.

## Startseite

home-doors = Drei Türen. Suchen Sie sich eine aus.
home-levels = Wo stehen Sie?
home-packages = An die Hand genommen
home-newest = Neu in der Mediathek

## Seite eines Beitrags

published = Vom { $day }
label-voices = Stimmen: künstlich erzeugt
label-generated = Mit Künstlicher Intelligenz erzeugt
label-assisted = Mit Hilfe Künstlicher Intelligenz gemacht
takeaways = Auf einen Blick
use-case = Ein Beispiel aus dem Betrieb
use-case-problem = Das Problem
use-case-solution = Die Lösung
use-case-effort = Der Aufwand
use-case-cost = Die Kosten
use-case-benefit = Das hat es gebracht
use-case-pitfall = Darauf achten
people = Wer dabei ist
for-whom = Für wen das passt
company-size = Betriebsgröße
size-1 = allein
size-2-9 = 2 bis 9 Beschäftigte
size-10-49 = 10 bis 49 Beschäftigte
size-50-249 = 50 bis 249 Beschäftigte
roles = Aufgabe im Betrieb
role-management = Leitung
role-it = IT
role-staff = Beschäftigte
role-hr = Personal
role-works-council = Betriebsrat
role-trainee = Auszubildende
prerequisites = Das hilft Ihnen vorher
links = Zum Nachlesen
link-source = Quelle
link-tool = Werkzeug
link-guide = Anleitung
link-law = Gesetz
link-video = Video
link-book = Buch
link-other = Link
next-step = Ihr nächster Schritt
transcript = Zum Mitlesen
transcript-about = Der ganze Text mit Zeitmarken.
transcript-automatic = Ein Programm hat den Text erstellt. Er kann Fehler enthalten.
transcript-show = Text anzeigen
transcript-files = Als Datei:
transcript-html = Lesefassung
transcript-vtt = WebVTT
transcript-srt = SRT
part-of = Teil von
related = Das passt dazu
neighbours = Davor und danach
older = Davor: { $title }
newer = Danach: { $title }
license = Lizenz:
image-credit = Bild:
also-called = Auch genannt:

## Abspielen

download = Herunterladen
megabytes = { $n } MB
read-instead = Lieber lesen
chapters = Kapitel
chapter-link = Mehr dazu
media-remote = Die Datei liegt bei { $host }. Erst wenn Sie abspielen, wird sie von dort geladen.

## Podcast-Folge

season = Staffel { $number }
episode-number = Folge { $number }
episode-trailer = Vorschau
episode-bonus = Bonus
location-creator = Aufgenommen: { $place }
location-subject = Es geht um: { $place }
explicit = Nicht für Kinder
soundbites = Gut zum Hineinhören
seconds = { $n ->
    [one] 1 Sekunde
   *[other] { $n } Sekunden
}
versions = Andere Fassungen
alternate-sound = Ton als Datei
alternate-film = Film als Datei

## Erklärvideo

term = { $name }, kurz erklärt
term-also = Auch genannt
term-distinction = Nicht zu verwechseln
term-example = Beispiel aus einem Betrieb
to-glossary = Im Glossar nachschlagen
method = So gehen Sie vor
method-time = Zeit
method-people = Wer mitmacht
method-material = Das brauchen Sie
captions-in = Untertitel:
captions-automatic = von einem Programm erstellt
audio-description-in_sound = Die Stimme sagt alles, was zu sehen ist.
audio-description-own_track = Es gibt eine eigene Fassung mit Bildbeschreibung.
audio-description-not_needed = Das Bild zeigt nichts, was der Ton nicht sagt.

## Erlebnistour

dates = Termine und Anmeldung
mode-on_site = Sie kommen vorbei.
mode-online = Sie sind online dabei.
mode-hybrid = Sie kommen vorbei oder sind online dabei.
mode-self_guided = Sie gehen allein oder zu mehreren, wann Sie wollen.
until-time = bis { $time } Uhr
until-moment = bis { $moment }
date-past = vorbei
date-planned = geplant
date-postponed = verschoben
date-cancelled = fällt aus
date-moved_online = findet online statt
dates-over-about = Zurzeit ist kein neuer Termin geplant.
cost = Kosten
capacity = Plätze
capacity-range = { $min } bis { $max } Personen
capacity-max = bis { $max } Personen
capacity-min = ab { $min } Personen
registration = Anmeldung
registration-required = Bitte melden Sie sich an.
registration-free = Nicht nötig.
registration-until = Das geht bis zum { $day }.
registration-waiting = Ist alles voll, gibt es eine Warteliste.
register-now = Jetzt anmelden
needs = Brauchen Sie Unterstützung?
needs-until = Sagen Sie uns bis zum { $day }, was Sie brauchen.
report = So war es
place = Treffpunkt und Anfahrt
open-map = Auf OpenStreetMap ansehen
arrival-stop = Bus und Bahn
arrival-parking = Parken
arrival-charging = Laden
arrival-bicycle = Fahrrad
transport = So kommen Sie gut hin
route = Weg als GPX-Datei
stops = Die Stationen
what-to-see = Zu sehen:
agenda = Ablauf
admission = Was vor Ort gilt
admission-clothing = Kleidung:
admission-photos-no = Fotografieren ist nicht erlaubt.
admission-photos-yes = Sie dürfen fotografieren.
admission-id-yes = Bitte bringen Sie einen Ausweis mit.
admission-id-no = Einen Ausweis brauchen Sie nicht.
admission-age = Mitmachen können alle ab { $age } Jahren.
access = Wie barrierefrei ist es?
access-what = Frage
access-how = Antwort
access-unknown = keine Angabe – bitte fragen Sie nach
access-step_free = Ohne Stufen
access-lift = Aufzug
access-door_width_cm = Schmalste Tür
access-toilet = Toilette ohne Barrieren
access-parking = Parkplatz mit Platz für Rollstühle
access-induction_loop = Höranlage
access-sign_language_until = Gebärdensprache
access-assistance_dogs = Assistenzhunde
access-seating = Sitzplätze
access-noise = Lautstärke
access-sign-until = auf Wunsch, bitte bis zum { $day } melden
access-ask = Fragen Sie uns per E-Mail
centimetres = { $n } cm

## Paket

package-begin = Anfangen: { $title }
package-time = { $n ->
    [one] zusammen 1 Minute zum Hören und Sehen
   *[other] zusammen { $n } Minuten zum Hören und Sehen
}
package-goal = Das können Sie danach
package-why = Warum in dieser Reihenfolge
package-path = Ihr Weg
package-closing = Und am Ende
footnote-back = Zurück zu Fußnote { $number } im Text
