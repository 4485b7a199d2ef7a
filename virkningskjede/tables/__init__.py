"""Tables that people have, read as models: Excel, Word, csv, Markdown, data frames and graphs, in the layouts of the field.

One half gets cells out of files (`sheet`, `files` and what it names), the other half knows words and layouts (`words`, `layouts`) and makes
a model of what stands in the cells (`draft`, `rows`, `wide`, `arrows`, `reading`).
"""

from virkningskjede.tables.files import READERS, sheets_of
from virkningskjede.tables.layouts import LAYOUTS, LayoutName
from virkningskjede.tables.reading import Table, from_sheets

__all__ = ["LAYOUTS", "READERS", "LayoutName", "Table", "from_sheets", "sheets_of"]
