"""Whether two texts may render the same thing at all: by the words that they share."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.support.content import content
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
    mine, theirs = content(own), content(other)
    least = min(len(mine.roots), len(theirs.roots))
    shared = len(mine.roots & theirs.roots)
    akin = shared > 0 and shared >= LEAST * least
    if akin and theirs.grammar >= GRAMMAR * mine.grammar:
        return ""
    found = identify(other)
    if found and found.split("-")[0] != code.split("-")[0] and lang.get(found).name != lang.get(code).name:
        return f"it is in {lang.get(found).name}"
    return "it does not render the same article" if least >= FEWEST and not akin else ""
