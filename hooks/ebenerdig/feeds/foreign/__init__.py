"""FOREIGN: podcast feeds as others write them, good or bad; the one reader for comparing and importing.

`xml_document` mends and parses, `elements` tells a feed's own tags from strangers', `feed_reader` and `item_reader`
take them apart, `zoned_dates` and `words` understand what stands in them, and `guids` reads the GUIDs once more by a
way of its own.
"""
