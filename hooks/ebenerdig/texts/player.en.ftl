### Listening, watching, reading along

player = Play: { $title }
player-pause = Pause
player-previous = Previous chapter
player-next = Next chapter
player-back = Back 15 s
player-forward = Forward 15 s
player-seek = Position
player-at = { $now } of { $total }
player-from = Play from { $time }
player-close = Stop playing
player-captions = Captions
player-captions-language = Language
player-speed = Speed
player-times = { $speed } times
decimal = .
player-sleep = Sleep timer
player-sleep-off = off
player-sleep-chapter = to the end of the chapter
player-sleep-end = to the end
player-slept = Paused, as you wished. Good night.
player-mute = Mute
player-volume = Volume
player-share = Share from here
player-copied = Address copied: { $address }
player-failed = That did not work. Please try again.
player-picture = Picture in picture
player-full = Full screen
version-described = Audio description
version-signed = Sign language
version-sound = { $name } (sound only)
done-audio = heard
done-video = seen

keys = Keys
keys-about = The keys work while you are in the player or in the text to read along.
key-space = Space
keys-play = Play and pause
keys-chapters = Previous and next chapter
keys-speed = Slower and faster

remember = Remember on this device
remember-about = With the tick your browser remembers the position, the speed and what you have heard, for 180 days at most. Without it everything is deleted at once.
remember-forget = Forget everything
remember-forgotten = Everything is deleted.

reading-find = Search in the text
reading-hits = { $number } of { $total }
reading-none = Nothing found
reading-previous = Previous match
reading-next = Next match
reading-follow = Read along
reading-copy = Copy the text
reading-copied = The text is copied.
reading-linked = The address of this position is copied.
reading-about = A click on a line plays it. With keys: arrow up or down changes the line, Enter plays it.

embed-load = Load the video from { $provider }
embed-about = This video is kept at { $provider } ({ $host }). Only when you load it does { $provider } learn your IP address and can keep data on your device.
embed-open = Watch at { $provider }
