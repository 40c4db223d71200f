"""What readers say of a text, behind a line that announces it in one of the languages that pages are most often in."""

from collections.abc import Sequence
from itertools import takewhile

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import PageText, TextBlock
from app.text.normalize import letters

LONGEST = 40  # letters of such a line; what a page is called may follow in it only where the beginning says enough
_TEXT = 400  # characters of the text that is spoken of; with less, what readers say is what the page is for
_LONGEST_TITLE = 200  # characters
_LEAST = 0.1  # the score that prose behind the title has at least: where readers say much, the text seems to be little
_FIGURES = "0123456789"
# Whole, but for how many there are.
_WHOLE = frozenset(
    map(
        letters,
        """comment, comments, comments on this story, reader comments, readers' comments, your comments, user comments,
        view comments, show comments, see comments, add a comment, add comment, add your comment, post a comment,
        write a comment, leave a comment, leave a reply, leave comment, leave your comment, post comment, all comments,
        top comments, comments are closed, no comments, no comments yet, join the conversation,
        join the discussion, discuss this, reader responses, have your say, comment on this,
        kommentar, kommentare, leserkommentare, lesermeinungen, alle kommentare, mitdiskutieren,
        diskutieren sie mit, ihr kommentar, ihre meinung, kommentar schreiben, kommentare lesen, kommentar verfassen,
        schreiben sie einen kommentar, schreibe einen kommentar, kommentar hinterlassen, leserbriefe,
        commentaire, commentaires, vos commentaires, vos réactions, laisser un commentaire,
        réagir à cet article, ajouter un commentaire, comentario, comentarios, deja un comentario,
        deja una respuesta, dejar un comentario, añadir comentario, comenta, comentário, comentários,
        deixe um comentário, deixe uma resposta, deixe seu comentário, commento, commenti, lascia un commento,
        lascia una risposta, i commenti, reactie, reacties, plaats een reactie, geef een reactie,
        laat een reactie achter, kommentarer, skriv en kommentar, legg igjen en kommentar, lämna ett svar,
        lämna en kommentar, kommentera,
        kommentit, kommentoi, jätä kommentti, komentarz, komentarze, dodaj komentarz, skomentuj,
        komentáře, komentář, přidat komentář, hozzászólások, hozzászólás, comentarii, lasă un comentariu,
        yorum, yorumlar, yorum yap, bir cevap yazın, комментарии, комментарий, добавить комментарий, коментарі,
        σχόλια, komentar, 评论, 評論, 网友评论, 發表評論, 发表评论, 我要评论, 留言, コメント, コメントを残す,
        댓글, 댓글 쓰기, تعليقات, التعليقات, bình luận""".split(","),
    )
)
# The same where they say how many there are; without, they may head a part of the text.
_COUNTED = frozenset({"reacties", "reactions", "réactions", "responses"})
_BEGINNINGS = ("thoughtson", "thoughton", "responsesto", "responseto", "commentson", "kommentarezu")


def announces_discussion(said: str) -> bool:
    """Say whether a line, as its letters and figures (`normalize.letters`), announces what readers say of a text."""
    if not 0 < len(said) <= LONGEST:
        return False
    words = said.strip(_FIGURES)
    return words in _WHOLE or (words != said and (words in _COUNTED or words.startswith(_BEGINNINGS)))


def comments(page: PageText, hints: Hints, scores: Sequence[float], threshold: float) -> list[int]:
    """Return the numbers of the blocks that a line without a link announces as a discussion of the text before it.

    That text is prose which is likely the article's, or stands behind the page's title, or is all that stands before
    the line, whatever its score: where readers say much, they are what seems to be the text. The discussion ends with
    the element that the line begins, or at the next heading of its level. Of a hundred characters of prose there, not
    one belonged to an article (`docs/extraction.md`).
    """
    found: list[int] = []
    sure, faint, end, is_titled, is_likely = 0.0, 0.0, 0, False, False
    for number, block in enumerate(page.blocks):
        is_titled = is_titled or (len(block.text) <= _LONGEST_TITLE and hints.is_title(letters(block.text)))
        if number < end:
            continue
        if block.is_prose and scores[number] >= _LEAST:
            is_likely = is_likely or scores[number] >= threshold
            sure += block.length if is_titled or scores[number] >= threshold else 0
            faint += block.length
        elif (sure if is_likely else faint) >= _TEXT and _announces(block):
            end = _end(page.blocks, number)
            found += range(number, end)
    return found


def _announces(block: TextBlock) -> bool:
    return _is_line(block) and announces_discussion(letters(block.text))


def _is_line(block: TextBlock) -> bool:
    is_apart = block.container.level > 0 or not block.container.flags & IN_LIST
    return len(block.text) <= 2 * LONGEST and not block.links and is_apart


def _end(blocks: Sequence[TextBlock], number: int) -> int:
    """Return the number behind the last block of what a line announces."""
    each, level = blocks[number].container, blocks[number].container.level
    while each.end <= number + 1 and each.parent is not None:
        each = each.parent
    others = blocks[number + 1 : each.end]
    return number + 1 + sum(1 for _ in takewhile(lambda block: not 0 < block.container.level <= level, others))
