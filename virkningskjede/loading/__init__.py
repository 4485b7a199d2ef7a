"""From files to models and back."""

from virkningskjede.loading.dump import dump, plain, write_bytes, write_text
from virkningskjede.loading.form import build, likely
from virkningskjede.loading.integrity import broken_names
from virkningskjede.loading.lacking import (
    backwards,
    unknown,
    unknown_cited,
    unknown_places,
    unknown_section,
    unknown_sentence,
    unknown_source,
)
from virkningskjede.loading.named import Found, NamedFiles, is_file, misnamed, whole
from virkningskjede.loading.read import (
    MODEL_KINDS,
    OTHER_KINDS,
    ModelFile,
    Portfolio,
    header,
    kind_of,
    load,
    load_file,
    load_folder,
    model_files,
    read_model,
    wrong_kind,
)
from virkningskjede.loading.root import ALONE, MODEL_FOLDERS, Project, corpus, find_root, open_project, read_file, shown, yaml_files

__all__ = [
    "ALONE",
    "MODEL_FOLDERS",
    "MODEL_KINDS",
    "OTHER_KINDS",
    "Found",
    "ModelFile",
    "NamedFiles",
    "Portfolio",
    "Project",
    "backwards",
    "broken_names",
    "build",
    "corpus",
    "dump",
    "find_root",
    "header",
    "is_file",
    "kind_of",
    "likely",
    "load",
    "load_file",
    "load_folder",
    "misnamed",
    "model_files",
    "open_project",
    "plain",
    "read_file",
    "read_model",
    "shown",
    "unknown",
    "unknown_cited",
    "unknown_places",
    "unknown_section",
    "unknown_sentence",
    "unknown_source",
    "whole",
    "write_bytes",
    "write_text",
    "wrong_kind",
    "yaml_files",
]
