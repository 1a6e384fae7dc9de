"""Countries called by one character, resolved by the document: 马方 is Malaysia where the article is about Malaysia."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.evidence.terms import accepted_spans
from tqcheck.knowledge.gazetteer import english_mentions, gazetteer
from tqcheck.knowledge.glossary import Glossary
from tqcheck.lang.base import Language
from tqcheck.lang.english_lexical import stem
from tqcheck.lang.words import Word, words
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name in the source, what the document shows it to be, and the place rendered as another's.

    source   the short name in the source passage
    place    the full name of what it stands for
    wrong    where the target has another place of the same short name
    other    the full name of that other place; empty where the target has the character's meaning or its sound
    """

    source: Span
    place: str
    wrong: Span
    other: str = ""


def misresolved(
    source: str,
    target: str,
    background: str,
    language: Language,
    glossary: Glossary,
    table: Mapping[str, Sequence[str]],
) -> Sequence[ShortName]:
    """Short names of `source` that the target takes for another place than the document shows.

    background  the source's whole document, with the passage itself
    table       for each short name the full names that it may stand for, each with other signs of it after `=`
    A short name is resolved where the document has just one of its full names. It is misresolved where the target has
    the name of another of them, which the document does not have at all; what the character means, before `side`; how
    it sounds; or, of two countries side by side, one of them twice.
    """
    target_words = words(target)
    spans = sorted(language.short_names(source, tuple(table)))
    meant: dict[Span, str] = {}
    found: list[ShortName] = []
    for span in spans:
        signs = _signs(table[span.of(source)])
        listed = len(span) == 1 and language.in_list(source, span.start)
        present = list(signs) if listed and len(signs) == 1 else _present(signs, background)
        if len(present) != 1 or present[0] not in glossary.entries:
            continue
        meant[span] = place = present[0]
        right = accepted_spans(glossary.entries[place], target_words)
        others = {other: _named(other, target_words, language, glossary) for other in _absent(signs, place, background)}
        wrong = [
            ShortName(span, place, there, other)
            for other, places in others.items()
            for there in places
            if not any(there.overlaps(r) and (r == there or not there.contains(r)) for r in right)
        ]
        if not wrong and len(span) == 1 and _unrendered(place, source, len(right), spans, meant):
            side = _glossed(span.of(source), target_words, language, listed)
            side = side or _sounded(source[span.start : span.end + 1], target_words, language)
            wrong = [ShortName(span, place, side)] if side else []
        found += [use for use in wrong if use.wrong not in {other.wrong for other in found}]
    return [*found, *_pairs(source, target, target_words, language, glossary, meant)]


def _named(place: str, target: Sequence[Word], language: Language, glossary: Glossary) -> list[Span]:
    """Where the target names `place`: by its entry or, where two characters are too few for one, as a country."""
    if place in glossary.entries:
        return accepted_spans(glossary.entries[place], target)
    codes = {code for mention in gazetteer(language.code).mentions(place) for code in mention.places}
    return [
        Span(target[first].span.start, target[end - 1].span.end)
        for first, end, places in english_mentions(tuple(target))
        if places & codes
    ]


def _pairs(
    source: str,
    target: str,
    found: Sequence[Word],
    language: Language,
    glossary: Glossary,
    meant: Mapping[Span, str],
) -> Iterator[ShortName]:
    """Two countries side by side of which one is named twice (`Vietnam-Vietnam`), or that are spelt by their sound."""
    spans = sorted(meant)
    for a, b in zip(spans, spans[1:], strict=False):
        if a.end != b.start or len(a) + len(b) > 2 or meant[a] == meant[b]:
            continue
        named = [accepted_spans(glossary.entries[meant[s]], found) for s in (a, b)]
        open_ = [_unrendered(meant[s], source, len(n), spans, meant) for s, n in zip((a, b), named, strict=True)]
        both = language.sounds(source[a.start : b.end])
        for word in found:
            if word.capitalised and word.folded in both and len(word.folded) > 3 and all(open_):
                yield ShortName(a, meant[a], word.span)
        for own, lost, missing in ((named[0], b, open_[1]), (named[1], a, open_[0])):
            for first, second in zip(own, own[1:] if missing else (), strict=False):
                if target[first.end : second.start] in ("-", "–", " and "):
                    yield ShortName(lost, meant[lost], Span(first.start, second.end))


def _unrendered(place: str, source: str, rendered: int, spans: Sequence[Span], meant: Mapping[Span, str]) -> bool:
    """Whether `place` is named fewer times in the target than in the source, by its full name and its short ones."""
    short = {s for s in spans if meant.get(s) == place and s.of(source) != place}
    return rendered < source.count(place) + len(short)


def _glossed(short: str, target: Sequence[Word], language: Language, listed: bool) -> Span | None:
    """Where the target has what the character means: the horse side for 马方, Western in a list for 西."""
    glosses = language.glosses(short)
    sided = frozenset[str]().union(*(language.glosses(short + side) for side in language.sides))
    for i, word in enumerate(target):
        following = target[i + 1] if i + 1 < len(target) else None
        means = stem(word.folded) in glosses or any(len(g) > 4 and word.folded.startswith(g[:6]) for g in glosses)
        if following and following.folded == "side" and means and word.folded not in _SIDES:
            return Span(word.span.start, following.span.end)
        if listed and word.capitalised and (means or stem(word.folded) in sided):
            return word.span
        if not listed and not word.capitalised and len(word.folded) > 5 and stem(word.folded) in sided:
            return word.span
    return None


_SIDES = frozenset("other one each either both left right this that same opposite".split())


def _sounded(short: str, target: Sequence[Word], language: Language) -> Span | None:
    """Where the target spells 马方 as `Ma Fang` or `Mafang`."""
    readings = language.sounds(short) if len(short) == 2 and short[1] in language.sides else frozenset()
    for i, word in enumerate(target):
        following = target[i + 1] if i + 1 < len(target) else None
        if not word.capitalised:
            continue
        if word.folded in readings:
            return word.span
        if following and following.capitalised and word.folded + following.folded in readings:
            return Span(word.span.start, following.span.end)
    return None


def _signs(places: Iterable[str]) -> dict[str, tuple[str, ...]]:
    parted = (place.partition("=") for place in places)
    return {name: (name, *(x for x in more.split(",") if x)) for name, _, more in parted}


def _present(signs: Mapping[str, Sequence[str]], background: str) -> list[str]:
    """The places that the document names or shows; a name within a longer one of another place is none."""
    return [place for place in signs if _shown(place, signs, background)]


def _shown(place: str, signs: Mapping[str, Sequence[str]], background: str) -> bool:
    longer = [s for other, those in signs.items() if other != place for s in those if any(x in s for x in signs[place])]
    for name in sorted(longer, key=len, reverse=True):
        if name not in signs[place]:
            background = background.replace(name, "\n")
    return any(sign in background for sign in signs[place])


def _absent(signs: Mapping[str, Sequence[str]], meant: str, background: str) -> list[str]:
    return [place for place in signs if place != meant and not _shown(place, signs, background)]
