### Was „ebenerdig compare“ sagt: was Menschen bemerken, die abonniert haben.

compare-heading = Was sich für Menschen ändert, die abonniert haben
compare-same = Für Menschen, die abonniert haben, ändert sich nichts.
compare-summary = { $errors ->
    [0] Keine Fehler
    [one] 1 Fehler
   *[other] { $errors } Fehler
  }, { $changes ->
    [0] keine weiteren Änderungen
    [one] 1 weitere Änderung
   *[other] { $changes } weitere Änderungen
  }.
compare-more = und { $count } weitere
compare-unreadable = Der Vergleich ist nicht möglich, denn etwas lässt sich nicht lesen:

# Reihen
compare-kind-feed-vanished = { $count ->
    [one] Der Feed ist verschwunden.
   *[other] { $count } Feeds sind verschwunden.
  } Wer abonniert hat, bekommt nie wieder etwas und erfährt nicht, warum. Lassen Sie die Reihe stehen, auch wenn sie beendet ist. Ist sie umgezogen, muss die alte Adresse weiterleiten.
compare-kind-show-guid = Die Kennung der Reihe (podcast:guid) hat sich geändert. Verzeichnisse halten sie jetzt für eine andere Reihe. Stellen Sie guid und guid_of in content/_data/shows.yml wieder her.
compare-kind-show-guid-new = Die Reihe hat jetzt eine Kennung (podcast:guid). Sie darf sich von nun an nicht mehr ändern.
compare-kind-show-title = Der Name der Reihe hat sich geändert. Apps zeigen bald den neuen.
compare-kind-show-image = Das Bild der Reihe hat eine andere Adresse. Apps zeigen bald das neue.
compare-kind-show-image-replaced = Unter demselben Namen liegt ein anderes Bild der Reihe. Server und Apps behalten das alte, oft 30 Tage. Geben Sie der Datei einen neuen Namen und tragen Sie ihn in content/_data/shows.yml ein.
compare-kind-show-address = Die Adresse des Feeds hat sich geändert. Wer abonniert hat, fragt weiter bei der alten. Sorgen Sie dafür, dass sie mit dem Status 301 auf die neue weiterleitet.
compare-kind-show-moved = Der Feed sagt, dass er umgezogen ist. Apps folgen der neuen Adresse. Lassen Sie die alte mindestens vier Wochen bestehen.
compare-kind-show-complete = Die Reihe gilt jetzt als beendet. Viele Apps sehen danach nie wieder nach neuen Folgen.
compare-kind-show-reopened = Die Reihe gilt nicht mehr als beendet. Apps, die nicht mehr nachsehen, bemerken das nicht.
compare-kind-feed-goes-on = Der alte Feed geht anderswo weiter, und diese Seite fehlt hier. Verglichen ist nur, was in der Datei steht. Nennen Sie die Web-Adresse des Feeds, um alles zu vergleichen.
compare-kind-guid-doubtful = { $count ->
    [one] Der Feed ist an Stellen mit guids beschädigt: Sie
   *[other] { $count } Feeds sind an Stellen mit guids beschädigt: Sie
  } lassen sich auch anders lesen. Vergleichen Sie sie mit dem, was Podcast-Apps zeigen.
compare-kind-feed-broken = Der neue Feed ist fehlerhaft. Manche Apps lesen ihn nicht, und der Vergleich kann unvollständig sein.
compare-kind-feed-new = { $count ->
    [one] Ein Feed kommt hinzu.
   *[other] { $count } Feeds kommen hinzu.
  }

# Beiträge
compare-kind-guid-vanished = { $count ->
    [one] Ein Beitrag ist verschwunden.
   *[other] { $count } Beiträge sind verschwunden.
  } Wer abonniert hat, behält nur, was schon geladen ist; alle anderen finden davon nichts mehr. Stellen Sie Ordner und guid wieder her. Soll ein Beitrag wirklich weg, schreiben Sie draft: true und lassen Sie den Ordner stehen: dann bleibt die guid vergeben.
compare-kind-guid-withdrawn = { $count ->
    [one] Ein Beitrag ist zurückgezogen.
   *[other] { $count } Beiträge sind zurückgezogen.
  } Das kommt von draft: true oder einem Datum in der Zukunft. Wer abonniert hat, behält, was schon geladen ist; alle anderen finden davon nichts mehr. Ist das Absicht, geben Sie diese Änderung von Hand frei.
compare-kind-guid-changed = { $count ->
    [one] Ein Beitrag hat eine andere guid.
   *[other] { $count } Beiträge haben eine andere guid.
  } Apps halten das für neu: Wer abonniert hat, bekommt es noch einmal. Schreiben Sie die alte guid wieder hin.
