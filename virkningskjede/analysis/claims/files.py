"""Finding files of claims, and reading them: their form, then every name and place that they mention, before anything is run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from virkningskjede.analysis.claims.claims_file import ClaimsFile
from virkningskjede.analysis.claims.names import unknown_in
from virkningskjede.diagnostics import Diagnostic
from virkningskjede.model import LogicModel
from virkningskjede.model.values import EMPTY
from virkningskjede.project import (
    ModelFile,
    NamedFiles,
    Project,
    corpus,
    is_folder,
    misnamed,
    model_files,
    open_project,
    refuse_foreign,
    whole,
)
from virkningskjede.yamlfile import YamlFile

CLAIMS = NamedFiles("claims", "claims", ClaimsFile, "error.no_claims")
"""Reports' claims, as files that are asked for by name."""


def available_claims(project: Project) -> tuple[str, ...]:
    """The names of the project's files of claims."""
    return tuple(CLAIMS.under(project))


def load_claims(name: str | Path, project: Project, models: Mapping[str, LogicModel] = EMPTY) -> ClaimsFile:
    """The claims of a report, with every name and place that they mention checked.

    Args:
        name: their id; ``corpus:ID`` for installed ones; or a file.
        project: what the claims speak of. Where they have no vocabulary, installed claims are read with the installed one.
        models: models that are there beside those under the root.

    Raises:
        UsageError: there are no such claims.
        BrokenSet: the file is not well made, or speaks of something unknown; ``.diagnostics`` says where.
    """
    file = CLAIMS.find(name, project)
    shared = open_project(corpus()) if file.installed and project.vocabulary is None else project
    claims, wrong = read_claims(file.yaml_file, shared, models)
    refuse_foreign(file, wrong)
    return whole(file.yaml_file, claims, wrong)


def read_claims(
    yaml_file: YamlFile, project: Project, models: Mapping[str, LogicModel] = EMPTY
) -> tuple[ClaimsFile | None, list[Diagnostic]]:
    """Make claims of a file: its form, and when that is right, the names and places that it mentions.

    Returns:
        The claims, or None where the form is wrong; and the diagnostics, with paths but no places.
    """
    made = CLAIMS.made(yaml_file, project)
    wrong = list(made.diagnostics)
    if made.value is not None:
        files = _files_under(project.root)
        all_models = {**{file.name: file.partial or LogicModel(id="-") for file in files}, **models}
        broken = frozenset(file.name for file in files if file.lost) - models.keys()
        closed = any(is_folder(Path(file.yaml_file.name)) for file in files)  # what it holds may be what is asked about
        unknown = unknown_in(made.value, project, all_models, broken)
        wrong += made.lost.judged(
            [*misnamed(made.value.id, yaml_file), *(diagnostic for diagnostic in unknown if not (closed and diagnostic.code == "VK141"))]
        )
    return (None if made.diagnostics else made.value), wrong


def models_under(root: Path | None) -> dict[str, LogicModel]:
    """Every model under a root."""
    return {file.model.id: file.model for file in _files_under(root) if file.model is not None}


def _files_under(root: Path | None) -> tuple[ModelFile, ...]:
    """The files of models under a root, broken ones too: a model that cannot be read is there all the same."""
    return tuple(model_files(root, root)) if root is not None else ()
