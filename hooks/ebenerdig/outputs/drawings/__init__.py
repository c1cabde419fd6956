"""Drawings for what has no picture, as SVG on pages and as pixels for previews elsewhere."""
