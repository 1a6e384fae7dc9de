"""One report of many articles: order, and what only the whole batch shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tqcheck.batch import report
from tqcheck.check import Settings, run
from tqcheck.model.report import Report, Skipped

KYIV = "The delegation arrived in Kyiv on Monday."
KIEV = "All schools in Kiev were closed."
SOURCES = ("代表团周一抵达基辅。", "基辅的学校全部停课。")


def batch(article_of, *pairs: tuple[str, str], select: tuple[str, ...] = ("CON003", "CON004"), **settings) -> Report:
    articles = [
        replace(article_of(target, source, "zh"), id=str(number)) for number, (source, target) in enumerate(pairs)
    ]
    return report(run(articles, Settings(select=select)), Settings(select=select, **settings))


def test_the_rarer_spelling_of_a_place_is_shown_beside_the_usual_one_in_another_article(article_of) -> None:
    made = batch(article_of, (SOURCES[0], KYIV), (SOURCES[1], KIEV), ("他去过基辅。", "He has been to Kyiv."))
    (finding,) = made.findings
    assert (finding.article, finding.primary.text, finding.suggestion) == ("1", "Kiev", "Kyiv")
    assert finding.locations[1].text == "Kyiv"
    assert len(finding.fingerprint) == 16
    assert [rule.code for rule in made.rules] == ["CON003"]


def test_findings_about_the_batch_stand_with_those_of_their_article(article_of) -> None:
    made = batch(
        article_of,
        (SOURCES[0], KYIV + " The the end."),
        (SOURCES[1], KIEV + " The the end."),
        ("他去过基辅。", "He has been to Kyiv ."),
        select=("CON003", "REP001"),
    )
    assert [(f.article, f.rule) for f in made.findings] == [("0", "REP001"), ("1", "REP001"), ("1", "CON003")]


def test_one_passage_rendered_twice_is_two_renderings_and_no_inconsistency(article_of) -> None:
    assert batch(article_of, (SOURCES[1], KIEV), (SOURCES[1], KIEV.replace("Kiev", "Kyiv"))).findings == ()


def test_renderings_of_different_names_are_never_compared(article_of) -> None:
    other = article_of(KIEV, SOURCES[1], "zh")
    (rendering,) = other.renderings
    renamed = replace(other, id="b", renderings=(replace(rendering, name="another system"),))
    articles = [article_of(KYIV, SOURCES[0], "zh"), renamed]
    assert report(run(articles, Settings(select=("CON003",)))).findings == ()


def test_findings_about_the_batch_obey_the_least_confidence(article_of) -> None:
    pairs = ((SOURCES[0], KYIV), (SOURCES[1], KIEV))
    assert len(batch(article_of, *pairs).findings) == 1
    assert batch(article_of, *pairs, min_confidence=0.99).findings == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ukraine", "Ukrainian"),
        ("Wang Shaojie", "Shaojie Wang"),
        ("Wang Shaojie", "Wang Shao-jie"),
    ],
)
def test_inflections_order_and_hyphens_are_no_other_spelling(article_of, one: str, two: str) -> None:
    name = "乌克兰" if one == "Ukraine" else "王少杰"
    pairs = ((f"记者{name}在场。", f"Reporter {one} was there."), (f"{name}昨天说。", f"{two} said so yesterday."))
    assert batch(article_of, *pairs).findings == ()


def test_an_article_that_could_not_be_read_is_passed_on() -> None:
    made = report([Skipped("a.docx", "no text")])
    assert made.skipped == (Skipped("a.docx", "no text"),)
