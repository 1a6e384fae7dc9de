"""From paths to articles: plain text, HTML, Markdown, segment tables, article folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from tqcheck import lang
from tqcheck.errors import UsageError
from tqcheck.model.document import Article
from tqcheck.model.report import Skipped
from tqcheck.readers import slices
from tqcheck.readers.base import STDIN, TABLE, ReadOptions, file_name
from tqcheck.readers.bilingual import READERS
from tqcheck.readers.companions import Companions
from tqcheck.readers.file import read_document
from tqcheck.readers.slices import Piece, Slice, pieces, read_slice

__all__ = ["Companions", "Piece", "ReadOptions", "Slice", "pieces", "plan", "read", "read_document", "read_slice"]


def read(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Skipped]:
    """The articles that `paths` name, in order; whatever cannot be read comes as `Skipped` in its place.

    paths  files, tables, folders, `-` for standard input; each file is an article of its own, checked against the
           source, alternates and reference of `options`

    Documents come unsplit, their paragraphs in `body`; only a table that gives lists of sentences gives segments.

    Raises UsageError at once where the options do not fit the paths or name an unknown language.
    """
    options = options or ReadOptions()
    cuts = plan(paths, options)
    companions = Companions(options)
    return (article for cut in cuts for article in read_slice(cut, options, companions))


def plan(paths: Sequence[str], options: ReadOptions) -> Iterator[Slice]:
    """The slices that `paths` are read by, in order: all of them, one after the other, are what `read` gives.

    Where they are cut depends on the files alone. Raises UsageError at once as `read` does.
    """
    for code in (options.source_lang, options.target_lang):
        if code is not None and not lang.known(code):
            raise UsageError(f'unknown language code "{code}" (expected BCP 47, for instance zh, en or pt-BR)')
    others = [path for path in (options.source, *options.alternates, options.reference) if path is not None]
    if [*paths, *others].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    if not paths:
        raise UsageError("nothing to read: give a file, a folder, a table or -")
    if others and options.beside:
        raise UsageError("--beside takes the source and the witnesses from the article's folder: give one or the other")
    if others:
        for path in paths:
            ext = file_name(path).ext
            if os.path.isdir(path) or ext in TABLE or ext in READERS:
                kind = "a folder" if os.path.isdir(path) else "a table" if ext in TABLE else "a bilingual file"
                raise UsageError(
                    f"--source, --alternate and --reference go with a rendering in a file; {path} is {kind}"
                )
    return slices.plan(paths, options)
