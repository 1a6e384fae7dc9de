"""What rules find in renderings, counted by family and weighed as MQM weighs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.compare.quality import quality, weight
from tqcheck.compare.units import batch_of
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.text import Passage, Span

WIRE = Path(__file__).parent.parent.parent / "corpora" / "wire"


def finding(rule: str, severity: Severity, rendering: str = "a", suppressed: str | None = None) -> Finding:
    place = Location("a", Side.TARGET, Span(0, 1), 1, 1, "x", Excerpt("x", Span(0, 1)))
    return Finding("1", rendering, rule, "name", severity, 0.9, "odd", (place,), suppressed=suppressed)


def document(text: str, code: str = "en") -> Document:
    return Document("t", code, text, (Passage(text, 0),), row=1)


def batch(source: Document | None):
    texts = [Rendering(name, Role.CANDIDATE, document("Rain fell all day.")) for name in "ab"]
    return batch_of([Article("1", source, tuple(texts))])


@pytest.mark.parametrize(
    "rule,severity,points",
    [
        ("NAM001", Severity.CRITICAL, 25), ("NAM001", Severity.MAJOR, 5), ("NAM001", Severity.MINOR, 1),
        ("NAM001", Severity.NOTE, 0), ("TYP001", Severity.MINOR, 0.1), ("TYP001", Severity.MAJOR, 5),
    ],
)  # fmt: skip
def test_weights_are_those_of_mqm(rule: str, severity: Severity, points: float) -> None:
    assert weight(finding(rule, severity)) == points


def test_findings_are_counted_per_thousand_characters_of_a_source_without_spaces() -> None:
    found = [finding("NAM001", Severity.MAJOR), finding("QTY001", Severity.MINOR), finding("NAM002", Severity.MAJOR)]
    a, b = quality(batch(document("全天 有雨。", "zh")), found)
    assert (a.unit, a.size) == ("source characters", 5)
    assert a.rate() == 600
    assert a.rate(family="NAM") == a.rate(severity="major") == 400
    assert (a.points, a.score, a.per_segment) == (11, 2200, 11)
    assert (b.points, b.rate()) == (0, 0)


def test_a_source_with_spaces_is_counted_by_words_and_without_one_the_rendering_is() -> None:
    assert (quality(batch(document("Il pleut.", "fr")), [])[0].unit) == "source words"
    alone = quality(batch(None), [])[0]
    assert (alone.unit, alone.size) == ("words", 4)


def test_what_the_user_has_silenced_does_not_count() -> None:
    assert quality(batch(None), [finding("NAM001", Severity.MAJOR, suppressed="known")])[0].points == 0


def test_the_worse_rendering_has_more_points_and_the_weights_are_stated(tmp_path: Path, capsys) -> None:
    folder, path = WIRE / "03-flood", tmp_path / "scores.json"
    files = [str(folder / f"{name}.en.txt") for name in ("good", "mt-a")]
    argv = ["compare", *files, "--source", str(folder / "source.zh.txt"), "--findings", "--output", f"json={path}"]
    assert main(argv) == 0
    scores = {one["rendering"]: one["score"] for one in json.loads(path.read_text(encoding="utf-8"))["quality"]}
    assert scores["mt-a"] > scores["good"]
    out = capsys.readouterr().out
    assert "per 1,000 source characters" in out
    assert "critical 25, major 5, minor 1, note 0, minor TYP 0.1" in out
