"""Where everything stands in the atlas: the names of pages, the anchors on them, and which addresses may become links.

Pages lie in one folder, so that a link is a file's name and works from a disk as from a server. Ids have no dot, so that no two names of
pages or anchors can be the same.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from virkningskjede.model import PARTS
from virkningskjede.model.values import arrow_of

FRONT = "index.html"

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.[0-9]{4,9}/[^\s<>\"]+)", re.IGNORECASE)


def model_page(model: str) -> str:
    """The page of a model."""
    return f"model-{model}.html"


def pair_page(a: str, b: str) -> str:
    """The page of two models held against each other.

    >>> pair_page("ha", "bjerke")
    'compare-ha.bjerke.html'
    """
    return f"compare-{a}.{b}.html"


def table_page(comparison: str) -> str:
    """The page of a comparison."""
    return f"table-{comparison}.html"


def criteria_page(criteria: str) -> str:
    """The page of a criteria set."""
    return f"criteria-{criteria}.html"


def contrast_page(template: str) -> str:
    """The page of a template against the common chain of those that follow it."""
    return f"against-{template}.html"


def concordance_page(assessments: str) -> str:
    """The page of a report's own verdicts beside ours."""
    return f"assessments-{assessments}.html"


def claims_page(claims: str) -> str:
    """The page of a report's claims."""
    return f"claims-{claims}.html"


def element(name: str) -> str:
    """The anchor of a part of a model: an entry by its id, an arrow, or one of `PARTS`.

    >>> element("kurs"), element("kurs -> mestring"), element("whole")
    ('entry-kurs', 'arrow-kurs.mestring', 'whole')
    """
    arrow = arrow_of(name)
    if arrow is not None:
        return f"arrow-{arrow.source}.{arrow.to}"
    return name if name in PARTS else f"entry-{name}"


def of_element(model: str, name: str) -> str:
    """The link to a part of a model."""
    return f"{model_page(model)}#{element(name)}"


def section(source: str, name: str) -> str:
    """The anchor of a section of a source."""
    return f"section-{source}.{name}"


def sentence(source: str, name: str, number: int) -> str:
    """The anchor of a sentence of a source."""
    return f"sentence-{source}.{name}.{number}"


def anchored(page: str, anchor: str) -> str:
    """The link to an anchor that may have other letters than a to z."""
    return f"{page}#{quote(anchor)}"


def outward(address: str | None) -> str | None:
    """An address of the web that may become a link; None for anything else, such as ``javascript:``.

    >>> outward("https://example.org/a"), outward("javascript:alert(1)"), outward("//example.org")
    ('https://example.org/a', None, None)
    """
    if not address or re.search(r"[\s\x00-\x1f\x7f\\<>\"]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def of_doi(doi: str | None) -> str | None:
    """The link of a DOI; None for what is not one.

    >>> of_doi("10.1093/occmed/kqj1"), of_doi("javascript:alert(1)")
    ('https://doi.org/10.1093/occmed/kqj1', None)
    """
    match = _DOI.fullmatch(doi.strip()) if doi else None
    return f"https://doi.org/{quote(match[1], safe='/()._;:-')}" if match else None
