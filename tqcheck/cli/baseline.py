"""`tqcheck baseline`: findings that are known and let be."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from tqcheck.cli import files, progress, streams
from tqcheck.cli import options as opt
from tqcheck.cli.group import USAGE, group
from tqcheck.config import Config

DEFAULT = ".tqcheck-baseline.json"

_File = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help=f"The baseline (default: what the settings say, else {DEFAULT})."),
]


def build() -> typer.Typer:
    """The commands on baselines."""
    return group("Findings that are known and let be: write them down, take out what is settled.", (write, prune))


def write(
    paths: opt.Paths,
    baseline: _File = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why the new ones are let be.")] = "",
    source: opt.Source = None,
    alternate: opt.Alternate = None,
    reference: opt.Reference = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    config: opt.ConfigFile = None,
    glossary: opt.GlossaryFiles = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
) -> int:
    """Write down all that tqcheck check finds now, so that later runs tell only what is new.

    Reasons in the file are kept; entries about articles that are not among the paths are, too.
    """
    given = opt.Given(
        source, alternate or (), reference, source_lang, target_lang, glossary, None, None, select, ignore
    )
    return _renew(paths, given, opt.load_config(config), baseline, reason, True)


def prune(
    paths: opt.Paths,
    baseline: _File = None,
    source: opt.Source = None,
    alternate: opt.Alternate = None,
    reference: opt.Reference = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    config: opt.ConfigFile = None,
    glossary: opt.GlossaryFiles = None,
) -> int:
    """Take out the entries that match nothing in these articles any more; nothing is added."""
    given = opt.Given(source, alternate or (), reference, source_lang, target_lang, glossary)
    return _renew(paths, given, opt.load_config(config), baseline, "", False)


def _renew(paths: Sequence[str], given: opt.Given, config: Config, path: str | None, reason: str, add: bool) -> int:
    from tqcheck.batch import baseline, checked

    path = path or config.baseline or DEFAULT
    old = baseline.read(path) if not add or os.path.exists(path) else baseline.Baseline()
    settings = given.judging(config)
    with progress.telling() as told, checked(paths, given.reading(config), settings, None, told) as done:
        gone = {entry.fingerprint for entry in old.stale(done, settings)}
        kept = {name: entry for name, entry in old.entries.items() if name not in gone}
        new = baseline.entries(map(old.apply, done.findings), reason, old) if add else ()
        added = [entry for entry in new if entry.fingerprint not in kept]
        everything = sorted([*kept.values(), *added], key=lambda entry: entry.order)
        faults = streams.skipped(done.skipped)
    files.write(path, baseline.write(everything))
    streams.note(f"{path}: {len(everything)} entries, {len(added)} new, {len(gone)} taken out")
    return USAGE if faults else 0
