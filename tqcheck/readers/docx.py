"""Word documents (.docx), by python-docx (extra `docx`): paragraphs and the cells of tables, in order.

There is no text file to point into: the document's text is one line for each paragraph, to which lines and columns
refer.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from tqcheck.errors import InputError

LARGEST = 1 << 28
"""Bytes that the parts of a document may have unpacked: more is no article, and perhaps a trap."""
LARGEST_XML = 1 << 25
"""The same of those parts that are parsed, which takes twenty times the memory."""
_PARSED = (".xml", ".rels")


def text(raw: bytes, path: str) -> str:
    """The paragraphs of a document, a line each. Raises InputError where it is none or python-docx is missing."""
    try:
        import docx
    except ImportError:
        raise InputError(path, "Word documents need the extra docx: pip install 'tqcheck[docx]'") from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            sizes = [(part.file_size, part.filename.lower().endswith(_PARSED)) for part in parts.infolist()]
    except zipfile.BadZipFile:
        raise InputError(path, "is no Word document (not a zip file, or cut off)") from None
    for most, size in (
        (LARGEST, sum(size for size, _ in sizes)),
        (LARGEST_XML, sum(size for size, parsed in sizes if parsed)),
    ):
        if size > most:
            raise InputError(path, f"would be {size >> 20} MB unpacked (at most {most >> 20})")
    try:
        document: Any = docx.Document(io.BytesIO(raw))
        return "\n".join(_lines(document))
    except Exception as error:  # what is wrong inside comes as errors of zip, XML and of python-docx's own
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError(path, f"is no Word document: {reason}") from None


def _lines(block: Any) -> Iterator[str]:
    """The paragraphs in a document or a cell; a cell that spans several columns is read once."""
    from docx.table import Table

    seen: set[Any] = set()
    for item in block.iter_inner_content():
        if not isinstance(item, Table):
            yield " ".join(item.text.split("\n"))
            continue
        for row in item.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    yield from _lines(cell)
