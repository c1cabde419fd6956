### The search

search = Search
search-about = Search the whole library, even what is said in episodes and videos.
search-label = What are you looking for?
search-placeholder = Keyword
search-narrow = Narrow down
search-narrow-link = Browse and narrow down
search-keys = Keys: / or Ctrl + K
search-narrowed = Narrow down ({ $n } chosen)
search-running = Searching …
search-failed = The search cannot be loaded right now. Please try again, or browse the lists below.
search-all = { $n } offers, the newest first
search-all-one = 1 offer
search-found = { $n } results for “{ $query }”
search-found-one = 1 result for “{ $query }”
search-none = No offers with this choice
search-none-query = Nothing found for “{ $query }”
search-none-advice = Try another word or a shorter one. Or take one of the ways below.
search-meant = “{ $query }” does not occur in this library. Did you mean { $meant }?
search-remove = { $what } – remove
search-more = Show more
search-more-places = { $n } more places
search-more-places-one = 1 more place
search-some-places = More places
search-sort = Sort:
search-sort-best = best first
search-sort-date = newest first
search-browse = Rather browse?
search-without-scripts = The search needs JavaScript. Without it, here is the newest, and below it the way to all lists.
search-term = Term
search-page = Page
facet-format = Kind
facet-city = Place
facet-duration = Duration
facet-year = Year
facet-language = Language
duration-up-to = up to { $minutes } minutes
duration-more = more than { $minutes } minutes

# Words that nobody searches for; they stand in almost every text.
search-stop-words =
    a about after all also am an and any are as at be because been before but by can could did do does for from get had
    has have he her here him his how i if in into is it its just me more my no not of on or our out over she should so
    some such than that the their them then there these they this to too up us was we were what when where which while
    who why will with would you your
