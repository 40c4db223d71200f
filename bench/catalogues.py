"""The catalogues of the interface: `python -m bench.catalogues` brings them up to date, and prints what is missing.

All sentences are extracted out of `app` and `templates` (Babel), and each catalogue gets what is new, without
translation, and loses what is no longer said. With codes of languages (`python -m bench.catalogues fr zh_Hant`) a
catalogue is begun for each that has none. `docs/translating.md` says how sentences are written.
"""

import io
import sys
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.render.language import ENGLISH_CODE, is_complete, languages, path_of
from bench.widths import WIDEST

ROOT = Path(__file__).parent.parent
KEYWORDS = {"Sentence": None, "_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}
TEMPLATES = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
# Without the dates that gettext's own tools write, which would differ between any two branches.
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: 68k.news\\n"
"Language: {code}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
# What the sentences before a catalogue are about: comments that begin with this go along with the next sentence.
TAG = "translators:"


def extracted() -> Catalog:
    """Return all sentences that pages may say, without translations, each with the files that say it."""
    catalogue = Catalog(project="68k.news", charset="utf-8")
    for folder, mapping in (("app", [("**.py", "python")]), ("templates", [("**.html", "jinja2")])):
        found = extract_from_dir(
            str(ROOT / folder), mapping, {"**.html": TEMPLATES}, KEYWORDS, comment_tags=(TAG,), strip_comment_tags=True
        )
        for name, _line, message, comments, context in found:
            first = message if isinstance(message, str) else message[0]
            told = [*comments, *([f"max: {WIDEST[first]}"] if first in WIDEST else [])]
            # Without numbers of lines, which would change with every line of code.
            catalogue.add(message, None, [(f"{folder}/{name}", 0)], auto_comments=told, context=context)
    return catalogue


def read(code: str) -> Catalog:
    """Return the catalogue of a language, an empty one where there is none."""
    path = path_of(code)
    if not path.exists():
        return Catalog(locale=code, project="68k.news", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def write(code: str, catalogue: Catalog) -> None:
    """Write the catalogue of a language."""
    path = path_of(code)
    path.parent.mkdir(parents=True, exist_ok=True)
    body = io.BytesIO()
    write_po(body, catalogue, width=120, sort_output=True, ignore_obsolete=True, omit_header=True)
    header = HEADER.format(code=code, plural=catalogue.plural_forms)
    path.write_bytes(header.encode() + b"\n" + body.getvalue().lstrip(b"\n"))


def missing(catalogue: Catalog) -> list[str]:
    """Return the sentences that have no translation, or only some of their plural forms."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and not is_complete(message)
    ]


def main(codes: list[str]) -> int:
    """Bring the catalogues up to date, begin those of `codes`, and print what is missing."""
    template = extracted()
    print(f"{len(template)} sentences")
    lacking = 0
    for code in sorted({*languages(), *codes} - {ENGLISH_CODE}):
        catalogue = read(code)
        catalogue.update(template, no_fuzzy_matching=True)
        write(code, catalogue)
        left = missing(catalogue)
        lacking += len(left)
        print(f"{code} ({Locale.parse(code).get_display_name('en')}): {len(left)} missing")
        for each in left:
            print(f"    {each}")
    return min(lacking, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
