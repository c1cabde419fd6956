"""The live preview's own parts."""
