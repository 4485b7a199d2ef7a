"""What holds for one run of a command: its language and its settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from virkningskjede.catalogue import Lang
from virkningskjede.cli.language import settle
from virkningskjede.cli.settings import Settings, read_settings


def settings_here() -> Settings:
    """The settings of the working folder."""
    return read_settings(Path.cwd(), settle(sys.argv[1:], os.environ))


def language_of(option: str | None, settings: Settings | None = None) -> Lang:
    """The language of what a command says: its option, the environment, the settings, else Bokmål."""
    asked = ["--lang", option] if option else []
    return settle(asked, os.environ, (settings or settings_here()).lang)
