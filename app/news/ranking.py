"""The order of a front page: which events come first, and whose headline leads each. No I/O."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import log2

from app.models import Headline, Story
from app.net.urls import host_of
from app.news.publishers import house_of
from app.news.reactions import is_reaction
from app.text.humanize import DAY, HOUR

# The policy, sorted by name.
COMPANY_WEIGHT = 0.8  # what every doubling of the number of publishers adds to the merit of a story
HALF_LIFE = 8 * HOUR  # the age at which a headline is worth half
HALF_PLACE = 15  # the place in its feed at which a headline is worth half
INDIRECT_HOSTS = frozenset({"news.google.com"})  # whose links have to be resolved before they open
LARGEST_SHARE = 0.25  # of the stories of a page, which one publisher may lead
LATEST = 3 * HOUR  # from now; a date beyond it is a mistake, and counts as none
OLDEST = 30 * DAY  # before now; what is older is no news
UNDATED_WORTH = 0.5  # of a headline without a date: as much as of one that is a half-life old


def rank(
    groups: Iterable[Sequence[Headline]],
    now: float,
    most: int,
    page: int = 0,
    unopened: Callable[[str], bool] = lambda url: False,
) -> list[Story]:
    """Return the `most` best stories of `groups`, the best first; `now` is seconds since the epoch.

    A story is the better the more publishers have it, the fresher it is, and the higher they placed it. Its
    lead is the best report whose link opens directly, another headline where there is none; of the others there
    is one of each publisher. No address stands on the page twice, nor does a title from the same publisher. Of each
    `page` stories (all of them where that is 0) one publisher leads a quarter; then others lead, and its further
    stories come last, where there is room. Stories of which every headline is `unopened`, by its address, come after
    all others.
    """
    ordered = sorted((_valued(members, now, unopened) for members in groups), key=partial(_story_key, unopened))
    stories = list(_without_repeats(members for _, members in ordered))
    return _shared_out(stories, most, page or most)


def score(headline: Headline, now: float) -> float:
    """Return what a headline is worth by its age and its place in the feed, 0 to 1; what is too old, 0."""
    age = now - headline.published
    if not headline.published or age < -LATEST:
        worth = UNDATED_WORTH
    elif age > OLDEST:
        return 0
    else:
        worth = 0.5 ** (max(0, age) / HALF_LIFE)
    return worth / (1 + headline.place / HALF_PLACE)


def _valued(members: Iterable[Headline], now: float, unopened: Callable[[str], bool]) -> tuple[float, list[Headline]]:
    """Return the merit of a story, and its headlines that are news, the lead first."""
    scores = {each: score(each, now) for each in members}
    news = [each for each, worth in scores.items() if worth]
    kept = sorted(news, key=lambda each: (unopened(each.url), *_key(each, scores[each]))) if len(news) > 1 else news
    company = len({house_of(each.publisher).casefold() or host_of(each.url) for each in kept})
    best = max((scores[each] for each in kept), default=0)
    return best * (1 + COMPANY_WEIGHT * log2(max(1, company))), kept


def _story_key(unopened: Callable[[str], bool], valued: tuple[float, list[Headline]]) -> tuple[bool, float, list[str]]:
    value, members = valued
    lead = [member.url for member in members[:1]]
    return any(map(unopened, lead)), -value, lead


def _key(headline: Headline, worth: float) -> tuple[bool, bool, float, str, str]:
    return not _is_direct(headline), is_reaction(headline), -worth, headline.publisher, headline.url


def _is_direct(headline: Headline) -> bool:
    return host_of(headline.url) not in INDIRECT_HOSTS


def _publisher(headline: Headline) -> str:
    """Return what tells a publisher from the others: its name, or where the feed has none, its host."""
    return headline.publisher.casefold() or host_of(headline.url)


def _without_repeats(stories: Iterable[Sequence[Headline]]) -> Iterator[list[Headline]]:
    """Give the stories without what stood before, and without a publisher's second headline on an event."""
    seen: set[str | tuple[str, str]] = set()
    for members in stories:
        kept: dict[str, Headline] = {}
        for each in members:
            publisher = _publisher(each)
            marks: set[str | tuple[str, str]] = {each.url, (publisher, each.title.casefold())}
            if seen.isdisjoint(marks):
                kept.setdefault(publisher, each)
            seen |= marks
        if kept:
            yield list(kept.values())


def _shared_out(stories: Iterable[list[Headline]], most: int, page: int) -> list[Story]:
    """Return the first `most` stories; on each page, one publisher leads `LARGEST_SHARE` of them at most."""
    waiting = list(stories)
    taken: list[Story] = []
    while waiting and len(taken) < most:
        chosen, waiting = _one_page(waiting, page)
        taken += chosen
    return taken[:most]


def _one_page(stories: Iterable[list[Headline]], page: int) -> tuple[list[Story], list[list[Headline]]]:
    """Return the stories of a page, and those left for the next page because their publisher leads enough stories here.

    Where the page is not full, it takes the latter too."""
    share = max(1, int(page * LARGEST_SHARE))
    led: Counter[str] = Counter()
    taken: list[Story] = []
    surplus: list[list[Headline]] = []
    for members in stories:
        lead = next((each for each in members if _may_lead(each, members[0]) and led[_publisher(each)] < share), None)
        if lead is None or len(taken) == page:
            surplus.append(members)
        else:
            led[_publisher(lead)] += 1
            taken.append(_story(lead, members))
    room = page - len(taken)
    return taken + [_story(members[0], members) for members in surplus[:room]], surplus[room:]


def _may_lead(headline: Headline, best: Headline) -> bool:
    """Tell whether a headline may stand in for the best one: no link that opens gives way to one that does not."""
    return _is_direct(headline) or not _is_direct(best)


def _story(lead: Headline, members: Iterable[Headline]) -> Story:
    """Return the story; what was related to its headlines is among the others already."""
    others = tuple(replace(each, related=()) for each in members if each is not lead)
    return Story(replace(lead, related=()), others)
