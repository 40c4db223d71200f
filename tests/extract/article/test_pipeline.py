from contextlib import suppress
from dataclasses import replace

import pytest

from app.errors import NoText
from app.extract.article.draft import Draft
from app.extract.article.pipeline import (
    add_lead_image,
    article_in,
    drop_repetitions,
    mark_pictures,
    mark_players,
    number_pictures,
    read_head,
    refuse_emptiness,
    stages,
)
from app.extract.media.images import MarkedImage
from app.extract.metadata import Metadata
from app.extract.parse import parse
from app.models import (
    Article,
    ArticleImage,
    Blocks,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
    text_of,
)
from tests.extract.reading import extract_article
from tests.modern_site import LIGHTHOUSE, SITE, Story, modern_page

URL = "http://gazette.example/2024/03/27/lighthouse"


def article(story: Story = LIGHTHOUSE) -> Article:
    return extract_article(modern_page(story), URL)


def page(body: str) -> Article:
    filler = "".join(
        f"<p>Paragraph {n} of a text that is long enough, with commas, to be taken for one.</p>" for n in range(6)
    )
    return extract_article(
        f"<html><head><title>T</title></head><body><article><h1>T</h1>{filler}{body}</article></body></html>", URL
    )


def test_every_paragraph_and_subhead_comes_out_in_order_and_nothing_else() -> None:
    texts = [text_of(block) for block in article().blocks if not isinstance(block, Figure)]
    assert texts == [paragraph.removeprefix("## ") for paragraph in LIGHTHOUSE.paragraphs]


def test_subheads_are_headings() -> None:
    heads = [text_of(block) for block in article().blocks if isinstance(block, Heading)]
    assert heads == ["A railway for one passenger", "What the sea will do next"]


def test_the_pictures_are_numbered_in_reading_order_each_once_with_their_captions() -> None:
    found = article()
    assert [(picture.url, picture.caption) for picture in found.images] == [
        ("http://gazette.example/pictures/tower.jpg?w=1280", LIGHTHOUSE.images[0][1]),
        ("http://gazette.example/pictures/crew.png?w=1280", LIGHTHOUSE.images[1][1]),
    ]
    assert found.blocks[0] == Figure(1)
    assert found.blocks[-1] == Figure(2)


def test_what_is_known_of_the_article_is_told() -> None:
    found = article()
    assert (found.title, found.deck, found.byline) == (LIGHTHOUSE.title, LIGHTHOUSE.deck, LIGHTHOUSE.byline)
    assert (found.date, found.language, found.site) == ("2024-03-27", "en-gb", SITE)
    assert 200 < found.words < 300


def test_links_in_the_text_stay_links() -> None:
    links = [
        (run.text, run.href)
        for block in article().blocks
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.href
    ]
    assert links == [
        ("sugar mill", "http://gazette.example/2023/mill?id=7&view=full"),
        ("seventy winters", "https://cliffs.example.org/rates"),
    ]


def test_an_article_without_pictures_has_none() -> None:
    assert article(Story(LIGHTHOUSE.title, LIGHTHOUSE.deck, LIGHTHOUSE.paragraphs)).images == ()


def test_the_picture_in_the_head_serves_where_the_page_shows_none() -> None:
    head = '<meta property="og:image" content="/p/tower-at-night.jpg">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
    found = extract_article(f"<html><head>{head}</head><body><h1>T</h1>{body}</body></html>", URL)
    assert [picture.url for picture in found.images] == ["http://gazette.example/p/tower-at-night.jpg"]
    assert found.blocks[0] == Figure(1)


def test_lists_quotes_tables_and_code_survive() -> None:
    found = page(
        "<ul><li>First of the items, with some words</li><li>Second of the items, with more</li></ul>"
        "<blockquote><p>A quotation that says something, at some length, about the sea.</p></blockquote>"
        "<table><tr><th>Year</th><th>Metres lost</th></tr><tr><td>2022</td><td>3, in all</td></tr><tr><td>2023</td><td>4, in all</td></tr></table>"
        "<pre>10 PRINT \"HELLO\"\n20 GOTO 10</pre><p>And a last paragraph, which ends the text as it should.</p>"
    )  # fmt: skip
    kinds = [type(block) for block in found.blocks if not isinstance(block, Paragraph)]
    assert kinds == [ItemList, Quote, Table, Preformatted]


