"""The article that a file belongs to, with the text that stands in the editor in place of the file's."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tqcheck.errors import InputError
from tqcheck.model.document import Article, Rendering, Role
from tqcheck.readers import ReadOptions
from tqcheck.readers.base import DOCUMENT, TABLE, file_name
from tqcheck.readers.bilingual import READERS, read_bilingual
from tqcheck.readers.file import parse_document
from tqcheck.readers.folder import article_with, read_article
from tqcheck.readers.table import read_table

UNREAD = frozenset({".docx"})
"""Endings of files that no editor shows as they are."""


def articles(path: str, text: str, options: ReadOptions) -> Iterator[Article]:
    """The articles in which `path`, whose text is now `text`, is to be checked.

    A rendering in an article folder comes with its source and the other renderings as they are on the disk, which are
    not checked themselves. The source of an article is not checked either; nothing comes of it.
    """
    ext = file_name(path).ext
    raw = text.encode("utf-8", "surrogatepass")
    try:
        if ext in READERS:
            found = read_bilingual(path, raw, options)
        elif ext in TABLE:
            found = read_table(io.BytesIO(raw), path, ext, options)
        elif ext in DOCUMENT - UNREAD:
            yield from _document(path, raw, options)
            return
        else:
            return
        for article in found:
            if isinstance(article, Article):
                yield article
    except InputError:
        return  # half a file, as it is while one writes: nothing to say of it


def _document(path: str, raw: bytes, options: ReadOptions) -> Iterator[Article]:
    written = parse_document(path, raw, options.target_lang)
    found = article_with(path)
    if found is None:
        name = file_name(path).stem
        yield Article(name, None, (Rendering(name, Role.CANDIDATE, written),))
    elif found.only:
        for article in read_article(found, options, written):
            if isinstance(article, Article):
                yield article
