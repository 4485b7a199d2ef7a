"""Hva er nytt i hver pilot siden en tidligere runde? What is new in each pilot since an earlier wave? python examples/siden_sist.py REV"""

import sys

import virkningskjede as vk

before, after = vk.load_portfolio(f"models/pilots@{sys.argv[1]}"), vk.load_portfolio("models/pilots")
for name, pilot in {**before, **after}.items():
    sentences = ["er ny" if name in after else "er ikke med lenger"]
    if name in before and name in after:
        changes = [change for change in vk.diff(before[name], after[name]).changes if change.weight != "cosmetic"]
        sentences = [change.sentence() for change in changes] or ["er som før"]
    print("\n- ".join([pilot.name, *sentences]), end="\n\n")
