"""How a known name goes wrong without a list: spelt by the sound of its characters, or glossed one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.evidence.near_phrases import word_by_word
from tqcheck.knowledge.glossary import Entry, Literal
from tqcheck.lang.base import Language
from tqcheck.lang.english_lexical import STOP_WORDS, stem
from tqcheck.lang.words import LIGHT, Word, capital_runs, fold, words
from tqcheck.model.text import Span

SOUNDED = frozenset("person place organisation company outlet agency university body".split())
"""Kinds whose names machine translation spells out when it does not know them."""
GLOSSED = frozenset("agency outlet company body phrase".split())
"""Kinds whose names are seldom made of common words in English; bodies' names mostly are."""
ALIKE = frozenset({"person"})
"""Kinds of which a name that is nearly right is taken for a misspelling."""
LEAST_ALIKE, MOST_ALIKE = 70.0, 88.0
"""Likeness, 0 to 100, of a surname to one that is another spelling of it: from where to where it is a misspelling.

Above, it is taken for a variant (Zelenskiy); below, for another name.
"""
MIN_LETTERS = 4
_MOST_SPELT = 4
LEAST_OF_NAME = 0.6
LEAST_OF_PHRASE = 0.85
"""Share of a term's characters that the words must gloss."""
_GAPS = frozenset((" ", "-", "'", "’", "·", "-"))
_GENERIC = frozenset(
    "province city county state island islands mountain mount river lake sea bay port airport district region "
    "prefecture town company group corporation inc ltd co university bank daily times news newspaper agency "
    "network tv television net website international".split()
)


def misread(entry: Entry, found: Sequence[Word], text: str, language: Language) -> tuple[Span, Literal] | None:
    """Where `entry` is misread in the target: the span and the form that stands there, or None.

    found  the words of `text`
    """
    if entry.kind in SOUNDED and not entry.required:
        span = _by_sound(entry, found, text, language)
        if span:
            return span, Literal(span.of(text), alone=False, how="a spelling by sound")
    if entry.kind in ALIKE and not entry.required:
        span = _by_likeness(entry, found, text)
        if span:
            return span, Literal(span.of(text), alone=False, how="a misspelling")
    if entry.kind in GLOSSED:
        span = _by_gloss(entry, found, text, language)
        if span:
            return span, Literal(span.of(text), alone=False)
    if not entry.required:
        span = word_by_word(entry, found, language)
        if span:
            return span, Literal(span.of(text), alone=False)
    return None


def _by_sound(entry: Entry, found: Sequence[Word], text: str, language: Language) -> Span | None:
    """The run of capitals that spells the term's characters: `Fan Mingzheng` for 范明政 (Pham Minh Chinh)."""
    accepted = {"".join(fold(w.text) for w in words(r)).replace("'", "") for r in entry.renderings}
    sounds = {s for s in language.sounds(entry.term) if len(s) >= MIN_LETTERS} - accepted
    if not sounds:
        return None
    for i, word in enumerate(found):
        if not word.capitalised:
            continue
        joined = ""
        for j in range(i, min(i + 4, len(found))):
            if j > i and not _beside(found[j - 1], found[j], text):
                break
            joined += found[j].folded.replace("'", "")
            if joined in sounds:
                return Span(word.span.start, found[j].span.end)
            if not any(s.startswith(joined) for s in sounds):
                break
    return None


