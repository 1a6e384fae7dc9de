"""Findings against human marks: precision, recall and false flags, beside chance and beside what raters reach."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tqcheck import lang
from tqcheck.evaluate.gold import Flag, Mark, Place, Text, agreed
from tqcheck.evaluate.overlap import Credit, credit
from tqcheck.model.finding import Side

DRAWS = 20
"""How many times spans are thrown at random; their figures are the means."""

Flags = Mapping[str, Sequence[Flag]]


@dataclass(frozen=True)
class Tally:
    """Counts from which the figures follow; means over the draws for chance.

    flags, any, major  flags, those that meet a mark (of any severity), and those that meet one that is major or worse
    shared, two        flags in texts that several rated, and those of them that marks of two raters meet
    omission           flags in texts in which something is marked as missing
    found              major marks that a flag meets
    agreed             those of them that two raters agree on
    """

    flags: float = 0
    any: float = 0
    major: float = 0
    shared: float = 0
    two: float = 0
    omission: float = 0
    found: float = 0
    agreed: float = 0


@dataclass(frozen=True)
class Against:
    """What flags come to against the marks.

    target, source    of all flags on the rendering and on the source
    rules             by rule and side
    credit            the span measure, each rater in turn
    """

    target: Tally
    source: Tally
    rules: Mapping[tuple[str, Side], Tally]
    credit: Credit

    @property
    def whole(self) -> Tally:
        """The flags on the rendering, with what those on the source find as well."""
        target, source = self.target, self.source
        return replace(target, found=target.found + source.found, agreed=target.agreed + source.agreed)


@dataclass(frozen=True)
class Evaluation:
    """Everything that is measured.

    size, unit        words of the renderings, or characters where their language has no spaces; which of the two
    majors, agreed    major marks, and those of them that two raters agree on
    findings, chance  of the flags, and of flags of the same lengths at random places of the same texts
    raters, severe    of one rater's marks (and of the major ones) against the other raters'; None with one rater a text
    rated             size of the texts that several rated, once for each of their raters
    other_majors      major marks of the others, once for each rater
    """

    texts: int
    size: int
    unit: str
    raters: int
    marks: int
    majors: int
    agreed: int
    findings: Against
    chance: Against
    rater: Against | None
    severe: Against | None
    rated: int
    other_majors: int


def evaluate(texts: Sequence[Text], flags: Flags, target_lang: str = "en", seed: int = 1) -> Evaluation:
    """Measure flags (by the id of their text) against the marks.

    target_lang  language of the renderings whose text does not tell it
    """
    spaced = {code: lang.get(code).spaced for code in {text.target_lang or target_lang for text in texts}}
    sizes = [_size(text, spaced[text.target_lang or target_lang]) for text in texts]
    units = {True: "words", False: "characters"}
    findings = _against(texts, [flags.get(text.id, ()) for text in texts])
    several = [(text, size) for text, size in zip(texts, sizes, strict=True) if len(text.raters) > 1]
    alone = [(text, rater, size) for text, size in several for rater in text.raters]
    others = [_others(text, rater) for text, rater, _ in alone]
    return Evaluation(
        len(texts), sum(sizes), " or ".join(units[kind] for kind in sorted(set(spaced.values()), reverse=True)),
        len({rater for text in texts for rater in text.raters}),
        sum(mark.counts for text in texts for mark in text.marks), sum(mark.bad for text in texts for mark in text.marks),
        sum(1 for text in texts for _ in agreed(text.marks)),
        findings,
        _chance(texts, flags, random.Random(seed)),
        _against(others, [_as_flags(text, rater, "minor") for text, rater, _ in alone]) if alone else None,
        _against(others, [_as_flags(text, rater, "major") for text, rater, _ in alone]) if alone else None,
        sum(size for _, _, size in alone), sum(mark.bad for text in others for mark in text.marks),
    )  # fmt: skip


def _size(text: Text, spaced: bool) -> int:
    return len(text.target.split()) if spaced else sum(not c.isspace() for c in text.target)


def _against(texts: Sequence[Text], flags: Sequence[Sequence[Flag]] | None) -> Against:
    sums: dict[tuple[str, Side], Counter[str]] = defaultdict(Counter)
    sides = {mark.place.side for text in texts for mark in text.marks if mark.place.start is not None}
    whole: dict[Side, Counter[str]] = {side: Counter() for side in Side}
    credits = Credit()
    for text, given in zip(texts, flags or [()] * len(texts), strict=True):
        good = {id(mark) for mark in agreed(text.marks)} if len(text.raters) > 1 else set()
        omission = any(mark.omission for mark in text.marks)
        met: dict[tuple[str, Side] | Side, set[int]] = defaultdict(set)
        for flag in given:
            side = flag.place.side
            hits = [mark for mark in text.marks if mark.place.meets(flag.place)]
            for key, counter in (((flag.rule, side), sums[flag.rule, side]), (side, whole[side])):
                counter.update(_counts(hits, len(text.raters) > 1, omission))
                met[key] |= {id(mark) for mark in hits if mark.bad}
        for key, marks in met.items():
            counter = whole[key] if isinstance(key, Side) else sums[key]
            counter.update({"found": len(marks), "agreed": len(marks & good)})
        for rater in text.raters:
            for side in sides:
                credits += credit(*(_bounds(places, side) for places in (
                    (flag.place for flag in given), (m.place for m in text.marks if m.counts and rater in m.raters),
                )))  # fmt: skip
    rules = {key: Tally(**counter) for key, counter in sorted(sums.items())}
    return Against(Tally(**whole[Side.TARGET]), Tally(**whole[Side.SOURCE]), rules, credits)


def _counts(hits: Sequence[Mark], several: bool, omission: bool) -> dict[str, int]:
    """What one flag adds to its tally."""
    return {
        "flags": 1,
        "any": bool(hits),
        "major": any(mark.bad for mark in hits),
        "shared": several,
        "two": len({rater for mark in hits for rater in mark.raters}) >= 2,
        "omission": omission,
    }


def _bounds(places: Iterable[Place], side: Side) -> list[tuple[int, int]]:
    return [place.bounds for place in places if place.side is side and place.start is not None]


def _chance(texts: Sequence[Text], flags: Flags, random: random.Random) -> Against:
    flagged = [text for text in texts if flags.get(text.id)]
    draws = [_against(flagged, [list(_thrown(text, flags[text.id], random)) for text in flagged]) for _ in range(DRAWS)]
    rules = {key: _mean([draw.rules[key] for draw in draws]) for key in draws[0].rules}
    rest = _against([text for text in texts if not flags.get(text.id)], None).credit
    whole = Credit()
    for draw in draws:
        whole += draw.credit + rest
    return Against(_mean([d.target for d in draws]), _mean([d.source for d in draws]), rules, whole)


def _mean(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        **{name: sum(getattr(tally, name) for tally in tallies) / len(tallies) for name in Tally.__dataclass_fields__}
    )


def _thrown(text: Text, flags: Iterable[Flag], random: random.Random) -> Iterator[Flag]:
    """The flags at random places of the same side, as long as they were."""
    for flag in flags:
        start, end = flag.place.bounds
        size = len(text.source if flag.place.side is Side.SOURCE else text.target)
        at = random.randint(0, size - (end - start))
        yield Flag(Place(at, at + end - start, flag.place.side), flag.rule)


def _as_flags(text: Text, rater: str, least: str) -> list[Flag]:
    """What one rater marked, as if a system had flagged it."""
    marks = [mark for mark in text.marks if rater in mark.raters and (mark.bad if least == "major" else mark.counts)]
    return [Flag(mark.place, "rater") for mark in marks if mark.place.start is not None]


def _others(text: Text, rater: str) -> Text:
    """The text as if this rater had not seen it; what he would not have marked for an error is left out."""
    rest = (other for other in text.raters if other != rater)
    kept = [(mark, tuple(other for other in mark.raters if other != rater)) for mark in text.marks if mark.counts]
    marks = tuple(Mark(mark.place, mark.severity, mark.category, who) for mark, who in kept if who)
    return Text(text.id, text.source, text.target, tuple(rest), marks, text.doc)
