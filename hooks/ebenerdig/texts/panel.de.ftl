### Was die Vorschau über Fehler und Hinweise sagt, und wie viele gleiche Hinweise zusammengefasst werden.

panel-label = Fehler und Hinweise der Vorschau
panel-title = Fehler und Hinweise
panel-own = { $n ->
    [one] Zu dieser Seite: 1 Meldung
   *[other] Zu dieser Seite: { $n } Meldungen
  }
panel-all = Alle Fehler und Hinweise ansehen.
panel-errors = Fehler
panel-advice = Hinweise
panel-kind = { $n }-mal: { $said }
panel-more = … und { $n } weitere; alle nennt „ebenerdig check --all“.

report-kind = { $count } Hinweise: { $said } – { $places }{ $more ->
    [0] {""}
   *[other] {" "}und { $more } weitere
  } [{ $code }]
