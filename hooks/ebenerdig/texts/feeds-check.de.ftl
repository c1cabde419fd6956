### Was die Prüfung der gebauten Feeds findet. In Klammern steht die Stelle im Feed.

check-no-site = In „{ $folder }“ liegt kein gebauter Feed. Bauen Sie die Seite zuerst mit „make site“ oder „mkdocs build“, dann prüfen Sie noch einmal.
check-reading-feeds = Feeds prüfen
check-feeds = { $feeds ->
    [one] 1 Feed
   *[other] { $feeds } Feeds
  } nach { $rules } Regeln geprüft.

# Das Dokument
problem-feed-too-large = Der Feed ist { $megabytes } MB groß, so etwas lädt keine App. Teilen Sie ihn auf mehrere Seiten auf. ({ $feed })
problem-feed-encoding = Der Feed ist nicht als UTF-8 gespeichert, Umlaute gingen kaputt. Bauen Sie die Seite neu. ({ $feed })
problem-feed-doctype = Der Feed beginnt mit einer Dokumenttyp-Angabe (DOCTYPE). Apps lehnen sie ab, weil sich darin Schädliches verstecken lässt. Entfernen Sie sie. ({ $feed })
problem-feed-not-xml = Der Feed ist kein gültiges XML: { $reason }. Apps zeigen dann gar nichts. Bauen Sie die Seite neu. ({ $feed })
problem-feed-missing = Zu dieser Reihe gibt es keinen Feed ({ $feed }). Bauen Sie die Seite neu.
problem-feed-declaration = Der Feed muss mit <?xml version="1.0" encoding="UTF-8"?> anfangen, sonst raten Apps, wie Umlaute gemeint sind. ({ $feed })
problem-feed-version = Das äußerste Element muss rss mit version="2.0" sein. ({ $feed })
problem-feed-namespace = Der Namensraum „{ $value }“ stimmt nicht ganz. Apps übersehen dann alles, was darin steht. Richtig ist: { $right } ({ $feed })
problem-feed-channel = Der Feed hat { $count } Kanäle (channel), es muss genau einer sein. ({ $feed })
problem-feed-single = „{ $tag }“ steht zweimal da, erlaubt ist es einmal. Apps nehmen sonst das falsche. ({ $feed })
problem-feed-attribute = Bei „{ $tag }“ fehlt die Angabe „{ $name }“. Ohne sie ist es wertlos. ({ $feed })
problem-feed-empty = „{ $tag }“ ist leer. Füllen Sie es oder lassen Sie es weg. ({ $feed })
problem-feed-blank = „{ $tag }“ beginnt oder endet mit Leerzeichen. Manche Apps vergleichen Zeichen für Zeichen. Löschen Sie sie. ({ $feed })
problem-feed-long = „{ $tag }“ hat { $count } Zeichen, erlaubt sind 255. Kürzen Sie. ({ $feed })
problem-feed-markup = In „{ $tag }“ steht „{ $value }“. Apps zeigen es genau so an. Schreiben Sie einfachen Text. ({ $feed })
problem-feed-umlaut = In „{ $tag }“ sind Umlaute kaputt: „{ $value }“. Speichern Sie die Quelle mit der Kodierung „UTF-8“. ({ $feed })
problem-feed-address = „{ $value }“ in „{ $tag }“ ist keine vollständige Adresse. Sie muss mit https:// anfangen und darf weder Leerzeichen noch Umlaute enthalten. ({ $feed })
problem-feed-file = Der Feed nennt { $value }, diese Datei gibt es auf der Seite nicht. Legen Sie sie an ihren Platz und bauen Sie neu. ({ $feed })
problem-feed-page = Der Verweis { $value } führt zu keiner Seite dieser Mediathek. Bauen Sie die Seite neu. ({ $feed })
problem-feed-language = „{ $value }“ ist keine Sprache nach ISO 639. Schreiben Sie zum Beispiel: de ({ $feed })
problem-feed-description-long = Die Beschreibung hat { $count } Bytes, Apps nehmen höchstens 4000. Kürzen Sie. ({ $feed })
problem-feed-description-cut = Die Beschreibung hört mitten in einem HTML-Element auf. Kürzen Sie vor dem Element. ({ $feed })

problem-feed-list = Die Liste aller Feeds und die Feeds selbst passen nicht zusammen: { $value }. Bauen Sie die Seite neu. ({ $feed })

# Zeiten
problem-feed-date = „{ $value }“ ist kein Datum, wie Apps es lesen. Es sieht so aus: Tue, 24 Nov 2026 06:00:00 +0100 ({ $feed })
problem-feed-weekday = Der Wochentag in „{ $value }“ stimmt nicht. Richtig ist: { $right } ({ $feed })
problem-feed-zone = Die Zeitzone in „{ $value }“ ist nicht die der Mediathek. Richtig ist: { $right } ({ $feed })
problem-feed-future = „{ $value }“ liegt in der Zukunft. Apps zeigen die Folge zu früh oder gar nicht. ({ $feed })
problem-feed-date-differs = Im Feed steht „{ $value }“, hier ein anderer Zeitpunkt: { $right }. Bauen Sie die Seite neu. ({ $feed })
problem-feed-last-build = „{ $value }“ ist nicht das Datum des neuesten Beitrags ({ $right }). Sonst ändert sich der Feed bei jedem Bauen. ({ $feed })

