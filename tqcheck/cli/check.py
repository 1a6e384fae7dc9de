"""`tqcheck check`: what is odd in these renderings."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck import reporters
from tqcheck.cli import files, progress, streams
from tqcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from tqcheck.model.report import Report

INPUT, JUDGING, OUTPUT = "What to read", "How to judge", "What to write"


class FailOn(str, Enum):
    """The least severity that makes the exit status 1."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    NOTE = "note"
    NEVER = "never"


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            show_default=False,
            help="Renderings to check: files, article folders, folders of these, segment tables (.jsonl, .tsv, .csv),"
            " or - for standard input.",
        ),
    ],
    source: Annotated[
        str | None, typer.Option(metavar="FILE", rich_help_panel=INPUT, help="The article that they render.")
    ] = None,
    alternate: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", rich_help_panel=INPUT, help="Another rendering, as a witness (repeatable)."),
    ] = None,
    reference: Annotated[
        str | None, typer.Option(metavar="FILE", rich_help_panel=INPUT, help="A rendering known to be good.")
    ] = None,
    source_lang: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            rich_help_panel=INPUT,
            help="Language of the source (BCP 47), where its file name does not say it; else it is detected.",
        ),
    ] = None,
    target_lang: Annotated[
        str, typer.Option(metavar="CODE", rich_help_panel=INPUT, help="Language of the renderings.")
    ] = "en",
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", rich_help_panel=JUDGING, help="A glossary of your own (repeatable)."),
    ] = None,
    aligner: Annotated[
        str,
        typer.Option(
            metavar="ALIGNER",
            rich_help_panel=JUDGING,
            help="How sentences are aligned: lexical, semantic (needs the extra of that name) or auto (semantic where it"
            " is installed and knows the languages).",
        ),
    ] = "auto",
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="0..1", min=0, max=1, rich_help_panel=JUDGING, help="Leave out findings less sure than this."
        ),
    ] = 0.0,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            rich_help_panel=JUDGING,
            help="Only these rules: codes, names or families such as NAM, with commas between (repeatable).",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", rich_help_panel=JUDGING, help="Not these rules (repeatable)."),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            metavar="LEVEL",
            rich_help_panel=JUDGING,
            help=f"Exit with 1 where a finding is this severe or worse: {', '.join(level.value for level in FailOn)}.",
        ),
    ] = FailOn.MINOR,
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            rich_help_panel=OUTPUT,
            help=f"Of the report on standard output: {', '.join(reporters.names())}.",
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            rich_help_panel=OUTPUT,
            help="Write a report to a file as well (repeatable); FILE alone where its ending tells the format, such as"
            " report.html.",
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", rich_help_panel=OUTPUT, help="Findings only: no summary, notes or progress."),
    ] = False,
) -> int:
    """Say what is odd in renderings.

    The evidence is the source, other renderings and the page itself: all of them, or whatever there is.
    """
    from tqcheck.batch import report
    from tqcheck.check import Checked, Settings, run
    from tqcheck.readers import ReadOptions, read

    alternates = tuple(alternate or ())
    read_too = (*paths, *alternates, *(path for path in (source, reference) if path))
    render = reporters.get(format)
    outputs = files.parse(output or (), reporters.names(), read_too)
    options = ReadOptions(source, alternates, reference, source_lang, target_lang)
    settings = Settings(
        select=_codes(select),
        ignore=_codes(ignore),
        min_confidence=min_confidence,
        glossaries=tuple(glossary or ()),
        aligner=aligner,
        keep_texts=any(reporters.shows_texts(name) for name in (format, *(file.format for file in outputs))),
    )
    outcomes = run(read(paths, options), settings)
    done = report(
        progress.watched(outcomes, lambda item: item.input.id if isinstance(item, Checked) else item.path, quiet),
        min_confidence,
    )
    for output_file in outputs:
        files.write(output_file.path, reporters.get(output_file.format)(done, reporters.View(brief=quiet)))
    streams.write(render(done, reporters.View(streams.coloured(sys.stdout), quiet)))
    for skipped in done.skipped:
        streams.error(str(InputError(skipped.path, skipped.reason)))
    return _status(done, fail_on)


def _status(report: Report, fail_on: FailOn) -> int:
    from tqcheck.model.finding import Severity

    if report.skipped:
        return 2
    if not report.inputs:
        raise UsageError("nothing to check")
    if fail_on is FailOn.NEVER:
        return 0
    least = Severity(fail_on.value).rank
    return int(any(f.suppressed is None and f.severity.rank >= least for f in report.findings))


def _codes(given: Iterable[str] | None) -> tuple[str, ...]:
    """Codes out of a repeatable option whose values hold commas."""
    return tuple(code.strip() for value in given or () for code in value.split(",") if code.strip())
