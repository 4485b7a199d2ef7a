"""Documents, and the writers that make text, Markdown, HTML, Word, Excel, CSV and JSON of them. It knows nothing of what they say."""

from virkningskjede.report.document import Block, Document, Heading, Item, Items, Notes, Paragraph, Passage, Picture, Spot, Table, Value
from virkningskjede.report.report import Report, Reported

__all__ = [
    "Block",
    "Document",
    "Heading",
    "Item",
    "Items",
    "Notes",
    "Paragraph",
    "Passage",
    "Picture",
    "Report",
    "Reported",
    "Spot",
    "Table",
    "Value",
]
