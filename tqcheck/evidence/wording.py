"""How a run of words departs from the wording of a name: a word lost, mangled, put for its rival, or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from tqcheck.lang.words import Word, phrase, stem

LOOSE = frozenset({"and", "the", "a", "an", "of"})
"""Words that are no part of a name's wording: they come and go."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


_DROPPED = _stems(
    "national state central international people chinese china federal general joint special group royal"
    " united us uk un eu cpc party popular standing"
)
"""Words that a short form of a name may leave out."""
_MOVED = _stems("china chinese sino")
"""Words that stand anywhere in a name."""
_HEADS = _stems(
    "commission council committee administration agency organization association federation league court fund"
    " institute academy survey expo exposition fair congress assembly region treaty convention"
)
"""Last words without which a name stands for nothing. The topic of a ministry is a name of its own."""
_OPEN = _stems("international national federal")
"""Words with which no name ends."""
_RIVALS: Sequence[frozenset[str]] = (
    _stems("national international"),
    _stems("1 2 3 4"),
    _stems("kingdom states nations emirates"),
    _stems("executive financial operating technology"),
)
"""Words of which one never stands for another."""
_ORDINALS = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4"}
_ORDINALS |= {"i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3"}
_SPELLINGS = (
    ("isation", "ization"),
    ("organis", "organiz"),
    ("our", "or"),
    ("ll", "l"),
    ("aluminium", "aluminum"),
    ("macau", "macao"),
    ("turkistan", "turkestan"),
    ("'", ""),
)
"""Spellings within a word with those that stand for them; applied to both sides, so that `court` is no worse off."""
_WHOLE = {"centr": "center", "centre": "center", "defenc": "defens", "defence": "defense", "programm": "program"}
_WHOLE |= {"programme": "program"}
_DERIVED = frozenset({"an", "ni", "qi", "li", "di", "ti"})
_LEADS = _words("in of to for from with by as than or was is are on against about over into at between")
"""Words after which a name begins."""
_JOINED = re.compile(r"[ \u00a0\-–,&]*(?:\b(?:and|the|of|a|an)\b[ \u00a0]*)*")


class Fault(str, Enum):
    """What is wrong with a run, in the words of a message."""

    LOST = "lacks a word of"
    MANGLED = "has a word wrong of"
    RIVAL = "is not"
    ORDER = "has the words in disorder of"


@dataclass(frozen=True, slots=True)
class Departure:
    """A run of a text's words that departs from a wording: its first and last index, and how."""

    first: int
    last: int
    fault: Fault


@lru_cache(maxsize=65536)
def spelling(stemmed: str) -> str:
    """A word's stem in one spelling: American English, ordinals as they are, no apostrophes (Xing'an)."""
    for british, american in _SPELLINGS:
        stemmed = stemmed.replace(british, american)
    return _WHOLE.get(stemmed, stemmed)


def keys(text: str) -> tuple[str, ...]:
    """The words that make a name's wording, as they compare."""
    return tuple(spelling(w.stem) for w in phrase(text) if w.folded not in LOOSE)


def departures(
    wording: str, text: str, found: Sequence[Word], stems: Sequence[str], whole: bool = False
) -> Iterator[Departure]:
    """Runs of `found` that depart from `wording` by one fault.

    wording  an accepted rendering
    text     what `found` (words, the loose ones left out) is taken from; `stems` are their keys
    whole    the wording is an acronym's expansion: no word may be left out, not even the first
    The runs bear capitals where the wording does; a wording of common words is looked for only if `whole`.
    """
    mine = [w for w in phrase(wording) if w.folded not in LOOSE]
    want = keys(wording)
    size = len(want)
    if size < 2 or not (mine[0].capitalised or whole):
        return
    wanted, have = set(want), set(stems)
    if sum(key in have for key in want) < min(size - 1, max(1, size - 2)):
        return
    capital = mine[0].capitalised and mine[-1].capitalised
    for first in range(len(found)):
        if not wanted.intersection(stems[first : first + 2]):
            continue
        for width in (size, size - 1):
            last = first + width - 1
            if width < 2 and size > 1 or last >= len(found):
                continue
            run = found[first : last + 1]
            if capital and not all(w.capitalised or w.text[0].isdigit() for w in (run[0], run[-1])):
                continue
            kind = _fault(mine, want, run, stems[first : last + 1], whole, " of " in wording)
            if kind is None or not _joined(text, run, kind):
                continue
            if kind is Fault.LOST and not _alone(text, found, first, last, want, stems, whole):
                continue
            yield Departure(first, last, kind)
        for width in range(2, size - 1):
            last = first + width - 1
            if (
                want[width - 1] not in _OPEN
                or last >= len(found)
                or list(stems[first : last + 1]) != list(want[:width])
            ):
                continue
            run = found[first : last + 1]
            if all(w.capitalised for w in run) and _alone(text, found, first, last, want[: width + 1], stems, whole):
                yield Departure(first, last, Fault.LOST)