compare-kind-guid-twice = { $count ->
    [one] Eine guid steht mehrmals im Feed.
   *[other] { $count } guids stehen mehrmals im Feed.
  } Apps zeigen nur einen der Beiträge. Geben Sie dem jüngeren eine neue guid.
compare-kind-item-left = { $count ->
    [one] Ein Beitrag steht nicht mehr in diesem Feed, aber noch in einem anderen.
   *[other] { $count } Beiträge stehen nicht mehr in diesem Feed, aber noch in einem anderen.
  }
compare-kind-item-new = { $count ->
    [one] Ein Beitrag kommt hinzu.
   *[other] { $count } Beiträge kommen hinzu.
  }
compare-kind-enclosure-lost = { $count ->
    [one] Ein Beitrag hat keine Aufnahme mehr.
   *[other] { $count } Beiträge haben keine Aufnahme mehr.
  } Ohne Aufnahme zeigen Podcast-Apps einen Beitrag nicht.
compare-kind-enclosure-address = { $count ->
    [one] Eine Aufnahme liegt an einer anderen Adresse.
   *[other] { $count } Aufnahmen liegen an einer anderen Adresse.
  } Manche Apps laden noch einmal. Die alte Adresse sollte weiterleiten.
compare-kind-enclosure-address-kept = { $count ->
    [one] Eine Aufnahme liegt an einer anderen Adresse, die alte führt weiter zu ihr.
   *[other] { $count } Aufnahmen liegen an anderen Adressen, die alten führen weiter zu ihnen.
  } Manche Apps laden noch einmal.
compare-kind-enclosure-bytes = { $count ->
    [one] Eine Aufnahme hat eine andere Größe (in Byte).
   *[other] { $count } Aufnahmen haben eine andere Größe (in Byte).
  } Wer schon geladen hat, behält die alte Fassung.
compare-kind-enclosure-type = { $count ->
    [one] Eine Aufnahme hat ein anderes Format.
   *[other] { $count } Aufnahmen haben ein anderes Format.
  } Prüfen Sie, ob Endung und Inhalt zusammenpassen.
compare-kind-date = { $count ->
    [one] Ein Beitrag hat ein anderes Datum.
   *[other] { $count } Beiträge haben ein anderes Datum.
  } In Apps ändert sich dadurch die Reihenfolge.
compare-kind-title = { $count ->
    [one] Ein Titel hat sich geändert.
   *[other] { $count } Titel haben sich geändert.
  } Apps zeigen bald den neuen.
compare-kind-link = { $count ->
    [one] Eine Seite liegt an einer anderen Adresse.
   *[other] { $count } Seiten liegen an einer anderen Adresse.
  } Tragen Sie die alte Adresse beim Beitrag unter aliases ein, dann leitet sie weiter.
compare-kind-link-kept = { $count ->
    [one] Eine Seite liegt an einer anderen Adresse, die alte leitet weiter.
   *[other] { $count } Seiten liegen an anderen Adressen, die alten leiten weiter.
  }

# Was nicht zu lesen ist
problem-feed-none = Hier steht kein Podcast-Feed. Erwartet wird RSS oder Atom.
problem-feed-folder-empty = In diesem Ordner liegt kein Feed. Nennen Sie den Ordner der gebauten Seite, zum Beispiel: site
problem-feed-page-missing = Der Feed geht auf einer weiteren Seite weiter, die hier fehlt: { $address }. Legen Sie sie daneben, oder nennen Sie die Internet-Adresse des Feeds.
problem-revision-unknown = „{ $value }“ ist weder eine Datei noch ein Ordner, und git kennt keinen solchen Stand. Prüfen Sie die Schreibweise; Internet-Adressen beginnen mit https://.
problem-revision-no-library = Im Stand „{ $value }“ gibt es in diesem Ordner keine Mediathek. Nennen Sie einen späteren Stand.
problem-fetch-failed = Die Adresse antwortet nicht ({ $reason }). Prüfen Sie die Schreibweise und die Verbindung.
problem-fetch-status = Statt des Feeds kam die Antwort { $status }. Prüfen Sie die Adresse im Browser.
problem-fetch-elsewhere = Die Adresse leitet weiter zu „{ $value }“. Dorthin geht Ebenerdig nicht, denn das ist keine Seite im Web. Nehmen Sie die Adresse des Feeds, die mit https:// beginnt.
problem-fetch-too-large = Die Datei ist größer als { $megabytes } MB. So groß ist kein Feed.
problem-fetch-slow = Nach { $seconds } Sekunden war die Datei noch nicht da. Versuchen Sie es später noch einmal.
problem-fetch-packed = Was kam, ist so dicht gepackt, dass es die Festplatte füllen würde. Das ist kein Feed. Fragen Sie, wer die Adresse betreibt.
