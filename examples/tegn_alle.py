"""Tegn hver modell i en mappe.

Draw every model of a folder.

    python examples/tegn_alle.py [--models FOLDER] [--output FOLDER] [--ending svg|png|pdf|dot|mmd]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import virkningskjede as vk

MODELS = Path(__file__).resolve().parents[1] / "models" / "pilots"


def main() -> None:
    """Read the models and draw each of them to a file with its id as name."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=Path, default=MODELS)
    arguments.add_argument("--output", type=Path, default=Path("bilder"))
    arguments.add_argument("--ending", default="svg")
    given = arguments.parse_args()

    models = vk.load_portfolio(given.models)
    given.output.mkdir(parents=True, exist_ok=True)
    for name, model in models.items():
        path = vk.render(model, given.output / f"{name}.{given.ending}")
        print(f"{path}: {len(model.nodes)} ledd, {sum(1 for _ in model.links())} koblinger")


if __name__ == "__main__":
    main()
