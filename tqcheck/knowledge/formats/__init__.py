"""Glossary files, one module a format; a file's suffix says which. A format yields entries and what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tqcheck.errors import InputError
from tqcheck.knowledge.formats import table, tbx, toml
from tqcheck.knowledge.formats.entry import Outcome

_Format = Callable[[bytes, str, str], Iterator[Outcome]]
_BY_SUFFIX: Mapping[str, _Format] = {
    ".csv": table.commas,
    ".tbx": tbx.outcomes,
    ".xml": tbx.outcomes,
    ".toml": toml.outcomes,
}


def read(path: str, language: str) -> Iterator[Outcome]:
    """What a user's glossary file holds, in order: entries, and a GlossaryError for each place that cannot be used.

    language  of the terms (BCP 47); a file that names its languages itself gives the entries of this one, and of
              every one where it is `und`
    `.csv`, `.tbx` or `.xml`, and `.toml` are read as what they say; anything else is a table with tabs.
    Raises InputError where the file cannot be read at all.
    """
    try:
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(path, f"glossary: {getattr(error, 'strerror', None) or error}") from error
    return _BY_SUFFIX.get(Path(path).suffix.lower(), table.tabs)(raw, path, language)
