"""Paths cut into slices, the pieces of work that engines hand out, and slices read."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from tqcheck.errors import InputError, UsageError
from tqcheck.model.document import Article, Rendering, Role
from tqcheck.model.report import Skipped
from tqcheck.readers.base import STDIN, TABLE, ReadOptions, file_name
from tqcheck.readers.bilingual import READERS, read_bilingual
from tqcheck.readers.companions import Companions
from tqcheck.readers.cuts import SIZE, parts
from tqcheck.readers.file import LARGEST, load, opened, parse_document, take_in
from tqcheck.readers.folder import Found, articles_with, find_articles, read_article, unique
from tqcheck.readers.notes import noted
from tqcheck.readers.rows import Bad, Part, Row
from tqcheck.readers.table import doc_of, looks_like_table, read_row, read_table, rows_of

MOST = 50
"""Files or article folders of a slice."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be read: a path, and how.

    kind   `folder` (an article folder) `file` `units` (a bilingual file) `rows` (a part of a table) `table` (one that is
           read as one stream) `companions` (where faults of the source and the alternates are told) `fault`
    id     the article's, for a folder; what the articles of a bilingual file are named by, where not after the file
    names  the folder's files
    only   the renderings of the folder that are to be checked; none for all of them
    reason  of a fault
    """

    kind: str
    path: str
    id: str = ""
    names: tuple[str, ...] = ()
    part: Part | None = None
    reason: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slice:
    """Some hundred kilobytes of neighbouring inputs at most, by their paths: never their texts.

    here  whether it can be read by the process itself only, as standard input can
    """

    items: tuple[Item, ...]
    here: bool = False

    @property
    def files(self) -> Iterator[str]:
        """The paths of all files that it is read from."""
        for item in self.items:
            if item.names:
                yield from (os.path.join(item.path, name) for name in item.names)
            elif item.path != STDIN:
                yield item.path


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read at once.

    path  where it stands
    read  gives its articles
    doc   the document that it is a part of: neighbouring pieces of one document are looked at together
    key   a digest of all that its articles are made of, but for the line at which it stands; None where it is not to
          be kept
    line  of a row, where moving the row changes nothing else
    still  makes the key once more: it is another one where the files have changed meanwhile
    """

    path: str
    read: Callable[[], Iterable[Article | Skipped]]
    doc: str = ""
    key: bytes | None = None
    line: int = 0
    still: Callable[[], bytes | None] | None = None


def plan(paths: Sequence[str], options: ReadOptions) -> Iterator[Slice]:
    """The slices that `paths` are read by, in order. Where they are cut depends on the files alone."""
    companions = Companions.wanted(options)
    here = STDIN in (options.source, options.reference, *options.alternates)
    gathered: list[Item] = []
    weight = 0
    for item, size in _items(paths, companions, articles_with(paths) if options.beside else {}):
        alone = item.path == STDIN or item.kind in ("rows", "table", "units")
        if gathered and (alone or weight + size > SIZE or len(gathered) >= MOST):
            yield Slice(tuple(gathered), here)
            gathered, weight = [], 0
        if alone:
            yield Slice((item,), here or item.path == STDIN)
        else:
            gathered.append(item)
            weight += size
    if gathered:
        yield Slice(tuple(gathered), here)


def _items(paths: Sequence[str], companions: bool, beside: dict[str, Found | None]) -> Iterator[tuple[Item, int]]:
    """What there is to be read, each with its size in bytes.

    beside  as `articles_with` gives it
    """
    for path in paths:
        ext = file_name(path).ext
        if path in beside:
            if found_beside := beside[path]:
                yield _folder(found_beside)
                beside[path] = None
        elif os.path.isdir(path):
            try:
                for found in find_articles(path):
                    if isinstance(found, Skipped):
                        yield Item("fault", found.path, reason=found.reason), 0
                    elif found.names:
                        yield _folder(found)
                    else:
                        yield Item("units", found.path, found.id), 0
            except InputError as error:
                yield Item("fault", error.path, reason=error.reason), 0
        elif ext in TABLE:
            for part in _parts(path, ext):
                yield Item("rows" if part else "table", path, part=part), 0
        elif ext in READERS:
            yield Item("units", path), 0
        else:
            if companions:
                yield Item("companions", ""), 0
                companions = False
            yield Item("file", path), _size(path)


