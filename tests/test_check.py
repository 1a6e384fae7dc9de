from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.batch import report
from tqcheck.check import Checked, Settings, check, run
from tqcheck.errors import GlossaryError, UsageError
from tqcheck.evidence.unit import Pair, Reading
from tqcheck.knowledge import Glossary
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.excerpt import EXCERPT, excerpt
from tqcheck.model.finding import Finding, Severity, Side
from tqcheck.model.report import Skipped
from tqcheck.model.text import Passage, Span
from tqcheck.prepare import GlossaryLookup, prepare
from tqcheck.rules.base import Hit, Place, Rule, Scope
from tqcheck.rules.registry import select

CORPORA = Path(__file__).parent.parent / "corpora"
FOLDERS = sorted(path.parent for path in CORPORA.glob("*/*/source.*.txt"))
NOTHING = {"zh": Glossary([]), "und": Glossary([])}
SOURCE = "大桥周一通车。\n\n当地政府投资3亿元。"
TARGET = "The bridge opened on Monday.\n\nThe local government invested 300 million yuan."


class Flag(Rule):
    """Flags a word of the rendering wherever it stands."""

    code, name, severity, scope, confidence = "TST001", "flag", Severity.MINOR, Scope.TEXT, 0.5
    word = "the"

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield the places of the word."""
        for match in re.finditer(rf"(?i)\b{self.word}\b", unit.document.text):
            yield Hit(Span(*match.span()), self.word)


def flag(word: str, **changes) -> Rule:
    return type("Made", (Flag,), {"word": word, **changes})()


class Unseen(Flag):
    """Flags the source of every pair."""

    code, name, scope = "TST002", "unseen", Scope.PAIR

    def check(self, unit: Pair) -> Iterator[Hit]:
        """Yield the source."""
        assert unit.source is not None
        yield Hit(unit.source.whole, "source", Side.SOURCE, related=(Place(Side.TARGET, unit.target.whole, "here"),))


class Whole(Flag):
    """Flags the first code point of a rendering that has a source."""

    code, name, scope = "TST003", "whole", Scope.ARTICLE

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield one place."""
        assert unit.source is not None
        yield Hit(Span(0, 1), "article")


def found(article: Article, *rules: Rule, min_confidence: float = 0.0) -> tuple[Finding, ...]:
    return check(prepare(article, NOTHING), rules, Settings(min_confidence=min_confidence)).findings


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.primary.text) for finding in findings]


# What rules are shown


def test_a_rule_of_one_text_needs_no_source_and_others_do(article_of):
    rules = (flag("bridge"), Unseen(), Whole())
    assert {f.rule for f in found(article_of(TARGET), *rules)} == {"TST001"}
    assert {f.rule for f in found(article_of(TARGET, SOURCE), *rules)} == {"TST001", "TST002", "TST003"}


def test_a_rule_of_pairs_is_shown_each_pair(article_of):
    findings = found(article_of(TARGET, SOURCE), Unseen())
    assert [f.primary.text for f in findings] == ["大桥周一通车。", "当地政府投资3亿元。"]
    assert [f.locations[1].text for f in findings] == TARGET.split("\n\n")


def test_every_candidate_is_checked_and_no_alternate(document_of):
    renderings = (
        Rendering("a", Role.CANDIDATE, document_of("The bridge opened.", path="a.txt")),
        Rendering("b", Role.CANDIDATE, document_of("It is the bridge.", path="b.txt")),
        Rendering("c", Role.ALTERNATE, document_of("Now the bridge is open.", path="c.txt")),
    )
    findings = found(Article("bridge", None, renderings), flag("bridge"))
    assert [(f.article, f.rendering, f.primary.path) for f in findings] == [
        ("bridge", "a", "a.txt"),
        ("bridge", "b", "b.txt"),
    ]


# Places


def test_a_place_has_its_path_line_column_and_words(article_of):
    findings = found(article_of(TARGET, SOURCE), flag("government"), Unseen())
    here = findings[0].primary
    assert (here.path, here.side, here.line, here.column, here.text) == ("example", Side.TARGET, 3, 11, "government")
    there = findings[-1].primary
    assert (there.path, there.side, there.line, there.column) == ("source", Side.SOURCE, 3, 1)
    assert findings[-1].locations[1].label == "here"


