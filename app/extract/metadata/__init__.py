"""Title, authors, days, language, site and deck of a page, from the most to the least trusted source.

JSON-LD is written for machines that check it, Open Graph for machines that do not, `<title>` for tabs, and
the visible page for people; each fact is asked of them in the order in which they were found to be right.

    tree --evidence--> places --jsonld, titles--> headline --around_headline--> lines --authors, dates--> Metadata
"""

from app.extract.metadata.read import Metadata, read_metadata

__all__ = ["Metadata", "read_metadata"]
