### What editors read: every sentence says what is wrong, why, and what should stand there instead.

severity-error = Error
severity-advice = Advice
report-summary = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
  }, { $advice ->
    [0] no advice
    [one] 1 piece of advice
   *[other] { $advice } pieces of advice
  }.
report-heading = The library cannot be built like this: { $summary }
report-preview = The preview goes on and leaves out what cannot be read: { $summary }
report-built = { $items } items, { $packages } packages, { $files } files. { $summary }
report-disk = Nothing can be written here: { $reason }. The published site stays as it was. Make room or give access to the folder, and build again.
report-read = Reading items
report-pages = Writing pages
check-fine = { $items } items and { $packages } packages read. Everything is fine.
schema-written = { $count } schema files written to { $folder }.

# Files
problem-unreadable = This cannot be read ({ $reason ->
    [ENOENT] it does not exist
    [EACCES] you may not open it
    [EPERM] you may not open it
    [EISDIR] it is a folder
    [ENOTDIR] it is no folder
   *[other] { $reason }
  }). Check whether the file exists and whether you may open it.
problem-too-large = The file has { $megabytes } MB. Only text belongs here. Put sound and film beside it as files of their own.
problem-not-utf8 = This character is not stored as UTF-8, so special letters were damaged. Save the file with the encoding “UTF-8”.
problem-item-no-folder = Here is a file where a folder is expected. Make a folder for every item: { $folder }/my-title/index.md.
problem-item-slug = The name becomes a web address and may only have small letters a–z, digits and single hyphens. Call it “{ $suggestion }”, for example.
problem-item-no-page = The file index.md with the item's metadata is missing in this folder. Write it or delete the folder.
problem-front-matter-missing = The item's metadata is missing. The first line must be three hyphens: ---. Below it stands the metadata, then --- again.
problem-front-matter-open = The metadata does not end. Write a line with three hyphens below the last entry: ---.
problem-file-missing = The file “{ $value }” is not in the same folder. What is there: { $there }. Upload the file or correct the name; capital and small letters count.
problem-file-outside = “{ $value }” leads out of the folder. Only files beside the index.md are allowed, for example: audio.mp3.
problem-file-not-local = “{ $value }” is a web address. Only a file beside the index.md is allowed here.

# YAML
problem-yaml-empty = There is nothing between the hyphens. Write at least: title, description, date, guid, levels and areas.
problem-yaml-no-mapping = Lines of the form “name: value” are expected, for example: title: Our first item.
problem-yaml-tab = The line begins with a tab. Indent with spaces, two for each level.
problem-yaml-colon = A colon followed by a space separates name and value; here it comes a second time. Put the value in quotation marks: { $key }: "{ $value }"
problem-yaml-quote-open = A quotation mark begins here and is never closed. Add one at the end of the text. Within a text, write quotation marks as “…” or double them.
problem-yaml-quote = A value must not begin with “{ $character }”. Put the whole value in quotation marks.
problem-yaml-quote-after = The text goes on after the closing quotation mark. Put the whole value in single quotation marks: '…'
problem-yaml-missing-colon = In this line the colon after the name is missing, or the space after it. Write: name: value. A text of several lines is indented further than its name.
problem-yaml-bracket = A square or curly bracket is not closed properly. Write, for example: topics: [energy, maintenance].
problem-yaml-indent = The indentation does not match the lines above. Entries of the same level begin in the same column, entries below them two spaces further right.
problem-yaml-deep = More than { $limit } levels are nested here. A closing bracket is probably missing. Compare this with another item.
problem-yaml-escape = Between straight quotation marks the backslash \ has a special meaning. Write it twice: \\
problem-yaml-duplicate = “{ $key }” already stands { $above ->
    [one] one line
   *[other] { $above } lines
  } above. Every entry may appear only once. Delete one of the two.
problem-yaml-comment = “{ $rest }” is not read: after a blank, # begins a comment. If it belongs to the text, put the whole text in quotes; if it is a comment, write it in a line of its own above.
problem-yaml-dash = There must be no hyphen after the colon. A list begins in the line below; put a text that begins with a hyphen in quotes.
problem-yaml-alias = References with & and * are not read. Write the value out again. If a text begins with & or *, put it in quotation marks.
problem-yaml-key = A plain name must stand before the colon, for example: title.
problem-yaml-character = There is an invisible control character here ({ $character }). Delete it and type this part again.
problem-yaml-other = This is not valid YAML ({ $reason }). Compare it with another item.

problem-merge-mark = Two versions of the same file were left here. Of what stands between <<<<<<< and >>>>>>>, keep the right one, and delete the other and the lines with these marks.
problem-pointer = This is not the file, but a pointer of Git LFS to it. Run: git lfs pull

