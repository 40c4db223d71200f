"""Frequently asked questions at the end of a text, which templates fold up: each question stays with its answer."""

from collections.abc import Sequence
from itertools import takewhile

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_LEAST_HOPE = 0.08  # the score of an answer
_FEWEST = 2  # questions
_LONGEST_QUESTION = 200  # characters
_LONGEST_HEADING = 60  # letters of the line over them
_MARKS = frozenset("?？؟;")  # the last is that of Greek
_SAYS = tuple(
    map(
        letters,
        """faq, faqs, frequently asked questions, common questions, häufige fragen, häufig gestellte fragen,
        fragen und antworten, questions fréquentes, questions fréquemment posées, foire aux questions,
        preguntas frecuentes, perguntas frequentes, domande frequenti, veelgestelde vragen, vanliga frågor,
        ofte stilte spørsmål, ofte stillede spørgsmål, usein kysyttyä, usein kysytyt kysymykset,
        często zadawane pytania, najczęściej zadawane pytania, časté dotazy, často kladené otázky,
        gyakori kérdések, gyakran ismételt kérdések, întrebări frecvente, sıkça sorulan sorular,
        часто задаваемые вопросы, часті запитання, συχνές ερωτήσεις, よくある質問, 常见问题, 常見問題,
        자주 묻는 질문, الأسئلة الشائعة, câu hỏi thường gặp, questions and answers, questions & answers, q&a,
        your questions answered""".split(","),
    )
)
# The same where they are the whole of it.
_SAYS_ALL = frozenset(
    map(
        letters,
        """questions, your questions, fragen, questions et réponses, preguntas, preguntas y respuestas, perguntas,
        perguntas e respostas, domande, domande e risposte, vragen, vragen en antwoorden, frågor, frågor och svar,
        spørsmål, spørsmål og svar, spørgsmål, kysymykset, pytania, pytania i odpowiedzi, otázky, otázky a odpovědi,
        kérdések, întrebări, sorular, вопросы, вопросы и ответы, питання, питання та відповіді, ερωτήσεις, 質問,
        问题, 問答, 问答, 질문, أسئلة, שאלות, câu hỏi, pertanyaan""".split(","),
    )
)


def keep_questions(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the questions and answers under a heading behind kept text that announces them, and the heading.

    An answer is prose between a question and the next one. The section ends with the next heading that is no question
    and of no lower level. One that is longer than the text before it is another text.
    """
    number, text = 0, 0.0
    while number < len(blocks):
        block = blocks[number]
        if not (text and block.container.level and _announces(block)):
            text += block.length * kept[number]
            number += 1
            continue
        end = _end(blocks, number)
        places = _answered(blocks, scores, number, end)
        if 0 < sum(blocks[place].length for place in places) <= text:
            for place in (number, *places):
                kept[place] = True
        text += sum(blocks[place].length for place in range(number, end) if kept[place])
        number = end


def _announces(block: TextBlock) -> bool:
    said = letters(block.text)
    if said in _SAYS_ALL:
        return True
    return len(said) <= _LONGEST_HEADING and (said.startswith(_SAYS) or said.endswith(_SAYS))


def _answered(blocks: Sequence[TextBlock], scores: Sequence[float], heading: int, end: int) -> list[int]:
    """Return the numbers of the questions between a heading and `end` that have an answer, and of the answers."""
    answers: dict[int, list[int]] = {}
    question = -1
    for number in range(heading + 1, end):
        block = blocks[number]
        if _is_question(block):
            question = number
        elif question >= 0 and block.is_prose and scores[number] >= _LEAST_HOPE and not is_furniture(block):
            answers.setdefault(question, []).append(number)
    if len(answers) < _FEWEST:
        return []
    *before, last = answers
    answers[last] = _own(blocks, answers[last], [place for each in before for place in (each, *answers[each])], last)
    return [place for each, own in answers.items() for place in (each, *own)]


def _own(blocks: Sequence[TextBlock], last: Sequence[int], before: Sequence[int], question: int) -> list[int]:
    """Return what of the prose behind the last question answers it: that stands where the answers before it do.

    Who wrote the text, and what its house sells, follow often without a heading.
    """
    templates = {blocks[place].container.template for place in before}
    around = blocks[question].container
    while around.parent is not None and not around.first <= before[0]:
        around = around.parent
    return list(takewhile(lambda at: at < around.end and blocks[at].container.template in templates, last))


def _end(blocks: Sequence[TextBlock], heading: int) -> int:
    level = blocks[heading].container.level
    inside = takewhile(
        lambda block: not 0 < block.container.level <= level or _is_question(block), blocks[heading + 1 :]
    )
    return heading + 1 + sum(1 for _ in inside)


def _is_question(block: TextBlock) -> bool:
    return block.text[-1] in _MARKS and block.length <= _LONGEST_QUESTION
