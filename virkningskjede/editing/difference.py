"""What would change in a file, as programs that apply differences know it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from virkningskjede.i18n import visible
from virkningskjede.yamlfile.tree import LINE_END


def difference(name: str, before: str, after: str, new_name: str | None = None) -> Iterator[str]:
    """The lines of a unified diff of two texts of a file, which may have another name afterwards; ``git apply -p0`` gives it that.

    >>> print("".join(difference("a.yaml", "a: b\\n", "a: c\\n")), end="")
    --- a.yaml
    +++ a.yaml
    @@ -1 +1 @@
    -a: b
    +a: c
    """
    ends = (LINE_END.sub("\n", part.removeprefix("\ufeff")) for part in (before, after))
    old, new = ([line for line in re.split(r"(?<=\n)", part) if line] for part in ends)
    # On a line of its own a name could be a command to the runner of a job.
    shown, new_shown = (re.sub(r"[\r\n]", " ", part) for part in (name, name if new_name is None else new_name))
    if new_shown != shown:
        lines = (f"diff --git {shown} {new_shown}", f"rename from {shown}", f"rename to {new_shown}")
        yield from (visible(line) + "\n" for line in lines)
    for line in difflib.unified_diff(old, new, shown, new_shown):
        yield visible(line.removesuffix("\n")) + "\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"
