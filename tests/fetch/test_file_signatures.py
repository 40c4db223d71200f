import pytest

from app.fetch.file_signatures import file_format
from app.fetch.sniff import kind_of, safe_type
from app.models import Kind

MACBINARY = b"\0\x08Tool.sea" + bytes(118) + b"data" * 40
DISKCOPY = b"\x0aSystem 7.0".ljust(82, b"\0") + b"\x01\0" + bytes(2000)
MODULE = b"song".ljust(1080, b"\0") + b"M.K." + bytes(100)
FILES = {
    "StuffIt": (b"SIT!\0\x01\0\0", "application/x-stuffit"),
    "StuffIt 5": (b"StuffIt (c)1997-\xff\0\0", "application/x-stuffit"),
    "Compact Pro": (b"PACT\x01\0", "application/x-compactpro"),
    "MacBinary": (MACBINARY, "application/x-macbinary"),
    "DiskCopy 4.2": (DISKCOPY, "application/octet-stream"),
    "HFS floppy": (b"LK\x60\0" + bytes(1020) + b"BD" + bytes(400), "application/octet-stream"),
    "MIDI": (b"MThd\0\0\0\x06\0\0", "audio/midi"),
    "MOD": (MODULE, "audio/x-mod"),
    "XM": (b"Extended Module: x\0\x1a", "audio/x-mod"),
    "AIFF": (b"FORM\0\0\0\x20AIFFCOMM", "audio/x-aiff"),
    "AU": (b".snd\0\0\0\x18", "audio/basic"),
    "LHA": (b"\x20\x9a-lh5-\0", "application/x-lha"),
    "TAR": (b"name".ljust(257, b"\0") + b"ustar\x0000", "application/x-tar"),
    "compress": (b"\x1f\x9d\x90\0", "application/x-compress"),
    "Palm program": (b"Tool".ljust(60, b"\0") + b"applCREA", "application/octet-stream"),
    "AppleDouble": (b"\0\x05\x16\x07\0\x02", "application/applefile"),
}


@pytest.mark.parametrize("declared", ["text/html", "text/plain", "application/octet-stream", ""])
@pytest.mark.parametrize("name", FILES)
def test_a_file_for_an_old_machine_is_one_whatever_its_server_says(name: str, declared: str) -> None:
    assert kind_of(declared, FILES[name][0]) is Kind.FILE


@pytest.mark.parametrize("name", FILES)
def test_it_goes_out_under_the_type_that_its_machine_knows(name: str) -> None:
    body, content_type = FILES[name]
    assert safe_type("text/plain", body) == content_type
    assert safe_type("application/octet-stream", body) == content_type
    assert safe_type("application/x-mine", body) == "application/x-mine"


@pytest.mark.parametrize(
    "text",
    [
        b"PACT of nations",
        b"What is AIFF, and who needs it?",
        b"SIT! said the man to his dog.",
        b"FORM 1040AIFF",
        b"x" * 1024 + b"BD" + b"x" * 400,
        b"\x08Tool",
    ],
)
def test_words_are_no_signature(text: bytes) -> None:
    assert file_format(text) is None


def test_a_page_with_control_characters_is_a_page() -> None:
    assert kind_of("text/html", b"\0\0\x01<p>Words" + bytes(40)) is Kind.HTML
    assert kind_of("text/html", bytes(range(32)) * 10) is Kind.FILE
