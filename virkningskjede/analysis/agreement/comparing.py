"""Two codings of the same models, held against each other cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Literal

from virkningskjede.analysis.agreement.codes import ABSENT, NOTHING, PLACE, Code, arrows_of, terms_of
from virkningskjede.analysis.agreement.figures import Figures, StatusFigures, figures_of, status_figures_of
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel, Models, models_of
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.values import Arrow, ends_of, rank
from virkningskjede.project import ALONE, Project
from virkningskjede.report import Reported
from virkningskjede.report.frames import tidy
from virkningskjede.report.names import names_of

if TYPE_CHECKING:
    import pandas as pd

    from virkningskjede.analysis.agreement.report import AgreementReport

FEW_MODELS = 5
"""With fewer models than this, most terms that are looked at are there because the model itself has them."""


@dataclass(frozen=True, slots=True)
class CodedCell:
    """One term, or one arrow between two terms, in one model: what each coder wrote.

    Attributes:
        model: the model's id.
        item: the term, or ``term -> term``.
        a: what the first coder wrote.
        b: what the second wrote.
        near: where only one filled it: for a term the broader and narrower terms that the other has instead; for an arrow those of its
            two terms that the other does not have at all, so that the arrow could not be there.
    """

    model: str
    item: str
    a: Code
    b: Code
    near: tuple[str, ...] = ()

    @property
    def kind(self) -> Literal["both", "only_a", "only_b", "neither"]:
        """Who filled it, as coded."""
        if self.a.said:
            return "both" if self.b.said else "only_a"
        return "only_b" if self.b.said else "neither"

    @property
    def agreed(self) -> bool:
        """Whether both wrote the same, as coded."""
        return self.a.said == self.b.said

    @property
    def readable(self) -> bool:
        """Whether they do not agree, but would in another reading that one of them has given."""
        return not self.agreed and bool(self.a.possible & self.b.possible)

    @property
    def same_status(self) -> bool:
        """Whether they agree on how far it has come, where both filled it; where neither did, on whether it was dropped."""
        if self.kind == "both":
            return rank(self.a.status) == rank(self.b.status)
        return self.kind != "neither" or self.a.dropped == self.b.dropped

    @property
    def same_place(self) -> bool:
        """Whether they agree on where it stands, stage and level, where both filled it."""
        return self._same(PLACE)

    @property
    def place_readable(self) -> bool:
        """Whether it stands elsewhere with each of them, but would stand alike in another reading that one of them has given."""
        return not self.same_place and self._readable(PLACE)

    @property
    def otherwise(self) -> tuple[str, ...]:
        """Where both filled it: the fields in which they have chosen otherwise among the format's words, such as ``sign``."""
        return tuple(field for field in self.a.aspects if field in self.b.aspects and field != PLACE and not self._same(field))

    @property
    def otherwise_readable(self) -> bool:
        """Whether they have chosen otherwise, but would have chosen alike in other readings that they have given."""
        return bool(self.otherwise) and all(map(self._readable, self.otherwise))

    def _same(self, field: str) -> bool:
        return self.kind != "both" or self.a.aspects.get(field, NOTHING).coded == self.b.aspects.get(field, NOTHING).coded

    def _readable(self, field: str) -> bool:
        return self.a.aspects.get(field, NOTHING).readable_as(self.b.aspects.get(field, NOTHING))


