### What “ebenerdig init” and “ebenerdig new” say and write.

init-name = What is your library called?
init-name-wrong = “{ $value }” will not do as a name. Write one line without control characters.
init-url = Which address will it have?
init-url-wrong = “{ $value }” is no complete web address. Write, for example, https://library.company.com/
init-email = Which email address can people write to?
init-email-wrong = “{ $value }” is no email address. It looks like name@company.com.
init-taken = There is { $file } in { $folder } already. So that nothing gets lost there, nothing was written. Name a new folder.
init-written = { $count } files written into { $folder }.
init-kept = There already and not changed: { $files }
init-next = Next: fill in the places in [square brackets] in content/, and have a look with “mkdocs serve”.

starter-tagline = Listen, watch and visit
starter-description = Podcast, explainer videos and tours for our company.
starter-show = What this show is about. Please complete.

show-guid-comment = Never change: directories know the show by its guid. guid_of is the feed's first address.
show-id-taken = There is a show “{ $value }” already. Choose another id.
show-id-wrong = “{ $value }” becomes the feed's address and may have only small letters a–z, digits and single hyphens. Write, for example: { $suggestion }
show-not-added = The show was not added, because content/_data/shows.yml would not be right then:
show-added = “{ $title }” now stands at the end of content/_data/shows.yml. The feed will lie at { $address }.
