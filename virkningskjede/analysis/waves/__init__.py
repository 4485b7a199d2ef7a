"""Two waves: whether the answers to a question with ordered answers have moved from one round of measuring to the next."""

from virkningskjede.analysis.waves.comparing import ALPHA, COLUMNS, PEOPLE, Answers, People, WaveComparison, Waves, WhyNot, waves
from virkningskjede.analysis.waves.permutation import MOST_EXACT, interval, p_value, superiority

__all__ = [
    "ALPHA",
    "COLUMNS",
    "MOST_EXACT",
    "PEOPLE",
    "Answers",
    "People",
    "WaveComparison",
    "Waves",
    "WhyNot",
    "interval",
    "p_value",
    "superiority",
    "waves",
]
