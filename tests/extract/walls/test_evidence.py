from app.extract.parse import parse
from app.extract.walls.evidence import MOST_TEXT, Evidence, evidence_in


def evidence(markup: str) -> Evidence:
    return evidence_in(parse(markup), markup, "https://Harbour.example/Story")


def test_all_text_counts_but_that_of_scripts() -> None:
    found = evidence("<body><p>One</p><script>two()</script><noscript>Three</noscript><style>p{}</style> four</body>")
    assert found.text.split() == ["one", "three", "four"]


def test_what_is_quoted_or_shown_is_not_said() -> None:
    found = evidence(
        '<title>Why I see "Are you a robot at all?" | Answers</title><body><p>It says “enable JavaScript and cookies to go on”, '
        "and then:</p><pre>Access <b>denied</b></pre><blockquote><p>Prove it</p></blockquote>Press “Go on”."
    )
    assert found.text == "it says , and then: press “go on”."
    assert "are you a robot at all" not in " ".join(found.titles)


def test_each_block_is_a_sentence_and_choices_are_none() -> None:
    found = evidence("<body><h1>Stop</h1><p>How <b>old</b> are you?</p><select><option>1<option>2</select><p>Enter</p>")
    assert found.text == "stop. how old are you?. enter"


def test_words_in_links_are_counted() -> None:
    assert evidence("<p>One <a href=x>two three</a> four</p>").linked == 2


def test_a_long_page_has_no_text_to_judge() -> None:
    assert evidence(f"<body><p>{'long ' * MOST_TEXT}</p></body>").text == ""


def test_titles_are_compared_without_the_name_of_the_site_and_the_last_marks() -> None:
    found = evidence("<title>Harbour Post | Just a moment...</title><body><h1>Are you human?</h1>")
    assert {"just a moment", "are you human"} <= set(found.titles)


def test_apostrophes_are_straight() -> None:
    assert evidence("<p>Make sure you\u2019re no bot</p>").text == "make sure you're no bot"


def test_buttons_are_what_can_be_pressed() -> None:
    assert evidence("<button>Agree</button><input type=submit value=Go><a href=x>More</a>").buttons == (
        "agree",
        "go",
        "more",
    )


def test_a_page_may_call_itself_an_article() -> None:
    assert evidence('<meta property="og:type" content="article"><p>x').claims_article
    assert evidence('<script type="application/ld+json">{"@type": "NewsArticle"}</script><p>x').claims_article
    assert not evidence('<meta property="og:type" content="website"><p>x').claims_article
