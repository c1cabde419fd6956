### Ton und Film messen und beschriften: was Redaktionen dabei lesen

item-unknown = Das Angebot „{ $item }“ gibt es nicht. Nennen Sie Ordner und Namen, zum Beispiel: episodes/was-ist-ki
item-unknown-near = Das Angebot „{ $item }“ gibt es nicht – meinten Sie „{ $nearest }“?

probe-local = Dateien messen
probe-remote = Adressen messen
probe-measured = { $item }: { $file } gemessen: { $length }, { NUMBER($size, maximumFractionDigits: 2) } MB
probe-fetched = { $item }: { $file } gemessen: { $length }; gelesen { NUMBER($read, maximumFractionDigits: 2) } von { NUMBER($size, maximumFractionDigits: 2) } MB
probe-summary = { $measured } gemessen, { $unchanged } unverändert, { $errors ->
    [0] kein Fehler
    [one] 1 Fehler
   *[other] { $errors } Fehler
  }.

tag-work = Dateien beschriften
tag-fine = { $item }: { $file } in Ordnung
tag-written = { $item }: { $target } geschrieben ({ $fields })
tag-differs = { $item }: { $file } weicht ab ({ $fields })
tag-skipped = { $item }: { $file } ausgelassen: { $reason ->
    [remote] Die Aufnahme liegt an einer Internet-Adresse.
    [absent] Die Datei liegt nicht auf diesem Rechner.
   *[type] Beschriftet werden { $known }.
  }
tag-itself = { $item }: { $file } ist die Aufnahme selbst. Geschrieben wird nur in Kopien: Wählen Sie mit --output einen anderen Ordner.
tag-summary = { $fine } in Ordnung, { $written ->
    [one] 1 Kopie neu beschriftet
   *[other] { $written } Kopien neu beschriftet
  }, { $skipped } ausgelassen.
tag-summary-check = { $fine } in Ordnung, { $written ->
    [one] 1 weicht ab
   *[other] { $written } weichen ab
  }, { $skipped } ausgelassen.
tag-field-title = Titel
tag-field-artist = Interpret
tag-field-album = Album
tag-field-date = Datum
tag-field-track = Nummer
tag-field-season = Staffel
tag-field-cover = Bild
tag-field-chapters = Kapitel

# Was schiefgehen kann
problem-media-base-url = Zu media_base_url gehört media_dir: der Ordner, in dem die Aufnahmen liegen. Ergänzen Sie zum Beispiel: media_dir: ../media
problem-media-missing = Die Datei „{ $value }“ liegt weder neben der index.md (dort liegen: { $there }) noch in { $folder }. Legen Sie sie an einen der beiden Orte oder berichtigen Sie den Namen; Groß- und Kleinschreibung zählt.
problem-media-no-length = „{ $file }“ sagt nicht, wie lang die Aufnahme ist; dafür muss sie ganz gelesen werden. Rufen Sie auf: ebenerdig probe --whole { $item } – oder speichern Sie die Aufnahme mit konstanter Bitrate und Xing-Kopf neu.
problem-media-no-media = Unter „{ $file }“ liegt weder Ton noch Film, sondern { $type }. Nennen Sie die Adresse der Datei selbst, nicht die der Seite, auf der sie abgespielt wird.
problem-media-no-ranges = Der Server von „{ $file }“ gibt keine Teile einer Datei heraus. Dann können auch Podcast-Apps nicht springen. Bitten Sie den Anbieter, „Byte-Ranges“ einzuschalten, oder legen Sie die Datei neben die index.md.
problem-media-contradicts = Der Server von „{ $file }“ widerspricht sich: Angekündigt ist { $promised }, gekommen ist { $found }. Podcast-Apps brechen dann ab. Laden Sie die Datei dort noch einmal hoch oder fragen Sie den Anbieter.
problem-media-status = Unter „{ $file }“ antwortet der Server mit dem Fehler { $status }. Prüfen Sie die Adresse im Browser.
problem-media-timeout = Der Server von „{ $file }“ antwortet nicht rechtzeitig. Versuchen Sie es später noch einmal.
problem-media-unreachable = „{ $file }“ ist nicht erreichbar ({ $reason }). Prüfen Sie die Adresse und Ihre Verbindung.
problem-media-redirects = „{ $file }“ leitet mehr als { $most } Mal weiter. Nennen Sie die Adresse, an der die Datei wirklich liegt.
problem-media-scheme = „{ $file }“ führt zu einer Adresse, die nicht mit https:// oder http:// anfängt. Nennen Sie eine solche.
problem-chapters-xml = Diese Kapitel-Datei ist kein gültiges XML ({ $value }). Speichern Sie sie im Programm, aus dem sie kommt, noch einmal.
problem-media-unknown = „{ $file }“ ist weder { $expected } noch etwas anderes, das hier bekannt ist. Öffnen Sie die Datei in dem Programm, mit dem sie gemacht ist, und speichern Sie sie als { $expected }. Geht das nicht, ist sie beschädigt: Laden Sie das Original noch einmal hoch.
problem-media-no-index = In „{ $file }“ fehlt das Verzeichnis, ohne das kein Programm Ton und Bild darin findet. Viele Programme schreiben es zuletzt: Die Aufnahme, das Speichern oder das Hochladen ist also abgebrochen. Speichern Sie die Aufnahme im Schnittprogramm noch einmal, oder laden Sie sie noch einmal hoch.
problem-media-index-off = Das Verzeichnis in „{ $file }“ zeigt auf Stellen, an denen weder Ton noch Bild liegt; ein Programm hat die Datei nur halb geändert. Speichern Sie die Aufnahme im Schnittprogramm noch einmal.
problem-media-gap = In „{ $file }“ fehlen mittendrin etwa { $seconds } Sekunden, wahrscheinlich durch eine gestörte Übertragung. Laden Sie das Original noch einmal hoch.
problem-media-codec = „{ $file }“ ist mit { $found } in { $container } gespeichert, das Browser und Podcast-Apps nicht überall abspielen. Speichern Sie Ton als MP3 oder AAC (.m4a), Film als MP4 mit H.264 und AAC.
problem-media-no-sound = In „{ $file }“ ist nichts, was man hören oder sehen kann. Speichern Sie die Aufnahme aus dem Schnittprogramm noch einmal, mit Ton.
problem-media-pointer = „{ $file }“ ist nur der Verweis von Git LFS, nicht die Aufnahme selbst. Holen Sie sie mit: git lfs pull
problem-media-too-large = „{ $file }“ hat { $megabytes } MB, mehr als die { $most } MB, die hier gelesen werden. Speichern Sie die Datei kleiner.
problem-media-too-many-pixels = „{ $file }“ hat { $width } × { $height } Pixel; so große Bilder werden nicht gelesen. Verkleinern Sie es auf höchstens 3000 Pixel je Seite.
