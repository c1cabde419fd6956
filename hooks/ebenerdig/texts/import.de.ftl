### Was der Import hinterlässt: Lücken, die noch zu füllen sind.

problem-gap = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch den richtigen Wert.
problem-gap-levels = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch eine Stufe (levels: 2) oder einen Bereich (levels: 1-2).
problem-gap-areas = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch ein oder zwei Kennungen aus content/_data/areas.yml.
problem-gap-description = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch ein, zwei Sätze: Worum geht es, und wem hilft es?
problem-gap-date = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch Jahr-Monat-Tag: 2026-11-24.
problem-title-long = Der Titel hat { $count } Zeichen. Auf dem Telefon wird ab 70 abgeschnitten. Kürzen Sie, wenn Sie können.
problem-guid-short = Diese guid ist sehr kurz. Stammt sie aus einem alten Feed, lassen Sie sie so. Für neue Angebote nehmen Sie eine UUID.
problem-guid-invisible = In dieser guid stehen Zeichen, die man nicht sieht. Stammt sie aus einem alten Feed, lassen Sie sie Zeichen für Zeichen so. Für neue Angebote nehmen Sie eine UUID.

### Was der Import sagt.

import-work = Folgen übernehmen
import-done = „{ $title }“: { $new ->
    [one] eine Folge
   *[other] { $new } Folgen
 } übernommen, { $known } waren schon da und bleiben, wie sie sind. Reihe: { $show }
