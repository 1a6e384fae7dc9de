"""Outcomes come back from their lines as they were."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.batch import codec
from tqcheck.batch.merge import merged
from tqcheck.batch.merge import report as merge
from tqcheck.batch.shards import Bundle, Shards, Writer
from tqcheck.check import Checked, Settings, run
from tqcheck.model.finding import Finding, Location
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage, Span

# Halves of characters come out of broken files and file names.
texts = st.text(st.characters(codec=None), max_size=8)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
passages = st.builds(Passage, texts, st.integers(0, 99) | st.lists(st.integers(0, 99), max_size=9).map(tuple))
numbers = st.floats(allow_nan=False, allow_infinity=False)
for kind, made in ((str, texts), (float, numbers), (Span, spans), (Passage, passages)):
    st.register_type_strategy(kind, made)


@pytest.mark.parametrize("kind", codec.KINDS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_record_comes_back_as_it_was(kind: str, data: Any) -> None:
    record = data.draw(st.from_type(codec.KINDS[kind]))
    line = codec.line(kind, record)
    assert b"\n" not in line and codec.decode(line) == record


def test_all_that_an_article_comes_to_is_written() -> None:
    assert {field.name for field in fields(Checked)} == {"input", "findings", "observed", "rows"}


def test_lines_of_a_row_that_moved_differ_in_their_line_alone() -> None:
    from tqcheck.model.finding import Excerpt, Severity, Side

    place = Location("t", Side.TARGET, Span(0, 1), 7, 1, "a", Excerpt("a", Span(0, 1)), "", True)
    finding = Finding("a", "t", "X", "x", Severity.NOTE, 0.5, "m", (place, place))
    (line,) = codec.moved([codec.line("f", finding)], -3)
    moved = replace(place, line=4)
    assert codec.decode(line) == replace(finding, locations=(moved, moved))


def test_what_shards_hold_makes_the_report_that_memory_makes(article_of, tmp_path) -> None:
    pairs = [
        ("代表团周一抵达基辅。", "The the delegation arrived in Kyiv."),
        ("基辅的学校停课。", "All schools in Kiev shut."),
    ]
    articles = [replace(article_of(target, source, "zh"), id=str(n)) for n, (source, target) in enumerate(pairs)]
    wanted = Settings(select=("REP", "CON003"), keep_texts=True)
    outcomes = [*run(articles, wanted), Skipped("x", "why"), *run(articles, wanted)]
    held = merge(outcomes, wanted)
    total = None
    for number in range(3):
        writer = Writer(str(tmp_path), number)
        writer.add(Bundle.of(outcomes[2 * number : 2 * number + 2]))
        partial = writer.finish()
        total = total + partial if total else partial
    assert total
    stored = merged(Shards(str(tmp_path), 3), total, wanted)
    for name in ("findings", "inputs", "skipped", "rows", "rules"):
        mine, theirs = getattr(stored, name), getattr(held, name)
        assert mine == theirs and theirs and list(mine) == list(mine) and len(mine) == len(theirs) and bool(mine)
        assert mine[0] == theirs[0] and mine[-1] == theirs[-1] and tuple(mine[:1]) == tuple(theirs[:1])
