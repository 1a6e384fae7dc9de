"""What NAM001 and TRM001 say of a known literal rendering."""

from __future__ import annotations

from tqcheck.evidence.literals import LiteralUse, speaking_for
from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Side
from tqcheck.rules.base import Hit, Place


def literal_hit(use: LiteralUse, unit: Reading) -> Hit:
    """The hit for a literal rendering, with what to write and everything that speaks for it."""
    text, entry = use.span.of(unit.document.text), use.entry
    return Hit(
        use.span,
        f'"{text}" is {use.how} of {entry.term}: {entry.preferred}',
        suggestion=entry.preferred,
        evidence=speaking_for(use, unit),
        related=(Place(Side.SOURCE, use.source, "source"),) if use.source else (),
    )
