"""How often chance alone gives a low p between two waves, and how often the interval holds the truth.

    python benchmarks/waves.py [--draws N] [--sizes N,N,N] [--seed N]

Two waves of so many people each are drawn from distributions over five answers. In the first half of the table the two are the same:
then p under 0.05 is a false alarm, of which there are to be at most 5 per cent. In the second they differ, and the share is how often
the difference is seen. Beside it stands how often the interval holds the true chance of a higher answer; it is to be 95 per cent.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from fractions import Fraction

from virkningskjede.analysis.waves import ALPHA, interval, p_value, superiority

ANSWERS = range(5)
EVEN, HIGH, SKEWED = (20, 20, 20, 20, 20), (5, 15, 20, 30, 30), (2, 3, 5, 30, 60)
PAIRS = {"even": (EVEN, EVEN), "skewed": (SKEWED, SKEWED), "even, then high": (EVEN, HIGH), "high, then skewed": (HIGH, SKEWED)}


def drawn(chance: random.Random, weights: tuple[int, ...], size: int) -> list[int]:
    counts = Counter(chance.choices(ANSWERS, weights, k=size))
    return [counts[answer] for answer in ANSWERS]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--draws", type=int, default=2_000)
    arguments.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=[7, 15, 30])
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    print(f"{given.draws} draws: the share with p under {ALPHA}, and of intervals that hold the truth")
    for name, (first, second) in PAIRS.items():
        truth: Fraction = superiority(first, second)
        for size in given.sizes:
            low = within = 0
            for _ in range(given.draws):
                waves = drawn(chance, first, size), drawn(chance, second, size)
                low += p_value(*waves) < ALPHA
                least, most = interval(*waves)
                within += least <= truth <= most
            print(f"  {name:18} n = {size:2}: {low / given.draws:.3f}, {within / given.draws:.3f}")


if __name__ == "__main__":
    main()
