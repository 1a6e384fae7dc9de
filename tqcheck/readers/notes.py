"""What is said of an alternate that has no words: it is left out of the article, and the article says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.model.document import Rendering, Role

EMPTY = "set aside, it is empty"


def noted(renderings: Sequence[Rendering], empty: Sequence[str]) -> tuple[Rendering, ...]:
    """The renderings, the first candidate of which has a note of the alternates that are `empty`, by name."""
    found = list(renderings)
    first = next((n for n, one in enumerate(found) if one.role is Role.CANDIDATE), None)
    if empty and first is not None:
        document = found[first].document
        notes = [document.meta.get("note", ""), *(f"{name}: {EMPTY}" for name in empty)]
        meta = {**document.meta, "note": "; ".join(filter(None, notes))}
        found[first] = replace(found[first], document=replace(document, meta=meta))
    return tuple(found)
