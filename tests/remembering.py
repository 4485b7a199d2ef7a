"""Pure functions of the library that the tests of whole commands, pages and sites call with the same arguments again and again.

Those tests read the corpus hundreds of times, hold it against its criteria sets and claims, and start a process for each drawing. Here
the answers are remembered for as long as the tests run. That loosens nothing:

- Only functions are remembered whose answer follows from their arguments: a file's values from its bytes and its name, a typed value
  from those values, a verdict from a criterion and a model, a grouping from the models, a picture from what a child process is sent. A
  file that is changed has other bytes. What depends on the machine (which files there are, settings, git, links) is asked each time.
- What is shared cannot be changed: the values are frozen. The one thing that is written into a model, which project it is of, is no
  field; each reader therefore gets a copy of the model of its own.
- Each answer was worked out by the library itself, in the same run. Whatever goes wrong is never remembered.
- The folders of the rooms themselves (``yamlfile``, ``project``, ``query``, ``analysis``, ``drawing`` …) work everything out each time:
  what reading, judging and drawing do, how long they may take and how they fail is tested there. So does a test that is marked
  ``afresh``, such as one that asks whether the same comes out twice.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from virkningskjede.analysis import grouping
from virkningskjede.analysis.claims.panel import Panel
from virkningskjede.analysis.criteria import sets
from virkningskjede.analysis.criteria.criteria_set import CriteriaSet
from virkningskjede.analysis.criteria.verdict import Verdict, judge
from virkningskjede.analysis.grouping import Grouping, group
from virkningskjede.drawing import draw, picture
from virkningskjede.drawing.child import Child
from virkningskjede.errors import DrawingError
from virkningskjede.model import LogicModel
from virkningskjede.model.codebook import Comparison
from virkningskjede.model.models import Models, models_of
from virkningskjede.project import Project, form
from virkningskjede.query import QueryContext
from virkningskjede.yamlfile import YamlFile, yaml_file

PLACES = (
    *("tests/atlas", "tests/cli", "tests/corpus", "tests/docs", "tests/nets"),
    *("tests/report/test_notebook.py", "tests/test_api.py", "tests/test_typing.py"),
    *("tests/project/test_lacking.py", "tests/project/test_named.py"),
    "virkningskjede",
)
"""The folders and files in whose tests answers are remembered; the last of them has the examples of the docstrings."""


def remembers(item: pytest.Item) -> bool:
    """Whether answers are remembered in a test."""
    top = Path(__file__).parents[1]
    return any(item.path.is_relative_to(top / place) for place in PLACES) and item.get_closest_marker("afresh") is None


_answers: dict[Hashable, tuple[Any, Any]] = {}
"""Answers by the function and the identities of its arguments; with the arguments, so that an identity is never used again."""

_values: dict[int, YamlFile] = {}
"""The documents that are remembered, by the identity of their values."""


def _remembered(key: Hashable, work: Callable[[], Any], *kept: object) -> Any:
    if key not in _answers:
        _answers[key] = (work(), kept)
    return _answers[key][0]


def _same(value: object) -> Hashable:
    """What two values have in common that are one and the same, or are copies or mappings of the same parts."""
    if isinstance(value, LogicModel):
        return tuple(id(getattr(value, name)) for name in LogicModel.model_fields)
    if isinstance(value, Mapping):
        return tuple((key, _same(each)) for key, each in value.items())
    return id(value)


# Their packages give functions under the names of these modules.
claims, check = (import_module(f"virkningskjede.analysis.{name}") for name in ("claims.run", "criteria.check"))

_read, _built, _ruled = yaml_file._parse, form.build_partly, claims._rule


def _parse(data: bytes, name: str) -> YamlFile:
    found: YamlFile = _remembered(("parse", data, name), lambda: _read(data, name))
    if found.values is not None:
        _values[id(found.values)] = found
    return found


def _build_partly(kind: Any, values: Any, *rest: Any) -> Any:
    if id(values) not in _values:
        return _built(kind, values, *rest)
    found = _remembered(("build", kind, id(values), rest), lambda: _built(kind, values, *rest))
    return replace(found, value=found.value.model_copy()) if isinstance(found.value, LogicModel) else found


def _judge(criteria: CriteriaSet, name: str, context: QueryContext) -> Verdict:
    if context.without:
        return judge(criteria, name, context)
    about = [context.model, context.vocabulary, context.template, context.comparisons]
    key = ("judge", id(criteria), name, *map(_same, about))
    verdict: Verdict = _remembered(key, lambda: judge(criteria, name, context), criteria, about)
    return verdict


def _shared(project: Project) -> Hashable:
    parts = (project.vocabulary, project.references, project.segments, project.templates, project.comparisons)
    return (project.root, *map(_same, parts))


def _rule(name: str, claim: Any, file: Any, panel: Panel) -> Any:
    key = ("rule", name, id(claim), id(file), _same(panel.models), _shared(panel.shared))
    return _remembered(key, lambda: _ruled(name, claim, file, panel), claim, file, panel)


def _group(models: Models, by: str | Comparison, project: Project, **more: Any) -> Grouping:
    several = models_of(models)
    key = ("group", *map(_same, several), by if isinstance(by, str) else id(by), _shared(project), *sorted(more.items()))
    found: Grouping = _remembered(key, lambda: group(several, by, project, **more), several, by, project)
    return found


_lock = Lock()
_drawing: list[Child] = []


class _Kept(Child):
    """A child process that goes on from one test to the next, and draws what is the same once."""

    def ask(self, work: Callable[..., bytes], *arguments: object) -> bytes:
        request = pickle.dumps((work, arguments))
        try:
            with _lock:
                if not _drawing:
                    _drawing.append(Child(draw.TIMEOUT, "nb"))
                drawn: bytes = _remembered(("draw", request), lambda: _drawing[0].ask(work, *arguments))
                return drawn
        except DrawingError:
            return super().ask(work, *arguments)  # it goes wrong by itself, with its own limit and in its own language


def end() -> None:
    """End the process that draws, and forget everything."""
    for child in _drawing:
        child.stop()
    for kept in (_drawing, _answers, _values):
        kept.clear()


@contextmanager
def remembered() -> Iterator[None]:
    """Remember answers inside."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(yaml_file, "_parse", _parse)
        patched.setattr(form, "build_partly", _build_partly)
        for module in (check, sets):
            patched.setattr(module, "judge", _judge)
        patched.setattr(claims, "_rule", _rule)
        patched.setattr(grouping, "group", _group)
        for drawing in (draw, picture):
            patched.setattr(drawing, "Child", _Kept)
        yield
