"""The studio: sample media from scripts.

`script.md` in a folder says what is spoken and shown; the studio makes the sound,
the film, the captions and the cover of it. Voices are espeak-ng, pictures are drawn
here, ffmpeg joins them. Nothing of the site depends on the studio: who has real
recordings needs none of it. Beyond Python it takes Debian's espeak-ng, ffmpeg,
fontconfig and fonts-lato.

    making      one folder's media, from start to end (read this first)
    script      reading script.md          item       the folder and its state
    sentences   cutting text               sayings    how the voice gets it
    speech      speaking                   recording  a whole script in time
    sound       loudness, notes, MP3       tags       ID3 and chapters
    captions    WebVTT                     film       slides and sound to MP4
    look, letters, canvas, symbols, scenery   the drawing
    drawing     covers                     slides     pictures of a film
"""
