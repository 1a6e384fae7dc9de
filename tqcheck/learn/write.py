"""Proposals as a TOML glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.learn.propose import Proposal

CONTEXT = 100
"""Code points of either side of a context that are shown, about the term and its rendering."""


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
        source, target = proposal.context
        shown = f"{_about(proposal.term, source)} / {_about(proposal.renderings[0], target)}"
        yield f"context = {_quoted(shown)}\n"


def _about(form: str, text: str) -> str:
    """At most `CONTEXT` code points of `text` on one line, with `form` in their middle."""
    line = " ".join(text.split())
    at = max(0, line.lower().find(form.lower()))
    start = max(0, min(at - (CONTEXT - len(form)) // 2, len(line) - CONTEXT))
    end = start + CONTEXT
    if " " in line[start:at] and start:
        start = line.index(" ", start) + 1
    if end < len(line) and " " in line[at + len(form) : end]:
        end = line.rindex(" ", at + len(form), end)
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")


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
