"""What the gaps of models have to say: a table of models and kinds, and each gap with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from virkningskjede.analysis.paths import COUNTABLE, Gap, GapKind, Gaps, dropped_of, number
from virkningskjede.analysis.paths.gap import listed
from virkningskjede.analysis.paths.report import dropped, named_arrows
from virkningskjede.i18n import Lang, counted, rounded_share, word
from virkningskjede.model import LogicModel
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Passage, Report, Spot, Table, Value
from virkningskjede.report.grid import by_template, spread
from virkningskjede.report.names import abbreviated, codes_of, key, names_of, titles_of
from virkningskjede.report.places import places

COLUMNS = ("model", "model.label", "kind", "kind.label", "elements", "count", "share", "message", "at")


@dataclass(frozen=True)
class GapsReport(Report):
    """What the gaps of some models have to say.

    Attributes:
        gaps: the gaps.
    """

    gaps: Gaps

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The overview where there are several models; then the gaps, in a terminal model by model, on a page kind by kind."""
        blocks = _on_a_page(self.gaps, lang) if width is None else _in_a_terminal(self.gaps, lang, width)
        return Document(_title(self.gaps, lang), tuple(blocks), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for each gap."""
        names = names_of(self.gaps.models)
        rows = []
        for gap in self.gaps.gaps:
            share = 100 * rounded_share(gap.share, 3) if gap.share is not None else None
            counts = (number(gap.count) if gap.count >= COUNTABLE else gap.count or None, share)
            kind = word(f"kind.{gap.kind}", lang)
            rows.append(
                (gap.model, names[gap.model], gap.kind, kind, ", ".join(gap.elements), *counts, gap.message(lang), ", ".join(gap.at))
            )
        return Table.of((word(f"gaps.{key}", lang) for key in COLUMNS), rows)

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The value that ``gaps --format json`` prints."""
        return to_json(self.gaps, lang=lang)


def _title(gaps: Gaps, lang: Lang) -> str:
    title = word("gaps.title", lang)
    return f"{gaps.models[0].name}: {title[0].lower()}{title[1:]}" if len(gaps.models) == 1 else title


def _in_a_terminal(gaps: Gaps, lang: Lang, width: int) -> Iterator[Block]:
    """Every gap, model by model."""
    if len(gaps.models) > 1:
        yield from _narrow_overview(gaps, lang, width)
    titles = titles_of(gaps.models)
    groups = gaps.grouped()
    for model in gaps.models:
        yield Heading(titles[model.id])
        if not any((model.id, kind) in groups for kind in gaps.kinds):
            yield Paragraph(word("gaps.none", lang))
        for kind in gaps.kinds:
            of_kind = groups.get((model.id, kind))
            if of_kind:
                sentences = Items.of(_sentence(gap, model, lang) for gap in of_kind)
                yield Passage(f"{word(f'kind.{kind}', lang)} ({len(of_kind)})", (sentences,))
        yield from map(Paragraph, _left_out(gaps, model, lang))
    if len(gaps.models) == 1:
        yield Paragraph(word("gaps.honest", lang))


def _narrow_overview(gaps: Gaps, lang: Lang, width: int) -> Iterator[Table]:
    """The overview as tables that fit; below them, what the short names of the models stand for."""
    full = names_of(by_template(gaps.models))
    short = abbreviated(full)
    *before, last = (replace(table, spacing="close") for table in spread(overview(gaps, lang=lang, names=short), width))
    yield from before
    yield replace(last, notes=(key(full, short), *_notes(gaps, lang)))


def _on_a_page(gaps: Gaps, lang: Lang) -> Iterator[Block]:
    yield from tables(gaps, lang=lang)
    if not gaps.gaps:
        yield Paragraph(word("gaps.none", lang))
    if len(gaps.models) == 1:  # of several the overview says it
        yield from map(Paragraph, _notes(gaps, lang))


def overview(gaps: Gaps, *, lang: Lang = "nb", names: Mapping[str, str] | None = None) -> Table:
    """How many gaps of each kind there are in each model: a row for each kind, a column for each model.

    Args:
        gaps: the gaps.
        lang: the language.
        names: what the models are called, by id; by their titles when None.
    """
    models = by_template(gaps.models)
    called = names or names_of(models)
    rows: list[tuple[str, ...]] = []
    values: dict[Spot, Value] = {}
    chains = [gaps.chains[model.id] for model in models]
    groups = gaps.grouped()
    counted = {word(f"kind.{kind}", lang): [len(groups.get((model.id, kind), ())) for model in models] for kind in gaps.kinds}
    for label, counts in {**counted, word("gaps.chains", lang): chains}.items():
        values |= {(len(rows), place): count for place, count in enumerate((*counts, sum(counts)), 1) if 0 < count < COUNTABLE}
        shown = [number(count) if count or counts is chains else "·" for count in counts]
        rows.append((label, *shown, number(sum(counts))))
    headers = (word("gaps.kind", lang), *(called[model.id] for model in models), word("gaps.sum", lang))
    codes = codes_of(called, (model.id for model in models))
    return Table(headers, tuple(rows), word("gaps.title", lang), _notes(gaps, lang), codes=codes, values=values)


def _sentence(gap: Gap, model: LogicModel, lang: Lang) -> str:
    """The sentence, and the place in the source."""
    return f"{gap.message(lang)} ({places(gap.at, model.source)})" if gap.at else gap.message(lang)


def tables(gaps: Gaps, *, lang: Lang = "nb") -> Iterator[Table]:
    """For a report: the overview where there are several models, then a table for each kind that there is something of."""
    several = len(gaps.models) > 1
    if several:
        yield overview(gaps, lang=lang)
    models = {model.id: model for model in gaps.models}
    names = names_of(gaps.models)
    headers = (word("gaps.model", lang), word("gaps.message", lang), word("gaps.at", lang))[0 if several else 1 :]
    for kind in gaps.kinds:
        rows = []
        for gap in gaps.of(kind=kind):
            cells = (names[gap.model], gap.message(lang), places(gap.at, models[gap.model].source))
            rows.append(cells[0 if several else 1 :])
        if rows:
            yield Table(headers, tuple(rows), word(f"kind.{kind}", lang))


def _notes(gaps: Gaps, lang: Lang) -> tuple[str, ...]:
    """What the gaps are gaps in, and what was left out of each model."""
    left_out = [(model, note) for model in gaps.models for note in _left_out(gaps, model, lang)]
    lines = (f"{model.name}: {note}" if len(gaps.models) > 1 else note for model, note in left_out)
    return (word("gaps.honest", lang), *lines)


def _left_out(gaps: Gaps, model: LogicModel, lang: Lang) -> Iterator[str]:
    """What is left out, where there is any: what ``validate`` says, arrows with a minus or a mixed sign, and what was dropped."""
    ruled = gaps.by_rule.get(model.id, {})
    if ruled:
        names = listed(model.nodes[name].label for name in ruled).in_(lang)
        codes = ", ".join(sorted(set(ruled.values())))
        yield counted("gaps.by_rule", len(ruled), names=names, codes=codes).in_(lang)
    yield from named_arrows("gaps.signed", (link for link in model.links() if link.sign), model, lang)
    yield from dropped(model, lang)


def to_json(gaps: Gaps, *, lang: Lang = "nb") -> dict[str, Any]:
    """The value that ``gaps --format json`` prints. Only ``message`` and ``kinds`` depend on the language.

    ``counts`` has a number for each model and kind. ``chains`` is how many chains each model has, as text, since they can be very many.
    """
    counts: dict[str, dict[GapKind, int]] = {model.id: {kind: len(gaps.of(model.id, kind)) for kind in gaps.kinds} for model in gaps.models}
    return {
        "models": [model.id for model in gaps.models],
        "kinds": {kind: word(f"kind.{kind}", lang) for kind in gaps.kinds},
        "counts": counts,
        "chains": {name: number(count) for name, count in gaps.chains.items()},
        "dropped": {model.id: list(dropped_of(model)) for model in gaps.models},
        "by_rule": {model.id: dict(gaps.by_rule.get(model.id, {})) for model in gaps.models},
        "gaps": [_gap(gap, lang) for gap in gaps.gaps],
    }


def _gap(gap: Gap, lang: Lang) -> dict[str, Any]:
    return {
        "kind": gap.kind,
        "model": gap.model,
        "elements": list(gap.elements),
        "at": list(gap.at),
        "count": gap.count if gap.count.bit_length() < 4096 else None,
        "share": float(rounded_share(gap.share)) if gap.share is not None else None,
        "accepted": gap.accepted,
        "message": gap.message(lang),
    }
