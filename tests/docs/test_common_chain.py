"""What the pages on comparing say that the pilots show: every figure is worked out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from virkningskjede.analysis.consensus import HOWS, Consensus, Contrast, consensus
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio

from .pages import DOCS, Page

GROUPS = ("pilots", "modell-1", "modell-2")

pages = pytest.mark.parametrize("page", [Page(DOCS / f"{name}.md") for name in ("sammenligne", "compare")], ids=lambda page: page.path.stem)


@pytest.fixture(scope="module")
def groups(portfolio: Portfolio) -> Mapping[str, Consensus]:
    """The chain of all pilots, and of those that follow each template."""
    pilots = [model for model in portfolio.values() if model.kind == "pilot"]
    chosen = {name: [model for model in pilots if name in ("pilots", model.follows)] for name in GROUPS}
    return {name: consensus(models, portfolio.project) for name, models in chosen.items()}


@pytest.fixture(scope="module")
def felles(groups: Mapping[str, Consensus], portfolio: Portfolio) -> Contrast:
    return groups["pilots"].against(portfolio["felles"])


def rows(page: Page, marker: str) -> list[tuple[str, ...]]:
    """The rows of a table, without the marks of code."""
    (table,) = [table for table in page.tables if table.marker == marker]
    return [tuple(cell.strip("`") for cell in row) for row in table.rows]


def by_how(contrast: Contrast) -> list[str]:
    found = Counter(link.how for link in contrast.links)
    return [str(found[how]) for how in (*HOWS, None)]


def interval(least: int, most: int) -> str:
    return f"{least}" if least == most else f"{least}–{most}"


@pages
def test_how_much_the_chains_share(page: Page, groups: Mapping[str, Consensus], portfolio: Portfolio) -> None:
    wanted = []
    for name, chain in groups.items():
        links = chain.links.values()
        once, thrice = sum(len(link.makers) == 1 for link in links), sum(link.count.surely >= 3 for link in links)
        against = by_how(chain.against(portfolio["felles"]))
        wanted.append((name, *map(str, (len(chain.nodes), len(links), once, thrice)), *against))
    assert rows(page, "common-chain") == wanted


@pages
def test_which_arrows_the_report_counts_on(page: Page, felles: Contrast) -> None:
    told = rows(page, "claimed-arrows")
    assert len(told) >= 5
    template: LogicModel = felles.template
    for place, arrow, *counts in told:
        source, _, to = arrow.partition(" -> ")
        link = felles.link(source, to)
        (coded,) = [each for each in template.nodes[source].leads_to if each.to == to]
        assert place == (", ".join(coded.at) or "–")
        assert counts == [interval(*link.count(how)) for how in HOWS]


@pages
def test_the_templates_against_the_pilots_that_follow_them(page: Page, groups: Mapping[str, Consensus], portfolio: Portfolio) -> None:
    held = {name: groups[name].against(portfolio[name]) for name in GROUPS[1:]}
    assert rows(page, "own-templates") == [(name, str(len(found.links)), *by_how(found)) for name, found in held.items()]


def test_the_sentences_with_figures(groups: Mapping[str, Consensus], felles: Contrast, portfolio: Portfolio) -> None:
    chain = groups["pilots"]
    had = sum(node.how == "made" for node in felles.nodes)
    made = sum(link.how == "made" for link in felles.links)
    most, folded = (
        max(link.count.surely for link in each.links.values()) for each in (chain, consensus(chain.models, portfolio.project, fold=True))
    )
    models = {model.id: model for model in chain.models}
    holders = [holder for holder in chain.nodes["kjennskap-mellom-tjenester"].holders if holder.coded]
    ends = sum(not any(models[holder.model].nodes[name].leads_to for name in holder.nodes) for holder in holders)
    links = [link for model in chain.models for link in model.links()]
    inferred = sum(not link.stated for link in links)
    nodes, arrows = len(felles.nodes), len(felles.links)
    norwegian = (
        f"Minst én pilot har {had} av de {nodes} leddene i `felles`, men de lager bare {made} av de {arrows} koblingene.",
        f"ingen kobling har sikkert mer enn {most} piloter ({folded} når snevrere begreper regnes med)",
        f"I {ends} av de {len(holders)} pilotene som nevner kjennskap mellom tjenestene, fører den ikke videre til noe.",
        f"{inferred} av pilotenes {len(links)} koblinger er koderens slutning",
    )
    english = (
        f"At least one pilot has {had} of the {nodes} nodes of `felles`, but they make only {made} of the {arrows} arrows.",
        f"no arrow surely has more than {most} pilots ({folded} when narrower terms are counted)",
        f"In {ends} of the {len(holders)} pilots that mention that services know each other, it leads on to nothing.",
        f"{inferred} of the pilots' {len(links)} arrows are the coder's inference",
    )
    for name, sentences in (("sammenligne", norwegian), ("compare", english)):
        text = Page(DOCS / f"{name}.md").text
        assert [sentence for sentence in sentences if sentence not in text] == []
