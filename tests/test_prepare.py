from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.errors import GlossaryError
from tqcheck.evidence.unit import Reading
from tqcheck.knowledge import Glossary
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage
from tqcheck.prepare import GlossaryLookup, Prepared, portions, prepare, segmented

NOTHING = {code: Glossary([]) for code in ("zh", "und", "de")}
SOURCE = [
    "柳林县气象局3日发布暴雨红色预警。",
    "消防救援人员用橡皮艇转移了426名被困群众。",
    "通往县城的公路有三处塌方，目前正在抢修。",
    "医院和学校的供电已经恢复。",
    "民政部门向灾民发放了棉被、饮用水和方便面。",
    "专家提醒，雨后要注意防范山体滑坡。",
]
TARGET = [
    "The meteorological bureau of Liulin County issued a red alert for rainstorms on the 3rd.",
    "Firefighters and rescuers moved 426 trapped people in rubber boats.",
    "The highway to the county seat collapsed in three places and is being repaired.",
    "Power supply to hospitals and schools has been restored.",
    "The civil affairs department handed out quilts, drinking water and instant noodles to victims.",
    "Experts warn people to guard against landslides after the rain.",
]
ALTERNATE = [
    "A red alert for rainstorms was issued by the Liulin County weather bureau on the 3rd.",
    "Rescuers took 426 trapped people away in rubber boats.",
    "The highway leading to the county seat collapsed at three points and is under repair.",
    "Hospitals and schools have their power supply again.",
    "Quilts, drinking water and instant noodles were handed out by the civil affairs department.",
    "Experts said that people must guard against landslides after rain.",
]
OTHER_ARTICLE = [
    "The orchestra rehearsed Brahms in an empty hall.",
    "Her grandmother collected porcelain owls.",
    "A striker missed two penalties in Lisbon.",
    "Critics praised the soprano's debut.",
    "Tickets for the final went on sale at noon.",
    "The gallery bought a landscape by an unknown painter.",
]


def lines(sentences: Sequence[str]) -> str:
    return "\n".join(sentences)


def reading(prepared: Prepared) -> Reading:
    return prepared.readings["target"]


def row(text: str, code: str, number: int = 7) -> Document:
    """A cell of a table as its reader gives it."""
    body = tuple(Passage(m[0], m.start()) for m in re.finditer(r"[^\n]+", text))
    return Document("rows.tsv", code, text, body, row=number)


# Segments


def test_a_text_is_split_into_sentences_that_know_their_paragraphs(document_of):
    document = segmented(document_of("Rain fell. Roads closed.\n\nSchools stayed open."))
    assert [(s.number, s.paragraph, s.text) for s in document.segments] == [
        (0, 0, "Rain fell."),
        (1, 0, "Roads closed."),
        (2, 1, "Schools stayed open."),
    ]


def test_a_table_row_on_one_line_is_one_segment():
    document = segmented(row("Rain fell. Roads closed. Schools stayed open.", "en"))
    assert [s.text for s in document.segments] == ["Rain fell. Roads closed. Schools stayed open."]


def test_a_table_row_of_several_lines_is_split_into_sentences():
    document = segmented(row("Rain fell. Roads closed.\nSchools stayed open.", "en"))
    assert [s.text for s in document.segments] == ["Rain fell.", "Roads closed.", "Schools stayed open."]


def test_an_empty_row_has_no_segments():
    assert segmented(row("", "en")).segments == ()


def test_segments_that_a_reader_gave_are_kept(document_of):
    document = segmented(document_of("Rain fell. Roads closed."))
    first = replace(document, segments=document.segments[:1])
    assert segmented(first) is first


def test_rows_are_paired_whole_whatever_their_sentences():
    source, target = (
        row("大雨。道路封闭。学校照常开放。", "zh"),
        row("Rain fell and roads closed. Schools stayed open.", "en"),
    )
    article = Article("rows:7", source, (Rendering("target", Role.CANDIDATE, target),))
    (pair,) = reading(prepare(article, NOTHING)).pairs
    assert (pair.source_text, pair.target.text) == (source.text, target.text)


# Alignment


def test_each_sentence_stands_beside_what_it_renders(article_of):
    prepared = prepare(article_of(" ".join(TARGET), "".join(SOURCE)), NOTHING)
    assert [(p.source_text, p.target.text) for p in reading(prepared).pairs] == list(zip(SOURCE, TARGET, strict=True))
    assert prepared.notes == ()


