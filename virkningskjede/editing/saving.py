"""A model written back to the file that it was read from: its comments and its layout stay, and only what is another changes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from virkningskjede.arguments import checked
from virkningskjede.diagnostics import line
from virkningskjede.editing.aligned import aligned_keys, aligned_lists, moved_between
from virkningskjede.editing.patching import patched
from virkningskjede.errors import UsageError
from virkningskjede.i18n import Word
from virkningskjede.i18n.language import asked_for, chosen
from virkningskjede.model import LogicModel
from virkningskjede.model.plain import written, written_order
from virkningskjede.project import in_corpus, is_folder, read_file, read_model, shown, write_file
from virkningskjede.project.dump import dump, read_back
from virkningskjede.project.form import FieldForm, form_of
from virkningskjede.project.read import ModelFile
from virkningskjede.yamlfile import YamlFile, parse

Values = dict[str, Any]


@checked
def save(model: LogicModel, path: str | os.PathLike[str]) -> Path:
    """Write a model to its file. What it says stands in the places where it stood; comments, quotes and layout stay.

    A file that is not there is written as `dump` writes it. The file is written as a whole or not at all; and not when it says the same.

    Args:
        model: the model.
        path: a YAML file.

    Returns:
        The path.

    Raises:
        UsageError: the file holds something else than this model, cannot be read or written, or is no file of yours.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "m.yaml")
    ...     _ = path.write_text("virkningskjede: 1\\nkind: pilot\\nid: m  # mine\\ninputs:\\n  a: {label: 'A'}\\n")
    ...     _ = save(LogicModel(id="m", inputs={"a": {"label": "B"}}), path)
    ...     print(path.read_text(), end="")
    virkningskjede: 1
    kind: pilot
    id: m  # mine
    inputs:
      a: {label: 'B'}
    """
    if in_corpus(os.fspath(path)) is not None:
        raise UsageError(Word("save.fixed", (("path", os.fspath(path)),)))
    file = Path(path)
    if is_folder(file):
        raise UsageError(Word("error.folder", (("path", shown(file)),)))
    if not os.path.lexists(file):
        write_file(file, dump(model).encode("utf-8"), chosen(None))
        return file
    before = read_model(read_file(file, None))
    text = text_of(model, before, shown(file))
    if text != ("\ufeff" if before.yaml_file.bom else "") + before.yaml_file.text:
        write_file(file, text.encode("utf-8"), chosen(None))
    return file


def text_of(model: LogicModel, before: ModelFile, name: str) -> str:
    """The text of a file that is to hold a model, where it held it, or an earlier version of it.

    Raises:
        UsageError: it held something else.
    """
    if before.model is None:
        wrong = next((diagnostic for diagnostic in before.diagnostics if diagnostic.severity == "error"), None)
        raise UsageError(Word("save.broken", (("path", name), ("why", line(wrong, asked_for() or "en") if wrong is not None else ""))))
    if before.model.id != model.id:
        raise UsageError(Word("save.another", (("path", name), ("id", before.model.id), ("other", model.id))))
    values = before.yaml_file.values
    new = in_form(*_moved_along(values or {}, written(before.model), written(model)), form_of(LogicModel))
    text = patched(before.yaml_file, new)
    if _reads_as(text, before.yaml_file, model):
        return text
    # Something stood in a form that does not let the new be told beside it: everything is written as `dump` would, where it stood.
    return patched(before.yaml_file, written(model))


def _reads_as(text: str, before: YamlFile, model: LogicModel) -> bool:
    return read_model(parse(text.encode("utf-8"), before.name)).model == model


def _moved_along(file: Values, before: Values, after: Values) -> tuple[Values, Values, Values]:
    """A file's values, and what they say, with entries in the sections that they are moved to: what is the same keeps its form there."""
    moved = {place: old for place, old in moved_between(before, after).items() if place[0] in before and place[0] in file}
    file, before = ({key: dict(value) if isinstance(value, dict) else value for key, value in values.items()} for values in (file, before))
    for (section, name), old in moved.items():
        for values in (file, before):
            values[section][name] = values[old].pop(name)
    return file, before, after


def in_form(file: Any, before: Any, after: Any, form: FieldForm | None) -> Any:
    """New values in the forms of a file: what is the same as before stays as the file has it, short or long.

    Args:
        file: what the file holds.
        before: the same as a file would be written of it.
        after: what it is to be, likewise.
        form: what may stand there.
    """
    if read_back(before) == read_back(after) and _order(before, form) == _order(after, form):
        return file
    if isinstance(file, dict) and isinstance(before, list) and isinstance(after, list) and len(before) == len(after) == 1:
        return in_form(file, before[0], after[0], form.below(0) if form is not None else None)  # one, without the list around it
    if isinstance(file, dict) and isinstance(before, dict) and isinstance(after, dict):
        kind = form.keyed.model if form is not None else None
        return _fields(file, before, after, form) if kind is not None else _names(file, before, after, form)
    if isinstance(file, list) and isinstance(before, list) and isinstance(after, list) and len(file) == len(before):
        return [
            after[pair.after]
            if pair.before is None
            else in_form(file[pair.before], before[pair.before], after[pair.after], form.below(pair.after) if form is not None else None)
            for pair in aligned_lists(read_back(before), read_back(after))
        ]
    if isinstance(file, list) and len(file) == 1 and not isinstance(after, dict | list):
        return [after]
    return after


def _order(value: Any, form: FieldForm | None) -> Any:
    """The order of the names in a value that has any; that of the fields of a type means nothing."""
    if isinstance(value, dict):
        keyed = form.keyed if form is not None else None
        typed = keyed is not None and keyed.model is not None
        inner = {key: _order(item, keyed.below(key) if keyed is not None else None) for key, item in value.items()}
        return sorted(inner.items(), key=lambda item: item[0]) if typed else list(inner.items())
    if isinstance(value, list):
        return [_order(item, form.below(place) if form is not None else None) for place, item in enumerate(value)]
    return None


def _fields(file: dict[str, Any], before: dict[str, Any], after: dict[str, Any], form: FieldForm | None) -> dict[str, Any]:
    """The fields of a value, in the order of the file; a new one stands where the format has it among them."""
    keyed = form.keyed if form is not None else None
    fields: dict[str, Any] = {}
    for key, content in file.items():
        if key in after and key in before:
            fields[key] = in_form(content, before[key], after[key], keyed.below(key) if keyed is not None else None)
        elif key in after:
            fields[key] = after[key]
        elif key not in before:
            fields[key] = content  # said, though it is so anyway
    kind = keyed.model if keyed is not None else None
    order = [kind.model_fields[name].alias or name for name in written_order(kind)] if kind is not None else []
    for key in (key for key in after if key not in fields):
        above = order[: order.index(key)] if key in order else order
        names = list(fields)
        place = max((names.index(name) + 1 for name in above if name in fields), default=0)
        fields = dict([*list(fields.items())[:place], (key, after[key]), *list(fields.items())[place:]])
    return fields


def _names(file: dict[str, Any], before: dict[str, Any], after: dict[str, Any], form: FieldForm | None) -> dict[str, Any]:
    """What stands under names of its own, in the order that is asked for."""
    names: dict[str, Any] = {}
    olds, news = list(before), list(after)
    for pair in aligned_keys(read_back(before), read_back(after)):
        name = news[pair.after]
        old = olds[pair.before] if pair.before is not None else ""
        below = form.below(name) if form is not None else None
        names[name] = in_form(file[old], before[old], after[name], below) if old in file else after[name]
    return names
