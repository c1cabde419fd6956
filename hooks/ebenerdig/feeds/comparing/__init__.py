"""COMPARE: what subscribers will notice between two states of a library's feeds.

`reading` turns what was named into feeds, `changes` finds what differs,
`telling` says it in plain words.
"""
