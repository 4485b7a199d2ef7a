"""What a model has to say: its head, a table for each stage, and what stands beside the chain."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from virkningskjede.arguments import checked
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Lang, counted, word, word_or
from virkningskjede.i18n.language import asked_for, chosen
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import Ambiguity, Context, DatedBounds, Entry, Indicator, Link, LogicModel, Node, Outcome, Recruitment, Result
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.fields import LIMITING, SECTION_KINDS
from virkningskjede.model.plain import written
from virkningskjede.model.values import STAGES, Bounds, Frozen, Level, Sign, Status, naming, sentences
from virkningskjede.project import project_of
from virkningskjede.report import Block, Document, Heading, Items, Paragraph, Passage, Report, Table, amounts, results
from virkningskjede.report.finish import OF_A_FILE, Finish
from virkningskjede.report.frames import tidy
from virkningskjede.report.model_text import ModelText
from virkningskjede.report.names import labels_of, names_of, section_name, template_of, work_named
from virkningskjede.report.notebook import cell

if TYPE_CHECKING:
    import pandas as pd

FrameOf = Literal["nodes", "links"]
"""What a frame of models has a row for each of."""

_NUMBERS = frozenset({*Bounds.model_fields, "n", "baseline"})
"""The fields whose cells are numbers to a spreadsheet, where nothing but a number stands in them."""

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

COLUMNS = ("element", "id", "label", "to.id", "to", "level", "status", "who", "stated", "because", "at")
"""The columns of every listing; then come those of the fields that the model has, and last what no cell can hold."""


@dataclass(frozen=True)
class ModelReport(Report):
    """What a model has to say.

    Attributes:
        model: the model.
        vocabulary: the codebook, for the names of actors and traits; ids where it does not have them.
    """

    model: LogicModel
    vocabulary: Vocabulary | None = None

    def document(self, lang: Lang = "nb", width: int | None = None) -> Document:
        """The head, a table for each stage, and what stands beside the chain."""
        return Document(self.model.name, tuple(_parts(self.model, self.vocabulary or Vocabulary(), lang)), lang)

    def listing(self, lang: Lang = "nb") -> Table:
        """A row for the model, for each of its entries in the order of the format, and for each arrow, which `new --from` reads back.
        Nothing is left out or cut: what no cell can hold stands in words in the last column.
        """
        from virkningskjede.tables.listing import cells  # what is shown as text needs no tables

        wording = ModelText((self.model,), self.vocabulary, lang, longest=sys.maxsize)
        things: list[tuple[str, str, str, Entry | Link | LogicModel | Recruitment]] = [
            (wording.choice("kind", self.model.kind), self.model.id, self.model.title or "", self.model)
        ]
        if self.model.recruitment is not None:
            things.append((section_name("recruitment", lang), "recruitment", "", self.model.recruitment))
        things += (
            (section_name(section, lang), entry.id, getattr(entry, "label", None) or "", entry) for section, entry in self.model.entries()
        )
        things += ((word("show.arrow", lang), link.source, wording.label(0, link.source), link) for link in self.model.links())
        in_cells = [{} if isinstance(of, Recruitment | Ambiguity) else cells(of, lang) for *_, of in things]
        keys = dict.fromkeys(key for row in in_cells for key in row)
        rows = tuple(_row(*thing, wording, row, keys) for thing, row in zip(things, in_cells, strict=True))
        fixed = (word(f"show.column.{key}", lang) for key in COLUMNS)
        headers = (*fixed, *(_capital(wording.field(key)) for key in keys), word("show.column.others", lang))
        numbers = [place for place, key in enumerate(keys, len(COLUMNS)) if key in _NUMBERS]
        values = {
            (row, place): Decimal(cells[place]) for row, cells in enumerate(rows) for place in numbers if _NUMBER.fullmatch(cells[place])
        }
        return Table(headers, rows, values=values)

    def shows(self, lang: Lang = "nb") -> str:
        """What the picture shows, in words."""
        return word("report.picture.model", lang, name=self.model.name, counts=counts(self.model, lang)) if self.model.nodes else ""

    def draw(self, path: Path, lang: Lang = "nb", finish: Finish = OF_A_FILE) -> None:
        """The chain, as `render` draws it."""
        from virkningskjede.drawing.picture import picture
        from virkningskjede.drawing.scene import Scene

        picture(Scene(self.model, lang, self.vocabulary, project_of(self.model).references), path, finish=finish)

    def lost(self, lang: Lang = "nb") -> str:
        """What is not in the model when its listing is read back, in words; empty when everything is."""
        from virkningskjede.tables.listing import lost

        table, wording = self.listing(lang), ModelText((self.model,), self.vocabulary, lang)
        gone = lost(self.model, table.headers, table.rows, lang, self.vocabulary)
        if gone is None:
            return word("show.lost.all", lang)
        names = ", ".join(f"{_name(key, wording)} ({count})" for key, count in gone.items())
        return word("show.lost", lang, fields=names) if names else ""

    def plain(self, lang: Lang = "nb") -> dict[str, Any]:
        """The model with the keys of its file."""
        return written(self.model)


def shown(model: LogicModel) -> ModelReport:
    """What a model has to say, with the names of its own project's codebook."""
    return ModelReport(model, project_of(model).vocabulary)


