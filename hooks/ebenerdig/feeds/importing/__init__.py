"""IMPORT: from any podcast's feed, good or bad, to item folders.

`markdown` and `titles` clean what the reader of foreign feeds found, `show` and `people`
find or make its records, `folders` writes what is new, `companions` adds chapters,
transcripts and pictures, `downloading` brings files from elsewhere, `telling` says what came.
"""
