"""A known name of another in the place of one that is not rendered."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.displaced import find_displaced
from tqcheck.evidence.terms import find_terms
from tqcheck.knowledge import load_glossary

ZH = lang.get("zh")
GLOSSARY = load_glossary("zh")


def displaced(source: str, target: str, background: str = "") -> list[tuple[str, str]]:
    terms = find_terms(source, target, ZH, GLOSSARY)
    found = find_displaced(source, target, background, ZH, GLOSSARY, terms)
    return [(one.target.of(target), one.use.entry.term) for one in found]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("共同社报道了选举。", "Reuters reported on the election.", ("Reuters", "共同社")),
        (
            "世贸组织作出裁决。",
            "The International Monetary Fund gave its ruling.",
            ("International Monetary Fund", "世贸组织"),
        ),
        ("腾讯公布业绩。", "Alibaba announced its results.", ("Alibaba", "腾讯")),
        ("韩联社报道。", "So the Associated Press reported.", ("Associated Press", "韩联社")),
    ],
)
def test_the_name_of_another_of_the_kind_is_found(source: str, target: str, wrong: tuple[str, str]) -> None:
    assert displaced(source, target) == [wrong]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("共同社报道了选举。", "Kyodo News reported on the election."),
        ("共同社援引路透社报道了选举。", "Reuters reported on the election."),
        ("共同社报道了选举。", "Google reported on the election."),
        ("共同社报道了选举。", "The agency reported on the election."),
        ("腾讯公布业绩。", "The company of Alibaba Mountain announced its results."),
    ],
)
def test_names_that_the_source_has_and_those_of_other_kinds_are_left_alone(source: str, target: str) -> None:
    assert displaced(source, target) == []


def test_the_rest_of_the_document_accounts_for_a_company_but_not_for_the_agency_of_a_dateline() -> None:
    assert displaced("腾讯公布业绩。", "Alibaba announced its results.", "阿里巴巴也公布业绩。") == []
    assert displaced("共同社电", "(Reuters)", "路透社报道。") == [("Reuters", "共同社")]
