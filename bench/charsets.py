"""How often is an undeclared charset guessed right? `python -m bench.charsets`, with `--corpus FOLDER` too.

Each text of each language (`charsets.tsv`) is encoded in each legacy charset that pages in it came in, put between the
tags of a small page without any label, and decoded; it is right where the text is the same. `headline` is the first
sentence alone, `paragraph` all of them. Saved pages are UTF-8: what is known of their text is encoded as pages of their
language were. Detectors that are not installed (`requirements-bench.txt`) are left out.
"""

import argparse
import importlib
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.fetch.charset_guess import guess, telling_part
from app.fetch.charset_labels import CODECS
from bench.extraction.corpora import SavedPage, corpora_in, load

TEXTS = Path(__file__).with_suffix(".tsv")
# The end of a first sentence; a space in Thai.
_END_OF_SENTENCE = re.compile(r"(?<=[.。]) ?|(?<=นี้) ")
MENU = "".join(f'<li class="entry"><a href="/section/{number}">Menu {number}</a></li>' for number in range(30))
Detector = Callable[[bytes], str]


class Sample(NamedTuple):
    """A page without a label, the text that it holds, and what it is an example of."""

    family: str
    length: str
    name: str
    body: bytes
    text: str


def main() -> None:
    """Print a table for each length of text, and what each detector costs."""
    parser = argparse.ArgumentParser(prog="bench.charsets", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="saved pages with known text")
    parser.add_argument("--show", action="store_true", help="list what our own guess gets wrong")
    asked = parser.parse_args()
    samples = list(own_samples())
    if asked.corpus:
        samples += saved_samples(asked.corpus)
    for length in dict.fromkeys(sample.length for sample in samples):
        report(length, [sample for sample in samples if sample.length == length], asked.show)


class Text(NamedTuple):
    """A text, its language, and the charsets that pages in it came in; a family of languages shares them."""

    family: str
    language: str
    charsets: tuple[str, ...]
    text: str


def texts() -> Iterator[Text]:
    """Yield our own texts."""
    for row in TEXTS.read_text(encoding="utf-8").splitlines()[1:]:
        family, language, charsets, text = row.split("\t")
        yield Text(family, language, tuple(charsets.split()), text)


def own_samples() -> Iterator[Sample]:
    """Yield the first sentence and the whole of each text in each of its charsets that has all letters."""
    for family, language, charsets, text in texts():
        first = _END_OF_SENTENCE.split(text, maxsplit=1)[0]
        for charset in charsets:
            for length, said in (("headline", first), ("paragraph", text)):
                yield from sample_of(family, length, f"{language} {charset}", said, charset)


def sample_of(family: str, length: str, name: str, text: str, charset: str) -> Iterator[Sample]:
    """Yield the page for a text, or nothing where the charset lacks a letter or the text is plain ASCII in it."""
    page = f"<html><head><title>x</title></head><body><ul>{MENU}</ul><p>{text}</p></body></html>"
    try:
        body = page.encode(CODECS.get(charset, charset))
    except UnicodeEncodeError:
        return
    if not body.isascii() or b"\x1b" in body:
        yield Sample(family, length, name, body, text)


def saved_samples(folder: Path) -> Iterator[Sample]:
    """Yield the known texts of saved pages, encoded as pages of their language were."""
    known = {text.language: text for text in texts()}
    for corpus in corpora_in(folder):
        for page in load(folder, corpus):
            language = known.get(language_of(page))
            text = re.sub(r"[<>&]", " ", page.text or "")
            if language is None:
                continue
            for charset in language.charsets[:2]:
                yield from sample_of(language.family, "saved", f"{page.corpus}/{page.id} {charset}", text, charset)


def language_of(page: SavedPage) -> str:
    """Return the language that a page declares, in two letters, or an empty string."""
    found = re.search(rb"<html[^>]{0,500}?\slang=[\"']?([A-Za-z]{2})", page.html[:20000])
    return found[1].decode().lower() if found else ""


def detectors() -> dict[str, Detector]:
    """Return our own guess, and each library that is installed, by name; a library sees the sample that ours takes."""
    found: dict[str, Detector] = {"ours": guess}
    for name, detect in (
        ("chardet", _chardet),
        ("chardetng", _chardetng),
        ("cchardet", _cchardet),
        ("normalizer", _normalizer),
    ):
        try:
            detect(b"caf\xe9")
        except ImportError:
            continue
        found[name] = detect
    return found


def _chardet(body: bytes) -> str:
    return str(importlib.import_module("chardet").detect(telling_part(body))["encoding"])


def _chardetng(body: bytes) -> str:
    return str(importlib.import_module("chardetng_py").detect(telling_part(body)))


def _cchardet(body: bytes) -> str:
    return str(importlib.import_module("cchardet").detect(telling_part(body))["encoding"])


def _normalizer(body: bytes) -> str:
    return str(importlib.import_module("charset_normalizer").detect(telling_part(body))["encoding"])


def report(length: str, samples: Sequence[Sample], show: bool) -> None:
    """Print how many of the samples each detector is right about, by family, and the time of one guess."""
    print(f"\n{length}: right of {len(samples)}")
    rows: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    times: dict[str, list[float]] = defaultdict(list)
    for name, detect in detectors().items():
        for sample in samples:
            start = time.perf_counter()
            is_right = is_right_about(sample, detect)
            times[name].append(1000 * (time.perf_counter() - start))
            rows[sample.family][name].append(is_right)
            rows["all"][name].append(is_right)
            if show and name == "ours" and not is_right:
                print("  wrong:", sample.name, guess(sample.body))
    print(f"{'':28}" + "".join(f"{name:>12}" for name in times))
    for family, row in rows.items():
        print(f"{family:28}" + "".join(f"{sum(right):8}/{len(right):3}" for right in row.values()))
    for name, quantile in (("ms, median", statistics.median), ("ms, most", max)):
        print(f"{name:28}" + "".join(f"{quantile(each):12.2f}" for each in times.values()))


def is_right_about(sample: Sample, detect: Detector) -> bool:
    """Say whether the text is read as it was written by the charset that a detector names."""
    try:
        return sample.text in sample.body.decode(detect(sample.body), "replace")
    except LookupError:
        return False


if __name__ == "__main__":
    main()
