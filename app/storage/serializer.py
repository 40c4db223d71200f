"""Values to bytes and back: JSON with zlib, raw bodies beside it; never pickle. No I/O.

What a class looks like is read from the annotations of its fields, once. In the JSON a value is a list of
its fields in order, less those at the end that have their default; where one of several classes may stand,
the name of the class comes first. A sentence for readers (`app.sentences`) is a list where a text may stand. A field
of bytes is its length, and the bytes themselves follow the JSON.

    4 bytes  CRC-32 of everything behind it
    4 bytes  length of the JSON
    4 bytes  length of the JSON as it is stored; shorter means compressed by zlib
    JSON, then the bodies one after the other
"""

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from io import BytesIO
from types import UnionType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from app.sentences import Sentence

T = TypeVar("T")

# To be raised when the same fields come to mean something else; `Codec.shape` sees to changes of the fields.
VERSION = 1

_HEAD = struct.Struct(">III")
_CHECKED_FROM = 4  # the CRC does not cover itself
# Instead of the usual 6: a quarter of its time, for a tenth more bytes.
_LEVEL = 1
# zlib makes text this short hardly any shorter.
_WORTH_COMPRESSING = 256
# What stands in JSON as itself, and the types that JSON may give back for it.
_PLAIN: dict[Any, tuple[type, ...]] = {bool: (bool,), float: (float, int), int: (int,)}


class Damaged(ValueError):
    """The bytes are not what `Codec.encode` made of such a value."""


@dataclass(frozen=True, slots=True)
class _Coder:
    """Both directions for one type; the bodies are collected in order, and read in the same order."""

    pack: Callable[[Any, list[bytes]], Any]
    unpack: Callable[[Any, BytesIO], Any]


class Codec(Generic[T]):
    """Encodes values of one frozen dataclass, built of others, of tuples, unions, bytes and what JSON knows."""

    def __init__(self, kind: type[T]) -> None:
        """Read the shape of `kind`. Raises `TypeError` where it holds what cannot be encoded."""
        self._classes: dict[str, _Coder] = {}
        self._shapes: list[str] = []
        self._coder = self._coder_of(kind)
        #: Eight characters that change with the fields of any class within, for the keys of a store.
        self.shape = f"{zlib.crc32(repr(sorted(self._shapes)).encode()):08x}"

    def encode(self, value: T) -> bytes:
        """Return `value` as bytes."""
        bodies: list[bytes] = []
        packed = self._coder.pack(value, bodies)
        # A lone half of a surrogate pair, which broken pages have, must come back as it was.
        text = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        stored = zlib.compress(text, _LEVEL) if len(text) > _WORTH_COMPRESSING else text
        if len(stored) >= len(text):
            stored = text
        rest = b"".join((_HEAD.pack(0, len(text), len(stored))[_CHECKED_FROM:], stored, *bodies))
        return zlib.crc32(rest).to_bytes(4, "big") + rest

    def decode(self, data: bytes) -> T:
        """Return the value that `data` stands for. Raises `Damaged`."""
        try:
            checksum, length, stored = _HEAD.unpack_from(data)
            if checksum != zlib.crc32(memoryview(data)[_CHECKED_FROM:]):
                raise Damaged("the checksum is wrong")
            end = _HEAD.size + stored
            text = _inflated(data[_HEAD.size : end], length)
            body = BytesIO(data[end:])
            value: T = self._coder.unpack(json.loads(text.decode("utf-8", "surrogatepass")), body)
        except (ValueError, TypeError, LookupError, RecursionError, struct.error, zlib.error) as error:
            raise Damaged(str(error)) from error
        if body.read(1):
            raise Damaged("there are bytes left over")
        return value

    def _coder_of(self, hint: Any) -> _Coder:
        """Return the coder of a type, as an annotation has it."""
        if hint is str:
            return _TEXT
        if hint in _PLAIN:
            return _plain(_PLAIN[hint], hint)
        if hint is bytes:
            return _BODY
        if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
            return _sequence(self._coder_of(get_args(hint)[0]))
        if isinstance(hint, UnionType):
            return self._one_of([self._class(each) for each in get_args(hint)])
        return self._just(self._class(hint))

    def _class(self, kind: Any) -> str:
        """See to it that the dataclass `kind` has its coder, and return its name."""
        if not is_dataclass(kind) or not isinstance(kind, type):
            raise TypeError(f"{kind} cannot be encoded")
        name = kind.__name__
        if name not in self._classes:
            self._classes[name] = _BODY  # holds the place until its fields, which may mention it, have theirs
            hints = get_type_hints(kind)
            self._shapes.append(f"{name}{[(field.name, str(hints[field.name])) for field in fields(kind)]}")
            self._classes[name] = _record(kind, [self._coder_of(hints[field.name]) for field in fields(kind)])
        return name

    def _just(self, name: str) -> _Coder:
        """Return the coder of one class, looked up late, since a class may hold values of its own kind."""

        def pack(value: Any, bodies: list[bytes]) -> Any:
            return self._classes[name].pack(value, bodies)

        def unpack(data: Any, body: BytesIO) -> Any:
            return self._classes[name].unpack(data, body)

        return _Coder(pack, unpack)

    def _one_of(self, names: list[str]) -> _Coder:
        """Return the coder of a union: a list with the name of the class in front."""
        known, allowed = self._classes, frozenset(names)

        def pack(value: Any, bodies: list[bytes]) -> Any:
            name = type(value).__name__
            return [name, *known[name].pack(value, bodies)]

        def unpack(data: Any, body: BytesIO) -> Any:
            if data[0] not in allowed:
                raise Damaged("there is a value of an unknown kind")
            return known[data[0]].unpack(data[1:], body)

        return _Coder(pack, unpack)


