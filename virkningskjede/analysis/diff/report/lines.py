"""A model as lines, one for each thing it says, for programs that compare text line by line."""

from __future__ import annotations

from collections.abc import Iterator

from virkningskjede.analysis.diff import WEIGHTS
from virkningskjede.analysis.diff.fields import Fields, given_fields, given_fields_of_model, weight_of
from virkningskjede.i18n import Lang, visible, word
from virkningskjede.model import SECTIONS, Entry, LogicModel, Node
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.report.model_text import ModelText

_IN_THE_HEADING = frozenset({"label"})


def line_by_line(model: LogicModel, vocabulary: Vocabulary | None = None, *, lang: Lang = "nb") -> str:
    """A model as lines: each entry on one of its own, and below it its fields, the gravest first, and arrows.

    The order of the file does not matter.

    >>> print(line_by_line(LogicModel(id="m", inputs={"a": {"label": "Penger", "status": "planned"}}), lang="en"), end="")
    m
      kind: pilot
      language: nb
    <BLANKLINE>
    input a: “Penger”
      status: planned
    """
    wording = ModelText((model,), vocabulary, lang)
    return "".join(f"{_clean(line)}\n" for line in _lines(model, wording))


def _clean(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" "))]
    return visible(f"{indent}{' '.join(line.split())}")


def _lines(model: LogicModel, wording: ModelText) -> Iterator[str]:
    yield model.name
    yield from _fields(given_fields_of_model(model), wording, "  ")
    for section in SECTIONS:
        entries = getattr(model, section)
        for name in sorted(entries):
            yield ""
            yield from _entry(section, entries[name], wording)


def _entry(section: str, entry: Entry, wording: ModelText) -> Iterator[str]:
    yield f"{wording.kind_of(section)} {entry.id}: {wording.quote(wording.entry(entry))}"
    fields = given_fields(entry)
    yield from _fields({name: value for name, value in fields.items() if name not in _IN_THE_HEADING}, wording, "  ")
    for link in sorted(entry.leads_to, key=lambda link: link.to) if isinstance(entry, Node) else ():
        yield f"  {word('show.leads_to', wording.lang)} {wording.arrow(0, link.to)}"
        link_fields = {name: value for name, value in given_fields(link).items() if name != "stated"}
        yield from _fields(link_fields, wording, "    ")


def _fields(fields: Fields, wording: ModelText, indent: str) -> Iterator[str]:
    for name in sorted(fields, key=lambda name: (WEIGHTS.index(weight_of(name)), name)):
        yield f"{indent}{wording.field(name)}: {wording.value(0, name, fields[name])}"
