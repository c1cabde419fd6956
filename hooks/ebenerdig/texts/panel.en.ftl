### What the preview says of errors and advice, and how much of the same advice is gathered.

panel-label = Errors and advice of the preview
panel-title = Errors and advice
panel-own = { $n ->
    [one] On this page: 1 message
   *[other] On this page: { $n } messages
  }
panel-all = See all errors and advice.
panel-errors = Errors
panel-advice = Advice
panel-kind = { $n } times: { $said }
panel-more = … and { $n } more; “ebenerdig check --all” tells all of them.

report-kind = Advice, { $count } times: { $said } – { $places }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
  } [{ $code }]
