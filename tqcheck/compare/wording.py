"""How two texts differ word by word: what one has and the other has not, and what has moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.lang.base import Language
from tqcheck.model.differences import Piece
from tqcheck.model.text import Span

TELLING = 4
"""Letters from which a word is more than a hinge: shared shorter ones do not hold two differences apart."""
HINGE = 2
"""Tokens that a shared run may have to be taken into the differences around it."""
MOVED = 2
"""Words of which a run must consist to be called moved."""


@dataclass(frozen=True, slots=True)
class _Tokens:
    text: str
    spans: Sequence[Span]
    words: Sequence[str]

    def cut(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`."""
        return self.text[self.spans[start].start : self.spans[end - 1].end] if end > start else ""


@dataclass(frozen=True, slots=True)
class _Move:
    """A run of `size` tokens at `a` in one text and at `b` in the other."""

    a: int
    b: int
    size: int


def word_changes(a: str, b: str, language: Language) -> tuple[Piece, ...]:
    """What turns `a` into `b`, in the order of both, over the tokens of `language`.

    A run of at least `MOVED` words that is dropped in one place and added in another is a move. Where `a` and `b`
    differ in one place, the words of `a` come first.
    """
    mine, theirs = _read(a, language), _read(b, language)
    blocks = _blocks(mine, theirs)
    # A move to the head of a sentence changes a capital.
    folded = [[word.lower() for word in side.words] for side in (mine, theirs)]
    moves = _moves(folded[0], folded[1], [block for block in blocks if not block[0]])
    pieces: list[Piece] = []
    for same, (a1, a2), (b1, b2) in blocks:
        if same:
            pieces.append(Piece("same", mine.cut(a1, a2)))
            continue
        gone = [(move.a, move.a + move.size, n) for n, move in enumerate(moves, 1)]
        come = [(move.b, move.b + move.size, n) for n, move in enumerate(moves, 1)]
        pieces.extend(_split(mine, a1, a2, gone, "a"))
        pieces.extend(_split(theirs, b1, b2, come, "b"))
    return tuple(pieces)


def _read(text: str, language: Language) -> _Tokens:
    spans = language.tokens(text)
    return _Tokens(text, spans, [span.of(text) for span in spans])


_Block = tuple[bool, tuple[int, int], tuple[int, int]]


def _blocks(mine: _Tokens, theirs: _Tokens) -> list[_Block]:
    """Runs that are the same and runs that are not, in turn; a hinge between two differences belongs to them."""
    from rapidfuzz.distance import Indel

    found: list[_Block] = []
    codes = Indel.opcodes(mine.words, theirs.words)
    last = len(codes) - 1
    for n, code in enumerate(codes):
        same = code.tag == "equal"
        if same and 0 < n < last and _hinge(mine.words[code.src_start : code.src_end]):
            same = False
        block = (same, (code.src_start, code.src_end), (code.dest_start, code.dest_end))
        if found and found[-1][0] == same:
            before = found.pop()
            block = (same, (before[1][0], block[1][1]), (before[2][0], block[2][1]))
        found.append(block)
    return found


def _hinge(run: Sequence[str]) -> bool:
    return len(run) <= HINGE and not any(len(w) >= TELLING or w[:1].isdigit() for w in run)


def _moves(a: Sequence[str], b: Sequence[str], blocks: Sequence[_Block]) -> list[_Move]:
    """Runs that left one block and came in another, the longest first, none sharing a token with a longer one."""
    free_a, free_b = set[int](), set[int]()
    of_a, of_b = dict[int, int](), dict[int, int]()
    for number, (_, (a1, a2), (b1, b2)) in enumerate(blocks):
        free_a.update(range(a1, a2))
        free_b.update(range(b1, b2))
        of_a.update(dict.fromkeys(range(a1, a2), number))
        of_b.update(dict.fromkeys(range(b1, b2), number))
    places: dict[str, list[int]] = {}
    for j in sorted(free_b):
        places.setdefault(b[j], []).append(j)
    runs: list[_Move] = []
    for i in sorted(free_a):
        for j in places.get(a[i], ()):
            if of_a[i] == of_b[j] or (i - 1 in free_a and j - 1 in free_b and a[i - 1] == b[j - 1]):
                continue
            size = 1
            while i + size in free_a and j + size in free_b and a[i + size] == b[j + size]:
                size += 1
            runs.append(_Move(i, j, size))
    found: list[_Move] = []
    for move in sorted(runs, key=lambda m: (-m.size, m.a, m.b)):
        ours, theirs = range(move.a, move.a + move.size), range(move.b, move.b + move.size)
        if not _worth(a[move.a : move.a + move.size]):
            continue
        if free_a.issuperset(ours) and free_b.issuperset(theirs):
            free_a.difference_update(ours)
            free_b.difference_update(theirs)
            found.append(move)
    return sorted(found, key=lambda m: m.a)


def _worth(run: Sequence[str]) -> bool:
    told = [word for word in run if word[:1].isalnum()]
    return len(told) >= MOVED and any(len(word) >= TELLING or word[0].isdigit() for word in told)


def _split(text: _Tokens, start: int, end: int, moved: Sequence[tuple[int, int, int]], side: str) -> list[Piece]:
    """The tokens of a block as pieces, moved runs by themselves."""
    pieces: list[Piece] = []
    at = start
    for first, after, number in sorted(moved):
        if start <= first < end:
            if first > at:
                pieces.append(Piece(side, text.cut(at, first)))
            pieces.append(Piece(f"moved-{side}", text.cut(first, after), number))
            at = after
    if end > at:
        pieces.append(Piece(side, text.cut(at, end)))
    return pieces
