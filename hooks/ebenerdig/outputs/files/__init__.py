"""Files beside the pages: media as they are, pictures in sizes, transcripts to read, rules for hosts."""