def test_in_a_table_a_place_is_in_the_rows_line():
    text = "The bridge opened on Monday."
    cell = Document("rows.tsv", "en", text, (Passage(text, 0),), row=12)
    (finding,) = found(Article("rows:12", None, (Rendering("t", Role.CANDIDATE, cell),)), flag("bridge"))
    assert (finding.primary.line, finding.primary.column) == (12, 5)


# Order


def test_findings_are_in_the_order_of_the_text_those_on_the_source_last(article_of):
    rules = (Unseen(), flag("Monday", code="TST009"), flag("bridge", code="TST008"), flag("the"))
    findings = found(article_of(TARGET, SOURCE), *rules)
    assert told(findings) == [
        ("TST001", "The"),
        ("TST008", "bridge"),
        ("TST009", "Monday"),
        ("TST001", "The"),
        ("TST002", "大桥周一通车。"),
        ("TST002", "当地政府投资3亿元。"),
    ]


def test_findings_of_several_rules_at_one_place_are_in_the_order_of_their_codes(article_of):
    rules = (flag("bridge", code="TST009"), flag("bridge", code="TST008"))
    assert [f.rule for f in found(article_of(TARGET), *rules)] == ["TST008", "TST009"]


def test_a_rule_that_speaks_twice_of_one_place_is_heard_once(article_of):
    class Twice(Flag):
        def check(self, unit: Reading) -> Iterator[Hit]:
            yield Hit(Span(0, 3), "first")
            yield Hit(Span(0, 3), "second")
            yield Hit(Span(0, 4), "longer")

    assert [f.message for f in found(article_of(TARGET), Twice())] == ["first", "longer"]


# Confidence and severity


def test_findings_below_the_least_confidence_are_left_out(article_of):
    rules = (flag("bridge", confidence=0.5), flag("Monday", confidence=0.8, code="TST009"))
    article = article_of(TARGET)
    assert [f.confidence for f in found(article, *rules)] == [0.5, 0.8]
    assert [f.confidence for f in found(article, *rules, min_confidence=0.5)] == [0.5, 0.8]
    assert [f.confidence for f in found(article, *rules, min_confidence=0.51)] == [0.8]
    assert found(article, *rules, min_confidence=0.9) == ()


def test_a_hits_own_confidence_and_severity_go_before_the_rules(article_of):
    class Unsure(Flag):
        def check(self, unit: Reading) -> Iterator[Hit]:
            yield Hit(Span(0, 3), "maybe", confidence=0.0, severity=Severity.NOTE)
            yield Hit(Span(4, 10), "surely")

    findings = found(article_of(TARGET), Unsure())
    assert [(f.confidence, f.severity) for f in findings] == [(0.0, Severity.NOTE), (0.5, Severity.MINOR)]
    assert len(found(article_of(TARGET), Unsure(), min_confidence=0.1)) == 1


# Fingerprints


def fingerprints(article: Article, *rules: Rule) -> list[str]:
    return [f.fingerprint for f in found(article, *rules)]


@pytest.mark.parametrize("before", ["\n\n\n", "Rain fell all night.\n", "    ", "Rain fell. "])
def test_a_fingerprint_does_not_change_when_the_text_moves(article_of, before):
    rules = (flag("bridge"), flag("Monday", code="TST009"))
    assert fingerprints(article_of(before + TARGET), *rules) == fingerprints(article_of(TARGET), *rules)


def test_a_fingerprint_does_not_change_with_line_breaks_or_capitals_within_its_words(article_of):
    class Two(Flag):
        def check(self, unit: Reading) -> Iterator[Hit]:
            for match in re.finditer(r"(?i)new\s+bridge", unit.document.text):
                yield Hit(Span(*match.span()), "two")

    (one,) = fingerprints(article_of("The new bridge opened."), Two())
    (other,) = fingerprints(article_of("The New\n bridge opened."), Two())
    assert one == other


def test_a_fingerprint_does_not_change_when_another_rule_finds_more(article_of):
    (alone,) = fingerprints(article_of(TARGET), flag("Monday"))
    together = found(article_of(TARGET), flag("bridge", code="TST000"), flag("Monday"), flag("the", code="TST003"))
    assert alone in [f.fingerprint for f in together if f.rule == "TST001"]


def test_the_same_words_found_twice_have_two_fingerprints_in_order(article_of):
    once = fingerprints(article_of("The bridge opened."), flag("bridge"))
    twice = fingerprints(article_of("The bridge opened. The bridge closed."), flag("bridge"))
    assert len(set(twice)) == 2
    assert twice[:1] == once


