### Was richtig geschrieben ist und trotzdem nicht stimmen kann: Tage, Zeiten, Orte, Zahlen.

problem-time-skipped = Die Uhrzeit { $value } gibt es an diesem Tag nicht: Die Uhr wird vorgestellt und überspringt sie. Schreiben Sie die Zeit, die danach auf der Uhr steht.
problem-date-far = Das ist erst im Jahr { $year }, in { $years ->
    [one] einem Jahr
   *[other] { $years } Jahren
  }. Bis dahin sieht es niemand. Prüfen Sie die Jahreszahl.
problem-date-early = Das Jahr { $year } liegt vor allem, was es für eine Mediathek gibt. Prüfen Sie die Jahreszahl.
problem-consent-future = Die Zustimmung liegt in der Zukunft ({ $day }). Tragen Sie den Tag ein, an dem sie gegeben wurde.
problem-soundbite-late = Der Ausschnitt endet bei { $end } Sekunden, die Aufnahme schon nach { $seconds }. Ändern Sie start oder duration.
problem-package-hidden = Dieses Paket erscheint nicht: Alle { $count } Angebote darin sind Entwürfe oder warten auf ihren Tag. Nehmen Sie etwas hinein, das schon zu sehen ist, oder schreiben Sie draft: true, bis es so weit ist.

problem-coordinates-half = Ein Ort braucht beide Zahlen: lat (Breite, Nord–Süd) und lon (Länge, Ost–West). Hier fehlt { $missing }. Ergänzen Sie die Zahl, oder löschen Sie die andere.
problem-coordinates-nought = 0 und 0 ist ein Punkt im Meer vor Afrika. Tragen Sie die Zahlen aus einer Karte ein, oder löschen Sie beide.
problem-coordinates-swapped = lat { $lat } und lon { $lon } ist ein Ort vor der Küste Somalias. Vertauschen Sie die beiden: lat: { $lon } und lon: { $lat }
problem-capacity-order = Mindestens { $min } und höchstens { $max } Gäste geht nicht zusammen. Prüfen Sie min und max.
problem-clock-time = „{ $value }“ ist keine Uhrzeit. Schreiben Sie Stunde und Minute von 0:00 bis 23:59, zum Beispiel: 9:30
problem-agenda-order = Dieser Punkt beginnt früher als der vorige ({ $before }). Ordnen Sie den Ablauf nach der Zeit; geht er über Mitternacht, ist alles gut.
problem-until-late = Dieser Tag liegt nach dem letzten Termin ({ $day }). Tragen Sie einen Tag davor ein.
problem-visit-long = Dieser Termin dauert { $days } Tage. Prüfen Sie Jahr und Monat bei start und end.

# Was noch niemand sieht
report-waiting = { $count } { $name } { $count ->
    [one] wartet
   *[other] warten
  } auf den { $day }{ $count ->
    [one] {""}
   *[other] {" "}oder später
  }: { $items }
