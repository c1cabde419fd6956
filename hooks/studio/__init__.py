"""The studio: sample media from scripts.

`script.md` in a folder says what is spoken and shown; the studio makes the sound,
the film, the captions and the cover of it. Voices are espeak-ng, pictures and cues
are the library's own, ffmpeg joins them. Nothing of the site depends on the studio:
who has real recordings needs none of it. Beyond Python it takes Debian's espeak-ng
and ffmpeg.

    making      one folder's media, from start to end (read this first)
    script      reading script.md          item       the folder and its state
    sentences   cutting text               sayings    how the voice gets it
    speech      speaking                   recording  a whole script in time
    sound       loudness, notes, MP3       captions   from clauses to cues
    film        slides and sound to MP4    slides     pictures of a film
    drawing     covers                     symbols    what a script can show
"""
