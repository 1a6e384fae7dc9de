"""The program run in this process, its library replaced where a test is about the command line alone."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import pytest

from tqcheck.cli.app import main
from tqcheck.model.finding import Excerpt, Finding, Location, Severity, Side
from tqcheck.model.report import Input, Report, Skipped
from tqcheck.model.text import Span


@dataclass(frozen=True)
class Outcome:
    """What the program left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def tqcheck(capsys):
    """Runs the program with these arguments."""

    def run(*argv: str) -> Outcome:
        status = main(argv)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run


FINDING = Finding(
    "a", "a", "NAM001", "literal-name", Severity.MAJOR, 0.9, "[bold] \x1b[31m新",
    (Location("a.en.txt", Side.TARGET, Span(0, 3), 1, 1, "New", Excerpt("New News", Span(0, 3))),),
)  # fmt: skip
REPORT = Report("0", (FINDING,), (Input("a", "a.en.txt", None, "en", ("a",), 1, 2),))


@dataclass
class Library:
    """Stands for reading and checking: what the command asked of it, and the report that it gives."""

    report: Report = REPORT
    paths: tuple[str, ...] = ()
    options: object = None
    settings: object = None

    def found(self, *severities: Severity) -> None:
        self.report = replace(REPORT, findings=tuple(replace(FINDING, severity=s) for s in severities))

    def skipped(self, *skipped: Skipped) -> None:
        self.report = replace(self.report, skipped=skipped)


@pytest.fixture
def library(monkeypatch):
    """Replaces `read`, `run` and `report` under `tqcheck check`."""
    import tqcheck.batch
    import tqcheck.check
    import tqcheck.readers

    stand_in = Library()

    def read(paths, options):
        stand_in.paths, stand_in.options = tuple(paths), options
        return iter(())

    def run(articles, settings):
        stand_in.settings = settings
        return articles

    def report(outcomes, min_confidence):
        assert list(outcomes) == []
        return stand_in.report

    monkeypatch.setattr(tqcheck.readers, "read", read)
    monkeypatch.setattr(sys.modules["tqcheck.check"], "run", run)
    monkeypatch.setattr(tqcheck.batch, "report", report)
    return stand_in