# Metadata
problem-missing = “{ $key }” is missing. It is required. Add a line: { $key }: …
problem-recommended = “{ $key }” is missing. It helps people to find the item and to judge whether it suits them. Add it if you can.
problem-unknown-key = “{ $key }” is not known here. Known are: { $known }.
problem-unknown-key-near = “{ $key }” is not known – did you mean “{ $nearest }”?
problem-expects-text = “{ $key }” expects a text, not a list and no entries below it. Write: { $key }: your text
problem-expects-integer = “{ $key }” expects a whole number, but here stands “{ $value }”. Write, for example: { $key }: 3
problem-expects-number = “{ $key }” expects a number with a point, but here stands “{ $value }”. Write, for example: { $key }: 52.37
problem-expects-yes-no = “{ $key }” expects true (yes) or false (no), but here stands “{ $value }”.
problem-expects-one-of = “{ $value }” is not possible for “{ $key }”. Possible are: { $expected }.
problem-expects-list = “{ $key }” expects a list. Write every entry in a line of its own with a hyphen before it: - entry
problem-expects-fields = “{ $key }” expects entries below it. Write them indented by two spaces, each as “name: value”.
problem-too-long = “{ $key }” has { $count } characters, { $limit } are allowed. On a phone the rest is cut off. Shorten it.
problem-too-many-words = These are { $count } words, { $limit } are allowed. Shorten it: one thought is enough.
problem-pattern = “{ $value }” does not have the form expected for “{ $key }”. Ids consist of small letters a–z, digits and hyphens; languages of two letters such as en; postcodes of five digits. E-mail addresses look like name@company.com.
problem-at-least = “{ $value }” is too small for “{ $key }”. The smallest value is { $limit }.
problem-at-most = “{ $value }” is too large for “{ $key }”. The largest value is { $limit }.
problem-too-few = “{ $key }” has { $count ->
    [one] one entry
   *[other] { $count } entries
  }, at least { $limit } are needed.
problem-too-many = “{ $key }” has { $count } entries, at most { $limit } are allowed. Choose the most important ones.
problem-empty = There is nothing here. Write a text or delete the line.
problem-control-character = The text contains an invisible control character ({ $name }). Delete it and type this part again.
problem-character-lost = This is a stand-in: a program could not read the letter, and it was lost. Type the word again.
problem-url = “{ $value }” is not a complete web address. Write it with https:// at the beginning.
problem-target = “{ $value }” leads nowhere. Write an address with https://, mailto:name@company.com, tel:+49… or a page of this library such as packages/first-steps.
problem-levels = “{ $value }” is not a level. Write one level (levels: 2) or a range (levels: 1-2).
problem-levels-too-broad = More than three levels do not help to choose. Name the levels the item is made for.
problem-moment = “{ $value }” is not a date. Write year-month-day, with a time if needed: 2026-11-24 or 2026-11-24 09:30.
problem-day = “{ $value }” is not a day. Write year-month-day: 2026-11-24.
problem-seconds = “{ $value }” is not a time. Write minutes and seconds: 12:34, or with hours: 1:02:03.
problem-out-of-range = The length must be between { $least } and { $most } seconds.
problem-uuid = “{ $value }” is not a UUID. It looks like this: 917393e3-1b1e-5cef-ace4-edaa54e1f810.
problem-category = The podcast directories do not know “{ $value }”. The nearest is: { $nearest }.
problem-unknown-id = “{ $value }” does not exist. Known in { $file } are: { $known }. Correct the name or add it there.
problem-unknown-id-near = “{ $value }” does not exist in { $file } – did you mean “{ $nearest }”?
problem-guid-twice = This guid already belongs to { $other }. Every item needs its own, or podcast apps show only one of them. Keep the older one and give the new item a new guid.
problem-link = This link leads nowhere: { $value }. Write the path as seen from this file, for example ../../videos/was-ist-eine-e-rechnung/index.md.
problem-link-near = This link leads nowhere: { $value }. Did you mean { $nearest }?

# Rules between entries
problem-consent-missing = For “{ $person }” there is no note of when the consent to publish was given. Add below consent: { $person }: 2026-01-31. The day is never published.
problem-chapter-order = This chapter does not begin after the one before. Put the chapters in the order of their time.
problem-chapters-twice = The chapters are given twice: below chapters and in a file. Keep one of them.
problem-term-missing = A video of the kind “{ $kind }” explains a term. Add: term with name and definition; the glossary is made from it.
problem-method-missing = A video of the kind “method” needs the entry method with steps.
problem-audio-description-reason = Say below reason in one sentence why no audio description is needed.
problem-audio-description-file = Name the sound track with the audio description below file.
problem-ends-before-start = The end is not after the start. Check day and time.
problem-one-time-zone = One of start and end has a time zone, the other has not. Leave it out of both: then the local time counts.
problem-meeting-point-missing = With a tour of this kind ({ $mode }) the guests must know where to go. Add meeting_point with name and address.
problem-dates-missing = A tour of this kind ({ $mode }) needs dates. Add dates with start and end, or write mode: self_guided.
problem-registration-link = If a registration is required, link must say how: a web address or mailto:name@company.com.
problem-package-one-format = A package works better if it mixes at least two formats, for example an episode and a video.
problem-package-twice = “{ $value }” already stands further up in this package. Delete one of the two entries.
problem-review-due = The item should be reviewed by { $day }. Check whether everything is still right and set review_by anew.
problem-time-zone = “{ $value }” is not a known time zone. For Germany write: Europe/Berlin.
problem-former-names = “{ $value }” does not fit here. Write all, none, or the last day whose items keep their former file names: 2026-11-24.

