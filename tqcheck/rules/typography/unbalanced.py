"""TYP003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Pair, Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Passage, Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_BRACKETS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
_CLOSERS = {v: k for k, v in _BRACKETS.items()}
_MARKS = frozenset({*_BRACKETS, *_CLOSERS, '"'})
_LIST_MARK = re.compile(r"(?:^|[\s;:])\(?(?:\d{1,2}|[a-zA-Z]|[ivx]+)\)")
_INCHES = re.compile(r"(?<![\"\w-])\d+(?:\.\d+)?\"")
_EMOTICON = re.compile(r"[:;]-?[()]")


class UnbalancedPair(Rule):
    """A quotation mark or bracket is opened and never closed, or closed and never opened.

    What it does:
        Balances round and square brackets and quotation marks, curly and straight, within each paragraph.

    Why it matters:
        It is unclear where the quotation ends, and who said what.

    What it does not flag:
        Single quotation marks (they are apostrophes too), list marks such as `1)`, inches, a quotation that goes on
        in the next paragraph, and a mark that is unbalanced in the source as well.

    Options:
        None.
    """

    code = "TYP003"
    name = "unbalanced-pair"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.7
    examples = (
        Example('She said: [["]]We are ready, and left.'),
        Example("The law (passed in 2019)[[)]] is new."),
        Example('She said: "We are ready," and left (at last). 1) A 12" pipe.'),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield marks without a partner."""
        body = unit.document.body
        for number, passage in enumerate(body):
            following = body[number + 1].text.lstrip() if number + 1 < len(body) else ""
            for at in unpaired(passage.text):
                mark = passage.text[at]
                if mark in '"“' and following.startswith(('"', "“")):
                    continue
                span = passage.locate(Span(at, at + 1))
                if _source_is_unbalanced(unit, span, passage):
                    continue
                what = "has no closing partner" if mark not in _CLOSERS else "has no opening partner"
                yield Hit(span, f"{mark} {'stands alone' if mark == chr(34) else what} in this paragraph")


def unpaired(text: str) -> list[int]:
    """Offsets of marks without a partner; of an odd number of straight quotation marks, the likeliest one."""
    if _MARKS.isdisjoint(text):
        return []
    masked = list(text)
    for pattern in (_LIST_MARK, _EMOTICON) if "(" in text or ")" in text else ():
        for match in pattern.finditer(text):
            for i in range(*match.span()):
                if masked[i] in "()":
                    masked[i] = " "
    stack: list[int] = []
    lone: list[int] = []
    for at, char in enumerate(masked):
        if char in _BRACKETS:
            stack.append(at)
        elif char in _CLOSERS:
            if stack and masked[stack[-1]] == _CLOSERS[char]:
                stack.pop()
            elif any(masked[i] == _CLOSERS[char] for i in stack):
                while masked[stack[-1]] != _CLOSERS[char]:
                    lone.append(stack.pop())
                stack.pop()
            else:
                lone.append(at)
    lone += stack
    straight = [at for at, char in enumerate(masked) if char == '"']
    curly = [at for at in lone if masked[at] in "“”"]
    if len(straight) % 2 and len(curly) == 1:
        lone.remove(curly[0])  # one of each kind: they are partners
    elif len(straight) % 2 and not _INCHES.search(text):
        lone.append(_odd_one(text, straight))
    return sorted(lone)


def _odd_one(text: str, straight: list[int]) -> int:
    """Which straight mark breaks the order of opening and closing."""
    opening = True
    for at in straight:
        opens = (at == 0 or text[at - 1] in " \n\t([-—") and text[at + 1 : at + 2].strip() != ""
        if opens is not opening:
            return at if not opening else at
        opening = not opening
    return straight[-1]


def _source_is_unbalanced(unit: Reading, span: Span, passage: Passage) -> bool:
    """Whether the source has the same trouble there, or cannot be asked and the text is but a fragment."""
    pair: Pair | None = unit.pair_at(span)
    if unit.source is None or pair is None:
        return unit.document.is_stretch
    language = unit.context.source_language
    text = pair.source_text
    counts = [text.count(opening) - text.count(closing) for opening, closing in language.quotes if opening != closing]
    return any(counts) or text.count('"') % 2 == 1 or bool(unpaired(text.replace("（", "(").replace("）", ")")))
