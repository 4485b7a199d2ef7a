"""An SVG that says what it shows: to a pointer that rests on a box or an arrow, and to a screen reader.

Graphviz draws; what it writes around each thing is put in other words here. A box or an arrow becomes a graphic with a short name
(``aria-label``), a text for the pointer (``<title>``) and the facts alone (``<desc>``), and ``data-`` attributes with the ids, by which a
page can find it. There is no script, no style sheet and no reference to anything outside the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from virkningskjede.drawing.captions import Caption, captions
from virkningskjede.drawing.scene import Scene, sizes
from virkningskjede.i18n import Lang, visible

GROUP = re.compile(r'<!-- [^<>]* -->\n<g id="(?:node|edge)\d+" class="(node|edge)">\n<title>([^<]*)</title>\n')
"""How Graphviz begins what it draws of a node or an edge, and what it is called in the DOT."""

_GRAPH = re.compile(r'<g id="graph0" class="graph" (transform="[^"]*")>\n<title>[^<]*</title>\n')
_WAY = re.compile(r'(<g class="arrow"[^>]*>\n<title>[^<]*</title>\n<desc>[^<]*</desc>\n)(<path [^>]*?(d="[^"]*")/>)')
_NOT_XML = re.compile("[\ufffe\uffff]")

_MARK = '<g class="mark" aria-hidden="true" pointer-events="none">\n'
"""The box or the arrow that a mark sits on says what it means, and the pointer goes through it."""

_REST = '<g class="page">\n'

_REACH = "6"
"""How wide an arrow is to the pointer, in points: a line of half a point is hard to hit."""


def finished(svg: bytes, scene: Scene) -> bytes:
    """What Graphviz drew of a scene's DOT, as an SVG that says what it shows.

    Args:
        svg: what it drew.
        scene: what it drew it of.
    """
    summary = sizes(scene.model).in_(scene.lang)

    def described(drawn: str) -> str:
        body = GROUP.sub(_Groups(scene), _GRAPH.sub(r"<g \1>\n", drawn, count=1))
        return _WAY.sub(rf'\1<path fill="none" stroke="none" stroke-width="{_REACH}" pointer-events="stroke" \3/>\n\2', body)

    role = f'role="graphics-document" aria-label="{svg_text(scene.title)}"'
    return titled(svg, role, scene.title, summary, scene.lang, described)


def titled(svg: bytes, role: str, title: str, about: str, lang: Lang, rewrite: Callable[[str], str]) -> bytes:
    """What Graphviz drew, with a title and a description of its own.

    Args:
        svg: what it drew.
        role: attributes of the picture as a whole.
        title: what the picture is called.
        about: what it shows.
        lang: the language of all its text.
        rewrite: puts all that is within the picture in other words.
    """
    text = svg.decode("utf-8")
    root = text[text.index("<svg") :]
    opening = root.index(">") + 1
    head = root[:opening].replace("<svg", f'<svg lang="{lang}" {role}', 1)
    named = f"<title>{svg_text(title)}</title>\n<desc>{svg_text(about)}</desc>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{named}{rewrite(root[opening:])}'.encode()


class _Groups:
    """Begins the group of each thing that Graphviz drew."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        by_anchor = captions(scene)
        self.nodes: Mapping[str, Caption] = {anchor: caption for anchor, caption in by_anchor.items() if isinstance(anchor, str)}
        self.arrows = {f"{anchor[0]}->{anchor[1]}": (anchor, caption) for anchor, caption in by_anchor.items() if isinstance(anchor, tuple)}

    def __call__(self, match: re.Match[str]) -> str:
        name = unescape(match[2])
        if match[1] == "node" and name in self.nodes:
            members = self.scene.overlay.sign(name).members
            return _begun("box", self.nodes[name], {"id": name, **({"members": " ".join(members)} if members else {})})
        if match[1] == "edge" and name in self.arrows:
            (source, target), caption = self.arrows[name]
            return _begun("arrow", caption, {"from": source, "to": target})
        return _MARK if name.startswith("_on_") else _REST


def _begun(kind: str, caption: Caption, data: Mapping[str, str]) -> str:
    """The beginning of a box or an arrow."""
    attributes = "".join(f' data-{name}="{svg_text(value)}"' for name, value in data.items())
    facts = "\n".join(map(svg_text, caption.facts))
    opening = f'<g class="{kind}" role="graphics-symbol"{attributes} aria-label="{svg_text(caption.name)}">\n'
    return opening + f"<title>{svg_text(caption.name)}\n{facts}</title>\n<desc>{facts}</desc>\n"


def svg_text(text: str) -> str:
    """A text as content or attribute of an SVG, in which nothing acts."""
    return escape(_NOT_XML.sub("\ufffd", visible(text)))
