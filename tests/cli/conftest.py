"""The program run in this process, its library replaced where a test is about the command line alone."""

from __future__ import annotations

import contextlib
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
    how: object = None
    error: BaseException | None = None

    def found(self, *severities: Severity) -> None:
        self.report = replace(REPORT, findings=tuple(replace(FINDING, severity=s) for s in severities))

    def skipped(self, *skipped: Skipped) -> None:
        self.report = replace(self.report, skipped=skipped)


@pytest.fixture
def library(monkeypatch):
    """Replaces `checked` under `tqcheck check`."""
    import tqcheck.batch

    stand_in = Library()

    @contextlib.contextmanager
    def checked(paths, options, settings, how, told, note):
        stand_in.paths, stand_in.options, stand_in.settings, stand_in.how = tuple(paths), options, settings, how
        if stand_in.error:
            raise stand_in.error
        yield stand_in.report

    monkeypatch.setattr(tqcheck.batch, "checked", checked)
    return stand_in
