"""IMPORT: from any podcast's feed, good or bad, to item folders.

`notes` and `titles` clean what a feed holds. Reading the feed and writing the folders is still to come.
"""
