"""Er «modell 1» og «modell 2» rett måte å dele pilotene på, eller hva de gjør og hvor langt de er kommet? (Statusrapporten 4.1.3:21-22.)

Is “modell 1” and “modell 2” the right way to divide the pilots, or is it what they do and how far they have come? (The status report,
4.1.3:21-22.)

    python examples/gruppering.py [--models FOLDER] [--samples N] [--lang nb|en]

Krever / needs: virkningskjede[grouping]
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import virkningskjede as vk

MODELS = Path(__file__).resolve().parents[1] / "models" / "pilots"
WAYS = ("tiltak", "rekruttering", "aktorer", "virkninger", "maalgruppe", "hemmere", "omfang", "terms", "arrows", "status")
STATUSES: tuple[Literal["started", "in_use"], ...] = ("started", "in_use")
"""Where the line between those who are under way and the others can be drawn."""

HEADS = {
    "nb": ("målt på", "mal", "p", "startet", "p", "i bruk", "p"),
    "en": ("measured on", "template", "p", "started", "p", "in use", "p"),
}
WORDS = {
    "nb": {
        "fit": "Hvor godt hver inndeling passer (R fra −1 til 1; p: andelen av like store inndelinger som passer minst like godt)",
        "robust": "Tiltakene lest på {samples} andre måter",
        "clear": "mal passer klart (p < 0,05) i {share} %, framdrift i {other} %; mal passer best i {ahead} %",
        "separate": "Tiltak som skiller malene uansett lesning",
        "each": "{label}: {counts}",
        "tree": "De to klyngene i tiltakene (de samme i {share} % av lesningene)",
    },
    "en": {
        "fit": "How well each division fits (R from −1 to 1; p: the share of divisions of the same sizes that fit at least as well)",
        "robust": "The measures read in {samples} other ways",
        "clear": "template fits clearly (p < 0.05) in {share}%, progress in {other}%; template fits best in {ahead}%",
        "separate": "Measures that separate the templates however they are read",
        "each": "{label}: {counts}",
        "tree": "The two clusters of the measures (the same in {share}% of the readings)",
    },
}


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table with columns as wide as what they hold."""
    widths = [max(len(line[column]) for line in (head, *rows)) for column in range(len(head))]
    print(f"{title}\n")
    for line in (head, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def number(value: float, lang: str, digits: int) -> str:
    """A number in the reader's writing."""
    text = f"{value:z.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if lang == "nb" else text


def fits(pilots: vk.Portfolio, lang: str) -> Iterator[list[str]]:
    """A row for each way to measure: R and p by template, and by progress with the line drawn in two places."""
    for way in WAYS:
        row = [way]
        for place, status in enumerate(STATUSES):
            found = vk.group(pilots, way, progress=status, samples=0)
            for by in ("template", "progress")[place:]:
                row += [number(found.fits[by].r, lang, 2), number(found.fits[by].p, lang, 3)]
        yield row


def main() -> None:
    """Print how well each division fits, how sure that is, and what separates the pilots."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=Path, default=MODELS)
    arguments.add_argument("--samples", type=int, default=10_000)
    arguments.add_argument("--lang", choices=("nb", "en"), default=os.environ.get("VIRKNINGSKJEDE_LANG", "nb"))
    given = arguments.parse_args()
    said = WORDS[given.lang]

    pilots = vk.load_portfolio(given.models)
    table(said["fit"], HEADS[given.lang], list(fits(pilots, given.lang)))

    found = vk.group(pilots, "tiltak", samples=given.samples)
    robust, matrix = found.robustness, found.matrix
    assert robust is not None and robust.ahead is not None and robust.same_clusters is not None and matrix is not None
    share, other = (f"{100 * each.clear:.0f}" for each in robust.fits)
    print(f"\n{said['robust'].format(samples=given.samples)}\n")
    print(said["clear"].format(share=share, other=other, ahead=f"{100 * robust.ahead:.0f}"))

    print(f"\n{said['separate']}\n")
    for each in found.separating["template"]:
        if each.least > 0:
            label = matrix.comparison.columns[each.item[1]].label
            counts = ", ".join(f"{name} {'–'.join(map(str, dict.fromkeys(count)))}" for name, count in each.counts.items())
            print(said["each"].format(label=label.in_(given.lang), counts=counts))

    print(f"\n{said['tree'].format(share=f'{100 * robust.same_clusters:.0f}')}\n")
    for cluster in found.tree.last:
        print(", ".join(cluster))


if __name__ == "__main__":
    main()
