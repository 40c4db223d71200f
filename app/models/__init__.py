"""The values that pass from stage to stage, all frozen. No business logic, no I/O.

FetchedPage --extract--> Article --render--> Page
FetchedPage --feeds----> Listing --render--> Page
FetchedPage --images---> ConvertedImage
"""

from app.models.almanac import DayWeather, Forecast, Place, Places, Rate, Rates
from app.models.articles import Article, ArticleImage, SourceImage, TranslatedArticle
from app.models.blocks import (
    Block,
    Blocks,
    Embed,
    Figure,
    Form,
    FormField,
    FormOption,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
    numbered,
    numbers_of,
    runs_of,
    text_of,
)
from app.models.fetched import Download, FetchedPage, Kind, NotModified
from app.models.listings import Enclosure, Entry, EntryText, Listing, SearchResults
from app.models.news import Feed, FrontPage, Headline, Story
from app.models.pages import Page
from app.models.pictures import ConvertedImage, ImageSize, Screen
from app.models.reference import ReferencePage, Section

__all__ = [
    "Article",
    "ArticleImage",
    "Block",
    "Blocks",
    "Content",
    "ConvertedImage",
    "DayWeather",
    "Download",
    "Embed",
    "Enclosure",
    "Entry",
    "EntryText",
    "Feed",
    "FetchedPage",
    "Figure",
    "Forecast",
    "Form",
    "FormField",
    "FormOption",
    "FrontPage",
    "Heading",
    "Headline",
    "ImageSize",
    "ItemList",
    "Kind",
    "Listing",
    "NotModified",
    "Page",
    "Paragraph",
    "Place",
    "Places",
    "Preformatted",
    "Quote",
    "Rate",
    "Rates",
    "ReferencePage",
    "Rule",
    "Run",
    "Runs",
    "Screen",
    "SearchResults",
    "Section",
    "SourceImage",
    "Story",
    "Table",
    "TranslatedArticle",
    "numbered",
    "numbers_of",
    "runs_of",
    "text_of",
]

Content = (
    Article
    | Download
    | Feed
    | Forecast
    | FrontPage
    | Listing
    | Places
    | Rates
    | ReferencePage
    | SearchResults
    | SourceImage
    | TranslatedArticle
)
