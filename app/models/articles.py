"""An article, its pictures, and the same in another language."""

from dataclasses import dataclass

from app.models.blocks import Blocks


@dataclass(frozen=True, slots=True)
class ArticleImage:
    """A picture of an article: its absolute address, the words under it, and what ALT says it shows."""

    url: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class SourceImage:
    """A picture as the origin sent it."""

    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Article:
    """A page as we read it, the same for every browser.

    `date` and `updated` are `YYYY-MM-DD` or empty: when it was published, and last changed if that was another
    day; where only the last change is known, they are the same. `links` are all links of the page, each its address,
    a space and its words, since so they cost a kept copy least. `embedded` are the pictures whose files stand in the
    page itself; their addresses are places on it (`#picture-...`). `language` is a BCP 47 tag in lower case or empty;
    `words` the number of words in the text; `cut` a sentence where its end is missing, or empty;
    `confidence`, from 0 to 1, how much of the text is expected to be right; `versions` are other canonical addresses of
    it that its page names, `next_page` that of its next page, and
    `single_page` that of all of it on one page where a rule of its site finds one, or empty.
    """

    url: str
    title: str
    blocks: Blocks
    images: tuple[ArticleImage, ...] = ()
    byline: str = ""
    date: str = ""
    language: str = ""
    site: str = ""
    deck: str = ""
    words: int = 0
    cut: str = ""
    updated: str = ""
    confidence: float = 1.0
    versions: tuple[str, ...] = ()
    next_page: str = ""
    single_page: str = ""
    links: tuple[str, ...] = ()
    embedded: tuple[SourceImage, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslatedArticle:
    """An article as an engine has translated it out of the language `source`, a tag or nothing where nobody knows."""

    article: Article
    source: str = ""

    @property
    def url(self) -> str:
        """The absolute address of the original."""
        return self.article.url
