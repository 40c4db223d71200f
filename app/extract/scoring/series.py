"""A series of like boxes: posts of a thread, entries of a live blog or a timeline, and what each begins with."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.stories import leads_away
from app.extract.scoring.text_blocks import Container, PageText, TextBlock, containers_of

_FEWEST = 3  # boxes of a series
_PAIR = 2  # the same where they are named as posts
_LONGEST_LABEL = 40  # characters: a time, a day, a name
_NEARLY_ALL = 0.6  # of its boxes
_LEAST_HOPE = 0.2  # the score that a text needs which stands where the text of others does
LONGEST_AUTHOR = 80  # characters of a line that says who wrote a post
_AUTHOR = re.compile(
    r"(?:^|[\s_=-])(?:author|bigusername|byuser|creator|hnuser|member-?name|message-name|nick(?:name)?|post-?author|"
    r"poster(?:-?name)?|user-?(?:name|details|link))(?:$|[\s_-])",
    re.I,
)
_POSTED = ("answered by ", "asked by ", "commented by ", "comment by ", "posted by ", "submitted by ", "written by ")
_LONGEST_VERB = 13
_MEMBER = re.compile(
    r"/(?:@[a-z]|~|u/|users?/|members?/|people/|profile[/.?]|space-uid-|memberlist\.php|member\.php|view_user_page\.php)\S|"
    r"action=profile|mod=space|viewprofile",
    re.I,
)
_PICTURED = frozenset({"figcaption", "figure"})  # whose authors are those of pictures
_POST = re.compile(r"(?:^|[\s_-])(?:answer|comment|message|post|reply)(?:$|[\s_-])", re.I)
# Classes of what forums write the words of a post in: Vanilla, Simple Machines, XenForo, phpBB, MyBB, Discuz, NodeBB;
# and of a letter or a report: HyperKitty, Bugzilla.
_MESSAGES = frozenset(
    "bbwrapper bz_comment_text email-body message messagecontent post_body post_message postbody t_f "
    "usercontent".split()
)
_OF_POSTS = re.compile(r"answer|comment|message|post|reply", re.I)
_POST_PROPERTIES = frozenset({"itemprop=acceptedanswer", "itemprop=comment", "itemprop=suggestedanswer"})
_PICTURE = re.compile(r"(?:^|[\s_-])(?:caption|gallery|image|img|media|photo|picture)(?:$|[\s_-])", re.I)
_MOST_LABELS = 2  # lines of a box before its text; in a programme one more: a time, what is then, and where
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m\b)", re.I)


def keep_labels(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep the short lines before the kept text of each box of a series, in place: who wrote it, and when."""
    series: defaultdict[tuple[object, ...], dict[int, int]] = defaultdict(dict)
    for number in range(len(blocks)):
        text = 0 if kept[number] else _text_behind(blocks, kept, number)
        if text:
            for box in _boxes_from(blocks[number].container, number, text):
                series[box.template if _is_timed(blocks[number]) else box.kind][number] = text
    for places in series.values():
        if len(places) >= _FEWEST:
            for first, text in places.items():
                for place in range(first - _is_day_over(blocks, first), text):
                    kept[place] = kept[place] or not is_furniture(blocks[place])


def _is_timed(block: TextBlock) -> bool:
    """Say whether a line begins with a time of the day: that of an event, which has its like under other days."""
    return _CLOCK.match(block.text) is not None


def _is_day_over(blocks: Sequence[TextBlock], first: int) -> bool:
    """Say whether a heading without a link stands right before a box that begins with a time: the day of it."""
    if not first or not blocks[first - 1].container.level or blocks[first - 1].links or not _is_timed(blocks[first]):
        return False
    above = blocks[first - 1].container.parent
    return any(each.parent is above for each in blocks[first].container.outward())


def _is_label(block: TextBlock) -> bool:
    return block.length <= _LONGEST_LABEL and block.text[0] != "+"  # which is how many pictures are not shown


def _boxes_from(container: Container, number: int, text: int) -> Iterator[Container]:
    """Yield the containers around a block that begin with it and hold the block `text`, too."""
    for each in container.outward():
        if each.first != number or each.parent is None:
            return
        if each.end > text:
            yield each


