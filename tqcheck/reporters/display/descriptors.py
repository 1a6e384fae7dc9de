"""Rules as SARIF has them, with the properties that GitHub's code scanning reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tqcheck.model.finding import Severity
from tqcheck.model.report import RuleDoc

LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NOTE: "note",
}
PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
"""GitHub's words for levels, in `problem.severity`."""
PRECISIONS = ((0.9, "very-high"), (0.75, "high"), (0.5, "medium"), (0.0, "low"))
"""How often a rule's findings are right, in GitHub's words; it gives no numbers for them, these are ours."""
LONGEST = 1024
"""Characters of a description that GitHub shows."""


def _notification(identity: str, short: str, full: str) -> Mapping[str, Any]:
    texts = {"shortDescription": short, "fullDescription": full, "help": full}
    return {"id": identity, **{key: {"text": text} for key, text in texts.items()}}


NOTIFICATIONS: Sequence[Mapping[str, Any]] = (
    _notification(
        "input-not-read",
        "An input could not be read.",
        "An input could not be read and was not checked: the findings of the others are complete.",
    ),
    _notification(
        "results-left-out",
        "There were more findings than are taken.",
        "Code scanning refuses a run of more than 25,000 results: the worst are kept; other formats have all of them.",
    ),
    _notification(
        "run-note",
        "A note about the run as a whole.",
        "Something worth knowing about the run that is not about any one place, such as a baseline that is out of date.",
    ),
)


def descriptor(rule: RuleDoc) -> dict[str, Any]:
    """A `reportingDescriptor` of a rule."""
    level = LEVELS[Severity(rule.severity)]
    parts = [_parted(part) for part in rule.documentation.split("\n\n") if part]
    about = parts[0][1] if parts else rule.summary
    marked = "\n\n".join(f"**{head}**: {text}" if head else text for head, text in parts)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary[:LONGEST]},
        "fullDescription": {"text": about[:LONGEST]},
        "help": {"text": rule.documentation or rule.summary, "markdown": marked or rule.summary},
        "defaultConfiguration": {"level": level},
        "properties": {
            "precision": next(name for least, name in PRECISIONS if rule.confidence >= least),
            "confidence": rule.confidence,
            "problem.severity": PROBLEMS[level],
            "tags": ["translation", rule.code.rstrip("0123456789")],
        },
    }


def _parted(part: str) -> tuple[str, str]:
    """A section's heading, empty where it has none, and its text."""
    match = re.match(r"([A-Z][^:\n]{0,40}): (.*)", part, re.S)
    return (match[1], match[2]) if match else ("", part)
