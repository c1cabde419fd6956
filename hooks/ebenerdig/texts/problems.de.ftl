### Was Redaktionen lesen: jeder Satz sagt, was falsch ist, warum, und was stattdessen dort stehen soll.

severity-error = Fehler
severity-advice = Hinweis
report-summary = { $errors ->
    [0] Keine Fehler
    [one] 1 Fehler
   *[other] { $errors } Fehler
  }, { $advice ->
    [0] keine Hinweise
    [one] 1 Hinweis
   *[other] { $advice } Hinweise
  }.
report-heading = Die Mediathek kann so nicht gebaut werden: { $summary }
report-preview = Die Vorschau läuft weiter und lässt weg, was nicht lesbar ist: { $summary }
report-built = { $items } Angebote, { $packages } Pakete, { $files } Dateien. { $summary }
report-disk = Hier lässt sich nicht schreiben: { $reason }. Die veröffentlichte Seite bleibt, wie sie war. Schaffen Sie Platz oder geben Sie den Ordner frei, und bauen Sie noch einmal.
report-read = Angebote lesen
report-pages = Seiten schreiben
check-fine = { $items } Angebote und { $packages } Pakete gelesen. Alles in Ordnung.
schema-written = { $count } Schema-Dateien in { $folder } geschrieben.

# Dateien
problem-unreadable = Das lässt sich nicht lesen ({ $reason ->
    [ENOENT] es gibt es nicht
    [EACCES] Sie dürfen es nicht öffnen
    [EPERM] Sie dürfen es nicht öffnen
    [EISDIR] es ist ein Ordner
    [ENOTDIR] es ist kein Ordner
   *[other] { $reason }
  }). Prüfen Sie, ob es die Datei gibt und ob Sie sie öffnen dürfen.
problem-too-large = Die Datei ist { $megabytes } MB groß. Hier gehört nur Text hin. Legen Sie Ton und Film als eigene Dateien daneben.
problem-not-utf8 = Dieses Zeichen ist nicht als UTF-8 gespeichert, deshalb gingen Umlaute kaputt. Speichern Sie die Datei mit der Kodierung „UTF-8“.
problem-item-no-folder = Hier liegt eine Datei, wo ein Ordner erwartet wird. Legen Sie für jedes Angebot einen Ordner an: { $folder }/mein-titel/index.md.
problem-item-slug = Der Name wird zur Internet-Adresse und darf nur kleine Buchstaben a–z, Ziffern und einzelne Bindestriche haben. Nennen Sie ihn zum Beispiel „{ $suggestion }“.
problem-item-no-page = In diesem Ordner fehlt die Datei index.md mit den Angaben zum Angebot. Legen Sie sie an oder löschen Sie den Ordner.
problem-front-matter-missing = Die Angaben zum Angebot fehlen. Die erste Zeile muss aus drei Strichen bestehen: ---. Darunter stehen die Angaben, dann wieder ---.
problem-front-matter-open = Die Angaben hören nicht auf. Schreiben Sie unter die letzte Angabe eine Zeile mit drei Strichen: ---.
problem-file-missing = Die Datei „{ $value }“ liegt nicht im selben Ordner. Dort liegen: { $there }. Laden Sie die Datei hoch oder berichtigen Sie den Namen; Groß- und Kleinschreibung zählt.
problem-file-outside = „{ $value }“ führt aus dem Ordner hinaus. Erlaubt sind nur Dateien neben der index.md, zum Beispiel: audio.mp3.
problem-file-not-local = „{ $value }“ ist eine Internet-Adresse. Hier ist nur eine Datei erlaubt, die neben der index.md liegt.

