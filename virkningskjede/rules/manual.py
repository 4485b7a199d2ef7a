"""The manual: a page for every code, with an example that is fine and one that is not."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable

from virkningskjede.diagnostics import shorten
from virkningskjede.errors import UsageError
from virkningskjede.i18n import MESSAGES, Lang, Text, Word, severity
from virkningskjede.project import likely

_EXAMPLES = (
    ("pass.yaml", Text("Uten denne meldingen", "Without this message")),
    ("fail.yaml", Text("Med denne meldingen", "With this message")),
)


def manual() -> Traversable:
    """The folder with a folder for each code, and ``root``, whose shared names the examples use."""
    return importlib.resources.files("virkningskjede") / "manual"


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
