"""Every page of the site, by what it is about."""

from pathlib import Path

from app.render.pages.articles import ArticlePages
from app.render.pages.images import PicturePages
from app.render.pages.setup import SetupPages
from app.render.pages.site import SitePages
from app.render.pages.stories import StoryPages
from app.render.template import Press


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
