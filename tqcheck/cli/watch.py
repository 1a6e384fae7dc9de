"""`tqcheck watch`: check again whenever a file changes."""

from __future__ import annotations

import sys
from datetime import datetime

from tqcheck import reporters
from tqcheck.cli import options as opt
from tqcheck.cli import streams
from tqcheck.errors import UsageError


def watch(
    paths: opt.Paths,
    source: opt.Source = None,
    alternate: opt.Alternate = None,
    reference: opt.Reference = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    config: opt.ConfigFile = None,
    glossary: opt.GlossaryFiles = None,
    min_confidence: opt.MinConfidence = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
) -> int:
    """Check now and each time that one of the files changes, until Ctrl-C."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        raise UsageError("tqcheck watch needs the extra watch: pip install 'tqcheck[watch]'") from None
    from tqcheck.batch import checked

    project = opt.load_config(config)
    given = opt.Given(
        source, alternate or (), reference, source_lang, target_lang, glossary, None, min_confidence, select, ignore
    )
    settings, reading = given.judging(project), given.reading(project)
    view = reporters.View(streams.coloured(sys.stdout))
    watched = [*paths, *given.files, *([project.path] if project.path else [])]

    def tell() -> None:
        with checked(paths, reading, settings) as done:
            streams.write(reporters.get("text")(done, view))
            streams.skipped(done.skipped)
        streams.finish()
        streams.note(f"{datetime.now():%H:%M:%S} watching; Ctrl-C ends it")

    tell()
    for _ in changes(*watched, raise_interrupt=False):
        tell()
    return 0
