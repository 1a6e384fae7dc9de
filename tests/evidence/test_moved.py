"""Numbers said in another sentence, times of sport, and what else is no contradiction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tqcheck import lang
from tqcheck.check import check
from tqcheck.evidence.quantities import compare_quantities
from tqcheck.knowledge import Glossary
from tqcheck.model.document import Article
from tqcheck.prepare import prepare
from tqcheck.rules.registry import select

NUMBERS = select(["QTY004", "QTY005"])
OPENED = (
    "大桥周一通车，桥长{}。医生访问了乡村学校。农民在田里收割水稻{}。",
    "The bridge opened on Monday{}. Doctors visited the village school. Farmers harvested rice in the fields{}.",
)


@pytest.mark.parametrize(
    ("source", "target", "flagged"),
    [
        (("250米", ""), ("", ", near the bridge of 250 metres"), []),
        (("250米", ""), ("", ""), ["QTY005"]),
        (("250米", ""), ("", ", near the bridge of 370 metres"), ["QTY004", "QTY005"]),
    ],
)
def test_a_number_said_in_another_sentence_is_neither_lost_nor_added(
    article_of: Callable[..., Article], source: tuple[str, str], target: tuple[str, str], flagged: list[str]
) -> None:
    article = article_of(OPENED[1].format(*target), OPENED[0].format(*source))
    found = check(prepare(article, {"zh": Glossary(())}), NUMBERS).findings
    assert sorted(f.rule for f in found) == flagged


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("他以3分27秒46夺冠。", "He won in 3 minutes 27.46 seconds.", "zh"),
        ("他以3分27秒46夺冠。", "He won in 3:27.46.", "zh"),
        ("12时52分发生地震。", "It struck just before 1 p.m.", "zh"),
        ("指数收报18963点，升425点。", "The index rose 425 points to 18,963.", "zh"),
        ("3분기 매출은 79조원이다.", "Third-quarter sales were 79 trillion won.", "ko"),
        (
            "停電は一時4万3000戸に及んだが、正午までに復旧した。",
            "At one point 43,000 homes had no power; it was back by noon.",
            "ja",
        ),
    ],
)
def test_the_same_said_otherwise_is_no_contradiction(source: str, target: str, code: str) -> None:
    assert compare_quantities(source, target, lang.get(code), lang.get("en")).contradictions == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("他以3分27秒46夺冠。", "He won in 3 minutes 27.64 seconds."),
        ("12时52分发生地震。", "It struck just before 3 p.m."),
        ("午後一時に始まった。", "It began at 2 p.m."),
    ],
)
def test_another_time_is_one(source: str, target: str) -> None:
    code = "ja" if "に" in source else "zh"
    assert compare_quantities(source, target, lang.get(code), lang.get("en")).contradictions
