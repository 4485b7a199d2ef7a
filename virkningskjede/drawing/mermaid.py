"""A model as Mermaid, the diagram language that GitHub and many wikis draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from virkningskjede.diagnostics import shorten
from virkningskjede.drawing import palette
from virkningskjede.drawing.columns import columns
from virkningskjede.drawing.content import LONGEST_LABEL
from virkningskjede.drawing.legend import sign_key
from virkningskjede.drawing.looks import look_of_arrow, look_of_box
from virkningskjede.drawing.marks import marks
from virkningskjede.drawing.overlay import Look, PictureMark
from virkningskjede.drawing.scene import Scene
from virkningskjede.i18n import visible
from virkningskjede.model import Node

_PLAIN = re.compile(r"[^\W_]|[ ,()/«»–%?]|(?<=[^\W_])[-.](?=[^\W_])")
"""What may stand in a label as it is; everything else is written as an entity, so that it is neither Markdown, HTML nor Mermaid."""

_DASHES: Mapping[str | None, str] = {"dashed": "5 3", "dotted": "1 3", "mixed": "12 3 2 3"}
_THICK = 0.12
"""From this thickness on an arrow is a thick one, and a border is drawn thicker, in ems."""


def mermaid(scene: Scene) -> str:
    """A picture, as a Mermaid flowchart. The same scene always gives the same text.

    A thick arrow is stated by the source and a thin one is inferred; a dotted one goes back. Boxes with dashed lines are not there yet.
    Marks such as ``H1`` are explained in a box of their own.

    >>> from virkningskjede.model import LogicModel
    >>> model = LogicModel(id="m", inputs={"a": {"label": "Penger", "leads_to": ["b"]}}, outputs={"b": {"label": "<b>"}})
    >>> print(mermaid(Scene(model)), end="")
    flowchart LR
      subgraph s1["Innsatsfaktorer"]
        n1["Penger"]
      end
      subgraph s2["Produkter og tjenester"]
        n2["#60;b#62;"]
      end
      n1 --> n2
    """
    model, all_marks = scene.model, marks(scene)
    names: dict[str, str] = {}
    lines = ["flowchart LR"]
    for number, column in enumerate(columns(model, scene.lang), start=1):
        lines.append(f'  subgraph s{number}["{_text(column.heading)}"]')
        for node in column.nodes:
            names[node.id] = f"n{len(names) + 1}"
            lines.append(f"    {names[node.id]}{_box(node, all_marks.on.get(node.id, ()), look_of_box(node, scene))}")
        lines.append("  end")
    for link in model.links():
        if link.to in names:
            signs = " ".join(_text(mark.sign) for mark in all_marks.on.get(link.ends, ()))
            arrow = _arrow(look_of_arrow(link, scene)) + (f"|{_quoted(signs)}|" if signs else "")
            lines.append(f"  {names[link.source]} {arrow} {names[link.to]}")
    explained = [(mark.sign, meaning) for mark, meaning in (*scene.overlay.key, *sign_key(scene, all_marks), *all_marks.key) if mark.sign]
    if explained:
        key = "<br/>".join(f"{_text(sign)} {_text(meaning)}" for sign, meaning in explained)
        lines += [f"  k1[{_quoted(key)}]", f"  style k1 text-align:left,fill:{palette.PAPER}"]
    lines += _classes(scene, names)
    return "\n".join(lines) + "\n"


def _box(node: Node, on_box: Sequence[PictureMark], look: Look) -> str:
    marked = f" ({', '.join(mark.sign for mark in on_box)})" if on_box else ""
    label = _quoted(_text(shorten(node.label, LONGEST_LABEL) + marked))
    return f"({label})" if look.rounded else f"[{label}]"


def _arrow(look: Look) -> str:
    if look.line in _DASHES:
        return "-.->"
    return "==>" if (look.thickness or 0) >= _THICK else "-->"


def _classes(scene: Scene, names: Mapping[str, str]) -> Iterator[str]:
    members_of: dict[str, list[str]] = {}
    for node in scene.model.nodes.values():
        look = look_of_box(node, scene)
        styles = [f"stroke-dasharray:{_DASHES[look.line]}"] if look.line in _DASHES else []
        styles += [f"color:{look.text}"] if look.text != palette.INK else []
        styles += ["stroke-width:3px"] if (look.thickness or 0) >= _THICK else []
        fill = scene.overlay.sign(node.id).look.fill
        styles += [f"fill:{fill}"] if fill else []
        if styles:
            members_of.setdefault(",".join(styles), []).append(names[node.id])
    for number, (styles_of, members) in enumerate(members_of.items(), start=1):
        yield f"  classDef c{number} {styles_of}"
        yield f"  class {','.join(members)} c{number}"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _text(text: str) -> str:
    """The text with everything that could act written as a decimal entity."""
    shown = visible(text)
    return "".join(character if _PLAIN.match(shown, place) else f"#{ord(character)};" for place, character in enumerate(shown))