# YAML
problem-yaml-empty = Zwischen den Strichen steht nichts. Schreiben Sie mindestens: title, description, date, guid, levels und areas.
problem-yaml-no-mapping = Erwartet werden Zeilen der Form „Name: Wert“, zum Beispiel: title: Unser erster Beitrag.
problem-yaml-tab = Am Zeilenanfang steht ein Tabulator. Rücken Sie mit Leerzeichen ein, zwei je Ebene.
problem-yaml-colon = Ein Doppelpunkt mit Leerzeichen trennt Name und Wert; hier kommt er ein zweites Mal vor. Setzen Sie den Wert in Anführungszeichen: { $key }: "{ $value }"
problem-yaml-quote-open = Hier beginnt ein Anführungszeichen, das nicht wieder geschlossen wird. Setzen Sie am Ende des Textes noch eins. Ein Anführungszeichen mitten im Text schreiben Sie als „…“ oder doppelt.
problem-yaml-quote = Mit „{ $character }“ darf ein Wert nicht anfangen. Setzen Sie den ganzen Wert in Anführungszeichen.
problem-yaml-quote-after = Hinter dem schließenden Anführungszeichen geht der Text weiter. Setzen Sie den ganzen Wert in einfache Anführungszeichen: '…'
problem-yaml-missing-colon = In dieser Zeile fehlt der Doppelpunkt nach dem Namen oder das Leerzeichen dahinter. Schreiben Sie: Name: Wert. Ein Text über mehrere Zeilen wird weiter eingerückt als sein Name.
problem-yaml-bracket = Eine eckige oder geschweifte Klammer ist nicht richtig geschlossen. Schreiben Sie zum Beispiel: topics: [energie, wartung].
problem-yaml-indent = Die Einrückung passt nicht zu den Zeilen darüber. Angaben derselben Ebene beginnen in derselben Spalte, Unterpunkte zwei Leerzeichen weiter rechts.
problem-yaml-deep = Hier sind mehr als { $limit } Ebenen ineinander geschachtelt. Wahrscheinlich fehlt eine schließende Klammer. Vergleichen Sie die Stelle mit einem anderen Angebot.
problem-yaml-escape = In geraden Anführungszeichen hat der umgekehrte Schrägstrich \ eine besondere Bedeutung. Schreiben Sie ihn doppelt: \\
problem-yaml-duplicate = „{ $key }“ steht schon { $above ->
    [one] eine Zeile
   *[other] { $above } Zeilen
  } weiter oben. Jede Angabe darf nur einmal vorkommen. Löschen Sie eine der beiden.
problem-yaml-comment = „{ $rest }“ wird nicht gelesen: Nach einem Leerzeichen beginnt mit # eine Bemerkung. Gehört es zum Text, setzen Sie den ganzen Text in Anführungszeichen; ist es eine Bemerkung, schreiben Sie sie in eine eigene Zeile darüber.
problem-yaml-dash = Hinter dem Doppelpunkt darf kein Strich stehen. Eine Liste beginnt in der Zeile darunter; einen Text, der mit einem Strich anfängt, setzen Sie in Anführungszeichen.
problem-yaml-alias = Verweise mit & und * werden nicht gelesen. Schreiben Sie den Wert noch einmal aus. Beginnt ein Text mit & oder *, setzen Sie ihn in Anführungszeichen.
problem-yaml-key = Vor dem Doppelpunkt muss ein einfacher Name stehen, zum Beispiel: title.
problem-yaml-character = Hier steht ein unsichtbares Steuerzeichen ({ $character }). Löschen Sie es und tippen Sie die Stelle neu.
problem-yaml-other = Diese Stelle ist kein gültiges YAML ({ $reason }). Vergleichen Sie sie mit einem anderen Angebot.

problem-merge-mark = Hier sind zwei Fassungen derselben Datei stehen geblieben. Behalten Sie von dem, was zwischen <<<<<<< und >>>>>>> steht, die richtige, und löschen Sie die andere und die Zeilen mit den Zeichen.
problem-pointer = Hier liegt nicht die Datei, sondern ein Verweis von Git LFS auf sie. Rufen Sie auf: git lfs pull

