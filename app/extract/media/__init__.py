"""The pictures and embedded players of a page."""
