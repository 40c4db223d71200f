"""What names mean in reStructuredText, which are called before they are told: where they lead, and pictures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from app.adapters.restructured_inline import inline, name_of

LINE_OF_MARKS = re.compile(r"([!-/:-@\[-`{-~])\1{2,}")
FIELD = re.compile(r":(?P<name>[^:`\s][^:`]{0,60}):(?P<value>.*)")
DIRECTIVE = re.compile(r"\.\. (?:\|(?P<drawn>[^|]{1,100})\| )?(?P<name>[\w:-]{1,40}) ?::(?P<value> .*|)")
TARGET = re.compile(r" *(?:\.\. _(?P<name>`[^`]{1,200}`|[^:`]{1,200}):|__)(?P<url> .*|)")


@dataclass(slots=True)
class Document:
    """What is known of a whole text: where its names lead, its pictures by name, and its kinds of titles in order."""

    links: dict[str, str] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)

    def level(self, kind: str) -> int:
        """Return the level of a kind of title, from 1 to 6: as many as there were others before it."""
        if kind not in self.titles:
            self.titles.append(kind)
        return min(self.titles.index(kind) + 1, 6)

    def inline(self, lines: Sequence[str]) -> str:
        """Return lines of text as markup."""
        return inline("\n".join(each.strip() for each in lines), self.links, self.drawn)


def find_names(lines: Sequence[str], document: Document) -> None:
    """Note where names lead, and the pictures that have one: both may stand behind what calls them."""
    for place, each in enumerate(lines):
        if (target := TARGET.fullmatch(each)) and target["name"]:
            following = lines[place + 1].strip() if place + 1 < len(lines) and lines[place + 1].startswith(" ") else ""
            name = name_of(target["name"])
            document.links[name] = (target["url"] or following).strip() or f"#{name.replace(' ', '-')}"
        if each and place and is_under(each, lines[place - 1]):
            title = name_of(lines[place - 1])
            document.links.setdefault(title, f"#{title.replace(' ', '-')}")
        drawn = DIRECTIVE.fullmatch(each)
        if drawn and drawn["drawn"]:
            name, body = name_of(drawn["drawn"]), indented(lines, place + 1)
            is_picture, value = drawn["name"] == "image", drawn["value"].strip()
            document.drawn[name] = picture(value, options_of(body)) if is_picture else escape(value)


def is_under(marks: str, title: str) -> bool:
    """Say whether a line of marks makes a title of the one above it."""
    return (
        LINE_OF_MARKS.fullmatch(marks) is not None
        and len(marks) >= min(len(title), 4)
        and not (LINE_OF_MARKS.fullmatch(title))
    )


def picture(address: str, options: Mapping[str, str]) -> str:
    """Return a picture as markup, a link where it leads elsewhere."""
    size = "".join(f' {side}="{escape(options[side])}"' for side in ("width", "height") if side in options)
    shown = f'<img src="{escape(address.strip())}" alt="{escape(options.get("alt", ""))}"{size}>'
    target = options.get("target", "")
    return f'<a href="{escape(target)}">{shown}</a>' if target else shown


def options_of(body: Sequence[str]) -> dict[str, str]:
    """Return what the first lines below a directive say of it."""
    found = (FIELD.fullmatch(each.strip()) for each in body[: len(body) - len(behind_options(body))])
    return {each["name"]: each["value"].strip() for each in found if each}


def behind_options(body: Sequence[str]) -> Sequence[str]:
    """Return what stands below a directive and says nothing of it."""
    place = 0
    while place < len(body) and FIELD.fullmatch(body[place].strip()):
        place += 1
    return body[place:]


def indented(lines: Sequence[str], place: int) -> Sequence[str]:
    """Return the lines from a place on that are indented, and the empty ones between them."""
    end = place
    while end < len(lines) and (not lines[end] or lines[end].startswith(" ")):
        end += 1
    return lines[place:end]


def dedented(lines: Sequence[str]) -> list[str]:
    """Return lines without the indent that they have in common."""
    indent = min((len(each) - len(each.lstrip()) for each in lines if each), default=0)
    return [each[indent:] for each in lines]
