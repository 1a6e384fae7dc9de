import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck.align
from tqcheck import lang

ZH, EN, DE, RU = (lang.get(code) for code in ("zh", "en", "de", "ru"))

NEWS_ZH = [
    "柳林县气象局3日发布暴雨红色预警。",
    "受台风影响，全县17个乡镇出现大到暴雨，其中云岭镇降雨量达到213毫米。",
    "县长周海涛当晚赶到大坝指挥抢险。",
    "消防救援人员用橡皮艇转移了426名被困群众。",
    "通往县城的公路有三处塌方，目前正在抢修。",
    "医院和学校的供电已经恢复。",
    "民政部门向灾民发放了棉被、饮用水和方便面。",
    "专家提醒，雨后要注意防范山体滑坡。",
]
NEWS_EN = [
    "The Liulin County meteorological bureau issued a red alert for rainstorms on the 3rd.",
    "Under the influence of the typhoon, 17 towns and townships in the county saw heavy rain, with 213 millimeters of rainfall in Yunling Town.",
    "County magistrate Zhou Haitao rushed to the dam that night to direct the emergency work.",
    "Firefighters and rescuers moved 426 trapped residents in rubber boats.",
    "The highway to the county seat has collapsed in three places and is being repaired.",
    "Power supply to hospitals and schools has been restored.",
    "The civil affairs department handed out quilts, drinking water and instant noodles to the victims.",
    "Experts warn people to guard against landslides after the rain.",
]
OTHER_EN = [
    "A red alert for rainstorms was issued by the weather bureau of Liulin County on the 3rd.",
    "Affected by the typhoon, heavy rain fell in 17 townships of the county. Yunling Town recorded 213 millimeters of rainfall.",
    "Zhou Haitao, the county magistrate, hurried to the dam at night and commanded the rescue.",
    "Rescuers took 426 trapped people away in rubber boats.",
    "The highway that leads to the county seat collapsed at three points and is under repair.",
    "Hospitals and schools have power again.",
    "Quilts, drinking water and instant noodles were handed out to victims by the civil affairs department.",
    "Experts said that landslides must be guarded against after the rain.",
]


def align(source, target, source_language, target_language, aligner="lexical"):
    return tqcheck.align.align(source, target, source_language, target_language, aligner)


def pairs(alignment):
    return [(bead.source, bead.target) for bead in alignment.beads]


def one_to_one(n):
    return [((i,), (i,)) for i in range(n)]


def test_sentences_that_render_each_other_one_by_one_are_paired():
    found = align(NEWS_ZH, NEWS_EN, ZH, EN)
    assert pairs(found) == one_to_one(8)
    assert found.aligner == "lexical"


def test_either_side_may_be_the_chinese_one():
    assert pairs(align(NEWS_EN, NEWS_ZH, EN, ZH)) == one_to_one(8)


@pytest.mark.parametrize("missing", range(1, 7))
def test_an_omitted_sentence_becomes_a_bead_without_target(missing):
    target = NEWS_EN[:missing] + NEWS_EN[missing + 1 :]
    assert ((missing,), ()) in pairs(align(NEWS_ZH, target, ZH, EN))


def test_two_omitted_sentences_are_two_beads():
    found = pairs(align(NEWS_ZH, NEWS_EN[:3] + NEWS_EN[5:], ZH, EN))
    assert ((3,), ()) in found and ((4,), ()) in found


@pytest.mark.parametrize("place", [2, 4, 6])
def test_an_added_sentence_becomes_a_bead_without_source(place):
    target = [*NEWS_EN[:place], "The local football club has meanwhile sold its striker to Lisbon.", *NEWS_EN[place:]]
    assert ((), (place,)) in pairs(align(NEWS_ZH, target, ZH, EN))


def test_a_sentence_rendered_by_two_is_one_bead():
    target = [
        *NEWS_EN[:1],
        "Under the influence of the typhoon, 17 towns and townships in the county saw heavy rain.",
        "Among them, rainfall in Yunling Town reached 213 millimeters.",
        *NEWS_EN[2:],
    ]
    assert ((1,), (1, 2)) in pairs(align(NEWS_ZH, target, ZH, EN))


def test_renderings_in_one_language_are_aligned_by_their_words():
    found = align(NEWS_EN, OTHER_EN, EN, EN)
    assert pairs(found) == one_to_one(8)
    assert found.aligner == "monolingual"


