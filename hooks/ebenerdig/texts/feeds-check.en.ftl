### What the check of the built feeds finds. The place in the feed stands in brackets.

check-no-site = There is no built feed in “{ $folder }”. Build the site first with “make site” or “mkdocs build”, then check again.
check-reading-feeds = Checking feeds
check-feeds = { $feeds ->
    [one] 1 feed
   *[other] { $feeds } feeds
  } checked against { $rules } rules.

# The document
problem-feed-too-large = The feed has { $megabytes } MB; no app loads that. Spread it over several pages. ({ $feed })
problem-feed-encoding = The feed is not saved as UTF-8, so umlauts are broken. Build the site again. ({ $feed })
problem-feed-doctype = The feed begins with a document type (DOCTYPE). Apps refuse it, because harmful things can hide in it. Remove it. ({ $feed })
problem-feed-not-xml = The feed is no valid XML: { $reason }. Apps then show nothing at all. Build the site again. ({ $feed })
problem-feed-missing = There is no feed for this show ({ $feed }). Build the site again.
problem-feed-declaration = The feed must begin with <?xml version="1.0" encoding="UTF-8"?>, or apps guess how umlauts are meant. ({ $feed })
problem-feed-version = The outermost element must be rss with version="2.0". ({ $feed })
problem-feed-namespace = The namespace “{ $value }” is not quite right. Apps then overlook everything in it. It must be: { $right } ({ $feed })
problem-feed-channel = The feed has { $count } channels; it must be exactly one. ({ $feed })
problem-feed-single = “{ $tag }” stands there twice, but may only stand once. Apps may take the wrong one. ({ $feed })
problem-feed-attribute = “{ $tag }” lacks “{ $name }”. It is worthless without. ({ $feed })
problem-feed-empty = “{ $tag }” is empty. Fill it or leave it out. ({ $feed })
problem-feed-blank = “{ $tag }” begins or ends with blanks. Some apps compare every character. Delete them. ({ $feed })
problem-feed-long = “{ $tag }” has { $count } characters; 255 are allowed. Shorten it. ({ $feed })
problem-feed-markup = “{ $tag }” holds “{ $value }”. Apps show it exactly like that. Write plain text. ({ $feed })
problem-feed-umlaut = Umlauts in “{ $tag }” are broken: “{ $value }”. Save the source as “UTF-8”. ({ $feed })
problem-feed-address = “{ $value }” in “{ $tag }” is no complete address. It must begin with https:// and hold neither blanks nor umlauts. ({ $feed })
problem-feed-file = The feed names { $value }, but there is no such file in the site. Put it in its place and build again. ({ $feed })
problem-feed-page = The link { $value } leads to no page of this library. Build the site again. ({ $feed })
problem-feed-language = “{ $value }” is no language of ISO 639. Write for example: de ({ $feed })
problem-feed-description-long = The description has { $count } bytes; apps take 4000 at most. Shorten it. ({ $feed })
problem-feed-description-cut = The description ends inside an HTML element. Cut it before the element. ({ $feed })

problem-feed-list = The list of all feeds and the feeds themselves do not agree: { $value }. Build the site again. ({ $feed })

# Dates
problem-feed-date = “{ $value }” is no date that apps read. It looks like this: Tue, 24 Nov 2026 06:00:00 +0100 ({ $feed })
problem-feed-weekday = The weekday in “{ $value }” is wrong. It must be: { $right } ({ $feed })
problem-feed-zone = The time zone in “{ $value }” is not that of the library. It must be: { $right } ({ $feed })
problem-feed-future = “{ $value }” lies in the future. Apps show the episode too early or not at all. ({ $feed })
problem-feed-date-differs = The feed says “{ $value }”, here stands another moment: { $right }. Build the site again. ({ $feed })
problem-feed-last-build = “{ $value }” is not the date of the newest item ({ $right }). The feed would change with every build. ({ $feed })

# The channel
problem-feed-self = The feed must say once where it lies: atom:link rel="self" with { $right } and the type application/rss+xml. ({ $feed })
problem-feed-channel-missing = The feed lacks “{ $tag }”. No directory takes it without. ({ $feed })
problem-feed-channel-recommended = The feed lacks “{ $tag }”. Good podcasts have it. Add it if you can. ({ $feed })
problem-feed-category = Podcast directories do not know “{ $value }”. The nearest is: { $nearest }. ({ $feed })
problem-feed-explicit = itunes:explicit is “{ $value }”. Only true and false are allowed. ({ $feed })
problem-feed-owner = The owner of the podcast needs a name and a valid e-mail address. ({ $feed })
problem-feed-locked = podcast:locked is “{ $value }” with owner “{ $owner }”. It may be yes or no, and the owner is an e-mail address. ({ $feed })
problem-feed-uuid = “{ $value }” is no UUID. It looks like this: 917393e3-1b1e-5cef-ace4-edaa54e1f810 ({ $feed })
problem-feed-show-guid = The podcast's identifier in the feed is “{ $value }”, but { $right } was set. It must never change. Build the site again. ({ $feed })
problem-feed-guid-shared = The identifier “{ $value }” belongs to the feed { $other } already. Every feed needs its own. ({ $feed })
problem-feed-type = itunes:type is “{ $value }”. It may be episodic or serial. ({ $feed })
problem-feed-serial = In a show that is heard from its beginning (serial), every episode needs a number. Add: episode: 1 ({ $feed })
problem-feed-medium = podcast:medium is “{ $value }”. It may be: { $known }. ({ $feed })
problem-feed-films = This feed promises videos, but here stands “{ $value }”. Name a video file. ({ $feed })
problem-feed-complete = itunes:complete is “{ $value }”. When nothing more comes, it is Yes; otherwise it is left out. ({ $feed })
problem-feed-person = “{ $value }” of { $person } is not in the list of roles. It may be for example: { $known }. ({ $feed })
problem-feed-name-length = “{ $tag }” needs a text of 1 to 128 characters; here are { $count }. ({ $feed })
problem-feed-license = “{ $value }” is no known licence. Write its SPDX id in small letters, or name the address of its text. ({ $feed })
problem-feed-frequency = “{ $value }” does not say how often something appears. Write a rule such as FREQ=WEEKLY;INTERVAL=2 ({ $feed })
problem-feed-txt = podcast:txt has { $count } characters; 4000 are allowed. ({ $feed })
problem-feed-location = “{ $value }” is no place on the map. It looks like this: geo:52.37,9.73 ({ $feed })
problem-feed-paging = The pages of the feed do not hang together: rel="{ $rel }" leads to { $value }, and from there no way leads back. Apps then lose older episodes. ({ $feed })
problem-feed-paged-twice = “{ $value }” stands on the page { $other } of the same feed already. Apps then show it twice. ({ $feed })
problem-feed-silent = This feed is empty, although the library has something to hear or see. Apps then delete all episodes. Build the site anew before you upload it. ({ $feed })
problem-feed-waiting = Nothing has been published in this show yet. That is no mistake. Submit the show to apps only when the first episode is there. Were there episodes before? Then apps delete them now: bring them back before you upload the site. ({ $feed })
problem-feed-lost = This item is published, but is not in its show's feed. See whether the recording is measured (media.json), and build again. guid: { $value } ({ $feed })

