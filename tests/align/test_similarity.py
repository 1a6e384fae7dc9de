import numpy as np
import pytest

from tqcheck.align import similarity
from tqcheck.align.similarity import Similarity
from tqcheck.lang.base import Lexical, Spelt


def sentence(names=(), **units):
    return Lexical({unit: frozenset(keys.split()) for unit, keys in units.items()}, {name: name for name in names})


def dense(found, shape):
    matrix = np.zeros(shape)
    matrix[found.source, found.target] = found.weight
    return matrix


def everything(one, other, **options):
    found = Similarity(one, other, **options)
    n, m = found.shape
    return dense(found.within(np.zeros(n, np.int64), np.full(n, m)), (n, m))


def test_a_rare_unit_ties_more_than_a_common_one():
    source = [sentence(a="x"), sentence(a="x"), sentence(b="y")]
    target = [sentence(x="x"), sentence(x="x"), sentence(y="y")]
    matrix = everything(source, target)
    assert matrix[2, 2] == 1
    assert matrix[0, 1] == pytest.approx(np.log(2.5) / np.log(4))
    assert matrix[0, 2] == 0


def test_a_word_with_several_glosses_found_is_counted_once():
    assert everything([sentence(a="x y")], [sentence(x="x", y="y")])[0, 0] == 1


def test_a_word_that_several_others_gloss_is_counted_once():
    assert everything([sentence(a="x", b="x")], [sentence(x="x")])[0, 0] == 1


def test_names_are_matched_beside_units():
    assert everything([sentence(["~li"], a="x")], [sentence(["~li"], y="y")])[0, 0] == 1


class Spellings(Spelt):
    """Names that must not be gone through."""

    def __init__(self, *names):
        self.names = names

    def among(self, keys, beginnings):
        return [name for name in self.names if name in keys and name[:2] in beginnings and name in beginnings]

    def __getitem__(self, key):
        raise AssertionError

    __iter__ = __len__ = __getitem__


@pytest.mark.parametrize("turned", [False, True])
def test_of_many_spellings_only_those_that_the_other_text_names_are_taken(turned):
    spelt = [Lexical({}, Spellings("~li", "~lu", "~li")), Lexical({}, Spellings("~lu"))]
    named = [sentence(["~li"]), sentence(["~shan"])]
    matrix = everything(*((named, spelt) if turned else (spelt, named)))
    assert matrix.tolist() == [[1, 0], [0, 0]]


def test_a_unit_whose_keys_differ_from_sentence_to_sentence_is_one_unit():
    matrix = everything([sentence(a="x"), sentence(a="y"), sentence(b="z")], [sentence(x="x", y="y")])
    assert matrix[0, 0] == matrix[1, 0] == pytest.approx(np.sqrt(np.log(2.5) / np.log(4)))


def test_in_one_language_units_are_matched_as_they_are_and_not_by_their_keys():
    matrix = everything([sentence(a="x", b="z")], [sentence(c="x", b="w")], same=True)
    assert matrix[0, 0] == 1


def test_only_the_asked_stretch_is_linked():
    source = [sentence(a="x")] * 4
    found = Similarity(source, [sentence(x="x")] * 5).within(np.array([0, 1, 2, 5]), np.array([1, 3, 2, 5]))
    assert list(zip(found.source, found.target, strict=True)) == [(0, 0), (1, 1), (1, 2)]


def test_rare_keys_come_first_where_not_all_pairs_are_wanted():
    source = [sentence(a="x", b=f"k{i}") for i in range(10)]
    target = [sentence(x="x", **{f"k{i}": f"k{i}"}) for i in range(10)]
    found = Similarity(source, target).rare(50)
    assert list(zip(found.source, found.target, strict=True)) == [(i, i) for i in range(10)]


def test_linking_in_slices_changes_nothing(monkeypatch):
    source = [sentence(a=f"x k{i % 3}", b=f"k{i}") for i in range(20)]
    target = [sentence(x="x", **{f"k{i}": f"k{i}"}) for i in range(20)]
    whole = everything(source, target)
    monkeypatch.setattr(similarity, "MOST_PAIRS", 7)
    assert np.array_equal(everything(source, target), whole)
