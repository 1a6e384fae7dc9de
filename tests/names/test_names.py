"""The table of names and terms: right renderings in their variety stay unflagged, wrong ones are caught in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tqcheck.check import check
from tqcheck.knowledge import Glossary, bundled
from tqcheck.model.document import Article
from tqcheck.model.finding import Finding, Side
from tqcheck.model.text import Span
from tqcheck.prepare import prepare
from tqcheck.rules.base import Rule
from tqcheck.rules.registry import select

FOLDER = Path(__file__).parent
LEAST_LINES, LEAST_KINDS = 320, 12
LEAST_CAUGHT = 0.93
"""Share of the wrong lines that are caught today. The aim is 0.9: raise it with every gain, never lower it."""
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Row:
    """A line of a table: `number` in the file; a wrong rendering has its wrong span, a right one has none."""

    number: int
    kind: str
    source: str
    marked: str
    note: str = ""

    @property
    def rendering(self) -> str:
        """The rendering without marks."""
        return self.marked.replace("[[", "").replace("]]", "")

    @property
    def wrong(self) -> Span:
        """What is marked, in the rendering."""
        return Span(self.marked.index("[["), self.marked.index("]]") - 2)


def rows(table: str) -> list[Row]:
    """The lines of `right` or `wrong`."""
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(number, *line.split("\t")) for number, line in enumerate(lines[1:], 2)]


@cache
def _loaded() -> tuple[Glossary, tuple[Rule, ...]]:
    return Glossary(bundled("zh")), tuple(select(["NAM", "TRM"]))


def flags(row: Row, article_of: Callable[..., Article]) -> tuple[Finding, ...]:
    """What the rules on names and terms find in a line, as an article of that one pair."""
    glossary, rules = _loaded()
    return check(prepare(article_of(row.rendering, row.source, "zh"), {"zh": glossary}), rules).findings


def caught(row: Row, found: tuple[Finding, ...]) -> bool:
    """Whether a finding in the rendering overlaps what the line marks."""
    return any(f.primary.side is Side.TARGET and f.primary.span.overlaps(row.wrong) for f in found)


def said(row: Row, found: tuple[Finding, ...]) -> str:
    """The line with what was found, for a list of offenders."""
    what = "; ".join(f"{f.rule} {f.message}" for f in found) or "nothing"
    return f"{row.number} [{row.kind}] {row.source} -> {row.marked}: {what}"


@pytest.mark.parametrize("table", ["right", "wrong"])
def test_a_table_is_large_and_has_no_line_twice(table: str) -> None:
    lines = rows(table)
    assert len(lines) >= LEAST_LINES
    assert [pair for pair, n in Counter((r.source, r.rendering) for r in lines).items() if n > 1] == []


@pytest.mark.parametrize("table", ["right", "wrong"])
def test_a_line_holds_a_chinese_sentence_and_an_english_one(table: str) -> None:
    assert [r for r in rows(table) if not _HAN.search(r.source) or _HAN.search(r.rendering)] == []


def test_a_wrong_line_marks_one_place_and_says_why_and_a_right_one_marks_none() -> None:
    assert [r for r in rows("wrong") if (r.marked.count("[["), r.marked.count("]]")) != (1, 1) or not r.note] == []
    assert [r for r in rows("right") if "[[" in r.marked or "]]" in r.marked] == []


def test_no_kind_of_wrong_line_outweighs_the_others() -> None:
    sizes = Counter(r.kind for r in rows("wrong"))
    assert len(sizes) >= LEAST_KINDS
    assert max(sizes.values()) <= 2 * min(sizes.values())


def test_no_right_rendering_is_flagged(article_of: Callable[..., Article]) -> None:
    offenders = [said(row, found) for row in rows("right") if (found := flags(row, article_of))]
    assert offenders == [], f"{len(offenders)} right lines are flagged:\n" + "\n".join(offenders)


def test_wrong_renderings_are_flagged_where_they_are_wrong_no_less_often_than_before(
    article_of: Callable[..., Article],
) -> None:
    lines = rows("wrong")
    missed = [said(row, found) for row in lines if not caught(row, found := flags(row, article_of))]
    assert 1 - len(missed) / len(lines) >= LEAST_CAUGHT, f"{len(missed)} of {len(lines)} missed:\n" + "\n".join(missed)
