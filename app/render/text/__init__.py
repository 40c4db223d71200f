"""Articles as plain text."""