# Angaben
problem-missing = Die Angabe „{ $key }“ fehlt. Sie ist nötig. Ergänzen Sie eine Zeile: { $key }: …
problem-recommended = Die Angabe „{ $key }“ fehlt. Sie hilft Menschen, das Angebot zu finden und einzuschätzen. Ergänzen Sie sie, wenn Sie können.
problem-unknown-key = „{ $key }“ ist hier keine bekannte Angabe. Bekannt sind: { $known }.
problem-unknown-key-near = „{ $key }“ ist keine bekannte Angabe – meinten Sie „{ $nearest }“?
problem-expects-text = Bei „{ $key }“ wird ein Text erwartet, keine Liste und keine Unterpunkte. Schreiben Sie: { $key }: Ihr Text
problem-expects-integer = Bei „{ $key }“ wird eine ganze Zahl erwartet, hier steht „{ $value }“. Schreiben Sie zum Beispiel: { $key }: 3
problem-expects-number = Bei „{ $key }“ wird eine Zahl mit Punkt erwartet, hier steht „{ $value }“. Schreiben Sie zum Beispiel: { $key }: 52.37
problem-expects-yes-no = Bei „{ $key }“ wird true (ja) oder false (nein) erwartet, hier steht „{ $value }“.
problem-expects-one-of = „{ $value }“ ist bei „{ $key }“ nicht vorgesehen. Möglich sind: { $expected }.
problem-expects-list = Bei „{ $key }“ wird eine Liste erwartet. Schreiben Sie jeden Eintrag in eine eigene Zeile mit Strich davor: - Eintrag
problem-expects-fields = Bei „{ $key }“ werden Unterpunkte erwartet. Schreiben Sie sie zwei Leerzeichen eingerückt darunter, jeden als „Name: Wert“.
problem-too-long = „{ $key }“ hat { $count } Zeichen, erlaubt sind { $limit }. Auf dem Telefon wird mehr abgeschnitten. Kürzen Sie.
problem-too-many-words = Das sind { $count } Wörter, erlaubt sind { $limit }. Kürzen Sie: ein Gedanke genügt.
problem-pattern = „{ $value }“ hat bei „{ $key }“ nicht die erwartete Form. Kennungen bestehen aus kleinen Buchstaben a–z, Ziffern und Bindestrichen; Sprachen aus zwei Buchstaben wie de; Postleitzahlen aus fünf Ziffern. E-Mail-Adressen sehen aus wie name@firma.de.
problem-at-least = „{ $value }“ ist bei „{ $key }“ zu klein. Der kleinste Wert ist { $limit }.
problem-at-most = „{ $value }“ ist bei „{ $key }“ zu groß. Der größte Wert ist { $limit }.
problem-too-few = „{ $key }“ hat { $count ->
    [one] einen Eintrag
   *[other] { $count } Einträge
  }, nötig sind mindestens { $limit }.
