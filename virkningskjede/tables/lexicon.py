"""The words of tables in both languages, as data: what the stages of the chain are called, and what the columns are.

Of several words for one thing the first is the one that people are told of. Words are divided by commas, and stand in small letters. A word
that is missing here is not known: it is added here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from virkningskjede.model.values import STAGES, Horizon, Level


@dataclass(frozen=True, slots=True)
class Step:
    """Where in a model something belongs.

    Attributes:
        section: the section of the model.
        level: for an outcome, where it shows, when the word says so.
        horizon: for an outcome, how soon it is to show, when the word says so.
        kind: for what is in the context, whether it is a problem, an asset or a change, when the word says so.
    """

    section: str
    level: Level | None = None
    horizon: Horizon | None = None
    kind: str | None = None

    @property
    def in_chain(self) -> bool:
        """Whether it is a stage of the chain."""
        return self.section in STAGES

    @property
    def height(self) -> tuple[int, int]:
        """How far along the chain it is: what a number says that belongs to another, belongs to something further along."""
        reach = {"short": 1, "medium": 2, "long": 3}.get(self.horizon or "", 2 if self.level != "society" else 4)
        return (STAGES.index(self.section), reach if self.section == "outcomes" else 0)


STEPS: tuple[tuple[Step, str, str], ...] = (
    (
        Step("context"),
        "bakgrunn, kontekst, situasjon, utgangssituasjon",
        "context, background, situation",
    ),
    (
        Step("context", kind="problem"),
        "problem, problemer, problemet, behov, utfordring, utfordringer, utfordringar, rotårsak, rotårsaker, årsaker",
        "problem, problems, problem statement, need, needs, challenge, challenges, root cause, root causes",
    ),
    (
        Step("context", kind="asset"),
        "fortrinn, tidligere erfaring",
        "asset, assets, earlier experience",
    ),
    (
        Step("inputs"),
        "innsatsfaktor, innsatsfaktorer, innsats, ressurs, ressurser, investering, investeringer, innsatsfaktorar, ressursar, "
        "investeringar",
        "input, inputs, resource, resources, investment, investments, resources/inputs, inputs/resources, what we invest",
    ),
    (
        Step("activities"),
        "aktivitet, aktiviteter, hovedaktiviteter, tiltak, handlinger, initiativ, initiativer, aktivitetar, hovudaktivitetar, handlingar",
        "activity, activities, key activities, main activities, action, actions, intervention, interventions, initiative, initiatives, "
        "what we do",
    ),
    (
        Step("outputs"),
        "produkt, produkter, tjeneste, tjenester, produkt/tjeneste, produkt eller tjeneste, produkter og tjenester, leveranse, "
        "leveranser, resultatmål, produkt eller teneste, teneste, tenester, leveransar",
        "output, outputs, product, products, service, services, deliverable, deliverables, product or service",
    ),
    (
        Step("outcomes"),
        "virkning, virkninger, effekt, effekter, effektmål, resultat, resultater, mål, delmål, målsetting, målsettinger, strategisk mål, "
        "strategiske mål, verknad, verknader, effektar, resultata, målsettingar",
        "outcome, outcomes, effect, effects, result, results, objective, objectives, outcomes/objectives, strategic objective, "
        "strategic objectives, intermediate result, intermediate results, ir",
    ),
    (
        Step("outcomes", level="service"),
        "virkning i tjenestene, virkninger i tjenestene, tjenestevirkning, tjenestevirkninger, verknader i tenestene",
        "service outcome, service outcomes, outcome in the services, outcomes in the services, effects in the services",
    ),
    (
        Step("outcomes", level="partner"),
        "virkning hos partnere, virkninger hos partnere, partnervirkning, partnervirkninger, verknader hos partnarar",
        "partner outcome, partner outcomes, outcome among partners, outcomes among partners, effects among partners",
    ),
    (
        Step("outcomes", level="user"),
        "brukereffekt, brukereffekter, virkning for brukere, virkninger for brukere, virkninger for brukerne, formål, prosjektmål, "
        "virkning for brukerne, effekt for brukere, effekter for brukere, effekter for brukerne, brukareffekt, brukareffektar, føremål, "
        "verknader for brukarar, verknader for brukarane",
        "user effect, user effects, user outcome, user outcomes, purpose, purposes, project purpose, specific objective, "
        "specific objectives, immediate objective, immediate objectives, project objective",
    ),
    (
        Step("outcomes", level="society"),
        "samfunnseffekt, samfunnseffekter, samfunnsmål, hovedmål, overordnet mål, overordnede mål, visjon, virkning for samfunnet, "
        "virkninger for samfunnet, virkninger i samfunnet, effekt for samfunnet, effekter for samfunnet, samfunnseffektar, hovudmål, "
        "overordna mål, verknader for samfunnet, verknader i samfunnet",
        "effect on society, effects on society, impact, impacts, goal, goals, overall goal, overall objective, overall objectives, "
        "development objective, development goal, goal (impact), impact (goal), goal/impact, impact/goal, vision",
    ),
    (
        Step("assumptions"),
        "antakelse, antakelser, antagelse, antagelser, forutsetning, forutsetninger, forhåndsbetingelse, forhåndsbetingelser, "
        "føresetnad, føresetnader",
        "assumption, assumptions, precondition, preconditions, pre condition, pre conditions, external condition, external conditions",
    ),
    (
        Step("barriers"),
        "hemmer, hemmere, hindring, hindringer, barriere, barrierer, risiko, risikoer, hindringar, barrierar",
        "barrier, barriers, risk, risks, threat, threats, obstacle, obstacles",
    ),
    (
        Step("enablers"),
        "fremmer, fremmere",
        "enabler, enablers, facilitator, facilitators",
    ),
    (
        Step("open_questions"),
        "åpent spørsmål, åpne spørsmål",
        "open question, open questions",
    ),
    (
        Step("indicators"),
        "indikator, indikatorer, kpi er, indikatorar",
        "indicator, indicators, kpi, kpis",
    ),
    (
        Step("target_group"),
        "målgruppe, målgrupper, deltakere, grense for målgruppen, deltakarar",
        "target group, target groups, target population, participants, participation, who we reach, beneficiaries",
    ),
)
"""What a stage can be called: where it belongs, in Norwegian, in English."""

HORIZON_WORDS: Mapping[Horizon, str] = {
    "short": "på kort sikt, kort sikt, kortsiktig, kortsiktige, umiddelbar, umiddelbare, kort, short term, short, immediate, initial, "
    "early, shorter term, near term, primary",
    "medium": "på mellomlang sikt, mellomlang sikt, på mellomlangt sikt, mellomlangt sikt, mellomlangsiktig, mellomlangsiktige, "
    "mellomlang, mellomlange, på sikt, medium term, medium, mid term, midterm, intermediate, medium to long term, secondary",
    "long": "på lang sikt, lang sikt, langsiktig, langsiktige, lang, long term, longer term, long, ultimate, end, final",
}
"""What stands before or after the word for an outcome, or instead of it, and says how soon it is to show."""

CHANGES = ("endring, endringer, endringar", "change, changes")
"""What stands for outcomes only beside a word for how soon: "short-term changes"."""

LEVEL_WORDS: Mapping[Level, str] = {
    "service": "service, services, tjeneste, tjenester, tjenestene, i tjenestene, in the services",
    "partner": "partner, partners, partnere, hos partnere, among partners",
    "user": "user, users, bruker, brukere, brukerne, hos brukere, for users, for brukere, among users, individual",
    "society": "society, samfunn, samfunnet, i samfunnet, in society",
}
"""Where an outcome shows."""

Role = Literal[
    "id",
    "number",
    "stage",
    "label",
    "leads_to",
    "from",
    "to",
    "to_label",
    "from_stage",
    "to_stage",
    "at",
    "who",
    "level",
    "horizon",
    "indicator",
    "baseline",
    "baseline_date",
    "target",
    "target_date",
    "milestone",
    "result",
    "date",
    "instrument",
    "assumption",
    "risk",
    "unit",
    "group",
    "passed",
]
"""What a column of a table can be for, beside the fields of the format that have columns under their own names."""

ROLE_WORDS: tuple[tuple[Role, str, str], ...] = (
    (
        "id",
        "id, ident, kode, indikator id, indikatorkode",
        "id, identifier, code, node id, key, indicator id, indicator code",
    ),
    (
        "number",
        "nr, nummer, nr.",
        "no, no., number, #, ref, ref.",
    ),
    (
        "stage",
        "trinn, steg, ledd, type, trinn eller kobling, kategori, komponent, element, resultatnivå, resultatkjede, målnivå, nivå, "
        "elementtype",
        "stage, type, element type, category, component, element, stage or arrow, hierarchy, hierarchy of objectives, results chain, "
        "result level, "
        "results level, level, node type, logframe level, step",
    ),
    (
        "label",
        "tekst, navn, beskrivelse, hva, sammendrag, prosjektsammendrag, tittel, formulering, innsatslogikk, målformulering, "
        "målhierarki, ledd, eksempel, eksempler, element, skildring, namn",
        "label, text, name, description, what, project summary, narrative summary, narrative, summary, intervention logic, statement, "
        "result statement, results statement, title, project description, expected results, expected result, project structure, "
        "narrative description, design summary, results, objectives, objective, goal statement, project logic, statements, "
        "example, examples, element",
    ),
    (
        "leads_to",
        "fører til, forer til, leder til, bidrar til, fører til (id), leier til, bidreg til",
        "leads to, leads_to, contributes to, leads to (id)",
    ),
    (
        "from",
        "fra, fra (id), kilde, årsak, frå",
        "from, from (id), source, cause",
    ),
    (
        "to",
        "til, til (id), mål, fører til, virkning, verknad",
        "to, to (id), target, effect, leads to",
    ),
    (
        "to_label",
        "til",
        "to",
    ),
    (
        "from_stage",
        "fra trinn, fra steg, frå trinn, frå steg, årsak trinn",
        "from stage, source stage, from type, source type, cause stage, cause type",
    ),
    (
        "to_stage",
        "til trinn, til steg, virkning trinn, verknad trinn",
        "to stage, target stage, to type, target type, effect stage, effect type",
    ),
    (
        "at",
        "sted, sted i kilden, kilde, stad, stad i kjelda, kjelde",
        "at, place in the source, source",
    ),
    (
        "who",
        "hvem, hvem gjør det, ansvarlig, aktør, aktører, kven, ansvarleg, aktørar",
        "who, who does it, responsible, responsible party, actor, actors",
    ),
    (
        "level",
        "nivå, niva, hvor virkningen viser seg",
        "level, where it shows",
    ),
    (
        "horizon",
        "tidshorisont, horisont, tidsperspektiv",
        "horizon, time horizon, timeframe, time frame",
    ),
    (
        "indicator",
        "indikator, indikatorer, resultatindikator, resultatindikatorer, måleindikator, måleindikatorer, kpi er, indikatorar, "
        "resultatindikatorar",
        "indicator, indicators, objectively verifiable indicator, objectively verifiable indicators, ovi, ovis, verifiable indicators, "
        "performance indicator, performance indicators, key performance indicator, key performance indicators, kpi, kpis, measure, "
        "measures, indicators of success, success indicators, output indicators, outcome indicators, output indicator, "
        "outcome indicator, indicator name, key results & indicators",
    ),
    (
        "baseline",
        "utgangspunkt, utgangsverdi, nullpunkt, baseline, nåverdi",
        "baseline, base, baseline value, starting point",
    ),
    (
        "baseline_date",
        "dato for utgangspunkt, år for utgangspunkt",
        "baseline date, baseline year",
    ),
    (
        "target",
        "mål, måltall, målverdi, sluttmål, mål ved slutt, mål ved prosjektslutt, ved prosjektslutt, plan, planlagt",
        "target, targets, target value, final target, end target, end of project target, eop target, project target, overall target, "
        "life of project target, lop target, eop, lop, end of project, life of project, "
        "end line target, endline target, end of programme target, end of program target, planned, "
        "plan, planned value",
    ),
    (
        "target_date",
        "måldato, målår, frist",
        "target date, target year, deadline, due date, timeline",
    ),
    (
        "milestone",
        "milepæl, milepæler, delmål, mål underveis, mål midtveis, midtveis, milepælar, mål undervegs",
        "milestone, milestones, interim target, intermediate target, mid term target, midterm target, midline target, mid line target, "
        "annual target, mid term, midterm",
    ),
    (
        "result",
        "resultat, oppnådd, oppnådd verdi, oppnådd resultat, faktisk, faktisk verdi, faktisk resultat, målt, målt verdi, verdi, oppnått, "
        "oppnådd hittil",
        "result, actual, actuals, achieved, reached, current, latest, actual value, value, progress, actual result, achieved value, "
        "achieved result, measured, measured value, endline, end line, endline value, midline, mid line, midline value, achievement, "
        "current value",
    ),
    (
        "date",
        "dato, år, måledato",
        "date, year",
    ),
    (
        "instrument",
        "verifikasjonskilde, verifikasjonskilder, måles med, kilde, datakilde, datakilder, kilde til verifisering, "
        "kilder til verifisering, kjelde, kjelder, datakjelde, datakjelder, "
        "verifiseringskilde, verifiseringskilder, verifisering, målemetode, instrument",
        "means of verification, mov, movs, means and sources of verification, sources of verification, source of verification, "
        "data source, data sources, verification, measured by, evidence source, measurement method, source, "
        "sources and means of verification, source and mean of verification, source and means of verification, instrument, measurement",
    ),
    (
        "assumption",
        "antakelse, antakelser, antagelser, forutsetning, forutsetninger, viktige forutsetninger, antakelser og risiko, "
        "forutsetninger og risiko, føresetnad, føresetnader, føresetnader og risiko",
        "assumption, assumptions, important assumptions, critical assumptions, key assumptions, assumptions/risks, "
        "assumptions and risks, assumptions & risks, external factors, critical assumption, key assumption",
    ),
    (
        "risk",
        "risiko, risikoer, risiko og antakelser",
        "risk, risks, risks and assumptions, risks & assumptions, assumption/risk, risk/assumption",
    ),
    (
        "unit",
        "enhet, måleenhet, eining, måleeining",
        "unit, units, unit of measure, unit of measurement",
    ),
    (
        "group",
        "gruppe, undergruppe, delgruppe, kjønn, aldersgruppe, fordeling, fordelt på, inndeling, blant",
        "group, subgroup, sub group, disaggregation, disaggregated by, disaggregate, sex, gender, age group, population group, among",
    ),
    (
        "passed",
        "til, står i kilden",
        "to, stated in the source",
    ),
)
"""What the headings of columns can be: what the column is for, in Norwegian, in English. One heading can mean several things; the layout
settles which. What is ``passed`` says nothing that other columns do not.
"""

FIELD_WORDS: Mapping[str, tuple[str, str]] = {
    "because": (
        "begrunnelse, begrunnelser, hvorfor, mekanisme, mekanismer, grunngjeving, kvifor, mekanismar",
        "rationale, why, mechanism, mechanisms, reason, reasons, reasoning, justification",
    ),
    "note": ("merknad, merknader, kommentar, kommentarer", "note, notes, comment, comments, remark, remarks"),
}
"""What else than its own name a field of the format is called above a column: its key, in Norwegian, in English."""

ROW_KINDS: Mapping[str, tuple[str, str]] = {
    "target": ("mål, måltall, plan, planlagt, planlagt verdi", "target, targets, planned, plan, expected"),
    "result": (
        "resultat, oppnådd, oppnådde, faktisk, faktisk resultat, målt, status",
        "actual, actuals, achieved, result, results, reached, measured, progress",
    ),
    "baseline": ("utgangspunkt, nullpunkt", "baseline"),
}
"""What the numbers of a row are where a column says it of each row: in Norwegian, in English."""

GROUP_PARTS = (
    "kvinner, kvinne, menn, mann, jenter, jente, gutter, gutt, barn, unge, ungdom, voksne, eldre",
    "women, woman, female, females, men, man, male, males, girls, girl, boys, boy, children, youth, adults, elderly, f, m",
)
"""Parts of a group that numbers are divided by, where no heading says that they are parts: in Norwegian, in English."""

GROUP_WHOLES = (
    "total, totalt, alle, i alt, samlet, begge, begge kjønn, sum, hele gruppen",
    "total, totals, all, overall, both, both sexes, everyone",
)
"""What stands for the whole group beside its parts."""

GROUP_BEGINS = ("herav, hvorav, derav, av dette, av disse", "of which, of whom, of these, whereof, thereof")
"""What begins the name of a part, below the row of the whole."""

SAME_AS_ABOVE = (
    "som over, som ovenfor, se over, se ovenfor, samme som over, samme som ovenfor, samme, d.o",
    "ditto, do, as above, see above, same as above, same",
)
"""What stands in a cell instead of what stands in the one above it, beside quotation marks: without the full stop at its end."""
