"""A comparison against an earlier one: what has become worse, and whether that is more than allowed and more than chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import erfc, sqrt

from tqcheck.compare.record import Record, Result, record_of
from tqcheck.compare.scoring import LEVEL, Testing
from tqcheck.errors import UsageError
from tqcheck.metrics import canonical, known, named
from tqcheck.metrics.significance import agreement, difference, grouped, holm, resample
from tqcheck.model.comparison import Change, Compared

NOTICEABLE = 0.6
"""How often people must agree with a difference for it to count, where that was measured for the metric."""
DRAWS = 40
"""Resamples for each change that is looked at, at least: twice what significance at 5% takes after correction."""
_WIDTH = 2 * 1.959964
"""Standard errors between the ends of an interval of 95%."""


@dataclass(frozen=True)
class Gated:
    """The changes of every rendering that both runs have, and what could not be compared."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def limits(given: Sequence[str]) -> dict[str, float]:
    """The drops allowed, by metric, as `METRIC=POINTS` gives them. Raises UsageError for what is none."""
    found: dict[str, float] = {}
    for argument in given:
        name, equals, points = argument.partition("=")
        try:
            value = float(points)
        except ValueError:
            value = -1.0
        if not equals or not 0 <= value < float("inf"):
            raise UsageError(f"--max-drop {argument!r}: expected METRIC=POINTS, for instance chrf2=1.0")
        found[named([name])[0].name] = value
    return found


def against(
    now: Record, before: Record, allowed: Mapping[str, float], testing: Testing | None = None, force: bool = False
) -> Gated:
    """Compare two runs, rendering by rendering; one that goes by another name is met where each run has but one.

    allowed  the largest drop of each metric that is let pass; empty for all metrics that both have, and nothing asked
    force    whether to compare scores whose signatures differ
    Raises UsageError where a metric is not there to be compared, or signatures differ.
    """
    testing = testing or Testing()
    metrics = [canonical(name) for name in allowed] or _shared(now, before)
    if not metrics:
        raise UsageError("the two runs share no metric against a reference")
    notes: list[str] = []
    pairs: list[tuple[Result, Result]] = []
    for metric in metrics:
        for side, run in (("this run", now), ("the baseline", before)):
            if metric not in _metrics(run):
                raise UsageError(f"{side} has no {metric} against a reference")
        matched, left = _matched(now, before, metric)
        notes += left
        for new, old in matched:
            if new.signature != old.signature:
                told = f"{metric} is {new.signature} here and {old.signature} in the baseline"
                if not force:
                    raise UsageError(f"{told}: not comparable (--force compares them all the same)")
                notes.append(f"compared by --force: {told}")
        pairs += matched
    paired = bool(now.units) and now.units == before.units
    if not paired:
        notes.append(_unpaired(now, before))
    # With too few draws no p could be small enough once it is corrected for so many changes.
    testing = replace(testing, resamples=max(testing.resamples, DRAWS * len(pairs)))
    chances = [_chance(now, before, new, old, testing, paired) for new, old in pairs]
    known = [p for p in chances if p is not None]
    adjusted = iter(holm(known))
    changes = [
        _change(new, old, None if p is None else next(adjusted), paired, allowed) for (new, old), p in zip(pairs, chances, strict=True)
    ]  # fmt: skip
    return Gated(tuple(changes), tuple(dict.fromkeys(notes)))


def beside(
    made: Compared, before: Record, allowed: Mapping[str, float], testing: Testing | None = None, force: bool = False
) -> Compared:
    """A comparison with its changes since an earlier run, as `against` finds them, and what it notes.

    allowed  the largest drop of each metric that is let pass; empty for no drop of any
    """
    now = record_of(made)
    found = against(now, before, allowed or dict.fromkeys(_shared(now, before), 0.0), testing, force)
    return replace(made, changes=found.changes, notes=made.notes + found.notes)


def _shared(now: Record, before: Record) -> list[str]:
    return [metric for metric in _metrics(now) if metric in _metrics(before)]


def _metrics(run: Record) -> list[str]:
    return list(dict.fromkeys(metric for metric, _ in run.results if known(metric)))


def _matched(now: Record, before: Record, metric: str) -> tuple[list[tuple[Result, Result]], list[str]]:
    mine, theirs = ({name: result for (m, name), result in run.results.items() if m == metric} for run in (now, before))
    if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
        (new,), (old,) = mine.values(), theirs.values()
        return [(new, old)], [
            f"{new.rendering!r} is compared with the baseline's {old.rendering!r}, the only one it has"
        ]
    shared = [(new, theirs[name]) for name, new in mine.items() if name in theirs]
    if not shared:
        raise UsageError(f"no rendering is in both runs: here {', '.join(mine)}; in the baseline {', '.join(theirs)}")
    left = [f"not in the baseline: {name}" for name in mine if name not in theirs]
    left += [f"only in the baseline: {name}" for name in theirs if name not in mine]
    return shared, left


def _unpaired(now: Record, before: Record) -> str:
    if not before.statistics:
        return "the baseline has no statistics of its segments: tested by the intervals, which tells less"
    shared = len({*now.units} & {*before.units})
    return (
        f"the runs are not over the same segments ({shared:,} of {len(now.units):,} here and {len(before.units):,} in the "
        "baseline are): tested by the intervals, and part of a change may be the texts'"
    )


def _chance(now: Record, before: Record, new: Result, old: Result, testing: Testing, paired: bool) -> float | None:
    """The chance of so large a change: by paired resampling, else by the intervals; None where there are none."""
    mine, theirs = now.statistics.get((new.metric, new.rendering)), before.statistics.get((old.metric, old.rendering))
    if paired and mine is not None and theirs is not None and mine.shape == theirs.shape:
        if testing.unit == "article":
            mine, theirs = (grouped(rows, [article for _, article, _ in now.units]) for rows in (mine, theirs))
        if len(mine) < 2:
            return None
        (metric,) = named([new.metric])
        randomised = testing.method == "randomisation"
        drawn = resample(metric, [mine, theirs], testing.resamples, testing.seed, randomised)
        return difference(drawn, 0, 1, testing.method).p
    if new.interval is None or old.interval is None:
        return None
    error = sqrt(sum(((high - low) / _WIDTH) ** 2 for low, high in (new.interval, old.interval)))
    apart = abs(new.value - old.value)
    return erfc(apart / error / sqrt(2)) if error else float(apart == 0)


def _change(new: Result, old: Result, p: float | None, paired: bool, allowed: Mapping[str, float]) -> Change:
    (metric,) = named([new.metric])
    drop = metric.better * (old.value - new.value)
    most = allowed.get(new.metric)
    people = agreement(new.metric, drop)
    return Change(
        new.metric, new.rendering, old.value, new.value, drop, most, p, paired, people,
        larger=drop > (most or 0.0) + 1e-9,
        significant=p is not None and p <= LEVEL,
        noticeable=people is None or people >= NOTICEABLE,
    )  # fmt: skip
