"""TYP001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_JOINED = re.compile(
    r"(?<![\w@/.:])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)[\"”)]?(?P<mark>[:.,;?!])(?P<next>[\"“(]?[^\W\d_]+)(?![\w@/]|\.\w)"
)
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.(?:com|cn|org|net|gov|edu|js|io|ai)\b)\S*", re.I)


class MissingSpace(Rule):
    """No space follows a mark between two words.

    What it does:
        Finds a colon, full stop, comma or other mark with a word directly on either side: `Source:Xinhua`,
        `orbit.This`.

    Why it matters:
        It reads badly, and tools that split sentences run the two together.

    What it does not flag:
        Web and mail addresses, abbreviations (`U.S.A`, `e.g.`), names that are written so in the source, figures.

    Options:
        None.
    """

    code = "TYP001"
    name = "missing-space"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.95
    replaces = True
    examples = (
        Example("[[Source:Xinhua]]"),
        Example("It reached [[orbit.This]] was the third launch."),
        Example("Write to press@example.com or see www.example.com. At 10:30, e.g. in the U.S.A, it opens."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield marks without a space after them."""
        text = unit.text.text
        joined = list(_JOINED.finditer(text))
        addresses = [m.span() for m in _ADDRESS.finditer(text)] if joined else []
        original = unit.source.text if unit.source else ""
        for match in joined:
            start, end = match.span()
            word, following, mark = match["word"], match["next"].lstrip('"“('), match["mark"]
            if any(a < end and start < b for a, b in addresses) or match[0] in original:
                continue
            if mark == "." and (len(word) < 3 or not following[0].isupper() or len(following) < 2):
                continue
            if mark != "." and (len(word) < 2 or (len(following) < 2 and following not in ("a", "A", "I"))):
                continue
            if mark in ":" and word.islower() and following.islower() and len(word) < 4:
                continue
            at = match.start("mark") + 1
            fixed = f"{match[0][: at - start]} {match[0][at - start :]}"
            yield Hit(
                unit.text.locate(Span(start, end)),
                f'no space after "{mark}" in "{match[0]}"',
                suggestion=fixed,
            )
