"""The site's pages: which there are, what stands on them, and what leads to them."""
