### Was der Import hinterlässt: Lücken, die noch zu füllen sind.

problem-gap = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch den richtigen Wert.
problem-gap-levels = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch eine Stufe (levels: 2) oder einen Bereich (levels: 1-2).
problem-gap-areas = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch ein oder zwei Kennungen aus content/_data/areas.yml.
problem-gap-description = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch ein, zwei Sätze: Worum geht es, und wem hilft es?
problem-gap-date = Hier ist noch eine Lücke: „{ $key }“ fehlt. Ersetzen Sie TODO durch Jahr-Monat-Tag: 2026-11-24.
problem-title-long = Der Titel hat { $count } Zeichen. Auf dem Telefon wird ab 70 abgeschnitten. Kürzen Sie, wenn Sie können.
problem-guid-short = Diese guid ist sehr kurz. Stammt sie aus einem alten Feed, lassen Sie sie so. Für neue Angebote nehmen Sie eine UUID.