def test_other_words_rules_articles_and_renderings_have_other_fingerprints(article_of):
    base = article_of(TARGET)
    renamed = replace(base, renderings=(replace(base.renderings[0], name="other"),))
    every = [
        fingerprints(base, flag("bridge")),
        fingerprints(base, flag("Monday")),
        fingerprints(base, flag("bridge", code="TST009")),
        fingerprints(article_of(TARGET, name="other"), flag("bridge")),
        fingerprints(renamed, flag("bridge")),
    ]
    assert len({one for (one,) in every}) == len(every)


# Excerpts


def around(text: str, word: str):
    at = text.index(word)
    return excerpt(Document("a.txt", "en", text), Span(at, at + len(word)))


def test_an_excerpt_is_the_line_with_the_place_in_it():
    shown = around("Rain fell.\nThe bridge opened on Monday.\nAll cheered.", "bridge")
    assert shown.text == "The bridge opened on Monday."
    assert shown.span.of(shown.text) == "bridge"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_excerpt_holds_no_line_ends(end):
    shown = around(f"Rain fell.{end}The bridge opened.{end}All cheered.", "bridge")
    assert shown.text == "The bridge opened."


def test_an_excerpt_of_a_long_line_is_cut_at_spaces_on_either_side():
    text = "water " * 60 + "bridge" + " river" * 60
    shown = around(text, "bridge")
    assert shown.span.of(shown.text) == "bridge"
    assert set(shown.text.split()) == {"water", "bridge", "river"}
    assert EXCERPT - 6 <= shown.span.start <= EXCERPT
    assert EXCERPT - 6 <= len(shown.text) - shown.span.end <= EXCERPT


def test_an_excerpt_without_spaces_is_cut_to_length():
    shown = around("水" * 300 + "桥" + "河" * 300, "桥")
    assert shown.text == "水" * EXCERPT + "桥" + "河" * EXCERPT


def test_an_excerpt_of_a_place_over_several_lines_has_them_all():
    shown = around("One.\nThe bridge\nopened.\nTwo.", "bridge\nopened")
    assert shown.text == "The bridge\nopened."


@given(st.text(alphabet="ab 桥\r\n", max_size=400), st.data())
def test_every_excerpt_shows_its_place_and_is_a_stretch_of_the_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, min(len(text), start + 10))))
    shown = excerpt(Document("a.txt", "en", text), span)
    assert shown.span.of(shown.text) == span.of(text)
    assert text[span.start - shown.span.start :].startswith(shown.text)
    assert shown.span.start <= EXCERPT
    assert len(shown.text) - shown.span.end <= EXCERPT


# Runs and reports


def test_what_could_not_be_read_is_passed_on_in_its_place(article_of):
    skipped = Skipped("b.docx", "no text")
    first, second, third = run([article_of(TARGET), skipped, article_of(TARGET, name="last")], Settings())
    assert second is skipped
    assert isinstance(first, Checked) and isinstance(third, Checked)
    assert third.input.id == "last"


def test_articles_are_checked_as_they_are_asked_for(article_of):
    def articles():
        yield article_of(TARGET)
        raise AssertionError("asked for too early")

    assert isinstance(next(run(articles(), Settings())), Checked)


def test_a_rule_that_does_not_exist_is_an_error_before_the_first_article():
    with pytest.raises(UsageError, match="no rule 'XYZ'"):
        run(iter(()), Settings(select=("XYZ",)))