def test_a_sentence_left_out_of_the_rendering_stands_alone(article_of):
    prepared = prepare(article_of(lines(TARGET[:2] + TARGET[3:]), lines(SOURCE)), NOTHING)
    assert [p.source_text for p in reading(prepared).pairs if not p.target.text] == [SOURCE[2]]


def test_without_a_source_each_sentence_is_a_pair_of_its_own(article_of):
    pairs = reading(prepare(article_of(" ".join(TARGET)), NOTHING)).pairs
    assert [p.target.text for p in pairs] == TARGET
    assert all(p.source is None and not p.complete for p in pairs)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(SOURCE), max_size=6),
    st.lists(st.sampled_from(TARGET + OTHER_ARTICLE), max_size=6),
    st.lists(st.sampled_from(ALTERNATE + OTHER_ARTICLE), max_size=6),
    st.sampled_from([" ", "\n"]),
)
def test_every_segment_of_both_sides_is_in_exactly_one_pair(article_of, source, target, alternate, between):
    article = article_of(between.join(target), between.join(source), alternates=[between.join(alternate)])
    found = reading(prepare(article, NOTHING))
    assert [j for bead in found.alignment.beads for j in bead.target] == list(range(len(target)))
    if article.source:
        assert [i for bead in found.alignment.beads for i in bead.source] == list(range(len(source)))
    assert len(found.pairs) == len(found.alignment.beads)
    said = "".join(p.target.text for p in found.pairs)
    assert Counter(said.split()) >= Counter() and "".join(said.split()) == "".join("".join(target).split())


# Alternates


def test_a_pair_has_what_the_alternates_say_at_its_place(article_of):
    prepared = prepare(article_of(" ".join(TARGET), "".join(SOURCE), alternates=[" ".join(ALTERNATE)]), NOTHING)
    assert [[s.passage.text for s in p.said] for p in reading(prepared).pairs] == [[text] for text in ALTERNATE]
    assert [s.name for p in reading(prepared).pairs for s in p.said] == ["alternate-1"] * 6


def test_alternates_bear_witness_without_a_source_too(article_of):
    prepared = prepare(article_of(" ".join(TARGET), alternates=[" ".join(ALTERNATE)]), NOTHING)
    assert [s.passage.text for p in reading(prepared).pairs for s in p.said] == ALTERNATE


@pytest.mark.parametrize(
    ("useless", "why"),
    [
        ("", "it is empty"),
        (" \n\n ", "it is empty"),
        (" ".join(TARGET), "it is the same text as the rendering"),
        (" ".join(OTHER_ARTICLE), "it does not render the same article"),
    ],
)
def test_an_alternate_that_bears_no_witness_is_set_aside_with_a_note(article_of, useless, why):
    prepared = prepare(
        article_of(" ".join(TARGET), "".join(SOURCE), alternates=[useless, " ".join(ALTERNATE)]), NOTHING
    )
    assert prepared.notes == (f"alternate-1: set aside, {why}",)
    assert {s.name for p in reading(prepared).pairs for s in p.said} == {"alternate-2"}
    assert len(reading(prepared).witnesses) == 1


GERMAN = "Die Feuerwehr brachte 426 Menschen mit Schlauchbooten in Sicherheit, und die Schulen haben wieder Strom."


@pytest.mark.parametrize(
    ("useless", "why"),
    [
        (" ".join(OTHER_ARTICLE[:2]), "it does not render the same article"),
        (GERMAN, "it is in German"),
        (SOURCE[1], "it is in Chinese"),
        (TARGET[1] + " " + TARGET[2], "it is the same text as the rendering"),
        (" ", "it is empty"),
    ],
)
@pytest.mark.parametrize("in_a_row", [True, False])
def test_so_is_one_of_a_short_article_or_a_row_of_one_segment(
    document_of, useless: str, why: str, in_a_row: bool
) -> None:
    make = row if in_a_row else document_of
    texts = {"target": " ".join(TARGET[1:3]), "a": useless, "b": " ".join(ALTERNATE[1:3])}
    renderings = [
        Rendering(name, Role.CANDIDATE if name == "target" else Role.ALTERNATE, make(text, "en"))
        for name, text in texts.items()
    ]
    prepared = prepare(Article("rows:7", None, tuple(renderings)), NOTHING)
    assert prepared.notes == (f"a: set aside, {why}",)
    assert {said.name for pair in reading(prepared).pairs for said in pair.said} == {"b"}


