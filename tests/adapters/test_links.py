from app.adapters.links import links_in
from app.extract.listing.page_links import MOST_LINKS
from app.models import Embed, Heading, ItemList, Paragraph, Preformatted, Run


def test_links_are_found_in_all_of_a_text_each_once_with_its_words() -> None:
    tower, film = "https://x.example/tower", "https://y.example/film/12"
    blocks = (
        Heading(2, (Run("Of "), Run("the ", href=tower), Run("tower", "b", href=tower))),
        Embed("video", "", film),
        ItemList(False, ((Paragraph((Run("again", href=tower), Run("here", href="#1"))),),)),
        Paragraph((Run("Write", href="mailto:a@b.example"), Run("It moves", href=film))),
        Preformatted("http://z.example/"),
    )
    assert links_in(blocks) == (f"{tower} the tower", f"{film} It moves")
    assert links_in((Embed("video", "", film),)) == (f"{film} 12",)


def test_no_more_are_listed_than_of_any_page() -> None:
    runs = tuple(Run(str(number), href=f"https://x.example/{number}") for number in range(2 * MOST_LINKS))
    assert len(links_in((Paragraph(runs),))) == MOST_LINKS