@checked
def frame(models: Iterable[LogicModel], what: FrameOf, lang: Lang) -> pd.DataFrame:
    """The nodes or the arrows of models, a row for each; see `virkningskjede.model.LogicModel.to_frame`.

    Raises:
        UsageError: neither of these is asked for.
    """
    if what not in get_args(FrameOf):
        raise UsageError(no_choice(what, get_args(FrameOf)))
    several = tuple(models)
    names = names_of(several)
    rows = [row for model in several for row in (_node_rows if what == "nodes" else _link_rows)(model, names[model.id], lang)]
    levels, statuses = get_args(Level), get_args(Status)
    if what == "links":
        signs = {sign: word_or(f"sign.{sign}", sign, lang) for sign in get_args(Sign)}
        return tidy(rows, LINK_COLUMNS, labels={"sign": signs})
    labels = {
        "stage": {stage: section_name(stage, lang) for stage in STAGES},
        "level": {level: word_or(f"level.{level}", level, lang) for level in levels},
        "status": {status: word_or(f"status.{status}", status, lang) for status in statuses},
    }
    return tidy(rows, NODE_COLUMNS, labels=labels, ordered={"stage": STAGES, "level": levels, "status": statuses})


NODE_COLUMNS = (
    *("model", "model_label", "id", "label", "stage", "level", "status", "unwanted"),
    *("term", "term_label", "who", "dose", "because", "at"),
)
LINK_COLUMNS = (
    *("model", "model_label", "source", "source_label", "to", "to_label"),
    *("stated", "feedback", "sign", "because", "assumes", "at"),
)


def _node_rows(model: LogicModel, name: str, lang: Lang) -> Iterator[tuple[object, ...]]:
    wording, labels = ModelText((model,), project_of(model).vocabulary, lang), labels_of(model, lang)
    for node in model.nodes.values():
        dose = amounts.dose(node.dose, lang, labels, wording.vocabulary.units) if node.dose else None
        words = (wording.terms(node.term) or None, wording.who(node.who) or None, dose, node.because)
        place = (node.stage, getattr(node, "level", None), node.status, bool(getattr(node, "unwanted", False)))
        yield (model.id, name, node.id, node.label, *place, node.term, *words, sentences(node.at, model.source))


def _link_rows(model: LogicModel, name: str, lang: Lang) -> Iterator[tuple[object, ...]]:
    labels = {node.id: node.label for node in model.nodes.values()}
    for link in model.links():
        ends = (link.source, labels[link.source], link.to, labels.get(link.to))
        fields = (link.stated, bool(link.feedback), link.sign, link.because, link.assumes)
        yield (model.id, name, *ends, *fields, sentences(link.at, model.source))


def in_notebook(model: LogicModel) -> dict[str, str]:
    """What a notebook shows of a model: its picture, and its name as text. Its own language, unless another was asked for."""
    from virkningskjede.drawing.notebook import bundle  # what is read as text draws nothing
    from virkningskjede.drawing.scene import Scene

    lang: Lang = asked_for() or ("en" if model.lang == "en" else "nb")
    project = project_of(model)
    return bundle(Scene(model, lang, project.vocabulary, project.references))


def listed(models: Iterable[LogicModel]) -> str:
    """What a notebook shows of several models: a row for each, with what it is called, its id, its kind, and how much stands in it."""
    lang = chosen(None)
    models = list(models)
    templates = {model.id: model.name for model in models if model.kind == "template"}
    rows = [
        (
            model.name,
            model.id,
            ModelText((model,), None, lang).choice("kind", model.kind),
            templates.get(model.follows or "", model.follows or ""),
            str(len(model.nodes)),
            str(sum(1 for _ in model.links())),
        )
        for model in models
    ]
    headers = (word(f"list.{name}", lang) for name in ("model", "id", "kind", "follows", "nodes", "arrows"))
    return cell(Document("", (Table(tuple(headers), tuple(rows)),), lang))


