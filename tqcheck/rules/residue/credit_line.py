"""RES002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Rule, Scope

_ROLES = (
    r"(?:(?:responsible|executive|duty|managing|copy|web|photo|picture|chief|deputy|intern|trainee|special|video|art)[ -])*"
    r"(?:edit(?:or|ors|ing|ed by)?(?:[ -]in[ -](?:charge|chief))?|source|author|authors|reporters?|correspondents?|"
    r"journalists?|written by|writer|text|photos?(?: by)?|photographers?|image|proofread(?:er|ing)?|review(?:er|ed by)?|"
    r"produc(?:er|ed by)|layout|design(?:er)?|translat(?:or|ed by)|translation|supervis(?:or|ed by)|planning|"
    r"copywriter|contribut(?:or|ed by)|signed|first instance|second instance|final review|interns?)"
)
# One label with at most six words of value; values of further labels follow on the same line.
_CREDIT = rf"{_ROLES}\s*[:：]\s*(?:[^\s:：|/.;]+[ \t]*){{1,6}}[.;]?"
_LINE = re.compile(rf"^[\[(（【]?\s*(?:{_CREDIT}[\s|/;,.]*)+[\])）】]?\s*$", re.I)


class CreditLine(Rule):
    """A line of editors' credits or of the page's source stands in the article.

    What it does:
        Finds lines made of labels such as `Editor:`, `Responsible editor:` or `Source:` with short values.

    Why it matters:
        The credits are those of the page that the source was taken from; in a rendering they are left-over text,
        usually with the editors' names romanised by machine.

    What it does not flag:
        A label within a sentence, datelines such as `(Reporter Li Wei)`, and quotations with a speaker's name.

    Options:
        None.
    """

    code = "RES002"
    name = "credit-line"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.95
    examples = (
        Example("The bridge opened on Monday.\n\n[[Edit:Wu Chenxi Responsible editor:Lu Fangyi]]\n\n[[Source:Xinhua]]"),
        Example("The bridge opened on Monday.\n\n[[[Editor: Tan Weiming]]]"),
        Example("The editor: a man of few words, and fewer still in print when the presses roll at night."),
        Example("BEIJING, March 5 (Reporter Li Wei) -- The bridge opened on Monday."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield lines of credits."""
        for passage in unit.document.body:
            # Pages part credits from notices and labels on one line by bars.
            for part in re.finditer(r"[^|｜]+", passage.text):
                text = part[0]
                if len(text) > 200 or not _LINE.match(text):
                    continue
                start = part.start() + len(text) - len(text.lstrip())
                yield Hit(
                    passage.locate(Span(start, start + len(text.strip()))),
                    f'"{text.strip()}" is a credit line of the page, not part of the article: leave it out',
                )