problem-too-many = „{ $key }“ hat { $count } Einträge, erlaubt sind höchstens { $limit }. Wählen Sie die wichtigsten.
problem-empty = Hier steht nichts. Schreiben Sie einen Text oder löschen Sie die Zeile.
problem-control-character = Der Text enthält ein unsichtbares Steuerzeichen ({ $name }). Löschen Sie es und tippen Sie die Stelle neu.
problem-character-lost = Hier steht ein Ersatzzeichen: Ein Programm konnte den Buchstaben nicht lesen, und er ging verloren. Tippen Sie das Wort neu.
problem-url = „{ $value }“ ist keine vollständige Internet-Adresse. Schreiben Sie sie mit https:// am Anfang.
problem-target = „{ $value }“ führt nirgends hin. Schreiben Sie eine Adresse mit https://, mailto:name@firma.de, tel:+49… oder eine Seite dieser Mediathek wie packages/erste-schritte.
problem-levels = „{ $value }“ ist keine Stufe. Schreiben Sie eine Stufe (levels: 2) oder einen Bereich (levels: 1-2).
problem-levels-too-broad = Mehr als drei Stufen helfen bei der Auswahl nicht. Nennen Sie die Stufen, für die das Angebot gemacht ist.
problem-moment = „{ $value }“ ist kein Datum. Schreiben Sie Jahr-Monat-Tag, wenn nötig mit Uhrzeit: 2026-11-24 oder 2026-11-24 09:30.
problem-day = „{ $value }“ ist kein Tag. Schreiben Sie Jahr-Monat-Tag: 2026-11-24.
problem-seconds = „{ $value }“ ist keine Zeit. Schreiben Sie Minuten und Sekunden: 12:34, oder mit Stunden: 1:02:03.
problem-out-of-range = Die Dauer muss zwischen { $least } und { $most } Sekunden liegen.
problem-uuid = „{ $value }“ ist keine UUID. Sie sieht so aus: 917393e3-1b1e-5cef-ace4-edaa54e1f810.
problem-category = Die Podcast-Verzeichnisse kennen „{ $value }“ nicht. Am nächsten kommt: { $nearest }.
problem-unknown-id = „{ $value }“ gibt es nicht. Bekannt sind in { $file }: { $known }. Berichtigen Sie den Namen oder tragen Sie ihn dort ein.
problem-unknown-id-near = „{ $value }“ gibt es in { $file } nicht – meinten Sie „{ $nearest }“?
problem-guid-twice = Diese guid gehört schon zu { $other }. Jedes Angebot braucht eine eigene, sonst zeigen Podcast-Apps nur eins davon. Behalten Sie die ältere, und geben Sie dem neuen Angebot eine neue.

problem-link = Dieser Verweis führt ins Leere: { $value }. Schreiben Sie den Weg von dieser Datei aus, zum Beispiel ../../videos/was-ist-eine-e-rechnung/index.md.
problem-link-near = Dieser Verweis führt ins Leere: { $value }. Meinten Sie { $nearest }?

# Regeln zwischen Angaben
problem-consent-missing = Für „{ $person }“ ist nicht vermerkt, wann die Zustimmung zur Veröffentlichung kam. Ergänzen Sie unter consent: { $person }: 2026-01-31. Der Tag wird nie veröffentlicht.
problem-chapter-order = Dieses Kapitel beginnt nicht nach dem vorigen. Ordnen Sie die Kapitel nach ihrer Zeit.
problem-chapters-twice = Die Kapitel stehen zweimal da: unter chapters und in einer Datei. Behalten Sie eins von beiden.
problem-term-missing = Ein Video der Art „{ $kind }“ erklärt einen Begriff. Ergänzen Sie: term mit name und definition; daraus entsteht das Glossar.
problem-method-missing = Ein Video der Art „method“ braucht die Angabe method mit steps, den Schritten.
problem-audio-description-reason = Sagen Sie bei reason in einem Satz, warum keine Hörbeschreibung nötig ist.
problem-audio-description-file = Nennen Sie bei file die Tonspur mit der Hörbeschreibung.
problem-ends-before-start = Das Ende liegt nicht nach dem Anfang. Prüfen Sie Tag und Uhrzeit.
problem-one-time-zone = Bei Anfang oder Ende steht eine Zeitzone, beim anderen nicht. Lassen Sie sie bei beiden weg: dann gilt die Zeit am Ort.
problem-meeting-point-missing = Bei einer Tour dieser Art ({ $mode }) müssen die Gäste wissen, wohin. Ergänzen Sie meeting_point mit name und Adresse.
problem-dates-missing = Bei einer Tour dieser Art ({ $mode }) fehlen die Termine. Ergänzen Sie dates mit start und end, oder schreiben Sie mode: self_guided.
problem-registration-link = Wenn eine Anmeldung nötig ist, muss link sagen, wie: eine Internet-Adresse oder mailto:name@firma.de.
problem-package-one-format = Ein Paket wirkt besser, wenn es mindestens zwei Formate mischt, zum Beispiel eine Folge und ein Video.
problem-package-twice = „{ $value }“ steht schon weiter oben in diesem Paket. Löschen Sie einen der beiden Einträge.
problem-review-due = Das Angebot sollte bis { $day } geprüft werden. Prüfen Sie, ob noch alles stimmt, und setzen Sie review_by neu.
problem-time-zone = „{ $value }“ ist keine bekannte Zeitzone. Für Deutschland schreiben Sie: Europe/Berlin.
problem-former-names = „{ $value }“ passt hier nicht. Schreiben Sie all, none oder den letzten Tag, dessen Angebote ihre alten Dateinamen behalten: 2026-11-24.

