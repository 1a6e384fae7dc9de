"""What alternates together, and with the source, make of a rendering."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tqcheck.knowledge import Glossary
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.finding import Finding, Severity
from tqcheck.model.text import Span
from tqcheck.prepare import prepare
from tqcheck.rules.alternates.jury import agreeing, beginning, shortened
from tqcheck.rules.base import Example, Rule
from tqcheck.rules.registry import select

Find = Callable[[Example, Sequence[Rule]], tuple[Finding, ...]]
NEW = ("ALT003", "ALT004", "ALT005", "ALT006")
BRIDGE = "The bridge was opened to traffic on Monday."
OPENED = "The bridge was opened on Monday."
PARADE = "The bridge was opened with a parade of fishing boats on Monday."
CRACKS = "The bridge was opened to traffic on Monday, although engineers found cracks in several pillars."


def _found(
    findings: Find, target: str, *alternates: str, source: str = "", rules: Sequence[str] = NEW
) -> list[Finding]:
    return list(findings(Example(target, source, alternates=alternates), select(rules)))


@pytest.mark.parametrize(
    ("target", "alternate"),
    [(CRACKS, BRIDGE), (OPENED, PARADE), ("The road was safe.", "The road was not safe."), ("A choir sang.", PARADE)],
)
def test_one_alternate_alone_convinces_nobody(findings: Find, target: str, alternate: str) -> None:
    assert _found(findings, target, alternate) == []


def test_the_more_agree_the_surer_it_is(findings: Find) -> None:
    sure = [_found(findings, OPENED, *[PARADE] * n)[0].confidence for n in (2, 3, 4)]
    assert sure == sorted(set(sure))
    assert agreeing(0.5, 3) == 0.5 and agreeing(0.5, 6) == 0.75


def test_the_message_says_what_the_alternates_have(findings: Find) -> None:
    (lost,) = _found(findings, OPENED, PARADE, PARADE, PARADE)
    assert lost.message == '3 of 3 alternates say "parade of fishing boats" here, which is missing'
    assert [e.text for e in lost.evidence][0] == "alternate-1: parade of fishing boats"
    assert lost.severity is Severity.MINOR
    (negated,) = _found(findings, "The road was safe.", "The road was not safe.", "The road was never safe.")
    assert negated.message == '"was safe" where 2 of 2 alternates negate ("not safe")'
    (lone,) = _found(findings, CRACKS, BRIDGE, BRIDGE)
    assert lone.message == 'none of 2 alternates has anything of "although engineers found cracks in several pillars."'


def test_more_words_lost_are_graver(findings: Find) -> None:
    full = PARADE.replace("boats", "boats and children")
    assert _found(findings, OPENED, full, full)[0].severity is Severity.MAJOR
    assert _found(findings, OPENED, PARADE, PARADE)[0].severity is Severity.MINOR


def test_where_they_share_one_word_of_many_one_of_them_is_quoted(findings: Find) -> None:
    theirs = ("It opened with boats, music, dances on Monday.", "It opened with dances and boats and music on Monday.")
    (found,) = _found(findings, "It opened on Monday.", *theirs)
    assert found.message == 'all 2 alternates have something here that is missing, such as "boats, music, dances"'


def test_a_figure_is_missed_alone_unless_it_is_said_otherwise(findings: Find) -> None:
    theirs = ("It opened with 40% of the shops.", "It opened with 40% of shops.")
    (found,) = _found(findings, "It opened with shops.", *theirs)
    assert (found.rule, found.severity) == ("ALT004", Severity.MINOR)
    assert _found(findings, "It opened with two-fifths of the shops.", *theirs) == []


def test_what_an_alternate_lacks_wholly_is_not_missed(findings: Find) -> None:
    rest = "Schools stayed closed in the county.\nThe power supply was restored at once."
    full = "The bridge was opened with a parade of fishing boats.\n" + rest
    assert [f.rule for f in _found(findings, "The bridge was opened.\n" + rest, full, full)] == ["ALT004"]
    assert _found(findings, "The bridge was opened.\n" + rest, full, full, rest) == []


def test_the_source_settles_a_negation(findings: Find) -> None:
    theirs = ("The shop does not sell fruit.", "The shop doesn't sell fruit.")
    assert _found(findings, "The shop sells fruit.", *theirs, source="这家店卖水果。") == []
    assert len(_found(findings, "The shop sells fruit.", *theirs, source="这家店不卖水果。")) == 1
    theirs = ("The shop sells fruit.", "The shop sold fruit.")
    assert _found(findings, "The shop does not sell fruit.", *theirs, source="这家店不卖水果。") == []
    assert len(_found(findings, "The shop does not sell fruit.", *theirs, source="这家店卖水果。")) == 1


def test_the_source_accounts_for_a_clause(findings: Find) -> None:
    source = "大桥周一正式通车，尽管工程师在几根支柱上发现了裂缝。"
    assert _found(findings, CRACKS, BRIDGE, BRIDGE, source=source) == []
    assert len(_found(findings, CRACKS, BRIDGE, BRIDGE, source="大桥周一正式通车。")) == 1


def test_what_the_source_has_not_is_not_missed(findings: Find) -> None:
    assert _found(findings, OPENED, PARADE, PARADE, source="大桥周一开放。") == []
    assert len(_found(findings, OPENED, PARADE, PARADE, source="大桥周一在渔船游行中开放。")) == 1


def test_renderings_in_a_language_whose_words_are_not_known_are_left_alone(
    document_of: Callable[..., Document],
) -> None:
    others = [Rendering(str(n), Role.ALTERNATE, document_of(PARADE + " Yes", "nl")) for n in (1, 2)]
    article = Article("a", None, (Rendering("target", Role.CANDIDATE, document_of(OPENED, "nl")), *others))
    reading = prepare(article, {"und": Glossary([])}).readings["target"]
    assert len(reading.witnesses) == 2
    assert reading.witnessed == ()


def test_a_place_is_shown_by_its_first_words() -> None:
    text = "So, one two three four five six seven eight."
    assert beginning(text, Span(4, len(text))).of(text) == "one two three four five six"
    assert beginning(text, Span(0, 3)).of(text) == "So"
    assert shortened("a\n b") == "a b"
    assert shortened(" ".join("abcdefghijklmn")).endswith("l …")


def test_one_witness_does_not_stand_against_a_source_that_has_the_words_and_three_do(findings: Find) -> None:
    target, other = 'He called it "pit money" and left the hall.', 'He called it "a great loss" and left the hall.'
    for source, alternates, flagged in (
        ("", 1, True), ("他把那次会面叫做“坑钱”，然后离开了大厅。", 1, False), ("他把那次会面叫做“坑钱”，然后离开了大厅。", 3, True),
    ):  # fmt: skip
        found = _found(findings, target, *[other] * alternates, source=source, rules=("ALT007",))
        assert [f.primary.span.of(target) for f in found] == ["pit money"] * flagged
