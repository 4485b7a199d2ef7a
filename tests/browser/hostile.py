"""A small root in which every text that a file may hold tries to be something else than text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

RUN = "window.__pwned = 1"

ATTACKS: Mapping[str, str] = {
    "script": f"<script>{RUN}</script>",
    "image": f'<img src=x onerror="{RUN}">',
    "ends-title": f"</title></style></textarea><script>{RUN}</script>",
    "ends-svg": f'</text></svg><svg onload="{RUN}">',
    "quotes": f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" \' \'',
    "link": f"javascript:{RUN}",
    "data": f"data:text/html,<script>{RUN}</script>",
    "cdata": f"]]><script>{RUN}</script>",
    "comment": f"--><script>{RUN}</script><!--",
    "percent": f"%0a%0d%3Cscript%3E{RUN}%3C/script%3E",
    "backticks": f"`${{{RUN}}}`",
    "mermaid": f'"]; end; click n1 "javascript:{RUN}"; %%{{init: {{}}}}%%',
    "template": "{{ 7 * 7 }}{% raw %}{# x #}",
    "entities": f"&lt;script&gt;{RUN}&lt;/script&gt; &#x202e; &amp;amp;",
    "right-to-left": "שלום עולם العربية 123",
    "emoji": "👩‍👩‍👧‍👦 🇳🇴 ☃️ 𝕏",
    "backslash": "\\N \\G \\l <b>x</b> {a|b} \\\\ slutt\\",
    "markdown": f"**fet** [x](javascript:{RUN}) | `kode` # =1+1",
    "formula": "=HYPERLINK(\"http://example.invalid\"; 'x')",
    "long": "ord " * 2_499 + "slutt",
    "unbroken": "W" * 10_000,
}
"""Labels by what they try. All are labels that a file may have: marks that turn the direction of writing are refused when it is read."""

SAYS = f'<b onclick="{RUN}">&</b> "\'`\\ ]]> <!-- {{{{ 7 * 7 }}}} <script>{RUN}</script> שלום 👩‍👩‍👧‍👦'
"""What stands in every other field."""

MODELS = ("ask", "bork")

_SOURCE = "kilde"


def write_root(folder: Path) -> Path:
    """Write the root to a folder, and give the folder back."""
    both = {"nb": SAYS, "en": SAYS}
    terms = {
        f"term-{name}": {"label": {"nb": label, "en": label}, "stage": "activity", "definition": both} for name, label in ATTACKS.items()
    }
    files: dict[str, Mapping[str, object]] = {
        "vocabulary": {
            "kind": "vocabulary",
            "terms": terms,
            "actors": {"nav": {"label": both}},
            "traits": {"syk": {"label": both}},
        },
        "references": {"kind": "references", "references": _references()},
        "segments/kilde": {
            "kind": "segments",
            "source": _SOURCE,
            "rule": both,
            "hash": both,
            "sections": {
                "1": {"heading": SAYS, "sentences": "a0000001 a0000002 a0000003"},
                "2": {"heading": SAYS, "sentences": "b0000001"},
            },
        },
        "criteria/sett": {
            "kind": "criteria",
            "id": "sett",
            "title": both,
            "source": _SOURCE,
            "at": "1:1",
            "criteria": {
                f"k-{name}": {
                    "label": {"nb": label, "en": label},
                    "question": both,
                    "rationale": both,
                    "met": {"node": {"term": f"term-{name}"}},
                }
                for name, label in ATTACKS.items()
            },
        },
        "comparisons/tiltak": {
            "kind": "comparison",
            "id": "tiltak",
            "title": both,
            "source": _SOURCE,
            "stages": ["activities"],
            "columns": {
                f"c-{name}": {"label": {"nb": label, "en": label}, "counts": [f"term-{name}"]}
                for name, label in ATTACKS.items()
                if len(label) < 1_000
            },
        },
        "claims/rapport": {
            "kind": "claims",
            "id": "rapport",
            "title": both,
            "source": _SOURCE,
            "claims": {
                f"p-{name}": {
                    "at": "1:1",
                    "statement": {"nb": label, "en": label},
                    "reading": {"these": {"include": "ask", "where": {"node": {"term": f"term-{name}"}}}},
                    "silence": "no",
                    "note": both,
                }
                for name, label in ATTACKS.items()
            },
        },
        **{f"pilots/{name}": _model(name, at) for at, name in enumerate(MODELS)},
    }
    for file, content in files.items():
        path = folder / f"{file}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"virkningskjede": 1, **content}, ensure_ascii=False), "utf-8")
    return folder


def _references() -> Mapping[str, object]:
    hostile = {"title": SAYS, "author": [{"family": SAYS, "given": SAYS}], "issued": {"date-parts": [["2020"]]}, "note": SAYS}
    return {
        _SOURCE: {"type": "report", **hostile, "URL": f"javascript:{RUN}"},
        "data": {"type": "webpage", **hostile, "URL": ATTACKS["data"]},
        "doi": {"type": "article-journal", **hostile, "DOI": f'10.1/"><script>{RUN}</script>', "URL": "//example.invalid/x"},
        "http": {"type": "webpage", **hostile, "URL": f'https://example.invalid/"onclick="{RUN}'},
    }


def _model(name: str, at: int) -> Mapping[str, object]:
    """A model with a node for every attack, each of which leads to the next."""
    names = list(ATTACKS)
    following = dict(pairwise(names))
    activities = {
        name: {
            "label": label,
            "term": f"term-{name}",
            "who": ["nav"],
            "status": ("planned", "in_use")[at],
            "content": SAYS,
            "note": SAYS,
            "at": "1:1-2",
            "leads_to": [
                {
                    "to": to,
                    "because": label,
                    "assumes": ["antakelse"],
                    "evidence": [{"refs": ["data"], "finding": "mixed", "note": SAYS}],
                    "at": "1:3",
                }
                for to in [following.get(name)]
                if to
            ],
        }
        for name, label in ATTACKS.items()
    }
    return {
        "kind": "pilot",
        "id": name,
        "title": f"{name} {ATTACKS['ends-title']} {SAYS}",
        "source": _SOURCE,
        "note": SAYS,
        "target_group": {"gruppe": {"label": SAYS, "traits": {"all": ["syk"]}, "because": SAYS, "at": "1:1"}},
        "recruitment": {"refer": ["nav"], "how": SAYS, "because": SAYS, "at": "1:1"},
        "activities": activities,
        "outcomes": {
            "virkning": {"label": SAYS, "level": "user", "cause": "whole", "at": "2:1", "or": [{"label": ATTACKS["script"], "note": SAYS}]}
        },
        "assumptions": {"antakelse": {"label": ATTACKS["cdata"]}},
        "barriers": {"hinder": {"label": ATTACKS["ends-svg"], "hinders": ["script", "script -> image"], "at": "1:1"}},
        "open_questions": {"sporsmal": {"label": ATTACKS["quotes"], "about": ["image"], "at": "1:1"}},
    }
