"""From Google's links to the publishers' pages: offline, out of the store, and by asking."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.errors import OriginFailed, OriginRefused, OriginTimeout, OriginUnreachable, ReaderError
from app.fetch.client import Client
from app.news.aggregators.google_links import GoogleCounts, GoogleLinks, offline
from app.news.aggregators.google_state import GoogleRefused, Treatment
from app.storage import SqliteStore
from tests.news.aggregators.fakes import EXCHANGE_PATH, GoogleNews, Mode, new_id, old_id, to_loopback
from tests.origin import loopback_rules
from tests.storage.counting import CountingStore

STORY = "https://post.test/bridge?page=2"
NOON = 1_795_435_200.0  # Monday 23 November 2026, 12:00 UTC
HOUR = 3600


@dataclass
class Desk:
    """Google's stand-in, and what resolves its links; each `links` is another process with the same store."""

    google: GoogleNews
    path: Path
    now: float = NOON
    stores: list[SqliteStore] = field(default_factory=list)

    def links(self, daily_exchanges: int = 200, deadline: float = 5) -> GoogleLinks:
        self.stores.append(SqliteStore(self.path, 1 << 20, lambda: self.now))
        client = Client(loopback_rules(deadline=deadline), resolve=to_loopback)
        return GoogleLinks(client, self.stores[-1], self.google.base, lambda: self.now, daily_exchanges)

    def asked(self) -> list[str]:
        """Return the methods and paths that were asked for, ids left out."""
        paths = ((each.method, each.path) for each in self.google.requests)
        return [f"{method} {path if path == EXCHANGE_PATH else path.rpartition('/')[0]}" for method, path in paths]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with GoogleNews() as google:
        made = Desk(google, tmp_path / "store.sqlite3")
        yield made
        for store in made.stores:
            store.close()


def refused(links: GoogleLinks, url: str) -> str:
    with pytest.raises(GoogleRefused) as caught:
        links.resolve(url)
    return caught.value.sentence


def failed(links: GoogleLinks, url: str, kind: type[ReaderError]) -> str:
    with pytest.raises(kind) as caught:
        links.resolve(url)
    assert type(caught.value) is kind
    return caught.value.sentence


PAUSED = "Google does not tell us at the moment where its stories stand; this reader asks it again in 6 hours."
LATER = "Google did not tell us where this story stands; this reader asks it again in 1 hour."
NONSENSE = "Google gave an answer that does not say where this story stands."


@pytest.mark.parametrize(
    ("article_id", "url"),
    [
        (old_id(STORY), STORY),
        (old_id(STORY, rest=b""), STORY),
        (old_id(STORY, rest=b"\xd2\x01\x18https://post.test/amp/1"), STORY),
        (old_id("http://post.test/" + "long-" * 60), "http://post.test/" + "long-" * 60),
        (old_id("https://пример.test/é"), "https://xn--e1afmkfd.test/%C3%A9"),
        ("CBMiGGh0dHBzOi8vcG9zdC50ZXN0L2JyaWRnZdIBAA", "https://post.test/bridge"),
        (new_id("bridge"), None),
        (old_id("javascript:alert(1)"), None),
        (old_id("file:///etc/hostname"), None),
        (old_id(STORY)[:20], None),
        (old_id(""), None),
        ("CBMi" + "_" * 40, None),
        ("CAIiEHRoaXMgaXMgbm90IGl0", None),
        ("abcde", None),
        ("not base64!", None),
        ("é", None),
        ("", None),
    ],
)
def test_an_old_id_holds_its_address_and_no_other_does(article_id: str, url: str | None) -> None:
    assert offline(article_id) == url


@pytest.mark.parametrize(
    "path", ["/rss/articles/{}?oc=5", "/articles/{}?hl=en-US&gl=US", "/read/{}", "/rss/articles/{}/"]
)
@pytest.mark.parametrize("host", ["https://news.google.com", ""])
def test_an_old_link_is_resolved_without_a_request(desk: Desk, host: str, path: str) -> None:
    links = desk.links()
    assert links.resolve((host or desk.google.base) + path.format(old_id(STORY))) == STORY
    assert desk.asked() == []
    assert links.counts() == GoogleCounts(offline=1)


@pytest.mark.parametrize(
    "url",
    [
        "https://post.test/rss/articles/" + old_id(STORY),
        "https://news.google.com.post.test/articles/" + old_id(STORY),
        "https://news.google.com/rss?hl=en-US",
        "https://news.google.com/articles/",
    ],
)
def test_any_other_address_is_its_own_answer(desk: Desk, url: str) -> None:
    links = desk.links()
    assert links.resolve(url) == url
    assert (desk.asked(), links.counts()) == ([], GoogleCounts())


