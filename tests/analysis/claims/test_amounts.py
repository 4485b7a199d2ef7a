"""Whether each can have a partner of its own."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from virkningskjede.analysis.claims.amounts import matched

PARTNERS = st.dictionaries(st.integers(0, 7), st.lists(st.sampled_from("0123456"), max_size=4))


@given(PARTNERS)
def test_it_is_the_maximum_matching_of_networkx(partners: dict[int, list[str]]) -> None:
    graph = nx.Graph([(one, partner) for one, several in partners.items() for partner in several])
    graph.add_nodes_from(partners)
    greatest = nx.bipartite.hopcroft_karp_matching(graph, partners)
    assert matched(list(partners), partners) == (partners.keys() <= greatest.keys())


def test_a_thousand_can_make_way_for_one() -> None:
    partners = {number: [str(number - 1), str(number)] if number else ["0"] for number in reversed(range(5_000))}
    assert matched(list(partners), partners)
    assert not matched([*partners, -1], {**partners, -1: ["0"]})
