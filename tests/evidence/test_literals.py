from __future__ import annotations

import pytest

from tqcheck.evidence.literals import literal_uses, page_evidence, speaking_for
from tqcheck.knowledge import Entry, Glossary, Literal
from tqcheck.prepare import prepare

GUANGMING = Entry(
    "光明日报",
    ("Guangming Daily",),
    (Literal("Bright Daily"), Literal("Light Daily", alone=False)),
    "outlet",
    note="光明 read as 'bright'",
    lang="zh",
)
SOURCE = "大桥周一通车。\n光明日报作了报道。"
GOOD = "The bridge opened to traffic on Monday.\nGuangming Daily reported on it."


@pytest.fixture
def reading_of(article_of):
    """Makes the reading of a rendering with a source and alternates, by one glossary entry."""

    def make(target: str, source: str = SOURCE, alternates=()):
        code = "zh" if source else "und"
        article = article_of(target, source, "zh", alternates)
        return prepare(article, {code: Glossary([GUANGMING])}).readings["target"]

    return make


def flagged(reading) -> list[str]:
    return [use.span.of(reading.document.text) for use in literal_uses(reading)]


def test_an_accepted_rendering_is_no_literal_use(reading_of):
    assert flagged(reading_of(GOOD)) == []


@pytest.mark.parametrize("literal", ["Bright Daily", "Light Daily"])
def test_a_literal_is_found_with_its_term_where_the_source_is_seen(reading_of, literal):
    reading = reading_of(f"The bridge opened to traffic on Monday.\n{literal} reported on it.")
    (use,) = literal_uses(reading)
    assert use.span.of(reading.document.text) == literal
    assert use.source is not None and use.source.of(SOURCE) == "光明日报"


def test_without_a_source_only_an_unmistakable_literal_is_found(reading_of):
    reading = reading_of("It opened.\nLight Daily and Bright Daily reported on it.", source="")
    assert flagged(reading) == ["Bright Daily"]
    assert literal_uses(reading)[0].source is None


def test_an_unmistakable_literal_is_found_where_its_bead_has_no_term(reading_of):
    reading = reading_of(
        "The bridge opened to traffic on Monday.\nBright Daily reported on it.", source="大桥周一通车。\n媒体作了报道。"
    )
    assert flagged(reading) == ["Bright Daily"]


def test_literals_are_given_in_the_order_of_the_text_and_once_each(reading_of):
    reading = reading_of(
        "Bright Daily said the bridge opened to traffic on Monday.\nBright Daily reported on it. Bright Daily!"
    )
    spans = [use.span for use in literal_uses(reading)]
    assert spans == sorted(set(spans))
    assert flagged(reading) == ["Bright Daily"] * 3


def test_evidence_names_the_source_the_alternates_and_the_note(reading_of):
    reading = reading_of(
        "The bridge opened to traffic on Monday.\nBright Daily reported on it.",
        alternates=[GOOD + " ", "On Monday the bridge opened to traffic.\nA newspaper reported on it."],
    )
    (use,) = literal_uses(reading)
    told = {evidence.kind: evidence.text for evidence in speaking_for(use, reading)}
    assert told["source"] == "光明日报"
    assert told["alternates"] == "1 of 2 alternates: Guangming Daily"
    assert told["glossary"] == "光明 read as 'bright'"


def test_alternates_that_do_not_have_the_name_are_no_evidence(reading_of):
    reading = reading_of(
        "The bridge opened to traffic on Monday.\nBright Daily reported on it.",
        alternates=["On Monday the bridge opened to traffic.\nA newspaper reported on it."],
    )
    (use,) = literal_uses(reading)
    assert "alternates" not in {evidence.kind for evidence in speaking_for(use, reading)}


def test_a_short_line_or_an_address_of_the_page_that_names_it_rightly_is_evidence(reading_of):
    page = reading_of("Bright Daily reported on it.\nSource: Guangming Daily", source="")
    assert page_evidence(GUANGMING, page) == "Source: Guangming Daily"
    address = reading_of("Bright Daily reported on it. Write to desk@guangmingnews.example now.", source="")
    assert page_evidence(GUANGMING, address) == "desk@guangmingnews.example"
    assert page_evidence(GUANGMING, reading_of("Bright Daily reported on it.", source="")) == ""


def test_alternates_bear_witness_of_a_signature_line_wherever_they_have_it(reading_of) -> None:
    others = (
        "Guangming Daily: The bridge opened to traffic on Monday.",
        "GUANGMING DAILY, Monday. The bridge was opened.",
    )
    reading = reading_of("The bridge opened to traffic on Monday.\n(Bright Daily)", alternates=others)
    (use,) = reading.literals
    assert [e.text for e in speaking_for(use, reading) if e.kind == "alternates"][0].startswith("2 of 2 alternates")