def test_a_new_link_is_resolved_by_two_requests(desk: Desk) -> None:
    links = desk.links()
    assert links.resolve(desk.google.add_story("bridge", STORY)) == STORY
    assert desk.asked() == ["GET /rss/articles", f"POST {EXCHANGE_PATH}"]
    assert links.counts() == GoogleCounts(asked=1, resolved=1)


def test_what_was_resolved_is_remembered_after_a_restart_and_for_years(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.links().resolve(link)
    desk.google.fail(Mode.REFUSED)
    desk.now += 9 * 365 * 24 * HOUR
    again = desk.links(daily_exchanges=0)
    assert again.resolve(link.replace("/rss/articles/", "/read/")) == STORY
    assert again.counts() == GoogleCounts()


def test_a_link_that_google_answers_with_a_redirect_leads_to_its_target(desk: Desk) -> None:
    link = desk.google.url(f"/rss/articles/{new_id('moved')}?oc=5")
    desk.google.redirects = {f"/rss/articles/{new_id('moved')}": STORY}
    links = desk.links()
    assert links.resolve(link) == STORY
    assert desk.asked() == ["GET /rss/articles"]
    assert links.resolve(link) == STORY
    assert links.counts() == GoogleCounts(asked=1, resolved=1)


def test_redirects_within_google_are_followed_a_few_times(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    path = f"/rss/articles/{new_id('bridge')}"
    desk.google.redirects = {path: f"/articles/{new_id('bridge')}?hl=en"}
    assert desk.links().resolve(link) == STORY
    desk.google.redirects |= {f"/articles/{new_id('loop')}": f"/articles/{new_id('loop')}"}
    loop = desk.google.url(f"/articles/{new_id('loop')}")
    assert failed(desk.links(), loop, OriginFailed) == NONSENSE


def test_a_publisher_that_refuses_is_not_google_refusing(desk: Desk) -> None:
    link = desk.google.url(f"/articles/{new_id('moved')}")
    busy = desk.google.url("/busy", host="post.test")
    desk.google.redirects = {f"/rss/articles/{new_id('moved')}": busy}
    desk.google.fail(Mode.LIMITED, "/busy")
    links = desk.links()
    assert links.resolve(link) == busy
    assert links.treatment() == Treatment()


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/search?q=ferry&hl=en-GB&gl=GB&ceid=GB:en", "/rss/search?q=ferry&hl=en-GB&gl=GB&ceid=GB:en"),
        ("/topics/CAAqJggK?hl=en-US", "/rss/topics/CAAqJggK?hl=en-US"),
        ("/topics/CAAqJggK/sections/CAQiR2NC?hl=de", "/rss/topics/CAAqJggK/sections/CAQiR2NC?hl=de"),
        (
            "/publications/CAAqBwgKMKHL9QowkqbaAg?hl=en-IN&gl=IN",
            "/rss/publications/CAAqBwgKMKHL9QowkqbaAg?hl=en-IN&gl=IN",
        ),
        ("/u/1/topics/CAAqJggK", "/rss/topics/CAAqJggK"),
        ("/headlines/section/topic/WORLD?ned=us", "/rss/headlines/section/topic/WORLD?ned=us"),
        ("/home?hl=de&gl=DE&ceid=DE:de", "/rss?hl=de&gl=DE&ceid=DE:de"),
        ("/topstories", "/rss"),
        ("/", "/rss"),
        ("/rss/search?q=ferry", "/rss/search?q=ferry"),
        ("/foryou", "/foryou"),
    ],
)
@pytest.mark.parametrize("host", ["https://news.google.com", ""])
def test_a_page_that_is_a_list_leads_to_its_feed(desk: Desk, host: str, page: str, feed: str) -> None:
    base = host or desk.google.base
    assert desk.links().resolve(base + page) == base + feed
    assert desk.asked() == []


@pytest.mark.parametrize("mode", [Mode.HTML, Mode.EMPTY, Mode.GARBAGE])
def test_the_other_page_of_a_story_is_tried_where_the_first_has_no_signature(desk: Desk, mode: Mode) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.fail(mode, "/rss/articles/")
    assert desk.links().resolve(link) == STORY
    assert desk.asked() == ["GET /rss/articles", "GET /articles", f"POST {EXCHANGE_PATH}"]


def test_a_story_that_google_does_not_know_is_a_failure_and_no_refusal(desk: Desk) -> None:
    links = desk.links()
    assert failed(links, f"https://news.google.com/articles/{new_id('unknown')}", OriginFailed) == NONSENSE
    assert desk.asked() == ["GET /rss/articles", "GET /articles"]
    assert links.counts() == GoogleCounts(asked=1)
    assert links.treatment() == Treatment("changed", 1, NOON, NOON)