def test_a_note_is_given_once_for_all_candidates(document_of):
    candidates = [
        Rendering(name, Role.CANDIDATE, document_of(" ".join(t))) for name, t in (("a", TARGET), ("b", ALTERNATE))
    ]
    empty = Rendering("c", Role.ALTERNATE, document_of(""))
    prepared = prepare(Article("floods", document_of("".join(SOURCE), "zh"), (*candidates, empty)), NOTHING)
    assert prepared.notes == ("c: set aside, it is empty",)
    assert list(prepared.readings) == ["a", "b"]


def test_candidates_bear_no_witness_about_each_other(document_of):
    candidates = [
        Rendering(name, Role.CANDIDATE, document_of(" ".join(t))) for name, t in (("a", TARGET), ("b", ALTERNATE))
    ]
    prepared = prepare(Article("floods", document_of("".join(SOURCE), "zh"), tuple(candidates)), NOTHING)
    assert all(pair.said == () for found in prepared.readings.values() for pair in found.pairs)


def test_a_reference_bears_witness_as_an_alternate_does(document_of):
    renderings = (
        Rendering("a", Role.CANDIDATE, document_of(" ".join(TARGET))),
        Rendering("r", Role.REFERENCE, document_of(" ".join(ALTERNATE))),
    )
    prepared = prepare(Article("floods", document_of("".join(SOURCE), "zh"), renderings), NOTHING)
    assert {s.name for p in prepared.readings["a"].pairs for s in p.said} == {"r"}


# What is known of the whole


def test_a_person_introduced_with_a_title_is_known_throughout(article_of):
    again, target = "任重远要求加固堤坝。", "Ren Zhongyuan asked for the embankment to be reinforced."
    (alone,) = reading(prepare(article_of(target, again), NOTHING)).pairs
    assert [use.person.name for use in alone.names] == []
    introduced = article_of(
        "County magistrate Ren Zhongyuan rushed to the dam. " + target, "县长任重远赶到大坝。" + again
    )
    _, second = reading(prepare(introduced, NOTHING)).pairs
    assert [use.person.name for use in second.names] == ["任重远"]


def test_glossaries_are_loaded_once_and_by_language(tmp_path: Path):
    file = tmp_path / "house.tsv"
    file.write_text("term\trenderings\n榕溪镇\tRongxi Town\n", "utf-8")
    lookup = GlossaryLookup([str(file)])
    assert lookup["is"] is lookup["is"]
    assert list(lookup["is"].entries) == ["榕溪镇"]
    assert len(lookup["zh"]) > len(lookup["is"])


def test_a_glossary_that_cannot_be_used_is_an_error_when_it_is_looked_up(tmp_path: Path):
    file = tmp_path / "house.tsv"
    file.write_text("term\trenderings\n榕溪镇\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"house\.tsv:2"):
        GlossaryLookup([str(file)])["is"]


def _row(number: int, doc: str, text: str = "It rained.") -> Article:
    meta = {"doc": doc} if doc else {}
    document = Document("t.jsonl", "en", text, (Passage(text, 0),), row=number, meta=meta)
    return Article(str(number), None, (Rendering("target", Role.CANDIDATE, document),))


def test_rows_of_a_document_are_prepared_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.prepare.MOST_TOGETHER", 3)
    monkeypatch.setattr("tqcheck.prepare.MOST_LETTERS", 100)
    rows = [*(_row(n, "a") for n in range(4)), _row(4, "b", "It rained. " * 20), _row(5, "b"), _row(6, ""), _row(7, "")]
    skipped = Skipped("t.jsonl", "row 9: no")
    found = list(portions([*rows, skipped]))
    assert [[getattr(one, "id", "") for one in several] for _, several in found] == [
        ["0", "1", "2"], ["3"], ["4"], ["5"], ["6"], ["7"], [""],
    ]  # fmt: skip
    told = [background for background, _ in found]
    assert told[0] is told[1] and told[2] is told[3] and told[0] is not told[2]
    assert told[4:] == [None, None, None]
