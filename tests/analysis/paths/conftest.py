"""Small random chains, and what is counted in them the slow way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from hypothesis import strategies as st

from virkningskjede.model import LogicModel

STAGES = ("context", "inputs", "activities", "outputs", "outcomes")

# What is drawn again and again is put together once: hypothesis would look through each new one before it draws from it.
stages = st.sampled_from(STAGES)
levels = st.sampled_from(["service", "user"])
fifths = st.integers(0, 4)


@cache
def arrows_among(names: tuple[str, ...], circles: bool) -> st.SearchStrategy[tuple[list[tuple[str, str]], set[tuple[str, str]]]]:
    """Some arrows, and which pairs of nodes have one that is stated."""
    some = st.sampled_from([(a, b) for a in names for b in names if (a != b if circles else a < b)])
    return st.tuples(st.lists(some, unique=True, max_size=14), st.sets(some))


@st.composite
def models(draw: st.DrawFn, *, circles: bool = False, most: int = 7) -> LogicModel:
    """A model with a few nodes at any stage, and any arrows between them; only from an earlier node to a later one without circles."""
    names = [f"n{number}" for number in range(draw(st.integers(2, most)))]
    arrows, stated = draw(arrows_among(tuple(names), circles))
    sections: dict[str, dict[str, dict[str, object]]] = {stage: {} for stage in STAGES}
    for name in names:
        stage = draw(stages)
        links = [{"to": b, **({"at": "1:1"} if (a, b) in stated else {})} for a, b in arrows if a == name]
        node: dict[str, object] = {"label": name.upper(), "leads_to": links}
        if stage == "outcomes":
            node |= {"level": draw(levels)}
            node |= {"cause": "whole"} if draw(fifths) == 0 else {}
        elif stage == "context":
            node |= {"kind": "problem"}
        sections[stage][name] = node
    return LogicModel.model_validate({"id": "m", **sections})


def all_chains(arrows: Iterable[tuple[str, str]], starts: Iterable[str], ends: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every chain in which no node comes twice, by trying everything."""
    following = list(arrows)
    wanted = set(ends)
    pending: list[tuple[str, ...]] = [(start,) for start in starts]
    while pending:
        chain = pending.pop()
        if len(chain) > 1 and chain[-1] in wanted:
            yield chain
        pending += [(*chain, b) for a, b in following if a == chain[-1] and b not in chain]
