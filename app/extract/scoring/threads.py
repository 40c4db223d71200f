"""The thread of a forum: every post is its text, the answers as the first one.

What readers say under an article looks the same. There the text stands before the posts, here it is in the first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.series import names_author
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

_FEWEST = 2  # posts
_MOST_SERIES = 3  # one in the other, are looked at
_NEARLY_ALL = 0.6  # of the posts say who wrote them
_LEAST_HOPE = 0.015  # the score of a text that stands in a post as the first post's does
_NAMED = re.compile(r"answer|bbwrapper|comment|email|message|msg|post|reply", re.I)
_TITLE = 2  # the level of headings with which stories begin, which posts do not have


def keep_thread(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the text of each post of a page whose text stands in posts alone."""
    if True not in kept:
        return
    posts, blocks = _posts(page, kept), page.blocks
    if not posts:
        return
    known = Counter(blocks[place].container.template for place in range(posts[0].first, posts[-1].end) if kept[place])
    for post in posts:
        for place in range(post.first, post.end):
            block = blocks[place]
            is_like = known[block.container.template] > 0 and _is_named(block.container, post)
            is_text = not block.is_linked and not is_furniture(block)
            if is_like and is_text and scores[place] >= _LEAST_HOPE:
                kept[place] = True


def _posts(page: PageText, kept: Sequence[bool]) -> list[Container]:
    """Return the posts of the thread that the page is, in reading order; none where it is something else."""
    blocks = page.blocks
    texts = [0, *accumulate(own and block.is_prose for block, own in zip(blocks, kept, strict=True))]
    prose = (place for place, block in enumerate(blocks) if kept[place] and block.is_prose)
    first = next(prose, kept.index(True))  # a title, or what a link is called that is spoken of, may stand before
    around = [each for each in blocks[first].container.outward() if each.parent is not None]
    series = _series(page.containers, around)
    found = (series[box.kind] for box in reversed(around))
    whole = (
        posts for posts in found if len(posts) >= _FEWEST and texts[-1] == texts[posts[-1].end] - texts[posts[0].first]
    )
    for posts in islice(whole, _MOST_SERIES):
        if all(_may_be_post(blocks, post) for post in posts) and _are_signed(blocks, posts):
            return posts
    return []


def _series(
    containers: Iterable[Container], around: Sequence[Container]
) -> defaultdict[tuple[int, str, str], list[Container]]:
    """Return the boxes that stand beside each of those `around`, and are named like it."""
    parents = {box.parent for box in around}
    wanted = {box.kind for box in around}
    found: defaultdict[tuple[int, str, str], list[Container]] = defaultdict(list)
    for each in containers:
        if each.parent in parents and each.kind in wanted:
            found[each.kind].append(each)
    return found


def _may_be_post(blocks: Sequence[TextBlock], post: Container) -> bool:
    inside = blocks[post.first : post.end]
    if any(0 < block.container.level <= _TITLE for block in inside):
        return False
    return any(_is_named(block.container, post) for block in inside)


def _is_named(container: Container, post: Container) -> bool:
    """Say whether a post, or something in it that a text lies in, is named as one."""
    return any(_NAMED.search(each.names) for each in container.outward(post.parent))


def _are_signed(blocks: Sequence[TextBlock], posts: Sequence[Container]) -> bool:
    signed = sum(any(names_author(block, post) for block in blocks[post.first : post.end]) for post in posts)
    return signed >= _NEARLY_ALL * len(posts)