def test_a_glossary_that_cannot_be_used_is_an_error_before_the_first_article(tmp_path):
    file = tmp_path / "house.tsv"
    file.write_text("term\trenderings\n榕溪镇\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"house\.tsv:2"):
        run(iter(()), Settings(glossaries=(str(file),)))


def test_settings_choose_rules_and_confidence(article_of):
    text = "The the bridge opened.The road is 34,03 km long，he said."
    every = next(run([article_of(text)], Settings()))
    typography = next(run([article_of(text)], Settings(select=("TYP",))))
    others = next(run([article_of(text)], Settings(ignore=("TYP",))))
    assert {f.rule[:3] for f in typography.findings} == {"TYP"}
    assert {f.rule for f in typography.findings} | {f.rule for f in others.findings} == {f.rule for f in every.findings}
    assert others.findings and "TYP" not in {f.rule[:3] for f in others.findings}
    least = sorted(f.confidence for f in every.findings)[1]
    sure = next(run([article_of(text)], Settings(min_confidence=least)))
    assert [f.rule for f in sure.findings] == [f.rule for f in every.findings if f.confidence >= least]


def test_a_users_glossary_is_heard(article_of, tmp_path):
    file = tmp_path / "house.csv"
    file.write_text("source,target,forbidden\n大桥,Grand Bridge,bridge\n", "utf-8")
    article = article_of("The bridge opened on Monday.", "大桥周一通车。")
    (outcome,) = run([article], Settings(select=("TRM",), glossaries=(str(file),)))
    assert "TRM002" in {f.rule for f in outcome.findings}


def test_an_input_says_what_was_read(article_of):
    (outcome,) = run([article_of(TARGET, SOURCE, alternates=[""])], Settings())
    read = outcome.input
    assert (read.id, read.path, read.source_lang, read.target_lang) == ("example", "example", "zh", "en")
    assert (read.renderings, read.segments, read.words) == (("target",), 2, 12)
    assert read.notes == ("alternate-1: set aside, it is empty",)


def test_a_readers_note_stands_before_those_of_the_preparation(article_of):
    article = article_of(TARGET, alternates=[""])
    noted = replace(article.renderings[0].document, meta={"note": "read as windows-1252"})
    article = replace(article, renderings=(replace(article.renderings[0], document=noted), article.renderings[1]))
    (outcome,) = run([article], Settings())
    assert outcome.input.notes == ("example: read as windows-1252", "alternate-1: set aside, it is empty")


def test_a_report_gathers_findings_inputs_and_what_was_skipped(article_of):
    bad = article_of("The the bridge opened.", name="bad")
    made = report(run([bad, Skipped("b.docx", "no text"), article_of(TARGET, name="good")], Settings()))
    assert [f.article for f in made.findings] == ["bad"]
    assert [i.id for i in made.inputs] == ["bad", "good"]
    assert made.skipped == (Skipped("b.docx", "no text"),)
    assert [rule.code for rule in made.rules] == ["REP001"]


# Every rule, over the corpora


@lru_cache(maxsize=1)
def glossaries() -> GlossaryLookup:
    return GlossaryLookup()


def paragraphs(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column as an editor counts them."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if offset < len(line):
            return number, offset + 1
        offset -= len(line)
    raise AssertionError("outside the text")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_findings_of_every_rule_lie_inside_the_text_that_they_point_at(article_of, folder, data):
    path = next(folder.glob("source.*.txt"))
    source, code = paragraphs(path), path.name.split(".")[1]
    target = paragraphs(data.draw(st.sampled_from(sorted(folder.glob("*.en.txt")))))
    lost = data.draw(st.sets(st.integers(0, len(target) - 1), max_size=len(target) // 2))
    kept = [line for number, line in enumerate(target) if number not in lost]
    moved = data.draw(st.permutations(source)) if data.draw(st.booleans()) else source
    end = data.draw(st.sampled_from(["\n", "\r\n", "\n\n"]))
    shown = data.draw(st.booleans())
    article = article_of(end.join(kept), end.join(moved) if shown else "", code)

    checked = check(prepare(article, glossaries()), select())

    texts = {Side.TARGET: end.join(kept), Side.SOURCE: end.join(moved) if shown else ""}
    for finding in checked.findings:
        assert 0 < finding.confidence <= 1
        assert finding.message and "\n" not in finding.message
        assert len(finding.primary.span) > 0
        for location in finding.locations:
            text = texts[location.side]
            assert location.span.end <= len(text), finding
            assert location.text == location.span.of(text)
            assert (location.line, location.column) == place_of(text, location.span.start)
            assert location.excerpt.span.of(location.excerpt.text) == location.text
    assert len({finding.fingerprint for finding in checked.findings}) == len(checked.findings)
    assert check(prepare(article, glossaries()), select()) == checked


def test_an_article_on_which_the_program_fails_is_named_and_the_others_are_checked(
    article_of, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import tqcheck.check as module

    def fails(prepared, rules, settings):  # as a rule would, deep inside
        if prepared.article.id == "bad":
            raise KeyError("half - past")
        return check(prepared, rules, settings)

    monkeypatch.setattr(module, "check", fails)
    articles = [article_of("It rained.", name=name) for name in ("one", "bad", "two")]
    one, bad, two = run(articles, Settings())
    assert isinstance(one, Checked) and isinstance(two, Checked)
    assert isinstance(bad, Skipped)
    assert bad.reason.startswith("bad: not checked, tqcheck itself failed: KeyError at test_check.py:")
    assert "half - past" in caplog.text
