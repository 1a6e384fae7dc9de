"""`tqcheck compare`: renderings against a reference and each other."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import files, streams
from tqcheck.errors import InputError, UsageError
from tqcheck.reporters import View, comparison

if TYPE_CHECKING:
    from tqcheck.model.document import Article
    from tqcheck.model.report import Report, Skipped
    from tqcheck.readers import ReadOptions


class Method(str, Enum):
    """How differences are tested."""

    RANDOMISATION = "randomisation"
    BOOTSTRAP = "bootstrap"


class ResampledUnit(str, Enum):
    """What is resampled."""

    SEGMENT = "segment"
    ARTICLE = "article"


def compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="TABLE | FOLDER | FILES",
            show_default=False,
            help="Renderings: a segment table, a folder of article folders, or files with one article each.",
        ),
    ],
    reference: Annotated[str | None, typer.Option(metavar="FILE", help="A rendering to score against.")] = None,
    source: Annotated[str | None, typer.Option(metavar="FILE", help="The article that they render.")] = None,
    target_lang: Annotated[str, typer.Option(metavar="CODE", help="Language of the renderings.")] = "en",
    metrics: Annotated[
        str, typer.Option(metavar="NAMES", help="With commas between: bleu, chrf, chrf++, ter.")
    ] = "bleu,chrf,chrf++,ter",
    test: Annotated[Method, typer.Option(help="How differences are tested.")] = Method.RANDOMISATION,
    by: Annotated[ResampledUnit, typer.Option(help="What is resampled.")] = ResampledUnit.SEGMENT,
    resamples: Annotated[int, typer.Option(min=1, help="How many times.")] = 1000,
    seed: Annotated[int, typer.Option(help="Of the resampling: the same seed gives the same figures.")] = 12345,
    differences: Annotated[
        bool,
        typer.Option(
            "--differences",
            help="Say what differs: segments, words, names, numbers and terms, phrases, and where the scores part.",
        ),
    ] = False,
    findings: Annotated[
        bool, typer.Option("--findings", help="Run the rules over every rendering, and count and weigh what they find.")
    ] = False,
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="A glossary of your own (repeatable), for --differences and --findings."),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="An earlier run, as --format json writes it, to set this one beside."),
    ] = None,
    max_drop: Annotated[
        list[str] | None,
        typer.Option(
            metavar="METRIC=POINTS",
            help="How much worse than the baseline is let pass (repeatable), for instance chrf2=1.0. Worse than that,"
            " significant and noticeable to people is exit status 1. By default any drop of any metric counts.",
        ),
    ] = None,
    history: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A history (tqcheck history) whose runs were made alike: the HTML report shows them with this one last.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Compare with a baseline though versions or settings differ.")
    ] = False,
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(comparison.names())}.")] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            help="Write to a file as well (repeatable); FILE alone where its ending tells the format.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and signatures.")] = False,
) -> int:
    """Score renderings, say which differences are real, and what they agree on without a reference.

    Exit status: 0; 1 a rendering has become worse than the baseline; 2 wrong usage or unreadable input.
    """
    from tqcheck.compare import Testing, gate
    from tqcheck.compare import compare as compare_renderings
    from tqcheck.compare.history import History
    from tqcheck.compare.record import read_record, record_of

    render = comparison.get(format)
    outputs = files.parse(
        output or (),
        comparison.names(),
        (*paths, *filter(None, (reference, source, baseline, history)), *(glossary or ())),
    )
    if baseline is None and (max_drop or force):
        raise UsageError("--max-drop and --force go with --baseline FILE")
    allowed = gate.limits(max_drop or ())
    earlier = read_record(baseline) if baseline is not None else None
    kept = History(history) if history is not None else None
    if kept:
        kept.runs()  # one that cannot be used is told of before the work
    testing = Testing(test.value, by.value, resamples, seed)
    chosen = [name.strip().lower() for name in metrics.split(",") if name.strip()]
    keep_texts = any(comparison.shows_texts(name) for name in (format, *(file.format for file in outputs)))
    with _uncollected():
        articles = list(_articles(paths, reference, source, target_lang))
    glossaries = tuple(glossary or ())
    done = _checked(articles, glossaries) if findings else None
    found, rules = (done.findings, done.rules) if done else (None, ())
    with _uncollected():
        made = compare_renderings(articles, chosen, testing, keep_texts, differences, found, glossaries, rules)
    if earlier is not None:
        made = gate.beside(made, earlier, allowed, testing, force)
    if kept:
        trends = kept.leading_to(record_of(made))
        made = replace(made, trends=trends, notes=(*made.notes, *trends.notes))
    for output_file in outputs:
        files.write(output_file.path, comparison.get(output_file.format)(made, View(brief=quiet)))
    streams.write(render(made, View(streams.coloured(sys.stdout), quiet)))
    unread = streams.skipped(made.skipped)
    return 2 if unread else int(any(change.fails for change in made.changes))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: articles and scores have none, and it would walk them again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _checked(articles: Sequence[Article | Skipped], glossaries: tuple[str, ...]) -> Report:
    """What the rules find in every rendering but the reference, which bears witness."""
    from tqcheck.batch import report
    from tqcheck.check import Settings, run
    from tqcheck.compare.parallels import candidates
    from tqcheck.model.report import Skipped

    alike = (article if isinstance(article, Skipped) else candidates(article) for article in articles)
    return report(run(alike, Settings(glossaries=glossaries)))


def _articles(
    paths: Sequence[str], reference: str | None, source: str | None, target_lang: str
) -> Iterable[Article | Skipped]:
    """What is to be compared: files are renderings of one article, anything else holds articles."""
    from tqcheck.compare import joined
    from tqcheck.model.report import Skipped
    from tqcheck.readers import ReadOptions, read
    from tqcheck.readers.base import TABLE, file_name
    from tqcheck.readers.bilingual import READERS

    options = ReadOptions(source=source, reference=reference, target_lang=target_lang)
    if len(paths) == 1 and (held := _bilingual(paths[0])):
        paths = held
    if any(os.path.isdir(path) or file_name(path).ext in TABLE for path in paths):
        return read(paths, options)
    if any(file_name(path).ext in READERS for path in paths):
        return _units(paths, reference, source, options)
    articles = list(read(paths, options))
    broken = next((item for item in articles if isinstance(item, Skipped)), None)
    if broken:
        raise InputError(broken.path, broken.reason)
    if not articles:
        raise UsageError("nothing to compare")
    return [joined([article for article in articles if not isinstance(article, Skipped)])]


def _bilingual(folder: str) -> Sequence[str]:
    """The files of units in a folder that holds several and no article: translations of one file, unless they are not."""
    from tqcheck.readers.base import file_name
    from tqcheck.readers.bilingual import READERS

    if not os.path.isdir(folder):
        return ()
    with os.scandir(folder) as entries:
        inside = sorted(entry.path for entry in entries if entry.is_file() and file_name(entry.path).ext in READERS)
    names = [file_name(path).stem for path in inside]
    return inside if len(inside) > 1 and len(set(names)) == len(names) else ()


def _units(
    paths: Sequence[str], reference: str | None, source: str | None, options: ReadOptions
) -> Iterable[Article | Skipped]:
    """The units of bilingual files, each with the translations of all of them."""
    from tqcheck.compare.by_unit import by_unit
    from tqcheck.readers import read
    from tqcheck.readers.base import file_name

    if source is not None:
        raise UsageError(f"--source goes with a rendering in a file; {paths[0]} has its source in it")
    own = replace(options, source=None, reference=None)
    if len(paths) == 1 and reference is None:
        return read(paths, own)
    files = [(file_name(path).stem, list(read([path], own))) for path in paths]
    return by_unit(files, None if reference is None else list(read([reference], own)))
