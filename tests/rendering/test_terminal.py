"""A model in the terminal: whom it is for and what stands beside the chain, each thing on a line of its own."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from virkningskjede.model import LogicModel
from virkningskjede.rendering.terminal import show

MODEL = LogicModel.model_validate(
    {
        "id": "hage",
        "title": "Hagen",
        "target_group": {
            "naboer": {"label": "Naboer"},
            "voksne": {"age": {"min": 18, "unit": "year"}},
            "ute": {"traits": {"any": ["alene", "nyinnflyttet"]}, "denies": {"traits": "flytter"}},
        },
        "activities": {"grave": {"label": "Grave", "leads_to": ["mat"]}},
        "outcomes": {"mat": {"label": "Mer mat", "level": "user"}},
        "assumptions": {"regn": {"label": "Det regner", "about": ["grave"]}},
        "barriers": {"snegl": {"label": "Snegler", "hinders": ["grave -> mat"]}},
        "enablers": {"sol": {"label": "Sol", "helps": ["mat"]}, "jord": {"label": "God jord"}},
        "open_questions": {"vann": {"label": "Hvor er vannet?"}},
        "indicators": {"kilo": {"label": "Høstet", "unit": "kilo"}},
        "results": {"mye": {"indicator": "kilo", "value": 30}},
    }
)

LISTS = """\

Target group
 - Naboer
 - at least 18 years
 - alene or nyinnflyttet; not flytter

Assumptions
 - Det regner (about grave)

Barriers
 - Snegler (hinders grave -> mat)

Enablers
 - Sol (helps mat)
 - God jord

Open questions
 - Hvor er vannet?

Indicators
 - Høstet

Results
 - Høstet: 30 kilo
"""


def test_each_limit_and_each_thing_beside_the_chain_has_its_line() -> None:
    console = Console(file=StringIO(), width=80, color_system=None)
    show(console, MODEL, None, "en")
    assert isinstance(console.file, StringIO)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    first, last = lines.index("Activities") - 1, lines.index("Assumptions") - 1
    assert [*lines[lines.index("Target group") - 1 : first], *lines[last:]] == LISTS.splitlines()
