"""What every file begins with."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from virkningskjede.values.fields import Mark
from virkningskjede.values.frozen import Frozen

FORMAT_VERSION = 1
"""The version of the file format that this release reads and writes."""


def _version(value: object) -> object:
    if value in (FORMAT_VERSION, str(FORMAT_VERSION)):
        return FORMAT_VERSION
    raise PydanticCustomError("VK110", "version", {"value": str(value)})


class File(Frozen):
    """What one file holds. Its first line is ``virkningskjede: 1``."""

    format_version: Annotated[int, BeforeValidator(_version), Mark.IDENTITY] = Field(default=FORMAT_VERSION, alias="virkningskjede")
