"""How much of what a broken deflate stream gives is to be trusted (RFC 1951).

Behind a break an inflater goes on with whatever bytes follow. They hardly ever are an error to it, and come out as
letters and pieces of words. But encoders make each copy as long as it can be, so that the byte behind a copy is never
the one which would have made it longer; behind a break it is that by chance, once in some sixteen copies. Seen so of
zlib at levels 1 to 9, libdeflate up to 9 and ISA-L; zopfli and others that weigh every way to write a page are not so,
and little of a page of theirs that breaks off is believed.
"""

from collections.abc import Sequence
from contextlib import suppress

# What Python decodes of a stream takes a second for 1.4 MB; more than this is not looked at.
MOST_BYTES = 300_000
# So many copies before the first that is too short, or before an error, may come from behind the break: with all of
# them left out, nothing of that is left in nine of ten. Of a short page, no more than this part is given up for it.
MARGIN_COPIES, MARGIN_PART = 40, 1 / 4

LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227)
LENGTH_BITS = (0,) * 8 + (1,) * 4 + (2,) * 4 + (3,) * 4 + (4,) * 4 + (5,) * 4
LONGEST = 258
DISTANCES = (1, 2, 3, 4, *(base + 1 for bits in range(1, 14) for base in (2 << bits, 3 << bits)))
DISTANCE_BITS = (0, 0, 0, 0, *(bits for bits in range(1, 14) for _ in range(2)))
END = 256
# The order in which a block tells the lengths of the codes for lengths of codes.
ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
FIXED = ((8,) * 144 + (9,) * 112 + (7,) * 24 + (8,) * 8, (5,) * 30)

# Of each pattern of bits the length of the code that it begins with, 0 for none, and what that stands for.
_Codes = list[tuple[int, int]]


class _OverError(Exception):
    """The data are used up before their stream has ended."""


class _NonsenseError(Exception):
    """The data cannot be a stream from here on."""


def sound_length(data: bytes, most: int) -> int:
    """Return how many of the first `most` bytes that the bare stream `data` inflates to are to be trusted."""
    if len(data) > MOST_BYTES:
        return most
    stream = _Stream(data, most)
    with suppress(_OverError):
        stream.run()
    return min(stream.trusted, most) if stream.is_doubtful else most