def _by_likeness(entry: Entry, found: Sequence[Word], text: str) -> Span | None:
    """The name in capitals that is nearly an accepted one: `Pham Minh Thanh`, `Moderot` for Modrow."""
    from rapidfuzz import fuzz

    for rendering in entry.renderings:
        want = [w.folded for w in words(rendering)]
        size = len(want)
        for i in range(len(found) - size + 1):
            run = found[i : i + size]
            if not all(w.capitalised and w.text[1:].islower() for w in run) or _is_inside(found, i, size, text):
                continue
            if any(not _beside(a, b, text) for a, b in zip(run, run[1:], strict=False)):
                continue
            likeness = [fuzz.ratio(a.folded, b) for a, b in zip(run, want, strict=True)]
            wrong = [x for x in likeness if x < 100]
            if size > 2 and len(wrong) == 1 and len(want[likeness.index(wrong[0])]) > 2:
                return Span(run[0].span.start, run[-1].span.end)
            if size <= 2 and len(wrong) == 1 and len(want[likeness.index(wrong[0])]) > 4:
                first = run[likeness.index(wrong[0])].folded[0] == want[likeness.index(wrong[0])][0]
                if first and LEAST_ALIKE <= wrong[0] < MOST_ALIKE:
                    return Span(run[0].span.start, run[-1].span.end)
    return None


def _is_inside(found: Sequence[Word], i: int, size: int, text: str) -> bool:
    """Whether the run goes on in capitals after it, so that it is part of another name."""
    end = i + size
    return end < len(found) and found[end].capitalised and text[found[end - 1].span.end : found[end].span.start] == " "


def _by_gloss(entry: Entry, found: Sequence[Word], text: str, language: Language) -> Span | None:
    """The run of capitals whose every word glosses a part of the term, and which glosses nearly all its parts."""
    parts = language.glossed_parts(entry.term)
    if len(parts) < 2:
        return None
    own = {w.stem for r in entry.renderings for w in words(r)}
    runs = _stretches(found, parts) if entry.kind == "phrase" else _names(found, text)
    for run in runs:
        content = [w for w in run if w.folded not in LIGHT and w.folded not in STOP_WORDS]
        glossed = [
            {n for n, part in enumerate(parts) if stem(w.folded) in part} | _spelt(w, entry.term, language)
            for w in content
        ]
        if len(content) < 2 or not all(g or w.folded in _GENERIC for g, w in zip(glossed, content, strict=True)):
            continue
        covered = set().union(*glossed)
        telling = [w for g, w in zip(glossed, content, strict=True) if g and w.folded not in _GENERIC]
        least = LEAST_OF_PHRASE if entry.kind == "phrase" else LEAST_OF_NAME
        if (
            len(covered) >= least * len(parts)
            and telling
            and 2 * sum(w.stem not in own for w in content) > len(content)
        ):
            return Span(run[0].span.start, run[-1].span.end)
    return None


def _spelt(word: Word, term: str, language: Language) -> set[int]:
    """The characters of `term`, two or more but not all, that a word spells: Zhongxin for 中新 in 中新社."""
    if not word.capitalised or len(word.folded) < MIN_LETTERS:
        return set()
    for start in range(len(term)):
        for end in range(start + 2, min(start + _MOST_SPELT, len(term)) + 1):
            if end - start < len(term) and word.folded.replace("'", "") in language.sounds(term[start:end]):
                return set(range(start, end))
    return set()


def _stretches(found: Sequence[Word], parts: Sequence[frozenset[str]]) -> Iterator[Sequence[Word]]:
    """Maximal stretches of words, whatever their case, of which each glosses a part of the term; light words within."""
    run: list[Word] = []
    for word in found:
        glosses = any(stem(word.folded) in part for part in parts)
        if (glosses and word.folded not in STOP_WORDS) or (run and word.folded in STOP_WORDS and not word.parted):
            run.append(word)
            continue
        yield from _ended(run)
        run = []
    yield from _ended(run)


def _ended(run: list[Word]) -> Iterator[Sequence[Word]]:
    while run and run[-1].folded in STOP_WORDS:
        run.pop()
    if len(run) > 1:
        yield run


def _names(found: Sequence[Word], text: str) -> Iterator[Sequence[Word]]:
    """Runs of two to five words in capitals, `of` and `the` within them allowed."""
    return (run for run in capital_runs(found, text, LIGHT, _GAPS) if 1 < len(run) <= 5)


def _beside(a: Word, b: Word, text: str) -> bool:
    return text[a.span.end : b.span.start] in _GAPS