@pytest.mark.parametrize("markup", [Mode.HTML, Mode.EMPTY, Mode.GARBAGE])
def test_pages_without_a_signature_are_a_failure(desk: Desk, markup: Mode) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.fail(markup)
    assert failed(desk.links(), link, OriginFailed) == NONSENSE


@pytest.mark.parametrize("mode", [Mode.HTML, Mode.EMPTY, Mode.GARBAGE])
def test_an_exchange_that_is_no_json_is_a_failure(desk: Desk, mode: Mode) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.fail(mode, EXCHANGE_PATH)
    assert failed(desk.links(), link, OriginFailed) == NONSENSE


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/hostname", "", "/articles/1", "https://[/"])
def test_only_a_web_address_is_accepted_from_google(desk: Desk, target: str) -> None:
    links = desk.links()
    link = desk.google.add_story("bridge", target)
    assert failed(links, link, OriginFailed) == NONSENSE
    desk.google.requests.clear()
    assert refused(desk.links(), link) == LATER
    assert desk.asked() == []
    desk.now += HOUR
    assert failed(links, link, OriginFailed) == NONSENSE
    assert len(desk.asked()) == 2, "a failure was remembered as an answer"


@pytest.mark.parametrize(
    "answer",
    [
        "[" * 100_000,
        '[["wrb.fr","Fbv4je",null]]',
        '[["wrb.fr","Fbv4je","[[[[["]]',
        '[["wrb.fr","Other","[\\"garturlres\\",\\"https://post.test/\\"]"]]',
        '[["wrb.fr","Fbv4je","[\\"other\\",\\"https://post.test/\\"]"]]',
        '[["wrb.fr","Fbv4je","[\\"garturlres\\",7]"]]',
        '[["wrb.fr"],{"a":1},3]',
        '{"wrb.fr":1}',
    ],
)
def test_json_of_another_shape_is_a_failure(desk: Desk, answer: str) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.exchanged = f")]}}'\n\n{answer}"
    assert failed(desk.links(), link, OriginFailed) == NONSENSE


