"""Family VK8: is something missing that a reader expects?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import counted
from virkningskjede.model import LogicModel, Node, Patch, TargetLimit, Traits
from virkningskjede.model.codebook import Vocabulary
from virkningskjede.model.joint import joint_steps
from virkningskjede.model.values import NOT_THERE, STAGES, Dose, fields_of, fits
from virkningskjede.rules.context import RuleContext


def no_target_group(context: RuleContext) -> Iterator[Diagnostic]:
    """VK801: a pilot that does not say whom it is for, nor follows a template that does."""
    model = context.model
    if model.kind == "pilot" and not model.target_group:
        template = context.project.templates.get(model.follows or "")
        unknown = model.follows is not None and (
            template is None or context.project.lost.matches(("templates", model.follows, "target_group"))
        )
        if not unknown and not (template and template.target_group):
            yield diagnostic("VK801", ("id",))


def missing_parts(context: RuleContext) -> Iterator[Diagnostic]:
    """VK802: what the template requires and no reading of the model has, said once. Silence on the whole target group is no gap.

    What the text says is not there is not had, as in a diff against the template: what was dropped or never took part, and traits that
    are denied.
    """
    template = context.project.templates.get(context.model.follows or "")
    project = context.project
    if template is None or context.lost or any(project.lost.touches(part) for part in (("templates", template.id), ("vocabulary",))):
        return  # any part that was lost may be one that fills a requirement, or that is required
    vocabulary = project.vocabulary or Vocabulary()
    terms = {name for reading in _readings_there(context) for name in reading.term}
    traits = {name for path, part in context.parts_that_are(Traits) if "denies" not in path for name in part.named}
    present: dict[str, bool] = {}
    for node in template.nodes.values():
        if _can_be_required(template, node) and node.required:
            present[node.id] = any(vocabulary.fills(own, wanted) for wanted in node.term for own in terms)
    for limit in template.target_group.values() if context.model.target_group else ():
        if limit.traits and _can_be_required(template, limit) and limit.required:
            present[limit.id] = any(vocabulary.fills_trait(own, wanted) for wanted in limit.traits.named for own in traits)
    missing = [name for name, there in present.items() if not there]
    if missing:
        parts = ", ".join(missing)
        yield diagnostic(
            "VK802", ("follows",), template=template.id, count=len(missing), parts=counted("template.parts", len(present)), known=parts
        )


def _readings_there(context: RuleContext) -> Iterator[Node | Patch]:
    """The nodes and what could be seen as one, in each reading in which they are there."""
    for path, part in context.parts_that_are(Node, Patch):
        readings: Iterable[Node | Patch | None] = ()
        if isinstance(part, Node):
            readings = part.readings()
        elif path[0] not in STAGES:  # those of nodes are read above, with what they leave as it is
            readings = (part,)
        yield from (reading for reading in readings if reading is not None and reading.status not in NOT_THERE)


def outside_the_template(context: RuleContext) -> Iterator[Diagnostic]:
    """VK807: an amount that lies outside what the template says, where no other node of the same kind has one that does not."""
    template = context.project.templates.get(context.model.follows or "")
    if template is None or context.project.lost.touches(("templates", template.id)):
        return
    vocabulary = context.project.vocabulary or Vocabulary()
    pairs: list[tuple[Dose | None, list[tuple[Path, Dose]]]] = [(template.dose, _dosed((), context.model.dose))]
    for node in template.nodes.values():
        if node.dose is not None and "dose" not in node.free:
            alike = [own for own in context.model.nodes.values() if any(vocabulary.fills(a, b) for a in own.term for b in node.term)]
            pairs.append((node.dose, [dosed for own in alike for dosed in _dosed((own.stage, own.id), own.dose)]))
    for theirs, ours in pairs:
        for dimension, wanted in theirs.amounts() if theirs is not None else ():
            given = [(path, getattr(dose, dimension)) for path, dose in ours if getattr(dose, dimension) is not None]
            if given and all(fits(amount, wanted) == "no" for _, amount in given):
                for path, _ in given:
                    yield diagnostic("VK807", (*path, "dose", dimension), on="key", measures=dimension, template=template.id)
    for field in fields_of(TargetLimit):
        if field.units:
            wanted_limits = [getattr(limit, field.name) for limit in template.target_group.values() if getattr(limit, field.name)]
            for limit in context.model.target_group.values() if wanted_limits else ():
                own_limit = getattr(limit, field.name)
                if own_limit is not None and all(fits(own_limit, wanted) == "no" for wanted in wanted_limits):
                    path = ("target_group", limit.id, field.key)
                    yield diagnostic("VK807", path, on="key", measures=field.key, template=template.id)


def _dosed(path: Path, dose: Dose | None) -> list[tuple[Path, Dose]]:
    return [] if dose is None else [(path, dose)]


def no_outcome(context: RuleContext) -> Iterator[Diagnostic]:
    """VK803: a chain that ends in no change."""
    if not context.model.outcomes:
        yield diagnostic("VK803", ("id",))


def no_arrow(context: RuleContext) -> Iterator[Diagnostic]:
    """VK804: several nodes that are there, and nothing between any."""
    model = context.model
    there = sum(node.status not in NOT_THERE for node in model.nodes.values())
    if there > 1 and next(model.links(), None) is None and next(joint_steps(model), None) is None:
        yield diagnostic("VK804", ("id",), count=there)


def idle_required(context: RuleContext) -> Iterator[Diagnostic]:
    """VK805: ``required`` or ``free`` where nothing can be held against it."""
    for section, entry in context.model.entries():
        if isinstance(entry, Node | TargetLimit) and not _can_be_required(context.model, entry):
            for key in ("required", "free"):
                if getattr(entry, key, None):
                    yield diagnostic("VK805", (section, entry.id, key), id=entry.id, key=key)


def _can_be_required(model: LogicModel, entry: Node | TargetLimit) -> bool:
    named = entry.term if isinstance(entry, Node) else entry.traits and entry.traits.named
    return model.kind == "template" and bool(named)


def says_nothing(context: RuleContext) -> Iterator[Diagnostic]:
    """VK806: a part, a list or a section that is written, but empty. In another reading what is empty is a value: none."""
    for path, part in context.parts:
        # What was refused may be all that it said.
        if "or" in path or (context.lost and context.lost.touches(path)):
            continue
        given = {name: getattr(part, name) for name in part.model_fields_set}
        empty = {name for name, content in given.items() if not content and isinstance(content, tuple | Mapping)}
        rest = (content for name, content in given.items() if name not in empty and name not in ("id", "source"))
        if path and all(content is None or content is False for content in rest):  # and not by what is equal to these: 0 is a number
            yield diagnostic("VK806", path, on="key", key=str(path[-1]))
            continue
        for field in fields_of(type(part)) if empty else ():
            if field.name in empty:
                yield diagnostic("VK806", (*path, field.key), on="key", key=field.key)
