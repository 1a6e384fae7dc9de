"""From paths to articles: plain text, HTML, Markdown, segment tables, article folders, standard input."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Sequence

from tqcheck import lang
from tqcheck.errors import InputError, UsageError
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.report import Skipped
from tqcheck.readers.base import STDIN, TABLE, ReadOptions, file_name
from tqcheck.readers.bilingual import READERS, read_bilingual
from tqcheck.readers.file import load, parse_document, read_document, unreadable
from tqcheck.readers.folder import read_folder, unique
from tqcheck.readers.rows import parse_json
from tqcheck.readers.table import read_table

__all__ = ["ReadOptions", "read", "read_document"]


def read(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Article | Skipped]:
    """The articles that `paths` name, in order; whatever cannot be read comes as `Skipped` in its place.

    paths  files, tables, folders, `-` for standard input; each file is an article of its own, checked against the
           source, alternates and reference of `options`

    Documents come unsplit, their paragraphs in `body`; only a table that gives lists of sentences gives segments.

    Raises UsageError at once where the options do not fit the paths or name an unknown language.
    """
    options = options or ReadOptions()
    for code in (options.source_lang, options.target_lang):
        if code is not None and not lang.known(code):
            raise UsageError(f'unknown language code "{code}" (expected BCP 47, for instance zh, en or pt-BR)')
    others = [path for path in (options.source, *options.alternates, options.reference) if path is not None]
    if [*paths, *others].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    if not paths:
        raise UsageError("nothing to read: give a file, a folder, a table or -")
    if others:
        for path in paths:
            ext = file_name(path).ext
            if os.path.isdir(path) or ext in TABLE or ext in READERS:
                kind = "a folder" if os.path.isdir(path) else "a table" if ext in TABLE else "a bilingual file"
                raise UsageError(
                    f"--source, --alternate and --reference go with a rendering in a file; {path} is {kind}"
                )
    return _read(paths, options)


def _read(paths: Sequence[str], options: ReadOptions) -> Iterator[Article | Skipped]:
    companions = _Companions(options)
    for path in paths:
        try:
            if os.path.isdir(path):
                yield from read_folder(path, options)
            elif file_name(path).ext in TABLE:
                yield from _table(path, options)
            elif file_name(path).ext in READERS:
                yield from read_bilingual(path, load(path), options)
            else:
                yield from _file(path, options, companions)
        except InputError as error:
            yield Skipped(error.path, error.reason)


def _table(path: str, options: ReadOptions) -> Iterator[Article | Skipped]:
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed below, once opening has succeeded
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    with stream:
        try:
            yield from read_table(stream, path, file_name(path).ext, options)
        except OSError as error:
            raise unreadable(path, error) from None


def _file(path: str, options: ReadOptions, companions: _Companions) -> Iterator[Article | Skipped]:
    raw = load(path)
    if path == STDIN and _looks_like_table(raw):
        if companions.wanted:
            raise UsageError("--source, --alternate and --reference go with a rendering; standard input is a table")
        yield from read_table(io.BytesIO(raw), path, ".jsonl", options)
        return
    yield from companions.skipped()
    if companions.broken:
        return
    name = file_name(path)
    candidate = Rendering(name.stem, Role.CANDIDATE, parse_document(path, raw, options.target_lang))
    yield Article(name.stem, companions.source, unique([candidate, *companions.renderings]))


def _looks_like_table(raw: bytes) -> bool:
    first = raw.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(first.decode("utf-8", "replace")), dict)
    except ValueError:
        # A table whose first row is broken should be told so, not checked as prose.
        return bool(re.search(rb'"(?:target|renderings)"\s*:', first))


class _Companions:
    """The source, alternates and reference given by options: read once, when the first rendering needs them."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._read = False
        self.wanted = bool(options.source or options.alternates or options.reference)
        self.source: Document | None = None
        self.renderings: list[Rendering] = []
        self.broken = False
        """Whether the source cannot be read: without it the renderings are not judged at all."""

    def skipped(self) -> Iterator[Skipped]:
        """Read them; what cannot be read, the first time."""
        if self._read:
            return
        self._read = True
        options = self._options
        try:
            if options.source is not None:
                self.source = read_document(options.source, options.source_lang)
        except InputError as error:
            self.broken = True
            yield Skipped(error.path, error.reason)
        files = [(path, Role.ALTERNATE) for path in options.alternates]
        files += [(path, Role.REFERENCE) for path in (options.reference,) if path is not None]
        for path, role in files:
            try:
                document = read_document(path, options.target_lang)
            except InputError as error:
                yield Skipped(error.path, error.reason)
            else:
                self.renderings.append(Rendering(file_name(path).stem, role, document))
