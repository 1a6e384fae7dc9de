"""A word to the person who waits, on standard error, only where one is watching and only for long work."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tqcheck.cli import streams

PATIENCE = 1.0
"""Seconds before anything is shown."""

T = TypeVar("T")


def watched(items: Iterable[T], name: Callable[[T], str], quiet: bool = False) -> Iterator[T]:
    """`items` as they are; meanwhile the screen says how many have passed and the name of the last."""
    with telling(quiet) as told:
        for item in items:
            told(1, name(item))
            yield item


@contextlib.contextmanager
def telling(quiet: bool = False) -> Iterator[Callable[[int, str], None]]:
    """A function to tell of how many more have been checked and of the last one's name: the screen says so."""
    if quiet or not streams.terminal(sys.stderr):
        yield lambda more, name: None
        return
    from rich.console import Console
    from rich.text import Text

    from tqcheck.reporters.display.safe import shown

    status = Console(stderr=True).status("reading…")
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    count = 0

    def told(more: int, name: str) -> None:
        nonlocal count
        count += more
        status.update(Text(f"{count:,} checked, last {shown(name)}"))

    try:
        yield told
    finally:
        timer.cancel()
        timer.join()
        status.stop()
