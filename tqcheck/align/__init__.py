"""Which sentences of one text render which of another: by the words they share and, with the extra, by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tqcheck.align.beads import Costs, walk
from tqcheck.errors import UsageError
from tqcheck.lang.base import Language
from tqcheck.model.alignment import Alignment, Bead

if TYPE_CHECKING:
    from tqcheck.align.encoder import Encoder

ALIGNERS = ("auto", "lexical", "semantic")

ACROSS = Costs(
    power=0.057, lexical=1.242, light=2.013, length=0.903, short=0.398, merge=0.785, skip=0.869, skip_length=0.101,
    marks=(0.039, 0.04, 0.035, 0.013, 0.053), speech=0.405, begins=0.0,
)  # fmt: skip
"""Costs across languages by words alone.

Found, as MEANING was, by random search (each step moves about a third of the costs by a normal deviate and is kept
where it is no worse) on six Chinese chapters with their English translations and a magazine's articles in English and
Chinese: as they are (weights .35 and .2), with 8% of the beads robbed of a side (.15 and .1), and cut into texts of
twelve beads, half of them robbed (.12 and .08). `skip` trades novels against omissions, and the robbed texts and the
short ones are there to hold it: without them strict F1 on the chapters comes to .90 and omissions are hardly found.
Kept to costs that find the omissions and additions of the news item in the tests. Strict F1 over all beads: chapters
.875, magazine .982; of the empty-sided beads alone .50 and .63 where texts were robbed.
"""
WITHIN = Costs(
    power=0.08, lexical=1.29, light=1.4, length=0.87, short=0.84, merge=0.69, skip=0.93, skip_length=0.006,
    marks=(0.015, 0.109, 0.058, 0.0, 0.037), speech=0.125, begins=0.158,
)  # fmt: skip
"""Costs between two texts in one language by words alone, found in the same way, before speech was looked at, on
speeches in two English translations; `speech` and `begins` are from a search across languages.

`skip` was raised by hand afterwards, from .83: who translates freely adds sentences that share hardly a word with
theirs, and these were taken for additions. Strict F1 over all beads of the speeches rose from .959 to .967, of news in
a machine's and a person's translation from .953 to .961; where a side of 8% of the beads was taken away, F1 of the
empty-sided beads alone fell from .56 to .43.
"""
MEANING = Costs(
    power=0.179, lexical=0.233, light=0.439, length=0.587, short=0.708, merge=0.529, skip=0.681, skip_length=0.065,
    marks=(0.014, 0.035, 0.064, 0.0, 0.021), speech=0.189, begins=0.0, vector=1.0,
)  # fmt: skip
"""Costs with the vectors of what sentences mean, across languages and within one; found as ACROSS was. Strict F1:
chapters .909, magazine .984; of the empty-sided beads alone .65 where texts were robbed. Not fitted on: Icelandic with
English .909."""
MEANING_WITHIN = replace(MEANING, skip=0.78)
"""Costs with the vectors in one language: fewer empty sides, for the same reason as in WITHIN. Strict F1 over all beads
of the speeches rose from .963 to .967, of the news from .967 to .971; of the empty-sided beads alone it fell from .60
to .47."""


def align(
    source: Sequence[str],
    target: Sequence[str],
    source_language: Language,
    target_language: Language,
    aligner: str = "auto",
) -> Alignment:
    """The beads of two texts given as sentences: each sentence in just one, in order, up to eight together.

    aligner  `lexical` (by common words, figures and names), `semantic` (by meaning as well, which needs the extra of
             that name), or `auto`: semantic where the extra is installed and knows both languages

    An omission or an addition is a bead with an empty side, one for each sentence. A bead's score is the cosine of the
    two sides' weighted units, or of their vectors, 0 to 1. The alignment says what made it: `monolingual` where both
    texts are in one language and were aligned by their words, else `lexical` or `semantic`. Time and memory are linear
    in the number of sentences. Raises UsageError where the aligner is unknown or its extra is not installed.
    """
    from tqcheck.align.scores import score
    from tqcheck.align.texts import measure

    same = source_language.code == target_language.code
    encoder = _encoder(aligner, (source, target), (source_language, target_language))
    measured = measure(source, target, source_language, target_language, encoder)
    by_words, by_meaning = (WITHIN, MEANING_WITHIN) if same else (ACROSS, MEANING)
    steps = walk(measured.texts, by_meaning if encoder else by_words)
    scores, quality = score(measured, steps)
    beads = tuple(
        Bead(tuple(range(s.a0, s.a1)), tuple(range(s.b0, s.b1)), value)
        for s, value in zip(steps, scores.tolist(), strict=True)
    )
    return Alignment(beads, "semantic" if encoder else "monolingual" if same else "lexical", quality)


def usable(aligner: str) -> None:
    """Raises UsageError where there is no such aligner, or where its extra is not installed."""
    from tqcheck.align.encoder import require

    if aligner not in ALIGNERS:
        raise UsageError(f"no aligner {aligner!r} (there are: {', '.join(ALIGNERS)})")
    if aligner == "semantic":
        require()


def _encoder(
    aligner: str, texts: tuple[Sequence[str], Sequence[str]], languages: tuple[Language, Language]
) -> Encoder | None:
    from tqcheck.align.encoder import available, covers, load

    usable(aligner)
    if aligner == "lexical" or not all(texts) or (aligner == "auto" and not available()):
        return None
    encoder = load()
    known = aligner == "semantic" or covers(*(language.code for language in languages))
    return encoder if known or all(map(encoder.reads, texts)) else None