@dataclass(frozen=True, slots=True)
class Agreement(Reported):
    """How far two coders agree on the models that both have coded.

    Attributes:
        names: what the two codings are called.
        models: ids of the models that both have coded, in the order of the first.
        only_a: ids of models that only the first has coded.
        only_b: ids of models that only the second has coded.
        terms: a cell for each model and term, in the codebook's order.
        arrows: a cell for each model and arrow between terms.
        of_terms: the figures over all cells of terms.
        of_arrows: the figures over all cells of arrows.
        of_shared_arrows: the same, over arrows between terms that both have in the model: how far they agree on arrows apart from
            terms. Without kappa and alpha, which mean little where nearly every cell is there because somebody filled it. Of both kinds of
            arrows positive agreement says the most: a cell that is empty is there only because another model has that arrow.
        of_status: the figures over how far things have come.
        by_term: the figures of each term over the models.
        unknown_a: terms that the second uses and the first's codebook does not have; they cannot agree.
        unknown_b: terms that the first uses and the second's codebook does not have.
        all_terms: whether the terms are all of the codebooks, and not only those that one of the two has used.
        codings: the models as each has coded them.
        vocabulary: the first's codebook, for the names of terms.
    """

    names: tuple[str, str]
    models: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    terms: tuple[CodedCell, ...] = field(repr=False)
    arrows: tuple[CodedCell, ...] = field(repr=False)
    of_terms: Figures
    of_arrows: Figures
    of_shared_arrows: Figures
    of_status: StatusFigures = field(repr=False)
    by_term: Mapping[str, Figures] = field(repr=False, hash=False)
    unknown_a: tuple[str, ...] = ()
    unknown_b: tuple[str, ...] = ()
    all_terms: bool = False
    codings: tuple[Mapping[str, LogicModel], Mapping[str, LogicModel]] = field(default=({}, {}), repr=False, hash=False)
    vocabulary: Vocabulary | None = field(default=None, repr=False)

    @property
    def narrow(self) -> bool:
        """Whether so few models are compared that kappa and alpha come out low of themselves."""
        return not self.all_terms and len(self.models) < FEW_MODELS

    @property
    def to_discuss(self) -> tuple[CodedCell, ...]:
        """The cells that the two do not agree on, model by model: terms, then arrows; those that no other reading mends come first."""
        cells = [cell for cell in (*self.terms, *self.arrows) if not cell.agreed]
        return tuple(sorted(cells, key=lambda cell: (self.models.index(cell.model), isinstance(cell.item, Arrow), cell.readable)))

    @property
    def other_status(self) -> tuple[CodedCell, ...]:
        """The cells that both filled, but with different statuses, and those where one of them has it as dropped and the other not."""
        return tuple(cell for cell in self.terms if not cell.same_status)

    @property
    def other_place(self) -> tuple[CodedCell, ...]:
        """The cells that both filled, but at different stages or levels: elsewhere such nodes are not the same."""
        return tuple(cell for cell in self.terms if not cell.same_place)

    @property
    def otherwise(self) -> tuple[CodedCell, ...]:
        """The cells that both filled, but with other words of the format: an unwanted effect, or an arrow with another sign."""
        return tuple(cell for cell in (*self.terms, *self.arrows) if cell.otherwise)

    @property
    def discussed(self) -> tuple[CodedCell, ...]:
        """All that there is to discuss, each cell once: `to_discuss`, then the rest of `other_place`, `otherwise` and `other_status`."""
        return tuple(dict.fromkeys((*self.to_discuss, *self.other_place, *self.otherwise, *self.other_status)))

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to compare: neither has coded any term in the models that both have."""
        return not self.discussed and not self.of_terms.filled and not any(cell.a.dropped for cell in self.terms)

    @property
    def uncoded(self) -> tuple[str, ...]:
        """Ids of the models that both have, but in which neither has coded any term."""
        coded = {cell.model for cell in self.terms if cell.kind != "neither" or cell.a.dropped or cell.b.dropped}
        return tuple(name for name in self.models if name not in coded)

    def __repr__(self) -> str:
        return (
            f"Agreement({self.names[0]} and {self.names[1]}: {len(self.models)} models, {len(self.terms)} terms, {len(self.arrows)} arrows)"
        )

    def to_frame(self) -> pd.DataFrame:
        """One row for each cell (needs pandas): model, item, arrow, kind, a, b, agreed, readable, same_place, otherwise, status_a,
        status_b, near, at_a, at_b.

        ``arrow`` says whether the item is an arrow; ``a`` and ``b`` whether each filled the cell; ``otherwise``, ``near`` and what begins
        with ``at`` hold tuples. ``model_label`` says what the models are called.
        """
        columns = ["model", "item", "arrow", "kind", "a", "b", "agreed", "readable", "same_place", "otherwise"]
        columns += ["status_a", "status_b", "near", "at_a", "at_b"]
        rows = []
        for cell in (*self.terms, *self.arrows):
            values = (
                cell.model,
                cell.item,
                isinstance(cell.item, Arrow),
                cell.kind,
                cell.a.said,
                cell.b.said,
                cell.agreed,
                cell.readable,
                cell.same_place,
                cell.otherwise,
            )
            rows.append((*values, cell.a.status, cell.b.status, cell.near, cell.a.at, cell.b.at))
        models = [coding[model] for model in self.models for coding in self.codings[:1]]
        return tidy(rows, columns, labels={"model": names_of(models)})

    def report(self, *, by_term: bool = False) -> AgreementReport:
        """What it has to say.

        Args:
            by_term: whether each term is told of by itself as well.
        """
        from virkningskjede.analysis.agreement.report import AgreementReport  # the contract's exception: a result is read where it stands

        return AgreementReport(self, by_term)


def agreement(
    a: Models,
    b: Models,
    project_a: Project = ALONE,
    project_b: Project = ALONE,
    *,
    all_terms: bool = False,
    names: tuple[str, str] = ("A", "B"),
) -> Agreement:
    """Hold two codings of the same models against each other; models are the same when they have the same id.

    A cell is one model and one term, exactly: a narrower term is another code. What was dropped is not there, as everywhere else, and what
    both have but at different stages or levels is among what there is to discuss. The terms are those that one of the coders has used in
    some model that both have coded. That changes kappa and alpha: with few models nearly every cell is there because somebody filled it,
    agreement on what is absent hardly shows, and both come out low. With ``all_terms`` the terms are all of the codebook's: many more
    cells that both left empty, which raises the share of cells that agree, though nobody has coded differently. The arrows are always
    those that one of them has used.

    Args:
        a: the first coder's models.
        b: the second's.
        project_a: what the first's models share; its vocabulary says which terms there are.
        project_b: what the second's share.
        all_terms: take in all terms of the codebooks.
        names: what to call the two codings.

    Raises:
        UsageError: no model is coded by both, or two models of one coder have the same id.

    >>> def coded(term): return LogicModel(id="m", inputs={"a": {"label": "A", "term": term}, "b": {"label": "B", "term": "tid"}})
    >>> compared = agreement(coded("penger"), coded("rom"))
    >>> [(cell.item, cell.kind) for cell in compared.terms], round(compared.of_terms.agreed, 2)
    ([('penger', 'only_a'), ('rom', 'only_b'), ('tid', 'both')], 0.33)
    """
    ours, theirs = ({model.id: model for model in models_of(models)} for models in (a, b))
    shared = tuple(name for name in ours if name in theirs)
    if not shared:
        raise UsageError(Word("error.no_common", (("a", names[0]), ("b", names[1]))))
    books = project_a.vocabulary or Vocabulary(), project_b.vocabulary or Vocabulary()
    wrote = {name: (terms_of(ours[name]), terms_of(theirs[name])) for name in shared}
    universe = _ordered(wrote.values(), books, all_terms=all_terms)
    terms = tuple(_term_cell(name, term, *wrote[name], books) for name in shared for term in universe)
    drew = {name: (arrows_of(ours[name]), arrows_of(theirs[name])) for name in shared}
    pairs = sorted({item for both in drew.values() for codes in both for item, code in codes.items() if code.said})
    arrows = tuple(_arrow_cell(name, pair, *drew[name], wrote[name]) for name in shared for pair in pairs)
    has = {(cell.model, cell.item) for cell in terms if cell.kind == "both"}
    within = (cell for cell in arrows if all((cell.model, term) in has for term in ends_of(cell.item)))
    columns: dict[str, list[CodedCell]] = {term: [] for term in universe}
    for cell in terms:
        columns[cell.item].append(cell)
    by_term = {term: _figures(cells) for term, cells in columns.items()}
    kappas = [figures.kappa for figures in by_term.values() if figures.kappa is not None]
    # With few models a term has few cells, and its kappa says nothing of what is typical.
    typical = median(kappas) if kappas and len(shared) >= FEW_MODELS else None
    return Agreement(
        names,
        shared,
        tuple(name for name in ours if name not in theirs),
        tuple(name for name in theirs if name not in ours),
        terms,
        arrows,
        _figures(terms, typical=typical),
        _figures(arrows),
        _figures(within, chance=False),
        status_figures_of((cell.a.status, cell.b.status) for cell in terms if cell.kind == "both"),
        by_term,
        _unknown(terms, "only_b", project_a.vocabulary),
        _unknown(terms, "only_a", project_b.vocabulary),
        all_terms,
        (ours, theirs),
        project_a.vocabulary or project_b.vocabulary,
    )


def _ordered(
    wrote: Iterable[tuple[Mapping[str, Code], Mapping[str, Code]]], books: tuple[Vocabulary, Vocabulary], *, all_terms: bool
) -> tuple[str, ...]:
    """The terms to look at: in the codebooks' order, then those that neither has."""
    known = dict.fromkeys((*books[0].terms, *books[1].terms))
    used = {term for both in wrote for codes in both for term, code in codes.items() if code.said or code.dropped}
    return (*(term for term in known if all_terms or term in used), *sorted(used - known.keys()))


