"""What `import virkningskjede as vk` offers: the rooms behind one door."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from virkningskjede import criteria as criteria_room
from virkningskjede import diff as diff_room
from virkningskjede.catalogue import Lang
from virkningskjede.errors import UsageError
from virkningskjede.graph import paths
from virkningskjede.load import ALONE, Portfolio, Surroundings, corpus, dump, find_root, load, surroundings
from virkningskjede.model import LogicModel
from virkningskjede.validation import Validation, validate_models, validate_paths

if TYPE_CHECKING:
    from virkningskjede.criteria import Check
    from virkningskjede.diff import Diff

__all__ = ["check", "diff", "dump", "load", "paths", "render", "validate"]

PathLike = str | os.PathLike[str]


def _surroundings(models: object, root: PathLike | None) -> Surroundings:
    if root is not None:
        return surroundings(Path(root))
    if isinstance(models, Portfolio):
        return models.surroundings
    here = find_root(Path.cwd())
    return surroundings(here or corpus())
