"""Plain values as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from virkningskjede.i18n import Lang
from virkningskjede.report.document import Readable


def write(report: Readable, lang: Lang) -> str:
    """What a report says, as the whole of a file."""
    return as_json(report.plain(lang))


def as_json(value: Any) -> str:
    """A value as JSON for people and programs: indented, in the order it was made, letters as they are.

    >>> as_json({"share": Decimal("0.50")})
    '{\\n  "share": 0.5\\n}\\n'
    """
    return json.dumps(value, ensure_ascii=False, indent=2, default=_scalar) + "\n"


def _scalar(value: object) -> object:
    """Numbers as numbers, frozen mappings as objects, everything else that JSON does not know (dates) as text."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
