"""The report as a page, read as a parser reads it: what is markup, what is text, what is given to the script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tqcheck import reporters
from tqcheck.model.comparison import Compared
from tqcheck.model.differences import Apart, Differences, Piece
from tqcheck.model.document import Role
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.history import Run, Trend, Trends
from tqcheck.model.report import Cell, Report, Row
from tqcheck.model.score import Comparison, Score, ScoreColumn
from tqcheck.model.text import Passage, Span
from tqcheck.reporters import comparison
from tqcheck.reporters.display.page.pieces import Mark, cut, visible

HOSTILE = "</script><script>alert(1)</script><!-- <b>x</b> &amp; [bold] \x1b[2J\x00 \u202edrawer\u202c \u2028\ud83d"


class Read(HTMLParser):
    """A page as a parser sees it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.content: dict[str, list[str]] = {}
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside.append(f"{tag}#{dict(attrs).get('id') or ''}")
        self.content.setdefault(self.inside[-1], []).append("")

    def handle_data(self, text):
        if self.inside:
            self.content[self.inside[-1]][-1] += text

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop().split("#")[0] != tag:
            pass

    @property
    def data(self):
        return json.loads(self.content["script#data"][0])


def place(text: str, words: str, side: Side = Side.TARGET, path: str = "mt.txt") -> Location:
    at = text.index(words)
    span = Span(at, at + len(words))
    return Location(path, side, span, 1, at + 1, words, Excerpt(text, span))


def finding(text: str, words: str, article: str = "a", **more) -> Finding:
    fields = {"rendering": "mt", "fingerprint": "f0", "locations": (place(text, words),), **more}
    return Finding(article, rule="NAM001", name="n", severity=Severity.MAJOR, confidence=0.9, message="odd", **fields)


def row(article: str, *texts: str, source: str | None = None, identity: str = "", start: int = 0) -> Row:
    cells = [Cell(f"mt{n or ''}", Role.CANDIDATE, "en", Passage(text, start)) for n, text in enumerate(texts)]
    return Row(article, identity or article, None if source is None else Passage(source), tuple(cells), "zh")


def page(report: Report) -> Read:
    return Read("".join(reporters.get("html")(report)))


def rows(*made: Row, findings: tuple[Finding, ...] = ()) -> Read:
    return page(Report("0", findings, rows=made))


def test_nothing_of_an_article_becomes_markup(report):
    plain = page(report)
    hostile = replace(report.findings[1], article=HOSTILE, rendering=HOSTILE, message=HOSTILE, suggestion=HOSTILE)
    ours = page(
        Report(
            HOSTILE,
            (hostile,),
            (replace(report.inputs[0], id=HOSTILE, notes=(HOSTILE,)),),
            tuple(replace(s, path=HOSTILE, reason=HOSTILE) for s in report.skipped),
            report.rules,
            rows=(row(HOSTILE, HOSTILE, source=HOSTILE),),
        )
    )
    assert {tag for tag, _ in ours.elements} <= {tag for tag, _ in plain.elements}
    assert sum(tag == "script" for tag, _ in ours.elements) == 2
    shown = HOSTILE.translate(dict.fromkeys(map(ord, "\x1b\x00\u202e\u202c\ud83d"), "�")).replace("\u2028", "\n")
    assert ours.data["rows"][0][2][:1] == [shown] and ours.data["findings"][0][4] == shown
    assert any(shown in text for text in ours.content["li#"])


def test_the_policy_lets_in_the_page_s_own_style_and_script_alone(report):
    text = "".join(reporters.get("html")(report))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    style, script = (
        "'sha256-" + base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() + "'"
        for block in (re.search(rf"<{tag}>(.*?)</{tag}>", text, re.S)[1] for tag in ("style", "script"))
    )
    assert policy.split("; ")[:3] == ["default-src 'none'", f"style-src {style}", f"script-src {script}"]
    read = Read(text)
    assert not [a for _, attributes in read.elements for a in attributes if a in ("style", "src") or a.startswith("on")]
    assert not re.search(r"https?://|@import|url\(", text)
    assert "innerHTML" not in text and "insertAdjacent" not in text and "eval" not in text


def test_the_data_cannot_end_their_element_nor_a_line(report):
    text = "".join(reporters.get("html")(replace(report, rows=(row("a", HOSTILE),))))
    data = re.search(r'<script id="data"[^>]*>(.*?)</script>', text, re.S)[1]
    assert not re.search("[<>&\u2028\u2029\x00]", data) and json.loads(data)


def test_ids_are_unique_though_fingerprints_are_not(report):
    made = page(report).data
    anchors = [found[0] for found in made["findings"]]
    assert len(set(anchors)) == len(anchors) == len(report.findings)


def test_each_text_has_its_language():
    made = rows(row("a", "Text", source="文")).data
    article = made["articles"][made["rows"][0][0]]
    assert made["columns"] == [["source", ""], ["candidate", "mt"]]
    assert made["layouts"][article[1]]["langs"] == ["zh", "en"]


