"""Colours for a terminal, as ANSI sequences, which `rich` would work out anew for each line."""

from __future__ import annotations

from tqcheck.model.finding import Severity

BOLD = "1"
DIM = "2"
GREEN = "32"
SEVERITY = {Severity.CRITICAL: "1;31", Severity.MAJOR: "31", Severity.MINOR: "33", Severity.NOTE: "36"}


def paint(text: str, style: str, colour: bool) -> str:
    """`text` in a style (parameters of SGR, ECMA-48 8.3.117), or as it is where there is no colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour and text else text
