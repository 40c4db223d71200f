"""Says whether a regular expression takes time in proportion to the text, by what it is and not by a clock.

Python's `re` goes back and tries again, and a search does so from every place of the text. A pattern is at fault where
one of these holds, which together are how quadratic and worse come about:

* search: from its beginning a word leads into an unbounded repeat that reads this word too, and what follows may
  fail: `\\d+x` in a row of digits, `_cookie\\w*-` in `_cookie_cookie_cookie`;
* two repeats: the same from one unbounded repeat into another: `\\s*=?\\s*;`;
* nested repeats: the same from a repeat within a repeat into itself, by going around: `(?:a+)*b`;
* two ways around a repeat that read the same word: `(?:a|ab|b)*c`;
* a look ahead with an unbounded repeat, which reads on from every place.

regexploit finds the second to the fourth, but not the first, which is the usual one; it imports a module that Python
has deprecated, and knows no possessive repeats. A repeat of at most `BOUNDED` counts as bounded.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

BOUNDED = 300
ANCHORED = frozenset({"fullmatch", "match"})
# One character of each kind; what a pattern names by itself is added.
_EACH_KIND = "aZ5_ \t\n\u00e9\u0434\u4e2d\u0661\u00a0!~-./:<>\"'\\\x00\U0001f600"
_CATEGORIES = {
    c.CATEGORY_DIGIT: r"\d",
    c.CATEGORY_NOT_DIGIT: r"\D",
    c.CATEGORY_NOT_SPACE: r"\S",
    c.CATEGORY_NOT_WORD: r"\W",
    c.CATEGORY_SPACE: r"\s",
    c.CATEGORY_WORD: r"\w",
}
Items = list[tuple[Any, Any]]
Characters = frozenset[str]


@dataclass(slots=True)
class _Part:
    """A part of a pattern as an automaton whose places are the characters that it reads (Glushkov).

    `first` and `last` are the places where it may begin and end, `sure` those of the last behind which nothing can
    fail; `empty` says that it may read nothing, `certain` that it may do so anywhere, `at_end` at the end of the text.
    """

    first: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)
    sure: set[int] = field(default_factory=set)
    empty: bool = True
    certain: bool = True
    at_end: bool = True


@dataclass(frozen=True, slots=True)
class _Loop:
    """An unbounded repeat: its places, those where it ends, what it reads, and whether it gives nothing back."""

    places: frozenset[int]
    exits: frozenset[int]
    reads: Characters
    possessive: bool


def faults(pattern: re.Pattern[Any], methods: Iterable[str] = ("search",)) -> list[str]:
    """Return what keeps `pattern`, which is called by these methods, from taking time in proportion to the text."""
    return _Judge(pattern, set(methods)).faults


class _Judge:
    def __init__(self, pattern: re.Pattern[Any], methods: set[str]) -> None:
        self.faults: list[str] = []
        self._flags = pattern.flags
        parsed = list(_parser.parse(pattern.pattern, pattern.flags))
        self._is_bytes = isinstance(pattern.pattern, bytes)
        named = {*_EACH_KIND, *_named(parsed)}
        self._alphabet = frozenset(each for each in named if each < "\u0100" or not self._is_bytes)
        self._reads: list[Characters] = []
        self._next: list[set[int]] = []
        self._loops: list[_Loop] = []
        self._suspects: list[tuple[str, _Loop]] = []
        self._possessive = 0
        whole = self._sequence(parsed)
        self._sure = set() if "fullmatch" in methods else whole.sure
        if not methods <= ANCHORED:
            self._judge_search(whole, _looked_behind(parsed, self._characters))
        self._judge_pairs()
        self.faults += [f"{kind}: {_shown(loop.reads)}" for kind, loop in self._suspects if not self._is_sure(loop)]

    def _judge_search(self, whole: _Part, behind: Characters) -> None:
        """`behind` is what must not stand before a match: within a row of that no search begins anew."""
        for loop in self._loops:
            if not loop.reads <= behind and self._leads(whole.first, loop, loop):
                self._suspects.append(("search", loop))

    def _judge_pairs(self) -> None:
        for one in self._loops:
            for other in self._loops:
                begun = set().union(*(self._next[place] for place in one.exits))
                if not one.possessive and not one.places & other.places and self._leads(begun, other, one):
                    self._suspects.append(("two repeats", other))

    def _is_sure(self, loop: _Loop) -> bool:
        return loop.exits <= self._sure

    def _leads(self, begun: Iterable[int], to: _Loop, by: _Loop) -> bool:
        """Say whether a word leads from one of the places `begun` into `to` that can be read within `by` as well."""
        return any(place in to.places for place, _ in self._together(begun, by, to.reads))

    def _together(self, begun: Iterable[int], by: _Loop, reads: Characters) -> set[tuple[int, int]]:
        """Return the pairs of places that one word of `reads` leads to, from `begun` and within `by`."""

        def meeting(ones: Iterable[int], others: Iterable[int]) -> set[tuple[int, int]]:
            return {(one, other) for one in ones for other in others if self._reads[one] & self._reads[other] & reads}

        seen = meeting(begun, by.places)
        stack = list(seen)
        while stack:
            one, other = stack.pop()
            new = meeting(self._next[one], self._next[other] & by.places) - seen
            seen |= new
            stack += new
        return seen

    def _sequence(self, items: Items) -> _Part:
        whole = _Part()
        for op, value in items:
            whole = self._joined(whole, self._part(op, value))
        return whole

    def _joined(self, one: _Part, other: _Part) -> _Part:
        for place in one.last:
            self._next[place] |= other.first
        done = frozenset().union(*(self._reads[place] for place in other.first & other.sure))
        ended = {
            place
            for place in one.last
            if other.at_end and place in self._next[place] and self._alphabet - self._reads[place] <= done
        }
        return _Part(
            one.first | other.first if one.empty else one.first,
            one.last | other.last if other.empty else other.last,
            (one.sure if other.certain else ended) | other.sure,
            one.empty and other.empty,
            one.certain and other.certain,
            one.at_end and other.at_end,
        )

    def _part(self, op: Any, value: Any) -> _Part:
        match op:
            case c.LITERAL | c.NOT_LITERAL | c.IN | c.ANY:
                return self._place(self._characters(op, value))
            case c.SUBPATTERN:
                return self._sequence(list(value[3]))
            case c.ATOMIC_GROUP:
                return self._kept(list(value))
            case c.BRANCH:
                return self._branches([self._sequence(list(each)) for each in value[1]])
            case c.MAX_REPEAT | c.MIN_REPEAT:
                return self._repeat(*value)
            case c.POSSESSIVE_REPEAT:
                return self._kept([(c.MAX_REPEAT, value)])
            case c.AT:
                return self._at(value)
            case c.ASSERT | c.ASSERT_NOT:
                return self._looked(list(value[1]))
            case c.GROUPREF:
                return _Part(certain=False, at_end=False)
        raise NotImplementedError(op)

    def _kept(self, items: Items) -> _Part:
        """Return a part that gives back nothing of what it has read."""
        self._possessive += 1
        part = self._sequence(items)
        self._possessive -= 1
        return part

    def _at(self, where: Any) -> _Part:
        """Return a beginning as if it were read: only there, or behind the end of a line, can a search begin."""
        if where in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            is_line = where is c.AT_BEGINNING and self._flags & re.MULTILINE
            return self._place(frozenset("\n" if is_line else ""))
        return _Part(certain=False, at_end=where in (c.AT_END, c.AT_END_STRING))

    def _looked(self, items: Items) -> _Part:
        before = len(self._loops)
        self._sequence(items)
        self._suspects += [("a look ahead", loop) for loop in self._loops[before:]]
        del self._loops[before:]
        return _Part(certain=False, at_end=False)

    def _branches(self, parts: list[_Part]) -> _Part:
        return _Part(
            set().union(*(part.first for part in parts)),
            set().union(*(part.last for part in parts)),
            set().union(*(part.sure for part in parts)),
            any(part.empty for part in parts),
            any(part.certain for part in parts),
            any(part.at_end for part in parts),
        )

    def _repeat(self, least: int, most: int, items: Any) -> _Part:
        before, inner = len(self._reads), len(self._loops)
        part = self._sequence(list(items))
        if most > BOUNDED:
            self._go_around(part, before, inner)
        elif most > 1 and len(self._loops) > inner:  # the repeats in it may meet those of the next round
            part = self._joined(part, self._sequence(list(items)))
        if least == 0:
            part.empty = part.certain = part.at_end = True
        return part

    def _go_around(self, part: _Part, before: int, inner: int) -> None:
        """Note an unbounded repeat of `part`, which holds the places from `before` on and the loops from `inner` on."""
        possessive = self._possessive > 0
        for loop in self._loops[inner:]:
            way_out = self._together(loop.places, loop, loop.reads)
            is_out = any(place in part.last for place, _ in way_out)
            if is_out and not possessive and self._leads(part.first, loop, loop):
                self._suspects.append(("nested repeats", loop))
        for place in part.last:
            self._next[place] |= part.first
        places = frozenset(range(before, len(self._reads)))
        reads = frozenset().union(*(self._reads[place] for place in places))
        self._loops.append(_Loop(places, frozenset(part.last), reads, possessive))
        if not possessive and any(self._forks(place, places) for place in places):
            self._suspects.append(("two ways around", self._loops[-1]))

    def _forks(self, start: int, places: frozenset[int]) -> bool:
        """Say whether two different ways lead around from `start` that read the same word, by going both at once."""
        stack = [(start, start, False)]
        seen = set(stack)
        while stack:
            one, other, parted = stack.pop()
            for a in self._next[one] & places:
                for b in self._next[other] & places:
                    state = (a, b, parted or a != b)
                    if self._reads[a] & self._reads[b] and state not in seen:
                        seen.add(state)
                        stack.append(state)
        return (start, start, True) in seen

    def _place(self, reads: Characters) -> _Part:
        place = len(self._reads)
        self._reads.append(reads)
        self._next.append(set())
        return _Part({place}, {place}, {place}, empty=False, certain=False, at_end=False)

    def _characters(self, op: Any, value: Any) -> Characters:
        return frozenset(each for each in self._alphabet if self._has(op, value, each))

    def _has(self, op: Any, value: Any, character: str) -> bool:
        """Say whether a class of characters holds this one, in either case where case is ignored."""
        if op is c.NOT_LITERAL:
            return not self._has(c.LITERAL, value, character)
        if op is c.IN:
            is_negated = value[0][0] is c.NEGATE
            return is_negated != any(self._has(item, inner, character) for item, inner in value[is_negated:])
        cases = {character, character.lower(), character.upper()} if self._flags & re.IGNORECASE else {character}
        return any(self._is(op, value, each) for each in cases if len(each) == 1)

    def _is(self, op: Any, value: Any, character: str) -> bool:
        match op:
            case c.LITERAL:
                return bool(ord(character) == value)
            case c.RANGE:
                return bool(value[0] <= ord(character) <= value[1])
            case c.ANY:
                return character != "\n" or bool(self._flags & re.DOTALL)
            case c.CATEGORY:
                flags = re.ASCII if self._is_bytes or self._flags & re.ASCII else 0
                return re.match(_CATEGORIES[value], character, flags) is not None
        raise NotImplementedError(op)


def _looked_behind(items: Items, characters: Any) -> Characters:
    """Return the characters that must not stand before a match, where the pattern begins by saying so."""
    if items and items[0][0] is c.ASSERT_NOT and items[0][1][0] < 0 and len(items[0][1][1]) == 1:
        found: Characters = characters(*items[0][1][1][0])
        return found
    return frozenset()


def _named(items: Any) -> Iterator[str]:
    """Yield the characters that a pattern names, and those beside the ends of its ranges."""
    for item in items:
        op, value = item if isinstance(item, tuple) and len(item) == 2 else (None, item)
        if op in (c.LITERAL, c.NOT_LITERAL):
            yield from {chr(value), chr(value).lower()[0], chr(value).upper()[0]}
        elif op is c.RANGE:
            yield from map(chr, {value[0], value[1], min(value[1] + 1, 0x10FFFF)})
        elif isinstance(value, list | tuple | _parser.SubPattern):
            yield from _named(value)


def _shown(reads: Characters) -> str:
    return repr("".join(sorted(reads))[:20])
