"""Comments as lists in lists are divided into pages within the budget of every profile."""

import json
from typing import Any

import pytest

from app.adapters.table import article_at
from app.net.urls import short_id
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.articles import ArticleView
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES
from app.render.template import Frame
from app.web.page_links import article_needs
from config import ROOT
from tests.adapters.test_table import HN, SITES

PAGES = Pages(ROOT / "templates").articles
URL = SITES["hacker-news"][0]


def comments(depth: int, count: int) -> list[dict[str, Any]]:
    """Return comments of forty words, each with two others below it, seven deep."""
    return [
        {
            "author": f"a{depth}",
            "text": f"<p>{f'word{depth}-{place} ' * 40}",
            "children": comments(depth + 1, 2) if depth < 7 else [],
        }
        for place in range(count)
    ]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
def test_a_long_thread_is_divided_into_pages(profile: Profile) -> None:
    article = article_at("hacker-news", URL, [json.dumps({**HN, "children": comments(0, 5)}).encode()])
    needs = article_needs(URL, article)
    links = Links(f"/~{profile.name}", "/in", {url: short_id(url) for url in needs.urls})
    frame = Frame("68k.news", "IN", links, profile, needs.family)
    text, number = ">Next", 0
    while ">Next" in text:
        number += 1
        page = PAGES.page(frame, ArticleView(article, URL), number)
        text = page.body.decode("latin-1")
        assert len(page.body) <= profile.budget, number
    assert number > 1
