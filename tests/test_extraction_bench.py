"""The bench that judges extraction: what it calls text, how it counts, and that it never raises."""

import json
import zipfile
from pathlib import Path

import pytest

from bench.extraction import extract
from bench.extraction.corpora import SavedPage, fold_of, load
from bench.extraction.labels import labels_of, segment_labels
from bench.extraction.score import score, text_score
from tests.modern_site import LIGHTHOUSE, modern_page

URL = "http://gazette.example/2024/03/27/lighthouse"


def test_the_text_is_deck_and_blocks_without_captions() -> None:
    found = extract(modern_page(LIGHTHOUSE).encode(), URL)
    lines = found["text"].split("\n")
    assert lines[0] == LIGHTHOUSE.deck
    assert lines[1:] == [paragraph.removeprefix("## ") for paragraph in LIGHTHOUSE.paragraphs]
    assert LIGHTHOUSE.images[0][1] not in found["text"]
    assert found["title"] == LIGHTHOUSE.title
    assert found["authors"] == [LIGHTHOUSE.byline]
    assert len(found["images"]) == 2
    assert 0.8 < found["confidence"] <= 1


@pytest.mark.parametrize(
    "odd",
    [b"", b"\x00", b"<", b"\xff\xfe\x00", b"<html><frameset></html>", b"<p " + b"a " * 2000 + b">", b"<div>" * 5000],
)
@pytest.mark.parametrize("url", [URL, "", "nonsense", "http://[", "ftp://x.example/"])
def test_odd_input_gives_an_empty_text(odd: bytes, url: str) -> None:
    assert extract(odd, url)["text"] == ""


def test_pages_are_read_once_each_with_what_is_known_of_them(tmp_path: Path) -> None:
    page = {"corpus": "c", "id": "1", "url": "http://x.example/", "file": "html/1", "text": "one", "site": "x.example"}
    with zipfile.ZipFile(tmp_path / "c.dev.zip", "w") as archive:
        archive.writestr("pages.jsonl", f"{json.dumps(page)}\n{json.dumps(page)}\n")
        archive.writestr("html/1", b"<p>one</p>")
    assert [(found.text, found.html) for found in load(tmp_path, "c")] == [("one", b"<p>one</p>")]
    assert fold_of("x.example", 3, "s") == fold_of("x.example", 3, "s")


def test_runs_of_four_words_are_counted() -> None:
    true = "one two three four five six"
    assert text_score([(true, true)]).f1 == 1
    half = text_score([(true, "one two three four")])
    assert half.precision == 1
    assert half.recall == pytest.approx(1 / 3)
    assert text_score([(true, "")]).f1 == 0


def test_segments_are_counted_where_no_text_is_known() -> None:
    saved = SavedPage("c", "1", "", b"", must=("wanted",), must_not=("unwanted",))
    assert score([saved], ["what is wanted"]).f1 == 1
    assert score([saved], ["wanted and unwanted"]).precision == 0.5


def test_blocks_are_labelled_by_the_true_text() -> None:
    truth = "The first paragraph of the text.\nRead more\nThe second paragraph, and its end."
    menu = [f"Something else, number {number}" for number in range(5)]
    text = ["The first paragraph of the text.", "Read more", "The second paragraph, and its end."]
    texts = ["Read more", *menu, *text, "end"]
    assert [share > 0.6 for share in labels_of(texts, truth)] == [False] * 6 + [True] * 3 + [False]


def test_segments_label_the_blocks_that_hold_them() -> None:
    texts = ["words that are wanted here", "words that are not", "other words"]
    assert segment_labels(texts, ["that are wanted"], ["are not"]) == [1.0, 0.0, -1.0]
