"""Dask: a cluster on this machine, or one that is running already and shares a folder with it."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from tqcheck.batch.engines.base import DEATHS, Numbered, Told
from tqcheck.batch.engines.local import cores
from tqcheck.batch.shards import Partial
from tqcheck.batch.stamp import program
from tqcheck.batch.work import Job, Worker
from tqcheck.errors import TqcheckError, UsageError
from tqcheck.readers import Slice

PATIENCE = "10s"
"""How long a cluster is waited for."""

_turn = threading.Lock()


class Dask:
    """Does slices on the workers of a scheduler at `address` (host:port), or of its own where that is empty."""

    def __init__(self, address: str, jobs: int | None, note: Callable[[str], None]) -> None:
        try:
            import distributed  # noqa: F401
        except ImportError:
            raise UsageError("--engine dask needs the extra of that name: pip install 'tqcheck[dask]'") from None
        self._address = address
        self._jobs = jobs
        self._note = note

    def run(self, worker: Worker, slices: Numbered, told: Told) -> Iterator[tuple[int, Partial]]:
        """Yield each slice as it is done."""
        import dask
        from distributed import Client, LocalCluster

        for name in (
            "distributed",
            "distributed.client",
            "distributed.core",
            "distributed.nanny",
            "distributed.scheduler",
        ):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        if self._address:
            try:
                client = Client(f"tcp://{self._address}", timeout=PATIENCE, set_as_default=False)
            except (OSError, ValueError) as error:
                raise UsageError(f"--engine dask://{self._address}: no scheduler there ({_line(error)})") from None
            with client:
                self._look_at(client, worker.job)
                yield from _submitted(client, worker.job, slices, told)
            return
        settings = {
            # By default a slice is given up after three workers died of it, two of which one bad article takes.
            "distributed.scheduler.allowed-failures": DEATHS,
            "distributed.worker.daemon": True,
        }
        with dask.config.set(settings), contextlib.ExitStack() as stack:
            with _unheard():
                cluster = LocalCluster(
                    n_workers=min(self._jobs or cores(), len(slices)),
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    memory_limit=0,
                    silence_logs=logging.CRITICAL,
                )
                stack.enter_context(cluster)
            client = stack.enter_context(Client(cluster, set_as_default=False))
            yield from _submitted(client, worker.job, slices, told)

    def _look_at(self, client: Any, job: Job) -> None:
        """Raise UsageError where the cluster's workers cannot do what they are asked."""
        where = f"--engine dask://{self._address}"
        if not client.scheduler_info()["workers"]:
            raise UsageError(f"{where}: the cluster has no worker")
        try:
            found = client.run(_about, job.folder)
        except ImportError as error:
            raise UsageError(f"{where}: a worker lacks this program ({_line(error)})") from None
        for address, (version, shared) in sorted(found.items()):
            if version != program():
                raise UsageError(f"{where}: the worker at {address} has another version of tqcheck or of a library")
            if not shared:
                raise UsageError(
                    f"{where}: the worker at {address} does not see {job.folder}: give a --work-dir that does"
                )
        allowed = client.run_on_scheduler(_allowed)
        if allowed < DEATHS:
            self._note(
                f"the cluster gives work up after {allowed + 1} deaths of workers; such is then tried again by itself"
                " (distributed.scheduler.allowed-failures)"
            )


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """Processes started meanwhile do not hear Ctrl-C: it is this one that ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _submitted(client: Any, job: Job, slices: Numbered, told: Told) -> Iterator[tuple[int, Partial]]:
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    of: dict[Any, tuple[int, Slice]] = {}
    deaths: Counter[int] = Counter()
    name = os.path.basename(job.folder)

    def submit(number: int, cut: Slice) -> Any:
        key = f"tqcheck-{name}-{number}-{deaths[number]}"
        # Not pure: its worth is the shard that it writes.
        future = client.submit(_do, job, number, cut, key=key, pure=False)
        of[future] = number, cut
        return future

    done = as_completed([submit(number, cut) for number, cut in slices], loop=client.loop)
    try:
        for future in done:
            number, cut = of.pop(future)
            try:
                kind, said = future.result()
            except KilledWorker as error:
                deaths[number] += 1
                if deaths[number] > DEATHS:
                    raise TqcheckError(f"workers keep dying ({_line(error)}): given up") from None
                done.add(submit(number, cut))
                continue
            if kind == "wrong":
                raise TqcheckError(said)
            told(said.outcomes, said.last)
            yield number, said
    finally:
        if of:
            client.cancel(list(of))


def _do(job: Job, number: int, cut: Slice) -> tuple[str, Any]:
    """Do a slice on a worker. One at a time in a process: what more of its threads did would be no faster."""
    with _turn:
        before = os.getcwd()
        os.chdir(job.base)
        try:
            return "done", _worker(job).do(number, cut)
        except TqcheckError as error:
            return "wrong", str(error)
        finally:
            os.chdir(before)


@lru_cache(maxsize=1)
def _worker(job: Job) -> Worker:
    return Worker(job)


def _about(folder: str) -> tuple[str, bool]:
    return program(), os.path.isdir(folder)


def _allowed(dask_scheduler: Any) -> int:
    return int(dask_scheduler.allowed_failures)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