# Der Kanal
problem-feed-self = Der Feed muss einmal sagen, wo er liegt: atom:link rel="self" mit { $right } und dem Typ application/rss+xml. ({ $feed })
problem-feed-channel-missing = Im Feed fehlt „{ $tag }“. Ohne diese Angabe nimmt ihn kein Verzeichnis an. ({ $feed })
problem-feed-channel-recommended = Im Feed fehlt „{ $tag }“. Gute Podcasts haben diese Angabe. Ergänzen Sie sie, wenn Sie können. ({ $feed })
problem-feed-category = Die Podcast-Verzeichnisse kennen „{ $value }“ nicht. Am nächsten kommt: { $nearest }. ({ $feed })
problem-feed-explicit = itunes:explicit ist „{ $value }“. Erlaubt sind nur true und false. ({ $feed })
problem-feed-owner = Zum Inhaber des Podcasts gehören ein Name und eine gültige E-Mail-Adresse. ({ $feed })
problem-feed-locked = podcast:locked ist „{ $value }“ mit Inhaber „{ $owner }“. Erlaubt sind yes und no, als Inhaber eine E-Mail-Adresse. ({ $feed })
problem-feed-uuid = „{ $value }“ ist keine UUID. Sie sieht so aus: 917393e3-1b1e-5cef-ace4-edaa54e1f810 ({ $feed })
problem-feed-show-guid = Die Kennung des Podcasts im Feed ist „{ $value }“, festgelegt ist { $right }. Sie darf sich nie ändern. Bauen Sie die Seite neu. ({ $feed })
problem-feed-guid-shared = Die Kennung „{ $value }“ gehört schon zum Feed { $other }. Jeder Feed braucht eine eigene. ({ $feed })
problem-feed-type = itunes:type ist „{ $value }“. Erlaubt sind episodic und serial. ({ $feed })
problem-feed-serial = In einer Reihe zum Hören von Anfang an (serial) braucht jede Folge eine Nummer. Ergänzen Sie: episode: 1 ({ $feed })
problem-feed-medium = podcast:medium ist „{ $value }“. Möglich sind: { $known }. ({ $feed })
problem-feed-films = Dieser Feed verspricht Videos, hier steht aber „{ $value }“. Nennen Sie eine Videodatei. ({ $feed })
problem-feed-complete = itunes:complete ist „{ $value }“. Wenn nichts mehr kommt, steht dort Yes, sonst fehlt die Angabe. ({ $feed })
problem-feed-person = „{ $value }“ bei { $person } steht nicht im Verzeichnis der Aufgaben. Möglich sind zum Beispiel: { $known }. ({ $feed })
problem-feed-name-length = „{ $tag }“ braucht einen Text von 1 bis 128 Zeichen, hier sind es { $count }. ({ $feed })
problem-feed-license = „{ $value }“ ist keine bekannte Lizenz. Schreiben Sie ihre SPDX-Kennung in kleinen Buchstaben, oder nennen Sie die Adresse ihres Textes. ({ $feed })
problem-feed-frequency = „{ $value }“ sagt nicht, wie oft etwas erscheint. Schreiben Sie eine Regel wie FREQ=WEEKLY;INTERVAL=2 ({ $feed })
problem-feed-txt = podcast:txt hat { $count } Zeichen, erlaubt sind 4000. ({ $feed })
problem-feed-location = „{ $value }“ ist kein Ort auf der Karte. Er sieht so aus: geo:52.37,9.73 ({ $feed })
problem-feed-paging = Die Seiten des Feeds hängen nicht zusammen: rel="{ $rel }" führt zu { $value }, von dort geht es nicht zurück. Apps verlieren dann ältere Folgen. ({ $feed })
problem-feed-paged-twice = „{ $value }“ steht schon auf der Seite { $other } desselben Feeds. Apps zeigen es dann doppelt. ({ $feed })
problem-feed-silent = Dieser Feed ist leer, obwohl die Mediathek etwas zum Hören oder Sehen hat. Apps löschen dann alle Folgen. Bauen Sie die Website neu, bevor Sie sie hochladen. ({ $feed })
problem-feed-waiting = In dieser Reihe ist noch nichts erschienen. Das ist kein Fehler. Melden Sie die Reihe erst bei Apps an, wenn die erste Folge da ist. Gab es schon Folgen? Dann löschen Apps sie jetzt: Holen Sie sie zurück, bevor Sie die Website hochladen. ({ $feed })
problem-feed-lost = Dieser Beitrag ist veröffentlicht, steht aber nicht im Feed seiner Reihe. Prüfen Sie, ob die Aufnahme gemessen ist (media.json), und bauen Sie neu. guid: { $value } ({ $feed })

