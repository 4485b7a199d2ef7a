"""A model as Mermaid, the diagram language that GitHub and many wikis draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.catalogue import Lang, visible
from virkningskjede.diagnostics import shorten
from virkningskjede.model import LogicModel, Node, Outcome
from virkningskjede.rendering.pictures import palette
from virkningskjede.rendering.pictures.columns import columns
from virkningskjede.rendering.pictures.content import LONGEST_LABEL
from virkningskjede.rendering.pictures.legend import INTENDED
from virkningskjede.rendering.pictures.marks import Mark, marks
from virkningskjede.vocabulary import References, Vocabulary

_PLAIN = re.compile(r"[^\W_]|[ ,()/«»–%?]|(?<=[^\W_])[-.](?=[^\W_])")
"""What may stand in a label as it is; everything else is written as an entity, so that it is neither Markdown, HTML nor Mermaid."""

_CLASSES: Mapping[str, str] = {
    "intended": "stroke-dasharray:5 3",
    "dropped": f"stroke-dasharray:1 3,color:{palette.FADED}",
    "required": "stroke-width:3px",
}


def mermaid(model: LogicModel, *, lang: Lang = "nb", vocabulary: Vocabulary | None = None, references: References | None = None) -> str:
    """The picture of a model, as a Mermaid flowchart. The same model always gives the same text.

    A thick arrow is stated by the source and a thin one is inferred; a dotted one goes back. Boxes with dashed lines are not there yet.
    Marks such as ``H1`` are explained in a box of their own.

    Args:
        model: the model.
        lang: the language of headings; the model's own texts stay as they are.
        vocabulary: names the terms that evidence goes through.
        references: names the works that evidence rests on; without them their keys are shown.

    >>> print(mermaid(LogicModel(id="m", inputs={"a": {"label": "Penger", "leads_to": ["b"]}}, outputs={"b": {"label": "<b>"}})), end="")
    flowchart LR
      subgraph s1["Innsatsfaktorer"]
        n1["Penger"]
      end
      subgraph s2["Produkter og tjenester"]
        n2["#60;b#62;"]
      end
      n1 --> n2
    """
    hung = marks(model, lang, vocabulary, references)
    names: dict[str, str] = {}
    lines = ["flowchart LR"]
    for number, column in enumerate(columns(model, lang), start=1):
        lines.append(f'  subgraph s{number}["{_text(column.heading)}"]')
        for node in column.nodes:
            names[node.id] = f"n{len(names) + 1}"
            lines.append(f"    {names[node.id]}{_box(node, hung.on.get(node.id, ()))}")
        lines.append("  end")
    for link in model.links():
        if link.to in names:
            said = " ".join(_text(mark.sign) for mark in hung.on.get(link.ends, ()))
            arrow = "-.->" if link.feedback else "==>" if link.stated else "-->"
            lines.append(f"  {names[link.source]} {arrow}{f'|{_quoted(said)}|' if said else ''} {names[link.to]}")
    if hung.key:
        key = "<br/>".join(f"{_text(mark.sign)} {_text(said)}" for mark, said in hung.key)
        lines += [f"  k1[{_quoted(key)}]", f"  style k1 text-align:left,fill:{palette.PAPER}"]
    lines += _classes(model, names)
    return "\n".join(lines) + "\n"


def _box(node: Node, held: Sequence[Mark]) -> str:
    marked = f" ({', '.join(mark.sign for mark in held)})" if held else ""
    label = _quoted(_text(shorten(node.label, LONGEST_LABEL) + marked))
    return f"({label})" if isinstance(node, Outcome) and node.cause == "whole" else f"[{label}]"


def _classes(model: LogicModel, names: Mapping[str, str]) -> Iterator[str]:
    held: dict[str, list[str]] = {
        "intended": [names[node.id] for node in model.nodes.values() if node.status in INTENDED],
        "dropped": [names[node.id] for node in model.nodes.values() if node.status == "dropped"],
        "required": [names[node.id] for node in model.nodes.values() if node.required],
    }
    for name, members in held.items():
        if members:
            yield f"  classDef {name} {_CLASSES[name]}"
            yield f"  class {','.join(members)} {name}"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _text(text: str) -> str:
    """The text with everything that could act written as a decimal entity."""
    shown = visible(text)
    return "".join(character if _PLAIN.match(shown, place) else f"#{ord(character)};" for place, character in enumerate(shown))
