"""COMPARE: what subscribers will notice between two states of a library's feeds.

`sides` turns what was named into feeds, `changes` finds what differs,
`change_report` says it in plain words.
"""
