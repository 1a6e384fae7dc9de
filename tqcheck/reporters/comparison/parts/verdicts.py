"""Words for what the rules found and for changes since an earlier run."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.model.comparison import Change, Compared, Quality
from tqcheck.model.finding import Severity


def families(found: Sequence[Quality]) -> list[str]:
    """The families of rules that found anything."""
    return sorted({family for one in found for family, _ in one.counts})


def severities(found: Sequence[Quality]) -> list[str]:
    """The severities that were found, the worst first."""
    there = {severity for one in found for _, severity in one.counts}
    return [severity.value for severity in Severity if severity.value in there]


def points(compared: Compared) -> str:
    """What the points are."""
    return (
        f"points: the less the better; {compared.settings.get('weights', '')}. "
        "Rules see a part of what people mark: compare systems by it, do not read it as a human MQM score."
    )


def verdict(one: Change) -> tuple[str, str]:
    """`FAIL` or `pass`, and why: of the three conditions those that are not met, or all three.

    Where no drop was named that is let pass: `better`, `worse`, or that the two cannot be told apart.
    """
    sure = "cannot be told" if one.p is None else f"p={one.p:.3f}" if one.p >= 0.001 else "p<0.001"
    people = "" if one.agreement is None else f"people agree {100 * one.agreement:.0f}% of the time"
    significant = f"significant ({sure})"
    if one.allowed is None:
        if not one.drop:
            return "same", ""
        told = f"not {significant}" if not one.significant else ", ".join(filter(None, (significant, people)))
        return ("worse" if one.drop > 0 else "better") if one.significant else "–", told
    if one.fails:
        told = f"worse by {one.drop:.2f} where {one.allowed:.2f} is allowed"
        return "FAIL", ", ".join(filter(None, (told, significant, people)))
    if one.drop <= 0:
        return "pass", "no worse"
    missing = []
    if not one.larger:
        missing.append(f"no larger than allowed ({one.allowed:.2f})")
    if not one.significant:
        missing.append(f"not {significant}")
    if not one.noticeable:
        missing.append(f"not noticeable ({people})")
    return "pass", f"worse by {one.drop:.2f}, but " + ", ".join(missing)
