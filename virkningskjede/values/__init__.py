"""What fields are made of: text, numbers, amounts with units, locators, and the format's closed lists."""

from virkningskjede.values.amounts import DIMENSIONS, PER, UNITS, Amount, Bounds, Dimension, Dose, Interval, Reading, Unit, fits
from virkningskjede.values.counts import Count
from virkningskjede.values.file import FORMAT_VERSION, File
from virkningskjede.values.frozen import AS_DICT, EMPTY, Frozen, FrozenMap, Section
from virkningskjede.values.locators import At, Locator, LocatorText, locators, one_or_many, sentences
from virkningskjede.values.numbers import Date, Flag, Number, Whole
from virkningskjede.values.stages import (
    PROGRESS,
    STAGES,
    AnyStage,
    Finding,
    Level,
    SetAside,
    Stage,
    Status,
    TermStage,
    When,
    plural,
    rank,
)
from virkningskjede.values.text import Id, Label, LocalText, Prose

__all__ = [
    "AS_DICT",
    "DIMENSIONS",
    "EMPTY",
    "FORMAT_VERSION",
    "PER",
    "PROGRESS",
    "STAGES",
    "UNITS",
    "Amount",
    "AnyStage",
    "At",
    "Bounds",
    "Count",
    "Date",
    "Dimension",
    "Dose",
    "File",
    "Finding",
    "Flag",
    "Frozen",
    "FrozenMap",
    "Id",
    "Interval",
    "Label",
    "Level",
    "LocalText",
    "Locator",
    "LocatorText",
    "Number",
    "Prose",
    "Reading",
    "Section",
    "SetAside",
    "Stage",
    "Status",
    "TermStage",
    "Unit",
    "When",
    "Whole",
    "fits",
    "locators",
    "one_or_many",
    "plural",
    "rank",
    "sentences",
]
