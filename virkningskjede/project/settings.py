"""Settings: ``[tool.virkningskjede]`` in the nearest pyproject.toml upwards."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from virkningskjede.diagnostics import FAIL_ON, GRAVITY
from virkningskjede.errors import UsageError
from virkningskjede.i18n import LANGS, Lang, Severity, Word
from virkningskjede.project.files import NOTHING, Excluded, leads_out, shown
from virkningskjede.yamlfile import straight

_FILE = "pyproject.toml"
_LISTS = ("select", "ignore", "exclude")
_CHOICES: Mapping[str, tuple[str, ...]] = {"lang": LANGS, "fail-on": FAIL_ON}
_CODES_BY_FILE = "per-file-ignores"
_SEVERITY = "severity"
_PATTERNS = ("exclude", _CODES_BY_FILE)
KNOWN = ("select", "ignore", "exclude", _CODES_BY_FILE, _SEVERITY, "fail-on", "lang", "root")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has settled for its runs. An option on the command line goes before a setting.

    Attributes:
        select: code prefixes of the rules to run; empty for all.
        ignore: code prefixes of the rules not to run.
        fail_on: the least grave severity that gives exit code 1, or ``none``.
        lang: the language of what is said.
        root: the folder with the codebook.
        excluded: files and folders that are left out wherever a folder is looked through.
        severities: beginnings of codes, with the severity that they have here; of two that fit, the longer.
        ignored: files and folders, with code prefixes of the rules not to run on them.
        file: the file that says so; None for the defaults.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    lang: Lang | None = None
    root: Path | None = None
    excluded: Excluded = NOTHING
    severities: tuple[tuple[str, Severity], ...] = ()
    ignored: tuple[tuple[Excluded, tuple[str, ...]], ...] = ()
    file: Path | None = None

    def ignored_in(self, file: Path) -> tuple[str, ...]:
        """The code prefixes of the rules not to run on a file because of where it lies."""
        return tuple(code for files, codes in self.ignored if files.covers(file) for code in codes)

    def weighed(self, codes: Iterable[str]) -> Mapping[str, Severity]:
        """How grave those of some codes are here that settings say so of."""
        by_prefix = dict(self.severities)
        fitting = {code: [prefix for prefix in by_prefix if code.startswith(prefix)] for code in codes} if by_prefix else {}
        return {code: by_prefix[max(prefixes, key=len)] for code, prefixes in fitting.items() if prefixes}

    @property
    def codes(self) -> tuple[str, ...]:
        """Every beginning of a code that is named."""
        weighed = (prefix for prefix, _ in self.severities)
        return (*self.select, *self.ignore, *weighed, *(code for _, codes in self.ignored for code in codes))


DEFAULTS = Settings()


def upwards(start: Path, top: Path | None = None) -> Iterator[Path]:
    """The folders from a file or folder upwards that can hold what it belongs to.

    The walk ends with the top of the work tree, the home folder, or the last folder of a file system: what lies beyond is
    somebody else's.

    Args:
        start: a file, a folder, or the place of one that is not there.
        top: a folder to end with, too.
    """
    first = Path(straight(start.absolute()))
    home = _home()
    device = None
    for folder in (first, *first.parents):
        try:
            about = folder.stat()
        except OSError:
            continue  # a file that is not there, or a place that may not be looked at
        if device is not None and about.st_dev != device:
            return
        device = about.st_dev
        yield folder
        if folder in (home, top) or os.path.lexists(folder / ".git"):
            return


def _home() -> Path | None:
    try:
        return Path.home()
    except (RuntimeError, KeyError):
        return None


def settings_at(start: Path, top: Path | None = None) -> Settings:
    """The settings that hold at a place; the defaults where there are none.

    Raises:
        UsageError: the file cannot be read, or has a setting or value that is not known.
    """
    for folder in upwards(start, top):
        settings = settings_in(folder)
        if settings is not None:
            return settings
    return DEFAULTS


def settings_in(folder: Path) -> Settings | None:
    """The settings that stand in a folder's own pyproject.toml; None when there are none.

    Raises:
        UsageError: the file cannot be read, or has a setting or value that is not known.
    """
    path = folder / _FILE
    if not os.path.isfile(path):  # noqa: PTH113 (pathlib raises where a folder is closed)
        return None
    table = _table(path)
    return None if table is None else _settings(table, path)


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        with path.open("rb") as file:
            whole = tomllib.load(file)
    except RecursionError:
        raise _wrong(path, Word("settings.deep")) from None
    except (OSError, ValueError) as error:
        raise _wrong(path, str(error)) from None
    tool = whole.get("tool", {})
    if not isinstance(tool, dict):
        raise _wrong(path, Word("settings.form", (("name", "tool"),)))
    if "virkningskjede" not in tool:
        return None
    table = tool["virkningskjede"]
    if not isinstance(table, dict):
        raise _wrong(path, Word("settings.form", (("name", "tool.virkningskjede"),)))
    return table


def _wrong(path: Path, reason: Word | str) -> UsageError:
    return UsageError(Word("error.settings", (("path", shown(path)), ("reason", reason))))


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    for key, value in table.items():
        if key not in KNOWN:
            raise _wrong(path, Word("error.setting", (("key", key), ("known", ", ".join(KNOWN)))))
        if not _allowed(key, value):
            raise _wrong(path, Word("error.setting_value", (("key", key), ("value", repr(value)), ("known", _known(key)))))
        for pattern in value if key in _PATTERNS else ():
            if leads_out(pattern):
                raise _wrong(path, Word("error.setting_pattern", (("key", key), ("pattern", pattern))))
    return Settings(
        tuple(table.get("select", ())),
        tuple(table.get("ignore", ())),
        table.get("fail-on", "error"),
        table.get("lang"),
        path.parent / table["root"] if "root" in table else None,
        Excluded(path.parent, tuple(table.get("exclude", ()))),
        tuple(table.get(_SEVERITY, {}).items()),
        tuple((Excluded(path.parent, (files,)), tuple(codes)) for files, codes in table.get(_CODES_BY_FILE, {}).items()),
        path,
    )


def _allowed(key: str, value: object) -> bool:
    if key in _LISTS:
        return _is_list(value)
    if key == _CODES_BY_FILE:
        return isinstance(value, dict) and all(files and _is_list(codes) for files, codes in value.items())
    if key == _SEVERITY:
        return isinstance(value, dict) and all(code and severity in GRAVITY for code, severity in value.items())
    return isinstance(value, str) and value in _CHOICES.get(key, (value,)) and value != ""


def _known(key: str) -> Word:
    """What can stand under a key."""
    if key in _CHOICES:
        return Word("settings.choice", (("choices", ", ".join(_CHOICES[key])),))
    by_key = {_CODES_BY_FILE: "settings.codes_by_file", _SEVERITY: "settings.severity", **dict.fromkeys(_LISTS, "settings.list")}
    return Word(by_key.get(key, "settings.text"))


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)
