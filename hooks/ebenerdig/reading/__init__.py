"""READ: from files of text to checked models, every mistake with its place."""
