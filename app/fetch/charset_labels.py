"""The labels of charsets, in headers and in pages, and the codecs of Python that they mean. No I/O.

Labels mean what the WHATWG Encoding standard says they mean (https://encoding.spec.whatwg.org/#names-and-labels).
"""

import re

import webencodings

from app.text.single_bytes import register

register()
UTF_8, FALLBACK = "utf-8", "cp1252"
# Where a page may say what its charset is: browsers read on where a script stands first.
DECLARING_BYTES = 16 * 1024

# The encodings of the WHATWG's table, and the codecs of Python that know all of their characters; sorted.
# UTF-8 and UTF-16 are not here, since the bytes say it better; nor are HZ, x-user-defined and "replacement".
CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-10": "iso8859_10",
    "iso-8859-13": "iso8859_13",
    "iso-8859-14": "iso8859_14",
    "iso-8859-15": "iso8859_15",
    "iso-8859-16": "iso8859_16",
    "iso-8859-2": "iso8859_2",
    "iso-8859-3": "iso8859_3",
    "iso-8859-4": "iso8859_4",
    "iso-8859-5": "iso8859_5",
    "iso-8859-6": "iso8859_6",
    "iso-8859-7": "iso8859_7",
    "iso-8859-8": "iso8859_8",
    "iso-8859-8-i": "iso8859_8",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": FALLBACK,
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
# What the WHATWG's table does not have or refuses: sets of DOS and of the Macintosh, slips in names, and sets of seven
# bits, which nothing of ours reads as markup before they are decoded. Sorted.
FURTHER_LABELS = {
    "cp1125": "cp1125",
    "cp437": "cp437",
    "cp720": "cp720",
    "cp737": "cp737",
    "cp775": "cp775",
    "cp850": "cp850",
    "cp852": "cp852",
    "cp855": "cp855",
    "cp857": "cp857",
    "cp858": "cp858",
    "cp860": "cp860",
    "cp862": "cp862",
    "cp863": "cp863",
    "cp864": "x_cp864",
    "cp865": "cp865",
    "cp869": "cp869",
    "cp949": "cp949",
    "hz-gb-2312": "hz",
    "iso-2022-kr": "iso2022_kr",
    "johab": "johab",
    "kz-1048": "kz1048",
    "pt154": "ptcp154",
    "tcvn": "x_tcvn",
    "tcvn5712-1": "x_tcvn",
    "viscii": "x_viscii",
    "x-mac-arabic": "x_mac_arabic",
    "x-mac-ce": "mac_latin2",
    "x-mac-centraleurroman": "mac_latin2",
    "x-mac-croatian": "mac_croatian",
    "x-mac-greek": "mac_greek",
    "x-mac-hebrew": "x_mac_hebrew",
    "x-mac-icelandic": "mac_iceland",
    "x-mac-romanian": "mac_romanian",
    "x-mac-thai": "x_mac_thai",
    "x-mac-turkish": "mac_turkish",
    "x-viet-tcvn5712": "x_tcvn",
}
_CODE_PAGE = re.compile(r"(?:cp|dos|ibm|ms|windows|win)[-_]?(\d{3,4})|(\d{3})")
_META = re.compile(rb"""<meta\s[^<>]*?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{2,40})""", re.I)
_XML = re.compile(rb"""\s*<\?xml\s([^<>]*)""", re.I)
_XML_ENCODING = re.compile(rb"""encoding\s{0,9}=\s{0,9}["']([\w.:+-]{2,40})["']""", re.I)


def encoding_of(label: str) -> str:
    """Return the name of the encoding that a label means, or an empty string."""
    label = label.strip().lower()
    page = _CODE_PAGE.fullmatch(label)
    name = f"cp{page[1] or page[2]}" if page else label.replace("_", "-")
    if name in FURTHER_LABELS:
        return name
    found = webencodings.lookup(label) or webencodings.lookup(name)
    return found.name if found else ""


def declared(body: bytes) -> list[str]:
    """Return the labels that stand in the page itself, XML declaration first.

    One that names no encoding says that it is UTF-8 (XML 1.0, section 4.3.3).
    """
    head = body[:DECLARING_BYTES]
    xml = _XML.match(head)
    by_xml = (_XML_ENCODING.findall(xml[1])[:1] or [UTF_8.encode()]) if xml else []
    return [label.decode("ascii", "ignore") for label in (*by_xml, *_META.findall(head))]


def codec_of(name: str) -> str:
    """Return the codec for the name of an encoding, or an empty string where the bytes say it better."""
    return CODECS.get(name) or FURTHER_LABELS.get(name, "")
