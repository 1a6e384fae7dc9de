import numpy as np
import pytest

from tqcheck import lang
from tqcheck.align import align, texts

EN, KO, IS = (lang.get(code) for code in ("en", "ko", "is"))


def measure(*given):
    return texts.measure(*given).texts


SHORT_AND_LONG = [
    "Rain.",
    "The mayor said that the old bridge over the river would be closed until spring.",
    "Shops shut early.",
]


def test_lengths_are_measured_in_mean_target_sentences_on_both_sides():
    found = measure(["aaaa", "aaaa"], ["bbbbbbbb", "bbbbbbbb"], IS, EN)
    assert found.length_source == pytest.approx([0, 1, 2])
    assert found.length_target == pytest.approx([0, 1, 2])


def test_an_omission_does_not_change_how_long_one_language_is_beside_the_other():
    source = [
        f"Item {i} costs {i * 7919} euros in {name}."
        for i, name in enumerate(["Rome", "Oslo", "Bern", "Kiev", "Riga", "Nice", "Lyon", "Bonn", "Graz", "Gent"])
    ]
    whole = measure(source, source, EN, IS).length_source[1]
    half = measure(source, source[:6], EN, IS)
    assert half.length_source[1] * half.length_target[-1] / 6 == pytest.approx(whole, rel=0.1)


def test_marks_are_counted_by_kind_in_any_script():
    found = measure(["“真的吗？”他问：快走！"], ['"Really?" he asked: go!'], lang.get("zh"), EN)
    assert found.marks_source[-1].tolist() == found.marks_target[-1].tolist() == [1, 1, 1, 1, 1]


def test_numbers_that_a_list_puts_before_each_sentence_are_not_compared():
    source = [
        f"{i}\t{text}" for i, text in enumerate(["Ný brú.", "Rigning í Reykjavík.", "Guðmundur Jónsson vann.", "Lok."])
    ]
    target = [f"{i}\t{text}" for i, text in enumerate(["Rain in Reykjavik.", "Gudmundur Jonsson won.", "The end."])]
    assert measure(source, target, IS, EN).links.source.tolist() == [1, 2]
    assert measure(["5\tdogs", "cats"], ["5\tdogs", "cats"], IS, EN).links.weight[0] == pytest.approx(2)


def test_texts_with_hardly_a_word_in_common_are_aligned_by_length_and_not_called_omissions():
    source = ["비.", "시장은 강을 가로지르는 오래된 다리가 봄까지 폐쇄될 것이라고 말했다.", "가게는 일찍 닫았다."]
    assert measure(source, SHORT_AND_LONG, KO, EN).trust < 1
    assert [(bead.source, bead.target) for bead in align(source, SHORT_AND_LONG, KO, EN, "lexical").beads] == [
        ((i,), (i,)) for i in range(3)
    ]


def test_texts_that_share_words_are_trusted():
    assert measure(SHORT_AND_LONG, SHORT_AND_LONG, EN, EN).trust == 1


def test_links_reach_as_far_as_any_bead_in_the_band_may():
    sentences = [f"Number {i * 7919}." for i in range(200)]
    found = measure(sentences, sentences, EN, IS)
    linked = set(zip(found.links.source.tolist(), found.links.target.tolist(), strict=True))
    assert {(i, i) for i in range(200)} <= linked
    assert (found.high - found.low).max() < 60
    assert np.all(np.diff(found.links.source) >= 0)
