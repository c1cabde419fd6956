"""MEDIA: what the files beside an item say about themselves: measures, transcript, chapters."""