def test_a_finding_is_marked_in_its_row_and_its_source_beside_it():
    text = "One.Two odd."
    made = Finding(
        "a", "mt", "NAM001", "n", Severity.MAJOR, 0.9, "odd",
        (place(text, "odd"), place("一二", "二", Side.SOURCE)), fingerprint="f0",
    )  # fmt: skip
    first = Row("a", "a:1", Passage("一"), (Cell("mt", Role.CANDIDATE, "en", Passage("One.")),), "zh")
    second = Row("a", "a:2", Passage("二", 1), (Cell("mt", Role.CANDIDATE, "en", Passage("Two odd.", 4)),), "zh")
    data = rows(first, second, findings=(made,)).data
    assert data["rows"][0] == [0, "1", ["一", "One."], [], 0]
    assert data["rows"][1] == [0, "2", [[["二", [], [0]]], ["Two ", ["odd", [0], []], "."]], [0], 0]
    assert data["findings"][0][10] == 1


def test_a_finding_over_two_rows_is_marked_in_both_and_counted_in_the_first():
    made = finding("One. Two.", "One. Two.")
    cells = [
        Row("a", f"a:{n}", None, (Cell("mt", Role.CANDIDATE, "en", Passage(text, start)),))
        for n, (text, start) in enumerate([("One.", 0), ("Two.", 5)])
    ]
    data = rows(*cells, findings=(made,)).data
    assert [r[2] for r in data["rows"]] == [[[["One.", [0], []]]], [[["Two.", [0], []]]]]
    assert [r[3] for r in data["rows"]] == [[0], []]


def test_a_finding_outside_the_texts_is_shown_with_its_line():
    outside = finding("Share this page", "Share", locations=(place("Share this page", "Share"),))
    data = rows(row("a", "Text.", start=100), row("b", "Other."), findings=(outside,)).data
    assert [r[1] for r in data["rows"]] == ["1", "line 1", "b"]
    assert data["rows"][1][2] == [[["Share", [0], []], " this page"]] and data["findings"][0][10] == 1


def test_a_place_in_another_article_of_the_same_file_is_not_marked():
    """A finding about a batch points at two articles."""
    text, other = "Jilin city", "Girin city"
    made = finding(text, "Jilin", locations=(place(text, "Jilin"), place(other, "Girin")))
    data = rows(row("a", text), row("b", other), findings=(made,)).data
    assert data["rows"][0][2] == [[["Jilin", [0], []], " city"]] and data["rows"][1][2] == [other]


def test_without_texts_the_line_around_each_finding_is_shown(report):
    data = page(report).data
    assert len(data["rows"]) == len(report.findings)
    assert sorted(found[10] for found in data["findings"]) == list(range(len(report.findings)))


def test_many_names_of_renderings_share_columns():
    made = [Row(f"a{n}", f"a{n}", None, (Cell(f"page{n}", Role.CANDIDATE, "en", Passage("x")),)) for n in range(40)]
    data = rows(*made).data
    assert data["columns"] == [["candidate", "candidate 1"]] and not data["by_name"]
    assert data["layouts"][data["articles"][39][1]]["names"] == ["page39"]


def test_suppressed_findings_are_there_with_their_reason(report):
    read = page(report)
    assert [found[11] for found in read.data["findings"] if found[11]] == ["checked by hand"]
    assert read.content["title#"] == ["tqcheck: 4 findings in 3 articles"]


def test_the_plot_has_a_bar_for_each_family_and_rendering(report):
    bars = [attributes for tag, attributes in page(report).elements if tag == "rect"]
    assert len(bars) == 4 * 2
    assert len({bar["width"] for bar in bars}) == 2


@pytest.mark.parametrize(
    ("marks", "made"),
    [
        ([], "a😀bcd"),
        ([Mark(1, 2, 7)], ["a", ["😀", [7], []], "bcd"]),
        ([Mark(0, 4, 1), Mark(1, 2, 2)], [["a", [1], []], ["😀", [2, 1], []], ["bc", [1], []], "d"]),
        ([Mark(0, 2, 1), Mark(1, 3, 2)], [["a", [1], []], ["😀", [1, 2], []], ["b", [2], []], "cd"]),
        ([Mark(5, 5, 3)], ["a😀bcd", ["", [3], []]]),
        ([Mark(0, 1, 3, related=True)], [["a", [], [3]], "😀bcd"]),
    ],
)
def test_texts_are_cut_at_code_points(marks, made):
    assert cut("a😀bcd", marks) == made


def test_what_cannot_be_seen_is_shown_and_nothing_is_shorter():
    assert visible("a\tb\nc\r\n\x1b\x85\u200f\u202e") == "a\tb\nc \n�\n\u200f�"


