"""IMPORT: from any podcast's feed, good or bad, to item folders.

`reading` takes a feed apart, `notes` and `titles` clean what it holds, `folders`
writes what is new, `downloading` brings files from elsewhere.
"""
