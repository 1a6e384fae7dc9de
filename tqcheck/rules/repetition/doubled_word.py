"""REP001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.repeats import source_repeats
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_DOUBLED = re.compile(r"(?<![\w'’-])(?P<one>[^\W\d_]+(?:[ ][^\W\d_]+){0,2})(?P<gap>[ \t\n]+)(?P=one)(?![\w'’-])", re.I)
# Words that English says twice, and names that are made so.
_FINE = re.compile(
    r"(?i)^(?:had|that|very|much|many|so|no|yes|bye|ha|ho|hey|oh|well|now|go|come|long|really|really,|far|again|never|"
    r"on|in|is|you|blah|la|tut|knock|hear|there|please|wow|ok|okay|duran|walla|bora|baden|pago|paw|sing|wagga|boom|"
    r"yo|aye|choo|chop|night|beep|tick|quack|woof|ding|dong|ping|pong|right|thank you|more and|step by|day by)$"
)
_ALWAYS = frozenset("the a an of to and in for with from by at as is are was be it on".split())


class DoubledWord(Rule):
    """A word, or a name of two or three words, stands twice in a row.

    What it does:
        Finds `the the`, `New Zealand New Zealand`.

    Why it matters:
        One of the two should be gone, or should have been another word: 新西兰纽仕兰 is not "New Zealand New Zealand".

    What it does not flag:
        Words that English doubles (`had had`, `very very`), names that are made so (Walla Walla), a doubling that the
        source has too, and words in characters read twice as a name (`Na Na`).

    Options:
        None.
    """

    code = "REP001"
    name = "doubled-word"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.9
    examples = (
        Example("Funds were sent to [[the the]] county."),
        Example("Siemens of Germany and [[New Zealand New Zealand]] signed."),
        Example("He had had enough; it was very very late in Walla Walla."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield doubled words."""
        text = unit.text.text
        for match in _DOUBLED.finditer(text):
            one = match["one"]
            if "\n\n" in match["gap"] or (_FINE.match(one) and one.lower() not in ("on", "in", "is")):
                continue
            small = one.lower() in _ALWAYS
            span = unit.text.locate(Span(*match.span()))
            pair = unit.pair_at(span)
            syllable = one[0].isupper() and " " not in one and len(one) < 5
            if not small and (len(one) < 3 or (syllable and not (pair and pair.source))):
                continue
            if not small and pair and source_repeats(pair.source_text, shortest=1 if " " not in one else 2):
                continue
            yield Hit(span, f'"{one}" stands twice', suggestion=one)
