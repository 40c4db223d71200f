"""What more than one door says, in the words that the web pages have for it."""

from app.sentences import Sentence

#: What keeps robots out (RFC 9309), as those of Gopher and Gemini ask for it, too.
ROBOTS = "User-agent: *\nDisallow: /"
BACK = Sentence("Back")
EDITIONS = Sentence("Editions")
ELSEWHERE = Sentence("This site asks no other one for you.")
EMPTY = Sentence("No source of this edition has anything for this page at the moment.")
LINKS = Sentence("Links of this page")
NOT_FOUND = Sentence('Nothing was found for "%(words)s".')
NO_TEXT = Sentence("There is no text at this address.")
ORIGINAL = Sentence("Original source")
READ = Sentence("Read any page")
SEARCH_NEWS = Sentence("Search the news")
TYPE_IT = Sentence("Type its address, or words to search for.")
