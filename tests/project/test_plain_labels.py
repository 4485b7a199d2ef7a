"""A plain label is in the language of its project; a label in the other language only is shown rather than nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from virkningskjede.analysis.claims import load_claims
from virkningskjede.analysis.compare import load_comparison
from virkningskjede.analysis.criteria import load_set
from virkningskjede.i18n import Lang
from virkningskjede.model.values import LocalText
from virkningskjede.project import Project, open_project
from virkningskjede.validation import validate_paths

FILES = {
    "vocabulary.yaml": """\
virkningskjede: 1
kind: vocabulary
{lang}terms:
  lesson:
    label: Lesson
    stage: activities
    definition: {{nb: En time, en: One lesson}}
    excludes: {{nb: Lek}}
""",
    "criteria/own.yaml": """\
virkningskjede: 1
kind: criteria
id: own
title: Own
criteria:
  taught: {{label: Taught, met: {{node: {{term: lesson}}}}}}
""",
    "comparisons/content.yaml": """\
virkningskjede: 1
kind: comparison
id: content
title: Content
stages: [activities]
columns:
  lesson: {{label: Lessons, counts: [lesson]}}
""",
    "claims/report.yaml": """\
virkningskjede: 1
kind: claims
id: report
title: Report
claims:
  taught:
    statement: All teach
    reading: {{count: {{over: {{}}, where: {{node: {{term: lesson}}}}, is: all}}}}
    silence: "no"
""",
}


def project(folder: Path, lang: str) -> Project:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text.format(lang=lang), "utf-8")
    return open_project(folder)


@pytest.mark.parametrize(("line", "lang"), [("lang: en\n", "en"), ("lang: nb\n", "nb"), ("", "nb")])
def test_plain_labels_are_in_the_language_of_the_project(tmp_path: Path, line: str, lang: Lang) -> None:
    shared = project(tmp_path, line)
    assert shared.lang == lang
    assert shared.vocabulary is not None
    term = shared.vocabulary.terms["lesson"]
    table = load_comparison("content", shared)
    criteria = load_set("own", shared)
    claims = load_claims("report", shared)
    plain = [
        term.label,
        table.title,
        table.columns["lesson"].label,
        criteria.title,
        criteria.criteria["taught"].label,
        claims.title,
        claims.claims["taught"].statement,
    ]
    words = ["Lesson", "Content", "Lessons", "Own", "Taught", "Report", "All teach"]
    assert plain == [LocalText.model_validate({lang: text}) for text in words]
    assert [label.in_("nb") for label in plain] == [label.in_("en") for label in plain] == words
    assert term.definition == LocalText(nb="En time", en="One lesson")
    assert term.excludes is not None
    assert term.excludes.in_("en") == "Lek"
    assert validate_paths([tmp_path]).diagnostics == ()


def test_what_is_wrong_with_a_plain_label_is_said_where_it_stands(tmp_path: Path) -> None:
    project(tmp_path, "lang: en\n")
    file = tmp_path / "vocabulary.yaml"
    file.write_text(
        "virkningskjede: 1\nkind: vocabulary\nlang: en\nterms:\n  a: {label: '', stage: activities}\n  b: {label: [B], stage: inputs}\n"
    )
    diagnostics = [
        (diagnostic.code, diagnostic.place.line, diagnostic.place.column)
        for diagnostic in validate_paths([file]).diagnostics
        if diagnostic.place and diagnostic.file == str(file)
    ]
    assert diagnostics == [("VK109", 5, 14), ("VK103", 6, 7)]


def test_a_language_that_there_is_none_of_is_one_error(tmp_path: Path) -> None:
    project(tmp_path, "lang: de\n")
    codes = [diagnostic.code for diagnostic in validate_paths([tmp_path / "vocabulary.yaml"]).diagnostics]
    assert codes == ["VK106"]
