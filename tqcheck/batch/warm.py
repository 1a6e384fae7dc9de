"""Everything loaded that a batch will need, before processes are made that share it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import islice

from tqcheck.batch.work import Worker
from tqcheck.errors import TqcheckError
from tqcheck.knowledge import load_glossary
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.text import Passage
from tqcheck.readers import Companions, Slice, read_slice
from tqcheck.readers.base import file_name

ENTRIES = 3
"""Entries of a glossary that the article is made of."""


def warm(worker: Worker, slices: Sequence[Slice]) -> None:
    """Check a small article in the languages of the batch, made of a glossary's first entries.

    No article of the batch is checked here: one that kills its process is to kill a worker.
    """
    worker.ready()
    options = worker.job.options
    for code in _languages(worker, slices):
        try:
            entries = [entry for entry in islice(load_glossary(code), ENTRIES) if entry.preferred]
        except TqcheckError:
            continue
        if entries:
            source = _document(code, [entry.term for entry in entries])
            target = _document(options.target_lang, [entry.preferred for entry in entries])
            worker.try_out(Article("", source, (Rendering("", Role.CANDIDATE, target),)))


def _languages(worker: Worker, slices: Sequence[Slice]) -> Sequence[str]:
    """The languages of sources, as far as options, names of files and the first row of a table tell."""
    options = worker.job.options
    found: dict[str, None] = {}
    if options.source_lang:
        found[options.source_lang] = None
    names = [os.path.basename(path) for cut in slices[:3] for path in islice(cut.files, 20)]
    for name in [*names, *filter(None, [options.source])]:
        code = file_name(name).lang
        if code and code != options.target_lang:
            found[code] = None
    tables = [cut for cut in slices if cut.items[0].kind == "rows"]
    for article in read_slice(tables[0], options, Companions(options)) if tables and not found else ():
        if isinstance(article, Article) and article.source:
            return (article.source.lang,)
    return tuple(found)


def _document(code: str, lines: Sequence[str]) -> Document:
    text = "\n".join(lines)
    body, at = [], 0
    for line in lines:
        body.append(Passage(line, at))
        at += len(line) + 1
    return Document("", code, text, tuple(body))
