"""A heading that is a link to itself is a heading."""

import pytest

from app.extract.meaning.own_anchors import open_own_anchors
from tests.extract.meaning.spelled import tree


@pytest.mark.parametrize(
    "markup",
    [
        '<h1 id="oil"><a class="permalink" href="#oil">Oil</a></h1>',
        '<section id="oil"><h2><a href="#oil">Oil</a></h2></section>',
        '<h3><a id="oil" href="#oil">Oil</a></h3>',
        '<h3><a name="oil" href="#oil">Oil</a></h3>',
        '<dl><dt id="v"><a href="#v"><code>-v</code></a></dt><dd>Say what is done.</dd></dl>',
    ],
)
def test_a_link_that_leads_to_its_own_heading_is_none(markup: str) -> None:
    assert tree(markup, open_own_anchors).xpath("//@href") == []


@pytest.mark.parametrize(
    "markup",
    [
        '<h2><a href="#oil">Oil</a></h2><p id="oil">It burns.</p>',
        '<h2 id="oil"><a href="/oil">Oil</a></h2>',
        '<h2 id="oil">Oil, as <a href="#oil">Ann</a> says</h2>',
        '<h2><a href="#">Oil</a></h2>',
        '<p id="oil"><a href="#oil">Oil</a></p>',
    ],
)
def test_links_that_lead_elsewhere_stay(markup: str) -> None:
    assert len(tree(markup, open_own_anchors).xpath("//@href")) == 1
