"""What every format asks of an entry, whatever its cells are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tqcheck.errors import GlossaryError, InputError
from tqcheck.knowledge.glossary import KINDS, Entry, Literal

Outcome = Entry | GlossaryError
"""What a place of a file comes to: an entry, or why there is none."""

_DATE = re.compile(r"(\d{4}(-\d{2})?)?")


def build(
    name: str,
    line: int,
    term: str,
    renderings: Sequence[str],
    forbidden: Sequence[str] = (),
    *,
    kind: str = "",
    since: str = "",
    until: str = "",
    note: str = "",
    language: str = "und",
    required: bool = False,
) -> Entry:
    """An entry out of a file's own words.

    name, line  where it stands, for messages
    forbidden   forms; one with a trailing `*` is wrong only where the term stands in the source
    Raises GlossaryError where it cannot be used.
    """
    literals = tuple(Literal(x.rstrip("*").rstrip(), not x.endswith("*")) for x in forbidden)
    kind = kind or "term"
    if not term:
        raise GlossaryError(name, line, "no term")
    if not renderings:
        raise GlossaryError(name, line, f"no rendering for {term}")
    if kind not in KINDS:
        raise GlossaryError(name, line, f'unknown kind "{kind}" (one of: {", ".join(sorted(KINDS))})')
    for column, date in (("since", since), ("until", until)):
        if not _DATE.fullmatch(date):
            raise GlossaryError(name, line, f'{column} is not YYYY or YYYY-MM: "{date}"')
    accepted = {r.casefold() for r in renderings}
    for literal in literals:
        if not literal.text:
            raise GlossaryError(name, line, f"a forbidden form of {term} is empty")
        if literal.text.casefold() in accepted:
            raise GlossaryError(name, line, f'"{literal.text}" is both accepted and literal')
    return Entry(term, tuple(renderings), literals, kind, since, until, note, required, f"{name}:{line}", language)


def unbroken(outcomes: Iterable[Outcome]) -> Iterator[Entry]:
    """The entries. Raises the first error met."""
    for outcome in outcomes:
        if isinstance(outcome, GlossaryError):
            raise outcome
        yield outcome


def decode(raw: bytes, name: str) -> str:
    """A file's text, without a byte-order mark. Raises InputError where it is not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, "glossary: is not UTF-8") from error
