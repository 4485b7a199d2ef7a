"""How each kind of file that is not a model is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model.codebook import References, Segments, Vocabulary
from virkningskjede.model.values import Frozen
from virkningskjede.project import MODEL_KINDS, ModelFile, Project, build_file, is_ours, kind_of
from virkningskjede.rules import check_vocabulary, terms_in, unused_terms
from virkningskjede.yamlfile import YamlFile


def _vocabulary(yaml_file: YamlFile, shared: Project) -> Iterator[Diagnostic]:
    built = build_file(Vocabulary, yaml_file)
    yield from built.diagnostics
    if built.value is not None:
        yield from check_vocabulary(built.value, built.lost)


@dataclass(slots=True)
class TermsNamed:
    """What the files of one project name of its terms, while they are read: which stand unused is known when all of them are.

    Attributes:
        terms: those that some file names.
        models: whether there is a model among the files.
        whole: whether all of them could be read in full.
    """

    terms: set[str] = field(default_factory=set)
    models: bool = False
    whole: bool = True

    def take(self, file: ModelFile) -> None:
        """Take in what one more file names."""
        named = _named_in(file)
        self.models |= file.model is not None
        self.whole &= named is not None
        self.terms |= named or frozenset()

    def unused(self, yaml_file: YamlFile) -> Iterator[Diagnostic]:
        """The terms of a codebook that no file names; none where there are no models, or what is named cannot be read in full."""
        built = build_file(Vocabulary, yaml_file)
        if self.models and self.whole and built.value is not None and not built.lost.somewhere:
            yield from unused_terms(built.value, self.terms)


def _named_in(file: ModelFile) -> frozenset[str] | None:
    """The terms that a file names; None where it can name some, and cannot be read in full."""
    kind = kind_of(file.yaml_file)
    if not is_ours(file.yaml_file):
        return frozenset()
    if kind not in READERS:
        content: Frozen | None = file.model
    else:
        from virkningskjede.analysis.coverage.places import KINDS as CITING  # nor have most runs anything but models
        from virkningskjede.analysis.coverage.places import citing

        if kind not in CITING:
            return frozenset()
        content = next(citing([file.yaml_file]), None)
    return frozenset(terms_in(content)) if content is not None else None


def _comparison(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.compare import read_comparison  # nor have most runs a comparison, or need any of the queries

    return read_comparison(yaml_file, shared)[1]


def _form_of(kind: type[References] | type[Segments]) -> Callable[[YamlFile, Project], Iterable[Diagnostic]]:
    return lambda yaml_file, shared: build_file(kind, yaml_file, shared.lang).diagnostics


def _criteria(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.criteria import read_set  # nor a set

    return read_set(yaml_file, shared)[1]


def _assessments(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.criteria import read_assessments

    return read_assessments(yaml_file, shared)[1]


def _claims(yaml_file: YamlFile, shared: Project) -> Iterable[Diagnostic]:
    from virkningskjede.analysis.claims import read_claims

    return read_claims(yaml_file, shared)[1]


READERS: Mapping[str, Callable[[YamlFile, Project], Iterable[Diagnostic]]] = {
    "vocabulary": _vocabulary,
    "references": _form_of(References),
    "segments": _form_of(Segments),
    "comparison": _comparison,
    "criteria": _criteria,
    "assessments": _assessments,
    "claims": _claims,
}
"""How each kind of file that is not a model is checked."""

KINDS = (*MODEL_KINDS, *READERS)
"""Every kind of file."""
