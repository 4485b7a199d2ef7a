"""Names are the same however people write them; an id goes before a title, and a title before the main part of one."""

from __future__ import annotations

import unicodedata

import pytest

from virkningskjede.errors import UsageError
from virkningskjede.i18n.likely import closest
from virkningskjede.i18n.spelling import fitting, folded, the_one

KNOWN = {
    1: ("ha", "Hå – «Arbeidsløftet»"),
    2: ("b", "Ha"),
    3: ("c", "Bydel Bjerke: fase 1"),
    4: ("d", "Bydel Bjerke: fase 2"),
    5: ("e", "Bydel Bjerke"),
    6: ("f", "Tromsø – nord"),
    7: ("g", "Tromsø – sør"),
}


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_one_name_in_every_form(form: str) -> None:
    for name in ("hå", "Hå", "HÅ"):
        assert folded(unicodedata.normalize(form, name)) == "hå"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("HA", (1,)),
        ("hå", (1,)),
        ("bydel bjerke", (5,)),
        ("BYDEL BJERKE: FASE 2", (4,)),
        ("tromsø", (6, 7)),
        ("Tromsø", (6, 7)),
        ("trom", ()),
        ("", ()),
        (" ", ()),
    ],
)
def test_the_nearest_kind_of_name_decides(name: str, fits: tuple[int, ...]) -> None:
    assert fitting(name, KNOWN) == fits


def test_what_fits_several_lists_them() -> None:
    assert (the_one("x", ()), the_one("x", ("a",))) == (None, "a")
    with pytest.raises(UsageError) as refused:
        the_one("x", ("a", "b"))
    assert [refused.value.in_(lang) for lang in ("nb", "en")] == [
        "«x» kan være flere: a, b. Skriv id-en",
        "“x” can be several: a, b. Write the id",
    ]


def test_a_slip_is_found_in_any_case() -> None:
    assert closest("NESODEN", ["nesodden", "ha"]) == "nesodden"
    assert closest("tromso", ["Tromsø"]) == "Tromsø"
    assert closest("x", ["nesodden"]) is None