def _parts(model: LogicModel, vocabulary: Vocabulary, lang: Lang) -> Iterator[Block]:
    yield Heading(model.name, 1)
    wording, labels = ModelText((model,), vocabulary, lang), labels_of(model, lang)
    yield Paragraph(_head(model, wording))
    yield Paragraph(counts(model, lang))
    if any(not link.stated for link in model.links()):
        yield Paragraph(word("show.inferred", lang))
    limits = [_with(wording.limit(entry), wording.others(0, entry, _LIMIT_OTHERWISE)) for entry in model.target_group.values()]
    yield from _list("target_group", limits, lang)
    if model.recruitment is not None:
        yield from _list("recruitment", [_capital(line) for line in wording.others(0, model.recruitment, {"because"})], lang)
    for stage in STAGES:
        nodes: list[Node] = list(getattr(model, stage).values())
        if nodes:
            yield Passage(section_name(stage, lang), (_stage(nodes, labels, wording, lang),), level=2)
    for section in (kind.name for kind in SECTION_KINDS.values() if kind.beside):
        entries: list[Entry] = list(getattr(model, section).values())
        yield from _list(section, [_beside(entry, model, wording) for entry in entries], lang)


def counts(model: LogicModel, lang: Lang) -> str:
    """How many nodes and arrows a model has, and how many of the arrows its source states.

    >>> counts(LogicModel.model_validate({"id": "m", "inputs": {"a": {"label": "A"}}}), "en")
    '1 node, 0 arrows (0 stated in the source, 0 inferred)'
    """
    stated = [link.stated for link in model.links()]
    nodes, arrows = counted("change.nodes", len(model.nodes)).in_(lang), counted("change.links", len(stated)).in_(lang)
    return word("show.counts", lang, nodes=nodes, arrows=arrows, stated=sum(stated), inferred=len(stated) - sum(stated))


def _head(model: LogicModel, wording: ModelText) -> str:
    lang = wording.lang
    facts = [f"{_capital(wording.field('kind'))}: {wording.choice('kind', model.kind)}"]
    facts += [f"{word('show.follows', lang)}: {template_of(model)}"] if model.follows else []
    facts += [f"{word('show.source', lang)}: {work_named(model.source, project_of(model).references)}"] if model.source else []
    facts += [f"{word('show.as_of', lang)}: {amounts.date(model.as_of, lang)}"] if model.as_of else []
    facts += (
        [f"{word('show.dose', lang)}: {amounts.dose(model.dose, lang, labels_of(model, lang), wording.vocabulary.units)}"]
        if model.dose
        else []
    )
    return " · ".join(facts)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _with(text: str, facts: Iterable[str]) -> str:
    """A text with what else there is to say of it."""
    more = "; ".join(facts)
    return f"{text} ({more})" if more else text


def _list(section: str, lines: list[str], lang: Lang) -> Iterator[Block]:
    if lines:
        yield Passage(section_name(section, lang), (Items.of(lines),), level=2)


def _stage(nodes: list[Node], labels: Mapping[str, str], wording: ModelText, lang: Lang) -> Table:
    """The nodes of a stage. A column in which nothing stands is left out."""
    columns = {
        "show.node": ["\n".join(filter(None, (labels[node.id], _details(node, wording)))) for node in nodes],
        "show.who": ["\n".join(wording.roles(node.who)) for node in nodes],
        "show.status": [_status(node, lang) for node in nodes],
        "show.leads_to": [_targets(node, labels, wording) for node in nodes],
    }
    filled = {key: cells for key, cells in columns.items() if any(cells)}
    headers = tuple(word(key, lang).capitalize() for key in filled)
    return Table(headers, tuple(zip(*filled.values(), strict=True)), spacing="apart")


_COLUMNS_OF = frozenset({"label", "title", "level", "status", "who", "because", "at"})
"""The fields that have columns of their own in every listing."""


def _name(key: str, wording: ModelText) -> str:
    """What a field or a section is called."""
    if key == "later":
        return word("change.field.later", wording.lang, field="").rstrip(", ")
    return section_name(key, wording.lang).lower() if key in SECTION_KINDS or key == "recruitment" else wording.field(key)


