from app.search.engine import Question
from app.search.engines import mediawiki
from app.search.markup import field_of
from tests import engines

URL = mediawiki.address("https://{language}.wiki.example", Question("lamp", "de"))


def test_the_wiki_is_that_of_the_language() -> None:
    assert URL.startswith("https://de.wiki.example/w/api.php?")


def test_results_lead_to_the_pages_of_that_wiki() -> None:
    found = mediawiki.results(URL, engines.mediawiki(["Öl lamp?", "C++ & <b>"]))
    assert [each.url for each in found.results] == [
        "https://de.wiki.example/wiki/%C3%96l_lamp%3F",
        "https://de.wiki.example/wiki/C%2B%2B_%26_%3Cb%3E",
    ]
    assert found.results[1].title == "C++ & <b>"
    assert found.results[0].summary == "The Öl lamp? is old"


def test_it_goes_on_where_it_says_so() -> None:
    found = mediawiki.results(URL, engines.mediawiki(["Lamp"], 20, "lamps"))
    assert (field_of(found.following, "sroffset"), found.suggestion) == ("20", "lamps")
