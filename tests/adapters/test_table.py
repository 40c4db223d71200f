"""Each site by answers of the shape that its documentation shows, and by what is none."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from app.adapters.adapter import LONGEST_POST, LONGEST_TALK, MOST_COMMENTS
from app.adapters.table import ADAPTERS, adapter_of, article_at
from app.errors import OriginFailed, ReaderError
from app.models import Article, Block, Heading, ItemList, text_of
from config import Settings
from tests.adapters.test_archive_org import ITEM
from tests.adapters.test_arxiv import PAPER
from tests.adapters.test_github import README, RELEASE, REPOSITORY
from tests.adapters.test_github_files import FOLDER, SOURCE
from tests.adapters.test_gutenberg import BOOK

NAMES = tuple(ADAPTERS)
HN = {
    "id": 8863,
    "created_at": "2007-04-04T19:16:40.000Z",
    "author": "dhouston",
    "title": "My YC app: Dropbox",
    "url": "http://www.getdropbox.com/u/2/screencast.html",
    "text": None,
    "points": 111,
    "children": [
        {
            "author": "ann",
            "created_at": "2007-04-05T10:00:00.000Z",
            "text": "First <i>of all</i>.<p>Second.",
            "children": [{"author": "bob", "text": "A reply &amp; more", "children": []}],
        },
        {"author": None, "text": None, "children": []},
    ],
}
REDDIT = [
    {
        "kind": "Listing",
        "data": {
            "children": [
                {
                    "kind": "t3",
                    "data": {
                        "title": "Look &amp; see",
                        "author": "ann",
                        "subreddit": "pics",
                        "created_utc": 1_700_000_000.0,
                        "selftext_html": "&lt;div&gt;&lt;p&gt;My words&lt;/p&gt;&lt;/div&gt;",
                        "url_overridden_by_dest": "https://i.redd.it/a1.jpg",
                    },
                }
            ]
        },
    },
    {
        "kind": "Listing",
        "data": {
            "children": [
                {
                    "kind": "t1",
                    "data": {
                        "author": "bob",
                        "created_utc": 1_700_000_100.0,
                        "body_html": "&lt;p&gt;Nice&lt;/p&gt;",
                        "replies": {
                            "kind": "Listing",
                            "data": {
                                "children": [
                                    {
                                        "kind": "t1",
                                        "data": {"author": "cy", "body_html": "&lt;p&gt;Yes&lt;/p&gt;", "replies": ""},
                                    }
                                ]
                            },
                        },
                    },
                },
                {"kind": "more", "data": {"count": 12}},
            ]
        },
    },
]
ANN = {"display_name": "Ann", "acct": "ann"}
STATUS = {
    "id": "111",
    "in_reply_to_id": "100",
    "created_at": "2024-03-27T10:00:00.000Z",
    "content": "<p>The lamp is lit <a href='/tags/sea'>#sea</a></p>",
    "account": ANN,
    "media_attachments": [{"type": "image", "url": "https://files.example/1.jpg", "description": "The tower"}],
}
CONTEXT = {
    "ancestors": [{"id": "100", "content": "<p>Is it lit?</p>", "account": {"display_name": "", "acct": "bob"}}],
    "descendants": [
        {
            "id": "112",
            "in_reply_to_id": "111",
            "created_at": "2024-03-27T11:00:00Z",
            "content": "<p>At last</p>",
            "account": ANN,
        },
        {
            "id": "113",
            "in_reply_to_id": "112",
            "created_at": "2024-03-27T12:00:00Z",
            "content": "<p>Indeed</p>",
            "account": ANN,
        },
    ],
}
LEMMY_POST = {
    "post_view": {
        "post": {
            "name": "Old browsers",
            "body": "I *like* them.\n\n- Mosaic\n- Lynx",
            "url": "https://x.example/",
            "published": "2024-03-27T10:00:00Z",
        },
        "creator": {"name": "ann"},
        "community": {"name": "retro"},
    }
}
LEMMY_COMMENTS = {
    "comments": [
        {
            "comment": {"path": "0.1", "content": "So do I", "published": "2024-03-27T11:00:00Z"},
            "creator": {"name": "bob"},
        },
        {"comment": {"path": "0.1.2", "content": "And `I`"}, "creator": {"name": "cy"}},
    ]
}
TOPIC = {
    "title": "Which modem?",
    "post_stream": {
        "posts": [
            {"username": "ann", "created_at": "2024-03-27T10:00:00Z", "cooked": "<p>Which one?</p>"},
            {"username": "bob", "created_at": "2024-03-28T10:00:00Z", "cooked": "<p>A slow one.</p>"},
        ]
    },
}
QUESTION = {
    "items": [
        {
            "title": "How &quot;slow&quot;?",
            "body": "<p>So slow.</p><pre><code>a  b</code></pre>",
            "creation_date": 1_700_000_000,
            "owner": {"display_name": "Ann"},
        }
    ]
}
ANSWERS = {
    "items": [
        {
            "body": "<p>300 baud.</p>",
            "score": 12,
            "is_accepted": True,
            "creation_date": 1_700_000_100,
            "owner": {"display_name": "Bob"},
        },
        {"body": "<p>1200.</p>", "score": 3, "is_accepted": False, "creation_date": 1_700_000_200, "owner": {}},
    ]
}
ISSUE = {
    "title": "Pictures are black",
    "state": "closed",
    "body": "On a **Mac Plus**:\n\n```\ncrash <b>\n```",
    "created_at": "2024-03-27T10:00:00Z",
    "user": {"login": "ann"},
}
REMARKS = [
    {"user": {"login": "bob"}, "created_at": "2024-03-28T10:00:00Z", "body": "Mended in 1.2 <script>alert(1)</script>"}
]
SKY = {
    "thread": {
        "post": {
            "author": {"handle": "ann.example", "displayName": "Ann"},
            "record": {"text": "The lamp\n\nis lit", "createdAt": "2024-03-27T10:00:00Z"},
            "embed": {"images": [{"fullsize": "https://cdn.example/1", "alt": "The tower"}]},
        },
        "replies": [
            {"post": {"author": {"handle": "bob.example"}, "record": {"text": "At last"}}, "replies": []},
            {"blocked": True},
        ],
    }
}
FILM = {"title": "The tower moves", "author_name": "Harbour Films", "thumbnail_url": "https://i.ytimg.com/vi/a/hq.jpg"}
PLAYER = {"videoDetails": {"title": "The tower moves", "lengthSeconds": "754", "shortDescription": "It took a week."}}

SITES: dict[str, tuple[str, Sequence[Any], list[str]]] = {
    "hacker-news": (
        "https://news.ycombinator.com/item?id=8863",
        [HN],
        ["getdropbox.com", "Comments", "ann 2007-04-05", "First of all.", "bob", "A reply & more"],
    ),
    "reddit": (
        "https://old.reddit.com/r/pics/comments/1abc/look_and_see/",
        [REDDIT],
        ["My words", "bob 2023-11-14", "Nice", "cy", "Yes"],
    ),
    "mastodon": (
        "https://social.example/@ann/111111",
        [STATUS, CONTEXT],
        ["bob", "Is it lit?", "The lamp is lit", "At last", "Indeed"],
    ),
    "lemmy": (
        "https://lemmy.example/post/77",
        [LEMMY_POST, LEMMY_COMMENTS],
        ["x.example", "I like them.", "Mosaic", "bob 2024-03-27", "So do I", "And I"],
    ),
    "discourse": ("https://talk.example/t/which-modem/55/2", [TOPIC], ["Which one?", "bob 2024-03-28", "A slow one."]),
    "stack-exchange": (
        "https://retrocomputing.stackexchange.com/questions/12/how-slow",
        [QUESTION, ANSWERS],
        ["So slow.", "a  b", "Bob, 2023-11-14 (12 votes, accepted)", "300 baud.", "\n2023-11-14 (3 votes)", "1200."],
    ),
    "github": (
        "https://github.com/ann/reader/issues/7",
        [ISSUE, REMARKS],
        ["On a Mac Plus:", "crash <b>", "bob 2024-03-28", "Mended in 1.2"],
    ),
    "bluesky": (
        "https://bsky.app/profile/ann.example/post/3kabc",
        [SKY],
        ["The lamp", "is lit", "bob.example", "At last"],
    ),
    "youtube": ("https://www.youtube.com/watch?v=a1B2c3D4e5F", [FILM, PLAYER], ["It took a week."]),
    "archive-org": (
        "https://archive.org/details/harbour",
        [ITEM],
        ["A book of harbours", "Contents", "harbour_djvu.txt", "DjVuTXT", "harbour.pdf"],
    ),
    "arxiv": ("https://arxiv.org/abs/2401.01234v2", [PAPER], ["We move a tower", "Whole article", "PDF", "cs.RO"]),
    "github readme": (
        "https://github.com/ann/reader?tab=readme-ov-file",
        [REPOSITORY, README],
        ["Code | Releases", "For old machines", "How to begin"],
    ),
    "github releases": (
        "https://github.com/ann/reader/releases",
        [[RELEASE]],
        ["Second edition 2024-03-27", "Faster", "reader.sit", "Source code (zip)"],
    ),
    "github release": ("https://github.com/ann/reader/releases/tag/v2.0", [RELEASE], ["Faster", "reader.sit"]),
    "github latest": ("https://github.com/ann/reader/releases/latest", [RELEASE], ["Faster", "reader.sit"]),
    "github file": ("https://github.com/ann/reader/blob/main/src/a%20b.c", [SOURCE], ["int main"]),
    "github folder": ("https://github.com/ann/reader/tree/main/src", [FOLDER], ["old/", "a b.c", "812 bytes"]),
    "gutenberg": (
        "https://www.gutenberg.org/ebooks/77",
        [BOOK],
        ["Contents", "CHAPTER I. The Lamp", "The keeper", "CHAPTER II. The Fog"],
    ),
}


def read(name: str, answers: Sequence[Any]) -> Article:
    return article_at(site_of(name), SITES[name][0], list(map(encoded, answers)))


def site_of(name: str) -> str:
    """Return the name of a site, whose pages have further words behind it here."""
    return name.partition(" ")[0]


def encoded(answer: Any) -> bytes:
    """Return an answer as it comes: a text as it is, all else as JSON."""
    return answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()


def words(article: Article) -> str:
    return "\n".join(map(text_of, article.blocks))


def test_every_adapter_is_in_the_settings_and_has_an_answer_here() -> None:
    assert sorted(ADAPTERS) == sorted(Settings().ADAPTERS) == sorted(set(map(site_of, SITES)))


@pytest.mark.parametrize("name", SITES)
def test_a_page_becomes_an_article_with_what_is_said_on_it(name: str) -> None:
    url, answers, said = SITES[name]
    article = read(name, answers)
    assert article.url == url
    assert article.title
    place = -1
    for each in said:
        found = words(article).find(each, place + 1)
        assert found > place, (each, words(article))
        place = found


@pytest.mark.parametrize("name", SITES)
def test_an_address_is_asked_for_at_the_interface_or_elsewhere(name: str) -> None:
    url = SITES[name][0]
    adapter = next(each for each in ADAPTERS[site_of(name)] if each.groups(url) is not None)
    usual, other = adapter.addresses(url), adapter.addresses(url, "http://mirror.example")
    assert len(usual) == len(SITES[name][1])
    assert all(each.startswith("https://") and "{" not in each for each in usual)
    assert all(each.startswith("http://mirror.example/") for each in other)
    assert adapter_of(url, NAMES, leads=adapter.leads) is adapter
    assert adapter_of(url, NAMES, leads=not adapter.leads) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://news.ycombinator.com/",
        "https://www.reddit.com/r/pics/",
        "https://github.com/ann",
        "https://github.com/topics/reader",
        "https://github.com/ann/reader/wiki",
        "https://arxiv.org/list/cs.LG/recent",
        "https://archive.org/details/@ann",
        "https://archive.org/download/harbour",
        "https://www.gutenberg.org/files/11/",
        "https://www.gutenberg.org/cache/epub/11/pg12.txt",
        "https://www.gutenberg.org/ebooks/author/7",
        "https://stackoverflow.com/questions/tagged/c",
        "https://www.youtube.com/@harbour",
        "https://evil.example/https://news.ycombinator.com/item?id=1",
        "https://news.ycombinator.com.evil.example/item?id=1",
        "https://x.example/@ann/story-of-the-day",
    ],
)
def test_other_addresses_are_nobodys(url: str) -> None:
    assert adapter_of(url, NAMES, leads=True) is adapter_of(url, NAMES, leads=False) is None


def test_an_adapter_that_is_not_named_is_not_used() -> None:
    assert adapter_of(SITES["reddit"][0], ("github",), leads=True) is None


@pytest.mark.parametrize("wrong", ["", "null", "[]", "{}", "7", "<html>Sign in", '{"error": "gone"}', "[[[[", "\xff"])
@pytest.mark.parametrize("name", SITES)
def test_what_is_no_answer_is_said_to_be_none(name: str, wrong: str) -> None:
    with pytest.raises(ReaderError) as raised:
        article_at(site_of(name), SITES[name][0], [wrong.encode("latin-1")] * len(SITES[name][1]))
    assert isinstance(raised.value, OriginFailed) or "makes no sense" in str(raised.value)


def depth_of(block: Block) -> int:
    if isinstance(block, ItemList):
        return 1 + max((depth_of(each) for item in block.items for each in item), default=0)
    return 0


def test_a_deep_thread_ends_with_a_sentence_and_a_long_one_ends() -> None:
    child: dict[str, Any] = {"author": "z", "text": "last", "children": []}
    for number in range(30):
        child = {"author": f"a{number}", "text": f"words {number}", "children": [child]}
    flat = [{"author": "b", "text": f"flat {number}", "children": []} for number in range(1000)]
    article = read("hacker-news", [{**HN, "children": [child, *flat]}])
    assert max(map(depth_of, article.blocks)) == 6
    assert "There are further replies behind this one." in words(article)
    assert "flat 100" in words(article)
    assert "flat 999" not in words(article)


def flat(count: int, text: str) -> Mapping[str, Sequence[Any]]:
    """Return answers of so many comments or posts beside each other."""
    ids, day = [str(number + 1000) for number in range(count)], "2024-03-27"
    status = {"content": text, "account": ANN, "created_at": day}
    remark = {"user": {"login": "ann"}, "body": text}
    sky = {"post": {"author": {"handle": "b"}, "record": {"text": text}}}
    words = {"kind": "t1", "data": {"body_html": text}}
    return {
        "hacker-news": [{**HN, "children": [{"text": text, "children": []}] * count}],
        "reddit": [[REDDIT[0], {"data": {"children": [words] * count}}]],
        "mastodon": [
            {**STATUS, "media_attachments": []},
            {
                "ancestors": [status] * count,
                "descendants": [{**status, "id": each, "in_reply_to_id": "111"} for each in ids],
            },
        ],
        "lemmy": [
            LEMMY_POST,
            {
                "comments": [
                    {"comment": {"path": f"0.{each}", "content": text}, "creator": {"name": "a"}} for each in ids
                ]
            },
        ],
        "discourse": [{**TOPIC, "post_stream": {"posts": [{"username": "ann", "cooked": text}] * count}}],
        "stack-exchange": [QUESTION, {"items": [{"body": text, "score": 1}] * count}],
        "github": [ISSUE, [remark] * count],
        "github releases": [[{"tag_name": "v1", "assets": [], "body": text}] * count],
        "bluesky": [{"thread": {**SKY["thread"], "replies": [sky] * count}}],
    }


@pytest.mark.parametrize("name", flat(0, ""))
def test_no_more_is_made_of_what_others_say_than_is_read(name: str) -> None:
    assert words(read(name, flat(5 * MOST_COMMENTS, "so be it")[name])).count("so be it") in (
        MOST_COMMENTS,
        2 * MOST_COMMENTS,  # what a status answers, and what answers it
    )
    long = "word " * 20_000
    assert len(words(read(name, flat(50, long)[name]))) < 2 * (LONGEST_TALK + len(long)) + 10_000


def test_a_post_that_no_site_lets_be_so_long_is_cut() -> None:
    long = {**TOPIC, "post_stream": {"posts": [{"username": "x", "cooked": "<p>word</p>" * 100_000}]}}
    assert len(words(read("discourse", [long]))) < LONGEST_POST
    text = "word\n\n" * 100_000
    answers: dict[str, Sequence[Any]] = {
        "bluesky": [{"thread": {"post": {"author": {"handle": "b"}, "record": {"text": text}}}}],
        "youtube": [FILM, {"videoDetails": {"shortDescription": text}}],
        "arxiv": [PAPER.replace("We move a tower", text)],
    }
    for name, answer in answers.items():
        assert 0 < len(words(read(name, answer))) < LONGEST_POST + 1000


def test_replies_that_lead_in_a_circle_end() -> None:
    reply = {"id": "111", "in_reply_to_id": "111", "content": "<p>Round</p>", "created_at": "", "account": ANN}
    article = read("mastodon", [STATUS, {"ancestors": [], "descendants": [reply]}])
    assert words(article).count("Round") == 6


def test_what_a_page_leads_to_is_listed_as_the_links_of_any_page_are() -> None:
    assert read("hacker-news", [HN]).links == (
        "http://www.getdropbox.com/u/2/screencast.html http://www.getdropbox.com/u/2/screencast.html",
    )
    assert "https://arxiv.org/html/2401.01234v2 Whole article" in read("arxiv", [PAPER]).links


def test_markup_of_others_is_read_as_text_and_scripts_are_none() -> None:
    article = read("github", [ISSUE, REMARKS])
    assert "<script>" in words(article)
    assert not any(isinstance(block, Heading) and block.level == 1 for block in article.blocks)
    hostile = {**TOPIC, "post_stream": {"posts": [{"username": "x", "cooked": "<script>alert(1)</script><p>Fine"}]}}
    assert words(read("discourse", [hostile])) == "Fine"
