"""How each kind of file that is not a model is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model.codebook import References, Segments, Vocabulary
from virkningskjede.model.values import Frozen
from virkningskjede.project import (
    MODEL_KINDS,
    Project,
    build_file,
    kind_of,
    model_files,
    read_file,
    settings_at,
    yaml_files,
)
from virkningskjede.rules import check_vocabulary, unused_terms
from virkningskjede.yamlfile import YamlFile


def _vocabulary(yaml_file: YamlFile, shared: Project) -> Iterator[Diagnostic]:
    built = build_file(Vocabulary, yaml_file)
    yield from built.diagnostics
    if built.value is not None:
        yield from check_vocabulary(built.value, built.lost)
        own = any(shared_file.name == yaml_file.name for shared_file in shared.yaml_files)
        files = _naming_terms(shared.root) if own and shared.root is not None and not built.lost.somewhere else None
        yield from unused_terms(built.value, files) if files is not None else ()


def _naming_terms(root: Path) -> Sequence[Frozen] | None:
    """The files under a root that can name terms; None where there are no models, or what is named cannot be read in full."""
    from virkningskjede.analysis.coverage.places import KINDS as CITING
    from virkningskjede.analysis.coverage.places import citing

    models = [file.model for file in model_files(root, root)]
    others = [read_file(path, root) for path in yaml_files(root, settings_at(root).excluded)]
    others = [file for file in others if kind_of(file) in CITING]
    files = list(citing(others))
    whole = [model for model in models if model is not None]
    return (*whole, *files) if whole and len(whole) == len(models) and len(files) == len(others) else None


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
