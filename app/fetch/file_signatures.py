"""By which bytes a file is known that is passed on untouched, whatever its server says of its type.

Formats of the machines that our readers have stand beside those of today. What is no file but a picture to us has
its bytes in `app/signatures.py`; files that travel as text are known in `encoded_text`.
"""

import re
from dataclasses import dataclass
from typing import Any

from app.sentences import Sentence


@dataclass(frozen=True, slots=True)
class FileFormat:
    """What a file is in the words of a reader, and the type by which browsers know what opens it, if there is one."""

    words: Sentence
    content_type: str = ""


_APPLE = FileFormat(Sentence("a Macintosh file"), "application/applefile")
_ARC = FileFormat(Sentence("an archive"))
_COMPRESSED = FileFormat(Sentence("a compressed file"))
_DISK = FileFormat(Sentence("a disk image"))
_MODULE = FileFormat(Sentence("a piece of music"), "audio/x-mod")
_PROGRAM = FileFormat(Sentence("a program"))
_PICTURE = FileFormat(Sentence("a picture"))
_SOUND = FileFormat(Sentence("a sound"))
_STUFFIT = FileFormat(Sentence("a StuffIt archive"), "application/x-stuffit")
_VIDEO = FileFormat(Sentence("a video"))

# What a file is, and which bytes stand where in it; the first that fits counts.
_FORMATS: tuple[tuple[Any, ...], ...] = (
    (FileFormat(Sentence("a PDF"), "application/pdf"), (0, b"%PDF-")),
    (FileFormat(Sentence("a PostScript document"), "application/postscript"), (0, b"%!PS")),
    (FileFormat(Sentence("a ZIP archive"), "application/zip"), (0, b"PK\x03\x04")),
    (FileFormat(Sentence("a compressed file"), "application/x-gzip"), (0, b"\x1f\x8b\x08")),
    (FileFormat(Sentence("a compressed file"), "application/x-compress"), (0, b"\x1f\x9d")),
    (_COMPRESSED, (0, b"BZh")),
    (_COMPRESSED, (0, b"\xfd7zXZ\x00")),
    (FileFormat(Sentence("a 7-Zip archive")), (0, b"7z\xbc\xaf\x27\x1c")),
    (FileFormat(Sentence("a RAR archive")), (0, b"Rar!\x1a\x07")),
    (_STUFFIT, (0, b"SIT!")),
    (_STUFFIT, (0, b"StuffIt (c)")),
    (FileFormat(Sentence("a Compact Pro archive"), "application/x-compactpro"), (0, b"PACT")),
    (FileFormat(Sentence("a CAB archive")), (0, b"MSCF")),
    (FileFormat(Sentence("an LHA archive"), "application/x-lha"), (2, b"-lh")),
    (_ARC, (0, b"\x60\xea")),
    (_ARC, (20, b"\xdc\xa7\xc4\xfd")),
    (FileFormat(Sentence("a TAR archive"), "application/x-tar"), (257, b"ustar")),
    (_ARC, (0, b"!<arch>\n")),
    (FileFormat(Sentence("a Windows program")), (0, b"MZ\x90\x00")),
    (_PROGRAM, (0, b"\x7fELF")),
    (_PROGRAM, (0, b"\xca\xfe\xba\xbe")),
    (_PROGRAM, (60, b"applCREA")),
    (FileFormat(Sentence("a document for Palm handhelds")), (60, b"TEXtREAd")),
    (FileFormat(Sentence("an electronic book")), (60, b"BOOKMOBI")),
    (FileFormat(Sentence("an Office document")), (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    (FileFormat(Sentence("an RTF document"), "application/rtf"), (0, b"{\\rtf")),
    (FileFormat(Sentence("a piece of music"), "audio/midi"), (0, b"MThd")),
    (FileFormat(Sentence("a PICT picture"), "image/x-pict"), (522, b"\x00\x11\x02\xff")),
    (FileFormat(Sentence("an Amiga picture"), "image/x-ilbm"), (8, b"ILBM"), (0, b"FORM")),
    (FileFormat(Sentence("a TIFF picture"), "image/tiff"), (0, b"II*\x00")),
    (FileFormat(Sentence("a TIFF picture"), "image/tiff"), (0, b"MM\x00*")),
    (FileFormat(Sentence("a Photoshop picture")), (0, b"8BPS\x00\x01")),
    (_SOUND, (0, b"ID3")),
    (_SOUND, (0, b"OggS")),
    (_SOUND, (0, b"fLaC")),
    (FileFormat(Sentence("a sound"), "audio/basic"), (0, b".snd\x00")),
    (FileFormat(Sentence("a sound"), "audio/x-pn-realaudio"), (0, b".ra\xfd")),
    (FileFormat(Sentence("a video"), "audio/x-pn-realaudio"), (0, b".RMF")),
    (FileFormat(Sentence("a sound"), "audio/x-wav"), (8, b"WAVEfmt ")),
    (FileFormat(Sentence("a sound"), "audio/x-aiff"), (8, b"AIFF"), (0, b"FORM")),
    (FileFormat(Sentence("a sound"), "audio/x-aiff"), (8, b"AIFC"), (0, b"FORM")),
    (_SOUND, (8, b"8SVX"), (0, b"FORM")),
    (_MODULE, (0, b"Extended Module: ")),
    (_MODULE, (0, b"IMPM")),
    (_MODULE, (44, b"SCRM")),
    (_MODULE, (1080, b"M.K.")),
    (_MODULE, (1080, b"M!K!")),
    (_MODULE, (1080, b"4CHN")),
    (_MODULE, (1080, b"6CHN")),
    (_MODULE, (1080, b"8CHN")),
    (_MODULE, (1080, b"FLT4")),
    (_MODULE, (0, b"PSID\x00")),
    (_SOUND, (4, b"ftypM4A")),
    (_PICTURE, (4, b"ftyphei")),
    (_PICTURE, (4, b"ftypmif1")),
    (_PICTURE, (4, b"ftypmsf1")),
    (_VIDEO, (4, b"ftyp")),
    (FileFormat(Sentence("a video"), "video/quicktime"), (4, b"moov")),
    (FileFormat(Sentence("a video"), "video/quicktime"), (4, b"mdat")),
    (FileFormat(Sentence("a video"), "video/x-msvideo"), (8, b"AVI LIST")),
    (_VIDEO, (0, b"\x1aE\xdf\xa3")),
    (_APPLE, (0, b"\x00\x05\x16\x00")),
    (_APPLE, (0, b"\x00\x05\x16\x07")),
    (_DISK, (0, b"DOS\x00")),
    (_DISK, (1024, b"BD"), (0, b"LK")),
    (_DISK, (1024, b"BD"), (0, b"\x00\x00")),
    (FileFormat(Sentence("an image of a CD")), (32769, b"CD001")),
)
# Those that may have no control character at their beginning; of all others, the bytes may begin a text as well.
_TEXTUAL = tuple(row for row in _FORMATS if row[1][1] in (b"%PDF-", b"%!PS", b"{\\rtf", b"ID3", b"!<arch>\n", b"BZh"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD_BYTES = 2048
_MACBINARY = FileFormat(Sentence("a Macintosh file"), "application/x-macbinary")
_MACBINARY_HEAD, _LONGEST_NAME = 128, 63
# What such a header has zero in all of its versions (MacBinary II, 1987), besides its first byte.
_ZEROS = (74, 82)


def file_format(body: bytes) -> FileFormat | None:
    """Return what kind of file `body` is by itself, or None where its bytes do not say."""
    rows = _FORMATS if _CONTROL.search(body[:_HEAD_BYTES]) else _TEXTUAL
    found = next((known for known, *bytes_at in rows if all(body.startswith(each, at) for at, each in bytes_at)), None)
    if found or not _is_macintosh(body):
        return found
    return _DISK if body[82:84] == b"\x01\x00" else _MACBINARY


def _is_macintosh(body: bytes) -> bool:
    """Say whether a file begins as MacBinary does, or a floppy disk of DiskCopy 4.2: with its own name."""
    if len(body) <= _MACBINARY_HEAD:
        return False
    if body[82:84] == b"\x01\x00" and 0 < body[0] <= _LONGEST_NAME:
        return _is_name(body[1 : 1 + body[0]])
    name = body[2 : 2 + body[1]]
    return body[0] == 0 < body[1] <= _LONGEST_NAME and not any(body[place] for place in _ZEROS) and _is_name(name)


def _is_name(name: bytes) -> bool:
    return all(each >= 0x20 and each != 0x7F for each in name)
