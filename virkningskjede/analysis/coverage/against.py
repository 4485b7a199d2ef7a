"""What the sentences of the sources speak against in the models that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from virkningskjede.diagnostics import Diagnostic, sort_key
from virkningskjede.model import LogicModel
from virkningskjede.model.values import Sentence
from virkningskjede.project import ModelFile, Portfolio, Project
from virkningskjede.rules import RULES, RuleContext, check

OF_TEXT = tuple(code for code, rule in RULES.items() if rule.of_text)
"""The codes of the rules that read the text of a source."""


def against(models: Portfolio | Iterable[LogicModel], project: Project, text: Mapping[Sentence, str]) -> tuple[Diagnostic, ...]:
    """What the rules that read the text of a source have to say of models; of those of a portfolio in the files that they came from.

    Args:
        models: the models, or a portfolio.
        project: what they share.
        text: the sentences that are at hand.
    """
    files: Mapping[str, ModelFile] = models.files if isinstance(models, Portfolio) else {}
    diagnostics: list[Diagnostic] = []
    for model in models.values() if isinstance(models, Portfolio) else models:
        breaches = check(RuleContext(model, project, text=text), select=OF_TEXT) if text else ()
        diagnostics += files[model.id].yaml_file.locate(breaches) if model.id in files else breaches
    return tuple(sorted(diagnostics, key=sort_key))
