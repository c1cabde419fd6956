### What the import leaves behind: gaps still to be filled.

problem-gap = There is a gap here: “{ $key }” is missing. Put the right value in place of TODO.
problem-gap-levels = There is a gap here: “{ $key }” is missing. Put a level (levels: 2) or a range (levels: 1-2) in place of TODO.
problem-gap-areas = There is a gap here: “{ $key }” is missing. Put one or two ids from content/_data/areas.yml in place of TODO.
problem-gap-description = There is a gap here: “{ $key }” is missing. Put a sentence or two in place of TODO: what is it about, and whom does it help?
problem-gap-date = There is a gap here: “{ $key }” is missing. Put year-month-day in place of TODO: 2026-11-24.
problem-title-long = The title has { $count } characters. Phones cut it off after 70. Shorten it if you can.
problem-guid-short = This guid is very short. If it comes from an old feed, leave it as it is. For new items take a UUID.
problem-guid-invisible = There are characters in this guid that nobody can see. If it comes from an old feed, leave it as it is, to the letter. For new items take a UUID.

### What the import says.

import-work = Taking over episodes
import-done = “{ $title }”: { $new ->
    [one] one episode
   *[other] { $new } episodes
 } imported, { $known } were here already and stay as they are. Show: { $show }
import-show-new = The show “{ $show }” is new and stands in content/_data/shows.yml now. Check its picture, e-mail address and categories there.
import-show-known = The show “{ $show }” was here already and stays as it is. What the feed says of the show itself was left out.
import-no-zone = The date names no time zone, nor does any other date in the feed. We took Greenwich Mean Time. Check the hour ({ $count }):
import-unnumbered = The feed says that it is to be heard in order (serial), but this episode has no number. Add episode: … or, in content/_data/shows.yml, write type: episodic ({ $count }):
import-no-soundbite = Left out is a sound bite without a time or not between 15 and 120 seconds long ({ $count }):
import-no-location = Left out is a place that is none that podcast apps know ({ $count }):
import-no-funding = Left out is a page for supporters whose address is none ({ $count }):
import-categories = Directories do not know these categories, or by another name. We took the nearest. Choose again in content/_data/shows.yml ({ $count }):
import-medium = The feed calls its kind “{ $medium }” (podcast:medium). Its items came over as episodes of a podcast.
import-moved = The feed says that it has moved to { $address }. We did not take that over, or subscribers would be led away from here.
import-keywords = These words for sorting came over only where a topic is called so. Add topics in content/_data/topics.yml if you need them ({ $count }):
import-links = These items had a page elsewhere. Let the old addresses lead to the new pages there ({ $count }):
import-doubts = These guids can be read in another way where the feed is damaged. Compare them with what podcast apps show ({ $count }):
import-stopped = A further page of the feed could not be read. { $reason }
import-mended = The feed is damaged, but all of it could be mended ({ $reason }). Compare it with your own.
import-guid-twice = Left out, because another episode in the feed has the same guid, so that apps never showed it ({ $count }):
import-no-enclosure = Left out, because there is no recording ({ $count }):
import-no-known-type = Left out, because the recording is of no kind that is known here ({ $count }):
import-no-download = Left out, because a file could not be fetched. Call the import again: it goes on where it stopped ({ $count }):
import-guid-derived = The feed gives no guid. We took the address of the recording, as apps do. Do not change it any more ({ $count }):
import-no-date = Without a date that can be read. There is a TODO for it in index.md ({ $count }):
import-broken-media = Left out, because the file that came is no recording or not whole ({ $count }):
import-title-cut = The title is too long for directories. It stands in index.md whole as feed_title, and shortened as title ({ $count }):
import-not-asked = From a file, the import fetches chapters and transcripts at other addresses with --download only ({ $count }):
import-no-person = People could not be added to content/_data/people.yml. Add them yourself ({ $count }):
import-no-crew = Left out are people who cannot be heard, such as editors and producers ({ $count }):
import-unread = Left out, because the import does not know it. Add what you need of it yourself ({ $count }):
import-more-pages = The feed goes on on another page: { $address }. Call the import with that, too, or name the address of the feed instead of the file.
import-other-guid = Directories know the old feed by another guid. If the show “{ $show }” continues it and has no subscribers yet, write guid: { $guid } there and delete guid_of.
import-broken = The feed is damaged ({ $reason }). Episodes may be missing: compare the number with your own.
import-no-duration = The duration is written in a way that podcasts do not know, and is missing therefore. Run: ebenerdig probe ({ $count }):
import-no-size = The feed tells the duration, but not how many bytes the recording has. Without that the duration does not count either. Both are measured by: ebenerdig probe ({ $count }):
import-no-alternate = A further recording whose kind is not known here was left out ({ $count }):
import-unmeasured = The feed does not say how large or how long the recording is. Call: ebenerdig probe ({ $count }):
import-no-text = Chapters, transcript or picture could not be fetched or read ({ $count }):
import-no-picture = The import fetches pictures with --download only ({ $count }):
import-next = What comes next: “ebenerdig check” names every place with a TODO that is still to be filled.

problem-disk-full = There is no space left on this device. What is done already stays. Make room and call the command again: it goes on from there.
problem-not-written = Nothing can be written here ({ $reason }). What is done already stays. Check whether you may write into this folder, and call the command again.