def test_an_omission_shows_between_renderings_in_one_language():
    assert ((5,), ()) in pairs(align(NEWS_EN, OTHER_EN[:5] + OTHER_EN[6:], EN, EN))


def test_other_languages_are_aligned_by_figures_names_and_cognates():
    german = [
        "Der Bürgermeister von Hamburg eröffnete am Montag das neue Museum.",
        "Der Bau kostete 42 Millionen Euro.",
        "Architektin Julia Brandt nannte das Projekt eine Herausforderung.",
        "Schulklassen haben freien Eintritt.",
    ]
    english = [
        "The mayor of Hamburg opened the new museum on Monday.",
        "The building cost 42 million euros.",
        "Architect Julia Brandt called the project a challenge.",
        "School classes get in free.",
    ]
    assert pairs(align(german, english, DE, EN)) == one_to_one(4)


def test_names_in_another_alphabet_are_known_by_their_sound():
    russian = ["Директор Иван Петров приехал в Самару.", "Погода была хорошая.", "Мост строила компания «Волга»."]
    english = [
        "Director Ivan Petrov came to Samara.",
        "The weather was good.",
        "The bridge was built by the Volga company.",
    ]
    assert pairs(align(russian, english, RU, EN)) == one_to_one(3)


def test_scores_tell_a_rendering_from_something_else():
    scores = [bead.score for bead in align(NEWS_ZH, NEWS_EN, ZH, EN).beads]
    assert all(0.1 < score <= 1 for score in scores)
    assert align(["今天天气很好。"], ["Shares in the bank fell sharply."], ZH, EN).beads[0].score < 0.1


@pytest.mark.parametrize(("source", "target"), [([], []), (["一。"], []), ([], ["One."]), (["", " "], ["", "…", "?"])])
def test_empty_texts_and_empty_sentences_are_aligned_too(source, target):
    beads = align(source, target, ZH, EN).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))


sentences = st.lists(
    st.one_of(
        st.sampled_from(NEWS_ZH + NEWS_EN + OTHER_EN), st.text(max_size=12), st.sampled_from(["42", "Xinhua", "。"])
    ),
    max_size=20,
)


@settings(max_examples=60, deadline=None)
@given(sentences, sentences, st.sampled_from([ZH, EN, DE]), st.sampled_from([ZH, EN]))
def test_each_sentence_stands_in_just_one_bead_and_in_order(source, target, one, other):
    beads = align(source, target, one, other).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))
    assert all(0 <= bead.score <= 1 for bead in beads)
    assert all(len(bead.source) <= 6 and len(bead.target) <= 6 for bead in beads)
    assert all(len(bead.source) + len(bead.target) == 1 for bead in beads if not (bead.source and bead.target))


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_long_texts_are_covered_though_only_a_band_is_searched(data):
    n = data.draw(st.integers(200, 400))
    gap = data.draw(st.integers(0, 150))
    at = data.draw(st.integers(0, n))
    source = [f"{NEWS_EN[i % 8]} Item {i} of {i * 7919 % 1000}." for i in range(n)]
    target = source[:at] + source[at + gap :]
    beads = align(source, target, EN, DE).beads
    assert [i for bead in beads for i in bead.source] == list(range(len(source)))
    assert [j for bead in beads for j in bead.target] == list(range(len(target)))


def test_a_long_omission_does_not_lead_the_search_astray():
    source = [f"Item {i} is {i * 7919 % 100003} and {NEWS_EN[i % 8]}" for i in range(500)]
    target = source[:150] + source[350:]
    found = pairs(align(source, target, EN, EN))
    right = [((i,), (i,)) for i in range(150)] + [((i,), (i - 200,)) for i in range(350, 500)]
    assert len(set(right) & set(found)) > 0.97 * len(right)


def test_time_is_linear_in_the_number_of_sentences():
    def seconds(n):
        source = [f"{NEWS_EN[i % 8]} Number {i * 7919 % 100003}." for i in range(n)]
        target = [f"{OTHER_EN[i % 8]} Number {i * 7919 % 100003}." for i in range(n)]
        start = time.process_time()
        align(source, target, EN, EN)
        return time.process_time() - start

    seconds(100)
    assert seconds(2400) < 8 * seconds(600) + 0.5
