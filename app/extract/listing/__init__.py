"""Pages that are lists of things to read."""
