"""What results say to people has titles and labels, and no ids: those are for files, for machines and for what is typed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import cache, partial

import pytest

import virkningskjede as vk
from virkningskjede.analysis.show import ModelReport
from virkningskjede.i18n import LANGS, WORDS, Lang
from virkningskjede.model import LogicModel
from virkningskjede.project import Portfolio, corpus, load_portfolio
from virkningskjede.report import Report, Reported
from virkningskjede.report.formats import FORMATS
from virkningskjede.report.names import labels_of, titles_of

from ..remembering import remembered

WIDE = 10_000
"""So many columns that nothing is broken over lines."""

Result = Report | Reported


def recoded(portfolio: Portfolio) -> list[LogicModel]:
    """Two pilots as another coder could have had them: with each other's content."""
    return [portfolio[other].model_copy(update={"id": name}) for name, other in (("ha", "ringsaker"), ("bjerke", "nesodden"))]


def results(everything: Portfolio) -> dict[str, Callable[[], Result]]:
    """Results of the corpus by name, each with all that it can tell."""
    pilots = [model for model in everything.values() if model.kind == "pilot"]
    ha, bjerke, ringsaker, template, common = (everything[name] for name in ("ha", "bjerke", "ringsaker", "modell-2", "felles"))
    shown = {f"show {each.id}": partial(ModelReport, each, everything.project.vocabulary) for each in (ha, template, common)}
    columns = everything.project.comparisons
    compared = {f"compare {name}": partial(lambda each: vk.compare(pilots, each).report(explain=True), name) for name in columns}
    ruled = {f"claims {name}": partial(lambda each: vk.claims(everything, each).report(explain=True), name) for name in CLAIMS}
    return {
        **shown,
        **compared,
        **ruled,
        "diff": lambda: vk.diff(ha, ringsaker),
        "diff, change by change": lambda: vk.diff(ha, ringsaker).report(listed=True),
        "diff, template": lambda: vk.diff(template, ha),
        "diff, template, change by change": lambda: vk.diff(template, ha).report(listed=True),
        "check": lambda: vk.check(pilots).report(explain=True),
        "check, one model": lambda: vk.check(ha),
        "check, against": lambda: vk.check(pilots).against("statusrapport").report(explain=True),
        "consensus": lambda: vk.consensus(pilots, min=3).report(explain=True),
        "consensus, against": lambda: vk.consensus(pilots, min=3).against(common).report(explain=True),
        "coverage": lambda: vk.coverage(everything).report(explain=True),
        "gaps": lambda: vk.gaps(pilots),
        "progress": lambda: vk.progress(everything),
        "gaps, one model": lambda: vk.gaps(ha),
        "paths": lambda: vk.paths(everything["nesodden"], "term:nav-veileder", "society"),
        "group": lambda: vk.group(pilots, "tiltak", samples=0),
        "similarity": lambda: vk.similarity(pilots),
        "agreement": lambda: vk.agreement([ha, bjerke], recoded(everything)),
    }


CLAIMS = ("statusrapport", "dps-nav")
NAMES = tuple(results(load_portfolio(corpus())))

ALLOWED = {
    r"(?m)^- .*: id (endret fra|changed from) \S+ (til|to) \S+$": "that an id is another, is told by the ids",
    r"\(felles\)": "the word, in the label of a node",
    r"\(brukereffekter\)": "the name of a level",
    r"\be-link\b": "the name of a product, in a note",
}
"""What looks like an id and is none, or has to be one, and why."""


@pytest.fixture(scope="module", autouse=True)
def _shared() -> Iterator[None]:
    with remembered():
        yield
    said.cache_clear()


@cache
def said(name: str, portfolio: Portfolio) -> str:
    """What a result says. Whether ids stand in it depends on the format, but not on the language."""
    result = results(portfolio)[name]()
    formats: tuple[tuple[str, Lang], ...] = (("text", "nb"), ("markdown", "en"))
    text, markdown = (
        result.to_text(lang=lang, width=WIDE) if form == "text" else re.sub(r"\]\([^)]*\)", "]", result.to_markdown(lang=lang))
        for form, lang in formats
    )
    return f"{text}\n{markdown}".replace("\\", "")


