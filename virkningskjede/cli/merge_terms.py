"""``virkningskjede merge-terms``."""

from __future__ import annotations

from virkningskjede.cli import options, parsing
from virkningskjede.cli.renamed import answered
from virkningskjede.cli.run import begun


@parsing.command("merge-terms", help="help.merge-terms")
@parsing.argument("terms", nargs=-1, required=True, metavar="TERM...")
@parsing.option("--into", required=True, metavar="TERM", help="help.option.into")
@parsing.option("--draft", "drafts", multiple=True, metavar="FILE", help="help.option.draft.rename")
@parsing.option("--dry-run", is_flag=True, help="help.option.diff")
@options.root
@options.lang
def command(terms: tuple[str, ...], into: str, drafts: tuple[str, ...], dry_run: bool, root: str | None, lang: str | None) -> None:
    """Make several terms of the codebook one in every file of the project."""
    from virkningskjede.renaming import merge_terms

    answered(begun(root, lang), lambda run: merge_terms(terms, into, root=root, drafts=drafts, dry_run=dry_run), dry_run=dry_run)
