"""Every page of the site, by what it is about."""

from pathlib import Path

from app.render.pages.almanac import AlmanacPages
from app.render.pages.articles import ArticlePages
from app.render.pages.collections import CollectionPages
from app.render.pages.digests import DigestPages
from app.render.pages.images import ImagePages
from app.render.pages.own_pages import OwnPagePages
from app.render.pages.reference import ReferencePages
from app.render.pages.search import SearchPages
from app.render.pages.setup import SetupPages
from app.render.pages.site import SitePages
from app.render.pages.status import StatusPages
from app.render.pages.stories import StoryPages
from app.render.template import TemplateRenderer


class Pages:
    """Renders each kind of page."""

    def __init__(self, templates: Path) -> None:
        """Load the templates from the folder `templates`."""
        renderer = TemplateRenderer(templates)
        self.almanac = AlmanacPages(renderer)
        self.articles = ArticlePages(renderer)
        self.collections = CollectionPages(renderer)
        self.digests = DigestPages(renderer)
        self.images = ImagePages(renderer)
        self.own = OwnPagePages(renderer)
        self.reference = ReferencePages(renderer)
        self.search = SearchPages(renderer)
        self.setup = SetupPages(renderer)
        self.site = SitePages(renderer)
        self.status = StatusPages(renderer)
        self.stories = StoryPages(renderer)
