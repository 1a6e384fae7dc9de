"""Processes on this machine, forked when all that they share has been loaded."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import traceback
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from tqcheck.batch.engines.base import DEATHS, Numbered, Told
from tqcheck.batch.shards import Partial
from tqcheck.batch.work import Worker
from tqcheck.errors import TqcheckError
from tqcheck.readers import Slice

FEW = 4
"""Slices for which no processes are made unless asked for: there is nothing to be gained."""
PATIENCE = 5.0
"""Seconds that a process is given to end."""


class Fault(Exception):
    """What went wrong in a worker, with its traceback."""


@dataclass
class _Child:
    process: BaseProcess
    pipe: Connection
    task: tuple[int, Slice, str]


class Local:
    """Does slices in `jobs` processes; with one job, in this very process."""

    def __init__(self, jobs: int | None = None) -> None:
        self._jobs = jobs

    def run(self, worker: Worker, slices: Numbered, told: Told) -> Iterator[tuple[int, Partial]]:
        """Yield each slice as it is done."""
        jobs = min(self._jobs or (cores() if len(slices) >= FEW else 1), len(slices))
        if jobs > 1:
            from tqcheck.batch.warm import warm

            warm(worker, [cut for _, cut in slices])
        # What is loaded stays: it need not be gone through for garbage again and again, and what children share stays
        # shared, for going through it writes to it.
        gc.freeze()
        try:
            if jobs > 1:
                yield from _forked(worker, slices, jobs, told)
            else:
                for number, cut in slices:
                    yield number, worker.do(number, cut, told=told)
        finally:
            gc.unfreeze()


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _forked(worker: Worker, slices: Numbered, jobs: int, told: Told) -> Iterator[tuple[int, Partial]]:
    waiting = deque((number, cut, "") for number, cut in slices)
    deaths: Counter[int] = Counter()
    children: list[_Child] = []
    try:
        while waiting or children:
            while waiting and len(children) < jobs:
                children.append(_started(worker, waiting.popleft(), children))
            ready = set(wait([child.pipe for child in children]))
            for child in [child for child in children if child.pipe in ready]:
                number, cut, _ = child.task
                try:
                    kind, said = child.pipe.recv()
                except (EOFError, OSError):
                    children.remove(child)
                    deaths[number] += 1
                    cause = _ended(child)
                    if deaths[number] > DEATHS:
                        raise TqcheckError(f"workers keep dying ({cause}): given up") from None
                    waiting.appendleft((number, cut, cause))
                    continue
                if kind == "done":
                    told(said.outcomes, said.last)
                    yield number, said
                elif kind == "wrong":
                    raise TqcheckError(said)
                else:
                    raise Fault(said)
                if waiting:
                    child.task = waiting.popleft()
                    _send(child)
                else:
                    children.remove(child)
                    child.pipe.close()
                    child.process.join(PATIENCE)
    finally:
        for child in children:
            child.pipe.close()
            child.process.terminate()
        for child in children:
            child.process.join(PATIENCE)
            if child.process.is_alive():
                child.process.kill()


def _started(worker: Worker, task: tuple[int, Slice, str], others: Sequence[_Child]) -> _Child:
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    forked = method == "fork"
    given = (theirs, worker if forked else worker.job, [*(child.pipe for child in others), ours] if forked else [])
    # mypy does not know that every context makes processes of its own kind.
    process: BaseProcess = context.Process(target=_serve, args=given, daemon=True)  # type: ignore[attr-defined]
    process.start()
    theirs.close()
    child = _Child(process, ours, task)
    _send(child)
    return child


def _send(child: _Child) -> None:
    with contextlib.suppress(OSError):  # it has died: waiting for its answer will tell
        child.pipe.send(child.task)


def _ended(child: _Child) -> str:
    """Of what a process died."""
    child.pipe.close()
    child.process.join(PATIENCE)
    code = child.process.exitcode
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"


def _serve(pipe: Connection, given: Any, inherited: Sequence[Connection]) -> None:
    """Do the slices that come through the pipe until it is closed; so a process whose parent has died ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent has been told as well and ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    worker = given if isinstance(given, Worker) else Worker(given)
    while True:
        try:
            number, cut, died = pipe.recv()
        except (EOFError, OSError):
            worker.close()
            return
        try:
            answer: tuple[str, Any] = "done", worker.do(number, cut, died)
        except TqcheckError as error:
            answer = "wrong", str(error)
        except Exception:
            answer = "fault", traceback.format_exc()
        try:
            pipe.send(answer)
        except OSError:
            return
