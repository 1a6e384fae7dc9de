"""`tqcheck compare`: renderings against a reference and each other."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import files, streams
from tqcheck.errors import InputError, UsageError
from tqcheck.reporters import View, comparison

if TYPE_CHECKING:
    from tqcheck.model.document import Article
    from tqcheck.model.report import Skipped


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
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(comparison.names())}.")] = "text",
    output: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Write to a file as well (repeatable).")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and signatures.")] = False,
) -> int:
    """Score renderings, say which differences are real, and what they agree on without a reference."""
    from tqcheck.compare import Testing
    from tqcheck.compare import compare as compare_renderings

    render = comparison.get(format)
    outputs = files.parse(output or (), comparison.names(), (*paths, *(p for p in (reference, source) if p)))
    testing = Testing(test.value, by.value, resamples, seed)
    chosen = [name.strip().lower() for name in metrics.split(",") if name.strip()]
    made = compare_renderings(_articles(paths, reference, source, target_lang), chosen, testing)
    for output_file in outputs:
        files.write(output_file.path, comparison.get(output_file.format)(made, View(brief=quiet)))
    streams.write(render(made, View(streams.coloured(sys.stdout), quiet)))
    for skipped in made.skipped:
        streams.error(str(InputError(skipped.path, skipped.reason)))
    return 2 if made.skipped else 0


def _articles(
    paths: Sequence[str], reference: str | None, source: str | None, target_lang: str
) -> Iterable[Article | Skipped]:
    """What is to be compared: files are renderings of one article, anything else holds articles."""
    from tqcheck.compare import joined
    from tqcheck.model.report import Skipped
    from tqcheck.readers import ReadOptions, read
    from tqcheck.readers.base import TABLE, file_name

    options = ReadOptions(source=source, reference=reference, target_lang=target_lang)
    found = read(paths, options)
    if any(os.path.isdir(path) or file_name(path).ext in TABLE for path in paths):
        return found
    articles = list(found)
    broken = next((item for item in articles if isinstance(item, Skipped)), None)
    if broken:
        raise InputError(broken.path, broken.reason)
    if not articles:
        raise UsageError("nothing to compare")
    return [joined([article for article in articles if not isinstance(article, Skipped)])]
