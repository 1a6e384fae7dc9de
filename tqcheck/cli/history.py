"""`tqcheck history`: comparisons and checks kept over time."""

from __future__ import annotations

import sys
from enum import Enum
from typing import Annotated

import typer

from tqcheck.cli import streams
from tqcheck.cli.group import group

DEFAULT = ".tqcheck/history.sqlite"

_Base = Annotated[str, typer.Option("--db", metavar="FILE", help="The history, a file of SQLite.")]
_Force = Annotated[bool, typer.Option("--force", help="Compare runs though their versions, settings or texts differ.")]


class Format(str, Enum):
    """How it is written."""

    TEXT = "text"
    JSON = "json"


_Format = Annotated[Format, typer.Option(help="How it is written.")]


def build() -> typer.Typer:
    """The commands on histories."""
    return group(
        "Scores over time: add a run, show the trend, set two runs beside each other.",
        (add, trend, diff),
    )


def add(
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN.json", show_default=False, help="What tqcheck compare or check --format json wrote."
        ),
    ],
    label: Annotated[str, typer.Option(metavar="NAME", help="What to call the run: a commit, a model, a date.")] = "",
    db: _Base = DEFAULT,
) -> int:
    """Add a run to the history. The same run is not added twice."""
    from tqcheck.compare.history import History

    added, new = History(db).add(run, label)
    streams.note(f"{added.name}: {'added to' if new else 'is already in'} {db}")
    return 0


def trend(
    metric: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="This metric only; `findings` are those of checks, per 1,000 words, `points` the weighed ones of"
            " comparisons.",
        ),
    ] = "",
    rendering: Annotated[
        str, typer.Option(metavar="NAME", help="This rendering only, or of findings this family.")
    ] = "",
    last: Annotated[int, typer.Option(min=1, help="How many of the newest runs.")] = 10,
    force: _Force = False,
    format: _Format = Format.TEXT,
    db: _Base = DEFAULT,
) -> int:
    """Show scores over the runs, the oldest first."""
    from tqcheck.compare.history import History
    from tqcheck.metrics import canonical
    from tqcheck.reporters.comparison.parts import trends

    found = History(db).trend(canonical(metric), rendering, last, force)
    streams.write(trends.json(found) if format is Format.JSON else trends.text(found, streams.coloured(sys.stdout)))
    return 0


def diff(
    before: Annotated[
        str, typer.Argument(metavar="[A]", show_default=False, help="A run: its number or label; the last but one.")
    ] = "",
    after: Annotated[str, typer.Argument(metavar="[B]", show_default=False, help="Another, by default the last.")] = "",
    force: _Force = False,
    format: _Format = Format.TEXT,
    db: _Base = DEFAULT,
) -> int:
    """Set two runs beside each other: what has changed, and whether it is more than chance."""
    from tqcheck.compare.history import History
    from tqcheck.reporters.comparison.parts import trends

    old, new, found = History(db).diff(before, after, force)
    if format is Format.JSON:
        streams.write(trends.diff_json(old, new, found.changes, found.notes))
    else:
        streams.write(trends.diff_text(old, new, found.changes, found.notes, streams.coloured(sys.stdout)))
    return 0
