"""What a page asks of its readers about itself."""

import pytest

from app.extract.scoring.feedback import asks_whether_it_helped


def asks(text: str) -> bool:
    return asks_whether_it_helped(text, text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Was this article helpful?",
        "This summary was made by a machine and read by an editor. Was it helpful?",
        "Is this page useful?",
        "Was this helpful?",
        "Did you find this answer helpful?",
        "Was this article helpful? 3 out of 5 found this helpful",
        "12 of 14 people found this helpful.",
        "War dieser Beitrag hilfreich?",
        "Cet article vous a-t-il été utile ?",
        "¿Te ha sido útil este artículo?",
        "Este artigo foi útil?",
        "Questo articolo ti è stato utile?",
        "Was dit artikel nuttig?",
        "Czy ten artykuł był pomocny?",
        "Была ли эта статья полезной?",
        "この記事は役に立ちましたか？",
        "この記事はいかがでしたか？",
        "这篇文章有帮助吗？",
        "이 문서가 도움이 되었습니까?",
    ],
)
def test_a_question_whether_the_page_helped_is_known(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "The article was helpful to many who moor here.",
        "A rope is useful on every boat.",
        "Was this the clerk of the boats, whom they had found so helpful in the past?",
        "Das war hilfreich, sagte der Hafenmeister.",
        "Une corde est utile.",
    ],
)
def test_sentences_with_the_same_words_are_none(text: str) -> None:
    assert not asks(text)
