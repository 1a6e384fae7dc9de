"""Comments and notes that silence findings: `tqcheck:ignore NAM001,QTY001 why`, `tqcheck:ignore NAM001@3f2a9c1b why`.

In a text, `<!-- tqcheck:ignore NAM001 why -->` silences the paragraph on whose line it stands or, on a line of its own,
the next one; `tqcheck:ignore-file NAM001 why` silences the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tqcheck.model.document import Suppression
from tqcheck.model.text import Passage, Span

MARK = "tqcheck:ignore"

_WORDS = re.compile(
    r"""\btqcheck:[ \t]*ignore(?P<whole>-file)?\b:?[ \t]*
        (?P<codes>(?:[A-Z]{3}|[A-Za-z]{3}\d{1,3})(?![\w@])(?:[ \t]*,[ \t]*(?:[A-Z]{3}|[A-Za-z]{3}\d{1,3})(?![\w@]))*
          | (?P<code>[A-Za-z]{3}\d{3})@(?P<fingerprint>[0-9A-Fa-f]{4,64})(?!\w))?
        (?P<reason>.*)""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


class Ignore(NamedTuple):
    """What such a comment says.

    codes        codes or families of rules in capitals; none where the comment names none, which silences nothing
    fingerprint  the beginning of the one finding's that it means, else empty
    reason       empty where the comment gives none
    whole        whether it means the whole file, wherever it stands
    """

    codes: tuple[str, ...]
    fingerprint: str
    reason: str
    whole: bool = False


def parse(text: str) -> Ignore | None:
    """What a line of a comment silences; None where it says nothing of the kind."""
    found = _WORDS.search(text)
    if not found:
        return None
    reason = found["reason"].strip().lstrip("-–—:;,").strip()
    if found["code"]:
        return Ignore((found["code"].upper(),), found["fingerprint"].lower(), reason, bool(found["whole"]))
    codes = tuple(code.strip().upper() for code in (found["codes"] or "").split(",") if code.strip())
    return Ignore(codes, "", reason, bool(found["whole"]))


def suppressions(lines: Iterable[Passage], covers: Span | None = None) -> Iterator[Suppression]:
    """What the lines of a comment silence, each where it is written; `covers` as in `Suppression`."""
    for line in lines:
        said = parse(line.text)
        if said:
            start = line.text.index("tqcheck:")
            span = line.locate(Span(start, len(line.text.rstrip())))
            yield Suppression(said.codes, said.reason, span, covers, said.fingerprint)


def without_comments(text: str) -> str:
    """`text` with blanks in place of such comments: every other character stays where it is."""
    if MARK not in text:
        return text
    return _COMMENT.sub(lambda found: re.sub(r"[^\r\n]", " ", found[0]) if MARK in found[0] else found[0], text)


def commented(text: str, body: Sequence[Passage]) -> Iterator[Suppression]:
    """What the comments of a text or page silence among the paragraphs of its `body`."""
    for found in _COMMENT.finditer(text):
        said = parse(found[1])
        if said is None:
            continue
        covers = None if said.whole else _covered(text, found.start(), found.end(), body)
        yield Suppression(said.codes, said.reason, Span(*found.span()), covers, said.fingerprint)


def _covered(text: str, start: int, end: int, body: Sequence[Passage]) -> Span:
    """The paragraph beside a comment: the one it stands in or after on its line, else the next one."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    for passage in body:
        whole = passage.whole
        if whole.end > start or (line < whole.end <= start):
            return whole
    return Span(end, end)
