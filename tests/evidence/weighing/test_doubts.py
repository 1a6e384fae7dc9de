"""Doubts of several readings, found together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tqcheck.evidence.unit import Reading
from tqcheck.evidence.weighing import doubts as module
from tqcheck.evidence.weighing.doubts import Fellows, doubts
from tqcheck.knowledge import Glossary
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.text import Passage
from tqcheck.prepare import prepare

HARBOUR = (
    "The Harbour Herald said on Friday that Mayor Alda Tern would open the new ferry line.",
    "The Harbour Herald reported on Friday that Mayor Alda Tern would open the new ferry line.",
    "On Friday the Harbour Herald said Mayor Alda Tern would open the new ferry line.",
)
STRANGE = "The Portside Gazette said on Friday that Mayor Orrin Vale would open 47 new ferry lines."


def _reading(target: str, alternates: Sequence[str], fellows: Fellows | None = None) -> Reading:
    texts = [("target", Role.CANDIDATE, target), *((str(n), Role.ALTERNATE, text) for n, text in enumerate(alternates))]
    renderings = tuple(
        Rendering(name, role, Document("t.jsonl", "en", text, (Passage(text, 0),), row=1)) for name, role, text in texts
    )
    return prepare(Article("a", None, renderings), {"und": Glossary([])}, None, "lexical", fellows).readings["target"]


def _rows(fellows: Fellows | None = None) -> list[Reading]:
    rows = (
        (STRANGE, HARBOUR),
        (HARBOUR[0], HARBOUR[1:]),
        (STRANGE, HARBOUR[:1]),
        (STRANGE, HARBOUR[1:]),
        (STRANGE, ()),
    )
    return [_reading(target, alternates, fellows) for target, alternates in rows]


def _told(reading: Reading) -> list[object]:
    return [(one.span, one.kind, one.peak, one.confidence, one.heard) for one in reading.doubts]


@pytest.mark.parametrize("enough", [1, 60, 10_000])
def test_doubts_are_the_same_whatever_is_weighed_with_them(monkeypatch: pytest.MonkeyPatch, enough: int) -> None:
    alone = [_told(reading) for reading in _rows()]
    assert alone[0] and alone[2] and not alone[4]
    monkeypatch.setattr(module, "ENOUGH", enough)
    assert [_told(reading) for reading in _rows(Fellows())] == alone


def test_fellows_are_weighed_once_when_the_first_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(readings: Sequence[Reading]) -> list[tuple[module.Doubt, ...]]:
        asked.append(len(readings))
        return doubts(readings)

    monkeypatch.setattr(module, "doubts", counted)
    rows = _rows(Fellows())
    assert asked == []
    for reading in reversed(rows):
        assert reading.doubts is reading.doubts
    assert asked == [len(rows)]


def test_where_they_cannot_be_weighed_together_each_still_is_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(readings: Sequence[Reading]) -> list[tuple[module.Doubt, ...]]:
        if len(readings) > 1:
            raise MemoryError
        return doubts(readings)

    monkeypatch.setattr(module, "doubts", fails)
    first, second, *_ = _rows(Fellows())
    with pytest.raises(MemoryError):
        _ = first.doubts
    assert second.doubts == ()
    assert first.doubts
