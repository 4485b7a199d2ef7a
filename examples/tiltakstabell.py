"""Tabellen over tiltak i pilotene, til Word og Excel. The table of the pilots' measures, for Word and Excel.

python examples/tiltakstabell.py
"""

import virkningskjede as vk

matrix = vk.compare(vk.load_portfolio("models/pilots"), "tiltak")
print(matrix.to_word("tiltak.docx"), matrix.to_excel("tiltak.xlsx"))
