### Wie Dateien und Kennungen heißen müssen, damit sie gelesen werden: was Redaktionen dazu lesen

problem-page-name = Die Datei heißt „{ $value }“. Gelesen wird sie nur unter dem Namen { $right }; Groß- und Kleinschreibung zählt. Benennen Sie sie um.
problem-page-name-hidden = Die Datei heißt „{ $value }“. Gelesen wird sie nur unter dem Namen { $right }. Windows zeigt das Ende .txt oft nicht an: Schalten Sie im Explorer unter „Ansicht“ die Dateinamenerweiterungen ein, und löschen Sie es.
problem-system-file = Diese Datei hat Windows oder macOS von selbst angelegt. Zur Mediathek gehört sie nicht. Löschen Sie sie.
problem-file-letters = „{ $value }“ liegt da, doch im Namen der Datei ist ein Buchstabe anders gespeichert: Manche Macs schreiben ein ä als a und zwei Punkte, und andere Rechner finden die Datei dann nicht. Benennen Sie die Datei um und tippen Sie den Buchstaben neu, am besten ganz ohne Umlaute.
problem-file-case = „{ $value }“ liegt nicht da, wohl aber „{ $there }“. Groß- und Kleinschreibung zählt: Schreiben Sie beide Namen gleich.

# Register
problem-register-name = „{ $value }“ ist der Name keines Registers, die Datei wird nicht gelesen. Register heißen: { $known }.
problem-register-name-near = „{ $value }“ wird nicht gelesen. Benennen Sie die Datei um: { $nearest }
problem-register-missing = Diese Datei fehlt. { $count ->
    [one] Eine Stelle nennt
   *[other] { $count } Stellen nennen
  } Kennungen daraus, zum Beispiel „{ $first }“. Legen Sie die Datei an, oder stellen Sie sie wieder her.
problem-register-key = „{ $value }“ kann keine Kennung sein: Sie wird Teil einer Adresse und besteht aus kleinen Buchstaben a–z, Ziffern und Bindestrichen. Schreiben Sie „{ $suggestion }:“, und den ganzen Namen darunter bei name.
problem-id-form = „{ $value }“ ist keine Kennung. Hier steht, was in { $file } vor dem Doppelpunkt steht, wahrscheinlich: { $suggestion }
problem-id-form-item = „{ $value }“ ist kein Angebot. Hier steht der Weg zu seinem Ordner, wahrscheinlich: { $suggestion }