# Die Beiträge
problem-feed-item-missing = Bei diesem Beitrag fehlt im Feed „{ $tag }“. ({ $feed })
problem-feed-item-recommended = Bei diesem Beitrag fehlt im Feed „{ $tag }“. Ergänzen Sie es, wenn Sie können. ({ $feed })
problem-feed-title = Im Titel „{ $value }“ stehen Nummer oder Name der Reihe. Apps zeigen beides selbst. Lassen Sie es weg. ({ $feed })
problem-feed-guid-twice = Die guid „{ $value }“ steht schon in Zeile { $line } des Feeds. Apps zeigen nur einen der beiden Beiträge. Geben Sie dem neueren eine neue. ({ $feed })
problem-feed-guid-link = An der guid fehlt isPermaLink="false". Apps halten sie sonst für eine Adresse. ({ $feed })
problem-feed-guid-name = Die guid „{ $value }“ ist eine Adresse oder ein Dateiname. Wer umzieht oder umbenennt, ändert sie dann, und alle Folgen erscheinen doppelt. Nehmen Sie für neue Beiträge eine UUID. ({ $feed })
problem-feed-guid-differs = Im Feed steht die guid „{ $value }“, hier { $right }. Wurde sie geändert, setzen Sie sie zurück. Sonst bauen Sie die Seite neu. ({ $feed })
problem-feed-two-feeds = „{ $tag }“ ist hier anders als im Feed { $other }. Derselbe Beitrag braucht überall dieselbe Aufnahme und dasselbe Datum. ({ $feed })
problem-feed-duration = Die Dauer „{ $value }“ ist keine ganze Zahl von Sekunden. ({ $feed })
problem-feed-number = „{ $tag }“ ist „{ $value }“. Nummern sind ganze Zahlen ab 1. ({ $feed })
problem-feed-episode-type = „{ $value }“ ist keine Art von Folge. Möglich sind: full, trailer, bonus. ({ $feed })
problem-feed-soundbite = Der Ausschnitt ab { $start } mit Dauer { $duration } passt nicht. Er muss 15 bis 120 Sekunden lang sein und in der Aufnahme liegen. ({ $feed })
problem-feed-html = Im Text steht { $value }. So etwas führt Apps aus, statt es zu zeigen, oder sie lehnen den Feed ab. Entfernen Sie es. ({ $feed })
problem-feed-html-link = Der Verweis „{ $value }“ im Text führt in einer App nirgends hin. Schreiben Sie die ganze Adresse mit https:// ({ $feed })

# Aufnahmen und Bilder
problem-feed-enclosure = Dieser Beitrag hat im Feed { $count } Aufnahmen, es muss genau eine sein. ({ $feed })
problem-feed-enclosure-twice = Die Aufnahme { $value } gehört schon zu einem anderen Beitrag. Prüfen Sie, ob der Dateiname stimmt. ({ $feed })
problem-feed-enclosure-length = Als Länge der Aufnahme steht „{ $value }“ da, die Datei hat { $right } Bytes. Bauen Sie die Seite neu. ({ $feed })
problem-feed-enclosure-type = Der Typ „{ $value }“ passt nicht zu „{ $file }“. Richtig ist: { $right }. ({ $feed })
problem-feed-enclosure-content = „{ $file }“ ist unvollständig oder nicht, was die Endung sagt. Laden Sie die Aufnahme noch einmal hoch. ({ $feed })
problem-feed-duration-differs = Im Feed steht eine Dauer von { $value } Sekunden, gemessen sind { $right }. Bauen Sie die Seite neu. ({ $feed })
problem-feed-artwork = Das Bild { $value } passt nicht ({ $found }). Verzeichnisse verlangen ein Quadrat von 1400 bis 3000 Pixeln, als JPEG oder PNG in RGB ohne Transparenz. ({ $feed })
problem-feed-alternate = Eine weitere Aufnahme muss sagen, wo sie liegt, und ihre Länge muss stimmen. Es steht da: { $value }. Die Datei hat: { $right }. ({ $feed })
problem-feed-integrity = Die Prüfsumme „{ $value }“ ist nicht die der Datei. Apps verwerfen die Aufnahme dann. Bauen Sie die Seite neu. ({ $feed })

# Mitlesen
problem-feed-transcript-type = Der Typ „{ $value }“ passt nicht zur Endung { $extension }. Apps lesen zum Beispiel text/vtt mit .vtt. ({ $feed })
problem-feed-transcript-content = Das Transkript „{ $file }“ ist leer oder ab Zeile { $line } nicht lesbar. ({ $feed })
problem-feed-chapters-type = Kapitel haben den Typ application/json+chapters, hier steht „{ $value }“. ({ $feed })
problem-feed-chapters-content = Die Kapitel in „{ $file }“ sind nicht im Format JSON 1.2.0, nicht nach der Zeit geordnet, ohne Titel oder länger als die Aufnahme. ({ $feed })
problem-feed-simple-chapters = Die Kapitel im Feed (psc) sind nicht lesbar, nicht nach der Zeit geordnet, ohne Titel oder länger als die Aufnahme. ({ $feed })
problem-feed-chapters-differ = Die Kapitel im Feed (psc) und in der Kapitel-Datei sagen nicht dasselbe. Bauen Sie die Seite neu. ({ $feed })
