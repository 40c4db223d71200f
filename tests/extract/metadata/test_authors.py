"""Who wrote a page: head, headline, marks, and the publisher only where nobody else is named."""

import pytest

from tests.extract.metadata.pages import PROSE, ld, meta, metadata, signed

ADA = {"@type": "Person", "name": "Ada Brightwater"}
GAZETTE = {"@type": "Organization", "name": "The Gazette"}


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (ld(author=ADA), "", "Ada Brightwater"),
        (ld(author=[{"name": "Ada B."}, {"name": "Jo C."}, {"name": "Ada B."}]), "", "Ada B., Jo C."),
        (ld(author="By Ada B."), "", "Ada B."),
        (ld(author="Ada B.; Jo C."), "", "Ada B., Jo C."),
        (ld(author="Brontë &amp;amp; Sons"), "", "Brontë, Sons"),
        ('<meta name="author" content="Ada B.">', "", "Ada B."),
        ('<meta name="author" content="Brightwater, Ada; Carr, Jo">', "", "Ada Brightwater, Jo Carr"),
        ('<meta name="author" content="Ada Brightwater; Jo Carr;">', "", "Ada Brightwater, Jo Carr"),
        ('<meta name="citation_author" content="Brightwater, Ada"><meta name="citation_author" content="Carr, Jo">', "",
         "Ada Brightwater, Jo Carr"),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada B.">', "", "Ada B."),
        ('<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="Five minutes">', "", ""),
        ('<meta name="author" content="https://example.org/ada">', "<a rel='author'>Von Ada B.</a>", "Ada B."),
        ("", '<p class="byline">By <b>Ada B.</b></p>', "Ada B."),
        ("", "", ""),
    ],
)  # fmt: skip
def test_the_authors_come_from_the_most_trusted_source(head: str, body: str, byline: str) -> None:
    assert metadata(head, body + "<p>x</p>", 'lang="de"').byline == byline


@pytest.mark.parametrize(
    "byline",
    [
        "<p>By Ada Brightwater</p>",
        "<p>By <a href='/x'>Ada Brightwater</a> | 26 November 2026</p>",
        "<div>Written by:</div><div>Ada Brightwater</div>",
        "<p>26 November 2026 by Ada Brightwater</p>",
        "<div><span class='c1'>By</span><span class='c2'>Ada Brightwater</span><span class='c3'>26 November 2026</span></div>",
        "<p class='article__author'>Ada Brightwater</p>",
        "<p class='articleAuthor'>Ada Brightwater</p>",
        "<span itemprop='author' itemscope><span itemprop='name'>Ada Brightwater</span></span>",
        "<p property='schema:author'>Ada Brightwater</p>",
        "<p><a href='/authors/ada-brightwater'>Ada Brightwater</a></p>",
        "<p>Ada Brightwater</p><p>26 November 2026</p>",
        "<p>Ada Brightwater</p><p>4 min read</p>",
        '<p>Ada Brightwater</p><p>Posted on <time datetime="2024-03-27T09:15:00Z">Mar 27</time></p>',
        "<p>The town walked beside it for a week</p><p>Ada Brightwater · 26 Nov 2026</p>",
        "<ul><li>Author: Ada Brightwater</li><li>Photo: Max Stone</li></ul>",
        "<p><a href='/authors/ada-brightwater'>Ada Brightwater</a> Sandhaven</p>",
        "<div class='author vcard'><b class='fn'>Ada Brightwater</b> <span>Head of Harbours</span></div>",
    ],
)
def test_a_byline_under_the_headline_is_found_by_its_words_its_marks_or_its_place(byline: str) -> None:
    assert signed(byline).byline == "Ada Brightwater"


def test_where_nothing_parts_words_the_link_alone_is_the_name() -> None:
    assert signed("<p class='author'><a href='/u/7'>山田太郎</a>海辺在住の作家</p>").byline == "山田太郎"


def test_a_byline_over_the_headline_is_found_too() -> None:
    page = f"<p>04.02.2026 | 13:10 | Ada Brightwater</p><h1>Tower moves inland</h1>{PROSE}"
    assert metadata("<title>Tower moves inland</title>", page).byline == "Ada Brightwater"


def test_authors_at_the_end_are_found_by_their_marks() -> None:
    page = f"<article><h1>Tower moves inland</h1>{PROSE}<footer class='entry-meta'>by <span class='author'>Ada B.</span></footer></article>"
    assert metadata("<title>Tower moves inland</title>", page).byline == "Ada B."


