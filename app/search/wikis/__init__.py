"""Entries of encyclopedias and dictionaries: where MediaWiki is asked for one, and what it answers. No I/O."""
