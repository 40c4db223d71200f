"""What a terminal shows: its size, its characters, and how its screen is cleared and a line is emphasised."""

from dataclasses import dataclass, replace

from app.render.charsets.charsets import CHARSETS, Charset

# What PETSCII has for characters of ASCII that it lacks; a pound sign stands where ASCII has a backslash.
_REPLACED = str.maketrans({"\\": "/", "_": "\xa4", "`": "'", "{": "(", "|": "!", "}": ")", "~": "-"})

# Of a window: lines of more columns are hard to read, and fewer hold no headline.
NARROWEST, WIDEST, LOWEST, HIGHEST = 32, 80, 16, 100


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal of so many columns and rows; one of a C64 has its own character set (PETSCII, in lower case mode)."""

    columns: int = 80
    rows: int = 24
    charset: Charset = CHARSETS["ascii"]
    is_petscii: bool = False

    def fitted(self, columns: int, rows: int) -> "Terminal":
        """Return a terminal with a window of this size, as far as that is known (not 0) and can be used."""
        return replace(
            self,
            columns=max(NARROWEST, min(columns, WIDEST)) if columns else self.columns,
            rows=max(LOWEST, min(rows, HIGHEST)) if rows else self.rows,
        )

    def text(self, text: str) -> bytes:
        """Return lines of text as they are sent."""
        spelled = self.charset.transliterate(text)
        if not self.is_petscii:
            return self.charset.encode_text(spelled).replace(b"\n", b"\r\n")
        return "".join(map(_petscii, spelled.translate(_REPLACED))).encode("latin-1", "replace")

    def title(self, text: str) -> bytes:
        """Return a line that stands out, with its end."""
        if self.is_petscii:
            return b"\x12" + self.text(text) + b"\x92\r"
        return self.text(text) + b"\r\n" + b"=" * min(len(text), self.columns - 1) + b"\r\n"

    @property
    def cleared(self) -> bytes:
        """What clears the screen of a C64; on paper and in a window, an empty line divides."""
        return b"\x93" if self.is_petscii else b"\r\n"

    @property
    def rubbed_out(self) -> bytes:
        """What takes the last character back."""
        return b"\x14" if self.is_petscii else b"\b \b"


def _petscii(character: str) -> str:
    """Return a character as the C64 has it: small letters where ASCII has capitals, and those above 192."""
    if character == "\n":
        return "\r"
    if "a" <= character <= "z":
        return chr(ord(character) - 0x20)
    if "A" <= character <= "Z":
        return chr(ord(character) + 0x80)
    return character


C64 = Terminal(40, 25, is_petscii=True)
