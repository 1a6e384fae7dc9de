import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.align import encoder
from tqcheck.align.cells import known, side
from tqcheck.align.words import LIKELY, MOST_CELLS, WordLinks, encode, link, place
from tqcheck.knowledge.glossary import Entry, Glossary
from tqcheck.model.text import Span

ZH, EN, DE, JA, RU = (lang.get(code) for code in ("zh", "en", "de", "ja", "ru"))

SOURCE = "县长 周海涛 5月 3日 宣布 ， 全县 426 名 群众 已经 转移 。".split()
TARGET = "County magistrate Zhou Haitao announced on May 3 that 426 residents in the county had been moved .".split()


def rendered(source, target, source_language=ZH, target_language=EN, **more):
    found = {}
    for i, j in link(source, target, source_language, target_language, **more).pairs:
        found.setdefault(source[i], []).append(target[j])
    return found


def test_words_are_linked_by_dictionary_reading_figures_and_dates():
    found = rendered(SOURCE, TARGET)
    assert "County" in found["县长"]
    assert {"Zhou", "Haitao"} <= set(found["周海涛"])
    assert found["5月"] == ["May"]
    assert found["宣布"] == ["announced"]
    assert found["426"] == ["426"]
    assert found["。"] == ["."]


def test_either_side_may_be_the_chinese_one():
    there = set(link(SOURCE, TARGET, ZH, EN).pairs)
    assert {(j, i) for i, j in link(TARGET, SOURCE, EN, ZH).pairs} == there


def test_the_same_word_twice_is_told_apart_by_its_neighbours():
    source = "德国 总理 访问 法国 ， 法国 总统 感谢 德国".split()
    target = "The German chancellor visits France and the French president thanks Germany".split()
    pairs = link(source, target, ZH, EN).pairs
    assert (0, 1) in pairs and (3, 4) in pairs and (5, 7) in pairs and (8, 10) in pairs
    assert (0, 10) not in pairs and (3, 7) not in pairs


def test_a_number_is_linked_by_its_value():
    found = rendered("损失 达 一亿二千万 元".split(), "Losses reached 120 million yuan".split())
    assert found["一亿二千万"] == ["120", "million"]


def test_a_term_of_the_glossary_is_linked_to_all_of_its_rendering():
    glossary = Glossary([Entry("白塔办", ("Office of the Quiet Harbour",), lang="zh")])
    source, target = "白塔办 发布 报告".split(), "The Office of the Quiet Harbour issued a report".split()
    assert "Harbour" not in rendered(source, target)["白塔办"]
    assert {"Office", "Quiet", "Harbour"} <= set(rendered(source, target, glossary=glossary)["白塔办"])


def test_a_sense_of_several_words_is_linked_as_one():
    assert rendered("他 改 天 尽快 回来".split(), "He will be back as soon as possible".split())["尽快"] == [
        "as", "soon", "as", "possible",
    ]  # fmt: skip


def test_cognates_are_linked():
    source = "Der Präsident besuchte das Museum in Hamburg".split()
    found = rendered(source, "The president visited the museum in Hamburg".split(), DE)
    assert found["Präsident"] == ["president"] and found["Museum"] == ["museum"] and found["Hamburg"] == ["Hamburg"]


@pytest.mark.parametrize(("word", "spelt"), [("慢", "man"), ("半", "ban"), ("让", "rang")])
def test_a_common_word_is_not_the_reading_of_characters(word, spelt):
    found = known(side([word], ZH), side([spelt], EN))
    assert found.gloss.max() < 0.3 and found.sound.max() == 0
    assert known(side(["谭"], ZH), side(["Tan"], EN)).gloss.max() > 0.5


def test_names_in_another_alphabet_are_linked_by_sound():
    found = rendered("Директор Иван Петров приехал в Самару".split(), "Director Ivan Petrov came to Samara".split(), RU)
    assert found["Иван"] == ["Ivan"] and found["Петров"] == ["Petrov"] and found["Самару"] == ["Samara"]


