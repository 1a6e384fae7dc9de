"""RES003."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.model.text import Span
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope

_OPENING = re.compile(
    r"(?i)^\W*(?:(?:special |legal |copyright |site |important |risk )*(?:statement|notice|disclaimer|warning|copyright|"
    r"copyright holder)\s*[:：ⓒ©]|©|ⓒ|\(c\) |copyright\b|all rights reserved)"
)
_CUES = (
    r"disclaimers?|special statement", r"copyright|©|ⓒ|\(c\) \d{4}", r"all rights reserved", r"infring\w+|legitimate rights",
    r"reprint\w*|reproduc\w+|redistribut\w+|quoted|republish\w*", r"without (?:the |prior |written |our )*(?:authori[sz]ation|permission|consent)|unauthori[sz]ed",
    r"(?:this|our) (?:web)?site|this (?:article|page|content)", r"(?:remarks|comments|opinions|views) (?:reported|expressed)|the (?:views|opinions|position) of", r"legal (?:liability|responsibility)|responsible for|(?:sole )?responsibility of",
    r"(?:does|do) not (?:necessarily )?(?:represent|constitute|reflect|engage)", r"investment advice|for reference only",
    r"contact (?:us|this site|the)|e-?mail\s*[:：]", r"prohibited|forbidden|may not be", r"delete[d]? (?:it|them|in time)|correct and delete",
)  # fmt: skip
_HINTS = (
    "disclaimer", "special statement", "copyright", "©", "ⓒ", "(c) ", "rights reserved", "infring", "legitimate rights",
    "reprint", "reproduc", "redistribut", "quoted", "republish", "without ", "unauthori", "this site", "our site",
    "this website", "our website", "this article", "this page", "this content", "s reported", "s expressed",
    "the views of", "the opinions of", "the position of", "legal ", "responsible for", "responsibility of", "does not ",
    "do not ", "investment advice", "reference only", "contact ", "mail", "prohibited", "forbidden", "may not be", "delete",
)  # fmt: skip
"""What cues have, in lower case: a text with none of these has no cue, which is told at once."""
_PATTERNS = tuple(re.compile(cue, re.I) for cue in _CUES)


@dataclass(frozen=True)
class SiteNoticeOptions(Options):
    """Options of RES003."""

    min_cues: int = field(default=3, metadata={"help": "cues of a notice that a paragraph must have"})


def may_be_notice(text: str) -> bool:
    """Whether `text` may have any cue."""
    small = text.lower()
    return any(hint in small for hint in _HINTS)


class SiteNotice(Rule):
    """A disclaimer or copyright notice of the page stands in the article.

    What it does:
        Finds paragraphs that open as a notice does ("Disclaimer:", "©") and have a cue of one, or that have
        several cues: copyright, reproduction, infringement, liability, investment advice, contact.

    Why it matters:
        The notice belongs to the site that published the source; in a rendering it claims rights for nobody.

    What it does not flag:
        Articles about copyright: their paragraphs seldom speak of "this site" and its permission as well.

    Options:
        min_cues: cues that a paragraph without a notice's opening must have (default 3).
    """

    code = "RES003"
    name = "site-notice"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.95
    options_type = SiteNoticeOptions
    examples = (
        Example("It rained.\n\n[[Disclaimer: the content of this article does not constitute investment advice.]]"),
        Example("It rained.\n\n[[© 2025 Harbour Herald. Unauthorized reproduction prohibited.]]"),
        Example("The court held that the song infringed the copyright of two composers."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield notices."""
        for passage in unit.document.body if may_be_notice(unit.text.text) else ():
            for part in re.finditer(r"[^|｜]+", passage.text):
                cues = sum(bool(pattern.search(part[0])) for pattern in _PATTERNS)
                if cues >= self.options.min_cues or (cues and _OPENING.match(part[0].lstrip())):
                    start = part.start() + len(part[0]) - len(part[0].lstrip())
                    span = passage.locate(Span(start, start + len(part[0].strip())))
                    yield Hit(span, "a notice of the page, not part of the article: leave it out")
