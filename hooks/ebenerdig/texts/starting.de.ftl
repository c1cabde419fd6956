### Was „ebenerdig init“ und „ebenerdig new“ sagen und schreiben.

init-name = Wie heißt Ihre Mediathek?
init-name-wrong = „{ $value }“ geht nicht als Name. Schreiben Sie eine Zeile ohne Steuerzeichen.
init-url = Unter welcher Adresse wird sie stehen?
init-url-wrong = „{ $value }“ ist keine vollständige Internet-Adresse. Schreiben Sie zum Beispiel https://mediathek.firma.de/
init-email = Unter welcher E-Mail-Adresse sind Sie zu erreichen?
init-email-wrong = „{ $value }“ ist keine E-Mail-Adresse. Sie sieht aus wie name@firma.de.
init-taken = In { $folder } gibt es schon { $file }. Damit dort nichts verloren geht, ist nichts geschrieben. Nennen Sie einen neuen Ordner.
init-written = { $count } Dateien in { $folder } angelegt.
init-kept = Schon da und nicht verändert: { $files }
init-next = Als Nächstes: Füllen Sie in content/ die Stellen mit [eckigen Klammern] aus, und sehen Sie mit „mkdocs serve“ nach.

starter-tagline = Hören, sehen und erleben
starter-description = Podcast, Erklärvideos und Touren für unseren Betrieb.
starter-show = Worum es in dieser Reihe geht. Bitte ergänzen.

show-guid-comment = Nie ändern: An guid erkennen Verzeichnisse die Reihe. guid_of ist die erste Adresse des Feeds.
show-id-taken = Die Reihe „{ $value }“ gibt es schon. Wählen Sie eine andere Kennung.
show-id-wrong = „{ $value }“ wird zur Adresse des Feeds und darf nur kleine Buchstaben a–z, Ziffern und einzelne Bindestriche haben. Schreiben Sie zum Beispiel: { $suggestion }
show-not-added = Die Reihe ist nicht eingetragen, denn so wäre content/_data/shows.yml nicht richtig:
show-added = „{ $title }“ steht jetzt am Ende von content/_data/shows.yml. Der Feed wird unter { $address } liegen.
