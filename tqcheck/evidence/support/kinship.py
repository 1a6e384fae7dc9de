"""Whether two texts may render the same thing at all: by the words that they share."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.support.tokens import TRAIT, Tokens, tokens
from tqcheck.lang.identify import identify

FEWEST = 8
"""Words of content that both texts need before they can be told apart from two renderings of one."""
LEAST = 0.15
"""Share of the shorter text's words of content that the other must have: of 4,199 pairs of renderings of one Chinese
sentence none shared less than .24, of pairs of two sentences 93 in a hundred share less than this."""
GRAMMAR = 0.4
"""Share of the rendering's own rate of grammatical words under which a text may be in another language, which is then
looked at: names and cognates are shared across languages, such words are not."""


def unfit(own: str, other: str, code: str) -> str:
    """Why `other` cannot bear witness about `own`, a text in the language `code`; empty where it may.

    Never said of short texts, nor of texts in which the languages cannot be told.
    """
    one, two = tokens(own), tokens(other)
    mine, theirs = _content(one), _content(two)
    least = min(len(mine), len(theirs))
    akin = bool(mine & theirs) and len(mine & theirs) >= LEAST * least
    if akin and _grammar(two) >= GRAMMAR * _grammar(one):
        return ""
    found = identify(other)
    if found and found.split("-")[0] != code.split("-")[0] and lang.get(found).name != lang.get(code).name:
        return f"it is in {lang.get(found).name}"
    return "it does not render the same article" if least >= FEWEST and not akin else ""


def _grammar(text: Tokens) -> float:
    """The share of words so common that any text of the language has them."""
    return float(text.traits[:, TRAIT["stop"]].sum() / max(len(text), 1))


def _content(text: Tokens) -> frozenset[int]:
    """The roots of the words of content."""
    traits = text.traits
    return frozenset(text.root[(traits[:, TRAIT["mark"]] + traits[:, TRAIT["stop"]]) == 0].tolist())
