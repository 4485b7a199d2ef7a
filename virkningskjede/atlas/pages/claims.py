"""What reports say about the models, and what the models say to that: the errata."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import on_page
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Page, SearchEntry
from virkningskjede.i18n import word


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """A page for each file of claims; the menu leads to the one with most."""
    for position, claims in enumerate(sorted(material.claims, key=lambda claims: -len(claims.results))):
        title = claims.file.title.in_(material.lang)
        file = addresses.claims_page(claims.file.id)
        kinds = (word("atlas.claim", material.lang), word("claims.recommendation", material.lang))
        entries = [
            SearchEntry(kinds[0], ruling.claim.statement.in_(material.lang), ruling.id, f"{file}#{ruling.id}") for ruling in claims.results
        ]
        entries += [
            SearchEntry(kinds[1], advice.statement.in_(material.lang), name, f"{file}#recommendation-{name}")
            for name, advice in claims.file.recommendations.items()
        ]
        others = tuple(
            (other.file.title.in_(material.lang), addresses.claims_page(other.file.id)) for other in material.claims if other is not claims
        )
        shown = on_page(claims.report(explain=True).document(material.lang))
        values = {"heading": shown.heading, "body": shown.body, "outline": shown.outline, "others": others}
        yield Page(file, title, "claims.html", values, tuple(entries), menu="" if position else word("atlas.claims", material.lang))
