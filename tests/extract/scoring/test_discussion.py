"""What readers say of an article is left out, whatever its boxes are called; where it is the page, it stays."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.discussion import announces_discussion, comments
from app.extract.scoring.hints import Hints
from app.extract.scoring.walk import page_text
from app.text.normalize import letters
from tests.extract.scoring.pages import SENTENCES, TITLE, inside, prose, text, whole

REMARKS = (
    "My grandfather told me about the rats, which were as large as cats, and about the miller who fed them.",
    "Where can one buy this flour? I would like to try it.",
    "It is a pity that nobody asked those who live beside it, since the wheel can be heard all night long.",
)


def remarks(row: str) -> str:
    return "".join(row.format(number=number, words=words) for number, words in enumerate(REMARKS))


DISCUSSIONS = {
    "boxes without names": f"<h3>Comments</h3>{remarks('<div><b>Reader {number}</b> May 2<p>{words}</p></div>')}",
    "a list with how many they are": "<h3>3 Comments</h3><ul>"
    + remarks("<li><span>Reader {number}</span> <span>2 days ago</span><div>{words}</div></li>")
    + "</ul>",
    "a section whose names say how it looks": '<section class="mt-8"><h2 class="text-xl">Comments (3)</h2>'
    + remarks('<div class="flex"><div class="font-bold">Reader {number}</div><p class="mt-1">{words}</p></div>')
    + "</section>",
    "another language": f"<section><h2>Leserkommentare</h2>{remarks('<div><span>R{number}</span><p>{words}</p></div>')}</section>",
    "definitions": f"<h3>Reader comments</h3><dl>{remarks('<dt>Reader {number} wrote</dt><dd>{words}</dd>')}</dl>",
    "articles of readers": f"<h2>Join the discussion</h2>{remarks('<article><header>R{number}</header><p>{words}</p></article>')}",
    "a heading in a box of its own": f"<div><div><h4>3 responses</h4></div>{remarks('<p>Reader {number}: {words}</p>')}</div>",
}


@pytest.mark.parametrize("name", DISCUSSIONS)
def test_what_readers_say_behind_an_article_is_left_out(name: str) -> None:
    found = text(whole(f"<main><article><h1>{TITLE}</h1>{prose(0, 1, 2, 3, 4)}</article>{DISCUSSIONS[name]}</main>"))
    assert SENTENCES[4] in found
    assert [words for words in REMARKS if words in found] == []


def test_the_text_goes_on_behind_a_discussion_within_it() -> None:
    said = f"<section><h2>2 comments</h2>{remarks('<p>{words}</p>')}</section>"
    found = text(whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2, 3)}{said}{prose(4, 5)}</article>"))
    assert SENTENCES[5] in found
    assert REMARKS[0] not in found


def test_what_readers_say_is_kept_where_it_is_what_the_page_has() -> None:
    posts = remarks('<div class="comment"><b>Reader {number}</b><div class="text"><p>{words}</p></div></div>')
    found = text(whole(f"<main><h1>Ask the village: what became of the rats?</h1><h2>3 comments</h2>{posts}</main>"))
    assert [words for words in REMARKS if words not in found] == []


def test_a_part_of_a_paper_is_no_discussion_of_it() -> None:
    found = text(inside(f"<h2>Discussion</h2>{prose(6)}<h2>Responses</h2>{prose(7)}"))
    assert SENTENCES[6] in found
    assert SENTENCES[7] in found


@pytest.mark.parametrize(
    "line", ["12 Comments", "Comments (3)", "2 thoughts on “The mill”", "Kommentare", "3 Responses", "评论"]
)
def test_a_line_announces_a_discussion(line: str) -> None:
    assert announces_discussion(letters(line))


@pytest.mark.parametrize("line", ["Discussion", "Responses", "The mayor comments", "Thoughts on mills", "12", ""])
def test_a_line_of_the_text_announces_none(line: str) -> None:
    assert not announces_discussion(letters(line))


def test_many_short_remarks_do_not_outweigh_the_text_that_they_are_of() -> None:
    posts = "".join(f"<h4>re: {TITLE} 12:{at:02d} Reader {at}</h4><p>{REMARKS[at % 3]}</p>" for at in range(40))
    found = text(
        whole(
            f"<div class=post><h2><a href=/x>{TITLE}</a></h2>{prose(0, 1, 2, 3)}</div><div><h3>Comments</h3>{posts}</div>"
        )
    )
    assert [sentence for sentence in SENTENCES[:4] if sentence not in found] == []
    assert [words for words in REMARKS if words in found] == []


def found(post: float) -> list[int]:
    line = "A line that is long enough to be taken for a sentence of a text, with a comma. "
    page = page_text(parse(f"<body><div><p>{line * 6}</p></div><h3>Comments</h3><div><p>Welcome here</p></div></body>"))
    return comments(page, Hints(), [post, 0.2, 0.9], 0.45)


def test_a_post_that_seems_to_be_little_beside_what_readers_say_is_still_what_they_speak_of() -> None:
    assert found(post=0.6) == found(post=0.2) == [1, 2]


def test_what_is_plainly_no_text_is_not_what_readers_speak_of() -> None:
    assert found(post=0.05) == []
