"""Hostile text comes out as text, and hostile addresses never become links."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from virkningskjede.atlas import atlas
from virkningskjede.atlas.addresses import of_doi, outward
from virkningskjede.atlas.bibliography import bibliography
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Reference, References, Vocabulary
from virkningskjede.project import Portfolio, Project

from .conftest import read

SCRIPT = "</text></svg></dd><script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} \" ' 😀"


def hostile() -> Portfolio:
    words = {"nb": SCRIPT, "en": SCRIPT}
    term = {"label": words, "stage": "activity", "definition": words, "includes": words}
    work = {"type": "webpage", "title": SCRIPT, "author": [{"literal": SCRIPT}], "URL": "javascript:alert(1)", "note": SCRIPT}
    model = {
        "title": f"X {SCRIPT}",
        "source": "kilde",
        "note": SCRIPT,
        "target_group": {"alle": {"label": SCRIPT}},
        "recruitment": {"how": SCRIPT},
        "activities": {
            "page-content": {"label": SCRIPT, "term": "kurs", "content": SCRIPT, "leads_to": [{"to": "b", "because": SCRIPT}]},
        },
        "outcomes": {"b": {"label": "æ" * 10_000, "level": "user"}},
        "barriers": {"h": {"label": SCRIPT, "hinders": ["page-content"]}},
    }
    around = Project(
        vocabulary=Vocabulary.model_validate({"terms": {"kurs": term}}),
        references=References.model_validate({"references": {"kilde": work}}),
    )
    return Portfolio({name: LogicModel.model_validate({"id": name, **model}) for name in ("x", "y")}, around)


def test_hostile_text_is_text() -> None:
    site = atlas(hostile(), title=SCRIPT)
    for name, page in read(site).items():
        assert {tag["src"] for tag in page.of("script")} <= {"assets/atlas.js", "assets/search.js"}, name
        assert {tag.get("src", "")[:9] for tag in page.of("img")} <= {"pictures/"}, name
        for _, attributes in page.elements:
            assert not any(key.startswith("on") for key in attributes), name
            assert not attributes.get("href", "").lower().startswith(("javascript", "data")), name
    assert SCRIPT.partition("</dd>")[2][:25] in read(site)["model-x.html"].text
    assert b"<" not in site["assets/search.js"]


@given(st.text() | st.from_regex(r"(?i)(javascript|data|vbscript|file|https?)\s*:\s*//[^ ]*"))
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    for link in (outward(address), of_doi(address)):
        assert link is None or re.fullmatch(r"(?i)https?://[^\s<>\"\\]+", link)


LABELS = st.from_regex(r"[<&a-z\ue000-\ue001*_\[\]{}\"'.,:;!?-]{1,20}", fullmatch=True).filter(
    lambda text: bool(text.strip("\ue000\ue001"))
)
"""Texts that a file may hold: what shows nothing at all is refused before it comes here."""


@settings(max_examples=40)
@given(LABELS, LABELS, LABELS)
def test_a_reference_gets_no_tags_but_italics(title: str, kind: str, year: str) -> None:
    fields = {"type": kind, "title": title, "author": [{"family": title, "given": kind}], "issued": {"date-parts": [[year]]}}
    (entry,) = bibliography({"w": Reference.model_validate(fields)}, "nb")
    assert set(re.findall("<[^>]*>", str(entry.text))) <= {"<i>", "</i>"}
    assert not set(entry.text) & {"\ue000", "\ue001"}


def test_the_list_of_references() -> None:
    works = {
        "b": {"type": "report", "author": [{"family": "Berg"}, {"literal": "et al."}], "issued": {"date-parts": [["2022"]]}},
        "a": {
            "type": "article-journal",
            "title": "Is <b>work</b> good?",
            "author": [{"family": "Waddell", "given": "Gordon"}, {"family": "Aas", "given": "Anne"}],
            "issued": {"date-parts": [["2006"]]},
            "container-title": "Occupational Medicine",
            "volume": "4",
            "page": "10-20",
            "DOI": "10.1234/abc",
        },
    }
    entries = bibliography({key: Reference.model_validate(work) for key, work in works.items()}, "nb")
    # How the style sets a work is the library's; that it is there, in the reader's language and with no tag but ours, is ours.
    assert [(entry.key, entry.link) for entry in entries] == [("b", None), ("a", "https://doi.org/10.1234/abc")]
    report, article = (str(entry.text) for entry in entries)
    assert "Berg" in report and "m.fl." in report and "2022" in report
    for part in (
        "Waddell, G.",
        "Aas, A.",
        "2006",
        "Is &lt;b&gt;work&lt;/b&gt; good?",
        "<i>Occupational Medicine</i>",
        "10–20",
        "10.1234/abc",
    ):
        assert part in article
