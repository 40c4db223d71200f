"""The pages of the site: a template each, filled in for a profile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.models import Article, ArticlePicture, Headline, Listing, Page, Picture, Story
from app.typeset.charsets import CHARSETS, escape, escape_attribute
from app.typeset.front import FrontView
from app.typeset.links import Links, is_direct
from app.typeset.markup import Html2
from app.typeset.plain import plain_text
from app.typeset.profiles import Profile
from app.units import size_in_words

WORDS_PER_MINUTE = 220  # a usual figure for silent reading of English (Brysbaert 2019 measured 238)
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page needs to know: the site's name, the edition's code in capitals, the page's links, for whom."""

    site: str
    edition: str
    links: Links
    profile: Profile


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of an article as its page shows it; `previous` and `following` are its neighbours' addresses."""

    url: str
    article: str
    number: int
    count: int
    words: str
    previous: str
    following: str


class Pages:
    """Typesets each kind of page."""

    def __init__(self, templates: Path) -> None:
        """Load the templates from the folder `templates`."""
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            finalize=_written,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._templates.filters |= {
            "attribute": escape_attribute,
            "bytes": size_in_words,
            "day": day_in_words,
        }
        # Compiled now, for the first readers would wait for it.
        for name in self._templates.list_templates(filter_func=lambda name: not name.startswith("_")):
            self._templates.get_template(name)

    def front(self, frame: Frame, view: FrontView, sections: Sequence[tuple[str, str]]) -> Page:
        """A page of stories: the front page of the edition, or one of its `sections` (each its key and title)."""
        return self._page("front.html", frame, view=view, sections=sections)

    def search(self, frame: Frame, query: str, view: FrontView) -> Page:
        """What was found for `query`, which is empty where nothing was asked yet."""
        return self._page("search.html", frame, query=query, view=view)

    def feed(self, frame: Frame, url: str, view: FrontView) -> Page:
        """The feed at `url` as a front page of its own."""
        return self._page("feed.html", frame, url=url, view=view)

    def status(self, frame: Frame, counts: Mapping[str, object], google: str) -> Page:
        """How each source, by its address, has fared; `google` is a sentence on its links."""
        return self._page("status.html", frame, counts=sorted(counts.items()), google=google)

    def missed(self, frame: Frame, story: Story, asked: Headline, sentence: str, others: Sequence[Headline]) -> Page:
        """A headline that does not open: why, what is known of it, and who else has the story."""
        return self._page("missed.html", frame, story=story, asked=asked, sentence=sentence, others=others)

    def article(self, frame: Frame, article: Article, address: str, note: str) -> Page:
        """An article; `address` is what was asked for, `note` a sentence above it (how old it is) or empty."""
        markup = Html2(frame.links, article.pictures, address, frame.profile)
        return self._page(
            "article.html",
            frame,
            article=article,
            address=address,
            body=markup.body(article.blocks),
            facts=_facts(article),
            note=note,
        )

    def plain(self, frame: Frame, article: Article) -> Page:
        """An article as plain text."""
        return Page(plain_text(article, article.url, frame.profile), frame.profile.text_type)

    def listing(self, frame: Frame, listing: Listing, note: str) -> Page:
        """A feed as a list of its entries."""
        return self._page("listing.html", frame, listing=listing, note=note)

    def picture(self, frame: Frame, view: PictureView, versions: Sequence[tuple[str, Picture]]) -> Page:
        """The page of a picture; `versions` are the forms it can be had in, each under its file suffix."""
        return self._page("picture.html", frame, view=view, versions=versions, reason="")

    def lost_picture(self, frame: Frame, view: PictureView, reason: str) -> Page:
        """The page of a picture that cannot be had, which says why."""
        return self._page("picture.html", frame, view=view, versions=(), reason=reason)

    def error(self, frame: Frame, heading: str, sentence: str, address: str) -> Page:
        """What went wrong, in one sentence, and the read form with what was asked for still in it."""
        return self._page("error.html", frame, heading=heading, sentence=sentence, address=address)

    def moved(self, frame: Frame, url: str) -> Page:
        """The body of a redirect to an original, for browsers that do not follow it."""
        return self._page("moved.html", frame, url=url, direct=is_direct(url))

    def editions(self, frame: Frame, editions: Sequence[tuple[str, str]]) -> Page:
        """The list of editions, each as its code and name."""
        return self._page("editions.html", frame, editions=editions)

    def about(self, frame: Frame) -> Page:
        """What this site is, and how it is used."""
        return self._page("about.html", frame)

    def _page(self, template: str, frame: Frame, **values: object) -> Page:
        text = self._templates.get_template(template).render(
            site=frame.site, edition=frame.edition, links=frame.links, **values
        )
        return Page(CHARSETS["references"].encode_page(text), frame.profile.html_type)


def picture_words(picture: ArticlePicture) -> str:
    """Return what a picture shows: the words under it, else what its ALT says."""
    return picture.caption or picture.alt


def day_in_words(day: str) -> str:
    """Return `2024-03-27` as `27 March 2024`."""
    moment = date.fromisoformat(day)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _facts(article: Article) -> str:
    """Return byline, site, date and reading length, as far as they are known, as one line."""
    minutes = max(1, round(article.words / WORDS_PER_MINUTE))
    length = f"{article.words} words, about {minutes} min" if article.words else ""
    facts = [f"By {article.byline}" if article.byline else "", article.site]
    return " | ".join(fact for fact in [*facts, _day(article.date), length] if fact)


def _day(day: str) -> str:
    try:
        return day_in_words(day) if day else ""
    except ValueError:
        return ""  # a site that says 30 February says nothing


def _written(value: object) -> Markup:
    """Return a value of a template as markup, in place of Jinja's escaping, whose `&#39;` old parsers show."""
    return value if isinstance(value, Markup) else escape(str(value))