def _text_behind(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> int:
    """Return the number of the next kept block, which only labels stand before from `number` on; 0 for none."""
    most = _MOST_LABELS + _is_timed(blocks[number])
    near = kept[number : number + 2 * most + 1]
    text = number + near.index(True) if True in near else number
    before = blocks[number:text]
    if not all(map(_is_label, before)) or sum(not is_furniture(block) for block in before) > most:
        return 0
    return text if before else 0


def posts_alone(blocks: Sequence[TextBlock]) -> list[int]:
    """Return the numbers of the texts that stand in boxes named as posts, if there are several: what a page of nothing
    else is about.
    """
    found = [number for number, block in enumerate(blocks) if block.is_prose and _is_in_post(block.container)]
    return found if len(found) >= _FEWEST else _messages(blocks) or _signed(blocks)


def _messages(blocks: Sequence[TextBlock]) -> list[int]:
    """Return the numbers of the lines that stand in elements named as messages, however short, if there are several."""
    found = [
        number
        for number, block in enumerate(blocks)
        if not block.links and not block.container.level and any(map(_is_message, block.container.outward()))
    ]
    return found if len(found) >= _FEWEST else []


def _signed(blocks: Sequence[TextBlock]) -> list[int]:
    """Return the numbers of the longest texts without links in a series of boxes most of which name who wrote it."""
    for boxes in _series(containers_of(blocks)):
        own = [[at for at in range(box.first, box.end) if not blocks[at].links] for box in boxes]
        signed = sum(any(names_author(block, box) for block in blocks[box.first : box.end]) for box in boxes)
        if len(boxes) >= _FEWEST and signed >= _NEARLY_ALL * len(boxes):
            return [max(places, key=lambda at: blocks[at].length) for places in own if places]
    return []


def _is_message(container: Container) -> bool:
    return not _MESSAGES.isdisjoint(container.names.lower().split())


def _is_in_post(container: Container) -> bool:
    return any(map(_is_post, container.outward()))


def keep_posts(page: PageText, scores: Sequence[float], kept: list[bool], threshold: float) -> None:
    """Keep in each box of a series the text that stands as that of nearly all others does, and who wrote it, in place.

    A short answer ("Thanks!") is a post as the long ones are.
    """
    blocks = page.blocks
    for boxes in _series(page.containers):
        if sum(True in kept[box.first : box.end] for box in boxes) < max(_PAIR, _NEARLY_ALL * len(boxes)):
            continue
        own = [_text_of(blocks, kept, box) for box in boxes]
        usual = Counter(blocks[place].container.template for place in own if place >= 0).most_common(1)[0][0]
        for box, place in zip(boxes, own, strict=True):
            inside = range(box.first, box.end)
            if place < 0 and len(boxes) >= _FEWEST and not any(leads_away(blocks[each]) for each in inside):
                for each in inside:
                    kept[each] = blocks[each].container.template == usual and scores[each] >= min(
                        _LEAST_HOPE, threshold / 2
                    )
            author = _author_in(blocks, box)
            if author is not None and any(kept[box.first : box.end]):
                kept[author] = True


def _author_in(blocks: Sequence[TextBlock], box: Container) -> int | None:
    """Return the number of the line of a box that says who wrote it: by where it leads in a post, or by its names."""
    inside = range(box.first, box.end)
    member = (at for at in inside if may_be_post(box) and leads_to_member(blocks[at]))
    return next(member, next((at for at in inside if names_author(blocks[at], box)), None))


def _text_of(blocks: Sequence[TextBlock], kept: Sequence[bool], box: Container) -> int:
    """Return the number of the longest kept block of a box, -1 for none."""
    places = [place for place in range(box.first, box.end) if kept[place]]
    return max(places, key=lambda place: blocks[place].length, default=-1)


def _series(containers: Iterable[Container]) -> list[list[Container]]:
    """Return the boxes of several blocks that stand beside like ones."""
    found: defaultdict[tuple[int, str, str], list[Container]] = defaultdict(list)
    for each in containers:
        if each.blocks > 1 and each.parent is not None:
            found[each.kind].append(each)
    return [boxes for boxes in found.values() if len(boxes) >= _FEWEST or (len(boxes) == _PAIR and _is_post(boxes[0]))]


def _is_post(box: Container) -> bool:
    return _POST.search(box.names) is not None


def may_be_post(box: Container) -> bool:
    """Say whether the names of a box, or what it is said to be, have to do with posts, answers, comments."""
    return _OF_POSTS.search(box.names) is not None or not _POST_PROPERTIES.isdisjoint(box.extra)


def names_author(block: TextBlock, box: Container) -> bool:
    """Say whether a short line of a post says who wrote it, or stands in an element that is named for that."""
    if block.length > LONGEST_AUTHOR:
        return False
    if block.text[:_LONGEST_VERB].lower().startswith(_POSTED):
        return True
    for each in block.container.outward(box):
        if each.tag in _PICTURED or _PICTURE.search(each.names):
            return False
        if is_of_author(each):
            return True
    return False


def leads_to_member(block: TextBlock) -> bool:
    """Say whether a short line leads to the page that a board or a tracker has of each of its members."""
    return block.length <= LONGEST_AUTHOR and any(map(_MEMBER.search, block.hrefs))


def is_of_author(box: Container) -> bool:
    """Say whether an element is named for who wrote what stands near it."""
    return _AUTHOR.search(box.names) is not None or any(map(_AUTHOR.search, box.extra))
