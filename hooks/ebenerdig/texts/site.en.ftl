### What visitors read

register-levels = Levels
register-levels-about = Find what fits your company. A higher level is not better, only different.
register-areas = Fields of action
register-areas-about = Six fields in which companies make digital progress.
register-topics = Topics
register-topics-about = All topics of the library at a glance.
register-technologies = Technology
register-technologies-about = The technology you can hear about, see and touch.
register-industries = Industries
register-industries-about = Examples from your industry and from related ones.
register-people = People
register-people-about = Whom you can hear, see and meet in the library.
register-organisations = Companies and bodies
register-organisations-about = Companies that open their doors and tell their story.
list-about = { $title }: everything in the library, newest first.
page-title = { $title } – page { $number }
glossary = Glossary
glossary-about = Digital terms, explained in 25 words or less.
packages = Packages
packages-about = Several offers in a good order.
not-found = This page does not exist
not-found-about = It may have moved. Here is how to go on.
ai-generated = The voices are synthetic.
ai-assisted = Made with the help of artificial intelligence.


## The frame of every page

skip = Skip to content
menu = Menu
menu-main = Main menu
menu-footer = Legal pages and overviews
appearance = Appearance
appearance-device = Like my device
appearance-light = Light
appearance-dark = Dark
appearance-keep = Remember on this device
appearance-keep-about = Without the tick your choice holds for this page only. With it, for 180 days. “Like my device” deletes it at once.
about = About this library
imprint = Imprint
privacy = Privacy
accessibility = Accessibility
report-barrier = Report a barrier
report-barrier-subject = Barrier on your website
report-barrier-body = I met a barrier on this page: { $address }
repository = Source code
footer-license = The licence of each item stands at the end of its page.

## Cards and lists

minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
offers = { $n ->
    [one] 1 offer
   *[other] { $n } offers
}
parts = { $n ->
    [one] 1 part
   *[other] { $n } parts
}
level-one = Level { $number }
level-range = Levels { $first } to { $last }
level-named = Level { $number }: { $name }
level-content = What you find here:
next-date = Next date: { $day }
dates-over = Dates are over
any-time = Any time, no appointment
mark-draft = Draft, preview only
mark-scheduled = Appears on { $day }, preview only
package = Package
all-of = All { $what }
all-offers = All offers
page-of = Page { $number } of { $total }
pager = More pages
pager-previous = Previous page
pager-next = Next page
invented = invented
to-home = To the start page
to-package = Package: { $title }
list-next-package = Not sure where to begin? This package leads you step by step.
list-next-levels = Find offers that fit your company.
list-next-home = The start page shows what is new.
register-topics-all = See all topics
glossary-empty = No term has been explained yet.
glossary-next = Looking for more than an explanation?
packages-next = Simply begin with the first one.

## Start page

home-doors = Three doors. Choose one.
home-levels = Where do you stand?
home-packages = Taken by the hand
home-newest = New in the library

## Page of an item

published = From { $day }
label-voices = Voices: synthetic
label-generated = Made by artificial intelligence
label-assisted = Made with the help of artificial intelligence
takeaways = At a glance
use-case = An example from a company
use-case-problem = The problem
use-case-solution = The solution
use-case-effort = The effort
use-case-cost = The cost
use-case-benefit = What it achieved
use-case-pitfall = Watch out for
people = Who is part of it
for-whom = Whom this fits
company-size = Company size
size-1 = on your own
size-2-9 = 2 to 9 staff
size-10-49 = 10 to 49 staff
size-50-249 = 50 to 249 staff
roles = Role in the company
role-management = Management
role-it = IT
role-staff = Staff
role-hr = Human resources
role-works-council = Works council
role-trainee = Trainees
prerequisites = Helpful beforehand
links = Further reading
link-source = Source
link-tool = Tool
link-guide = Guide
link-law = Law
link-video = Video
link-book = Book
link-other = Link
next-step = Your next step
transcript = Read along
transcript-about = The whole text with times.
transcript-automatic = A program wrote this text. It may contain mistakes.
transcript-show = Show text
transcript-files = As a file:
transcript-html = Reading version
transcript-vtt = WebVTT
transcript-srt = SRT
part-of = Part of
related = Goes with it
neighbours = Before and after
older = Before: { $title }
newer = After: { $title }
license = Licence:
image-credit = Picture:
also-called = Also called:

## Playing

download = Download
megabytes = { $n } MB
read-instead = Read instead
chapters = Chapters
chapter-link = More on this
media-remote = The file is kept at { $host }. It is loaded from there only when you play it.

## Podcast episode

season = Season { $number }
episode-number = Episode { $number }
episode-trailer = Trailer
episode-bonus = Bonus
location-creator = Recorded at { $place }
location-subject = It is about { $place }
explicit = Not for children
soundbites = Worth a listen
seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
versions = Other versions
alternate-sound = Sound as a file
alternate-film = Film as a file

## Explainer video

term = { $name } in short
term-also = Also called
term-distinction = Not to be confused
term-example = Example from a company
to-glossary = Look it up in the glossary
method = How to do it
method-time = Time
method-people = Who takes part
method-material = What you need
captions-in = Captions:
captions-automatic = made by a program
audio-description-in_sound = The voice says all that can be seen.
audio-description-own_track = There is a version with audio description.
audio-description-not_needed = The picture shows nothing that the sound does not say.

## Experience tour

dates = Dates and registration
mode-on_site = You come and visit.
mode-online = You join online.
mode-hybrid = You come and visit or join online.
mode-self_guided = You go alone or with others, whenever you like.
until-time = until { $time }
until-moment = until { $moment }
date-past = over
date-planned = planned
date-postponed = postponed
date-cancelled = cancelled
date-moved_online = takes place online
dates-over-about = No new date is planned at the moment.
cost = Cost
capacity = Places
capacity-range = { $min } to { $max } people
capacity-max = up to { $max } people
capacity-min = { $min } people or more
registration = Registration
registration-required = Please register.
registration-free = Not needed.
registration-until = You can do so until { $day }.
registration-waiting = If it is full, there is a waiting list.
register-now = Register now
needs = Do you need support?
needs-until = Tell us by { $day } what you need.
report = How it was
place = Meeting point and getting there
open-map = View on OpenStreetMap
arrival-stop = Bus and train
arrival-parking = Parking
arrival-charging = Charging
arrival-bicycle = Bicycle
transport = Good ways to get there
route = Route as a GPX file
stops = The stops
what-to-see = What to see:
agenda = Agenda
admission = Rules on site
admission-clothing = Clothing:
admission-photos-no = Taking photos is not allowed.
admission-photos-yes = You may take photos.
admission-id-yes = Please bring an identity card.
admission-id-no = You need no identity card.
admission-age = Open to everyone aged { $age } and over.
access = How accessible is it?
access-what = Question
access-how = Answer
access-unknown = no information – please ask
access-step_free = Step-free
access-lift = Lift
access-door_width_cm = Narrowest door
access-toilet = Accessible toilet
access-parking = Accessible parking
access-induction_loop = Induction loop
access-sign_language_until = Sign language
access-assistance_dogs = Assistance dogs
access-seating = Seating
access-noise = Noise
access-sign-until = on request, please tell us by { $day }
access-ask = Ask us by e-mail
centimetres = { $n } cm

## Package

package-begin = Begin: { $title }
package-time = { $n ->
    [one] 1 minute of listening and watching in all
   *[other] { $n } minutes of listening and watching in all
}
package-goal = What you can do afterwards
package-why = Why in this order
package-path = Your way
package-closing = And in the end
footnote-back = Back to footnote { $number } in the text
