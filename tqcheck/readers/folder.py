"""Article folders: `source.<lang>.<ext>` and `<name>.<lang>.<ext>` for each rendering; folders of them, and of files of
units, are a batch.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.errors import EmptyError, InputError
from tqcheck.model.document import Article, Document, Rendering, Role
from tqcheck.model.report import Skipped
from tqcheck.readers.base import DOCUMENT, FOREIGN, FileName, ReadOptions, file_name
from tqcheck.readers.bilingual import READERS
from tqcheck.readers.file import read_document, unreadable
from tqcheck.readers.notes import noted

SOURCE = "source"
_ROLES = (
    (re.compile(r"(?:alternate|alternative|alt)s?(?![a-z])|alternate", re.IGNORECASE), Role.ALTERNATE),
    (re.compile(r"(?:reference|ref)s?(?![a-z])|reference", re.IGNORECASE), Role.REFERENCE),
)
EXPECTED = "expected files named source.<lang>.txt and <name>.<lang>.txt"


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of an article folder that count: the sources, the renderings, and those whose names are wrong."""

    sources: tuple[tuple[str, FileName], ...]
    renderings: tuple[tuple[str, FileName], ...]
    wrong: tuple[Skipped, ...]

    @property
    def is_article(self) -> bool:
        """Whether the folder is meant for an article folder."""
        return bool(self.sources or self.renderings or self.wrong_source)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of them all."""
        paths = [path for path, _ in (*self.sources, *self.renderings)]
        return tuple(os.path.basename(path) for path in sorted([*paths, *(skipped.path for skipped in self.wrong)]))

    @property
    def wrong_source(self) -> bool:
        """Whether there is a source that cannot be read for its name."""
        return any(_is_source(file_name(skipped.path)) for skipped in self.wrong)


@dataclass(frozen=True, slots=True)
class Found:
    """An article folder, or a file of units outside of such folders.

    id     of the article, or what the names of the file's articles begin with
    names  the files of an article folder; none for a file of units
    """

    path: str
    id: str
    names: tuple[str, ...] = ()


def find_articles(root: str) -> Iterator[Found | Skipped]:
    """What is to be read in a folder and in the folders below it, in the order of their paths.

    Raises InputError where there is no article in it at all.
    """
    nothing = True
    top = os.path.realpath(root)
    for folder, names in _walk(root):
        if isinstance(names, InputError):
            nothing = False
            yield Skipped(names.path, names.reason)
            continue
        files = _sort(folder, names)
        if files.is_article:
            nothing = False
            id_ = os.path.relpath(folder, root) if folder != root else os.path.basename(top) or top
            yield Found(folder, id_.replace(os.sep, "/"), files.names)
            continue
        # Beside the texts of an article such a file is a memory of it, made by `align` perhaps.
        for name in names:
            if file_name(name).ext in READERS:
                nothing = False
                inner = os.path.join(os.path.relpath(folder, root), file_name(name).stem)
                yield Found(os.path.join(folder, name), os.path.normpath(inner).replace(os.sep, "/"))
    if nothing:
        raise InputError(root, f"no article in it ({EXPECTED})")


def read_article(folder: str, id_: str, names: Sequence[str], options: ReadOptions) -> Iterator[Article | Skipped]:
    """The article in a folder.

    What cannot be read comes as `Skipped`: a rendering by itself, an article whose source is bad as a whole.
    """
    return _read(folder, id_, _sort(folder, names), options)


def role_of(name: str) -> Role:
    """What a rendering is there for, by its name."""
    return next((role for pattern, role in _ROLES if pattern.match(name)), Role.CANDIDATE)


def unique(renderings: Sequence[Rendering]) -> tuple[Rendering, ...]:
    """The same renderings, those whose name is taken numbered from 2."""
    named: list[Rendering] = []
    for rendering in renderings:
        taken = {other.name for other in named}
        name, number = rendering.name, 2
        while name in taken:
            name = f"{rendering.name}-{number}"
            number += 1
        named.append(replace(rendering, name=name))
    return tuple(named)


def _walk(root: str) -> Iterator[tuple[str, list[str] | InputError]]:
    """Each folder with the names of its files, sorted; hidden folders and those already seen (by links) left out."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as entries:
                shown = sorted((e.name, e.is_dir()) for e in entries if not e.name.startswith("."))
        except OSError as error:
            yield folder, unreadable(folder, error)
            continue
        yield folder, [name for name, is_folder in shown if not is_folder]
        waiting.extend(os.path.join(folder, name) for name, is_folder in reversed(shown) if is_folder)


def _is_source(parts: FileName) -> bool:
    return parts.stem.split(".")[0].lower() == SOURCE


def _sort(folder: str, names: Sequence[str]) -> _Files:
    sources: list[tuple[str, FileName]] = []
    renderings: list[tuple[str, FileName]] = []
    wrong: list[Skipped] = []
    for name in names:
        parts, path = file_name(name), os.path.join(folder, name)
        is_source = _is_source(parts)
        if parts.ext in FOREIGN and (is_source or parts.lang):
            wrong.append(Skipped(path, f"{parts.ext} files are not read (.txt, .md, .html and .docx are)"))
        elif parts.ext not in DOCUMENT or parts.stem.split(".")[0].upper() == "README":
            continue
        elif not parts.lang and parts.looks_like_code:
            wrong.append(Skipped(path, f'unknown language code "{parts.middle}" in the file\'s name'))
        elif is_source:
            sources.append((path, parts))
        elif parts.lang:
            renderings.append((path, parts))
    return _Files(tuple(sources), tuple(renderings), tuple(wrong))


def _read(folder: str, id_: str, files: _Files, options: ReadOptions) -> Iterator[Article | Skipped]:
    yield from files.wrong
    if files.wrong_source:
        return
    if len(files.sources) > 1:
        both = " and ".join(os.path.basename(path) for path, _ in files.sources)
        yield Skipped(folder, f"has more than one source: {both}")
        return
    if not any(role_of(parts.stem) is Role.CANDIDATE for _, parts in files.renderings):
        yield Skipped(folder, f"has no rendering to check ({EXPECTED})")
        return
    source: Document | None = None
    renderings: list[Rendering] = []
    empty: list[str] = []
    try:
        for path, _ in files.sources:
            source = read_document(path, options.source_lang)
    except InputError as error:
        yield Skipped(error.path, error.reason)
        return
    for path, parts in files.renderings:
        try:
            renderings.append(Rendering(parts.stem, role_of(parts.stem), read_document(path, options.target_lang)))
        except InputError as error:
            if isinstance(error, EmptyError) and role_of(parts.stem) is not Role.CANDIDATE:
                empty.append(parts.stem)
            else:
                yield Skipped(error.path, error.reason)
    if any(rendering.role is Role.CANDIDATE for rendering in renderings):
        yield Article(id_, source, noted(unique(renderings), empty))
