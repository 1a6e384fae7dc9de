from __future__ import annotations

from tqcheck.model.document import Article, Document, Rendering, Role, Segment
from tqcheck.model.finding import Severity
from tqcheck.model.text import Passage, Position, Span

TEXT = "Floods hit Liuzhou.\nRoads closed. Schools stayed open.\n\nShare to: friends"


def slices(text: str, *parts: str) -> tuple[Passage, ...]:
    return tuple(Passage(part, text.index(part)) for part in parts)


def numbered(passages: tuple[Passage, ...]) -> tuple[Segment, ...]:
    return tuple(Segment(n, passage) for n, passage in enumerate(passages))


BODY = slices(TEXT, "Floods hit Liuzhou.", "Roads closed. Schools stayed open.")
SENTENCES = numbered(slices(TEXT, "Floods hit Liuzhou.", "Roads closed.", "Schools stayed open."))
DOCUMENT = Document("a.en.txt", "en", TEXT, BODY, SENTENCES)


def test_a_segment_says_what_stands_in_its_span():
    for segment in SENTENCES:
        assert segment.span.of(TEXT) == segment.text


def test_a_position_is_the_line_and_column_of_the_text():
    assert DOCUMENT.position(TEXT.index("Schools")) == Position(2, 15)


def test_in_a_table_a_position_is_the_rows_line_and_the_column_of_the_cell():
    cell = Document("rows.tsv", "en", "Floods hit Liuzhou.\\nRoads closed.", row=17)
    assert cell.position(0) == Position(17, 1)
    assert cell.position(7) == Position(17, 8)


def test_neighbouring_segments_make_a_slice_with_all_that_stands_between_them():
    passage = DOCUMENT.passage(SENTENCES[:2])
    assert passage.text == "Floods hit Liuzhou.\nRoads closed."
    assert passage.locate(Span(20, 25)).of(TEXT) == "Roads"


def test_no_segments_make_an_empty_passage():
    assert DOCUMENT.passage([]).text == ""


def test_segments_out_of_marked_up_text_are_joined_without_the_mark_up():
    text = "<p>Rain&nbsp;fell.</p><p>Roads closed.</p>"
    kept = [*range(3, 7), 7, *range(13, 18)]
    rain = Passage("Rain fell.", (*kept, 18))
    roads = Passage("Roads closed.", text.index("Roads"))
    document = Document("a.html", "en", text, (rain, roads), numbered((rain, roads)))
    passage = document.passage(document.segments)
    assert passage.text == "Rain fell. Roads closed."
    assert passage.locate(Span(11, 16)).of(text) == "Roads"
    assert document.whole.text == "Rain fell.\nRoads closed."


def test_the_whole_is_the_body_and_not_what_stands_around_it():
    assert DOCUMENT.whole.text == "Floods hit Liuzhou.\nRoads closed. Schools stayed open."
    assert DOCUMENT.whole.whole == Span(0, TEXT.index("\n\nShare"))


def test_a_document_without_a_body_is_empty():
    assert Document("a.txt", "en", TEXT).whole.text == ""


def test_an_article_tells_candidates_from_witnesses():
    first, second = (Rendering(name, Role.CANDIDATE, DOCUMENT) for name in ("a", "b"))
    alternate = Rendering("c", Role.ALTERNATE, DOCUMENT)
    reference = Rendering("d", Role.REFERENCE, DOCUMENT)
    article = Article("floods", None, (first, alternate, second, reference))
    assert article.candidates == (first, second)
    assert article.witnesses(first) == (alternate, reference)


def test_severities_rank_from_critical_to_note():
    ranks = [severity.rank for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.NOTE)]
    assert ranks == [3, 2, 1, 0]
