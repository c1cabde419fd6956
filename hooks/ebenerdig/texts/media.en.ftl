### Measuring and tagging sound and film: what editors read

item-unknown = There is no item “{ $item }”. Name its folder and name, for example: episodes/was-ist-ki
item-unknown-near = There is no item “{ $item }” – did you mean “{ $nearest }”?

probe-local = Measuring files
probe-remote = Measuring addresses
probe-measured = { $item }: { $file } measured: { $length }, { NUMBER($size, maximumFractionDigits: 2) } MB
probe-fetched = { $item }: { $file } measured: { $length }; read { NUMBER($read, maximumFractionDigits: 2) } of { NUMBER($size, maximumFractionDigits: 2) } MB
probe-summary = { $measured } measured, { $unchanged } unchanged, { $errors ->
    [0] no error
    [one] 1 error
   *[other] { $errors } errors
  }.

tag-work = Tagging files
tag-fine = { $item }: { $file } is fine
tag-written = { $item }: { $target } written ({ $fields })
tag-differs = { $item }: { $file } differs ({ $fields })
tag-skipped = { $item }: { $file } left out: { $reason ->
    [remote] the recording is at a web address.
    [absent] the file is not on this computer.
   *[type] what can be tagged is { $known }.
  }
tag-itself = { $item }: { $file } is the recording itself. Only copies are written: choose another folder with --output.
tag-summary = { $fine } fine, { $written ->
    [one] 1 copy tagged
   *[other] { $written } copies tagged
  }, { $skipped } left out.
tag-summary-check = { $fine } fine, { $written ->
    [one] 1 differs
   *[other] { $written } differ
  }, { $skipped } left out.
tag-field-title = title
tag-field-artist = artist
tag-field-album = album
tag-field-date = date
tag-field-track = number
tag-field-season = season
tag-field-cover = picture
tag-field-chapters = chapters

# What can go wrong
problem-media-base-url = media_base_url needs media_dir, the folder that holds the recordings. Add for example: media_dir: ../media
problem-media-missing = The file “{ $value }” is neither beside index.md (there are: { $there }) nor in { $folder }. Put it in one of the two places or correct the name; capitals count.
problem-media-no-length = “{ $file }” does not say how long it is, so it must be read to the end. Run: ebenerdig probe --whole { $item } – or save the recording again with a constant bit rate and a Xing header.
problem-media-no-media = “{ $file }” is neither sound nor film but { $type }. Give the address of the file itself, not of the page that plays it.
problem-media-no-ranges = The server of “{ $file }” does not hand out parts of a file. Podcast apps cannot jump then. Ask the provider to turn on byte ranges, or put the file beside index.md.
problem-media-contradicts = The server of “{ $file }” contradicts itself: it announced { $promised }, but sent { $found }. Podcast apps give up then. Upload the file there again or ask the provider.
problem-media-status = The server answers “{ $file }” with error { $status }. Check the address in a browser.
problem-media-timeout = The server of “{ $file }” does not answer in time. Try again later.
problem-media-unreachable = “{ $file }” cannot be reached ({ $reason }). Check the address and your connection.
problem-media-redirects = “{ $file }” redirects more than { $most } times. Give the address where the file really is.
problem-media-scheme = “{ $file }” leads to an address that does not begin with https:// or http://. Give one that does.
problem-chapters-xml = This chapter file is not valid XML ({ $value }). Save it once more in the program it comes from.
problem-media-unknown = “{ $file }” is neither { $expected } nor anything else that is known here. Open it in the program it was made with and save it as { $expected }. If that fails, it is damaged: upload the original again.
problem-media-no-index = “{ $file }” lacks the index without which no program finds sound and picture in it. Many programs write it last: so the recording, the saving or the upload broke off. Save the recording in the editing program once more, or upload it again.
problem-media-index-off = The index in “{ $file }” points to places where there is neither sound nor picture; a program changed only half of the file. Save the recording in the editing program once more.
problem-media-gap = About { $seconds } seconds are missing in the middle of “{ $file }”, probably because of a disturbed transfer. Upload the original again.
problem-media-codec = “{ $file }” is saved as { $found } in { $container }, which browsers and podcast apps do not play everywhere. Save sound as MP3 or AAC (.m4a), film as MP4 with H.264 and AAC.
problem-media-no-sound = There is nothing to hear or see in “{ $file }”. Save the recording once more from the editing program, with sound.
problem-media-pointer = “{ $file }” is only Git LFS's pointer, not the recording itself. Fetch it with: git lfs pull
problem-media-too-large = “{ $file }” has { $megabytes } MB, more than the { $most } MB that are read here. Save the file smaller.
problem-media-too-many-pixels = “{ $file }” has { $width } × { $height } pixels; pictures as large as that are not read. Scale it down to at most 3000 pixels a side.
