"""Many stories in one file as plain text: their headlines, then each of them, for machines without a network."""

from app.models import Article, Headline
from app.render.charsets.charsets import Charset, columns
from app.render.pages.front_page import FrontView
from app.render.profiles.profile import Profile
from app.render.text.plain import FLOWING, text_blocks
from app.render.text.wrap import wrapped


class DigestText:
    """Writes the parts of such a file in one character set, with the line ends of one machine."""

    def __init__(self, view: FrontView, profile: Profile, charset: Charset) -> None:
        """Take what says who tells a story and when, and for whom it is written."""
        self._view = view
        self._profile = profile
        self._charset = charset

    def head(self, title: str, lines: tuple[str, ...]) -> bytes:
        """Return what stands at the beginning."""
        return self._encoded(f"{self._titled(title, '=')}\n" + "\n".join(map(self._wrapped, lines)))

    def contents(self, headlines: list[Headline]) -> bytes:
        """Return the numbered list of all stories."""
        lines = [f"{place}. {headline.title}" for place, headline in enumerate(headlines, 1)]
        return self._encoded("\n".join(map(self._wrapped, lines)))

    def story(self, number: int, headline: Headline, article: Article | None) -> bytes:
        """Return a story: its text, or where there is none, what the front page says of it."""
        title = self._titled(f"{number}. {headline.title}", "-")
        text = (
            text_blocks(article, self._profile, self._charset, self._view.language)
            if article
            else self._wrapped(headline.summary)
        )
        return self._encoded("\n\n".join(part for part in (title + "\n" + self._byline(headline), text) if part))

    def _byline(self, headline: Headline) -> str:
        return self._wrapped(self._view.byline(headline))

    def _titled(self, title: str, rule: str) -> str:
        lines = self._wrapped(title)
        if self._profile.columns == FLOWING:
            return lines
        return f"{lines}\n{rule * max(map(columns, lines.split(chr(10))))}"

    def _wrapped(self, text: str) -> str:
        return wrapped(self._charset.transliterate(text), self._profile.columns)

    def _encoded(self, text: str) -> bytes:
        return self._charset.encode_text(f"{text}\n\n\n".replace("\n", self._profile.ends))