# Sound, film, pictures
problem-media-empty = “{ $file }” is empty. Upload the file again.
problem-media-extension = “{ $file }” has an extension that is not played everywhere. Possible are: { $known }.
problem-media-other-type = “{ $file }” is not what its extension says (found: { $found }). Save the file in the right format instead of only changing its name.
problem-media-unmeasured = A recording that lies elsewhere must be measured once: podcast apps take no episode without its length and size. Run: ebenerdig probe { $item } – and commit media.json.
problem-video-provider = “{ $value }” is neither a film file nor the page of a video that is known here. Write a file beside index.md or the address of a video at: { $known }. For example: video: https://vimeo.com/76979871
problem-media-broken = “{ $file }” is damaged or incomplete ({ $reason }). If it opens on your computer, save it there once more; else upload the original again.
problem-media-truncated = “{ $file }” stops before its end, probably because of the upload. Upload the file again.
problem-media-changed = “{ $file }” has changed or vanished while the site was being built. Wait until the whole file is there, and build again.
problem-artwork = The podcast picture “{ $file }” does not fit ({ $found }). Directories demand a square of 1400 to 3000 pixels, as JPEG or PNG in RGB without transparency.
problem-artwork-item = Podcast apps do not accept the picture “{ $file }” ({ $found }) and show that of the show. Better: a square of 1400 to 3000 pixels, as JPEG or PNG in RGB.

# Transcripts
problem-transcript-missing = The text to read along is missing for this item. People who do not hear and the search need it. Put transcript.vtt beside it and add: transcript: transcript.vtt
problem-transcript-no-webvtt = A VTT file must have WEBVTT in its first line.
problem-transcript-timing = This time cannot be read: { $value }. It looks like this: 00:01:02.000 --> 00:01:05.500
problem-transcript-arrow = This time cannot be read: { $value }. Between the two times stands an arrow of two hyphens and a greater-than sign: 00:01:02.000 --> 00:01:05.500
problem-transcript-seconds = These times are no seconds: { $value }. They look like this: "startTime": 62.0, "endTime": 65.5
problem-transcript-mended = { $count ->
    [one] One line does not end
   *[other] { $count } lines do not end
  } after it begins (line { $lines }). On the page it stays as long as it takes to read. Who wants it exact changes the times in the file.
problem-transcript-before = Before the first time stands text (line { $lines }) that nobody will see. Put a time above it, or delete it.
problem-transcript-turned = { $count ->
    [one] One line holds
   *[other] { $count } lines hold
  } invisible characters that turn text around (line { $lines }). They are left out.
problem-transcript-order = This line begins before the one above: { $value }. Put the lines in the order of their time.
problem-transcript-extension = “{ $file }” has an extension that is not read. Possible are: .vtt, .srt and .json.
problem-transcript-empty = There is no spoken text in “{ $file }”.
problem-transcript-json = This file is not a transcript in the podcast directories' JSON format. A list “segments” with startTime, endTime and body is expected.
problem-transcript-too-long = The transcript goes on longer than the recording ({ $seconds } seconds). Does it belong to another version?

# Environment
problem-site-language = SITE_LANGUAGE is “{ $value }”. Possible are: { $known }.
problem-site-url = SITE_URL is “{ $value }”. The address must begin with https:// or http://.
problem-source-date-epoch = SOURCE_DATE_EPOCH is “{ $value }”. Seconds since 1970 are expected, as a number.

# Chapter files
problem-chapter-late = The chapter “{ $value }” begins after the end of the recording ({ $seconds } seconds). Change its time, or delete it.
problem-chapter-same = The chapter “{ $value }” begins in the same moment as the one above. Change one of the two times.
problem-chapters-empty = There is no chapter in “{ $file }”.
problem-chapters-json = This file is not a chapter file in the podcast directories' JSON format. A list “chapters” with startTime and title is expected.
problem-chapters-line = This line is not a chapter: { $value }. Write time, space, title: 00:12:34.000 What it costs

# mkdocs.yml
problem-setting-directory-urls = “use_directory_urls: false” gives every page another address, and feeds, apps and search only know the one with a slash at its end: all their links would be dead. Delete the line, or write: use_directory_urls: true.
problem-setting-offline = The plugin “offline” gives every page another address, and feeds, apps and search only know the one with a slash at its end: all their links would be dead. Take it out of “plugins”. Without internet a web server on your own device shows the library that was built: python -m http.server --directory site.
problem-setting-i18n = The plugin “i18n” makes addresses for every language that feeds, apps and search do not know. Take it out of “plugins”. The language of the interface stands in content/_data/library.yml; translation_of joins versions of an item in other languages.

# While building
problem-not-made = This cannot be built: { $reason } ({ $place }). { $others ->
    [0] Look at that place; if it is a template of your own, correct it or take it out again.
   *[other] The same happens to { $others } more. Look at that place; if it is a template of your own, correct it or take it out again.
  }
