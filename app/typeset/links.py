"""The addresses that stand in our pages: path only, short, and never with an `&`.

MicroWeb's whole request must fit 512 bytes and it does not decode entities in `href`; many old browsers send
no Host, so an absolute address of our own could not be known.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# MicroWeb cuts an attribute at 1,024 characters.
MAX_DIRECT = 1000


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page. `prefix` is the edition's part of the path (`/in`, or nothing for the default);
    `ids` maps each canonical address on the page to its short id."""

    prefix: str
    ids: Mapping[str, str]

    @property
    def front(self) -> str:
        """The front page of the edition."""
        return f"{self.prefix}/"

    @property
    def read(self) -> str:
        """Where the read form leads."""
        return f"{self.prefix}/read"

    @property
    def search(self) -> str:
        """Where the search form leads."""
        return f"{self.prefix}/search"

    @property
    def status(self) -> str:
        """How the sources fare."""
        return f"{self.prefix}/status"

    def section(self, section: str, number: int = 1) -> str:
        """A section of the edition, or a further page of it."""
        return f"{self.prefix}/{section}/{number}" if number > 1 else f"{self.prefix}/{section}"

    def feed(self, url: str) -> str:
        """The feed at `url` as a front page of its own."""
        return f"{self.prefix}/f/{self.ids[url]}"

    @property
    def about(self) -> str:
        """The page about this site."""
        return f"{self.prefix}/about"

    @property
    def editions(self) -> str:
        """The list of editions."""
        return f"{self.prefix}/editions"

    def article(self, url: str) -> str:
        """The page at `url`, through the reader."""
        return f"{self.prefix}/a/{self.ids[url]}"

    def plain(self, url: str) -> str:
        """The page at `url` as plain text."""
        return f"{self.article(url)}.txt"

    def picture(self, url: str, article: str = "") -> str:
        """The page of a picture, which leads back to the article it was found in."""
        path = f"{self.prefix}/i/{self.ids[url]}"
        return f"{path}/{self.ids[article]}" if article else path

    def picture_file(self, url: str, suffix: str) -> str:
        """The picture itself; `suffix` is `gif` or `jpg`."""
        return f"{self.prefix}/i/{self.ids[url]}.{suffix}"

    def out(self, url: str) -> str:
        """The original: its own address, or ours that sends the browser there where that holds an `&`."""
        return url if is_direct(url) else f"{self.prefix}/o/{self.ids[url]}"

    def follow(self, href: str) -> str:
        """A link in the text: through the reader, except a mail address."""
        return href if href.startswith("mailto:") else self.article(href)


def is_direct(url: str) -> bool:
    """Say whether `url` may stand in a link as it is."""
    return "&" not in url and len(url) <= MAX_DIRECT
