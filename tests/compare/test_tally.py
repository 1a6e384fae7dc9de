"""What a check found, counted, and set beside an earlier one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tqcheck import reporters
from tqcheck.compare.tally import Tally, rate_chance, read_tally, tally_changes, tally_of
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Input, Report
from tqcheck.model.text import Span


def finding(rule: str, suppressed: str | None = None) -> Finding:
    place = Location("a.txt", Side.TARGET, Span(0, 3), 1, 1, "New", Excerpt("New", Span(0, 3)))
    return Finding("a", "mt", rule, "n", Severity.MAJOR, 0.9, "odd", (place,), suppressed=suppressed)


REPORT = Report(
    "1",
    (finding("NAM001"), finding("NAM003"), finding("QTY001"), finding("TYP001", "by hand")),
    (Input("a", "a.txt", "zh", "en", ("mt",), 3, 300), Input("b", "b.txt", "zh", "en", ("mt",), 1, 100)),
)


def test_findings_are_counted_by_family_and_those_that_are_silenced_are_not() -> None:
    made = tally_of(REPORT)
    assert (made.words, dict(made.counts), made.languages) == (400, {"NAM": 2, "QTY": 1}, "zh to en")
    values = {name: result.value for (_, name), result in made.record().results.items()}
    assert values == {"all": 7.5, "NAM": 5.0, "QTY": 2.5}


def test_a_report_in_a_file_is_counted_as_the_report_itself() -> None:
    data = json.loads("".join(reporters.get("json")(REPORT)))
    assert read_tally(data) == tally_of(REPORT) == read_tally(tally_of(REPORT).kept())
    assert read_tally({"schema": "other/1"}) is None


@pytest.mark.parametrize(
    ("a", "b", "words", "p"),
    [
        (8, 1, (500, 500), 2 * 10 / 512),  # heads eight or nine times of nine
        (5, 5, (500, 500), 1.0),
        (0, 0, (500, 500), 1.0),
        (3, 0, (250, 750), 2 / 64),
        (3, 4, (0, 500), 1.0),
    ],
)
def test_the_chance_of_two_rates_is_that_of_tossing_a_coin(a, b, words, p) -> None:
    assert rate_chance(a, b, *words) == pytest.approx(p)


def test_a_change_beyond_chance_is_told_from_one_within_it() -> None:
    before = Tally("1", "zh to en", 10_000, {"NAM": 10, "QTY": 20})
    after = replace(before, counts={"NAM": 60, "QTY": 22, "TYP": 1})
    found = {change.rendering: change for change in tally_changes(after, before)}
    assert list(found) == ["all", "NAM", "QTY", "TYP"]
    assert found["NAM"].significant and found["all"].significant and found["NAM"].drop == pytest.approx(5.0)
    assert not found["QTY"].significant and found["TYP"].before == 0


def test_chances_of_families_are_corrected_and_that_of_all_findings_is_not() -> None:
    before, after = (Tally("1", "", 1000, dict.fromkeys("ABCD", n)) for n in (2, 4))
    found = tally_changes(after, before)
    assert found[0].p == pytest.approx(rate_chance(16, 8, 1000, 1000))
    assert found[1].p == pytest.approx(min(1.0, 4 * rate_chance(4, 2, 1000, 1000)))
