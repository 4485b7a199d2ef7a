"""From files to models and back."""

from virkningskjede.loading.dump import dump, plain, write_bytes, write_text
from virkningskjede.loading.form import build, likely
from virkningskjede.loading.integrity import broken_names
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
from virkningskjede.loading.root import ALONE, Surroundings, corpus, find_root, shown, surroundings, yaml_files

__all__ = [
    "ALONE",
    "MODEL_KINDS",
    "OTHER_KINDS",
    "ModelFile",
    "Portfolio",
    "Surroundings",
    "broken_names",
    "build",
    "corpus",
    "dump",
    "find_root",
    "header",
    "kind_of",
    "likely",
    "load",
    "load_file",
    "load_folder",
    "model_files",
    "plain",
    "read_model",
    "shown",
    "surroundings",
    "write_bytes",
    "write_text",
    "wrong_kind",
    "yaml_files",
]