# The items
problem-feed-item-missing = This item lacks “{ $tag }” in the feed. ({ $feed })
problem-feed-item-recommended = This item lacks “{ $tag }” in the feed. Add it if you can. ({ $feed })
problem-feed-title = The title “{ $value }” holds a number or the show's name. Apps show both themselves. Leave it out. ({ $feed })
problem-feed-guid-twice = The guid “{ $value }” stands in line { $line } of the feed already. Apps show only one of the two items. Give the newer one a new guid. ({ $feed })
problem-feed-guid-link = The guid lacks isPermaLink="false". Apps take it for an address. ({ $feed })
problem-feed-guid-name = The guid “{ $value }” is an address or a file's name. Moving or renaming changes it, and all episodes appear twice. Take a UUID for new items. ({ $feed })
problem-feed-guid-differs = The feed has the guid “{ $value }”, here stands { $right }. If it was changed, set it back. Otherwise build the site again. ({ $feed })
problem-feed-two-feeds = “{ $tag }” is not the same as in the feed { $other }. One item needs the same recording and date everywhere. ({ $feed })
problem-feed-duration = The duration “{ $value }” is no whole number of seconds. ({ $feed })
problem-feed-number = “{ $tag }” is “{ $value }”. Numbers are whole and begin with 1. ({ $feed })
problem-feed-episode-type = “{ $value }” is no kind of episode. It may be: full, trailer, bonus. ({ $feed })
problem-feed-soundbite = The soundbite from { $start } with duration { $duration } does not fit. It must last 15 to 120 seconds and lie inside the recording. ({ $feed })
problem-feed-html = The text holds { $value }. Apps run such things instead of showing them, or refuse the feed. Remove it. ({ $feed })
problem-feed-html-link = The link “{ $value }” in the text leads nowhere in an app. Write the whole address with https:// ({ $feed })

# Recordings and pictures
problem-feed-enclosure = This item has { $count } recordings in the feed; it must be exactly one. ({ $feed })
problem-feed-enclosure-twice = The recording { $value } belongs to another item already. See whether the file's name is right. ({ $feed })
problem-feed-enclosure-length = The length of the recording is “{ $value }”, but the file has { $right } bytes. Build the site again. ({ $feed })
problem-feed-enclosure-type = The type “{ $value }” does not fit “{ $file }”. It must be: { $right }. ({ $feed })
problem-feed-enclosure-content = “{ $file }” is not whole, or not what its extension says. Upload the recording again. ({ $feed })
problem-feed-duration-differs = The feed says { $value } seconds, but { $right } were measured. Build the site again. ({ $feed })
problem-feed-artwork = The picture { $value } does not fit ({ $found }). Directories want a square of 1400 to 3000 pixels, as JPEG or PNG in RGB without transparency. ({ $feed })
problem-feed-alternate = A further recording must say where it lies, and its length must be right. It says: { $value }. The file has: { $right }. ({ $feed })
problem-feed-integrity = The checksum “{ $value }” is not that of the file. Apps then throw the recording away. Build the site again. ({ $feed })

# Reading along
problem-feed-transcript-type = The type “{ $value }” does not fit the extension { $extension }. Apps read for example text/vtt with .vtt. ({ $feed })
problem-feed-transcript-content = The transcript “{ $file }” is empty, or cannot be read from line { $line } on. ({ $feed })
problem-feed-chapters-type = Chapters are of type application/json+chapters, here stands “{ $value }”. ({ $feed })
problem-feed-chapters-content = The chapters in “{ $file }” are not JSON 1.2.0, not in the order of time, without titles, or longer than the recording. ({ $feed })
problem-feed-simple-chapters = The chapters in the feed (psc) cannot be read, are not in the order of time, without titles, or longer than the recording. ({ $feed })
problem-feed-chapters-differ = The chapters in the feed (psc) and in the chapters' file do not say the same. Build the site again. ({ $feed })
