### What “ebenerdig compare” says: what people notice who have subscribed.

compare-heading = What changes for people who have subscribed
compare-same = Nothing changes for people who have subscribed.
compare-summary = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
  }, { $changes ->
    [0] no other changes
    [one] 1 other change
   *[other] { $changes } other changes
  }.
compare-more = and { $count } more
compare-unreadable = The comparison is not possible, because something cannot be read:

# Shows
compare-kind-feed-vanished = { $count ->
    [one] The feed has vanished.
   *[other] { $count } feeds have vanished.
  } Whoever subscribed will never get anything again and not learn why. Leave the show where it is, even if it has ended. If it moved, the old address must redirect.
compare-kind-show-guid = The identifier of the show (podcast:guid) has changed. Directories now take it for another show. Restore guid and guid_of in content/_data/shows.yml.
compare-kind-show-guid-new = The show now has an identifier (podcast:guid). From now on it must not change any more.
compare-kind-show-title = The name of the show has changed. Apps will soon show the new one.
compare-kind-show-image = The show's art has another address. Apps will soon show the new one.
compare-kind-show-image-replaced = The show's art is another picture under the same name. Hosts and apps keep the old one, often for 30 days. Give the file a new name and write that in content/_data/shows.yml.
compare-kind-show-address = The address of the feed has changed. Whoever subscribed goes on asking the old one. See to it that it redirects to the new one with status 301.
compare-kind-show-moved = The feed says that it has moved. Apps follow to the new address. Keep the old one for at least four weeks.
compare-kind-show-complete = The show now counts as finished. Many apps never look for new episodes again after that.
compare-kind-show-reopened = The show no longer counts as finished. Apps that have stopped looking will not notice.
compare-kind-feed-goes-on = The old feed goes on elsewhere, and that page is missing here. Only what stands in the file was compared. Name the feed's web address to compare all of it.
compare-kind-guid-doubtful = { $count ->
    [one] The feed is damaged where guids stand: they
   *[other] { $count } feeds are damaged where guids stand: they
  } can be read in another way as well. Compare them with what podcast apps show.
compare-kind-feed-broken = The new feed is malformed. Some apps will not read it, and this comparison may be incomplete.
compare-kind-feed-new = { $count ->
    [one] One feed is new.
   *[other] { $count } feeds are new.
  }

# Items
compare-kind-guid-vanished = { $count ->
    [one] One item has vanished.
   *[other] { $count } items have vanished.
  } Whoever subscribed keeps only what is downloaded already; nobody else finds any of it. Restore folder and guid. If an item really has to go, write draft: true and leave the folder: then the guid stays taken.
compare-kind-guid-withdrawn = { $count ->
    [one] One item is withdrawn.
   *[other] { $count } items are withdrawn.
  } This comes from draft: true or a date in the future. Whoever subscribed keeps what is downloaded already; nobody else finds any of it. If that is meant, approve this change by hand.
compare-kind-guid-changed = { $count ->
    [one] One item has another guid.
   *[other] { $count } items have another guid.
  } Apps take this for new: whoever subscribed gets it again. Write the old guid again.
compare-kind-guid-twice = { $count ->
    [one] One guid stands in the feed more than once.
   *[other] { $count } guids stand in the feed more than once.
  } Apps show only one of the items. Give the younger one a new guid.
compare-kind-item-left = { $count ->
    [one] One item is no longer in this feed, but still in another one.
   *[other] { $count } items are no longer in this feed, but still in another one.
  }
compare-kind-item-new = { $count ->
    [one] One item is new.
   *[other] { $count } items are new.
  }
compare-kind-enclosure-lost = { $count ->
    [one] One item has no recording any more.
   *[other] { $count } items have no recording any more.
  } Podcast apps do not show an item without one.
compare-kind-enclosure-address = { $count ->
    [one] One recording lies at another address.
   *[other] { $count } recordings lie at another address.
  } Some apps download again. The old address should redirect.
compare-kind-enclosure-address-kept = { $count ->
    [one] One recording has another address; the old one still leads to it.
   *[other] { $count } recordings have other addresses; the old ones still lead to them.
  } Some apps fetch them again.
compare-kind-enclosure-bytes = { $count ->
    [one] One recording has another size (in bytes).
   *[other] { $count } recordings have another size (in bytes).
  } Whoever downloaded already keeps the old version.
compare-kind-enclosure-type = { $count ->
    [one] One recording has another format.
   *[other] { $count } recordings have another format.
  } Check that extension and content fit.
compare-kind-date = { $count ->
    [one] One item has another date.
   *[other] { $count } items have another date.
  } This changes the order in apps.
compare-kind-title = { $count ->
    [one] One title has changed.
   *[other] { $count } titles have changed.
  } Apps will soon show the new one.
compare-kind-link = { $count ->
    [one] One page lies at another address.
   *[other] { $count } pages lie at another address.
  } Add the old address to the item under aliases, then it leads on.
compare-kind-link-kept = { $count ->
    [one] One page lies at another address; the old one leads on.
   *[other] { $count } pages lie at other addresses; the old ones lead on.
  }

# What cannot be read
problem-feed-none = There is no podcast feed here. RSS or Atom is expected.
problem-feed-folder-empty = There is no feed in this folder. Name the folder of the built site, for example: site
problem-feed-page-missing = The feed goes on on another page that is missing here: { $address }. Put it beside this one, or name the feed's web address.
problem-revision-unknown = “{ $value }” is neither a file nor a folder, and git knows no such revision. Check the spelling; web addresses begin with https://.
problem-revision-no-library = At the revision “{ $value }” there is no library in this folder. Name a later revision.
problem-fetch-failed = The address does not answer ({ $reason }). Check the spelling and the connection.
problem-fetch-status = Instead of the feed came the answer { $status }. Check the address in a browser.
problem-fetch-elsewhere = The address leads on to “{ $value }”. Ebenerdig does not go there, as that is no page on the web. Take the address of the feed that begins with https://.
problem-fetch-too-large = The file is larger than { $megabytes } MB. No feed is that large.
problem-fetch-slow = After { $seconds } seconds the file had not arrived. Try again later.
problem-fetch-packed = What came is packed so tightly that it would fill the disk. That is no feed. Ask whoever runs the address.