@pytest.mark.parametrize(
    "body",
    [
        "<div class='comments'><p class='author'>Max Stone</p></div>",
        "<div class='related-stories'><p class='byline'>By Max Stone</p></div>",
        "<aside><p class='author'>Max Stone</p></aside>",
        "<blockquote><p class='quote__author'>Max Stone</p></blockquote>",
        "<figcaption class='image-author'>Max Stone</figcaption>",
        "<p class='about-author'>Max Stone</p>",
        "<p class='author-role'>Chief Gardener</p>",
        "<footer>By Max Stone</footer>",
        "<p>Max Stone and Jo Carr</p>",
    ],
)
def test_others_who_are_named_on_the_page_are_not_its_authors(body: str) -> None:
    page = f"<h1>Tower moves inland</h1>{PROSE}{body}"
    assert metadata("<title>Tower moves inland</title>", page).byline == ""


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Max Stone",
        "Reviewed by Max Stone",
        "Local News",
        "Read also: Ada Brightwater",
        "Share this story",
        "5 Comments",
    ],
)
def test_other_lines_under_the_headline_name_no_author(line: str) -> None:
    assert signed(f"<p>{line}</p>").byline == ""


@pytest.mark.parametrize(
    "head",
    [
        ld(author=GAZETTE, publisher=GAZETTE),
        ld(author={"@type": "Person", "name": "The Gazette"}, publisher=GAZETTE),
        meta("author", "The Gazette") + meta("og:site_name", "The Gazette"),
        meta("article:author", "https://www.facebook.com/gazette"),
        meta("author", "admin"),
        meta("author", "gazette.example"),
    ],
)
def test_who_is_named_on_the_page_comes_before_its_publisher(head: str) -> None:
    assert signed("<p>By Ada Brightwater</p>", head=head).byline == "Ada Brightwater"


def test_the_publisher_is_named_only_where_nobody_else_is() -> None:
    assert signed("", head=ld(author=GAZETTE, publisher=GAZETTE)).byline == "The Gazette"
    assert signed("", head=ld(author="Agency", publisher=GAZETTE)).byline == "Agency"


def test_an_agency_is_an_author_beside_a_person() -> None:
    agency = {"@type": "Organization", "name": "SDA"}
    assert signed("", head=ld(author=[ADA, agency], publisher=GAZETTE)).byline == "Ada Brightwater, SDA"


def test_an_organisation_is_one_author_though_two_gave_it_their_names() -> None:
    agency = {"@type": "Organization", "name": "Hill &amp; Valley Press"}
    assert signed("", head=ld(author=[agency])).authors == ("Hill & Valley Press",)
    society = {"@type": "Organization", "name": "Depot and Line Association"}
    assert signed("", head=ld(author=society)).authors == ("Depot and Line Association",)
    both = {"@type": "Person", "name": "Ada Brightwater & Tom Ferry"}
    assert signed("", head=ld(author=both)).authors == ("Ada Brightwater", "Tom Ferry")


@pytest.mark.parametrize("kind", ["Organization", "NewsMediaOrganization"])
@pytest.mark.parametrize("byline", ["<p>By Ada Brightwater</p>", "<div>Written by:</div><div>Ada Brightwater</div>"])
def test_an_organisation_alone_gives_way_to_a_person_in_a_byline(kind: str, byline: str) -> None:
    assert signed(byline, head=ld(author={"@type": kind, "name": "Quay Press"})).byline == "Ada Brightwater"
    assert signed("", head=ld(author={"@type": kind, "name": "Quay Press"})).byline == "Quay Press"


def test_the_name_of_an_account_gives_way_to_a_whole_one_in_a_byline() -> None:
    assert signed("<p>By Ada Brightwater</p>", head=ld(author="gazadab7")).byline == "Ada Brightwater"
    assert signed("<p class='author'>someone</p>", head=ld(author="gazadab7")).byline == "gazadab7"


def test_the_headline_is_no_author() -> None:
    assert signed("<p class='author'>Tower Moves</p>").byline == ""


def test_authors_are_a_list_and_one_line() -> None:
    found = signed("<p>By Ada Brightwater and Jo Carr</p>")
    assert found.authors == ("Ada Brightwater", "Jo Carr")
    assert len(signed("<p>x</p>", head=ld(author=[f"Ada Brightwater {'i' * n}" for n in range(1, 20)])).byline) <= 120


