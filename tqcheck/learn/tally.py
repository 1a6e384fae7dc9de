"""Candidates counted over all stretches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tqcheck.lang.base import TermCandidate
from tqcheck.lang.words import fold


@dataclass
class Phrase:
    """A candidate over all observations: where it stands, and how it is written."""

    stretches: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    named: int = 0

    @property
    def name(self) -> bool:
        """Whether it is a name wherever it stands, or nearly."""
        return 2 * self.named > self.forms.total()

    @property
    def capital(self) -> bool:
        """Whether it never stands without a capital, though that may be a sentence's."""
        return all(form[:1].isupper() for form in self.forms)

    @property
    def kind(self) -> str:
        """What it mostly names."""
        return self.kinds.most_common(1)[0][0]

    @property
    def form(self) -> str:
        """As it is mostly written; of two ways, the one with fewer capitals, which a sentence's beginning may give."""
        return min(self.forms, key=lambda form: (-self.forms[form], sum(c.isupper() for c in form), form))


def tally(texts: Iterable[tuple[str, Sequence[TermCandidate]]]) -> dict[str, Phrase]:
    """The candidates of each text by their keys, the texts numbered from 0."""
    found: dict[str, Phrase] = defaultdict(Phrase)
    for number, (text, candidates) in enumerate(texts):
        for candidate in candidates:
            phrase = found[candidate.key]
            phrase.stretches.add(number)
            phrase.forms[_plain(candidate.span.of(text))] += 1
            phrase.kinds[candidate.kind] += 1
            phrase.named += candidate.name
    return found


def without_parts(phrases: Mapping[str, Phrase], least: int = 1) -> dict[str, Phrase]:
    """The phrases but those that stand nowhere but within one longer phrase and are no names by themselves.

    least  stretches in which the longer phrase must stand
    """
    parts: set[str] = set()
    for key, phrase in phrases.items():
        if len(phrase.stretches) < least:
            continue
        units: Sequence[str] = key.split(" ") if " " in key else key
        joint = " " if " " in key else ""
        for start in range(len(units)):
            for end in range(start + 1, len(units) + 1):
                part = joint.join(units[start:end])
                if part != key and part in phrases and len(phrases[part].stretches) == len(phrase.stretches):
                    parts.add(part)
    return {key: phrase for key, phrase in phrases.items() if phrase.name or key not in parts}


def _plain(form: str) -> str:
    """A form as it stands in a glossary: on one line, without a possessive ending."""
    words = " ".join(form.split())
    last = words.rpartition(" ")[2]
    for ending in ("'s", "’s"):
        if last.endswith(ending) and fold(last) == fold(last.removesuffix(ending)):
            return words.removesuffix(ending)
    return words
