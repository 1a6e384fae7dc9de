"""One file, one document: its bytes decoded and its prose found, by the format that its name tells."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from tqcheck import lang
from tqcheck.errors import EmptyError, InputError, UsageError
from tqcheck.lang.identify import identify
from tqcheck.model.document import Document
from tqcheck.model.text import Passage
from tqcheck.readers import docx, html, markdown, subtitles, text
from tqcheck.readers.base import (
    DOUBTFUL,
    HTML,
    LONGEST_TEXT,
    MARKDOWN,
    STDIN,
    SUBTITLES,
    TABLE,
    WORD,
    FileName,
    file_name,
)
from tqcheck.readers.bilingual import READERS
from tqcheck.readers.encoding import Decoded, decode
from tqcheck.readers.packed import open_file
from tqcheck.readers.suppressions import commented

LARGEST = 1 << 25
"""Bytes of one article: several books; what is larger is a mistake, and would take hours."""

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def read_document(path: str, code: str | None = None) -> Document:
    """The document in one file, `-` for standard input.

    code  its language where the file's name gives none, or a doubtful one; identified from the text where that is None

    Raises InputError where the file cannot be read as a text, UsageError where `code` is no language.
    """
    if code is not None and not lang.known(code):
        raise UsageError(f'unknown language code "{code}"')
    if file_name(path).ext in TABLE:
        raise InputError(path, "is a table, not a text")
    if file_name(path).ext in READERS:
        raise InputError(path, "is a bilingual file, not a text")
    return parse_document(path, load(path, LARGEST), code)


def parse_document(path: str, raw: bytes, code: str | None = None) -> Document:
    """The document that the bytes of a file say; arguments and errors as for `read_document`."""
    name = file_name(path)
    decoded = _decoded(path, raw)
    notes = [decoded.note]
    meta = {"encoding": decoded.encoding}
    is_page = name.ext in HTML
    if path == STDIN and _PAGE.match(decoded.text):
        is_page = True
        notes.append("read as HTML")
    body: tuple[Passage, ...]
    if is_page:
        extracted = html.extract(decoded.text, path)
        meta.update(extracted.meta)
        notes.append(extracted.note)
        body = extracted.body
    elif name.ext in MARKDOWN:
        body = markdown.paragraphs(decoded.text)
    elif name.ext in SUBTITLES:
        body = subtitles.paragraphs(decoded.text, path)
    else:
        body = text.paragraphs(decoded.text)
    if not body:
        raise EmptyError(path, "has no text in it")
    if any(notes):
        meta["note"] = "; ".join(filter(None, notes))
    language = _language(name, code, "\n".join(p.text for p in body))
    silenced = tuple(commented(decoded.text, body))
    return Document(path, language, decoded.text, body, meta=meta, suppressions=silenced)


def _language(name: FileName, code: str | None, prose: str) -> str:
    """The language of a text: what the file's name says, else `code`, else what it looks like."""
    if name.lang and (name.lang not in DOUBTFUL or name.lang == identify(prose)):
        return name.lang
    return code or identify(prose) or lang.UNDETERMINED


def _decoded(path: str, raw: bytes) -> Decoded:
    if len(raw) > LARGEST:
        raise InputError(path, _too_large(LARGEST))
    ext = file_name(path).ext
    if ext in WORD:
        return Decoded(docx.text(raw, path), "docx", "lines are counted by paragraphs")
    return decode(raw, path, html.declared_encoding(raw) if ext in HTML else None)


def load(path: str, most: int = LONGEST_TEXT) -> bytes:
    """The bytes of a file, unpacked, or of standard input for `-`. Raises InputError, where there are more than `most`."""
    try:
        if path == STDIN:
            raw = sys.stdin.buffer.read(most + 1)
        else:
            with open_file(path) as stream:
                raw = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    if len(raw) > most:
        raise InputError(path, _too_large(most))
    return raw


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked, while they are needed. Raises InputError where it cannot be opened, or read on."""
    try:
        stream = open_file(path)  # noqa: SIM115 - closed below, once opening has succeeded
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    with stream:
        try:
            yield stream
        except OSError as error:
            raise unreadable(path, error) from None


def take_in(path: str, take: Callable[[bytes], object]) -> None:
    """Hand over the bytes of a file, unpacked, in order. Raises InputError as `load` does."""
    left = LONGEST_TEXT
    with opened(path) as stream:
        while left >= 0 and (raw := stream.read(1 << 20)):
            take(raw)
            left -= len(raw)
    if left < 0:
        raise InputError(path, _too_large(LONGEST_TEXT))


def _too_large(most: int) -> str:
    kind = "for one article" if most == LARGEST else "to be read"
    return f"is too large {kind} (at most {most >> 20} MB)"


def unreadable(path: str, error: Exception) -> InputError:
    """What the user is told of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return InputError(path, "no such file")
    if isinstance(error, IsADirectoryError):
        return InputError(path, "is a folder, not a file")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(path, f"cannot be read: {reason}")