@pytest.fixture
def compared() -> Compared:
    systems = (("a", 60.0), ("<b>", 50.0))
    scores = [Score("chrf", name, "corpus", "", base, "sig", (base - 2, base + 2)) for name, base in systems]
    columns = tuple(ScoreColumn("chrf", name, "segment", "sig", ["s1"], [base + 1.26]) for name, base in systems)
    cells = tuple(Cell(name, Role.CANDIDATE, "en", Passage(HOSTILE)) for name in ("a", "<b>"))
    return Compared(
        "0", ("a", "<b>"), ("s1",), 1, True, tuple(scores), columns,
        (Comparison("chrf", "a", "<b>", 10.0, 0.01, 0.01, "paired", 1.0, 0.9),), {"chrf": {"a": 1, "<b>": 2}},
        notes=(HOSTILE,), rows=(Row("s1", "s1", None, cells),),
    )  # fmt: skip


def test_a_comparison_has_its_scores_with_intervals_and_each_segment_s(compared):
    read = Read("".join(comparison.get("html")(compared)))
    assert sum(tag == "circle" for tag, _ in read.elements) == 2
    lines = [attributes for tag, attributes in read.elements if tag == "line"]
    assert all(float(line["x1"]) < float(line["x2"]) for line in lines) and len(lines) == 2
    assert "60.0 ±2.0 (1)" in read.content["td#"] and "<b>" in read.content["th#"]
    assert read.data["metrics"] == ["chrf"]
    assert read.data["rows"][0][4] == {"chrf": [61.3, 51.3]}
    assert sum(tag == "script" for tag, _ in read.elements) == 2


def test_a_comparison_of_one_rendering_without_scores_is_a_page():
    made = Compared("0", ("a",), ("s1",), 1, False, notes=("one rendering: nothing to compare it with",))
    read = Read("".join(comparison.get("html")(made)))
    assert read.data["rows"] == [] and "one rendering: nothing to compare it with" in read.content["li#"]


def test_other_formats_do_not_carry_the_texts(report):
    kept = replace(report, rows=(row("a", "xyzzy"),))
    for name in reporters.names():
        assert ("xyzzy" in "".join(reporters.get(name)(kept))) is (name == "html")


def test_findings_stand_in_the_texts_of_a_comparison_by_document(compared):
    """Rows of a table are shown under the document that they are parts of, their offsets their own."""
    texts = ("One odd.", "Two odd.")
    made = tuple(replace(finding(text, "odd", article=f"r{n}"), fingerprint=f"f{n}") for n, text in enumerate(texts))
    cells = [(Cell("mt", Role.CANDIDATE, "en", Passage(text)),) for text in texts]
    rows = tuple(Row(f"r{n}", f"r{n}", None, cell) for n, cell in enumerate(cells))
    shown = replace(compared, rows=rows, findings=made, groups={"r0": "doc", "r1": "doc"})
    data = Read("".join(comparison.get("html")(shown))).data
    assert [article[0] for article in data["articles"]] == ["doc"]
    assert [(row[1], row[2], row[3]) for row in data["rows"]] == [
        ("r0", [["One ", ["odd", [0], []], "."]], [0]),
        ("r1", [["Two ", ["odd", [1], []], "."]], [1]),
    ]
    assert [found[10] for found in data["findings"]] == [0, 1]
    outside = replace(finding("Share this", "Share", article="r0"), fingerprint="f2")
    data = Read("".join(comparison.get("html")(replace(shown, findings=(*made, outside))))).data
    assert [row[1] for row in data["rows"]] == ["r0", "line 1", "r1"]


def test_words_that_differ_are_marked_and_their_segment_is_a_link(compared):
    pieces = (
        Piece("same", "Rain"),
        Piece("a", "<fell>"),
        Piece("moved-a", "on it"),
        Piece("b", "came"),
        Piece("moved-b", "on it"),
    )
    found = Differences((Apart('s "1"', "s1", "a", "<b>", 30.0, pieces),))
    read = Read("".join(comparison.get("html")(replace(compared, differences=found))))
    assert [read.content[tag] for tag in ("del#", "ins#")] == [["<fell>", "on it"], ["came", "on it"]]
    assert [attributes.get("class") for tag, attributes in read.elements if tag in ("del", "ins")] == [
        None, "moved", None, "moved",
    ]  # fmt: skip
    assert [attributes["href"] for tag, attributes in read.elements if tag == "a"] == ["#s-s%20%221%22"]


def test_a_history_is_drawn(report, compared):
    runs = (Run(1, "2026-01-01T00:00:00+00:00", HOSTILE, "0"), Run(0, "2026-01-02T00:00:00+00:00", "this run", "0"))
    for render, made in ((reporters.get("html"), report), (comparison.get("html"), compared)):
        trends = Trends(runs, (Trend("chrf", HOSTILE, (1.0, 2.0)), Trend("chrf", "a", (None, 3.0))))
        plain, drawn = Read("".join(render(made))), Read("".join(render(replace(made, trends=trends))))
        assert [sum(tag == "polyline" for tag, _ in read.elements) for read in (plain, drawn)] == [0, 1]
        assert sum(tag == "script" for tag, _ in drawn.elements) == 2
