### Die Suche

search = Suchen
search-about = Durchsuchen Sie die ganze Mediathek, auch was in Folgen und Videos gesprochen wird.
search-label = Wonach suchen Sie?
search-placeholder = Suchwort
search-narrow = Eingrenzen
search-narrow-link = Stöbern und eingrenzen
search-keys = Tasten: / oder Strg + K
search-narrowed = Eingrenzen ({ $n } gewählt)
search-running = Die Suche läuft …
search-failed = Die Suche lässt sich gerade nicht laden. Bitte versuchen Sie es noch einmal, oder stöbern Sie in den Listen unten.
search-all = { $n } Angebote, die neuesten zuerst
search-all-one = 1 Angebot
search-found = { $n } Treffer für „{ $query }“
search-found-one = 1 Treffer für „{ $query }“
search-none = Keine Angebote mit dieser Auswahl
search-none-query = Nichts gefunden für „{ $query }“
search-none-advice = Versuchen Sie ein anderes oder ein kürzeres Wort. Oder nehmen Sie einen der Wege unten.
search-meant = „{ $query }“ kommt in der Mediathek nicht vor. Meinten Sie { $meant }?
search-remove = { $what } – nicht mehr eingrenzen
search-more = Weitere zeigen
search-more-places = { $n } weitere Stellen
search-more-places-one = 1 weitere Stelle
search-some-places = Weitere Stellen
search-sort = Sortieren:
search-sort-best = das Beste zuerst
search-sort-date = das Neueste zuerst
search-browse = Lieber stöbern?
search-without-scripts = Die Suche braucht JavaScript. Ohne JavaScript finden Sie hier das Neueste und darunter den Weg zu allen Listen.
search-term = Begriff
search-page = Seite
facet-format = Art
facet-city = Ort
facet-duration = Dauer
facet-year = Jahr
facet-language = Sprache
duration-up-to = bis { $minutes } Minuten
duration-more = mehr als { $minutes } Minuten

# Wörter, nach denen niemand sucht; sie stehen in fast jedem Text.
search-stop-words =
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei
    bin bis brauche brauchen braucht da damit dann das dass dazu dem den denn der des dessen die dies
    diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einfach er es etwas 
    für gegen geht gibt gut hab habe haben hat hatte hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
    im in ins ist ja jede jedem jeden jeder jedes kann können könnte lassen machen macht man manche mein meine meinem meinen meiner
    mich mir mit muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner
    selbst sich sie sind so solche soll sollen sollte sollten sondern tun über um und uns unser unsere unserem unseren unter viel
    vom von vor wann war waren warum was weg weil welche welchem welchen welcher welches wenn wer werde werden wie
    wieder will wir wird wo wohin wollen worden wurde wurden zu zum zur zwar zwischen
