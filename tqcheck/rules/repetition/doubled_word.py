"""REP001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from tqcheck.evidence.repeats import said_twice
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_WORD = r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*"
_DOUBLED = re.compile(
    rf"(?<![\w'’/-])(?P<one>(?!(?:and|or|by|to) ){_WORD}(?: {_WORD}){{0,2}})[ \t\n]+(?P=one)(?![\w'’/-])"
    rf"|(?P<closed>{_WORD}[)\]])[ \t]+(?P=closed)|(?P<opened>\({_WORD})[ \t]+(?P=opened)(?![\w'’/-])"
    r"|(?P<aside>\([^()\n]{2,40}\))[ \t]+(?P=aside)|(?<=\d )(?P<unit>[mglhs])[ \t]+(?P=unit)(?!\w)"
    r"|(?<![\w.,'’-])(?P<figure>\d{4}[–-]\d{2,4}|\d{1,4}(?:st|nd|rd|th)?|\d{1,3}(?:,\d{3})+)[ \t]+(?P=figure)(?![\w'’-]|[.,]\d)",
    re.I,
)
# A glance that misses nothing: two words alike side by side, or one of the rarer kinds of doubling.
_WHOLE = re.compile(r"[\w'’/-]+")
_RARE = re.compile(
    rf"[)\]][ \t]+{_WORD}[)\]]|\({_WORD}[ \t]+\(|\)[ \t]+\(|\d(?:[snrt][tdh])?[ \t]+(?:\d|[mglhs][ \t])", re.I
)
# Words that English says twice, and names that are made so.
_FINE = re.compile(
    r"(?i)^(?:had|that|very|much|many|so|no|yes|bye|ha|ho|hey|oh|well|now|go|come|long|really|really,|far|again|never|"
    r"on|in|is|you|blah|la|tut|knock|hear|there|please|wow|ok|okay|duran|walla|bora|baden|pago|paw|sing|wagga|boom|"
    r"yo|aye|choo|chop|night|beep|tick|quack|woof|ding|dong|ping|pong|right|thank you|more and|step by|day by)$"
)
_ALWAYS_FINE = frozenset(
    ["bye", "ha", "ho", "blah", "la", "tut", "knock", "duran", "walla", "bora", "baden", "pago", "wagga"]
)
_ENDS = frozenset('.!?"”)')  # at a sentence's end nothing is left for the second word to begin
_ALWAYS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "in",
        "for",
        "with",
        "from",
        "by",
        "at",
        "as",
        "is",
        "are",
        "was",
        "be",
        "it",
        "on",
    ]
)


def _begins_anew(written: str, one: str) -> bool:
    """Whether a line begins with the name that the one before, a headline, ends with."""
    return "\n" in written and one.lower() not in _ALWAYS and written.rpartition("\n")[2][:1].isupper()


def may_double(text: str) -> bool:
    """Whether `text` may have anything doubled: what `_DOUBLED` finds and more, told in a tenth of the time."""
    if _RARE.search(text):
        return True
    one = _WHOLE.findall(text.lower())
    two = list(zip(one, one[1:], strict=False))
    three = list(zip(two, one[2:], strict=False))
    return any(any(map(eq, run, run[words:])) for words, run in enumerate((one, two, three), 1))


class DoubledWord(Rule):
    """A word, or a name of two or three words, stands twice in a row.

    What it does:
        Finds `the the`, `New Zealand New Zealand`.

    Why it matters:
        One of the two should be gone, or should have been another word: 新西兰纽仕兰 is not "New Zealand New Zealand".

    What it does not flag:
        Words that English doubles (`had had`, `very very`), names that are made so (Walla Walla), a doubling that the
        source has too, a line that begins with the name that the headline ends with, and words in characters read twice as a name (`Na Na`).

    Options:
        None.
    """

    code = "REP001"
    name = "doubled-word"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.86
    replaces = True
    examples = (
        Example("Funds were sent to [[the the]] county."),
        Example("Siemens of Germany and [[New Zealand New Zealand]] signed."),
        Example("He had had enough; it was very very late in Walla Walla."),
        Example("Summit opens in Kazan\nKazan was busy."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield doubled words."""
        text = unit.text.text
        for match in _DOUBLED.finditer(text) if may_double(text) else ():
            one = (
                match["one"] or match["aside"] or match["closed"] or match["opened"] or match["unit"] or match["figure"]
            )
            span = unit.text.locate(Span(*match.span()))
            pair = unit.pair_at(span)
            source = pair.source_text if pair and pair.source else None
            if "\n\n" in match[0] or _begins_anew(match[0], one) or not self._odd(one, text[match.end() :], source):
                continue
            here, there = unit.context.source_language, unit.context.target_language
            if source and one.lower() not in _ALWAYS and said_twice(source, one, here, there):
                continue
            yield Hit(span, f'"{one}" stands twice', suggestion=one)

    def _odd(self, one: str, after: str, source: str | None) -> bool:
        """Whether a word has no business to stand twice; the source, where there is one, settles what it can."""
        if one[0] == "(" or one[-1] in ")]" or (len(one) == 1 and one.islower() and source is not None):
            return True
        if one[0].isdigit():
            return source is not None and source.count(one.rstrip("sthndr")) < 2
        if one.lower() in _ALWAYS:
            return True
        if _FINE.match(one):
            return source is not None and after.lstrip()[:1] in _ENDS and one.lower() not in _ALWAYS_FINE
        syllable = one[0].isupper() and " " not in one and len(one) < 5
        return len(one) > 1 and (source is not None or (len(one) > 2 and not syllable))
