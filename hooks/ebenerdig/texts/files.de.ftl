### Was in Ordnern liegt und nicht gelesen oder veröffentlicht wird: was Redaktionen dazu lesen

# An der Datei selbst
problem-outside = Hier liegt nur eine Verknüpfung auf etwas, das woanders liegt. Gelesen und veröffentlicht wird nur, was wirklich in diesem Ordner liegt. Legen Sie es selbst hierher.
problem-circle = Diese Verknüpfung führt im Kreis. Löschen Sie sie, und legen Sie die Datei selbst hierher.
problem-special = Das ist keine Datei mit Inhalt, sondern etwas, das nur Programme unter sich brauchen (ein Gerät, eine Leitung). Löschen Sie es, und legen Sie die richtige Datei hierher.
problem-record-broken = Diese Datei mit den Maßen von Ton, Film und Bild ist beschädigt. Stellen Sie eine frühere Fassung wieder her oder löschen Sie sie: Was auf diesem Rechner liegt, wird dann neu gemessen, was woanders liegt, misst „ebenerdig probe“.
problem-record-mended = Diese Datei mit den Maßen von Ton, Film und Bild war beschädigt. Alles ist neu gemessen, und sie ist neu geschrieben.
problem-record-value = Bei „{ $file }“ steht unter „{ $key }“ etwas, das kein Maß ist. Stellen Sie eine frühere Fassung dieser Datei wieder her oder löschen Sie sie: Was auf diesem Rechner liegt, wird dann neu gemessen, was woanders liegt, misst „ebenerdig probe“.
problem-stray-metadata = „{ $key }“ steht unter dem Ende der Angaben und würde als Text veröffentlicht. Löschen Sie die drei Striche in Zeile { $end }, oder setzen Sie die Angabe darüber.

# Wo die Datei genannt wird
problem-file-circle = „{ $value }“ ist eine Verknüpfung, die im Kreis führt. Löschen Sie sie, und legen Sie die Datei selbst in den Ordner.
problem-file-special = „{ $value }“ ist keine Datei mit Inhalt, sondern etwas, das nur Programme unter sich brauchen (ein Gerät, eine Leitung). Löschen Sie es, und legen Sie die richtige Datei in den Ordner.
problem-file-unreadable = „{ $value }“ lässt sich nicht öffnen ({ $reason ->
    [EACCES] Sie dürfen es nicht
    [EPERM] Sie dürfen es nicht
    [EISDIR] es ist ein Ordner
   *[other] { $reason }
  }). Nennen Sie eine Datei, die Sie öffnen dürfen.
problem-file-too-large = „{ $value }“ hat { $megabytes } MB. So viel Text gibt es nicht: Nennen Sie die richtige Datei.
problem-file-name-long = Der Name „{ $value }“ hat { $count } Zeichen, und mehr als { $limit } nimmt kaum ein Rechner an. Geben Sie der Datei einen kürzeren.
problem-file-private = „{ $value }“ wird nie veröffentlicht, denn darin steht, was nur Sie angeht. Nennen Sie eine andere Datei.
problem-file-taken = Der Name „{ $value }“ ist vergeben: Unter ihm legt die Mediathek selbst etwas ab. Geben Sie der Datei einen anderen.
problem-file-active = „{ $value }“ kann Programme enthalten, die auf Ihrer Seite laufen würden. Veröffentlicht wird so etwas nicht. Speichern Sie den Inhalt als PDF oder als Bild (JPEG, PNG, WebP).
problem-picture = „{ $value }“ ist kein Bild, das alle Browser zeigen. { $kind ->
    [photo] Speichern Sie es als JPEG, PNG oder WebP. Ein iPhone macht das von selbst, wenn unter Einstellungen > Kamera > Formate „Maximale Kompatibilität“ gewählt ist.
    [drawing] Solche Zeichnungen können Programme enthalten. Exportieren Sie sie als PNG oder WebP.
    [recording] Das ist eine Aufnahme: Sie gehört zu audio oder video, und hierher gehört ein Bild als JPEG, PNG oder WebP.
    [document] Speichern Sie eine Seite daraus als JPEG oder PNG. Das Dokument selbst können Sie im Text verlinken, wenn es ein PDF ist.
   *[other] Nennen Sie ein Bild, das auf .jpg, .png, .webp oder .gif endet.
  }
problem-url-credentials = In dieser Adresse von { $value } stehen Name oder Passwort. Alle Gäste könnten sie lesen. Nennen Sie die Adresse ohne sie, und ändern Sie das Passwort, wenn es schon veröffentlicht war.

# Wohin gebaut wird
problem-site-among-sources = Hierhin darf nicht gebaut werden: Der Ordner wird vorher geleert, und hier liegt, was Sie geschrieben haben ({ $folder }). Nennen Sie bei site_dir oder hinter -d einen eigenen Ordner, zum Beispiel: site.
problem-site-closed = Hier darf nichts geschrieben werden. Ändern Sie die Rechte, oder bauen Sie mit -d in einen anderen Ordner.
