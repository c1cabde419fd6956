### What has to stay: identifiers and old addresses.

# Pages at old addresses
moved = This page has moved
moved-to = It goes on here:

# Old addresses
problem-alias = “{ $value }” is no address that this library can give. Write the old name (old-name), with its folder (episodes/old-name), or the path from the home page (/old-name). Letters, digits, hyphens and .html at the end are allowed.
problem-alias-own = This page lies at { $address } already. Delete the entry; aliases holds former addresses only.
problem-alias-taken = Another page lies at { $address }, so the address cannot lead here. Delete the entry, or give the other page a new name.
problem-alias-reserved = The library keeps files of its own at { $address }, such as feeds, pictures and long lists. Choose an address such as episodes/old-name.
problem-alias-twice = The old address { $address } stands in { $other } too. It can lead to one page only. Delete one of the two entries.

# Identifiers of shows
problem-show-guid-changed = This guid does not belong to “{ $address }”. Podcast directories know the show by it; it must never change, not even with name or address. Restore both lines as they were. If guid_of is still the old one, it needs: guid: { $expected }
problem-show-guid-twice = This guid belongs to the show “{ $other }” already. Directories would take both for the same. Add new shows with “ebenerdig new show”; the command writes guid and guid_of.
