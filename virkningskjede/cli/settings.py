"""Settings: ``[tool.virkningskjede]`` in the nearest pyproject.toml from the working folder upwards."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from virkningskjede.catalogue import LANGS, Lang, word
from virkningskjede.errors import UsageError

FAIL_ON = ("error", "warning", "info", "none")

_LISTS = ("select", "ignore")
_CHOICES: Mapping[str, tuple[str, ...]] = {"lang": LANGS, "fail-on": FAIL_ON}
KNOWN = ("select", "ignore", "fail-on", "lang", "root")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled for its runs. An option on the command line goes before a setting.

    Attributes:
        select: code prefixes of the rules to run; empty for all.
        ignore: code prefixes of the rules not to run.
        fail_on: the least grave severity that gives exit code 1, or ``none``.
        lang: the language of what is said.
        root: the folder with vocabulary.yaml.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    lang: Lang | None = None
    root: Path | None = None


def read_settings(start: Path, lang: Lang) -> Settings:
    """The settings that hold in a folder; the defaults where there are none.

    Raises:
        UsageError: the file cannot be read, or has a setting or value that is not known.
    """
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file():
            table = _table(path, lang)
            if table is not None:
                return _settings(table, path, lang)
    return Settings()


def _table(path: Path, lang: Lang) -> dict[str, Any] | None:
    try:
        with path.open("rb") as file:
            whole = tomllib.load(file)
    except (OSError, ValueError) as error:
        raise UsageError(word("error.settings", lang, path=path, reason=error)) from error
    tool = whole.get("tool")
    table = tool.get("virkningskjede") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def _settings(table: Mapping[str, Any], path: Path, lang: Lang) -> Settings:
    for key, value in table.items():
        if key not in KNOWN:
            reason = word("error.setting", lang, key=key, known=", ".join(KNOWN))
        elif not _allowed(key, value):
            reason = word("error.setting_value", lang, key=key, value=repr(value))
        else:
            continue
        raise UsageError(word("error.settings", lang, path=path, reason=reason))
    return Settings(
        tuple(table.get("select", ())),
        tuple(table.get("ignore", ())),
        table.get("fail-on", "error"),
        table.get("lang"),
        path.parent / table["root"] if "root" in table else None,
    )


def _allowed(key: str, value: object) -> bool:
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return isinstance(value, str) and value in _CHOICES.get(key, (value,))
