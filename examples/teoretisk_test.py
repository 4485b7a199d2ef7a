"""Den teoretiske testen av pilotene: i farger til Word, og som rader til R. The theoretical test of the pilots: in colours, and as rows.

python examples/teoretisk_test.py
"""

import virkningskjede as vk

check = vk.check(vk.load_portfolio("models/pilots"), "oslo-economics-2020")
print(check.to_word("teoretisk-test.docx"), check.to_csv("teoretisk-test.csv"))