def _folder(found: Found) -> tuple[Item, int]:
    item = Item("folder", found.path, found.id, found.names, only=found.only)
    return item, sum(_size(os.path.join(found.path, name)) for name in found.names)


def _parts(path: str, ext: str) -> Sequence[Part | None]:
    try:
        return parts(path, ext) or (None,)
    except (InputError, OSError, ValueError):
        return (None,)  # reading it will tell why


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


def pieces(cut: Slice, options: ReadOptions, companions: Companions) -> Iterator[Piece]:
    """The pieces of a slice, in order.

    companions  of these options; kept by who reads several slices, so that they are read once
    """
    for item in cut.items:
        if item.kind == "rows":
            try:
                yield from _rows(item, options)
            except InputError as error:
                yield _fault(error)
        else:
            read = partial(_read, item, options, companions)
            still = partial(_key, item, companions)
            yield Piece(item.path, read, key=still(), still=still)


def read_slice(cut: Slice, options: ReadOptions, companions: Companions) -> Iterator[Article | Skipped]:
    """The articles of a slice, in order; what cannot be read comes as `Skipped` in its place."""
    for piece in pieces(cut, options, companions):
        yield from piece.read()


def _fault(error: InputError) -> Piece:
    return Piece(error.path, lambda: [Skipped(error.path, error.reason)])


def _rows(item: Item, options: ReadOptions) -> Iterator[Piece]:
    assert item.part
    path = item.path
    part = None if item.part == Part() else item.part
    with opened(path) as stream:
        if part and os.fstat(stream.fileno()).st_size <= part.start:
            raise InputError(path, "has become shorter while it was read")
        note, rows = rows_of(stream, path, file_name(path).ext, part)
        for row in rows:
            read = partial(_row, row, path, note, options)
            if not isinstance(row, Row):
                yield Piece(path, read)
                continue
            named = row.cells.get("id") not in (None, "")
            made = json.dumps([path, note, 0 if named else row.line, row.cells])
            yield Piece(path, read, doc_of(row.cells), _digest(made.encode()), row.line if named else 0)


def _row(row: Row | Bad, path: str, note: str, options: ReadOptions) -> list[Article | Skipped]:
    return [read_row(row, path, note, options)]


def _read(item: Item, options: ReadOptions, companions: Companions) -> Iterator[Article | Skipped]:
    path = item.path
    try:
        if item.kind == "fault":
            yield Skipped(path, item.reason)
        elif item.kind == "folder":
            yield from read_article(Found(path, item.id, item.names, item.only), options)
        elif item.kind == "units":
            yield from read_bilingual(path, load(path), options, item.id)
        elif item.kind == "table":
            with opened(path) as stream:
                yield from read_table(stream, path, file_name(path).ext, options)
        elif item.kind == "companions":
            yield from companions.skipped
        else:
            yield from _file(path, options, companions)
    except InputError as error:
        yield Skipped(error.path, error.reason)


def _file(path: str, options: ReadOptions, companions: Companions) -> Iterator[Article | Skipped]:
    raw = load(path) if path == STDIN else load(path, LARGEST)
    if path == STDIN and looks_like_table(raw):
        if Companions.wanted(options):
            raise UsageError("--source, --alternate and --reference go with a rendering; standard input is a table")
        yield from read_table(io.BytesIO(raw), path, ".jsonl", options)
        return
    if companions.broken:
        return
    name = file_name(path)
    candidate = Rendering(name.stem, Role.CANDIDATE, parse_document(path, raw, options.target_lang))
    yield Article(name.stem, companions.source, noted(unique([candidate, *companions.renderings]), companions.empty))


def _key(item: Item, companions: Companions) -> bytes | None:
    """A digest of what an item is read from; None where that cannot be told, or only by reading it."""
    if item.path == STDIN or item.kind in ("fault", "table"):
        return None
    with_companions = item.kind in ("file", "companions")
    others = companions.digest if with_companions else b""
    if others is None:
        return None
    paths = [os.path.join(item.path, name) for name in item.names] or [item.path] * (item.kind != "companions")
    if not all(map(os.path.isfile, paths)):
        return None  # what a pipe says is said once
    made = hashlib.blake2b(
        json.dumps([item.kind, item.path, item.id, item.names, item.only]).encode() + others, digest_size=16
    )
    try:
        for path in paths:
            one = hashlib.blake2b(digest_size=16)
            take_in(path, one.update)
            made.update(one.digest())
    except InputError:
        return None
    return made.digest()


def _digest(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=16).digest()
