"""``virkningskjede rename``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.renamed import answered
from virkningskjede.cli.run import begun


@parsing.command("rename", help="help.rename")
@parsing.argument("old")
@parsing.argument("new")
@parsing.option("--draft", "drafts", multiple=True, metavar="FILE", help="help.option.draft.rename")
@parsing.option("--dry-run", is_flag=True, help="help.option.diff")
@options.root
@options.lang
def command(old: str, new: str, drafts: tuple[str, ...], dry_run: bool, root: str | None, lang: str | None) -> None:
    """Give something another id in every file of the project."""
    from virkningskjede.renaming import rename

    answered(begun(root, lang), lambda run: rename(old, new, root=root, drafts=drafts, dry_run=dry_run), dry_run=dry_run)
