"""Numbers, dates and units of pairs in many languages: the right ones are passed in silence, the wrong ones flagged.

Each line of `quantity_pairs.tsv` has, apart by tabs: the language of the source (and `>` and that of the rendering,
where it is not English), the source, the rendering, the code that is to flag it (empty where both agree), and, for what
is known not to work, why. `[[ ]]` marks what is flagged.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from tqcheck import lang
from tqcheck.evidence.unit import Context, Pair
from tqcheck.knowledge.glossary import Glossary
from tqcheck.model.alignment import Bead
from tqcheck.model.finding import Side
from tqcheck.model.text import Passage, Span
from tqcheck.rules.base import Scope
from tqcheck.rules.registry import select

RULES = [rule for rule in select(["QTY"]) if rule.scope in (Scope.PAIR, Scope.ARTICLE)]


def unit_of(scope: Scope, pair: Pair) -> Pair | SimpleNamespace:
    return pair if scope is Scope.PAIR else SimpleNamespace(pairs=(pair,), moved=frozenset())


LANGUAGES = "zh ja ko en de fr es it pt pl cs ru uk ar hi tr".split()
FILE = Path(__file__).parent / "quantity_pairs.tsv"
with FILE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def lines() -> list[object]:
    """Each line as the parameters of a test that bears its number; what is known not to work has to fail."""
    made = []
    for number, row in enumerate(ROWS, 1):
        known = [pytest.mark.xfail(strict=True, reason=row[4])] if len(row) > 4 else []
        made.append(pytest.param(*row[:4], id=f"{FILE.name}:{number}", marks=known))
    return made


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and what they enclose."""
    plain, spans = "", []
    for outside, inside in re.findall(r"(.*?)(?:\[\[(.*?)\]\]|$)", text):
        plain += outside
        if inside:
            spans.append(Span(len(plain), len(plain) + len(inside)))
            plain += inside
    return plain, spans


@pytest.mark.parametrize(("languages", "source", "target", "code"), lines())
def test_right_numbers_pass_and_wrong_ones_are_flagged(languages: str, source: str, target: str, code: str) -> None:
    source_lang, _, target_lang = languages.partition(">")
    (source, here), (target, there) = unmarked(source), unmarked(target)
    context = Context(lang.get(target_lang or "en"), lang.get(source_lang), Glossary(()))
    pair = Pair(context, Bead((0,), (0,)), Passage(source), Passage(target))
    hits = [(rule.code, hit) for rule in RULES for hit in rule.check(unit_of(rule.scope, pair))]
    assert {found for found, _ in hits} == ({code} if code else set()), f"{source} | {target}"
    marked = {Side.SOURCE: here, Side.TARGET: there}
    for _, hit in hits:
        text = (target if hit.side is Side.TARGET else source)[hit.span.start : hit.span.end]
        assert any(m.start <= hit.span.start and hit.span.end <= m.end for m in marked[hit.side]), f"at {text!r}"
    assert len(hits) >= len(here) + len(there)


def test_there_are_pairs_of_every_language_right_and_wrong() -> None:
    right = Counter(row[0].partition(">")[0] for row in ROWS if not row[3])
    wrong = Counter(row[0].partition(">")[0] for row in ROWS if row[3])
    assert sum(right.values()) + sum(wrong.values()) >= 800
    assert all(right[code] >= 10 and wrong[code] >= 10 for code in LANGUAGES)
    assert len({tuple(unmarked(part)[0] for part in row[:3]) for row in ROWS}) == len(ROWS)
