"""SUP001."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.silencing import Silencing
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope


class UnusedSuppression(Rule):
    """A comment silences a finding that is not there.

    What it does:
        Tells of each `tqcheck:ignore` comment or note whose rules ran and found nothing that it would silence.

    Why it matters:
        The text was put right, or its source was changed, and the comment stayed: it would silence the next fault of
        its kind without a word. One that names a fingerprint (`NAM001@3f2a9c1b`) holds for the words it was written
        for, so that it comes up here as soon as they change.

    What it does not flag:
        Comments about rules that were not run.

    Options:
        None.
    """

    code = "SUP001"
    name = "unused-suppression"
    severity = Severity.MINOR
    scope = Scope.SILENCING
    confidence = 0.95
    examples = (
        Example(
            "[[<!-- tqcheck:ignore NAM001 the paper's own name -->]]\nThe bridge opened on Monday, Xinhua reported.",
        ),
        Example(
            "<!-- tqcheck:ignore REP001 as the minister said it -->\nResidents of of both towns crossed the bridge.",
        ),
        Example(
            "Residents of of both towns crossed the bridge. <!-- tqcheck:ignore REP001 as the minister said it -->",
        ),
        Example(
            "<!-- tqcheck:ignore-file REP001 verse -->\nThe bridge opened.\n\nResidents of of both towns crossed it.",
        ),
        Example(
            "Residents of of both towns crossed the bridge.\n\n[[<!-- tqcheck:ignore REP001 said so -->]]\nIt opened on Monday.",
        ),
        Example(
            "[[<!-- tqcheck:ignore REP001@0000abcd said so -->]]\nResidents of of both towns crossed the bridge.",
        ),
    )

    def check(self, unit: Silencing) -> Iterator[Hit]:
        """Yield the comments that silence nothing."""
        for suppression in unit.unused:
            codes = ", ".join(suppression.codes)
            which = f"{codes}@{suppression.fingerprint}" if suppression.fingerprint else codes
            yield Hit(suppression.span, f"nothing here is flagged by {which}: the comment can go")
