"""What reports say about the models, and what the models say to that: the errata."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.atlas import addresses
from virkningskjede.atlas.documents import on_page
from virkningskjede.atlas.drawings import Pictures
from virkningskjede.atlas.material import Material
from virkningskjede.atlas.pages.page import Found, Page
from virkningskjede.i18n import word


def pages(material: Material, _: Pictures) -> Iterator[Page]:
    """A page for each file of claims; the menu leads to the one with most."""
    for position, each in enumerate(sorted(material.claims, key=lambda each: -len(each.results))):
        title = each.file.title.in_(material.lang)
        file = addresses.claims_page(each.file.id)
        found = (
            Found(word("atlas.claim", material.lang), ruling.claim.statement.in_(material.lang), ruling.id, f"{file}#{ruling.id}")
            for ruling in each.results
        )
        others = tuple(
            (other.file.title.in_(material.lang), addresses.claims_page(other.file.id)) for other in material.claims if other is not each
        )
        shown = on_page(each.report(explain=True).document(material.lang))
        values = {"heading": shown.heading, "body": shown.body, "outline": shown.outline, "others": others}
        yield Page(file, title, "claims.html", values, tuple(found), menu="" if position else word("atlas.claims", material.lang))
