### Was bleiben muss: Kennungen und alte Adressen.

# Seiten an alten Adressen
moved = Diese Seite ist umgezogen
moved-to = Hier geht es weiter:

# Alte Adressen
problem-alias = „{ $value }“ ist keine Adresse, die diese Mediathek vergeben kann. Schreiben Sie den alten Namen (alter-name), mit Ordner (episodes/alter-name) oder den Weg ab der Startseite (/alter-name). Erlaubt sind Buchstaben, Ziffern, Bindestriche und am Ende .html.
problem-alias-own = Unter { $address } liegt diese Seite jetzt schon. Löschen Sie den Eintrag; bei aliases stehen nur frühere Adressen.
problem-alias-taken = Unter { $address } liegt eine andere Seite, deshalb kann die Adresse nicht hierher weiterleiten. Löschen Sie den Eintrag, oder geben Sie der anderen Seite einen neuen Namen.
problem-alias-reserved = Unter { $address } legt die Mediathek eigene Dateien ab, zum Beispiel Feeds, Bilder und lange Listen. Wählen Sie eine Adresse wie episodes/alter-name.
problem-alias-twice = Die alte Adresse { $address } steht auch in { $other }. Sie kann nur zu einer Seite führen. Löschen Sie einen der beiden Einträge.

# Kennungen von Reihen
problem-show-guid-changed = Diese guid gehört nicht zu „{ $address }“. Podcast-Verzeichnisse erkennen die Reihe an ihr; sie darf sich nie ändern, auch nicht mit Name oder Adresse. Stellen Sie beide Zeilen wieder her, wie sie waren. Ist guid_of noch die alte, gehört dazu: guid: { $expected }
problem-show-guid-twice = Diese guid gehört schon zur Reihe „{ $other }“. Verzeichnisse halten beide sonst für dieselbe. Legen Sie neue Reihen mit „ebenerdig new show“ an; der Befehl trägt guid und guid_of ein.
