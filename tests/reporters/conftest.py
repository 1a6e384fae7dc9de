"""A report and alignments with all that makes reporters stumble, and golden outputs to hold them to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tqcheck.model.alignment import Alignment, Bead
from tqcheck.model.finding import Evidence, Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Input, Report, RuleDoc, Skipped
from tqcheck.model.score import Score
from tqcheck.model.text import LineIndex, Span
from tqcheck.reporters.base import Aligned

GOLDEN = Path(__file__).parent / "golden"

PAGE = (
    "Port expansion begins 😀 [bold]today[/bold]\n"
    "Delegates from 14 provinces toured the new container terminal on Friday and the planners of the harbour"
    " approved the documents. (New News Agency)\n"
    "\x1b[31mRed\x1b[0m and \u202edesrever\u202c, tab\there, [/b] too much is not not enough.\n"
)
SOURCE = "港口扩建开工\n来自14个省的代表周五参观了新集装箱码头，规划部门批准了文件。（新华社）\n"


def place(
    text: str, words: str, path: str = "port/mt-a.en.txt", side: Side = Side.TARGET, label: str = "", row: int = 0
) -> Location:
    """Where `words` stand in `text`, with the line as the excerpt; in a table where it is given which row."""
    start = text.index(words)
    end = start + len(words)
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    at = LineIndex(text).position(start)
    excerpt = Excerpt(text[low:high], Span(start - low, end - low))
    if row:
        return Location(path, side, Span(start, end), row, start + 1, words, excerpt, label, cell=True)
    column = len(text[start - at.column + 1 : start].encode("utf-8", "surrogatepass")) + 1
    return Location(path, side, Span(start, end), at.line, at.column, words, excerpt, label, byte_column=column)


def finding(rule: str, name: str, severity: Severity, message: str, *places: Location, **more: object) -> Finding:
    """A finding in the rendering mt-a of the article `port`, unless `more` says otherwise."""
    fields: dict[str, object] = {"article": "port", "rendering": "mt-a", "confidence": 0.9, "fingerprint": "f" * 16}
    return Finding(rule=rule, name=name, severity=severity, message=message, locations=places, **{**fields, **more})  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    """Findings of all severities in two articles, one suppressed, with CJK, emoji, controls and markup."""
    source = place(SOURCE, "新华社", "port/source.zh.txt", Side.SOURCE, "source")
    return Report(
        version="0.0.0",
        findings=(
            finding(
                "TYP009",
                "markup",
                Severity.NOTE,
                "[bold]today[/bold] looks like markup 😀",
                place(PAGE, "[bold]today[/bold]"),
            ),
            finding(
                "NAM001",
                "literal-name",
                Severity.MAJOR,
                '"New News Agency" is a literal rendering of 新华社: Xinhua News Agency',
                place(PAGE, "New News Agency"),
                source,
                evidence=(
                    Evidence("source", "（新华社）"),
                    Evidence("alternates", "3 of 3 alternates: Xinhua"),
                    Evidence("page", 'this page: "Source:Xinhua"'),
                ),
                suggestion="Xinhua News Agency",
            ),
            finding(
                "REP001",
                "doubled-word",
                Severity.MINOR,
                "said twice: \x1b[2Jnot\nnot",
                place(PAGE, "not not"),
                suggestion="not",
                confidence=1.0,
                fingerprint="0123456789abcdef",
            ),
            finding("TYP002", "silenced", Severity.MAJOR, "silenced", place(PAGE, ","), suppressed="checked by hand"),
            finding(
                "COV001",
                "sentence-omitted",
                Severity.CRITICAL,
                "nothing renders this sentence",
                place(SOURCE, "规划部门批准了文件。", "row.jsonl", Side.SOURCE, row=7),
                article="row:7",
                rendering="target",
                evidence=(Evidence("rendering", "\u202e2 of 3\u202c sentences"),),
                suggestion="The planners approved the documents.",
            ),
        ),
        inputs=(
            Input(
                "port", "port/mt-a.en.txt", "zh", "en", ("mt-a",), 4, 40, "lexical", ("source.zh.txt: read as GB18030",)
            ),
            Input("row:7", "row.jsonl", "zh", "en", ("target",), 1, 10, None, ("[b]odd\x07[/b]",)),
            Input("row:8", "row.jsonl", None, "en", ("target",), 1, 10, None, ("[b]odd\x07[/b]",)),
        ),
        skipped=(Skipped("empty[/b]\x1b[0m.txt", "is empty"),),
        rules=(
            RuleDoc("NAM001", "literal-name", "major", "A name read literally.", "What it does: …", 0.9),
            RuleDoc("REP001", "doubled-word", "minor", "A word twice.", "What it does: …", 0.86, replaces=True),
        ),
        scores=(Score("chrf", "mt-a", "article", "port", 61.5, "nrefs:1|case:mixed"),),
        notes=("2 entries of the baseline match nothing any more: [b]NAM001[/b]\x1b[0m",),
    )


@pytest.fixture
def aligned() -> list[Aligned]:
    """Two articles with beads of several shapes, one with text that formats must escape."""
    return [
        Aligned(
            "port",
            ("港口扩建开工。", "代表参观了码头。", "批准了文件。", "（新华社）"),
            ("Expansion begins <today> & \x1b[31mtomorrow.", "Delegates\ttoured\nand approved. 😀", "Share to: [b]"),
            "zh",
            "en",
            Alignment((Bead((0,), (0,), 0.75), Bead((1, 2), (1,), 0.5), Bead((3,), ()), Bead((), (2,))), "lexical"),
            source_joint="",
        ),
        Aligned(
            "b\x00",
            ("Guten Tag.",),
            ("Good", "day."),
            "de",
            "en",
            Alignment((Bead((0,), (0, 1), 1.0),)),
            rendering="mt",
        ),
    ]


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares an output with the file of that name, byte by byte; with TQCHECK_UPDATE_GOLDEN=1 writes the file."""

    def check(name: str, output: str) -> None:
        path = GOLDEN / name
        if os.environ.get("TQCHECK_UPDATE_GOLDEN") == "1":
            path.write_bytes(output.encode("utf-8"))
        assert output.encode("utf-8") == path.read_bytes(), f"{name} differs; if meant, TQCHECK_UPDATE_GOLDEN=1 pytest"

    return check