# Ton, Film, Bild
problem-media-empty = „{ $file }“ ist leer. Laden Sie die Datei noch einmal hoch.
problem-media-extension = „{ $file }“ hat eine Endung, die nicht überall abgespielt wird. Möglich sind: { $known }.
problem-media-other-type = „{ $file }“ ist nicht, was die Endung sagt (gefunden: { $found }). Speichern Sie die Datei im richtigen Format, statt nur den Namen zu ändern.
problem-media-unmeasured = Eine Aufnahme, die woanders liegt, muss einmal gemessen werden: Ohne Länge und Größe nehmen Podcast-Apps keine Folge an. Rufen Sie auf: ebenerdig probe { $item } – und speichern Sie media.json mit.
problem-video-provider = „{ $value }“ ist weder eine Film-Datei noch die Seite eines Videos, die hier bekannt ist. Möglich sind eine Datei neben der index.md oder die Adresse eines Videos bei: { $known }. Zum Beispiel: video: https://vimeo.com/76979871
problem-media-broken = „{ $file }“ ist beschädigt oder unvollständig ({ $reason }). Lässt sie sich auf Ihrem Rechner öffnen, speichern Sie sie dort noch einmal; sonst laden Sie das Original noch einmal hoch.
problem-media-truncated = „{ $file }“ bricht vor dem Ende ab, wahrscheinlich beim Hochladen. Laden Sie die Datei noch einmal hoch.
problem-media-changed = „{ $file }“ hat sich geändert oder ist verschwunden, während die Seite gebaut wurde. Warten Sie, bis die Datei ganz da ist, und bauen Sie noch einmal.
problem-artwork = Das Podcast-Bild „{ $file }“ passt nicht ({ $found }). Verzeichnisse verlangen ein Quadrat von 1400 bis 3000 Pixeln, als JPEG oder PNG in RGB ohne Transparenz.
problem-artwork-item = Das Bild „{ $file }“ ({ $found }) nehmen Podcast-Apps nicht an, sie zeigen das Bild der Reihe. Besser: ein Quadrat von 1400 bis 3000 Pixeln, als JPEG oder PNG in RGB.

# Transkripte
problem-transcript-missing = Zu diesem Angebot fehlt der Text zum Mitlesen. Menschen, die nicht hören, und die Suche brauchen ihn. Legen Sie transcript.vtt daneben und ergänzen Sie: transcript: transcript.vtt
problem-transcript-no-webvtt = Eine VTT-Datei muss in der ersten Zeile WEBVTT stehen haben.
problem-transcript-timing = Diese Zeitangabe ist nicht lesbar: { $value }. Sie sieht so aus: 00:01:02.000 --> 00:01:05.500
problem-transcript-arrow = Diese Zeitangabe ist nicht lesbar: { $value }. Zwischen den beiden Zeiten steht ein Pfeil aus zwei Strichen und einem Größer-Zeichen: 00:01:02.000 --> 00:01:05.500
problem-transcript-seconds = Diese Zeiten sind keine Sekunden: { $value }. Sie stehen so da: "startTime": 62.0, "endTime": 65.5
problem-transcript-mended = { $count ->
    [one] Eine Zeile endet
   *[other] { $count } Zeilen enden
  } nicht nach ihrem Anfang (Zeile { $lines }). Auf der Seite steht dafür eine Lesezeit. Wer es genau haben will, ändert die Zeiten in der Datei.
