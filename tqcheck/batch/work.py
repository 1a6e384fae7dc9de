"""A slice done: read, looked up, checked, written to its shard. What every engine runs, in whatever process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from tqcheck.batch import codec
from tqcheck.batch.cache import Cache, place
from tqcheck.batch.shards import Bundle, Partial, Writer, finished
from tqcheck.batch.tries import Tries
from tqcheck.model.document import Article
from tqcheck.model.report import Skipped
from tqcheck.readers import Companions, Piece, ReadOptions, Slice, pieces
from tqcheck.readers.base import MAX_ROWS
from tqcheck.rules.settings import Settings

if TYPE_CHECKING:
    from tqcheck.check import Checked


@dataclass(frozen=True)
class Job:
    """What all slices of a run share.

    folder  where the shards go
    manner  digest of how they are read and judged
    cache   folder of the cache, empty for that of each machine, None for none
    base    the working folder, from which relative paths lead
    """

    folder: str
    options: ReadOptions
    settings: Settings
    manner: bytes
    cache: str | None
    base: str


Check = Callable[..., "Iterator[Checked | Skipped]"]

MOST = 20_000
"""Lines of outcomes that are held at a time."""


class Missing(Exception):
    """Something of a slice is not in the cache."""


class Worker:
    """One process's means of doing slices: made once, everything in it when first needed."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._companions = Companions(job.options)
        self._check: Check | None = None
        self._cache: Cache | None = None
        self._process = -1

    def ready(self) -> None:
        """Load what checking needs. Raises what `checker` raises."""
        if self._check is None:
            from tqcheck.check import checker

            self._check = checker(self.job.settings)

    def try_out(self, article: Article) -> None:
        """Check an article for the sake of what that loads."""
        self.ready()
        assert self._check
        for _ in self._check([article]):
            pass

    @property
    def cache(self) -> Cache | None:
        """The cache, opened by this very process."""
        if self.job.cache is not None and self._process != os.getpid():
            self._cache, self._process = Cache(place(self.job.cache)), os.getpid()
        return self._cache

    def remembered(self, what: bytes, make: Callable[[], Sequence[bytes]]) -> Sequence[bytes]:
        """Lines that follow from `what` under the settings of the job, made now or before."""
        key = hashlib.blake2b(self.job.manner + what, digest_size=16).digest()
        found = self.cache.get(key) if self.cache else None
        if found is not None:
            return found[1].lines
        lines = make()
        if self.cache:
            self.cache.put([(key, 0, Bundle(Partial(), lines))])
        return lines

    def close(self) -> None:
        """Let go of the cache."""
        if self._cache and self._process == os.getpid():
            self._cache.close()
            self._process = -1

    def do(self, number: int, cut: Slice, died: str = "", told: Callable[[int, str], None] | None = None) -> Partial:
        """Do a slice, unless its shard is there already.

        died  of what the worker died that tried it before
        told  is told after each piece how many articles were checked, and the name of the last
        """
        done = finished(self.job.folder, number)
        if done:
            return done
        self.ready()
        assert self._check
        tries = Tries(self.job.folder, number, died)
        kept: list[tuple[bytes, int, Bundle]] = []
        writer = Writer(self.job.folder, number)
        try:
            for at, group in self._groups(cut):
                key, line = self._key(group)
                known = self._known(key, line)
                fresh = _Fresh(group, at, tries)
                several = [known] if known else _bundles(fresh.checked(self._check))
                for part, bundle in enumerate(several):
                    writer.add(bundle)
                    if told:
                        told(bundle.partial.outcomes, bundle.partial.last)
                    if key and not known and not part and fresh.sound(bundle):
                        kept.append((key, line, bundle))
            done = writer.finish()
            tries.finish()
        finally:
            tries.close()
            writer.drop()
        if self.cache:
            self.cache.put(kept)
        return done

    def look_up(self, number: int, cut: Slice) -> Partial:
        """Do a slice that is all in the cache. Raises Missing where it is not."""
        writer = Writer(self.job.folder, number)
        try:
            for _, group in self._groups(cut):
                bundle = self._known(*self._key(group))
                if bundle is None:
                    raise Missing
                writer.add(bundle)
            return writer.finish()
        finally:
            writer.drop()

    def _groups(self, cut: Slice) -> Iterator[tuple[int, list[Piece]]]:
        """Pieces that are looked at together, with the number of the first."""
        numbered = enumerate(pieces(cut, self.job.options, self._companions))
        for doc, several in groupby(numbered, key=lambda pair: pair[1].doc):
            group: list[Piece] = []
            first = 0
            for number, piece in several:
                if group and (not doc or len(group) == MAX_ROWS):
                    yield first, group
                    group = []
                first = first if group else number
                group.append(piece)
            yield first, group

    def _key(self, group: Sequence[Piece]) -> tuple[bytes | None, int]:
        """The key of a group, and the line of its first row; the same wherever in its table it stands, if need be."""
        movable = all(piece.line for piece in group)
        line = group[0].line if movable else 0
        made = hashlib.blake2b(self.job.manner, digest_size=16)
        for piece in group:
            if piece.key is None:
                return None, 0
            made.update(b"%b %d " % (piece.key, piece.line - line))
        return made.digest(), line

    def _known(self, key: bytes | None, line: int) -> Bundle | None:
        found = self.cache.get(key) if key and self.cache else None
        if found is None:
            return None
        before, bundle = found
        return Bundle(bundle.partial, list(codec.moved(bundle.lines, line - before))) if line != before else bundle


class _Fresh:
    """Pieces that are looked at together, to be read and checked."""

    def __init__(self, group: Sequence[Piece], first: int, tries: Tries) -> None:
        self._group = group
        self._first = first
        self._tries = tries
        self._left_out = False

    def checked(self, check: Check) -> Iterator[Checked | Skipped]:
        """What they come to. What killed workers before is named and passed over."""
        return check(self._read(), self._admit)

    def sound(self, bundle: Bundle) -> bool:
        """Whether `bundle`, their first, is all that they come to and stays so, so that it may be kept for another time."""
        if self._left_out or bundle.partial.counts["s"] or len(bundle.lines) >= MOST:
            return False
        return all(piece.still is None or piece.still() == piece.key for piece in self._group)

    def _read(self) -> Iterator[Article | Skipped]:
        for number, piece in enumerate(self._group, self._first):
            if self._tries.at(number):
                yield from piece.read()
            else:
                self._left_out = True
                yield Skipped(piece.path, self._killed(""))

    def _admit(self, article: Article, number: int) -> Skipped | None:
        if self._tries.at(self._first, number):
            return None
        self._left_out = True
        document = article.renderings[0].document
        where = f"row {document.row}: " if document.row else f"{document.unit}: " if document.unit else ""
        return Skipped(document.path, self._killed(where))

    def _killed(self, where: str) -> str:
        cause = f" ({self._tries.cause})" if self._tries.cause else ""
        return f"{where}killed its worker{cause}, twice"


def _bundles(outcomes: Iterable[Checked | Skipped]) -> Iterator[Bundle]:
    """Outcomes encoded, in one piece unless they are very many."""
    rest = iter(outcomes)
    while True:
        bundle = Bundle.of(rest, MOST)
        yield bundle
        if len(bundle.lines) < MOST:
            return
