"""Metrics of renderings against a reference, by sacrebleu's definitions, from statistics that are kept."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.errors import UsageError
from tqcheck.metrics.base import Metric
from tqcheck.metrics.bleu import Bleu
from tqcheck.metrics.chrf import Chrf, ChrfPlusPlus
from tqcheck.metrics.ter import Ter

__all__ = ["Bleu", "Chrf", "ChrfPlusPlus", "Metric", "Ter", "canonical", "known", "named"]

_KINDS: dict[str, type[Metric]] = {kind.name: kind for kind in (Bleu, Chrf, ChrfPlusPlus, Ter)}
_AS_SACREBLEU = {"chrf2": "chrf", "chrf2++": "chrf++"}


def known(name: str) -> bool:
    """Whether there is a metric of this name."""
    return name in _KINDS


def canonical(name: str) -> str:
    """A metric's own name, in lower case, for a name that sacrebleu may give it. It need not be one that exists."""
    lower = name.strip().lower()
    return _AS_SACREBLEU.get(lower, lower)


def named(names: Iterable[str]) -> list[Metric]:
    """Metrics by name. Raises UsageError for one that does not exist."""
    chosen = []
    for name in dict.fromkeys(map(canonical, names)):
        if name not in _KINDS:
            raise UsageError(f"no metric {name!r} (has: {', '.join(_KINDS)})")
        chosen.append(_KINDS[name]())
    return chosen
