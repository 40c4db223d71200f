"""Every page of the site, by what it is about."""

from pathlib import Path

from app.typeset.articles import ArticlePages
from app.typeset.pictures import PicturePages
from app.typeset.press import Press
from app.typeset.setup import SetupPages
from app.typeset.site import SitePages
from app.typeset.stories import StoryPages


class Pages:
    """Typesets each kind of page."""

    def __init__(self, templates: Path) -> None:
        """Load the templates from the folder `templates`."""
        press = Press(templates)
        self.articles = ArticlePages(press)
        self.pictures = PicturePages(press)
        self.setup = SetupPages(press)
        self.site = SitePages(press)
        self.stories = StoryPages(press)