@pytest.mark.parametrize("cited", ["Rope Sci. 2024 Mar 27;12(3):45-67.", "Rope Reports, 27 March 2024, doi 10.1/rope"])
def test_the_journal_of_a_paper_is_nobody(cited: str) -> None:
    assert metadata(body=f"<div>{cited}</div><h1>Knots</h1><p>text</p>").byline == ""


def test_authors_in_lines_of_their_own_are_all_there() -> None:
    names = ("Ada Brightwater", "Jo Carr", "Zoe Moor")
    items = "".join(f'<li><a href="/author/{name[:3].lower()}">{name}</a></li>' for name in names)
    page = f"<h1>Tower</h1><ul>{items}</ul><p>27 March 2024</p>{PROSE}"
    assert metadata(body=page).byline == "Ada Brightwater, Jo Carr, Zoe Moor"
    others = page.replace("</ul>", '<li><a href="/sea">More of the sea</a></li></ul>')
    assert metadata(body=others).byline == "Ada Brightwater, Jo Carr, Zoe Moor"


@pytest.mark.parametrize(
    "inner",
    [
        '<meta itemprop="name" content="Ada Brightwater">',
        '<link itemprop="url" href="/a"><meta itemprop="name" content="Ada Brightwater">',
    ],
)
def test_a_name_that_only_machines_are_told_is_one(inner: str) -> None:
    marked = f'<span itemprop="author" itemscope itemtype="https://schema.org/Person">{inner}</span>'
    assert signed(marked).byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "line",
    [
        '<address><a rel="author">Ada Brightwater</a> in Marlow and <a rel="author">Jo Carr</a> in Kestrel</address>',
        '<div><span class="author">Ada Brightwater</span> <span class="author">Jo Carr</span></div>',
        '<div class="authors"><a rel="author">Ada Brightwater</a>, <a rel="author">Jo Carr</a> and colleagues</div>',
    ],
)
def test_all_who_are_marked_in_a_line_are_its_authors(line: str) -> None:
    assert signed(line).byline == "Ada Brightwater, Jo Carr"


def test_a_name_that_is_marked_twice_stands_once() -> None:
    twice = '<span class="author"><a rel="author">Ada Brightwater</a></span> <a class="author">Ada Brightwater</a>'
    assert signed(f"<div>{twice}</div>").byline == "Ada Brightwater"


@pytest.mark.parametrize(
    "box", ["<blockquote>#</blockquote>", '<div class="testimonial">#</div>', '<ul class="customer-reviews">#</ul>']
)
def test_who_praises_what_a_page_is_about_did_not_write_it(box: str) -> None:
    praise = box.replace("#", '<p>The best of engines.</p><span class="author-name">Jo Carr</span>')
    assert metadata(body=f"<h1>Engine</h1>{PROSE}{praise}").byline == ""


def test_an_address_of_mail_before_a_name_is_none_of_it() -> None:
    assert metadata('<meta name="author" content="ada@gazette.example (Ada Brightwater)">').byline == "Ada Brightwater"


@pytest.mark.parametrize("box", ["section id=comments", "ol class=comment-list", "div class=related-articles"])
def test_whoever_comments_on_a_short_text_is_not_its_author(box: str) -> None:
    comment = f"<{box}><p><cite class='author'>Jo Carr</cite> says:</p><p>Lovely.</p></{box.split(maxsplit=1)[0]}>"
    text = f"<p>The tower was moved inland from its cliff{', on rails of steel' * 5}.</p>"
    assert metadata("<title>Tower</title>", f"<h1>Tower</h1>{text}{comment}").byline == ""
    assert metadata("<title>Tower</title>", f"<h1>Tower</h1>{comment}<p>It moves.</p>").byline == "Jo Carr"


def test_who_is_named_twice_is_named_once_and_not_in_capitals() -> None:
    twice = [{"name": "ADA BRIGHTWATER"}, {"name": "Jo Carr"}, {"name": "Ada Brightwater"}]
    assert metadata(ld(author=twice), "<p>x</p>").byline == "Ada Brightwater, Jo Carr"
    assert metadata(ld(author=[{"name": "ADA BRIGHTWATER"}]), "<p>x</p>").byline == "ADA BRIGHTWATER"


def test_links_to_persons_may_have_beside_them_what_these_are() -> None:
    rows = "".join(
        f'<li><a href="/author/{n}">{n}</a> <span>{role}</span></li>'
        for n, role in (("Ada Brightwater", "Reporter"), ("Jo Carr", "Senior editor"), ("Max Stone", "at the quay"))
    )
    assert signed(f"<ul>{rows}</ul>").byline == "Ada Brightwater, Jo Carr"
