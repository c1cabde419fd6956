### Feeds und ihre Seite „Abonnieren“

problem-show-missing = Es gibt mehrere Reihen dieser Art. Damit der Beitrag in der richtigen erscheint, ergänzen Sie eine Zeile, zum Beispiel: show: { $first }. Möglich sind: { $known }.
problem-show-medium = Die Reihe „{ $value }“ ist von anderer Art: Ton gehört in eine Reihe mit medium: podcast, Film in eine mit medium: video. Es passen: { $known }.
problem-show-reserved = Der Name „{ $value }“ ist für einen Feed vergeben, den die Mediathek selbst schreibt. Nehmen Sie einen anderen, zum Beispiel: podcast.
problem-episode-missing = Die Reihe „{ $value }“ hat eine feste Reihenfolge (type: serial). Apps brauchen dafür die Nummer der Folge. Ergänzen Sie zum Beispiel: episode: 1.
problem-rrule = „{ $value }“ ist keine Wiederholung, die Apps verstehen. Jede Woche ist: FREQ=WEEKLY. Alle zwei Wochen ist: FREQ=WEEKLY;INTERVAL=2. Jeden Monat ist: FREQ=MONTHLY.

## Was in Podcast-Apps steht

feed-level = { $library }: Stufe { $number }, { $name }
feed-level-about = Alles zum Hören und Sehen für Stufe { $number }, { $name }. { $about }
feed-package = { $library }: { $title }
feed-everything = { $library }: alles Neue
feed-everything-about = Alles Neue aus der Mediathek { $library }: zum Hören, zum Sehen und zum Besuchen.
feed-chapters = Kapitel
feed-imprint = Impressum
alternate-audio_description = Mit Bildbeschreibung
alternate-sign_language = In Gebärdensprache

## Seite „Abonnieren“

subscribe-title = Abonnieren
subscribe-about = Neues kommt von selbst auf Ihr Handy: kostenlos, ohne Konto und ohne dass wir erfahren, wer zuhört.
subscribe-how = So geht es
subscribe-how-app = Wählen Sie, was Sie hören oder sehen wollen.
subscribe-how-open = Tippen Sie auf Ihre App. Sie öffnet sich und zeigt die Reihe.
subscribe-how-follow = Tippen Sie dort auf „Abonnieren“ oder „Folgen“. Fertig.
subscribe-shows = Unsere Reihen
subscribe-levels = Nur Ihre Stufe
subscribe-levels-about = Hören und sehen Sie nur, was zu Ihrem Betrieb passt.
subscribe-packages = Ein Paket, Schritt für Schritt
subscribe-packages-about = Ihre App zeigt die Teile in der richtigen Reihenfolge.
subscribe-readers = Für Feed-Reader
subscribe-readers-about = Ein Feed-Reader sammelt Neues von vielen Websites. Dieser Feed meldet auch neue Touren.
subscribe-all = Alle Feeds in einer Datei (OPML)
subscribe-apps = { $title } öffnen in
subscribe-address = Adresse für jede andere App
subscribe-copy = Kopieren
subscribe-copied = Kopiert
subscribe-qr = Am Computer? Richten Sie die Kamera Ihres Handys auf dieses Muster. Dann öffnet sich dort diese Seite.
subscribe-qr-label = QR-Code zu „{ $title }“ auf dieser Seite
subscribe-latest = Erst einmal hineinhören? Hier auf der Website geht das sofort, ohne App.
subscribe-level = Diese Stufe abonnieren
subscribe-package = Dieses Paket abonnieren
subscribe-show = Diese Reihe abonnieren
app-other = Anderer App
app-podcasts = Apple Podcasts
app-antennapod = AntennaPod
app-spotify = Spotify
app-pocketcasts = Pocket Casts
app-overcast = Overcast
app-castbox = Castbox
app-deezer = Deezer
app-amazon = Amazon Music
app-youtube = YouTube
app-ard = ARD Audiothek
app-fyyd = fyyd
