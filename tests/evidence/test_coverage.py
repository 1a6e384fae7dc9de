from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.coverage import Coverage, covered, uncovered
from tqcheck.knowledge import Glossary
from tqcheck.model.finding import Side
from tqcheck.prepare import prepare

ZH, EN = lang.get("zh"), lang.get("en")
SOURCE = [
    "消防救援人员用橡皮艇转移了426名被困群众。",
    "通往县城的公路有三处塌方，目前正在抢修。",
    "医院和学校的供电已经恢复。",
    "民政部门向灾民发放了棉被、饮用水和方便面。",
    "专家提醒，雨后要注意防范山体滑坡。",
]
TARGET = [
    "Firefighters and rescuers moved 426 trapped people in rubber boats.",
    "The highway to the county seat collapsed in three places and is being repaired.",
    "Power supply to hospitals and schools has been restored.",
    "The civil affairs department handed out quilts, drinking water and instant noodles to victims.",
    "Experts warn people to guard against landslides after the rain.",
]


@pytest.fixture
def reading_of(article_of):
    def make(target: list[str], source: list[str]):
        code = "zh" if source else "und"
        article = article_of(" ".join(target), "".join(source))
        return prepare(article, {code: Glossary([])}).readings["target"]

    return make


def test_a_sentence_with_nothing_to_look_for_counts_as_covered():
    assert Coverage(0, 0).share == 1.0
    assert covered("的了", "The bridge opened.", ZH, EN).share == 1.0


def test_a_share_is_how_many_units_are_matched():
    assert Coverage(4, 1).share == 0.25


@pytest.mark.parametrize("number", range(5))
def test_a_sentence_is_better_covered_by_its_rendering_than_by_any_other(number):
    own = covered(SOURCE[number], TARGET[number], ZH, EN).share
    others = [covered(SOURCE[number], t, ZH, EN).share for n, t in enumerate(TARGET) if n != number]
    assert own > max(others)
    back = covered(TARGET[number], SOURCE[number], EN, ZH).share
    assert back > max(covered(TARGET[number], s, EN, ZH).share for n, s in enumerate(SOURCE) if n != number)


def test_a_sentence_in_the_same_language_is_covered_wholly_by_itself():
    assert covered(TARGET[0], TARGET[0], EN, EN).share == 1.0


def test_a_faithful_rendering_leaves_nothing_uncovered(reading_of):
    reading = reading_of(TARGET, SOURCE)
    assert list(uncovered(reading, Side.SOURCE, 0.5)) == []
    assert list(uncovered(reading, Side.TARGET, 0.5)) == []


@pytest.mark.parametrize("missing", range(5))
def test_a_source_sentence_that_is_left_out_is_uncovered(reading_of, missing):
    reading = reading_of(TARGET[:missing] + TARGET[missing + 1 :], SOURCE)
    assert [s.text for s in uncovered(reading, Side.SOURCE, 0.5)] == [SOURCE[missing]]
    assert list(uncovered(reading, Side.TARGET, 0.5)) == []


def test_a_sentence_of_the_rendering_that_the_source_has_not_is_uncovered(reading_of):
    extra = "Tourists admired ancient bronze vessels in the provincial museum's newly opened gallery."
    reading = reading_of(TARGET[:2] + [extra] + TARGET[2:], SOURCE)
    assert [s.text for s in uncovered(reading, Side.TARGET, 0.5)] == [extra]


def test_nothing_is_uncovered_without_a_source(reading_of):
    assert list(uncovered(reading_of(TARGET, []), Side.TARGET, 0.5)) == []


def test_too_few_sentences_tell_nothing(reading_of):
    assert list(uncovered(reading_of(TARGET[:1], SOURCE[:3]), Side.SOURCE, 0.5)) == []


def test_a_sentence_that_is_rendered_freely_has_a_partner_and_is_not_uncovered(reading_of):
    free = "Lights came on again where children learn and the sick are nursed."
    assert covered(SOURCE[2], free, ZH, EN).share < 0.2
    reading = reading_of(TARGET[:2] + [free] + TARGET[3:], SOURCE)
    assert list(uncovered(reading, Side.SOURCE, 0.5)) == []
    assert list(uncovered(reading, Side.TARGET, 0.5)) == []


def test_texts_that_have_only_stray_words_in_common_cannot_be_compared(reading_of):
    stray = [
        "Her boat needed 426 coats of varnish, or so it seemed to the neighbours watching each Sunday.",
        "A striker limped along the highway, having missed two penalties in Lisbon.",
        "The orchestra rehearsed Brahms beside a hospital that smelt of fresh paint.",
    ]
    reading = reading_of(stray, SOURCE)
    assert list(uncovered(reading, Side.SOURCE, 0.5)) == []


def test_texts_that_have_nothing_in_common_cannot_be_compared(reading_of):
    other = [
        "The orchestra rehearsed Brahms in an empty hall.",
        "Her grandmother collected porcelain owls.",
        "A striker missed two penalties in Lisbon.",
    ]
    assert list(uncovered(reading_of(other, SOURCE), Side.SOURCE, 0.5)) == []