def ids(portfolio: Portfolio) -> frozenset[str]:
    """The ids of models, of what stands in them, of the codebook and of claims."""
    vocabulary = portfolio.project.vocabulary
    assert vocabulary is not None
    found = {name for model in portfolio.values() for name in (model.id, *(entry.id for _, entry in model.entries()))}
    claims = (claim for name in CLAIMS for claim in vk.claims(portfolio, name).file.claims)
    return frozenset({*found, *vocabulary.terms, *vocabulary.actors, *vocabulary.traits, *vocabulary.indicators, *claims})


def looking(names: frozenset[str]) -> re.Pattern[str]:
    """A pattern for ids in a text: for those with a hyphen wherever they stand, and for those that may be plain words, in brackets."""
    some, all_ = ("|".join(sorted(map(re.escape, each), key=len, reverse=True)) for each in ([n for n in names if "-" in n], names))
    return re.compile(rf"(?<![\w/#.-])(?:{some})(?![\w-])|[(\[](?:{all_})[)\]]")


@pytest.mark.parametrize("name", NAMES)
def test_no_result_says_an_id(name: str, portfolio: Portfolio) -> None:
    text = said(name, portfolio)
    for pattern in ALLOWED:
        text = re.sub(pattern, "", text)
    assert sorted({hit[0] for hit in looking(ids(portfolio)).finditer(text)}) == []


def test_everything_that_is_allowed_is_there(portfolio: Portfolio) -> None:
    everything = "\n".join(said(name, portfolio) for name in NAMES)
    assert [pattern for pattern in ALLOWED if not re.search(pattern, everything)] == []


@pytest.mark.parametrize("text", ["Hå (ha), kilde: r", "[moter-uten-bruker]", "Begge følger modell-2.", "kursleder, til-stede; 2:1"])
def test_ids_are_recognised(text: str) -> None:
    assert looking(frozenset({"ha", "moter-uten-bruker", "modell-2", "til-stede"})).search(text)


@pytest.mark.parametrize("text", ["ha det", "Nav-veileder", "ikke-til-stede", "sources.html#work-til-stede"])
def test_words_are_not_taken_for_ids(text: str) -> None:
    assert not looking(frozenset({"ha", "nav-veileder", "til-stede"})).search(text)


def test_what_is_called_the_same_is_told_apart() -> None:
    twice = {"a": {"label": "Kurs"}, "b": {"label": "Kurs"}, "c": {"label": "Hjelp"}}
    model = LogicModel.model_validate(
        {
            "id": "m",
            "title": "By",
            "activities": twice,
            "outcomes": {"d": {"label": "Kurs", "level": "user"}, "e": {"label": "Hjelp", "level": "service"}},
        }
    )
    assert labels_of(model, "nb") == {
        "a": "Kurs (a)",
        "b": "Kurs (b)",
        "c": "Hjelp (aktiviteter)",
        "d": "Kurs (brukereffekter)",
        "e": "Hjelp (virkninger i tjenestene)",
    }
    other = LogicModel(id="n", title="By")
    assert titles_of((model, other, LogicModel(id="o", title="Bygd"))) == {"m": "By (m)", "n": "By (n)", "o": "Bygd"}


@pytest.mark.parametrize("lang", LANGS)
def test_an_arrow_that_is_hindered_is_told_by_the_names_of_its_nodes(lang: Lang) -> None:
    """Whether it is said outright, or is another reading: in what people read, and in the sentences of a table."""

    def model(hindered: str, read_otherwise: str) -> LogicModel:
        return LogicModel.model_validate(
            {
                "id": "m",
                "title": "By",
                "activities": {"lessons": {"label": "Kurs", "leads_to": ["can-swim"]}},
                "outcomes": {"can-swim": {"label": "Svømmer", "level": "user"}},
                "barriers": {"queue": {"label": "Kø", "hinders": hindered, "or": [{"hinders": read_otherwise}]}},
                "enablers": {"bus": {"label": "Buss", "helps": hindered}},
            }
        )

    diff = vk.diff(model("lessons -> can-swim", "lessons"), model("lessons", "lessons -> can-swim"))
    name = WORDS["diff.column.sentence"].in_(lang)
    rows = csv.DictReader(io.StringIO(str(FORMATS["csv"].write(diff.report(), lang)).removeprefix("\ufeff")))
    for sentences in ([row[name] for row in rows], diff.report(listed=True).to_text(lang=lang, width=WIDE).splitlines()):
        told = [sentence for sentence in sentences if " → " in sentence]
        assert len(told) == 3
        assert not [sentence for sentence in sentences if "can-swim" in sentence]
