"""FEEDS: everything about RSS: written here, checked, compared, and read from elsewhere."""
