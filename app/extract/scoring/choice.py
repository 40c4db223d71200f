"""Scores of blocks to a decision for each: what belongs together stays together.

A list, a table of data or a list of definitions is kept or left whole; a heading stands where its text stands; one
block that is missing between two of one container is filled in. The rules are few and general; their figures stand
in docs/extraction.md.
"""

from collections.abc import Mapping, Sequence

from app.extract.scoring.abstracts import keep_abstract
from app.extract.scoring.answers import keep_answers
from app.extract.scoring.asking_boxes import asking_boxes
from app.extract.scoring.attributions import keep_attributions, keep_speakers
from app.extract.scoring.between import HOLE_HOPE, fill_holes, keep_announced, keep_believed
from app.extract.scoring.cards import cards_of_others
from app.extract.scoring.closing_lines import keep_closing_lines
from app.extract.scoring.code import settle_code
from app.extract.scoring.consent import consent_boxes
from app.extract.scoring.contents import leave_contents
from app.extract.scoring.discussion import comments
from app.extract.scoring.documents import keep_attached
from app.extract.scoring.doubtful import keep_doubtful
from app.extract.scoring.downloads import keep_downloads
from app.extract.scoring.furniture import is_furniture, is_subject
from app.extract.scoring.groups import settle_groups
from app.extract.scoring.headings import settle_headings
from app.extract.scoring.hints import Hints
from app.extract.scoring.kin import keep_headings_of_kin, keep_named_kin
from app.extract.scoring.known_steps import keep_known_steps
from app.extract.scoring.leads import keep_beginning
from app.extract.scoring.midst import keep_boxes, keep_kin, keep_notes_at_foot, keep_titles, settle_lines
from app.extract.scoring.notes import keep_notes
from app.extract.scoring.numbered import keep_next_numbers
from app.extract.scoring.overlays import overlays
from app.extract.scoring.own_notices import keep_own_notice
from app.extract.scoring.parts import keep_parts
from app.extract.scoring.questions import keep_questions
from app.extract.scoring.repeated_quotes import leave_repeated_quotes
from app.extract.scoring.sections import keep_named_sections, keep_numbered, keep_sure_sections
from app.extract.scoring.series import keep_labels, keep_posts, posts_alone
from app.extract.scoring.sign_ups import sign_ups
from app.extract.scoring.signatures import signatures
from app.extract.scoring.sisters import keep_sisters
from app.extract.scoring.skipped import skipped
from app.extract.scoring.sources import keep_sources
from app.extract.scoring.stories import (
    before_headline,
    insets_of_others,
    lists_of_others,
    other_stories,
    teasers_at_end,
)
from app.extract.scoring.text_blocks import PageText, TextBlock
from app.extract.scoring.textbox import TextBox
from app.extract.scoring.threads import keep_thread
from app.extract.scoring.tracks import keep_tracks
from app.extract.scoring.under_tables import keep_beside_tables, keep_under_tables
from app.extract.scoring.verdicts import keep_verdicts
from app.extract.scoring.written import keep_written

_LEAST_HOPE, _PART_OF_BEST = 0.1, 0.6  # where no block is sure, what comes near the best is kept


def choose(
    page: PageText, scores: Sequence[float], threshold: float, odds: Mapping[str, float], hints: Hints
) -> list[bool]:
    """Return for each block whether it is kept; `odds` are what names of elements mean (`Tables.names`)."""
    believed = _without_others(page, scores, threshold, hints)
    best = _best(page.blocks, believed)
    if _best(page.blocks, believed, linked=False) < _LEAST_HOPE:
        posts = posts_alone(page.blocks)
        for place in posts:
            believed[place] = max(believed[place], _LEAST_HOPE)
        for place in _links(page.blocks) if posts else ():
            believed[place] = 0.0
    threshold = min(threshold, max(_LEAST_HOPE, _PART_OF_BEST * best))
    box = TextBox(page, [score >= threshold for score in believed], odds)
    doubted = [
        box.doubted(score, block.container) if score >= _LEAST_HOPE else score
        for block, score in zip(page.blocks, believed, strict=True)
    ]
    kept = [score >= threshold for score in doubted]
    for place in teasers_at_end(page, doubted, kept):
        doubted[place], kept[place] = 0.0, False
    alone = [own and block.container.tag != "li" for block, own in zip(page.blocks, kept, strict=True)]
    keep_beginning(page.blocks, doubted, kept, hints, box)
    _settle(page, doubted, believed, kept, threshold, box)
    _settle_whole(page, doubted, believed, kept, threshold, box, hints)
    return kept if any(kept) else alone


