"""Without a source: the capitalised runs and numbers that some renderings of a segment have and not all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tqcheck.compare.units import Unit
from tqcheck.lang.base import Language
from tqcheck.lang.quantity import Moment, Quantity
from tqcheck.lang.words import find_phrase, stems, words
from tqcheck.model.differences import Parallel
from tqcheck.model.text import Span

_DATED = ("year", "month", "day", "weekday", "hour", "minute", "decade", "century")


def uneven(unit: Unit, systems: Sequence[str], language: Language) -> Iterator[Parallel]:
    """The names and numbers of a unit that not all renderings have: names by their words, numbers by value."""
    for kind, found in (("capitals", _capitals(unit, language)), ("numbers", _numbers(unit, language))):
        if any(found):
            forms = dict(zip(systems, found, strict=True))
            yield Parallel(kind, unit.group, unit.id, "", "", forms)


def _capitals(unit: Unit, language: Language) -> list[tuple[str, ...]]:
    read = [words(text) for text in unit.texts]
    found: list[tuple[str, ...]] = []
    for n, text in enumerate(unit.texts):
        odd: dict[str, None] = {}
        for span in _runs(text, language):
            form = span.of(text)
            keys = stems(form)
            if keys and any(not find_phrase(other, keys) for m, other in enumerate(read) if m != n):
                odd.setdefault(form)
        found.append(tuple(odd))
    return found


def _runs(text: str, language: Language) -> Iterator[Span]:
    """Runs of capitalised words of which one at least has its capital for being a name."""
    runs: dict[int, list[Span]] = defaultdict(list)
    sure: set[int] = set()
    for name in language.proper_names(text):
        runs[name.run].append(name.span)
        if name.sure:
            sure.add(name.run)
    for run, spans in runs.items():
        if run in sure:
            yield spans[0].cover(spans[-1])


def _numbers(unit: Unit, language: Language) -> list[tuple[str, ...]]:
    read = [
        ([q for q in language.quantities(text) if not q.vague], list(language.moments(text))) for text in unit.texts
    ]
    found: list[tuple[str, ...]] = []
    for n, (quantities, moments) in enumerate(read):
        others = [theirs for m, theirs in enumerate(read) if m != n]
        odd: dict[str, None] = {}
        items: list[Quantity | Moment] = [*quantities, *moments]
        for item in sorted(items, key=lambda i: i.span):
            if any(not _has(item, *theirs) for theirs in others):
                odd.setdefault(item.span.of(unit.texts[n]))
        found.append(tuple(odd))
    return found


def _has(item: Quantity | Moment, quantities: Sequence[Quantity], moments: Sequence[Moment]) -> bool:
    """Whether another rendering has the number or date, in whatever form."""
    if isinstance(item, Moment):
        mine = _dated(item)
        return not mine or any(_meet(mine, _dated(other)) for other in moments)
    return any(abs(q.low - item.low) < 1e-9 * max(1.0, abs(item.low)) for q in quantities)


def _dated(moment: Moment) -> dict[str, int]:
    return {name: value for name in _DATED if (value := getattr(moment, name)) is not None}


def _meet(a: dict[str, int], b: dict[str, int]) -> bool:
    """Whether two dates say something of the same field and nothing different."""
    shared = a.keys() & b.keys()
    return bool(shared) and all(a[name] == b[name] for name in shared)
