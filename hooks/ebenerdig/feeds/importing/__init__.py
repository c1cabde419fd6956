"""IMPORT: from any podcast's feed, good or bad, to item folders.

`reading` takes a feed apart, `markdown` and `titles` clean what it holds, `show` and
`people` find or make its records, `folders` writes what is new, `companions` adds
chapters, transcripts and pictures, `downloading` brings files from elsewhere.
"""
