"""JUnit XML, read back by junitparser: a test for each rendering, nothing lost, counts that are true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, TestCase

from tqcheck import reporters
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Input, Report, Skipped
from tqcheck.model.text import Span

PLACE = Location("a.txt", Side.TARGET, Span(0, 1), 1, 1, "x", Excerpt("x", Span(0, 1)))
ANY = st.text(alphabet=st.characters(exclude_categories=()))


def found(article: str, rendering: str = "mt", severity: Severity = Severity.MAJOR, message: str = "odd") -> Finding:
    return Finding(article, rendering, "XYZ001", "odd-thing", severity, 0.5, message, (PLACE,))


def read(*articles: str, renderings: tuple[str, ...] = ("mt",)) -> tuple[Input, ...]:
    return tuple(Input(article, f"{article}.txt", "zh", "en", renderings, 1, 1) for article in articles)


def suite(report: Report) -> JUnitXml:
    return JUnitXml.fromstring("".join(reporters.get("junit")(report)).encode())


def cases(report: Report) -> list[TestCase]:
    (one,) = suite(report)
    return list(one)


def outcome(case: TestCase) -> str:
    return "".join("F" if isinstance(result, Failure) else "E" for result in case.result)


def test_each_rendering_of_each_article_is_a_test(report):
    made = cases(report)
    assert [(case.classname, case.name, outcome(case)) for case in made] == [
        ("empty[/b]�[0m.txt", "read", "E"), ("port", "mt-a", "F"), ("row:7", "target", "F"), ("row:8", "target", ""),
    ]  # fmt: skip


def test_counts_are_those_of_the_tests(report):
    whole = suite(report)
    (one,) = whole
    for counted in (whole, one):
        assert (counted.tests, counted.failures, counted.errors) == (4, 2, 1)


def test_a_failure_has_all_that_fails_the_test_and_names_the_worst():
    made = Report("1", (found("a", severity=Severity.MINOR, message="small"), found("a", message="big")), read("a"))
    (case,) = cases(made)
    (failure,) = case.result
    assert failure.message == "XYZ001 big and 1 more finding" and failure.type == "major"
    assert failure.text.splitlines() == ["a.txt:1:1: minor XYZ001 small", "a.txt:1:1: major XYZ001 big"]


def test_notes_and_what_is_suppressed_fail_nothing():
    notes = (found("a", severity=Severity.NOTE, message="so"), replace(found("a"), suppressed="known"))
    report = Report("1", notes, read("a"))
    (case,) = cases(report)
    assert suite(report).failures == 0 and outcome(case) == "" and case.system_out == "a.txt:1:1: note XYZ001 so\n"


def test_what_could_not_be_read_is_an_error():
    (case,) = cases(Report("1", (), skipped=(Skipped("a.txt", "is empty"),)))
    (error,) = case.result
    assert isinstance(error, Error) and error.message == "is empty" and case.classname == "a.txt"


@pytest.mark.parametrize(
    ("articles", "order", "tests"),
    [
        ("abc", "abc", "abc"), ("abc", "c", "abc"), ("abc", "acb", "abcb"), ("aba", "aba", "aba"), ("aab", "aab", "aab"),
        ("ab", "xaby", "xaby"), ("abc", "abac", "abac"), ("", "ab", "ab"),
    ],
)  # fmt: skip
def test_no_finding_is_lost_whatever_the_order(articles, order, tests):
    made = cases(Report("1", tuple(found(name, message=f"odd-{n}") for n, name in enumerate(order)), read(*articles)))
    said = [line for case in made for result in case.result for line in result.text.splitlines()]
    assert sorted(said) == [f"a.txt:1:1: major XYZ001 odd-{n}" for n in range(len(order))]
    assert "".join(case.classname for case in made) == tests


def test_renderings_without_findings_pass():
    made = cases(Report("1", (found("a", "two"),), read("a", renderings=("one", "two", "three"))))
    assert [(case.name, outcome(case)) for case in made] == [("one", ""), ("two", "F"), ("three", "")]


@given(ANY, ANY)
def test_any_text_can_be_parsed(one, two):
    made = Report("1", (found(one, two, message=f"{one}]]>{two}"),), read(one), (Skipped(one, two),))
    assert len(cases(made)) == 3 and suite(made).failures == 1


def test_markup_stays_text():
    (case,) = cases(Report("1", (found("<b>&amp;", message='<script>"\x00\u202e\ud83d</script>'),), read("<b>&amp;")))
    assert case.classname == "<b>&amp;" and case.result[0].message == 'XYZ001 <script>"���</script>'