import-show-new = Die Reihe „{ $show }“ ist neu und steht jetzt in content/_data/shows.yml. Prüfen Sie dort Bild, E-Mail-Adresse und Rubriken.
import-show-known = Die Reihe „{ $show }“ war schon da und bleibt, wie sie ist. Was der Feed über die Reihe selbst sagt, bleibt weg.
import-no-zone = Das Datum nennt keine Zeitzone, und auch kein anderes Datum im Feed. Angenommen ist die Zeit von Greenwich. Prüfen Sie die Uhrzeit ({ $count }):
import-unnumbered = Der Feed will der Reihe nach gehört werden (serial), aber diese Folge hat keine Nummer. Ergänzen Sie episode: … oder schreiben Sie in content/_data/shows.yml type: episodic ({ $count }):
import-no-soundbite = Weggelassen ist ein Hörschnipsel ohne Zeit oder nicht zwischen 15 und 120 Sekunden lang ({ $count }):
import-no-location = Weggelassen ist ein Ort, den Podcast-Apps so nicht kennen ({ $count }):
import-no-funding = Weggelassen ist eine Seite für Unterstützung, deren Adresse keine ist ({ $count }):
import-categories = Diese Kategorien kennen Verzeichnisse nicht oder unter anderem Namen. Eingetragen ist die nächstliegende. Wählen Sie in content/_data/shows.yml neu ({ $count }):
import-medium = Der Feed nennt als Art „{ $medium }“ (podcast:medium). Die Beiträge sind als Folgen eines Podcasts übernommen.
import-moved = Der Feed sagt, er sei nach { $address } umgezogen. Das ist nicht übernommen, sonst würden Abonnements von hier weggeleitet.
import-keywords = Diese Schlagwörter sind nur da übernommen, wo ein Thema so heißt. Ergänzen Sie Themen in content/_data/topics.yml, wenn Sie sie brauchen ({ $count }):
import-links = Diese Beiträge hatten anderswo eine Seite. Lassen Sie die alten Adressen dort auf die neuen Seiten weiterleiten ({ $count }):
import-doubts = Diese guids lassen sich auch anders lesen, weil der Feed beschädigt ist. Vergleichen Sie sie mit dem, was Podcast-Apps zeigen ({ $count }):
import-stopped = Eine weitere Seite des Feeds ließ sich nicht lesen. { $reason }
import-mended = Der Feed ist beschädigt, ließ sich aber ganz herstellen ({ $reason }). Vergleichen Sie ihn mit Ihrem eigenen.
import-guid-twice = Nicht übernommen, weil eine andere Folge im Feed dieselbe guid hat und Apps sie deshalb nie gezeigt haben ({ $count }):
import-no-enclosure = Nicht übernommen, weil keine Aufnahme dabei ist ({ $count }):
import-no-known-type = Nicht übernommen, weil die Aufnahme keine Art hat, die hier bekannt ist ({ $count }):
import-no-download = Nicht übernommen, weil sich eine Datei nicht holen ließ. Rufen Sie den Import noch einmal auf: Er macht dort weiter, wo er stehen blieb ({ $count }):
import-guid-derived = Der Feed nennt keine guid. Wir haben die Adresse der Aufnahme genommen, wie es Apps auch tun. Ändern Sie sie nicht mehr ({ $count }):
import-no-date = Das Datum fehlt oder lässt sich nicht lesen. In der index.md steht dafür TODO ({ $count }):
import-broken-media = Nicht übernommen, weil die geholte Datei keine Aufnahme oder nicht vollständig ist ({ $count }):
import-title-cut = Der Titel ist für Verzeichnisse zu lang. Ganz steht er als feed_title in der index.md, als title gekürzt ({ $count }):
import-not-asked = Kapitel und Transkripte von anderen Adressen holt der Import aus einer Datei nur mit --download ({ $count }):
import-no-person = Personen ließen sich nicht in content/_data/people.yml eintragen. Tragen Sie sie selbst ein ({ $count }):
import-no-crew = Nicht übernommen sind Personen, die nicht zu hören sind, zum Beispiel Schnitt und Redaktion ({ $count }):
import-unread = Weggelassen, weil der Import es nicht kennt. Ergänzen Sie selbst, was Sie davon brauchen ({ $count }):
import-more-pages = Der Feed geht auf einer weiteren Seite weiter: { $address }. Rufen Sie den Import auch damit auf, oder nennen Sie statt der Datei die Adresse des Feeds.
import-other-guid = Verzeichnisse kennen den alten Feed unter einer anderen guid. Setzt die Reihe „{ $show }“ ihn fort, und hat sie noch keine Abonnenten, schreiben Sie dort guid: { $guid } und löschen Sie guid_of.
import-broken = Der Feed ist beschädigt ({ $reason }). Vielleicht fehlen Folgen: Vergleichen Sie die Zahl mit Ihrer eigenen.
import-no-duration = Die Dauer ist anders geschrieben, als Podcasts es tun, und fehlt deshalb. Rufen Sie auf: ebenerdig probe ({ $count }):
import-no-size = Der Feed nennt die Dauer, aber nicht, wie viele Bytes die Aufnahme hat. Ohne das gilt auch die Dauer nicht. Beides misst: ebenerdig probe ({ $count }):
import-no-alternate = Weggelassen ist eine weitere Aufnahme, deren Art hier nicht bekannt ist ({ $count }):
import-unmeasured = Der Feed sagt nicht, wie groß oder wie lang die Aufnahme ist. Rufen Sie auf: ebenerdig probe ({ $count }):
import-no-text = Kapitel, Transkript oder Bild ließen sich nicht holen oder nicht lesen ({ $count }):
import-no-picture = Bilder holt der Import nur mit --download ({ $count }):
import-next = Wie es weitergeht: „ebenerdig check“ nennt jede Stelle mit TODO, die noch fehlt.

problem-disk-full = Auf diesem Gerät ist kein Platz mehr. Was schon fertig ist, bleibt. Schaffen Sie Platz und rufen Sie den Befehl noch einmal auf: Dann geht es dort weiter.
problem-not-written = Hier lässt sich nichts schreiben ({ $reason }). Was schon fertig ist, bleibt. Prüfen Sie, ob Sie in diesem Ordner schreiben dürfen, und rufen Sie den Befehl noch einmal auf.