def _without_others(page: PageText, scores: Sequence[float], threshold: float, hints: Hints) -> list[float]:
    """Return the scores, nought where a block is plainly of something else than the text."""
    named = is_subject(hints)
    hope = min(HOLE_HOPE, max(_LEAST_HOPE, _PART_OF_BEST * max(scores, default=0.0)))
    left = [
        0.0 if score >= hope and is_furniture(block) and not (named and block.is_prose) else score
        for block, score in zip(page.blocks, scores, strict=True)
    ]
    for place in [
        *consent_boxes(page, left),
        *before_headline(page, hints, left, threshold),
        *other_stories(page, hints),
        *insets_of_others(page),
        *cards_of_others(page, hints),
        *lists_of_others(page),
        *skipped(page),
        *sign_ups(page),
        *overlays(page),
        *signatures(page),
        *(() if named else asking_boxes(page, left)),
        *comments(page, hints, left, threshold),
    ]:
        left[place] = 0.0
    return left


def _links(blocks: Sequence[TextBlock]) -> list[int]:
    return [place for place, block in enumerate(blocks) if _is_link(block)]


def _is_link(block: TextBlock) -> bool:
    return 2 * block.links > block.length


def _best(blocks: Sequence[TextBlock], scores: Sequence[float], linked: bool = True) -> float:
    """Return the best score of what is no heading, and no link unless `linked`."""
    return max(
        (
            score
            for block, score in zip(blocks, scores, strict=True)
            if not block.container.level and (linked or not _is_link(block))
        ),
        default=0.0,
    )


def _settle(
    page: PageText,
    scores: Sequence[float],
    believed: Sequence[float],
    kept: list[bool],
    threshold: float,
    box: TextBox,
) -> None:
    """Have texts follow those around them, in place; `believed` are the scores before any doubt about their boxes."""
    keep_doubtful(page, scores, believed, threshold, kept, box)
    keep_sources(page.blocks, kept, box)
    settle_groups(page, scores, kept, threshold, box)
    fill_holes(page.blocks, scores, kept)
    settle_lines(page, scores, kept, threshold, box)
    keep_kin(page, scores, kept, threshold, box)
    keep_named_kin(page.blocks, scores, kept, box)
    keep_sisters(page, believed, kept)
    keep_boxes(page, believed, kept, box)
    keep_believed(page.blocks, believed, kept, box)
    keep_announced(page.blocks, believed, kept, box)
    keep_under_tables(page.blocks, believed, kept)
    keep_beside_tables(page.blocks, believed, kept)
    keep_notes_at_foot(page.blocks, believed, kept, box)
    keep_answers(page, believed, kept)
    keep_thread(page, believed, kept)
    keep_written(page, believed, kept)
    keep_tracks(page.blocks, believed, kept)
    settle_code(page.blocks, kept)


def _settle_whole(
    page: PageText,
    scores: Sequence[float],
    believed: Sequence[float],
    kept: list[bool],
    threshold: float,
    box: TextBox,
    hints: Hints,
) -> None:
    """Have headings, labels and sections follow the texts that they belong to, in place."""
    keep_known_steps(page.blocks, kept, hints)
    keep_parts(page, believed, kept)
    settle_headings(page.blocks, scores, kept, box)
    keep_headings_of_kin(page.blocks, scores, kept, box)
    keep_labels(page.blocks, kept)
    keep_posts(page, scores, kept, threshold)
    keep_named_sections(page.blocks, believed, kept)
    keep_numbered(page.blocks, believed, kept)
    keep_next_numbers(page.blocks, believed, kept)
    keep_sure_sections(page.blocks, believed, kept)
    keep_titles(page.blocks, kept, box)
    keep_downloads(page.blocks, kept)
    keep_notes(page.blocks, kept)
    keep_attached(page.blocks, kept)
    keep_questions(page.blocks, believed, kept)
    keep_verdicts(page.blocks, kept, hints)
    keep_attributions(page.blocks, kept)
    keep_speakers(page.blocks, kept)
    keep_abstract(page.blocks, believed, kept)
    keep_own_notice(page, kept, hints)
    keep_closing_lines(page.blocks, kept)
    leave_contents(page.blocks, kept)
    leave_repeated_quotes(page.blocks, kept)
