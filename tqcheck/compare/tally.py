"""How much a check found, by family of rules: what is kept of its report, to set a later one beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, lgamma, log
from typing import Any

from tqcheck.compare.quality import family
from tqcheck.compare.record import Record, Result
from tqcheck.metrics.significance import holm
from tqcheck.model.comparison import Change
from tqcheck.model.report import SCHEMA, Report

TALLY_SCHEMA = "tqcheck.tally/1"
FINDINGS = "findings"
"""The name under which findings per 1,000 words are kept beside scores; their `rendering` is a family, or `ALL`."""
ALL = "all"
LEVEL = 0.05


@dataclass(frozen=True)
class Tally:
    """A report of `tqcheck check`, counted.

    languages  of the sources and the renderings
    words      of the renderings
    counts     findings that are not silenced, by family
    """

    version: str
    languages: str
    words: int
    counts: Mapping[str, int] = field(default_factory=dict)

    def count(self, name: str) -> int:
        """Findings of a family, or all."""
        return sum(self.counts.values()) if name == ALL else self.counts.get(name, 0)

    def record(self) -> Record:
        """Findings per 1,000 words, all and by family, as results of a run."""
        signature = f"per 1,000 words of the renderings|tqcheck:{self.version}"
        results = {
            (FINDINGS, name): Result(FINDINGS, name, 1000 * self.count(name) / max(1, self.words), signature)
            for name in (ALL, *self.counts)
        }
        return Record(self.version, results, {"target_lang": self.languages})

    def kept(self) -> dict[str, Any]:
        """What `kept_tally` reads."""
        return {
            "schema": TALLY_SCHEMA, "version": self.version, "languages": self.languages, "words": self.words,
            "counts": dict(self.counts),
        }  # fmt: skip


def tally_of(report: Report) -> Tally:
    """The tally of a report that has just been made."""
    rules = (finding.rule for finding in report.findings if finding.suppressed is None)
    languages = ((item.source_lang, item.target_lang) for item in report.inputs)
    return _tally(report.version, languages, sum(item.words for item in report.inputs), rules)


def read_tally(data: Mapping[str, Any]) -> Tally | None:
    """The tally of what JSON holds: a report, or a tally as it was kept; None for anything else.

    Raises KeyError, TypeError, ValueError or AttributeError where it is not whole.
    """
    if data.get("schema") == TALLY_SCHEMA:
        counts = {str(name): int(count) for name, count in data["counts"].items()}
        return Tally(str(data["version"]), str(data["languages"]), int(data["words"]), counts)
    if data.get("schema") != SCHEMA:
        return None
    rules = (str(finding["rule"]) for finding in data["findings"] if finding["suppressed"] is None)
    languages = ((item["source_lang"], item["target_lang"]) for item in data["inputs"])
    return _tally(str(data["version"]), languages, sum(int(item["words"]) for item in data["inputs"]), rules)


def _tally(version: str, languages: Iterable[tuple[str | None, str]], words: int, rules: Iterable[str]) -> Tally:
    told = sorted({" to ".join(filter(None, pair)) for pair in languages})
    return Tally(version, ", ".join(told), words, dict(sorted(Counter(map(family, rules)).items())))


def tally_changes(now: Tally, before: Tally) -> tuple[Change, ...]:
    """What one check found more or less of than an earlier one, all and by family; the families' p are corrected (Holm)."""
    new, old = now.record().results, before.record().results
    names = [ALL, *sorted({*now.counts, *before.counts})]
    first, *others = (rate_chance(now.count(n), before.count(n), now.words, before.words) for n in names)
    adjusted = [first, *holm(others)]
    found = []
    for name, p in zip(names, adjusted, strict=True):
        after, earlier = (
            results[FINDINGS, name].value if (FINDINGS, name) in results else 0.0 for results in (new, old)
        )
        drop = after - earlier
        found.append(
            Change(FINDINGS, name, earlier, after, drop, None, p, False, None, drop > 0, p <= LEVEL, noticeable=True)
        )
    return tuple(found)


def rate_chance(a: int, b: int, words_a: int, words_b: int) -> float:
    """The chance of two counts so far apart where both come at the same rate per word.

    The conditional test of two Poisson rates (Przyborowski and Wilenski 1940): given their sum, the first count is
    binomial with the share of its words; the smaller tail, doubled.
    """
    total, words = a + b, words_a + words_b
    if not total or not words_a or not words_b:
        return 1.0
    share = words_a / words

    def chance(k: int) -> float:
        ways = lgamma(total + 1) - lgamma(k + 1) - lgamma(total - k + 1)
        return exp(ways + k * log(share) + (total - k) * log(1 - share))

    low = sum(map(chance, range(a + 1)))
    high = sum(map(chance, range(a, total + 1)))
    return min(1.0, 2 * min(low, high))
