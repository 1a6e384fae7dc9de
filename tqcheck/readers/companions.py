"""The source, alternates and reference that options give to every rendering in a file."""

from __future__ import annotations

import hashlib
import os
from functools import cached_property

from tqcheck.errors import EmptyError, InputError
from tqcheck.model.document import Document, Rendering, Role
from tqcheck.model.report import Skipped
from tqcheck.readers.base import ReadOptions, file_name
from tqcheck.readers.file import LARGEST, load, read_document


class Companions:
    """They are read once, when the first rendering needs them."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options

    @staticmethod
    def wanted(options: ReadOptions) -> bool:
        """Whether the options give any."""
        return bool(options.source or options.alternates or options.reference)

    @property
    def source(self) -> Document | None:
        """The source, where there is one that can be read."""
        return self._read[0]

    @property
    def renderings(self) -> tuple[Rendering, ...]:
        """Alternates and reference that can be read."""
        return self._read[1]

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Those that cannot."""
        return self._read[2]

    @property
    def empty(self) -> tuple[str, ...]:
        """Names of those without a word, which are left out and said of every rendering."""
        return self._read[3]

    @property
    def broken(self) -> bool:
        """Whether the source cannot be read: without it the renderings are not judged at all."""
        return self._options.source is not None and self.source is None

    @cached_property
    def digest(self) -> bytes | None:
        """A digest of their names and bytes; None where one cannot be read, or only once."""
        options = self._options
        made = hashlib.blake2b(digest_size=16)
        for path in (options.source, None, *options.alternates, None, options.reference):
            if path is not None and not os.path.isfile(path):
                return None  # what a pipe says is said once
            try:
                raw = b"" if path is None else load(path, LARGEST)
            except InputError:
                return None
            made.update(repr((path, len(raw))).encode() + raw)
        return made.digest()

    @cached_property
    def _read(self) -> tuple[Document | None, tuple[Rendering, ...], tuple[Skipped, ...], tuple[str, ...]]:
        options = self._options
        source: Document | None = None
        renderings: list[Rendering] = []
        skipped: list[Skipped] = []
        empty: list[str] = []
        try:
            if options.source is not None:
                source = read_document(options.source, options.source_lang)
        except InputError as error:
            skipped.append(Skipped(error.path, error.reason))
        files = [(path, Role.ALTERNATE) for path in options.alternates]
        files += [(path, Role.REFERENCE) for path in (options.reference,) if path is not None]
        for path, role in files:
            try:
                document = read_document(path, options.target_lang)
            except EmptyError:
                empty.append(file_name(path).stem)
            except InputError as error:
                skipped.append(Skipped(error.path, error.reason))
            else:
                renderings.append(Rendering(file_name(path).stem, role, document))
        return source, tuple(renderings), tuple(skipped), tuple(empty)
