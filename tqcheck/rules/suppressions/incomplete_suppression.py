"""SUP002."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.evidence.silencing import Silencing
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Rule, Scope


class IncompleteSuppression(Rule):
    """A comment would silence findings and lacks what it needs for that.

    What it does:
        Tells of each `tqcheck:ignore` comment or note that names no rule, names one that does not exist, or gives no
        reason. Such a comment silences nothing.

    Why it matters:
        Its author thinks the matter settled. Without a reason nobody can tell later whether it still holds.

    What it does not flag:
        Comments of any other kind.

    Options:
        None.
    """

    code = "SUP002"
    name = "incomplete-suppression"
    severity = Severity.MINOR
    scope = Scope.SILENCING
    confidence = 0.95
    examples = (
        Example("[[<!-- tqcheck:ignore REP001 -->]]\nThe bridge is very long."),
        Example("[[<!-- tqcheck:ignore because the desk said so -->]]\nThe bridge is very long."),
        Example("[[<!-- tqcheck:ignore XYZ001 because the desk said so -->]]\nThe bridge is very long."),
        Example("<!-- tqcheck:ignore REP001 as the minister said it -->\nResidents of of both towns crossed it."),
        Example("<!-- ignore this -->\nThe bridge is very long."),
    )

    def check(self, unit: Silencing) -> Iterator[Hit]:
        """Yield the comments that lack something."""
        for suppression, lacking in unit.incomplete:
            yield Hit(
                suppression.span,
                f"this silences nothing: {lacking}",
                suggestion="tqcheck:ignore CODE reason",
            )
