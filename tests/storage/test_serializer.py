import zlib
from dataclasses import dataclass
from random import Random

import pytest

from app.errors import CLASSES, Failure
from app.models import (
    Article,
    ArticleImage,
    Content,
    Download,
    Embed,
    Entry,
    Figure,
    Heading,
    ItemList,
    Listing,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    SourceImage,
    Table,
)
from app.storage.serializer import Codec, Damaged


@dataclass(frozen=True, slots=True)
class Box:
    value: Content | Failure
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class LargerBox:
    value: Content | Failure
    at: float = 0.0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    branches: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class Bag:
    content: dict[str, str]


CODEC = Codec(Box)
RUNS = (
    Run("Plain, "),
    Run("bold “and” 漢字", "b"),
    Run("linked", "", "http://example.org/"),
    Run("all", "bci", "http://e.org/"),
)
ARTICLE = Article(
    url="http://example.org/a",
    title="A day at the harbour",
    blocks=(
        Paragraph(RUNS),
        Heading(2, RUNS[:1]),
        Preformatted("one\n  two"),
        Rule(),
        Figure(1),
        Embed("video", "A boat", "http://example.org/v"),
        Quote((Paragraph(RUNS), Quote((Rule(),)))),
        ItemList(True, ((Paragraph(RUNS),), (ItemList(False, ((), (Rule(), Rule()))),)), (4, -3)),
        Table(((RUNS, ()), (RUNS[:1], RUNS[2:])), True, RUNS[:1]),
        Table(()),
        Paragraph(()),
    ),
    images=(ArticleImage("http://example.org/1.jpg"), ArticleImage("http://example.org/2.jpg", "A boat", "boat")),
    date="2026-05-01",
    words=1234,
)  # fmt: skip
VALUES = [
    ARTICLE,
    Article("http://example.org/", "", ()),
    Article("http://example.org/", "half of a pair: \ud800", (Paragraph((Run("x" * 5000),)),)),
    Listing("http://example.org/feed", "News", (Entry("One", "http://example.org/1", date="2026-05-01"),), "All of it"),
    SourceImage("http://example.org/1.png", bytes(range(256)) * 40),
    SourceImage("http://example.org/none.png", b""),
    Download("http://example.org/x.sit", "application/x-stuffit", "x.sit", Random(1).randbytes(5000)),
    Failure("OriginTimeout", "example.org did not answer within 12 seconds."),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_value_comes_back_as_it_was(value: Content | Failure) -> None:
    box = Box(value, 1.25)
    assert CODEC.decode(CODEC.encode(box)) == box


def test_an_article_nested_as_deep_as_extraction_allows_comes_back() -> None:
    block: Quote | Rule = Rule()
    for _ in range(60):
        block = Quote((block,))
    box = Box(Article("http://example.org/", "Deep", (block,)))
    assert CODEC.decode(CODEC.encode(box)) == box


def test_a_class_may_hold_values_of_its_own_kind() -> None:
    tree = Tree("a", (Tree("b", (Tree("c"),)), Tree("d")))
    codec = Codec(Tree)
    assert codec.decode(codec.encode(tree)) == tree


def test_a_body_is_stored_as_it_is_and_text_is_compressed() -> None:
    body = Random(2).randbytes(20_000)
    assert body in CODEC.encode(Box(SourceImage("http://example.org/", body)))
    assert len(CODEC.encode(Box(SourceImage("http://example.org/", body)))) < len(body) + 100
    text = Article("http://example.org/", "", (Paragraph((Run("the same words again " * 1000),)),))
    assert len(CODEC.encode(Box(text))) < 1000


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_changed_or_missing_byte_is_noticed(value: Content | Failure) -> None:
    data = CODEC.encode(Box(value))
    for place in {*range(0, len(data), 1 + len(data) // 200), len(data) - 1}:
        changed = bytearray(data)
        changed[place] ^= 0x10
        for damaged in (bytes(changed), data[:place]):
            with pytest.raises(Damaged):
                CODEC.decode(damaged)


def with_json(text: bytes, *, length: int | None = None, stored: bytes | None = None, rest: bytes = b"") -> bytes:
    stored = text if stored is None else stored
    length = len(text) if length is None else length
    data = length.to_bytes(4, "big") + len(stored).to_bytes(4, "big") + stored + rest
    return zlib.crc32(data).to_bytes(4, "big") + data


def test_the_bytes_are_put_together_as_documented() -> None:
    text = b'[["SourceImage","http://example.org/",3],1.5]'
    assert CODEC.decode(with_json(text, rest=b"abc")) == Box(SourceImage("http://example.org/", b"abc"), 1.5)


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{}", b"[]", b"null", b"[[]]", b'["x"]', b"[[5]]", b"[[[]]]", b'[["Failure"]]', b'[["Failure","a"]]',
        b'[["Failure","a","b","c"]]', b'[["Failure","a",7]]', b'[["Failure","a",null]]', b'[["Box","a","b"]]',
        b'[["Run","a"]]', b'[["Article","u","t",{}]]', b'[["Article","u","t",[["Figure",true]]]]',
        b'[["Article","u","t",[["Figure","1"]]]]', b'[["Article","u","t",[["Article","u","t",[]]]]]',
        b'[["Article","u","t",[["Rule",1]]]]', b'[["Article","u","t","text"]]', b'[["Failure","a","b"],"1"]',
        b'[["Failure","a","b"],true]', b'[["SourceImage","u",-1]]', b'[["SourceImage","u",1]]',
        b'[["SourceImage","u",true]]', b'[["SourceImage","u","x"]]', b"\xff", b"[" * 100_000,
    ],
)  # fmt: skip
def test_bytes_that_are_whole_but_mean_nothing_are_refused(text: bytes) -> None:
    with pytest.raises(Damaged):
        CODEC.decode(with_json(text))


def test_bytes_left_over_are_refused() -> None:
    text = b'[["Failure","a","b"]]'
    assert CODEC.decode(with_json(text)) == Box(Failure("a", "b"))
    with pytest.raises(Damaged):
        CODEC.decode(with_json(text, rest=b"more"))


def test_compressed_text_never_grows_beyond_what_it_says() -> None:
    text = b'[["Failure","a","' + b"b" * 1_000_000 + b'"]]'
    packed = zlib.compress(text)
    assert CODEC.decode(with_json(text, stored=packed)) == Box(Failure("a", "b" * 1_000_000))
    for length in (len(text) - 1, len(packed) + 1, len(text) + 1, 2**32 - 1):
        with pytest.raises(Damaged):
            CODEC.decode(with_json(text, stored=packed, length=length))


def test_the_shape_changes_with_the_fields_and_only_with_them() -> None:
    assert Codec(Box).shape == CODEC.shape
    assert Codec(LargerBox).shape != CODEC.shape


def test_every_kind_of_failure_comes_back_as_its_own_class() -> None:
    for name, kind in CLASSES.items():
        decoded = CODEC.decode(CODEC.encode(Box(Failure.of(kind("It did not work.")))))
        assert isinstance(decoded.value, Failure)
        assert type(decoded.value.error()).__name__ == name


def test_what_cannot_be_encoded_is_refused_at_the_start() -> None:
    with pytest.raises(TypeError, match="dict"):
        Codec(Bag)