def test_lengths_around_the_rows_do_not_matter(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    rows = '[["di",1],["wrb.fr","Fbv4je","[\\"garturlres\\",\\"https://post.test/\\",1]",null]]'
    desk.google.exchanged = f')]}}\'\n\n{len(rows)}\n{rows}\n25\n[["e",4,null,null,131]]\n'
    assert desk.links().resolve(link) == "https://post.test/"


@pytest.mark.parametrize("mode", [Mode.CONSENT, Mode.LIMITED, Mode.SORRY])
@pytest.mark.parametrize("step", ["/rss/articles/", EXCHANGE_PATH])
def test_a_refusal_stops_the_asking_of_all_workers_for_hours(desk: Desk, mode: Mode, step: str) -> None:
    link = desk.google.add_story("bridge", STORY)
    one, other = desk.links(), desk.links()
    desk.google.fail(mode, step)
    assert refused(one, link) == PAUSED
    assert one.counts() == GoogleCounts(asked=1, refused=1)
    desk.google.mend()
    asked = len(desk.google.requests)
    desk.now += HOUR
    assert refused(other, link) == PAUSED.replace("6 hours", "5 hours")
    kind = "consent" if mode is Mode.CONSENT else "limited"
    assert other.treatment() == Treatment(kind, 1, NOON + 6 * HOUR, NOON)
    assert other.resolve(f"https://news.google.com/read/{old_id(STORY)}") == STORY
    assert (len(desk.google.requests), other.counts()) == (asked, GoogleCounts(offline=1))
    desk.now += 5 * HOUR
    assert other.resolve(link) == STORY
    assert one.treatment() == Treatment()


def test_a_redirect_of_the_exchange_to_elsewhere_is_no_reason_to_stop(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.exchanged_status = 302
    links = desk.links()
    with pytest.raises(OriginRefused, match="sends us on to"):
        links.resolve(link)
    assert (links.treatment(), links.counts()) == (Treatment("refused", 1, NOON, NOON), GoogleCounts(asked=1))


def test_another_refusal_is_about_this_story_alone(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.exchanged_status = 400
    links = desk.links()
    assert failed(links, link, OriginRefused) == "127.0.0.1 refuses to give us this page (400)."
    assert refused(links, link) == LATER
    assert (links.treatment(), links.counts()) == (Treatment("refused", 1, NOON, NOON), GoogleCounts(asked=1))
    other = desk.google.add_story("ferry", "https://post.test/ferry")
    desk.google.exchanged_status = 200
    assert links.resolve(other) == "https://post.test/ferry"
    assert links.treatment() == Treatment()


def test_a_budget_that_is_used_up_lasts_until_the_next_day(desk: Desk) -> None:
    names = [desk.google.add_story(str(number), f"https://post.test/{number}") for number in range(3)]
    links = desk.links(daily_exchanges=2)
    assert [links.resolve(name) for name in names[:2]] == ["https://post.test/0", "https://post.test/1"]
    asked = len(desk.google.requests)
    assert "as it may in one day" in refused(links, names[2])
    assert links.resolve(names[0]) == "https://post.test/0"
    assert (len(desk.google.requests), links.counts()) == (asked, GoogleCounts(asked=2, resolved=2))
    desk.now += 12 * HOUR
    assert links.resolve(names[2]) == "https://post.test/2"


def test_the_budget_is_one_for_all_who_share_the_store(desk: Desk) -> None:
    names = [desk.google.add_story(str(number), f"https://post.test/{number}") for number in range(3)]
    one, two = desk.links(daily_exchanges=2), desk.links(daily_exchanges=2)
    assert [one.resolve(names[0]), two.resolve(names[1])] == ["https://post.test/0", "https://post.test/1"]
    for links in (one, two):
        assert "as it may in one day" in refused(links, names[2])
    desk.now += 12 * HOUR
    assert two.resolve(names[2]) == "https://post.test/2"


def test_while_the_store_fails_each_process_has_the_budget(desk: Desk) -> None:
    names = [desk.google.add_story(str(number), f"https://post.test/{number}") for number in range(3)]
    desk.links()
    store = CountingStore(desk.stores[0])
    store.fails = True
    client = Client(loopback_rules(deadline=5), resolve=to_loopback)
    links = GoogleLinks(client, store, desk.google.base, lambda: desk.now, 2)
    assert [links.resolve(name) for name in names[:2]] == ["https://post.test/0", "https://post.test/1"]
    assert "as it may in one day" in refused(links, names[2])


@pytest.mark.parametrize(("mode", "kind"), [(Mode.HANGING, OriginTimeout), (Mode.REFUSED, OriginUnreachable)])
def test_a_google_that_cannot_be_reached_is_asked_again_in_a_minute(
    desk: Desk, mode: Mode, kind: type[ReaderError]
) -> None:
    link = desk.google.add_story("bridge", STORY)
    links = desk.links(deadline=0.5)
    desk.google.fail(mode)
    failed(links, link, kind)
    desk.google.mend()
    assert refused(desk.links(), link) == PAUSED.replace("6 hours", "1 minute")
    desk.now += 60
    assert links.resolve(link) == STORY
    assert links.counts() == GoogleCounts(asked=2, resolved=1)


def test_a_question_for_consent_is_answered_with_no_and_the_answer_is_shared(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    desk.google.asks_consent = True
    assert desk.links().resolve(link) == STORY
    assert desk.google.consented == ["no"]
    other = desk.google.add_story("ferry", "https://post.test/ferry")
    again = desk.links()
    assert again.resolve(other) == "https://post.test/ferry"
    assert desk.google.consented == ["no"]
    assert (again.treatment(), again.counts()) == (Treatment(), GoogleCounts(asked=1, resolved=1))


def test_a_question_that_cannot_be_passed_makes_the_pauses_longer_and_the_links_unopened(desk: Desk) -> None:
    link = desk.google.add_story("bridge", STORY)
    links = desk.links()
    assert not links.unopened()(link)
    desk.google.fail(Mode.CONSENT)
    for pause in ("6 hours", "1 day", "7 days", "7 days"):
        assert refused(links, link) == PAUSED.replace("6 hours", pause)
        assert desk.links().unopened()(link)
        desk.now = links.treatment().until
    assert not links.unopened()(f"https://news.google.com/read/{old_id(STORY)}")
    assert not links.unopened()(STORY)
    desk.google.mend()
    assert links.resolve(link) == STORY
    assert not links.unopened()(link)


def test_a_google_that_makes_no_sense_for_any_story_is_left_alone(desk: Desk) -> None:
    names = [desk.google.add_story(str(number), f"https://post.test/{number}") for number in range(5)]
    desk.google.fail(Mode.HTML)
    links = desk.links()
    for name in names[:3]:
        assert failed(links, name, OriginFailed) == NONSENSE
    assert refused(desk.links(), names[3]) == PAUSED.replace("6 hours", "1 hour")
    desk.google.mend()
    desk.now += HOUR
    assert links.resolve(names[3]) == "https://post.test/3"
