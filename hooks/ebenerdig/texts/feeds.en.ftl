### Feeds and their page "Subscribe"

problem-show-missing = There are several shows of this kind. So that the item appears in the right one, add a line such as: show: { $first }. Possible are: { $known }.
problem-show-medium = The show “{ $value }” is of another kind: sound belongs into a show with medium: podcast, film into one with medium: video. These fit: { $known }.
problem-show-reserved = The name “{ $value }” is taken by a feed that the library writes itself. Choose another one, for example: podcast.
problem-episode-missing = The show “{ $value }” has a fixed order (type: serial). Apps need the episode's number for that. Add, for example: episode: 1.
problem-rrule = “{ $value }” is no recurrence that apps understand. Every week is: FREQ=WEEKLY. Every two weeks is: FREQ=WEEKLY;INTERVAL=2. Every month is: FREQ=MONTHLY.

## What podcast apps show

feed-level = { $library }: level { $number }, { $name }
feed-level-about = Everything to hear and see for level { $number }, { $name }. { $about }
feed-package = { $library }: { $title }
feed-everything = { $library }: everything new
feed-everything-about = Everything new in the library { $library }: to hear, to see and to visit.
feed-chapters = Chapters
feed-imprint = Imprint
alternate-audio_description = Audio described
alternate-sign_language = In sign language

## Page "Subscribe"

subscribe-title = Subscribe
subscribe-about = New items come to your phone by themselves: free, without an account, and without us knowing who listens.
subscribe-how = How it works
subscribe-how-app = Choose what you want to hear or see.
subscribe-how-open = Tap on your app. It opens and shows the series.
subscribe-how-follow = Tap on “Subscribe” or “Follow” there. Done.
subscribe-shows = Our series
subscribe-levels = Only your level
subscribe-levels-about = Hear and see only what fits your company.
subscribe-packages = A package, step by step
subscribe-packages-about = Your app shows the parts in the right order.
subscribe-readers = For feed readers
subscribe-readers-about = A feed reader collects news from many websites. This feed tells of new tours, too.
subscribe-all = All feeds in one file (OPML)
subscribe-apps = Open { $title } in
subscribe-address = Address for any other app
subscribe-copy = Copy
subscribe-copied = Copied
subscribe-qr = At a computer? Point your phone's camera at this pattern. It opens this page there.
subscribe-qr-label = QR code for “{ $title }” on this page
subscribe-latest = Want to listen first? Here on the website you can, at once and without an app.
subscribe-level = Subscribe to this level
subscribe-package = Subscribe to this package
subscribe-show = Subscribe to this series
app-other = Another app
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
