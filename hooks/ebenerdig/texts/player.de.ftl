### Hören, sehen, mitlesen

player = Abspielen: { $title }
player-pause = Pause
player-previous = Voriges Kapitel
player-next = Nächstes Kapitel
player-back = 15 s zurück
player-forward = 15 s vor
player-seek = Stelle
player-at = { $now } von { $total }
player-from = Ab { $time } abspielen
player-close = Abspielen beenden
player-captions = Untertitel
player-captions-language = Sprache
player-speed = Tempo
player-times = { $speed }-fach
decimal = ,
player-sleep = Schlummern
player-sleep-off = aus
player-sleep-chapter = bis zum Ende des Kapitels
player-sleep-end = bis zum Ende
player-slept = Pause, wie gewünscht. Gute Nacht.
player-mute = Ton aus
player-volume = Lautstärke
player-share = Teilen ab hier
player-copied = Adresse kopiert: { $address }
player-failed = Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.
player-picture = Bild im Bild
player-full = Vollbild
version-described = Bildbeschreibung
version-signed = Gebärdensprache
version-sound = { $name } (nur Ton)
done-audio = gehört
done-video = gesehen

keys = Tasten
keys-about = Die Tasten gelten, solange Sie im Player oder im Text zum Mitlesen sind.
key-space = Leertaste
keys-play = Abspielen und Pause
keys-chapters = Voriges und nächstes Kapitel
keys-speed = Langsamer und schneller

remember = Auf diesem Gerät merken
remember-about = Mit Haken merkt sich Ihr Browser die Stelle, das Tempo und was Sie gehört haben, höchstens 180 Tage. Ohne Haken ist alles sofort gelöscht.
remember-forget = Alles vergessen
remember-forgotten = Alles ist gelöscht.

reading-find = Im Text suchen
reading-hits = { $number } von { $total }
reading-none = Nichts gefunden
reading-previous = Vorige Stelle
reading-next = Nächste Stelle
reading-follow = Mitlesen
reading-copy = Text kopieren
reading-copied = Der Text ist kopiert.
reading-linked = Die Adresse dieser Stelle ist kopiert.
reading-about = Ein Klick auf eine Zeile spielt sie ab. Mit Tasten: Pfeil nach oben oder unten wechselt die Zeile, die Eingabetaste spielt sie ab.

embed-load = Video von { $provider } laden
embed-about = Dieses Video liegt bei { $provider } ({ $host }). Erst wenn Sie es laden, erfährt { $provider } Ihre IP-Adresse und kann Daten auf Ihrem Gerät speichern.
embed-open = Bei { $provider } ansehen