class _Stream:
    """A stream that is inflated until it `is_doubtful`: until a copy could have been longer, or there is an error."""

    def __init__(self, data: bytes, most: int) -> None:
        self.is_doubtful = False
        self._copies: list[int] = []  # where each begins
        self._out = bytearray()
        self._most = most
        self._data = data
        self._at = 0
        self._bits = 0
        self._count = 0

    @property
    def trusted(self) -> int:
        """How many bytes before the doubt are to be trusted."""
        margin = self._copies[-MARGIN_COPIES:][0] if len(self._copies) >= MARGIN_COPIES else 0
        return max(margin, int(len(self._out) * (1 - MARGIN_PART)))

    def run(self) -> None:
        """Inflate block by block. Raises `_OverError`."""
        try:
            while not self._is_over() and not self._block():
                continue
        except _NonsenseError:
            self.is_doubtful = True

    def _is_over(self) -> bool:
        return self.is_doubtful or len(self._out) > self._most  # an error may come behind the last byte

    def _block(self) -> bool:
        """Inflate a block, and say whether it was the last."""
        is_last, kind = self._take(1), self._take(2)
        if kind == 0:
            self._stored()
        elif kind == 1:
            self._coded(*map(_codes, FIXED))
        elif kind == 2:
            self._coded(*self._told())
        else:
            raise _NonsenseError
        return bool(is_last)

    def _stored(self) -> None:
        """Copy a block that is not compressed."""
        self._take(self._count % 8)
        length = self._take(16)
        if length ^ self._take(16) != 0xFFFF:
            raise _NonsenseError
        self._out += bytes(self._take(8) for _ in range(length))

    def _told(self) -> tuple[_Codes, _Codes]:
        """Return the codes that a block begins with, for letters and lengths, and for distances."""
        letters, distances, count = self._take(5) + 257, self._take(5) + 1, self._take(4) + 4
        told = [0] * len(ORDER)
        for place in ORDER[:count]:
            told[place] = self._take(3)
        codes, lengths = _codes(told), list[int]()
        while len(lengths) < letters + distances:
            self._next_lengths(codes, lengths)
        return _codes(lengths[:letters]), _codes(lengths[letters : letters + distances])

    def _next_lengths(self, codes: _Codes, lengths: list[int]) -> None:
        symbol = self._symbol(codes)
        if symbol < 16:
            lengths.append(symbol)
        elif symbol == 16 and lengths:
            lengths += lengths[-1:] * (3 + self._take(2))
        elif symbol == 17:
            lengths += [0] * (3 + self._take(3))
        elif symbol == 18:
            lengths += [0] * (11 + self._take(7))
        else:
            raise _NonsenseError

    def _coded(self, letters: _Codes, distances: _Codes) -> None:
        """Inflate a block of letters and copies, as far as there is no doubt.

        Where a block begins, an encoder may have been made to write at once what it had.
        """
        out, before = self._out, 0  # the distance of the copy that has just ended
        while not self._is_over():
            symbol = self._symbol(letters)
            if symbol == END:
                return
            if symbol < END:
                doubtful, found, distance = before and out[-before] == symbol, bytes((symbol,)), 0
            else:
                length, distance = self._copy(symbol - END - 1, distances)
                doubtful, found = before and out[-before] == out[-distance], _copied(out, length, distance)
            if doubtful:
                self.is_doubtful = True
                return
            if distance:
                self._copies.append(len(out))
            out += found
            before = distance if len(found) < LONGEST else 0

    def _copy(self, place: int, distances: _Codes) -> tuple[int, int]:
        """Return the length and the distance of a copy, whose length has the code number `place`."""
        if place == len(LENGTHS):
            length = LONGEST
        elif place < len(LENGTHS):
            length = LENGTHS[place] + self._take(LENGTH_BITS[place])
        else:
            raise _NonsenseError
        place = self._symbol(distances)
        if place >= len(DISTANCES):
            raise _NonsenseError
        distance = DISTANCES[place] + self._take(DISTANCE_BITS[place])
        if distance > len(self._out):
            raise _NonsenseError
        return length, distance

    def _take(self, count: int) -> int:
        """Return the next `count` bits as a number."""
        self._fill(count)
        if self._count < count:
            raise _OverError
        taken = self._bits & ((1 << count) - 1)
        self._bits >>= count
        self._count -= count
        return taken

    def _symbol(self, codes: _Codes) -> int:
        self._fill(len(codes).bit_length() - 1)
        length, symbol = codes[self._bits & (len(codes) - 1)]
        if length > self._count:
            raise _OverError
        if not length:
            raise _NonsenseError
        self._bits >>= length
        self._count -= length
        return symbol

    def _fill(self, count: int) -> None:
        while self._count < count and self._at < len(self._data):
            self._bits |= self._data[self._at] << self._count
            self._at += 1
            self._count += 8


def _codes(lengths: Sequence[int]) -> _Codes:
    """Return the codes of the given lengths (RFC 1951, section 3.2.2). Raises `_NonsenseError` where there are none."""
    longest = max(lengths)
    if longest == 0:
        raise _NonsenseError
    codes, code = [(0, 0)] * (1 << longest), 0
    for length in range(1, longest + 1):
        for symbol, each in enumerate(lengths):
            if each == length:
                if code >> length:
                    raise _NonsenseError
                mirrored = int(f"{code:0{length}b}"[::-1], 2)
                for place in range(mirrored, len(codes), 1 << length):
                    codes[place] = (length, symbol)
                code += 1
        code <<= 1
    return codes


def _copied(out: bytearray, length: int, distance: int) -> bytes:
    """Return what a copy adds; one that is longer than its distance repeats itself."""
    start = len(out) - distance
    source = bytes(out[start : start + length])
    return (source * (length // distance + 1))[:length]
