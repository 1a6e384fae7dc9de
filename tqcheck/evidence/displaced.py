"""Names that stand in the place of another: CNN or Xinhua for 中新网, SEC for 证监会."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from tqcheck.evidence.terms import TermUse
from tqcheck.evidence.verdict import Verdict
from tqcheck.knowledge.acronyms import acronym_key, acronyms
from tqcheck.knowledge.glossary import Entry, Glossary
from tqcheck.lang.base import Language
from tqcheck.lang.english_common import common_words
from tqcheck.lang.english_lexical import STOP_WORDS
from tqcheck.lang.english_lexical import stem as gloss_stem
from tqcheck.lang.words import LIGHT, Word, folded_words, words
from tqcheck.model.text import Span

GROUPS = (
    frozenset({"agency", "outlet"}),
    frozenset({"body", "organisation"}),
    frozenset({"company"}),
    frozenset({"university"}),
)
"""Kinds of entries of which one is taken for the other."""
_COUNTRIES = frozenset({"us", "usa", "uk", "un", "eu", "uae", "ussr", "prc", "dprk", "rok", "cpc", "ccp"})
"""Rendered by many words and for many words, so that one of them displaces nothing."""
_COMMON_PAIR = 12
"""Terms that share a pair of characters from which the pair tells nothing (国家, 银行)."""
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Displaced:
    """A known name in the target that no term of the source accounts for, where one of its kind is not rendered.

    target  where it stands in the target
    use     the term of the source that it stands for
    other   the entry that it is the name of
    """

    target: Span
    use: TermUse
    other: Entry


def find_displaced(
    source: str, target: str, background: str, language: Language, glossary: Glossary, terms: Sequence[TermUse]
) -> Sequence[Displaced]:
    """Names of others in `target`, each for a term of `source` of its kind that the target has in no accepted form.

    background  the whole document of the source: who is named there may be named anywhere
    terms       the known terms of the source with how they are rendered
    """
    unknown = [use for use in terms if use.verdict is Verdict.UNKNOWN and _group(use.entry)]
    if not unknown:
        return ()
    here, whole = language.normalise(source), language.normalise(source + background)
    accepted = {folded_words(r) for use in terms for r in use.entry.renderings}
    taken = [use.target for use in terms if use.target]
    found: list[Displaced] = []
    for span, entries in _names(target, glossary):
        if any(span.overlaps(t) for t in taken) or folded_words(span.of(target)) in accepted:
            continue
        for use in unknown:
            group = _group(use.entry)
            others = [e for e in entries if e.kind in group] or _glossing(span.of(target), entries, use, language)
            if not others or any(use.sources[0] == d.use.sources[0] for d in found):
                continue
            # A dateline tells the outlet of this line; another sentence may bear another's.
            known = here if group == GROUPS[0] else whole
            if any(_accounted(e.term, use.entry.term, known, glossary) for e in entries) or span.of(target) in source:
                continue
            if any(_parent(entry, use.entry) for entry in entries):
                continue
            found.append(Displaced(span, use, others[0]))
            break
    return tuple(found)


def _parent(other: Entry, mine: Entry) -> bool:
    """Whether a name of `mine` begins with one of `other`, so that the latter may stand for it: ABC, ABC Wealth."""
    own = [folded_words(r) for r in mine.renderings]
    theirs = {folded_words(r) for r in other.renderings}
    return any(name[:n] in theirs for name in own for n in range(1, len(name)))


def _glossing(name: str, entries: Sequence[Entry], use: TermUse, language: Language) -> list[Entry]:
    """The entries of another kind, where `name`, of three words or more, glosses the term: 经济观察网, no council."""
    folded = [w for w in folded_words(name) if w not in STOP_WORDS]
    parts = language.glossed_parts(use.entry.term)
    if len(folded) < 3 or not any(gloss_stem(w) in part for w in folded for part in parts):
        return []
    return [entry for entry in entries if _group(entry)]


def _group(entry: Entry) -> frozenset[str]:
    return next((group for group in GROUPS if entry.kind in group), frozenset())


def _names(target: str, glossary: Glossary) -> Iterator[tuple[Span, Sequence[Entry]]]:
    """The longest known names in `target` that tell something by themselves and are no part of a longer one."""
    found = [w for w in words(target) if w.folded not in LIGHT]
    at = 0
    while at < len(found):
        step = 1
        for size in range(min(_LONGEST, len(found) - at), 0, -1):
            run = found[at : at + size]
            entries = glossary.by_rendering.get(tuple(w.folded for w in run), ())
            if not entries or not all(w.capitalised for w in (run[0], run[-1])) or not _telling(run):
                continue
            if not any(w.parted for w in run[1:]) and not _goes_on(found, at, size, target):
                yield Span(run[0].span.start, run[-1].span.end), entries
            step = size
            break
        at += step


def _telling(run: Sequence[Word]) -> bool:
    """Whether a name is more than common words: an acronym, three words, or a word that is no common one."""
    first = run[0]
    if len(run) == 2 and {w.folded for w in run} & {"press", "times", "post", "journal"}:
        return True
    if len(run) == 1:
        key = acronym_key(first.text)
        acronym = first.text.isupper() and len(first.text) > 2 and first.folded not in _COUNTRIES
        organisation = key not in acronyms() or acronyms()[key].field not in ("science", "medicine", "economy", "sport")
        return (acronym and organisation) or (not first.text.isupper() and first.folded not in common_words())
    return len(run) > 2 or any(w.folded not in common_words() for w in run)


def _goes_on(found: Sequence[Word], at: int, size: int, text: str) -> bool:
    """Whether a capitalised word stands right before or after the name, so that it may be part of another."""
    before = found[at - 1] if at else None
    after = found[at + size] if at + size < len(found) else None
    first, last = found[at], found[at + size - 1]
    leads = before is not None and before.capitalised and text[before.span.end : first.span.start] in (" ", "-")
    goes = after is not None and after.capitalised and text[last.span.end : after.span.start] in (" ", "-")
    goes = goes and last.text == last.text.rstrip("'’s")
    return (leads and before is not None and not before.text.endswith(("'s", "’s"))) or goes


def _accounted(term: str, mine: str, whole: str, glossary: Glossary) -> bool:
    """Whether the source names `term` too, in full, in short, or with `mine` as its short form."""
    if term in whole or (mine in term and term.replace(mine, "") in whole):
        return True
    rest = whole.replace(mine, " ")
    pairs = {term[i : i + 2] for i in range(len(term) - 1)}
    return any(pair in rest and _pairs(glossary)[pair] < _COMMON_PAIR for pair in pairs)


_PAIRS: WeakKeyDictionary[Glossary, Counter[str]] = WeakKeyDictionary()


def _pairs(glossary: Glossary) -> Counter[str]:
    """How many terms hold each pair of characters."""
    if glossary not in _PAIRS:
        _PAIRS[glossary] = Counter(p for e in glossary for p in {e.term[i : i + 2] for i in range(len(e.term) - 1)})
    return _PAIRS[glossary]
