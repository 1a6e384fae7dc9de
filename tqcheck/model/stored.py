"""Sequences that are read anew each time: what is too much to hold is kept elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T")


class Stored(Sequence[T]):
    """Items that come from elsewhere whenever they are asked for.

    again  gives them from the first on, always the same
    size   how many there are

    Only going through them in order is cheap: an index reads all that stands before it.
    """

    __slots__ = ("_again", "_size")

    def __init__(self, again: Callable[[], Iterator[T]], size: int) -> None:
        self._again = again
        self._size = size

    def __iter__(self) -> Iterator[T]:
        return self._again() if self._size else iter(())

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            start, stop, step = at.indices(self._size)
            if step < 1:
                return tuple(self)[at]
            return tuple(islice(self, start, max(start, stop), step))
        number = at + self._size if at < 0 else at
        if not 0 <= number < self._size:
            raise IndexError(at)
        return next(islice(self, number, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{self._size} stored>"
