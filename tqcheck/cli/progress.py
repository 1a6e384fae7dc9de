"""A word to the person who waits, on standard error, only where one is watching and only for long work."""

from __future__ import annotations

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
    if quiet or not streams.terminal(sys.stderr):
        yield from items
        return
    from rich.console import Console
    from rich.text import Text

    from tqcheck.reporters.display.safe import shown

    status = Console(stderr=True).status("reading…")
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        for count, item in enumerate(items, 1):
            status.update(Text(f"{count:,} checked, last {shown(name(item))}"))
            yield item
    finally:
        timer.cancel()
        timer.join()
        status.stop()
