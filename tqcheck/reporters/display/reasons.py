"""Why a finding is one, in words for a person."""

from __future__ import annotations

import re

from tqcheck.model.finding import Evidence, Finding, Side
from tqcheck.reporters.display.safe import shown

LABELS = {"source": "source  "}
"""What stands before a piece of evidence, by kind; the text of the other kinds says by itself what it is."""


def reasons(finding: Finding) -> list[str]:
    """The evidence, piece by piece, safe to show; first the source phrase and whose fault it is, where not said."""
    evidence = list(finding.evidence)
    if finding.primary.side is not Side.SOURCE and not any(item.kind == "source" for item in evidence):
        phrases = (place.text for place in finding.locations[1:] if place.side is Side.SOURCE and place.text)
        evidence[:0] = [Evidence("source", phrase) for phrase in phrases]
    said = [LABELS.get(item.kind, "") + shown(item.text) for item in evidence]
    if finding.primary.side is Side.SOURCE:  # the path does not say whose fault it is
        said.insert(0, f"rendering  {shown(finding.rendering)}")
    return said


def advice(finding: Finding) -> str | None:
    """What to write instead, safe to show, where it is known and the message does not say it already."""
    words = finding.suggestion
    if not words or re.search(rf"(?<!\w){re.escape(words)}(?!\w)", finding.message):
        return None
    return shown(words)
