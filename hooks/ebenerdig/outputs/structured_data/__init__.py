"""What pages tell programs in schema.org's words."""
