"""A line that announces a table of contents goes where no such table is kept."""

from tests.extract.scoring.pages import inside, prose, text, whole

TOC = '<ul><li><a href="#a">The wheel and its drawings</a></li><li><a href="#b">The raffle of the village</a></li></ul>'


def test_a_label_over_nothing_goes() -> None:
    for label in ("<p>Table of Contents</p>", "<h2>In this article</h2>", "<div><b>Inhaltsverzeichnis</b></div>"):
        words = label.replace("<", " <").replace(">", "> ").split(" ")
        assert not any(word in text(inside(label)) for word in words if word.isalpha() and len(word) > 8), label


def test_a_label_over_its_list_stays_where_that_does() -> None:
    said = text(inside(f"<h2>In this article</h2>{TOC}<h2 id=a>The wheel</h2>{prose(6)}<h2 id=b>The raffle</h2>"))
    assert ("In this article" in said) == ("The raffle of the village" in said)


def test_the_contents_of_a_parcel_are_text() -> None:
    page = whole(f"<article><h1>The parcel</h1>{prose(0, 1)}<h2>Contents</h2>{prose(2, 3)}</article>")
    assert "Contents" in text(page)
