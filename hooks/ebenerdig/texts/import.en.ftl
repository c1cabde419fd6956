### What the import leaves behind: gaps still to be filled.

problem-gap = There is a gap here: “{ $key }” is missing. Put the right value in place of TODO.
problem-gap-levels = There is a gap here: “{ $key }” is missing. Put a level (levels: 2) or a range (levels: 1-2) in place of TODO.
problem-gap-areas = There is a gap here: “{ $key }” is missing. Put one or two ids from content/_data/areas.yml in place of TODO.
problem-gap-description = There is a gap here: “{ $key }” is missing. Put a sentence or two in place of TODO: what is it about, and whom does it help?
problem-gap-date = There is a gap here: “{ $key }” is missing. Put year-month-day in place of TODO: 2026-11-24.
problem-title-long = The title has { $count } characters. Phones cut it off after 70. Shorten it if you can.
problem-guid-short = This guid is very short. If it comes from an old feed, leave it as it is. For new items take a UUID.
