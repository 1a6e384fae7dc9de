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

    def only(self, names: Sequence[str]) -> _Files:
        """The same files without those renderings that are to be checked but for `names`."""
        kept = tuple(
            (path, parts)
            for path, parts in self.renderings
            if role_of(parts.stem) is not Role.CANDIDATE or os.path.basename(path) in names
        )
        wrong = tuple(
            skipped
            for skipped in self.wrong
            if role_of(file_name(skipped.path).stem) is not Role.CANDIDATE or _is_source(file_name(skipped.path))
        )
        return replace(self, renderings=kept, wrong=wrong)

    @property
    def wrong_source(self) -> bool:
        """Whether there is a source that cannot be read for its name."""
        return any(_is_source(file_name(skipped.path)) for skipped in self.wrong)


@dataclass(frozen=True, slots=True)
class Found:
    """An article folder, or a file of units outside of such folders.

    id     of the article, or what the names of the file's articles begin with
    names  the files of an article folder; none for a file of units
    only   those of its renderings that are to be checked; none for all of them
    """

    path: str
    id: str
    names: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def find_articles(root: str) -> Iterator[Found | Skipped]:
    """What is to be read in a folder and in the folders below it, in the order of their paths.

    Raises InputError where there is no article in it at all.
    """
    nothing = True
    for folder, names in _walk(root):
        if isinstance(names, InputError):
            nothing = False
            yield Skipped(names.path, names.reason)
            continue
        files = _sort(folder, names)
        if files.is_article:
            nothing = False
            id_ = os.path.relpath(folder, root) if folder != root else _name(root)
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


def article_with(path: str) -> Found | None:
    """The article that a file is a part of, by its name and by what stands beside it; None where it is of none.

    That is where there is a source beside it, or a witness. A rendering that is to be checked is the only one that is
    `Found.only`; of a source or a witness all of the article hangs.
    """
    folder, name = os.path.split(path)
    try:
        with os.scandir(folder or ".") as entries:
            names = sorted({name, *(e.name for e in entries if not e.name.startswith(".") and not _is_folder(e))})
    except OSError:
        return None
    files = _sort(folder, names)
    roles = {os.path.basename(path): role_of(parts.stem) for path, parts in files.renderings}
    sources = [os.path.basename(path) for path, _ in files.sources]
    if name not in (*sources, *roles) or not (sources or files.wrong_source or set(roles.values()) - {Role.CANDIDATE}):
        return None
    only = (name,) if roles.get(name) is Role.CANDIDATE else ()
    return Found(folder, _name(folder), files.names, only)


def articles_with(paths: Sequence[str]) -> dict[str, Found | None]:
    """The articles that files are parts of, by path: each by the first of its files, None by the others.

    Of an article is checked what all of its files ask for.
    """
    asked: dict[str, dict[str, Found]] = {}
    for path in paths:
        if not os.path.isdir(path) and (found := article_with(path)):
            asked.setdefault(os.path.realpath(found.path), {})[path] = found
    articles: dict[str, Found | None] = {}
    for of_one in asked.values():
        first, *others = of_one
        wanted = {name for found in of_one.values() for name in found.only}
        whole = any(not found.only for found in of_one.values())
        articles[first] = replace(of_one[first], only=() if whole else tuple(sorted(wanted)))
        articles.update(dict.fromkeys(others))
    return articles


def read_article(found: Found, options: ReadOptions, written: Document | None = None) -> Iterator[Article | Skipped]:
    """The article in a folder.

    written  what is to stand in the place of the rendering that is the only one

    What cannot be read comes as `Skipped`: a rendering by itself, an article whose source is bad as a whole.
    """
    files = _sort(found.path, found.names)
    if found.only:
        files = files.only(found.only)
    return _read(found.path, found.id, files, options, written)


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


def _name(folder: str) -> str:
    """What an article is called after its folder."""
    top = os.path.realpath(folder)
    return os.path.basename(top) or top


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
                shown = sorted((e.name, _is_folder(e)) for e in entries if not e.name.startswith("."))
        except OSError as error:
            yield folder, unreadable(folder, error)
            continue
        yield folder, [name for name, is_folder in shown if not is_folder]
        waiting.extend(os.path.join(folder, name) for name, is_folder in reversed(shown) if is_folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle: reading it will tell, where it is to be read
        return False


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


def _read(
    folder: str, id_: str, files: _Files, options: ReadOptions, written: Document | None
) -> Iterator[Article | Skipped]:
    yield from files.wrong
    if files.wrong_source:
        return
    if len(files.sources) > 1:
        both = " and ".join(os.path.basename(path) for path, _ in files.sources)
        yield Skipped(folder or ".", f"has more than one source: {both}")
        return
    if not any(role_of(parts.stem) is Role.CANDIDATE for _, parts in files.renderings):
        yield Skipped(folder or ".", f"has no rendering to check ({EXPECTED})")
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
        role = role_of(parts.stem)
        try:
            mine = written if role is Role.CANDIDATE else None
            renderings.append(Rendering(parts.stem, role, mine or read_document(path, options.target_lang)))
        except InputError as error:
            if isinstance(error, EmptyError) and role is not Role.CANDIDATE:
                empty.append(parts.stem)
            else:
                yield Skipped(error.path, error.reason)
    if any(rendering.role is Role.CANDIDATE for rendering in renderings):
        yield Article(id_, source, noted(unique(renderings), empty))
