"""The list of references, set by a CSL processor in the Harvard style (Cite Them Right) that comes with it.

The processor is citeproc-py. It lets markup in a title through as it is (``<script>`` too), so it is asked for plain text with marks of our
own around what is in italics; the text is escaped, and the marks become tags after that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from virkningskjede.atlas.addresses import of_doi, outward
from virkningskjede.i18n import Lang, visible, word
from virkningskjede.model.codebook import Author, Reference
from virkningskjede.model.plain import written_value

LOCALES: Mapping[Lang, str] = {"nb": "nb-NO", "en": "en-GB"}

STYLE = "harvard-cite-them-right.csl"

_BEGIN, _END = "\ue000", "\ue001"
_OTHERWISE = frozenset({"author", "issued", "DOI", "URL", "note", "language"})
"""What of a work is given to the processor in another way, or not at all."""

_UNNAMED = "document"
"""The type of a work where the file gives one that CSL does not have."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work in the list.

    Attributes:
        key: its key in the references.
        text: the work as the style sets it.
        link: where it is on the web; None where no address that can be a link is given.
        note: the coder's remark about it.
    """

    key: str
    text: Markup
    link: str | None
    note: str


def bibliography(works: Mapping[str, Reference], lang: Lang) -> tuple[Work, ...]:
    """The works in the style's order.

    Args:
        works: by key.
        lang: the language of what the style adds, such as *and* and *no date*.

    >>> work = Reference(type="article-journal", title="On work", author=[{"family": "Waddell", "given": "Gordon"}],
    ...     issued={"date-parts": [["2006"]]}, volume="56", **{"container-title": "Occupational Medicine"})
    >>> [(entry.key, "<i>Occupational Medicine</i>" in entry.text) for entry in bibliography({"w": work}, "en")]
    [('w', True)]
    """
    from citeproc import STYLES_PATH, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc.source.json import CiteProcJSON

    types = _types()
    source = CiteProcJSON([_fields(key, work, types, lang) for key, work in works.items()])
    style = CitationStylesStyle(str(Path(STYLES_PATH) / STYLE), locale=LOCALES[lang], validate=False)
    processor = CitationStylesBibliography(style, source, _PLAIN)
    for key in works:
        processor.register(Citation([CitationItem(key)]))
    processor.sort()
    return tuple(
        Work(key, _html(str(text)), of_doi(works[key].doi) or outward(works[key].url), works[key].note or "")
        for key, text in zip(processor.keys, processor.bibliography(), strict=True)
    )


def _fields(key: str, work: Reference, types: frozenset[str], lang: Lang) -> dict[str, Any]:
    """A work as CSL-JSON, with only what the processor can take."""
    values = written_value(work)
    fields: dict[str, Any] = {name: _clean(str(value)) for name, value in values.items() if name not in _OTHERWISE}
    fields.update(id=key, type=work.type if work.type in types else _UNNAMED)
    if doi := of_doi(work.doi):
        fields["DOI"] = doi.removeprefix("https://doi.org/")
    elif url := outward(work.url):
        fields["URL"] = url
    if work.author:
        fields["author"] = _authors(work.author, lang)
    parts = work.issued.date_parts[0] if work.issued and work.issued.date_parts else ()
    if parts and parts[0].isdecimal():
        fields["issued"] = {"date-parts": [[int(parts[0])]]}
    return fields


def _authors(names: tuple[Author, ...], lang: Lang) -> list[dict[str, str]]:
    """The authors; where the source names only the first, the others are told of with the first."""
    if len(names) > 1 and names[-1].literal == "et al.":
        first = names[0].family or str(names[0])
        return [*_authors(names[:-2], lang), {"literal": _clean(word("atlas.et_al", lang, name=first))}]
    fields = ({"literal": name.literal} if name.literal else {"family": name.family or "", "given": name.given or ""} for name in names)
    return [{name: _clean(value) for name, value in part.items() if value} for part in fields]


def _types() -> frozenset[str]:
    from citeproc import types

    return frozenset(value for name, value in vars(types).items() if name.isupper() and isinstance(value, str))


def _clean(text: str) -> str:
    return visible(text).replace(_BEGIN, "").replace(_END, "")


def _html(text: str) -> Markup:
    return Markup(escape(text).replace(_BEGIN, "<i>").replace(_END, "</i>"))


def _italic(text: str) -> str:
    return f"{_BEGIN}{text}{_END}"


_PLAIN = SimpleNamespace(
    preformat=str, Italic=_italic, Oblique=_italic, Bold=str, Light=str, Underline=str, Superscript=str, Subscript=str, SmallCaps=str
)
"""What the processor asks of a formatter."""
