"""A run over many articles: what is known already is taken from before, the rest is handed to an engine, then merged."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tqcheck.batch import stamp
from tqcheck.batch.engines import get
from tqcheck.batch.folder import RunFolder
from tqcheck.batch.merge import merged
from tqcheck.batch.shards import Partial, Shards, finished
from tqcheck.batch.work import Job, Missing, Worker
from tqcheck.errors import Interrupted
from tqcheck.model.report import Report
from tqcheck.readers import ReadOptions, Slice, plan
from tqcheck.rules.settings import Settings


@dataclass(frozen=True)
class How:
    """How many articles are carried out; none of it changes what comes of them.

    engine     `local`, `dask` or `dask://host:port`
    jobs       processes at a time; None for as many as fit
    resume     go on with an interrupted run of the same inputs and settings, where there is one
    cache      whether outcomes of earlier runs are used and those of this one kept
    cache_dir  where; None for the user's own folder
    work_dir   folder for what a run writes on its way, shared with all machines of a cluster; None for the user's own
    """

    engine: str = "local"
    jobs: int | None = None
    resume: bool = False
    cache: bool = True
    cache_dir: str | None = None
    work_dir: str | None = None


def _silent(*_: Any) -> None:
    """Tells no one."""


@contextlib.contextmanager
def checked(
    paths: Sequence[str],
    options: ReadOptions,
    settings: Settings,
    how: How | None = None,
    told: Callable[[int, str], None] = _silent,
    note: Callable[[str], None] = _silent,
) -> Iterator[Report]:
    """Check what `paths` name, as `run(read(paths, options), settings)` does; the report may be used within the context.

    told  told as the work goes on how many articles more are done, and the id of the last
    note  told in a line what the person may want to know about the run

    Raises UsageError, GlossaryError and InputError where the run cannot be, Interrupted where the person stops it.
    """
    how = how or How()
    slices = tuple(plan(paths, options))
    engine = get(how.engine, how.jobs, note)
    manner = _manner(settings, options)
    key = stamp.inputs(slices, options) + manner
    resumable = not any(cut.here for cut in slices)
    folder = next(RunFolder.left_behind(how.work_dir, key), None) if how.resume and resumable else None
    if how.resume and folder is None:
        note("there is no such run to go on with: it is begun anew")
    folder = folder or RunFolder.new(how.work_dir)
    cache = os.path.abspath(how.cache_dir) if how.cache and how.cache_dir else "" if how.cache else None
    job = Job(os.path.abspath(folder.path), options, settings, manner, cache, os.getcwd())
    worker = Worker(job)
    done: dict[int, Partial] = {}
    try:
        with _stoppable():
            if resumable:
                folder.says(key)
            left: list[tuple[int, Slice]] = []
            for number, cut in enumerate(slices):
                known = _known(worker, number, cut)
                if known is None:
                    left.append((number, cut))
                else:
                    done[number] = known
                    told(known.outcomes, known.last)
            if left:
                worker.ready()
                for number, cut in [one for one in left if one[1].here]:
                    done[number] = worker.do(number, cut, told=told)
                away = [one for one in left if not one[1].here]
                if away:
                    done.update(engine.run(worker, away, told))
                if worker.cache:
                    worker.cache.trim()
            total = sum((done[number] for number in range(len(slices))), Partial())
            yield merged(Shards(job.folder, len(slices)), total, settings, worker.remembered)
    except KeyboardInterrupt:
        if resumable and any(finished(job.folder, number) for number in range(len(slices))):
            folder.leave()
            raise Interrupted("interrupted; go on with --resume") from None
        folder.remove()
        raise Interrupted("interrupted") from None
    except BaseException:
        folder.remove()
        raise
    finally:
        worker.close()
    folder.remove()
    if resumable:
        for old in RunFolder.left_behind(how.work_dir, key):
            old.remove()


def _manner(settings: Settings, options: ReadOptions) -> bytes:
    try:
        return stamp.manner(settings, options)
    except OSError:
        from tqcheck.check import checker

        checker(settings)  # tells what is wrong with the glossary
        raise


def _known(worker: Worker, number: int, cut: Slice) -> Partial | None:
    """What a slice came to earlier in an interrupted run, or by the cache."""
    found = finished(worker.job.folder, number)
    if found or worker.job.cache is None or cut.here:
        return found
    try:
        return worker.look_up(number, cut)
    except Missing:
        return None


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Where the process is asked to end, it is as if the person had pressed Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