def _fault(
    mine: Sequence[Word], want: Sequence[str], run: Sequence[Word], have: Sequence[str], whole: bool, of: bool
) -> Fault | None:
    """What is wrong with `run`, whose keys are `have`, beside the words `mine` with keys `want`; None where nothing."""
    size = len(want)
    if len(have) == size:
        wrong = [i for i in range(size) if want[i] != have[i] or _cut(mine[i], run[i])]
        if len(wrong) == 1:
            i = wrong[0]
            if size > 2 and _rivals(want[i], have[i]):
                return Fault.RIVAL
            return Fault.MANGLED if run[i].capitalised and _mangled(mine[i], run[i]) else None
        if size > 2 and wrong and not of and sorted(want) == sorted(have) and all(w.capitalised for w in run):
            moved = [key for key in want if key not in _MOVED] == [key for key in have if key not in _MOVED]
            return None if moved else Fault.ORDER
        return None
    if size < 3:
        return None
    lost = next((i for i in range(size - 1) if want[i] != have[i]), size - 1)
    if list(want[:lost]) + list(want[lost + 1 :]) == list(have):
        if whole:
            return Fault.LOST
        if lost == 0 or want[lost] in _DROPPED or (lost == size - 1 and want[lost] not in _HEADS):
            return None
        return Fault.LOST
    if size > 3 and lost not in (0, size - 1):
        # A word lost and its neighbour mangled: Shanghai Trad Zone.
        rest = [*mine[:lost], *mine[lost + 1 :]]
        wrong = [i for i in range(size - 1) if spelling(rest[i].stem) != have[i]]
        if len(wrong) == 1 and _mangled(rest[wrong[0]], run[wrong[0]]):
            return Fault.MANGLED
    return None


def _rivals(one: str, other: str) -> bool:
    one, other = _ORDINALS.get(one, one), _ORDINALS.get(other, other)
    return one != other and any(one in rivals and other in rivals for rivals in _RIVALS)


def _mangled(want: Word, have: Word) -> bool:
    """Whether a word is another with one letter lost, added, changed or swapped, and no form of it (Asian, parties)."""
    from rapidfuzz.distance import OSA

    one, other = spelling(want.folded), spelling(have.folded)
    if len(one) < 4 or len(other) < 4 or not one.isascii() or not other.isalpha():
        return False
    if want.stem == have.stem:
        return _cut(want, have)
    short, long = sorted((one, other), key=len)
    # Forms of one name: Asia and Asian, Iraq and Iraqi. `Sanyi` for Sany and `Navigatio` are none.
    derived = long.startswith(short) and (long[-1] == "s" or (short[-1] + long[-1]) in _DERIVED)
    return not derived and OSA.distance(one, other) == 1


def _cut(want: Word, have: Word) -> bool:
    """Whether a word lacks an ending that is no inflection in a name: Trad for Trade, Unite for United."""
    return have.capitalised and want.folded in (have.folded + "e", have.folded + "d")


def _joined(text: str, run: Sequence[Word], kind: Fault) -> bool:
    gaps = [text[a.span.end : b.span.start] for a, b in zip(run, run[1:], strict=False)]
    if kind is Fault.ORDER:
        return all(gap == " " for gap in gaps)
    return all(_JOINED.fullmatch(gap) for gap in gaps)


def _alone(
    text: str, found: Sequence[Word], first: int, last: int, want: Sequence[str], stems: Sequence[str], whole: bool
) -> bool:
    """Whether a run with a word lost is all there is of a name: no other name, and the word not beside it."""
    before = text[found[first - 1].span.end : found[first].span.start] if first else "."
    after = text[found[last].span.end : found[last + 1].span.start] if last + 1 < len(found) else "."
    lost = set(want) - set(stems[first : last + 1])
    beside = {*stems[max(0, first - 2) : first], *stems[last + 1 : last + 3]}
    if lost & beside:
        return False
    if last + 1 < len(found):
        following = found[last + 1]
        if after in (" ", "-") and (following.capitalised or spelling(following.stem) in _HEADS):
            return False
        if re.fullmatch(r" (?:of|for|on)(?: the)? ", after) and following.capitalised:
            return False
    if last - first == 1 and want[-1] in lost and not whole and re.search(r"\b(?:and|of)\b", before):
        return False
    joined = before in (" ", "-")
    if joined and whole and stems[first] != want[0] and found[first - 1].folded not in _LEADS:
        return False  # another word for the lost one: highly drug-resistant
    if not joined or not found[first - 1].capitalised:
        return True
    # Another name may go on here: Viet Nam News Agency, Israel's National Council.
    starts = stems[first] == want[0] and (whole or last - first > 1)
    return starts or bool(re.search(r"['’]s?$", found[first - 1].text))
