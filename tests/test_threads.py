"""Several threads at once: each has what it would have alone, also where they speak different languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

import virkningskjede as vk
from virkningskjede.i18n import LANGS, Lang

THREADS = 4


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def work(file: Path, folder: Path, start: Barrier, number: int) -> tuple[Lang, tuple[str, ...]]:
    """What a user of a web service would ask for."""
    lang = LANGS[number % len(LANGS)]
    start.wait(timeout=60)
    model = vk.load_model(file)
    wrong = [diagnostic.message(lang) for diagnostic in vk.validate(model).diagnostics]
    drawn = vk.render(model, folder / f"{number}.dot", lang=lang).read_text("utf-8")
    return lang, (vk.dump(model), vk.check(model, "oslo-economics-2020").to_text(lang=lang), drawn, *wrong)


def test_threads_give_what_one_gives(models_folder: Path, tmp_path: Path, hasty: None) -> None:
    doing = partial(work, models_folder / "pilots" / "stovner.yaml", tmp_path)
    alone = dict(doing(Barrier(1), number) for number in range(len(LANGS)))
    with ThreadPoolExecutor(THREADS) as pool:
        assert all(result == alone[lang] for lang, result in pool.map(partial(doing, Barrier(THREADS)), range(THREADS)))
    assert len(set(alone.values())) == len(LANGS)


def test_the_language_is_one_for_the_whole_process() -> None:
    path = vk.paths(vk.LogicModel(id="m", inputs={"a": {"label": "A", "leads_to": ["b"]}}, outputs={"b": {"label": "B"}}))
    with ThreadPoolExecutor(1) as pool:
        try:
            pool.submit(vk.set_language, "en").result()
            assert path.to_text() == path.to_text(lang="en") == pool.submit(path.to_text).result()
        finally:
            vk.set_language(None)
        assert path.to_text() == path.to_text(lang="nb") == pool.submit(path.to_text).result()
