"""How fast two models are compared: against deepdiff on the same plain data keyed by id, and how time grows with size.

    python benchmarks/diff.py [--runs N] [--nodes N] [--sizes N,N,N]

The models are the pilots of the corpus copied side by side until there are so many nodes, and edited here and there: names, statuses,
amounts, arrows, nodes that come and go. Two pairs are timed:

* two versions of one model, which are matched by id;
* two models with different ids, which are matched by term.

deepdiff gets both as mappings with every node and every arrow under its id, so that it need match nothing. Everything is made anew
for each side, so that neither can see that two things are one object.

Time is the processor's. deepdiff is run once between every two runs of ours; the ratio is of the sums, and beside it stand the least
and the most of single turns, which show how steady the machine was. A smoke run (``--runs 1 --nodes 500 --sizes 500,1000``) only
shows that it works.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

from deepdiff import DeepDiff

from virkningskjede.analysis.diff import diff
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written
from virkningskjede.model.values import STAGES
from virkningskjede.project import corpus, load_portfolio

Data = dict[str, Any]

EDITED = 0.05
"""The share of the nodes that are edited."""

MOST = 0.02
"""The share of deepdiff's time that a diff may take."""

_REFERENCES = frozenset({"leads_to", "to", "after", "addresses", "assumes", "indicators", "same_as"})


def copied(models: list[Data], nodes: int) -> Data:
    """The models side by side in one, each copy with ids of its own, until there are so many nodes."""
    whole: Data = {"id": "stor", **{stage: {} for stage in STAGES}, "assumptions": {}}
    count = 0
    for number in range(nodes):
        for data in models:
            ending = f"-{data['id']}-{number}"
            own = {name for section in (*STAGES, "assumptions") for name in data.get(section, {})}
            for section in (*STAGES, "assumptions"):
                for name, entry in data.get(section, {}).items():
                    whole[section][f"{name}{ending}"] = renamed(entry, own, ending)
                    count += section in STAGES
            if count >= nodes:
                return whole
    return whole


def renamed(value: Any, own: set[str], ending: str, key: str = "") -> Any:
    """A piece of a model in which references to its own ids have an ending, and arrows are in their long form."""
    if isinstance(value, dict):
        return {name: renamed(held, own, ending, name) for name, held in value.items()}
    if isinstance(value, list):
        return [renamed({"to": each} if key == "leads_to" and isinstance(each, str) else each, own, ending, key) for each in value]
    return f"{value}{ending}" if key in _REFERENCES and value in own else value


def edited(data: Data, name: str) -> Data:
    """The model with another id, in which every so many nodes were changed, came or went."""
    chance = random.Random(1)
    sections: Data = {stage: {} for stage in STAGES}
    for stage in STAGES:
        for each, node in data[stage].items():
            what = chance.choice(("label", "status", "dose", "arrow", "gone", "new")) if chance.random() < EDITED else ""
            if what != "gone":
                sections[stage][each] = {**node, **changed(node, what)}
            if what == "new":
                sections[stage][f"ny-{each}"] = {**node, "leads_to": []}
    there = {node for stage in STAGES for node in sections[stage]}
    for node in (node for section in sections.values() for node in section.values()):
        node["leads_to"] = [link for link in node.get("leads_to", ()) if link["to"] in there]
    return {**data, **sections, "id": name}


def changed(node: Data, what: str) -> Data:
    """What is other in an edited node."""
    if what == "label":
        return {"label": f"{node['label']} nå"}
    if what == "status":
        return {"status": "completed"}
    if what == "dose":
        return {"dose": {"frequency": {"value": "2", "unit": "day", "per": "week"}}}
    return {"leads_to": node.get("leads_to", [])[1:]} if what == "arrow" else {}


def keyed(data: Data) -> Data:
    """The same with every arrow under its target, as nodes stand under their ids."""
    return {**data, **{stage: {name: by_target(node) for name, node in data[stage].items()} for stage in STAGES}}


def by_target(node: Data) -> Data:
    return {**node, "leads_to": {link["to"]: link for link in node.get("leads_to", ())}}


def anew(data: Data) -> Data:
    """The same data as new objects, as from another file."""
    made: Data = json.loads(json.dumps(data, default=str))
    return made


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def pairs(models: list[Data], nodes: int) -> Iterator[tuple[str, Data, Data]]:
    """Two versions, and two models, each as plain data."""
    data = anew(copied(models, nodes))
    yield "two versions", data, anew(edited(data, "stor"))
    yield "two models", data, anew(edited(data, "annen"))


def against_deepdiff(models: list[Data], nodes: int, runs: int) -> None:
    print(f"{nodes} nodes, {runs} runs; the share of deepdiff's time, all together (least to most); at most {MOST}")
    vocabulary = load_portfolio(corpus()).project.vocabulary
    for name, old, new in pairs(models, nodes):
        a, b = LogicModel.model_validate(old), LogicModel.model_validate(new)
        one, other = keyed(old), keyed(new)
        diff(a, b, vocabulary)
        turns = [(seconds(lambda: diff(a, b, vocabulary)), seconds(lambda: DeepDiff(one, other))) for _ in range(runs)]  # noqa: B023
        single = [ours / theirs for ours, theirs in turns]
        ratio = sum(ours for ours, _ in turns) / sum(theirs for _, theirs in turns)
        print(f"  {name:14} {ratio:.4f} ({min(single):.4f} to {max(single):.4f}), {len(diff(a, b, vocabulary).changes)} changes")


def growth(models: list[Data], sizes: list[int], runs: int) -> None:
    print("milliseconds a thousand nodes, the least of the runs")
    vocabulary = load_portfolio(corpus()).project.vocabulary
    for size in sizes:
        told = []
        for name, old, new in pairs(models, size):
            a, b = LogicModel.model_validate(old), LogicModel.model_validate(new)
            least = min(seconds(lambda: diff(a, b, vocabulary)) for _ in range(runs))  # noqa: B023
            told.append(f"{name} {1e6 * least / len(a.nodes):6.2f}")
        print(f"  {size:6} nodes: {', '.join(told)}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--nodes", type=int, default=10_000)
    arguments.add_argument("--sizes", type=lambda text: [int(each) for each in text.split(",")], default=[1_000, 3_000, 10_000, 30_000])
    given = arguments.parse_args()
    models = [written(model) for model in load_portfolio(corpus() / "pilots").values()]
    against_deepdiff(models, given.nodes, given.runs)
    growth(models, given.sizes, given.runs)


if __name__ == "__main__":
    main()
