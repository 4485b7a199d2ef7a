"""The manual: a page for every code, with an example that is fine and one that is not."""

from __future__ import annotations

import importlib.resources
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import MESSAGES, Lang, Text, Word, severity, word
from virkningskjede.project import likely

_EXAMPLES = (
    ("pass.yaml", Text("Uten denne meldingen", "Without this message")),
    ("fail.yaml", Text("Med denne meldingen", "With this message")),
)

FAMILIES: Mapping[str, str] = {
    "VK0": "reading",
    "VK1": "form",
    "VK2": "chain",
    "VK3": "names",
    "VK4": "sources",
    "VK5": "amounts",
    "VK6": "labels",
    "VK7": "privacy",
    "VK8": "completeness",
    "VK9": "housekeeping",
}
"""What the codes of a family begin with -> what they are about, as the catalogue has it."""


def manual() -> Traversable:
    """The folder with a folder for each code, and ``root``, whose shared names the examples use."""
    return importlib.resources.files("virkningskjede") / "manual"


def answer(code: str | None, lang: Lang = "nb") -> str:
    """What the manual says of what was asked for, in Markdown: the page of a code, or the list of the codes with this beginning.

    Args:
        code: a code or the beginning of some, such as ``VK30``, in capitals or not, with or without ``VK``; None for all codes.
        lang: ``nb`` or ``en``.

    Raises:
        UsageError: no code is or begins like this.

    >>> print(answer("vk31", "en").splitlines()[4])
    - VK310 (error): the section has no such sentence
    """
    wanted = (code or "").strip().upper()
    wanted = wanted if wanted.startswith("VK"[: len(wanted)]) else f"VK{wanted}" if wanted.isdecimal() else wanted
    codes = [known for known in sorted(MESSAGES) if known.startswith(wanted)]
    return page(wanted or "VK", lang) if wanted in MESSAGES or not codes else _listed(codes, lang)


def _listed(codes: list[str], lang: Lang) -> str:
    """Codes with what they are about, by family."""
    parts = [f"# {word('explain.codes', lang)}"]
    for family, about in FAMILIES.items():
        several = [code for code in codes if code.startswith(family)]
        if several:
            lines = (f"- {code} ({severity(MESSAGES[code].severity, lang)}): {title(code, lang)}" for code in several)
            parts += [f"## {family}: {word(f'explain.family.{about}', lang)}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def page(code: str, lang: Lang = "nb") -> str:
    """The manual page of a code, in Markdown.

    Args:
        code: such as ``VK204``, in capitals or not.
        lang: ``nb`` or ``en``.

    Raises:
        UsageError: there is no such code.

    >>> print(page("VK212", "en").splitlines()[0])
    # VK212 – an arrow to itself
    """
    known = code.upper()
    if known not in MESSAGES:
        raise UsageError(Word("error.no_code", (("code", shorten(code)), ("likely", likely(known, MESSAGES)))))
    folder = manual() / known
    title, _, text = (folder / f"{lang}.md").read_text("utf-8").partition("\n")
    parts = [title, f"*{severity(MESSAGES[known].severity, lang).capitalize()}*", text.strip()]
    for name, heading in _EXAMPLES:
        if (folder / name).is_file():
            parts += [f"## {heading.in_(lang)}", f"```yaml\n{_example(folder / name)}```"]
    return "\n\n".join(parts) + "\n"


def title(code: str, lang: Lang = "nb") -> str:
    """What a code is about, in a few words: the heading of its page.

    >>> title("VK212", "en")
    'an arrow to itself'
    """
    with (manual() / code / f"{lang}.md").open(encoding="utf-8") as page:
        return page.readline().partition("–")[2].strip()


def _example(path: Traversable) -> str:
    """A case without its first comment, which tells the tests where the message is expected."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("# expect:"))
