### What is well written and yet cannot be true: days, times, places, numbers.

problem-time-skipped = There is no { $value } on this day: the clock is put forward and skips it. Write the time that the clock shows after that.
problem-date-far = This is not before the year { $year }, in { $years ->
    [one] one year
   *[other] { $years } years
  }. Nobody will see it until then. Check the year.
problem-date-early = The year { $year } lies before anything that there is for a media library. Check the year.
problem-consent-future = The consent lies in the future ({ $day }). Write the day on which it was given.
problem-soundbite-late = The soundbite ends at { $end } seconds, the recording after { $seconds } already. Change start or duration.
problem-package-hidden = This package does not appear: all { $count } items in it are drafts or wait for their day. Put something into it that can be seen already, or write draft: true until the day comes.

problem-coordinates-half = A place needs both numbers: lat (latitude, north–south) and lon (longitude, east–west). Here { $missing } is missing. Add the number, or delete the other one.
problem-coordinates-nought = 0 and 0 is a point in the sea off Africa. Enter the numbers from a map, or delete both.
problem-coordinates-swapped = lat { $lat } and lon { $lon } is a place off the coast of Somalia. Swap the two: lat: { $lon } and lon: { $lat }
problem-capacity-order = At least { $min } and at most { $max } guests do not go together. Check min and max.
problem-clock-time = “{ $value }” is no time of the day. Write hours and minutes from 0:00 to 23:59, for example: 9:30
problem-agenda-order = This point begins earlier than the one before ({ $before }). Put the agenda in the order of time; if it goes past midnight, all is well.
problem-until-late = This day lies after the last date of the tour ({ $day }). Enter a day before it.
problem-visit-long = This date lasts { $days } days. Check year and month of start and end.

# What nobody sees yet
report-waiting = { $count } { $name } { $count ->
    [one] waits
   *[other] wait
  } for { $day }{ $count ->
    [one] {""}
   *[other] {" "}or later
  }: { $items }
