"""The names that files are saved under."""

import pytest

from app.fetch.filename import file_name


@pytest.mark.parametrize(
    ("disposition", "path", "name"),
    [
        ("", "/files/report%202026.pdf?x=1", "report 2026.pdf"),
        ("", "/", ""),
        ("", "/caf%C3%A9.txt", "café.txt"),
        ("", "/..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
        ("", "/a%00b%0D%0Ac.txt", "abc.txt"),
        ("attachment", "/get", "get"),
        ('attachment; filename="my report.pdf"', "/get", "my report.pdf"),
        ("inline; filename=report.pdf; size=3", "/get", "report.pdf"),
        (r'attachment; filename="a \"b\".txt"', "/get", "a _b_.txt"),
        ("attachment; filename=plain.txt; filename*=UTF-8''%e2%82%ac%20rates.txt", "/get", "€ rates.txt"),
        ("attachment; filename*=ISO-8859-1'en'%A3.txt", "/get", "£.txt"),
        ('attachment; filename="C:\\\\temp\\\\x.exe"', "/get", "C_temp_x.exe"),
        ('attachment; filename="...hidden"', "/get", "hidden"),
        ('attachment; filename="exe.\u202efdp.pdf"', "/get", "exe.fdp.pdf"),
        ('attachment; filename=""', "/get", "get"),
        (f'attachment; filename="{"a" * 200}.pdf"', "/get", "a" * 56 + ".pdf"),
        (f'attachment; filename="{"a" * 200}"', "/get", "a" * 60),
    ],
)
def test_a_file_has_a_name_that_can_be_saved_under(disposition: str, path: str, name: str) -> None:
    assert file_name(disposition, f"http://example.org{path}") == name
