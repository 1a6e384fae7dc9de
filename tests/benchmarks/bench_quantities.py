"""How long the numbers and dates of a segment take to read: at most 60 microseconds each for the two of them below.

Not part of the suite, for a busy machine is no stopwatch: `pytest --benchmark-disable-gc tests/benchmarks/bench_quantities.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tqcheck import lang
from tqcheck.lang.en import English
from tqcheck.lang.tabled import _reader
from tqcheck.lang.zh import quantities as chinese

LIMIT = 60e-6
ENGLISH = (
    "The company, founded in 1998, employs more than 2,300 people at its plant and plans to open two new sites nearby."
)
CHINESE = "该公司成立于1998年，工厂现有员工2300多人，计划在附近新建两个生产基地。"
DATED = "The company, founded in 1998, employs more than 2,300 people at its plant and plans to open 2 new sites on March 15."
PLAIN = "Officials said the new service centre would help residents of older districts to find work close to where they live."
DENSE = (
    "Output rose 12.5 percent to 3.4 billion yuan in the first half of 2023, with 45,000 tonnes sent to 28 countries."
)
DENSE_CHINESE = "上半年产值增长12.5%，达到34亿元，向28个国家出口约4.5万吨产品，惠及群众一百二十万人。"


def english(text: str) -> None:
    """Read without the reader's memory of texts."""
    _reader(English)._read(text)


def from_chinese(text: str) -> None:
    """Read without the reader's memory of texts, variants folded as for any caller."""
    chinese.read.__wrapped__(lang.get("zh").normalise(text))


@pytest.mark.parametrize(
    ("read", "text", "limit"),
    [
        pytest.param(english, ENGLISH, LIMIT, id="english"),
        pytest.param(from_chinese, CHINESE, LIMIT, id="chinese"),
        pytest.param(english, DATED, 1.5 * LIMIT, id="english, with a date"),
        pytest.param(english, PLAIN, LIMIT / 2, id="english without numbers"),
        pytest.param(english, DENSE, 3 * LIMIT, id="english, seven numbers"),
        pytest.param(from_chinese, DENSE_CHINESE, 2 * LIMIT, id="chinese, six numbers"),
    ],
)
def test_reading_numbers_and_dates(benchmark, read: Callable[[str], None], text: str, limit: float) -> None:  # type: ignore[no-untyped-def]
    benchmark.pedantic(read, (text,), rounds=1500, iterations=5, warmup_rounds=100)
    assert benchmark.stats.stats.min < limit


@pytest.mark.parametrize(("read", "text"), [(english, ENGLISH), (from_chinese, CHINESE)])
def test_the_texts_are_as_long_as_they_should_be(read: Callable[[str], None], text: str) -> None:
    assert len(text) >= (110 if read is english else 36)
    code = "en" if read is english else "zh"
    assert len(lang.get(code).quantities(text)) + len(lang.get(code).moments(text)) >= 3
