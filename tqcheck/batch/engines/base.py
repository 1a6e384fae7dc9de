"""What an engine is, and which one a name means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from tqcheck.batch.shards import Partial
from tqcheck.batch.work import Worker
from tqcheck.errors import UsageError
from tqcheck.readers import Slice

Numbered = Sequence[tuple[int, Slice]]
Told = Callable[[int, str], None]
"""Told how many articles more have been checked, and the id of the last."""
DEATHS = 100
"""Deaths of workers at one slice after which the run is given up: its articles are not the reason."""


class Engine(Protocol):
    """Carries slices out, in any order, here or elsewhere. What a slice comes to does not depend on it."""

    def run(self, worker: Worker, slices: Numbered, told: Told) -> Iterator[tuple[int, Partial]]:
        """Yield the number of each slice that is done and what it came to. A worker that dies loses nothing.

        worker  one ready in this process
        told    to be told of every article, at the latest before its slice is yielded

        Raises UsageError where the engine cannot be had, and whatever a slice raises.
        """


def get(name: str, jobs: int | None, note: Callable[[str], None]) -> Engine:
    """The engine of a name: `local`, `dask` (a cluster on this machine) or `dask://host:port`.

    jobs  processes at a time; None for as many as fit
    note  told in a line what the person may want to know about the engine

    Raises UsageError where there is none of this name.
    """
    if name == "local":
        from tqcheck.batch.engines.local import Local

        return Local(jobs)
    if name == "dask" or name.startswith("dask://"):
        from tqcheck.batch.engines.dask import Dask

        return Dask(name.removeprefix("dask").removeprefix("://"), jobs, note)
    raise UsageError(f"no engine {name!r} (there are: local, dask, dask://host:port)")
