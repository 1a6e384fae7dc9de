"""Mentions of one thing in many articles: which form is usual, and which is not."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tqcheck.evidence.unit import Pair
from tqcheck.model.finding import Evidence
from tqcheck.rules.base import Mention, Odd


def digest(pair: Pair) -> str:
    """What tells one source passage from another, in a few bytes."""
    return hashlib.sha1(pair.source_text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:12]


def odd_forms(mentions: Sequence[Mention], differ: Callable[[str, str], bool], min_usual: int = 1) -> Iterator[Odd]:
    """The mentions whose form differs from the usual one of their key: the one most used, the earlier of two.

    differ     whether two forms are two ways of writing the thing, and not a long and a short one, or an inflection
    min_usual  mentions that the usual form needs
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_key[mention.key].append(number)
    for key, numbers in by_key.items():
        counts: dict[str, int] = defaultdict(int)
        for number in numbers:
            counts[mentions[number].form] += 1
        if len(counts) < 2:
            continue
        usual = max(counts, key=lambda form: counts[form])
        if counts[usual] < min_usual:
            continue
        beside = next(n for n in numbers if mentions[n].form == usual)
        for number in numbers:
            form = mentions[number].form
            if form != usual and differ(form, usual):
                yield Odd(
                    number,
                    beside,
                    f'{key} is "{form}" here and "{usual}" elsewhere in this batch',
                    usual,
                    (Evidence("source", key), Evidence("rendering", f'"{usual}": {_times(counts[usual])}')),
                )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
