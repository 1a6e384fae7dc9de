"""Metrics of renderings against a reference, by sacrebleu's definitions, from statistics that are kept."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.errors import UsageError
from tqcheck.metrics.base import Metric
from tqcheck.metrics.bleu import Bleu
from tqcheck.metrics.chrf import Chrf, ChrfPlusPlus
from tqcheck.metrics.ter import Ter

__all__ = ["Bleu", "Chrf", "ChrfPlusPlus", "Metric", "Ter", "named"]

_KINDS: dict[str, type[Metric]] = {kind.name: kind for kind in (Bleu, Chrf, ChrfPlusPlus, Ter)}


def named(names: Iterable[str]) -> list[Metric]:
    """Metrics by name. Raises UsageError for one that does not exist."""
    chosen = []
    for name in names:
        if name not in _KINDS:
            raise UsageError(f"no metric {name!r} (has: {', '.join(_KINDS)})")
        chosen.append(_KINDS[name]())
    return chosen
