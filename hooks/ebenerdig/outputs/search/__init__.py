"""Search: what can be found, the words it is found by, and the index."""
