"""Blocks and links as HTML 2.0 and 3.2."""
