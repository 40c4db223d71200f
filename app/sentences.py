"""Sentences for a reader that can be said in any language of the interface. No I/O.

A sentence is raised, kept and sent from one process to another where nobody knows yet who will read it. So it is made
of what gettext looks up, and of what is filled in; as a text it is that in English. `app.render.language` says it in
other languages.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

#: What may be filled in: texts and names, numbers, days, and other sentences (which are texts).
Param = str | int | float | date

_MONTHS = "January February March April May June July August September October November December".split()


class Sentence(str):
    """A sentence in English that knows its `msgid`, with `plural` where it depends on a number, and its `params`.

    `Sentence("%(host)s has no such page.", host=host)` is filled in; a constant is filled in later, by `of`. In
    `params` the number on which the plural depends is `num`.
    """

    __slots__ = ("msgid", "params", "plural_id")

    msgid: str
    plural_id: str
    params: Mapping[str, Param]

    def __new__(cls, msgid: str, /, **params: Param) -> Self:
        """Return the sentence that `msgid` is with `params` filled in."""
        return cls._made(msgid, "", params)

    @classmethod
    def plural(cls, msgid: str, plural_id: str, /, num: int, **params: Param) -> Self:
        """Return the sentence of one thing or that of several, by `num`."""
        return cls._made(msgid, plural_id, {"num": num, **params})

    @classmethod
    def joined(cls, *sentences: str) -> str:
        """Return sentences as one, without those that are empty; nothing where all are."""
        said = [each for each in sentences if each]
        if len(said) < 2:
            return said[0] if said else ""
        names = [f"part{place}" for place in range(len(said))]
        return cls._made(" ".join(f"%({name})s" for name in names), "", dict(zip(names, said, strict=True)))

    @classmethod
    def filled(cls, pattern: str, /, **parts: Param) -> Self:
        """Return sentences and other texts in a pattern without words of its own: `%(title)s (%(when)s)`."""
        return cls._made(pattern, "", parts)

    @classmethod
    def of_day(cls, day: date) -> Self:
        """Return a day as its own sentence: `27 March 2024`."""
        return cls._made("%(day)s", "", {"day": day})

    @classmethod
    def _made(cls, msgid: str, plural_id: str, params: Mapping[str, Param]) -> Self:
        chosen = plural_id if plural_id and params["num"] != 1 else msgid
        said = chosen % {name: in_english(value) for name, value in params.items()} if params else chosen
        sentence = super().__new__(cls, said)
        sentence.msgid, sentence.plural_id, sentence.params = msgid, plural_id, params
        return sentence

    def of(self, **params: Param) -> Self:
        """Return this constant with `params` filled in."""
        return self._made(self.msgid, self.plural_id, {**self.params, **params})

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made anew in another process."""
        return Sentence._made, (self.msgid, self.plural_id, dict(self.params))

    def packed(self) -> list[Any]:
        """Return it as lists, objects and plain values, as JSON has them."""
        return [self.msgid, self.plural_id, {name: _packed(value) for name, value in self.params.items()}]

    @classmethod
    def unpacked(cls, data: Any) -> Self:
        """Return the sentence that was `packed`.

        Raises `ValueError`, `TypeError` or `LookupError` where `data` is none.
        """
        msgid, plural_id, params = data
        if type(msgid) is not str or type(plural_id) is not str or type(params) is not dict:
            raise TypeError("there is no sentence where one should be")
        return cls._made(msgid, plural_id, {name: _unpacked(value) for name, value in params.items()})


def in_english(value: Param) -> str:
    """Return what is filled in as English has it; a number that is not whole with one digit behind its point."""
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def _packed(value: Param) -> Any:
    if isinstance(value, Sentence):
        return value.packed()
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _unpacked(data: Any) -> Param:
    if type(data) is list:
        return Sentence.unpacked(data)
    if type(data) is dict:
        return date.fromisoformat(data["day"])
    if not isinstance(data, str | int | float):
        raise TypeError("there is no value where one should be")
    return data
