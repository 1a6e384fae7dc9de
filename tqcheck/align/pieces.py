"""Texts cut into the pieces that the sentence encoder knows, each word once."""

from __future__ import annotations

from typing import Any

_SPACE = "▁"
"""What stands for a space, and before each text."""
_MOST_WORDS = 50_000
"""Words whose pieces are kept."""


class Pieces:
    """The package's tokenizer, which looks for the likeliest pieces.

    No piece reaches over a space, so the likeliest pieces of a text are those of its words, and most words come again.

    lone_space  number of the piece that is nothing but a space
    """

    def __init__(self, tokenizer: Any) -> None:
        """Raises ValueError where pieces reach over spaces."""
        pieces = tokenizer._pieces
        if any(_SPACE in piece[1:] for piece in pieces):
            raise ValueError("another tokenizer")
        self._normalise = tokenizer._normalizer.normalize
        self._cut = tokenizer._viterbi
        self._whole = tokenizer.encode
        self._known: dict[str, list[int]] = {}
        self.lone_space = int(pieces.index(_SPACE))

    def __call__(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, as the package's tokenizer has them."""
        words = self._normalise(text).split(_SPACE)
        # Text begins with a space; a space that is written as such, or two in a row, is a matter for the whole.
        if words[0] or "" in words[1:]:
            return list(self._whole(text, out_type=int, add_bos=False, add_eos=False))
        found: list[int] = []
        for word in words[1:]:
            pieces = self._known.get(word)
            if pieces is None:
                if len(self._known) >= _MOST_WORDS:
                    self._known.clear()
                pieces = self._known[word] = self._cut(_SPACE + word)
            found += pieces
        return found or list(self._whole(text, out_type=int, add_bos=False, add_eos=False))
