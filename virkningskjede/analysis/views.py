"""Views: a scene made to show one thing. Each is a function from a scene of one model to another scene."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from virkningskjede.analysis.criteria import Check
from virkningskjede.analysis.criteria.picture import judged
from virkningskjede.analysis.paths.ends import end_of
from virkningskjede.drawing.chains import part
from virkningskjede.drawing.folded import overview
from virkningskjede.drawing.looks import FAINT, FAINT_ARROW, arrow_swatch
from virkningskjede.drawing.overlay import BESIDE, Anchor, Look, MarkKind, Meanings, Overlay, PictureMark, Sign
from virkningskjede.drawing.scene import Scene
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word, quoted, word
from virkningskjede.i18n.likely import no_choice
from virkningskjede.model import LogicModel
from virkningskjede.model.graph import reached
from virkningskjede.model.joint import joint_steps


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What a view is asked to show. Each view uses its own part of it.

    Attributes:
        start: where chains begin: a node's id, a term, a stage or a level.
        end: where they end, likewise.
        node: what chains go through, likewise.
        check: the verdicts to lay over the model.
    """

    start: str | None = None
    end: str | None = None
    node: str | None = None
    check: Check | None = None


def viewed(scene: Scene, view: str = "full", options: ViewOptions = ViewOptions()) -> Scene:
    """A scene of one model in a view.

    Args:
        scene: the model as it is.
        view: one of `VIEWS`.
        options: what the view is to show.

    Raises:
        UsageError: there is no such view, it lacks what it needs, or there is nothing of the kind to show.

    >>> model = LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}, "x": {"label": "X"}}, outputs={"b": {"label": "B"}})
    >>> list(viewed(Scene(model), "path", ViewOptions(start="a")).model.nodes)
    ['a', 'b']
    """
    if view not in VIEWS:
        raise UsageError(no_choice(view, VIEWS))
    return VIEWS[view](scene, options)


def _full(scene: Scene, _: ViewOptions) -> Scene:
    return scene


def _overview(scene: Scene, _: ViewOptions) -> Scene:
    return overview(scene)


def _path(scene: Scene, options: ViewOptions) -> Scene:
    """The chains from one place to another; from a place, or to one, where only the one is given."""
    if options.start is None and options.end is None:
        raise UsageError(Word("picture.view.needs", (("view", "path"), ("needs", "--from, --to"))))
    nodes, arrows = _between(scene, options.start, options.end)
    if not arrows:
        params = (("start", options.start or "…"), ("end", options.end or "…"))
        raise UsageError(Word("picture.view.no_path", params))
    ends = tuple(quoted(_label(scene, name) if name else "…").in_(scene.lang) for name in (options.start, options.end))
    about = word("picture.about.path", scene.lang, start=ends[0], end=ends[1])
    return replace(scene, model=part(scene.model, nodes, arrows), about=about)


def _around(scene: Scene, options: ViewOptions) -> Scene:
    """All that leads to a place, and all that it leads to."""
    if options.node is None:
        raise UsageError(Word("picture.view.needs", (("view", "around"), ("needs", "--node"))))
    before, after = _between(scene, None, options.node), _between(scene, options.node, None)
    middle = end_of(scene.model, options.node, scene.vocabulary).nodes
    model = part(scene.model, {*before[0], *after[0], *middle}, {*before[1], *after[1]})
    about = word("picture.about.around", scene.lang, node=quoted(_label(scene, options.node)).in_(scene.lang))
    on: dict[Anchor, Sign] = {name: Sign(Look(thickness=_MIDDLE)) for name in middle}
    return replace(scene, model=model, overlay=Overlay(on), about=about)


_MIDDLE = 0.3


def _evidence(scene: Scene, _: ViewOptions) -> Scene:
    """What research says of the arrows; the others stay in the background."""
    model = _joined(scene.model)
    shown = [link.ends for link in model.links() if link.evidence]
    return _in_front(scene, model, shown, frozenset(["evidence"]), "evidence")


