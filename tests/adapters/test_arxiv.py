"""Papers of arXiv, by answers of the shape that its documentation shows."""

import pytest

from app.adapters.arxiv import MOST_AUTHORS
from app.adapters.table import adapter_of, article_at
from app.errors import NoText, OriginFailed
from app.models import Article, Paragraph, text_of

URL = "https://arxiv.org/abs/2401.01234v2"
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26id_list%3D2401.01234v2" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=2401.01234v2</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
"""
PAPER = f"""{FEED}  <entry>
    <id>http://arxiv.org/abs/2401.01234v2</id>
    <updated>2024-02-01T10:00:00Z</updated>
    <published>2024-01-02T18:59:59Z</published>
    <title>Moving a Tower
  on Rails</title>
    <summary>  We move a tower
of $9 \\times 10^5$ kg &amp; more.
  It arrives.
</summary>
    <author><name>Ann Keeper</name></author>
    <author>
      <name>Bob Pilot</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Harbour School</arxiv:affiliation>
    </author>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages, 3 figures</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Rails 7 (2024) 1</arxiv:journal_ref>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/rails.7</arxiv:doi>
    <link href="http://arxiv.org/abs/2401.01234v2" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/2401.01234v2" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.RO"/>
    <category term="cs.RO" scheme="http://arxiv.org/schemas/atom"/>
    <category term="eess.SY" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>"""
ERROR = f"""{FEED}<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_1</id><title>Error</title>
<summary>incorrect id format for 1</summary></entry></feed>"""


def read(answer: str) -> Article:
    return article_at("arxiv", URL, [answer.encode()])


def test_a_paper_has_its_abstract_and_who_wrote_it() -> None:
    article = read(PAPER)
    assert (article.title, article.byline, article.date) == (
        "Moving a Tower on Rails",
        "Ann Keeper, Bob Pilot",
        "2024-01-02",
    )
    said = [text_of(block) for block in article.blocks]
    assert said[:2] == ["We move a tower of 9 × 10^5 kg & more.", "It arrives."]
    assert said[3] == "cs.RO, eess.SY 12 pages, 3 figures Rails 7 (2024) 1 doi:10.1000/rails.7"


def test_it_leads_to_all_of_the_paper() -> None:
    ways = read(PAPER).blocks[2]
    assert isinstance(ways, Paragraph)
    assert [run.href for run in ways.runs if run.href] == [
        "https://arxiv.org/html/2401.01234v2",
        "https://export.arxiv.org/pdf/2401.01234v2",
    ]
    assert all(adapter_of(run.href, ("arxiv",), leads=True) is None for run in ways.runs if run.href)


def test_of_very_many_authors_the_first_are_named() -> None:
    names = "".join(f"<author><name>A{number}</name></author>" for number in range(1000))
    article = read(PAPER.replace("<author><name>Ann Keeper</name></author>", names))
    assert article.byline.endswith(f"A{MOST_AUTHORS - 1} et al.")


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2401.01234",
        "http://www.arxiv.org/pdf/2401.01234v1",
        "https://arxiv.org/pdf/2401.01234.pdf",
        "https://arxiv.org/abs/hep-th/9901001",
        "https://arxiv.org/abs/math.GT/0309136v3",
    ],
)
def test_papers_of_all_years_are_known_by_their_addresses(url: str) -> None:
    adapter = adapter_of(url, ("arxiv",), leads=True)
    assert adapter is not None
    asked = url.partition("org/")[2].partition("/")[2].removesuffix(".pdf")
    assert adapter.addresses(url) == (f"https://export.arxiv.org/api/query?id_list={asked}",)


@pytest.mark.parametrize("answer", [ERROR, f"{FEED}</feed>"])
def test_a_paper_that_is_not_there_has_nothing(answer: str) -> None:
    with pytest.raises(NoText):
        read(answer)


def test_entities_and_files_that_an_answer_names_are_not_read() -> None:
    hostile = '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    prolog, rest = PAPER.split("\n", 1)
    article = read(f"{prolog}\n{hostile}\n{rest.replace('It arrives.', 'It &b; &f; arrives.')}")
    assert text_of(article.blocks[1]) == "It &b; &f; arrives."
    with pytest.raises(OriginFailed):
        read("<feed><entry><title>Only a title</title></entry></feed>")