problem-transcript-before = Vor der ersten Zeitangabe steht Text (Zeile { $lines }), den niemand sehen wird. Setzen Sie eine Zeit darüber, oder löschen Sie ihn.
problem-transcript-turned = { $count ->
    [one] Eine Zeile enthält
   *[other] { $count } Zeilen enthalten
  } unsichtbare Zeichen, die Text umdrehen (Zeile { $lines }). Sie werden weggelassen.
problem-transcript-order = Diese Zeile beginnt vor der vorigen: { $value }. Ordnen Sie die Zeilen nach ihrer Zeit.
problem-transcript-extension = „{ $file }“ hat eine Endung, die nicht gelesen wird. Möglich sind: .vtt, .srt und .json.
problem-transcript-empty = In „{ $file }“ steht kein gesprochener Text.
problem-transcript-json = Diese Datei ist kein Transkript im JSON-Format der Podcast-Verzeichnisse. Erwartet wird eine Liste „segments“ mit startTime, endTime und body.
problem-transcript-too-long = Das Transkript geht weiter als die Aufnahme ({ $seconds } Sekunden). Gehört es zu einer anderen Fassung?

# Umgebung
problem-site-language = SITE_LANGUAGE ist „{ $value }“. Möglich sind: { $known }.
problem-site-url = SITE_URL ist „{ $value }“. Die Adresse muss mit https:// oder http:// anfangen.
problem-source-date-epoch = SOURCE_DATE_EPOCH ist „{ $value }“. Erwartet werden Sekunden seit 1970 als Zahl.

# Kapitel-Dateien
problem-chapter-late = Das Kapitel „{ $value }“ beginnt nach dem Ende der Aufnahme ({ $seconds } Sekunden). Ändern Sie seine Zeit, oder löschen Sie es.
problem-chapter-same = Das Kapitel „{ $value }“ beginnt im selben Augenblick wie das vorige. Ändern Sie eine der beiden Zeiten.
problem-chapters-empty = In „{ $file }“ steht kein Kapitel.
problem-chapters-json = Diese Datei ist keine Kapitel-Datei im JSON-Format der Podcast-Verzeichnisse. Erwartet wird eine Liste „chapters“ mit startTime und title.
problem-chapters-line = Diese Zeile ist kein Kapitel: { $value }. Schreiben Sie Zeit, Leerzeichen, Titel: 00:12:34.000 Was es kostet

# mkdocs.yml
problem-setting-directory-urls = „use_directory_urls: false“ gibt jeder Seite eine andere Adresse, und Feeds, Apps und Suche kennen nur die mit Schrägstrich am Ende: alle ihre Verweise wären tot. Löschen Sie die Zeile oder schreiben Sie: use_directory_urls: true.
problem-setting-offline = Das Plugin „offline“ gibt jeder Seite eine andere Adresse, und Feeds, Apps und Suche kennen nur die mit Schrägstrich am Ende: alle ihre Verweise wären tot. Nehmen Sie es aus „plugins“ heraus. Ohne Internet zeigt ein Webserver auf dem eigenen Gerät die gebaute Mediathek: python -m http.server --directory site.
problem-setting-i18n = Das Plugin „i18n“ baut für jede Sprache eigene Adressen, die Feeds, Apps und Suche nicht kennen. Nehmen Sie es aus „plugins“ heraus. Die Sprache der Oberfläche steht in content/_data/library.yml; Fassungen eines Angebots in anderen Sprachen verbindet translation_of.

# Beim Bauen
problem-not-made = Das lässt sich nicht bauen: { $reason } ({ $place }). { $others ->
    [0] Prüfen Sie diese Stelle; ist es eine eigene Vorlage, berichtigen Sie sie oder nehmen Sie sie wieder heraus.
   *[other] Ebenso geht es { $others } weiteren. Prüfen Sie diese Stelle; ist es eine eigene Vorlage, berichtigen Sie sie oder nehmen Sie sie wieder heraus.
  }
