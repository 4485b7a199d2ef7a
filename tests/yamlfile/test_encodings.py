"""What encoding a file that is not UTF-8 was probably saved in."""

from __future__ import annotations

import pytest

from virkningskjede.yamlfile import parse


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("a: blåbær".encode("cp1252"), "; it seems to be saved as Windows-1252, where the character here is “å”"),
        ("a: Øyvind".encode("mac_roman"), "; it seems to be saved as MacRoman, where the character here is “Ø”"),
        ("a: blåbær".encode("utf-16"), "; it seems to be saved as UTF-16"),
        ("a: blåbær og søt".encode() + b" \xe6", ": this one character is saved in another way than the rest, perhaps as “æ”"),
        (b"a: \xfd", ", and one cannot see what it is saved as"),
    ],
)
def test_the_likely_encoding_is_named(data: bytes, message: str) -> None:
    (diagnostic,) = parse(data, "x.yaml").diagnostics
    assert diagnostic.message("en") == f"The file is not valid UTF-8{message}"
