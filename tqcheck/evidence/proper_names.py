"""Names of anything in a source passage against the capitalised names of its rendering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.evidence.name_sides import Sides
from tqcheck.lang.base import Language
from tqcheck.lang.english_sentence import title_case
from tqcheck.lang.words import words
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class ForeignName:
    """A name in the rendering that nothing in the source accounts for, with the source's name that it may displace."""

    target: Span
    source: Span | None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ProperNames:
    """What a pair shows of its names.

    foreign  names of the rendering that the source has not
    missing  names of the source that have no counterpart, nor anything that may be one
    """

    foreign: tuple[ForeignName, ...] = ()
    missing: tuple[Span, ...] = ()


def compare_names(
    source: str,
    target: str,
    language: Language,
    rendered: Sequence[Span] = (),
    known: Sequence[Span] = (),
    forms: frozenset[str] = frozenset(),
) -> ProperNames:
    """Foreign and missing names of a pair.

    rendered  where known terms of the source are rendered
    known     where the source has known names that are not rendered
    forms     lower-case words of all that known terms of the source may be rendered by
    """
    found = words(target)
    if title_case(found) or not source.strip():
        return ProperNames()
    view = Sides(source, target, found, language, tuple(rendered), known, forms)
    if view.foreign:
        own = view.displaced
        sure = own is not None or not language.names_show
        # Two words of which neither has a counterpart are a name, whatever the source seems to have.
        foreign = [span for span in view.foreign if sure or view.doubly_foreign(span)]
        return ProperNames(tuple(ForeignName(span, own, view.proper_form()) for span in foreign))
    return ProperNames(missing=view.missing())
