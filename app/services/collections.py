"""Articles that a reader collects, one link after the other, to take them along as one file."""

from dataclasses import replace

from app.errors import BadAddress, UnknownPlace
from app.sentences import Sentence
from app.storage.collections import Collection
from app.storage.own_records import OwnRecords, id_of, key_of

MOST_ARTICLES = 40
LONGEST_TITLE, LONGEST_ADDRESS = 200, 2000
GONE = Sentence("There is no such collection here, or no longer.")
FULL = Sentence("A collection has %(number)s articles at most; please take one out first.", number=MOST_ARTICLES)
TOO_LONG = Sentence("The address of an article in a collection may have %(number)s characters.", number=LONGEST_ADDRESS)


class ReaderCollections:
    """Makes and changes them, for any number of threads."""

    def __init__(self, kept: OwnRecords[Collection]) -> None:
        """Take where they are kept."""
        self._kept = kept

    def begin(self) -> str:
        """Return the secret of a new collection without articles, by which it is changed."""
        return self._kept.make(Collection())

    def of_secret(self, secret: str) -> Collection:
        """Return the collection that a secret changes. Raises `UnknownPlace`."""
        return _there(self._kept.get(id_of(secret)))

    def of_id(self, own_id: str) -> Collection:
        """Return the collection with this id, which lives on as it is read. Raises `UnknownPlace`."""
        return _there(self._kept.read(own_id))

    def add(self, secret: str, title: str, url: str) -> Collection:
        """Add an article by its canonical address; nothing changes where it is in. Raises `UnknownPlace`, and
        `BadAddress` where there is no room."""
        collection = self.of_secret(secret)
        if any(url == each for _, each in collection.articles):
            return collection
        if len(url) > LONGEST_ADDRESS:
            raise BadAddress(TOO_LONG)
        if len(collection.articles) >= MOST_ARTICLES:
            raise BadAddress(FULL)
        added = (" ".join(title.split())[:LONGEST_TITLE] or url, url)
        return self._changed(secret, replace(collection, articles=(*collection.articles, added)))

    def drop(self, secret: str, key: str) -> Collection:
        """Take out the article with this key; nothing changes where it is not in. Raises `UnknownPlace`."""
        collection = self.of_secret(secret)
        kept = tuple(each for each in collection.articles if key_of(each[1]) != key)
        return self._changed(secret, replace(collection, articles=kept))

    def _changed(self, secret: str, collection: Collection) -> Collection:
        self._kept.change(secret, collection)
        return collection


def _there(collection: Collection | None) -> Collection:
    if collection is None:
        raise UnknownPlace(GONE)
    return collection