def _record(kind: type, coders: list[_Coder]) -> _Coder:
    """Return the coder of a dataclass: its fields in order, without defaults at the end."""
    columns = list(zip([field.name for field in fields(kind)], coders, strict=True))
    defaults = [field.default for field in fields(kind)]
    required = sum(default is MISSING for default in defaults)

    def pack(value: Any, bodies: list[bytes]) -> Any:
        values = [getattr(value, name) for name, _ in columns]
        while len(values) > required and values[-1] == defaults[len(values) - 1]:
            values.pop()
        return [coder.pack(each, bodies) for each, coder in zip(values, coders, strict=False)]

    def unpack(data: Any, body: BytesIO) -> Any:
        if type(data) is not list or not required <= len(data) <= len(coders):
            raise Damaged(f"there is no {kind.__name__} where one should be")
        return kind(*[coder.unpack(each, body) for each, coder in zip(data, coders, strict=False)])

    return _Coder(pack, unpack)


def _sequence(item: _Coder) -> _Coder:
    def unpack(data: Any, body: BytesIO) -> Any:
        if type(data) is not list:
            raise Damaged("there is no sequence where one should be")
        return tuple([item.unpack(each, body) for each in data])

    return _Coder(lambda value, bodies: [item.pack(each, bodies) for each in value], unpack)


def _plain(kinds: tuple[type, ...], wanted: Any) -> _Coder:
    def unpack(data: Any, _body: BytesIO) -> Any:
        if type(data) not in kinds:
            raise Damaged(f"there is no {wanted.__name__} where one should be")
        return wanted(data)

    return _Coder(lambda value, _bodies: value, unpack)


def _pack_text(value: str, _bodies: list[bytes]) -> Any:
    return value.packed() if isinstance(value, Sentence) else value


def _unpack_text(data: Any, _body: BytesIO) -> str:
    if type(data) is str:
        return data
    return Sentence.unpacked(data)


def _pack_body(value: bytes, bodies: list[bytes]) -> int:
    bodies.append(value)
    return len(value)


def _unpack_body(data: Any, body: BytesIO) -> bytes:
    read = body.read(data) if type(data) is int and data >= 0 else b""
    if len(read) != data:
        raise Damaged("there are bytes missing")
    return read


_BODY = _Coder(_pack_body, _unpack_body)
_TEXT = _Coder(_pack_text, _unpack_text)


def _inflated(stored: bytes, length: int) -> bytes:
    """Return the JSON, of exactly `length` bytes. Raises `Damaged` and `zlib.error`."""
    inflater = zlib.decompressobj()
    text = inflater.decompress(stored, length + 1) if len(stored) < length else stored
    if len(text) != length or inflater.unconsumed_tail or inflater.unused_data:
        raise Damaged("the length is wrong")
    return text
