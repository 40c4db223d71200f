"""Articles as files for other programs than a browser."""
