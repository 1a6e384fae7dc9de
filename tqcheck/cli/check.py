"""`tqcheck check`: what is odd in these renderings."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck import reporters
from tqcheck.cli import files, progress, streams, summary
from tqcheck.cli import options as opt
from tqcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from tqcheck.batch.baseline import Baseline
    from tqcheck.batch.gate import Gate
    from tqcheck.compare.history import History
    from tqcheck.config import Config
    from tqcheck.model.report import Report


def check(
    paths: opt.Paths,
    source: opt.Source = None,
    alternate: opt.Alternate = None,
    reference: opt.Reference = None,
    beside: opt.Beside = False,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    config: opt.ConfigFile = None,
    glossary: opt.GlossaryFiles = None,
    aligner: opt.Aligner = None,
    min_confidence: opt.MinConfidence = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=opt.JUDGING,
            help="Findings that are known and let be, as tqcheck baseline writes them.",
        ),
    ] = None,
    fail_on: Annotated[
        opt.FailOn | None,
        typer.Option(
            metavar="LEVEL",
            rich_help_panel=opt.GATE,
            help=f"Exit with 1 where a finding is this severe or worse: {', '.join(opt.FailOn)} (default: minor).",
        ),
    ] = None,
    max_findings: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, rich_help_panel=opt.GATE, help="Fail only where there are more than this."),
    ] = None,
    max_per_1000_words: Annotated[
        float | None,
        typer.Option(
            "--max-per-1000-words",
            metavar="X",
            min=0,
            rich_help_panel=opt.GATE,
            help="Fail only where there are more than this per 1,000 words of the renderings.",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", rich_help_panel=opt.GATE, help="Never exit with 1: findings are told only.")
    ] = False,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            rich_help_panel=opt.OUTPUT,
            help=f"Of the report on standard output: {', '.join(reporters.names())} (default: text).",
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            rich_help_panel=opt.OUTPUT,
            help="Write a report to a file as well (repeatable); FILE alone where its ending tells the format, such as"
            " report.html.",
        ),
    ] = None,
    history: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=opt.OUTPUT,
            help="A history (tqcheck history) of such checks: the HTML report shows them, this one last.",
        ),
    ] = None,
    quiet: opt.Quiet = False,
    engine: Annotated[
        str,
        typer.Option(
            metavar="ENGINE",
            rich_help_panel=opt.MANY,
            help="What does the work: local (processes), dask (a cluster on this machine) or dask://HOST:PORT (one that"
            " is running; both need the extra dask). The report is the same.",
        ),
    ] = "local",
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            rich_help_panel=opt.MANY,
            show_default=False,
            help="Processes at a time: by default one for a few articles, else as many as there are processors.",
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", rich_help_panel=opt.MANY, help="Go on with the same run, which was interrupted.")
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache", rich_help_panel=opt.MANY, help="Check again what has not changed since an earlier run."
        ),
    ] = False,
    cache_dir: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            rich_help_panel=opt.MANY,
            envvar="TQCHECK_CACHE_DIR",
            show_default=False,
            show_envvar=True,
            help="Where outcomes are kept for later runs.",
        ),
    ] = None,
    work_dir: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            rich_help_panel=opt.MANY,
            show_default=False,
            help="Where a run keeps its state, for a cluster of several machines a folder that they share.",
        ),
    ] = None,
) -> int:
    """Say what is odd in renderings.

    The evidence is the source, other renderings and the page itself: all of them, or whatever there is. What a project
    has decided stands in tqcheck.toml (see tqcheck init); an option given here goes before it.
    """
    from tqcheck.batch import How, checked
    from tqcheck.batch.gate import failures

    project = opt.load_config(config)
    given = opt.Given(
        source, alternate or (), reference, source_lang, target_lang, glossary, aligner, min_confidence, select, ignore,
        beside,
    )  # fmt: skip
    shown = format or project.format
    render = reporters.get(shown)
    outputs = files.parse(
        project.output if output is None else output,
        reporters.names(),
        (*paths, *given.files, *filter(None, (history,))),
    )
    formats = {shown, *(file.format for file in outputs)}
    settings = given.judging(project, any(reporters.shows_texts(name) for name in formats))
    known = _baseline(baseline or project.baseline)
    kept = _history(history)
    how = How(engine, jobs, resume, not no_cache, cache_dir, work_dir)
    with contextlib.ExitStack() as stack:
        with progress.telling(quiet) as told:
            run = checked(paths, given.reading(project), settings, how, told, streams.note)
            done = stack.enter_context(run)
        if not done.inputs and not done.skipped:
            raise UsageError("nothing to check")
        if known:
            done = known.against(done, settings)
        if kept:
            done = _with_history(done, kept)
        faults: list[InputError] = []
        for output_file in outputs:
            try:
                files.write(output_file.path, reporters.get(output_file.format)(done, reporters.View(brief=quiet)))
            except InputError as error:  # the other outputs are written all the same
                faults.append(error)
        try:
            streams.write(render(done, reporters.View(streams.coloured(sys.stdout), quiet)))
            streams.finish()
        except InputError as error:
            faults.append(error)
        if "github" in formats:
            summary.append(reporters.get("markdown")(done, reporters.View()))
        unread = streams.skipped(done.skipped)
        for fault in faults:
            streams.error(str(fault))
        gate = _gate(project, fail_on, max_findings, max_per_1000_words)
        reasons = list(failures(done, gate))
        if not quiet and (gate.max_findings is not None or gate.max_per_1000_words is not None):
            for reason in reasons:
                streams.note(reason)
        return 2 if unread or faults else int(bool(reasons) and not exit_zero)


def _gate(config: Config, fail_on: opt.FailOn | None, max_findings: int | None, share: float | None) -> Gate:
    from tqcheck.batch.gate import Gate
    from tqcheck.model.finding import Severity

    level = fail_on.value if fail_on else config.fail_on
    least = None if level == opt.FailOn.NEVER.value else Severity(level)
    return Gate(
        least,
        config.max_findings if max_findings is None else max_findings,
        config.max_per_1000_words if share is None else share,
    )


def _baseline(path: str | None) -> Baseline | None:
    if path is None:
        return None
    from tqcheck.batch import baseline

    return baseline.read(path)


def _history(path: str | None) -> History | None:
    """The history, once it is known that it can be used."""
    if path is None:
        return None
    from tqcheck.compare.history import History

    kept = History(path)
    kept.runs()
    return kept


def _with_history(done: Report, kept: History) -> Report:
    from tqcheck.compare.tally import tally_of

    trends = kept.leading_to(tally_of(done))
    return replace(done, trends=trends, notes=(*done.notes, *trends.notes))
