"""Which lines of an article are translated, and where they stand afterwards."""

from app.models import (
    Article,
    ArticleImage,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from app.sentences import Sentence
from app.translate.lines import SO_FAR, lines_of, with_lines

SAID = Sentence("Comments")
ARTICLE = Article(
    "https://example.org/",
    "Titel",
    (
        Paragraph((Run("Eins, "), Run("zwei", "b"), Run("\ndrei"))),
        Heading(2, (Run("Vier"),)),
        Preformatted("if (fünf) {}"),
        Quote((Paragraph((Run("Sechs"),)),)),
        ItemList(True, ((Paragraph((Run("Sieben"),)),), (Paragraph((Run("8"),)),)), (3, 4)),
        Table((((Run("Neun"),), (Run("10"),)),), header=True, caption=(Run("Elf"),)),
        Figure(1),
        Embed("video", "Zwölf", "https://example.org/film"),
        Rule(),
        Heading(3, (Run(SAID),)),
        Paragraph((Run("Dreizehn"),)),
    ),
    (ArticleImage("https://example.org/1", "Vierzehn", "Fünfzehn"), ArticleImage("https://example.org/2", "S", "S")),
    "Anna Autor",
    deck="Vorspann",
    language="de",
    words=12,
)
TEXTS = "Titel|Vorspann|Eins, zwei|drei|Vier|Sechs|Sieben|Elf|Neun|Dreizehn|Vierzehn|Fünfzehn|S".split("|")


def text(line: Runs) -> str:
    return "".join(run.text for run in line)


def upper(lines: tuple[Runs, ...]) -> list[Runs]:
    return [tuple(Run(run.text.upper(), run.marks) for run in line) for line in lines]


def test_lines_are_in_the_order_in_which_they_are_read() -> None:
    assert list(map(text, lines_of(ARTICLE))) == TEXTS


def test_each_line_goes_back_to_its_place() -> None:
    done = with_lines(ARTICLE, upper(lines_of(ARTICLE)), "en")
    assert list(map(text, lines_of(done))) == [each.upper() for each in TEXTS]
    assert (done.language, done.byline, done.url, done.words) == ("en", "Anna Autor", ARTICLE.url, 14)
    assert done.blocks[0] == Paragraph((Run("EINS, "), Run("ZWEI", "b"), Run("\n"), Run("DREI")))
    assert done.blocks[2] == Preformatted("if (fünf) {}")
    assert done.blocks[4] == ItemList(True, ((Paragraph((Run("SIEBEN"),)),), (Paragraph((Run("8"),)),)), (3, 4))
    assert done.blocks[7] == Embed("video", "Zwölf", "https://example.org/film")
    assert done.images[1] == ArticleImage("https://example.org/2", "S", "S")


def test_what_this_program_says_itself_stays_a_sentence_of_ours() -> None:
    done = with_lines(ARTICLE, upper(lines_of(ARTICLE)), "en")
    heading = done.blocks[9]
    assert isinstance(heading, Heading)
    assert heading.runs[0].text is SAID


def test_where_the_lines_end_the_text_says_so() -> None:
    done = with_lines(ARTICLE, upper(lines_of(ARTICLE))[:5], "en")
    assert done.blocks[2] == ARTICLE.blocks[2]
    assert done.blocks[3] == Paragraph((Run(SO_FAR, "b"),))
    assert done.blocks[4:] == ARTICLE.blocks[3:]
    # A block of which only a part is there stands behind that.
    half = with_lines(ARTICLE, upper(lines_of(ARTICLE))[:3], "en")
    assert half.title == "TITEL"
    assert half.blocks[0] == Paragraph((Run(SO_FAR, "b"),))
    assert half.blocks[1] == Paragraph((Run("EINS, "), Run("ZWEI", "b"), Run("\n"), Run("drei")))


def test_a_name_stays_with_the_first_words_of_its_run() -> None:
    article = Article("https://example.org/", "1", (Paragraph((Run("\neins\nzwei", name="7"),)),))
    assert lines_of(article) == ((Run("eins", name="7"),), (Run("zwei"),))
