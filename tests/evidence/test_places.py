"""What has no counterpart belongs beside the word that renders its neighbour."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.places import belongs
from tqcheck.model.text import Span


def beside(source: str, item: str, target: str) -> str | None:
    at = source.index(item)
    found = belongs(Span(at, at + len(item)), source, target, lang.get("zh"), lang.get("en"))
    return found.of(target) if found else None


def test_the_nearest_word_of_the_clause_shows_the_place() -> None:
    target = "Last year the plant hired workers and made cars."
    assert beside("该厂去年招收了250名工人，生产汽车30辆。", "250", target) == "workers"
    assert beside("该厂去年招收了250名工人，生产汽车30辆。", "30", target) == "cars"


def test_without_a_word_in_common_there_is_no_place() -> None:
    assert beside("招收了250名工人。", "250", "Nothing of the sort.") is None
