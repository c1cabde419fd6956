"""IMPORT: from any podcast's feed, good or bad, to item folders.

`clean_markdown` and `titles` clean what the reader of foreign feeds found, `show_of_feed` and `people_of_feed`
find or make its records, `folders` writes what is new, `companions` adds chapters,
transcripts and pictures, `downloading` brings files from elsewhere, `import_report` says what came.
"""
