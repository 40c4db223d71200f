"""Elements of a site's own making are paragraphs where they stand for such."""

import pytest

from app.extract.meaning.own_elements import open_own_elements
from app.models import text_of
from tests.extract.meaning.spelled import tree
from tests.extract.scoring.pages import SENTENCES, read, whole


@pytest.mark.parametrize(
    "pattern",
    [
        "<app-paragraph>{}</app-paragraph>",
        "<x-text size=m>{}</x-text>",
        "<n-p><b>The mill.</b> {}</n-p>",
        "<my-line>{}<br></my-line>",
    ],
)
def test_each_is_a_paragraph_of_its_own(pattern: str) -> None:
    body = "".join(pattern.format(each) for each in SENTENCES[:5])
    found = [text_of(block) for block in read(whole(f"<app-root><app-body>{body}</app-body></app-root>")).blocks]
    assert [each for each in SENTENCES[:5] if not any(block.endswith(each) for block in found)] == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>It sails <time-ago>in an hour</time-ago>, as ever.</p>",
        "<p><x-link>A link</x-link></p>",
        "<div>Written by <x-name>Ann</x-name></div>",
        "<div><x-name>Ann</x-name> wrote this</div>",
        "<div><amp-text>One</amp-text></div>",
        "<div><x-icon> </x-icon></div>",
        "<div><x-picture src=a.png>Chart</x-picture></div>",
    ],
)
def test_what_stands_in_a_line_or_says_nothing_stays(markup: str) -> None:
    before = tree(markup, lambda root: None)
    after = tree(markup, open_own_elements)
    assert [each.tag for each in before.iter()] == [each.tag for each in after.iter()]