def test_a_list_keeps_its_numbers_all_the_way() -> None:
    counted = "<ol start=5><li>Five is here, with words</li><li value=9>Nine is here, with words</li></ol>"
    backwards = "<ol reversed><li>The second place went to Anna</li><li>The first place went to Berta</li></ol>"
    found = [block for block in page(counted + backwards).blocks if isinstance(block, ItemList)]
    assert [block.numbers for block in found] == [(5, 9), (2, 1)]


def test_numbers_keep_their_value_wherever_they_stand() -> None:
    power = "10<sup>6</sup>"
    found = extract_article(
        f"<html><head><title>Of 10 litres</title></head><body><article><h1>Of {power} litres</h1><h2>With {power} in it</h2>"
        + f"<p>It holds {power} litres, said the keeper of the tank, who has counted them all, one by one.</p>" * 6
        + f"<figure><img src=/tank.jpg width=900 height=600><figcaption>All {power} litres, H<sub>2</sub>O alone</figcaption></figure>"
        f"<pre>x = {power}</pre><ul><li>An item of {power} litres</li></ul><table><tr><th>Tank<th>Litres<tr><td>One<td>{power}</table>"
        + "<p>And that is all that there is to say of the tank, of its keeper, and of what it holds.</p></article>",
        URL,
    )
    said = " ".join([found.title, found.images[0].caption, *map(text_of, found.blocks)])
    assert said.count("10⁶") >= 7
    assert "106" not in said
    assert "All 10⁶ litres, H2O alone" in said


def test_a_short_list_within_a_list_stays() -> None:
    found = page("<ol><li>Lift it, and look</li><li>Push it<ul><li>and stop</li></ul></li></ol>").blocks[-1]
    assert isinstance(found, ItemList)
    assert isinstance(found.items[1][-1], ItemList)


def test_the_title_is_not_said_twice() -> None:
    assert "T" not in [text_of(block) for block in page("").blocks]


@pytest.mark.parametrize("place", range(5))
def test_the_title_is_not_said_again_near_the_beginning(place: int) -> None:
    assert LIGHTHOUSE.title not in texts_with_a_second_title(place)


def test_a_part_of_a_text_may_be_called_like_the_whole() -> None:
    assert LIGHTHOUSE.title in texts_with_a_second_title(6)


def texts_with_a_second_title(place: int) -> list[str]:
    """Return the texts of the blocks of a page on which a subhead behind `place` paragraphs is the title."""
    texts = [f"<p>{each}</p>" for each in LIGHTHOUSE.paragraphs if not each.startswith("##")]
    body = "".join([*texts[:place], f"<h2>{LIGHTHOUSE.title}</h2>", *texts[place:]])
    head = f"<head><title>{LIGHTHOUSE.title}</title></head>"
    found = extract_article(f"<html>{head}<body><article>{body}</article></body></html>", URL)
    assert found.title == LIGHTHOUSE.title
    return [text_of(block) for block in found.blocks]


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><div id='root'></div><noscript>You need to enable JavaScript.</noscript><script>go()</script></body></html>",
        "<html><head><title>T</title></head><body></body></html>",
        "<html><body><!-- nothing --></body></html>",
        "<p></p>",
    ],
)
def test_a_page_without_text_says_so(markup: str) -> None:
    with pytest.raises(NoText):
        extract_article(markup, URL)


@pytest.mark.parametrize(
    "wrapper", ["<html hidden>", '<html><body style="visibility: hidden">', '<html><body><div style="display:none">']
)
def test_a_page_that_is_hidden_until_its_scripts_run_is_read(wrapper: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
    assert "nine hundred tonnes" in " ".join(map(text_of, extract_article(f"{wrapper}{body}", URL).blocks))


def test_text_beyond_the_usual_depth_is_read() -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LIGHTHOUSE.paragraphs)
    found = extract_article("<html><body>" + "<div>" * 600 + body + "</div>" * 600, URL)
    assert "nine hundred tonnes" in " ".join(map(text_of, found.blocks))


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 240 + "<p>A paragraph, with text.</p>" * 20,
        "<b>" * 10_000 + "text",
        "<p>" + "&amp;" * 200_000,
        "<ul>" * 2_000 + "<li><a href='/x'>item</a>" * 2_000,
        "<table>" * 300 + "<tr><td>cell, with text" * 300,
        "<p>" + "\x00\x01\ud800 text, and more text, with commas " * 20,
    ],
)
def test_hostile_markup_is_read_or_refused(hostile: str) -> None:
    with suppress(NoText):
        assert extract_article(f"<html><body>{hostile}</body></html>", URL).url == URL


