"""What a file of claims mentions and nobody has: models, groups, templates, shared names, results, sections and sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from virkningskjede.analysis.claims.claims_file import Claim, ClaimsFile, Recommendation
from virkningskjede.analysis.claims.formal_reading import Counting, More, SectionThere, Sum, These, Values
from virkningskjede.analysis.claims.groups import Group, NamedGroup
from virkningskjede.diagnostics import Diagnostic, Path, diagnostic
from virkningskjede.i18n import Word
from virkningskjede.model import LogicModel
from virkningskjede.model.values import LocatorText
from virkningskjede.project import Project, guess, unknown_places, unknown_source
from virkningskjede.query import unknown_names


def unknown_in(file: ClaimsFile, shared: Project, models: Mapping[str, LogicModel], broken: Collection[str] = ()) -> Iterator[Diagnostic]:
    """A diagnostic for each name, place and section that is mentioned and does not exist, at its path.

    Args:
        file: the claims.
        shared: vocabulary, references, segments, templates and tables; what they lack altogether is not checked.
        models: every model that there is, whether or not the claims are held against it. Without any, no model's name is checked.
        broken: those of them that can be read in part only: what they have is not known.
    """
    yield from _Search(file, shared, models, broken).everything()


class _Search:
    def __init__(self, file: ClaimsFile, shared: Project, models: Mapping[str, LogicModel], broken: Collection[str]) -> None:
        self.file = file
        self.shared = shared
        self.models = models
        self.broken = broken
        expected = (name for group in file.groups.values() for name in group.only)
        self.known = tuple(dict.fromkeys((*models, *expected)))

    def everything(self) -> Iterator[Diagnostic]:
        yield from unknown_source(("source",), self.file.source, self.shared)
        yield from self._sections(self.file.not_evidence, ("not_evidence",))
        for name, group in self.file.groups.items():
            yield from self._group(group, ("groups", name))
            for place, model in enumerate(group.only):
                if self.models and model not in self.models:
                    yield diagnostic("VK141", ("groups", name, "only", place), id=model, likely=guess(model, self.models))
        for name, claim in self.file.claims.items():
            yield from self._claim(claim, ("claims", name))
        for name, recommendation in self.file.recommendations.items():
            yield from self._recommendation(recommendation, ("recommendations", name))
        for text in self.file.unchecked:
            yield from unknown_places(("unchecked", text), text, self.file.source, self.shared, on="key")

    def _claim(self, claim: Claim, path: Path) -> Iterator[Diagnostic]:
        for place, text in enumerate(claim.at):
            yield from unknown_places((*path, "at", place), text, self.file.source, self.shared)
        yield from self._sections(claim.not_evidence or (), (*path, "not_evidence"))
        several = [name for name, reading in claim.readings.items() if reading.literal]
        for name in several[1:]:
            yield diagnostic("VK180", (*path, "readings", name, "literal"), id=name, other=several[0])
        for keys, reading in claim.paths():
            here = (*path, *keys)
            if self.shared.vocabulary is not None:
                yield from unknown_names(reading, self.shared.vocabulary, here, comparisons=self.shared.comparisons, lost=self.shared.lost)
            for inner, _, question in reading.walk(here):
                yield from self._question(question, inner)

    def _recommendation(self, recommendation: Recommendation, path: Path) -> Iterator[Diagnostic]:
        for place, text in enumerate(recommendation.at):
            yield from unknown_places((*path, "at", place), text, self.file.source, self.shared)
        if self.shared.vocabulary is not None:
            yield from unknown_names(recommendation, self.shared.vocabulary, path, lost=self.shared.lost)
        for place, name in enumerate(recommendation.about.models):
            yield from self._advised(name, None, (*path, "about", "models", place))
        for place, written in enumerate(recommendation.about.nodes):
            model, _, node = written.partition(".")
            yield from self._advised(model, node, (*path, "about", "nodes", place))
        for number, uptake in enumerate(recommendation.taken_up):
            here = (*path, "taken_up", number)
            yield from self._advised(uptake.model, None, (*here, "model"))
            yield from self._advised(uptake.model, uptake.node, (*here, "node")) if uptake.model in self.models else ()
            for place, text in enumerate(uptake.at):
                yield from unknown_places((*here, "at", place), text, self.file.source, self.shared)

    def _advised(self, model: str, node: str | None, path: Path) -> Iterator[Diagnostic]:
        """A model, or an entry of one, that a recommendation mentions and that is not there."""
        if self.models and model not in self.known:
            yield diagnostic("VK183", path, what=Word("claims.model.the"), id=model, likely=guess(model, self.known))
        elif node is not None and model in self.models and model not in self.broken:
            entries = [entry.id for _, entry in self.models[model].entries()]
            if node not in entries:
                yield diagnostic("VK183", path, what=Word("claims.node.the"), id=node, likely=guess(node, entries))

    def _question(self, question: object, path: Path) -> Iterator[Diagnostic]:
        if isinstance(question, Counting | These | Values) and question.over is not None:
            yield from self._over(question.over, (*path, "over"))
        if isinstance(question, These):
            for key, names in (("are", question.are or ()), ("include", question.include), ("exclude", question.exclude)):
                yield from self._models(names, (*path, key))
        elif isinstance(question, Values):
            key = "are" if question.are is not None else "include"
            for name in question.amounts:
                yield from self._model(name, (*path, key, name), on="key") if isinstance(name, str) else ()
            yield from self._indicator(question, path)
        elif isinstance(question, More):
            yield from self._over(question.in_, (*path, "in"))
            yield from self._over(question.than, (*path, "than"))
        elif isinstance(question, Sum):
            yield from self._model(question.in_, (*path, "in"))
            yield from self._addends(question, path)
        elif isinstance(question, SectionThere):
            yield from unknown_source((*path, "source"), question.source, self.shared)

    def _over(self, over: NamedGroup, path: Path) -> Iterator[Diagnostic]:
        if over.group is not None and over.group not in self.file.groups:
            yield diagnostic("VK140", (*path, "group"), id=over.group, likely=guess(over.group, self.file.groups))
        yield from self._group(over, path)
        yield from self._models(over.only, (*path, "only"))

    def _group(self, group: Group, path: Path) -> Iterator[Diagnostic]:
        lost = group.follows is not None and self.shared.lost.touches(("templates", group.follows))
        if group.follows is not None and self.models and group.follows not in self.shared.templates and not lost:
            yield _no_model(group.follows, (*path, "follows"), self.shared.templates)
        yield from self._models(group.except_, (*path, "except"))

    def _models(self, names: Iterable[str], path: Path) -> Iterator[Diagnostic]:
        for place, name in enumerate(names):
            yield from self._model(name, (*path, place))

    def _model(self, name: str, path: Path, on: Literal["key", "value"] = "value") -> Iterator[Diagnostic]:
        if self.models and name not in self.known:
            yield _no_model(name, path, self.known, on)

    def _indicator(self, question: Values, path: Path) -> Iterator[Diagnostic]:
        name, vocabulary = question.of.result, self.shared.vocabulary
        if name is None or vocabulary is None or self.broken or self.shared.lost.at(("vocabulary", "indicators")):
            return
        known = sorted({*vocabulary.indicators, *(indicator for model in self.models.values() for indicator in model.indicators)})
        if name not in known and name not in self.shared.lost.names:
            yield diagnostic("VK125", (*path, "of", "result"), what=Word("name.indicator"), id=name, likely=guess(name, known))

    def _addends(self, question: Sum, path: Path) -> Iterator[Diagnostic]:
        model = self.models.get(question.in_) if question.in_ not in self.broken else None
        if model is None:
            return
        known: Collection[str] = model.results if question.dose is None else model.nodes
        others: Collection[str] = model.nodes if question.dose is None else model.results
        mentioned, wanted = ("node", "results") if question.dose is None else ("result", "nodes")
        for place, name in enumerate(question.of):
            here = (*path, "of", place)
            if name in others and name not in known:
                yield diagnostic("VK146", here, id=name, found=Word(f"claims.sum.{mentioned}"), asked=Word(f"claims.sum.{wanted}"))
            elif name not in known:
                yield diagnostic("VK301", here, id=name, likely=guess(name, known))

    def _sections(self, names: Iterable[str], path: Path) -> Iterator[Diagnostic]:
        for place, name in enumerate(names):
            if ":" in name:
                yield from unknown_places((*path, place), LocatorText(name), self.file.source, self.shared)
                continue
            source, _, section = self.file.in_full(name).rpartition("#")
            segments = self.shared.segments.get(source)
            if segments is not None and not any(
                existing == section or existing.startswith(f"{section}.") for existing in segments.sections
            ):
                if not self.shared.lost.touches(("segments", source)):
                    yield diagnostic("VK309", (*path, place), section=section, source=source)


def _no_model(name: str, path: Path, known: Collection[str], on: Literal["key", "value"] = "value") -> Diagnostic:
    return diagnostic("VK142", path, on=on, id=name, likely=guess(name, known))
