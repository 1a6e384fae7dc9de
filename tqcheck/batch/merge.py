"""The outcomes of all articles in one report, with what only the whole batch shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from tqcheck import __version__
from tqcheck.batch import codec
from tqcheck.batch.codec import Seen
from tqcheck.batch.observations import gathered
from tqcheck.batch.shards import Bundle, Held, Partial
from tqcheck.model.finding import Finding
from tqcheck.model.report import Report, Skipped
from tqcheck.model.stored import Stored
from tqcheck.rules.base import BatchRule, Mention, Odd
from tqcheck.rules.settings import DEFAULT, Settings

if TYPE_CHECKING:  # what checks need not be loaded where all is known from before
    from tqcheck.check import Checked, Observed

Remembered = Callable[[bytes, "Callable[[], Sequence[bytes]]"], "Sequence[bytes]"]


class Outcomes(Protocol):
    """Where the outcomes are: `Held` or `Shards`."""

    def raw(self, kinds: str) -> Iterator[tuple[int, Any]]: ...

    def decode(self, raw: Any) -> Any: ...


def report(outcomes: Iterable[Checked | Skipped], settings: Settings = DEFAULT) -> Report:
    """All outcomes in one report, held in memory, findings by article in the order of the outcomes.

    settings  those of the run; of findings about the whole batch what they leave out is left out here
    """
    held = list(outcomes)
    made = merged(Held(held), Bundle.of(held).partial, settings)
    return Report(
        made.version, tuple(made.findings), tuple(made.inputs), tuple(made.skipped), made.rules, rows=tuple(made.rows)
    )


def merged(
    outcomes: Outcomes, total: Partial, settings: Settings, remembered: Remembered = lambda what, make: make()
) -> Report:
    """All outcomes in one report, whose findings, inputs and texts are read whenever they are asked for.

    total       what the outcomes come to
    remembered  gives lines that were made before in the same case, or has them made
    """
    together = _across(outcomes, settings, remembered) if total.counts.get("o") else []
    fired = sorted({*total.rules, *(finding.rule for _, finding in together)})

    def documented() -> list[bytes]:
        from tqcheck.rules.registry import describe, find

        return [codec.line("d", describe(find(code))) for code in fired]

    def findings() -> Iterator[Finding]:
        at = 0
        for number, raw in outcomes.raw("f"):
            while at < len(together) and together[at][0] < number:
                yield together[at][1]
                at += 1
            yield outcomes.decode(raw)
        for _, finding in together[at:]:
            yield finding

    def every(kind: str) -> Stored[Any]:
        def again() -> Iterator[Any]:
            return (outcomes.decode(raw) for _, raw in outcomes.raw(kind))

        return Stored(again, total.counts.get(kind, 0))

    return Report(
        __version__,
        Stored(findings, total.counts.get("f", 0) + len(together)),
        every("i"),
        every("s"),
        tuple(codec.decode(line) for line in remembered(b"d" + " ".join(fired).encode(), documented)) if fired else (),
        rows=every("r"),
    )


def _across(outcomes: Outcomes, settings: Settings, remembered: Remembered) -> Sequence[tuple[int, Finding]]:
    """What `across` says, now or before."""
    if isinstance(outcomes, Held):
        return across(outcomes, settings)
    made = hashlib.blake2b(b"across", digest_size=16)
    for number, raw in outcomes.raw("o"):
        made.update(b"%d " % number + raw)

    def lines() -> Sequence[bytes]:
        found = across(outcomes, settings)
        numbers = b" ".join([b"outcomes", *(b"%d" % number for number, _ in found)])
        return [numbers, *(codec.line("f", finding) for _, finding in found)]

    numbers, *findings = remembered(made.digest(), lines)
    return [(int(n), codec.decode(line)) for n, line in zip(numbers.split()[1:], findings, strict=True)]


def across(outcomes: Outcomes, settings: Settings = DEFAULT) -> list[tuple[int, Finding]]:
    """What the rules that judge a batch say, each with the number of the outcome that it stands with, in this order.

    Renderings of different names are different translators and are never compared.
    """
    from tqcheck.check import fingerprinted

    rules: dict[str, BatchRule] = {}
    groups = gathered(_observed(outcomes, rules))
    if any(code not in rules for code, _ in groups):
        from tqcheck.check import rules_of

        rules.update((rule.code, rule) for rule in rules_of(settings) if isinstance(rule, BatchRule))
    odd: list[tuple[int, int, int, Odd, BatchRule]] = []
    for code, rendering in sorted(groups):
        kept = groups.pop((code, rendering)).unshared()
        for one in rules[code].judge(kept):
            (outcome, record), (_, beside) = kept.place(one.mention), kept.place(one.beside)
            odd.append((outcome, record, beside, one, rules[code]))
    if not odd:
        return []
    wanted = {record for _, *records, _, _ in odd for record in records}
    seen = {n: outcomes.decode(raw) for n, (_, raw) in enumerate(outcomes.raw("o")) if n in wanted}
    found = [(outcome, _finding(seen[a], seen[b], one, rule, settings)) for outcome, a, b, one, rule in odd]
    found = [(outcome, finding) for outcome, finding in found if _is_wanted(finding, settings)]
    marked = fingerprinted(finding for _, finding in found)
    together = [(outcome, finding) for (outcome, _), finding in zip(found, marked, strict=True)]
    return sorted(together, key=lambda pair: pair[0])


def _observed(outcomes: Outcomes, rules: dict[str, BatchRule]) -> Iterator[tuple[int, str, str, Mention]]:
    """Number of the outcome, code of the rule, rendering and mention; rules that are at hand go into `rules`."""
    for number, raw in outcomes.raw("o"):
        one: Observed | Seen = outcomes.decode(raw)
        if isinstance(one, Seen):
            yield number, one.rule, one.rendering, one.mention
        else:
            rules[one.rule.code] = one.rule
            yield number, one.rule.code, one.rendering, one.mention


def _finding(one: Observed | Seen, beside: Observed | Seen, odd: Odd, rule: BatchRule, settings: Settings) -> Finding:
    return Finding(
        article=one.article,
        rendering=one.rendering,
        rule=rule.code,
        name=rule.name,
        severity=settings.severity_of(rule),
        confidence=rule.confidence,
        message=odd.message,
        locations=(one.location, beside.location),
        evidence=odd.evidence,
        suggestion=odd.suggestion,
    )


def _is_wanted(finding: Finding, settings: Settings) -> bool:
    left_out = settings.ignored(finding.primary.path)
    return finding.confidence >= settings.min_confidence and not finding.rule.startswith(left_out)
