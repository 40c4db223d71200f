"""Codecs for sets of single bytes that Python has none for, or none that can write ASCII: tables, made known to Python.

Sources: Apple's HEBREW.TXT and THAI.TXT at unicode.org; RFC 1456 for VISCII and TCVN 5712:1993 (VN1), whose capitals in
the place of controls would be controls to a browser, so that they are left out.
"""

import codecs
from collections.abc import Mapping

_NONE = "\ufffe"  # a byte that means nothing, as Python's charmap codecs have it
_THAI = "".join(map(chr, range(0x0E00, 0x0E60)))


def _upper_half_of(codec: str) -> str:
    """Return the upper half of a set of Python's, less what is ASCII: there it stands for another form of it."""
    found = (bytes([code]).decode(codec, "ignore") for code in range(0x80, 0x100))
    return "".join(each if each > "\x7f" else _NONE for each in found)


# From byte 128 on; the lower half is ASCII. Where a byte means several characters, it means nothing here. Sorted.
UPPER_HALVES: Mapping[str, str] = {
    "x_cp864": _upper_half_of("cp864"),
    "x_mac_arabic": _upper_half_of("mac_arabic"),
    "x_mac_hebrew": (
        f"Ä{_NONE}ÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü{_NONE * 6}₪{_NONE * 26}„{_NONE * 4}"
        "\u05bc\ufb4b\ufb35…\u00a0\u05b8\u05b7\u05b5\u05b6\u05b4–—“”‘’\ufb2a\ufb2b\u05bf\u05b0\u05b2\u05b1\u05bb\u05b9"
        f"{_NONE}\u05b3אבגדהוזחטיךכלםמןנסעףפץצקרשת{_NONE * 5}"
    ),
    "x_mac_thai": (
        f"«»…{_NONE * 10}“”{_NONE * 2}•{_NONE * 11}‘’{_NONE}\u00a0{_THAI[1:0x3B]}{_NONE * 2}–—฿{_THAI[0x40:0x4E]}™"
        f"{_THAI[0x4F:0x5A]}®©{_NONE * 4}"
    ),
    "x_tcvn": (
        "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
        "éẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
    ),
    "x_viscii": (
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
    ),
}
_ASCII = "".join(map(chr, range(0x80)))


def _codec_named(name: str) -> codecs.CodecInfo | None:
    """Return the codec of one of our sets by its name, as Python asks for those that it does not know."""
    if name not in UPPER_HALVES:
        return None
    characters = _ASCII + UPPER_HALVES[name]
    bytes_of = codecs.charmap_build(characters)
    return codecs.CodecInfo(
        lambda text, errors="strict": codecs.charmap_encode(text, errors, bytes_of),
        lambda raw, errors="strict": codecs.charmap_decode(raw, errors, characters),
        name=name,
    )


def register() -> None:
    """Make our sets known to Python, for `str.encode` and `bytes.decode`."""
    codecs.register(_codec_named)