def test_kanji_are_linked_as_chinese_glosses_them():
    found = rendered("首相 は 図書館 を 訪問 した 。".split(), "The prime minister visited a library .".split(), JA)
    assert found["図書館"] == ["library"] and found["首相"] == ["prime", "minister"]


@pytest.mark.parametrize(("source", "target"), [([], []), (["新"], []), ([], ["new"]), ([""], [" "]), (["。"], ["。"])])
def test_nothing_is_linked_to_nothing(source, target):
    found = link(source, target, ZH, EN)
    assert found.probabilities.shape == (len(source), len(target))
    assert all(i < len(source) and j < len(target) for i, j in found.pairs)


words = st.lists(st.one_of(st.sampled_from(SOURCE + TARGET), st.text(max_size=6)), max_size=15)


@settings(max_examples=60, deadline=None)
@given(words, words, st.sampled_from([ZH, EN, DE, JA]), st.sampled_from([EN, ZH, RU]))
def test_links_lie_within_the_texts_and_are_the_same_every_time(source, target, one, other):
    found = link(source, target, one, other)
    assert np.isfinite(found.probabilities).all()
    assert ((found.probabilities >= 0) & (found.probabilities <= 1)).all()
    assert found.pairs == link(source, target, one, other).pairs
    assert list(found.pairs) == sorted(set(found.pairs))


def test_a_phrase_is_found_where_it_is_rendered():
    source, target = (
        "县长周海涛5月3日宣布，426名群众已转移。",
        "County magistrate Zhou Haitao announced on May 3 that 426 residents had been moved.",
    )
    placed = place(source, target, ZH, EN)
    slot = placed.project(Span(source.index("周海涛"), source.index("周海涛") + 3))[0]
    assert slot.span.of(target) == "Zhou Haitao" and slot.score > 0.8


def test_a_phrase_without_links_is_placed_between_what_renders_its_neighbours():
    source, target = "新闻社伦敦消息", "News agency from Glimmerstead, London report"
    probabilities = np.zeros((3, 5), np.float32)
    probabilities[0, 0] = probabilities[2, 3] = 0.9
    assert WordLinks(probabilities).project(1, 1) == ((1, 2, 0.1),)
    assert place(source, target, ZH, EN).project(Span(0, 0)) == ()


def test_a_word_that_another_word_claims_more_is_not_in_the_place():
    probabilities = np.array([[0.9, 0.45, 0.0], [0.0, 0.8, 0.0], [0.0, 0.0, 0.9]], np.float32)
    links = WordLinks(probabilities)
    assert links.project(0, 0) == ((0, 0, pytest.approx(0.9)),)
    assert (0, 1) in links.pairs and probabilities[0, 1] > LIKELY


def test_no_place_is_given_where_nothing_is_known():
    assert WordLinks(np.zeros((2, 0), np.float32)).project(0, 1) == ()
    full = np.array([[0.9, 0.0], [0.0, 0.0], [0.0, 0.9]], np.float32)
    assert WordLinks(full).project(1, 1) == ()


def test_a_pair_of_sentences_takes_about_a_millisecond():
    for _ in range(2):
        start = time.process_time()
        for _ in range(50):
            link(SOURCE * 2, TARGET * 2, ZH, EN)
        took = (time.process_time() - start) / 50
    assert took < 0.008


def test_texts_too_long_to_be_looked_at_whole_are_halved():
    n = int(MOST_CELLS**0.5) + 200
    words = [f"{k * 7919 % 100003}" for k in range(n)]
    tracemalloc.start()
    pairs = set(link(words, words, ZH, EN).pairs)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(pairs & {(k, k) for k in range(n)}) > 0.9 * n
    assert peak < 400e6


@pytest.mark.skipif(not encoder.available(), reason="needs the extra")
def test_with_the_encoder_words_are_linked_that_no_dictionary_pairs():
    vectors = encode([SOURCE], ZH)[0], encode([TARGET], EN)[0]
    found = rendered(SOURCE, TARGET, vectors=vectors)
    assert found["县长"] == ["County", "magistrate"] and found["全县"] == ["county"]
    assert "全县" not in rendered(SOURCE, TARGET)
