"""Proposals as a TOML glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.learn.propose import Proposal

CONTEXT = 160
"""Code points of either side of a context that are shown."""


def written(proposals: Sequence[Proposal]) -> Iterator[str]:
    """The pieces of a TOML file that `--glossary` accepts, for a person to look through first."""
    yield "# Proposed by `tqcheck terms learn`. Look it through: whatever stays here is demanded of renderings.\n"
    for proposal in proposals:
        yield "\n[[term]]\n"
        yield f"source = {_quoted(proposal.term)}\n"
        yield f"renderings = [{', '.join(map(_quoted, proposal.renderings))}]\n"
        if proposal.kind != "term":
            yield f"kind = {_quoted(proposal.kind)}\n"
        yield f"count = {proposal.count}\n"
        yield f"confidence = {proposal.confidence:.2f}\n"
        yield f"context = {_quoted(' / '.join(_shortened(side) for side in proposal.context))}\n"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= CONTEXT else line[: CONTEXT - 1].rstrip() + "…"


def _quoted(text: str) -> str:
    """A basic string of TOML 1.0: control characters, lone surrogates, quotes and backslashes escaped or replaced."""
    out: list[str] = []
    for c in text:
        if c in '"\\':
            out.append(f"\\{c}")
        elif c < " " or c == "\x7f":
            out.append(f"\\u{ord(c):04X}")
        else:
            out.append("\ufffd" if "\ud800" <= c <= "\udfff" else c)
    return f'"{"".join(out)}"'