def _row(
    section: str, name: str, label: str, of: Frozen, wording: ModelText, in_cells: Mapping[str, str], keys: Iterable[str]
) -> tuple[str, ...]:
    """What is said of one thing of a model: an entry, an arrow, the recruitment, or the model itself."""
    lang, model = wording.lang, wording.models[0]
    to, stated = ("", ""), ""
    if isinstance(of, Link):
        to = (of.to, model.nodes[of.to].label if of.to in model.nodes else "")
        stated = word("compare.yes" if of.stated else "compare.no", lang)
    level, status = (getattr(of, key, None) for key in ("level", "status"))
    own_columns = _COLUMNS_OF.union(key for key in in_cells if not _placed(of, key)) | (
        {"recruitment", "kind"} if isinstance(of, LogicModel) else set()
    )
    others = list(wording.others(0, of, own_columns.union(Bounds.model_fields) if isinstance(of, Result) else own_columns, coding=True))
    if isinstance(of, Result) and "value" not in in_cells:  # the number with its unit, which may be that of its indicator
        others = [f"{wording.field('value')}: {wording.amount_of(0, of)}", *others]
    return (
        *(section, name, label, *to),
        word_or(f"level.{level}", level, lang) if level else "",
        wording.choice("status", status) if status else "",
        wording.who(getattr(of, "who", None)),
        stated,
        getattr(of, "because", None) or "",
        ", ".join(sentences(getattr(of, "at", ()), model.source)),
        *(in_cells.get(key, "") for key in keys),
        "; ".join(others),
    )


def _placed(of: Frozen, key: str) -> bool:
    """Whether a number in a cell has a place of its own in a source, for which there is no room there."""
    content = getattr(of, key, None)
    return any(isinstance(part, DatedBounds) and part.at for part in (content if isinstance(content, tuple) else (content,)))


def _status(node: Node, lang: Lang) -> str:
    return word_or(f"status.{node.status}", node.status, lang) if node.status else ""


def _targets(node: Node, labels: Mapping[str, str], wording: ModelText) -> str:
    """Where the arrows go, each with a question mark when the coder inferred it."""
    return "\n".join(
        _with(f"→ {labels.get(link.to, link.to)}{'' if link.stated else ' ?'}", _of_arrow(link, wording)) for link in node.leads_to
    )


def _of_arrow(link: Link, wording: ModelText) -> Iterator[str]:
    if link.sign:
        yield wording.choice("sign", link.sign)
    if link.feedback:
        yield wording.field("feedback")
    if link.because:
        yield f"{wording.field('because')}: {wording.value(0, 'because', link.because)}"
    for evidence in link.evidence:
        finding = f"{wording.field('evidence')}: {wording.choice('finding', evidence.finding)}"
        certainty = wording.value(0, "certainty", evidence.certainty)
        yield f"{finding}, {wording.field('certainty')}: {certainty}" if certainty else finding


_OTHERWISE = frozenset(
    {
        *("label", "who", "status", "level", "kind", "dose", "when"),
        *("term", "after", "content", "because"),
    }
)
"""What a table of nodes has in columns or tells in its own way, and what it leaves to the file. Whatever else a node has is told."""

_LIMIT_OTHERWISE = LIMITING | {"label", "because"}
"""The same of a limit of the target group."""

_BESIDE_OTHERWISE = frozenset({"label", "term", "because"})
"""The same of what stands beside the chain."""


def _details(node: Node, wording: ModelText) -> str:
    facts = []
    if isinstance(node, Outcome):
        facts.append(word_or(f"level.{node.level}", node.level, wording.lang).lower())
    if isinstance(node, Context):
        facts.append(wording.choice("kind", node.kind))
    if node.dose:
        facts.append(amounts.dose(node.dose, wording.lang, labels_of(wording.models[0], wording.lang), wording.vocabulary.units))
    if node.when:
        facts.append(wording.when(node.when))
    return " · ".join((*facts, *wording.others(0, node, _OTHERWISE)))


def _beside(entry: Entry, model: LogicModel, wording: ModelText) -> str:
    if isinstance(entry, Result):
        account = results.account(entry, model, wording.vocabulary, wording.lang)
        return ": ".join(filter(None, (results.name(entry, model, wording.vocabulary, wording.lang), account)))
    if isinstance(entry, Indicator):
        # An indicator names no part of the model: it is the nodes that say what they are measured by.
        measured = [node.id for node in model.nodes.values() if entry.id in node.indicators]
        facts = [word("show.measures", wording.lang, nodes=wording.labels(0, measured))] if measured else []
        return _with(entry.label, (*facts, *wording.others(0, entry, {"label"})))
    # What it does to parts of the model says more than what it is about.
    naming_parts = naming(type(entry), "part")
    refs = {field.key: names for field in naming_parts if (names := getattr(entry, field.name))}
    key = next((key for key in refs if key != "about"), "about")
    parts = ", ".join(wording.arrow(0, ref) for ref in refs.get(key, ()))
    facts = [f"{word_or(f'show.{key}', wording.field(key), wording.lang)} {parts}"] if refs else []
    facts += wording.others(0, entry, _BESIDE_OTHERWISE.union(field.name for field in naming_parts))
    return _with(str(getattr(entry, "label", entry.id)), facts)
