"""Which findings a text's own comments silence, and which comments silence nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tqcheck.model.document import Document, Suppression
from tqcheck.model.finding import Finding, Side


@dataclass(frozen=True)
class Silencing:
    """What became of the suppressions of a rendering.

    document    the rendering's
    unused      those whose rules ran and found nothing that they would silence
    incomplete  those that silence nothing because of what they lack, each with what that is
    """

    document: Document
    unused: tuple[Suppression, ...] = ()
    incomplete: tuple[tuple[Suppression, str], ...] = ()


def silence(
    findings: Sequence[Finding], document: Document, ran: Collection[str], known: Collection[str]
) -> tuple[list[Finding], Silencing]:
    """The findings of a rendering, those that its comments silence with the reason; and what the comments came to.

    ran    codes of the rules that were run: a comment about others is not blamed for silencing nothing
    known  codes of all rules
    """
    unused: list[Suppression] = []
    incomplete: list[tuple[Suppression, str]] = []
    for suppression in document.suppressions:
        lacking = _lacking(suppression, known)
        if lacking:
            incomplete.append((suppression, lacking))
            continue
        met = [_covers(suppression, finding) for finding in findings]
        findings = [
            replace(finding, suppressed=finding.suppressed or suppression.reason) if covered else finding
            for finding, covered in zip(findings, met, strict=True)
        ]
        if (
            not suppression.shared
            and not any(met)
            and all(any(rule.startswith(code) for rule in ran) for code in suppression.codes)
        ):
            unused.append(suppression)
    return list(findings), Silencing(document, tuple(unused), tuple(incomplete))


def _lacking(suppression: Suppression, known: Collection[str]) -> str:
    if not suppression.codes:
        return "it names no rule"
    for code in suppression.codes:
        if not any(rule.startswith(code) for rule in known):
            return f"there is no rule {code}"
    return "" if suppression.reason else "it gives no reason"


def _covers(suppression: Suppression, finding: Finding) -> bool:
    if not any(finding.rule.startswith(code) for code in suppression.codes):
        return False
    if suppression.fingerprint:
        return finding.fingerprint.startswith(suppression.fingerprint)
    if suppression.covers is None:
        return True
    # What is missing has its place in the source, beside which no comment of the rendering stands.
    return finding.primary.side is Side.TARGET and finding.primary.span.overlaps(suppression.covers)
