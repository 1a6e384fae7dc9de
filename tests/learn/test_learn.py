"""Learning from the good renderings of the corpora, and from small texts where chance would mislead."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tqcheck.check import Settings, run
from tqcheck.knowledge import load_glossary, survey
from tqcheck.learn import Limits, Proposal, learn, observed, written
from tqcheck.model.document import Article
from tqcheck.prepare import GlossaryLookup
from tqcheck.readers import ReadOptions, read

WIRE = Path(__file__).parent.parent.parent / "corpora" / "wire"
TRUSTED = frozenset({"good", "alternate"})
TERMS = {
    "叶知衡": ("Ye Zhiheng", "Ye"),
    "高标准农田": ("high-standard farmland",),
    "烘干塔": ("drying tower",),
    "秋粮": ("autumn grain",),
    "融安县": ("Rong'an County",),
    "融江": ("Rongjiang River",),
}


@cache
def wire() -> list[Proposal]:
    articles = [article for article in read([str(WIRE)]) if isinstance(article, Article)]
    return learn(observed(articles, GlossaryLookup(), TRUSTED))


def pairs(found: list[Proposal]) -> dict[str, tuple[str, ...]]:
    return {proposal.term: proposal.renderings for proposal in found}


@pytest.mark.parametrize("term", TERMS)
def test_terms_of_the_corpus_are_learnt_with_their_renderings(term):
    assert pairs(wire())[term] == TERMS[term]


def test_little_else_is_proposed():
    assert len(wire()) <= 2 * len(TERMS)


def test_proposals_bear_counts_confidence_and_a_context_that_has_both():
    for proposal in wire():
        assert proposal.count >= 2 and 0.6 <= proposal.confidence <= 1
        source, target = proposal.context
        assert proposal.term in source
        assert any(rendering.lower()[:-1] in target.lower() for rendering in proposal.renderings)
    assert [p.confidence for p in wire()] == sorted((p.confidence for p in wire()), reverse=True)


def test_what_the_glossary_has_with_the_same_rendering_is_left_out():
    assert not {"外交部", "中国", "一带一路", "斐济", "新华社"} & set(pairs(wire()))


def test_a_person_is_one_by_how_the_rendering_sounds():
    assert {p.term for p in wire() if p.kind == "person"} == {"叶知衡"}


def test_what_is_written_is_a_glossary_and_passes_what_it_was_learnt_from(tmp_path):
    path = tmp_path / "terms.toml"
    path.write_text("".join(written(wire())), "utf-8")
    assert survey(str(path)).problems == ()
    entries = load_glossary("zh", [str(path)]).entries
    assert all(entries[term].renderings == renderings for term, renderings in pairs(wire()).items())
    flagged = 0
    for folder in WIRE.iterdir():
        for name in TRUSTED:
            options = ReadOptions(source=str(folder / "source.zh.txt"))
            (outcome,) = run(
                read([str(folder / f"{name}.en.txt")], options), Settings(select=("TRM003",), glossaries=(str(path),))
            )
            flagged += len(outcome.findings)
    assert flagged == 0


def lesson(article_of, rows: list[tuple[str, str]]) -> list[Proposal]:
    articles = [article_of(target, source, name=str(n)) for n, (source, target) in enumerate(rows)]
    return learn(observed(articles, GlossaryLookup()))


def test_what_came_together_once_is_not_proposed(article_of):
    assert lesson(article_of, [("烘干塔建成。", "The drying tower was built.")]) == []


def test_two_renderings_of_one_sentence_are_one_place():
    articles = list(read([str(WIRE / "06-diplomacy")]))
    found = learn(observed(articles, GlossaryLookup(), TRUSTED), Limits(places=2))
    assert "贺南舟" not in pairs(found)


def test_forms_of_a_rendering_count_together(article_of):
    rows = [("烘干塔建成。", "The drying tower was built."), ("村里有三座烘干塔。", "The village has three drying towers."),
            ("大雨停了。", "The rain stopped."), ("医院开门。", "The hospital opened.")]  # fmt: skip
    (proposal,) = [p for p in lesson(article_of, rows) if p.term == "烘干塔"]
    assert proposal.renderings in (("drying tower",), ("drying towers",)) and proposal.count == 2


def test_a_term_that_is_rendered_in_ever_new_ways_is_not_proposed(article_of):
    rows = [("群众撤离。", "Villagers left."), ("群众鼓掌。", "The crowd clapped."), ("群众获救。", "People were saved."),
            ("群众欢迎。", "Residents were glad.")]  # fmt: skip
    assert "群众" not in pairs(lesson(article_of, rows))


def test_a_common_word_for_a_common_word_is_no_term(article_of):
    rows = [
        ("医院开门。", "The hospital opened."),
        ("医院停电。", "The hospital lost power."),
        ("雨停。", "Rain stopped."),
    ]
    assert "医院" not in pairs(lesson(article_of, rows))


def test_articles_without_a_source_or_a_trusted_rendering_teach_nothing(article_of):
    assert list(observed([article_of("Text.")], GlossaryLookup())) == []
    assert list(observed([article_of("Text.", "文。")], GlossaryLookup(), frozenset({"good"}))) == []


def test_other_languages_are_learnt_from_too(article_of):
    rows = [("Der Windpark Nordholm steht.", "The Nordholm wind farm stands."),
            ("Gegner klagen gegen Nordholm.", "Opponents sue over Nordholm."),
            ("Es regnet in Kiel.", "It is raining in Kiel.")]  # fmt: skip
    articles = [article_of(target, source, "de", name=str(n)) for n, (source, target) in enumerate(rows)]
    assert pairs(learn(observed(articles, GlossaryLookup())))["Nordholm"] == ("Nordholm",)


@pytest.mark.parametrize("odd", ['quote " and \\', "tab\tand\x7f", "line\nbreak", "lone \ud800"])
def test_any_text_is_written_as_toml(tmp_path, odd):
    path = tmp_path / "terms.toml"
    text = "".join(written([Proposal(f"词{odd}", ("x",), "term", 2, 0.5, (odd, odd))]))
    path.write_text(text, "utf-8")
    assert survey(str(path)).problems == ()


def test_a_long_context_is_cut_around_the_term():
    long = "很长的话，" * 60 + "烘干塔建成了，" + "很长的话，" * 60
    text = "".join(written([Proposal("烘干塔", ("drying tower",), "term", 2, 0.5, (long, "a drying tower"))]))
    context = next(line for line in text.splitlines() if line.startswith("context"))
    assert "烘干塔" in context and len(context) < 150