def _assumptions(scene: Scene, _: ViewOptions) -> Scene:
    """Why the arrows are held to hold: each one's mechanism as a numbered note, what it assumes, and what hinders and helps."""
    model = _joined(scene.model)
    letter = word("picture.letter.mechanism", scene.lang)
    numbers = {text: number for number, text in enumerate(dict.fromkeys(link.because for link in model.links() if link.because), start=1)}
    marks = {text: PictureMark("mechanism", f"{letter}{number}") for text, number in numbers.items()}
    on = {link.ends: (marks[link.because],) for link in model.links() if link.because in marks}
    shown = [link.ends for link in model.links() if link.because or link.assumes]
    return _in_front(scene, model, shown, BESIDE, "assumptions", on, tuple((mark, text) for text, mark in marks.items()))


def _criteria(scene: Scene, options: ViewOptions) -> Scene:
    if options.check is None:
        raise UsageError(Word("picture.view.needs", (("view", "criteria"), ("needs", "--criteria"))))
    if not any(result.model == scene.model.id for result in options.check.results):
        raise UsageError(Word("picture.view.no_verdict", (("model", scene.model.id),)))
    return judged(scene, options.check)


VIEWS: Mapping[str, Callable[[Scene, ViewOptions], Scene]] = MappingProxyType(
    {
        "full": _full,
        "overview": _overview,
        "path": _path,
        "around": _around,
        "evidence": _evidence,
        "assumptions": _assumptions,
        "criteria": _criteria,
    }
)
"""The views by name."""


def _joined(model: LogicModel) -> LogicModel:
    """The model without the nodes that no arrow touches."""
    nodes = model.nodes
    return part(model, {end for link in model.links() if link.to in nodes for end in link.ends})


def _in_front(
    scene: Scene,
    model: LogicModel,
    shown: Collection[tuple[str, str]],
    keeps: frozenset[MarkKind],
    name: str,
    marks: Mapping[tuple[str, str], tuple[PictureMark, ...]] = MappingProxyType({}),
    key: Meanings = (),
) -> Scene:
    """The scene with some arrows and their ends in front, and the rest behind them."""
    front = {end for ends in shown for end in ends}
    on: dict[Anchor, Sign] = {node: Sign(FAINT) for node in model.nodes if node not in front}
    on.update({link.ends: Sign(FAINT_ARROW) for link in model.links() if link.ends not in shown})
    behind = ((arrow_swatch(FAINT_ARROW), word(f"picture.{name}.behind", scene.lang)),) if on else ()
    on.update({ends: Sign(marks=of_arrow) for ends, of_arrow in marks.items()})
    overlay = Overlay(on, (*behind, *key), keeps=keeps)
    return replace(scene, model=model, overlay=overlay, about=word(f"picture.about.{name}", scene.lang))


def _between(scene: Scene, start: str | None, end: str | None) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The nodes and arrows of all chains from one place to another; None for wherever chains begin, or end."""
    model = scene.model
    links = [link.ends for link in (*model.links(), *joint_steps(model)) if link.to in model.nodes]
    ahead = _reached(links, None if start is None else end_of(model, start, scene.vocabulary).nodes)
    back = _reached([(to, source) for source, to in links], None if end is None else end_of(model, end, scene.vocabulary).nodes)
    arrows = frozenset(ends for ends in links if (ahead is None or ends[0] in ahead) and (back is None or ends[1] in back))
    return frozenset(name for ends in arrows for name in ends), arrows


def _reached(links: Iterable[tuple[str, str]], starts: Iterable[str] | None) -> frozenset[str] | None:
    """Those that some chain leads to from any of these, and these; None for everything."""
    if starts is None:
        return None
    here = frozenset(starts)
    return here | reached(links, here)


def _label(scene: Scene, name: str) -> str:
    """What the reader calls a place that was asked for."""
    end = end_of(scene.model, name, scene.vocabulary)
    if end.what == "node":
        return scene.model.nodes[end.name].label
    return scene.term(end.name) if end.what == "term" else word(f"{end.what}.{end.name}", scene.lang)