def _term_cell(
    model: str, term: str, ours: Mapping[str, Code], theirs: Mapping[str, Code], books: tuple[Vocabulary, Vocabulary]
) -> CodedCell:
    a, b = ours.get(term, ABSENT), theirs.get(term, ABSENT)
    if a.said == b.said:
        return CodedCell(model, term, a, b)
    other, own = (theirs, ours) if a.said else (ours, theirs)
    kin = (name for name, code in other.items() if code.said and not own.get(name, ABSENT).said and _akin(name, term, books))
    return CodedCell(model, term, a, b, tuple(kin))


def _akin(first: str, second: str, books: Iterable[Vocabulary]) -> bool:
    return any(second in book.wider_term(first) or first in book.wider_term(second) for book in books)


def _arrow_cell(
    model: str, pair: str, ours: Mapping[str, Code], theirs: Mapping[str, Code], wrote: tuple[Mapping[str, Code], Mapping[str, Code]]
) -> CodedCell:
    a, b = ours.get(pair, ABSENT), theirs.get(pair, ABSENT)
    lacking: Iterator[str] = iter(())
    if a.said != b.said:
        other = wrote[1] if a.said else wrote[0]
        lacking = (term for term in dict.fromkeys(ends_of(pair)) if not other.get(term, ABSENT).said)
    return CodedCell(model, pair, a, b, tuple(lacking))


def _figures(cells: Iterable[CodedCell], *, chance: bool = True, typical: float | None = None) -> Figures:
    readings = ((cell.a.said, cell.b.said, bool(cell.a.possible & cell.b.possible)) for cell in cells)
    return figures_of(readings, chance=chance, typical=typical)


def _unknown(terms: Iterable[CodedCell], kind: str, book: Vocabulary | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.item for cell in terms if cell.kind == kind and book is not None and cell.item not in book.terms))