WORDS = Paragraph((Run("Words, and nothing but words."),))


def draft(markup: str = "<p>Words", metadata: Metadata | None = None, blocks: Blocks = ()) -> Draft:
    return Draft(parse(markup), URL, URL, metadata=metadata or Metadata(title="T"), blocks=blocks)


def test_the_stages_one_by_one_make_what_the_whole_makes() -> None:
    state = Draft(parse(modern_page(LIGHTHOUSE)), URL, URL)
    for stage in stages():
        state = stage(state)
    whole = article_in(parse(modern_page(LIGHTHOUSE)), URL, URL)
    assert (state.metadata.title, state.blocks, state.images) == (whole.title, whole.blocks, whole.images)
    assert state.confidence == whole.confidence > 0


def test_the_head_is_read_by_a_stage_of_its_own() -> None:
    found = read_head(draft("<html><head><title>Mills of the coast</title></head><body><p>Words"))
    assert found.metadata.title == "Mills of the coast"
    assert found.hints.in_title("millsofthecoast")
    assert found.blocks == ()


def test_the_numbers_of_embeds_follow_those_of_the_pictures() -> None:
    player = '<iframe src="https://www.youtube.com/embed/abcdefghijk" width=560 height=315></iframe>'
    found = mark_players(mark_pictures(draft(f'<p>Words</p><img src="/a.jpg" width=640 height=480>{player}')))
    assert [each.number for each in found.marked_images] == [1]
    assert [each.number for each in found.marked_embeds] == [2]


def test_a_stage_leaves_out_the_title_at_the_head_and_a_rule_at_either_end() -> None:
    title, rule = Heading(2, (Run("T"),)), Rule()
    assert drop_repetitions(draft(blocks=(title, rule, WORDS, rule))).blocks == (WORDS,)


def test_a_stage_refuses_what_has_nothing_to_show() -> None:
    with pytest.raises(NoText):
        refuse_emptiness(draft(blocks=(Paragraph((Run("..."),)),)))
    shown = draft(blocks=(WORDS,))
    assert refuse_emptiness(shown) is shown


def test_the_picture_of_the_head_is_added_only_to_a_text_without_pictures() -> None:
    named = Metadata(title="T", lead_image="/lead.jpg")
    assert add_lead_image(draft(metadata=named, blocks=(WORDS,))).blocks == (Figure(0), WORDS)
    illustrated = draft(metadata=named, blocks=(Figure(1), WORDS))
    assert add_lead_image(illustrated) is illustrated


def test_pictures_are_numbered_by_where_they_stand() -> None:
    images = {number: ArticleImage(f"http://x.example/{number}.jpg") for number in (4, 8)}
    marked = tuple(MarkedImage(number, image) for number, image in images.items())
    state = Draft(parse("<p>Words"), URL, URL, marked_images=marked, blocks=(Figure(8), WORDS, Figure(4)))
    found = number_pictures(state)
    assert found.images == (images[8], images[4])
    assert found.blocks == (Figure(1), WORDS, Figure(2))


def test_the_face_of_the_author_is_no_picture_of_the_article() -> None:
    face = ArticleImage("http://x.example/ada-finch.jpg", alt="Ada Finch")
    prize = ArticleImage("http://x.example/prize-given.jpg", "Ada Finch with the prize", "Ada Finch")
    state = draft(metadata=Metadata(authors=("Ada Finch",)), blocks=(Figure(1), WORDS, Figure(2)))
    found = number_pictures(replace(state, marked_images=(MarkedImage(1, face), MarkedImage(2, prize))))
    assert found.images == (prize,)
    assert found.blocks == (WORDS, Figure(1))
