"""What may be a term, in languages with spaces and in Chinese."""

from __future__ import annotations

from tqcheck import lang

EN, ZH, DE = lang.get("en"), lang.get("zh"), lang.get("de")


def phrases(text: str, language=EN) -> dict[str, bool]:
    return {c.span.of(text): c.name for c in language.term_candidates(text)}


def test_phrases_neither_begin_nor_end_with_function_words():
    found = phrases("The price of the autumn grain")
    assert "autumn grain" in found and "price of the autumn grain" in found
    assert not any(p.split()[0].lower() in ("the", "of") or p.split()[-1] in ("the", "of") for p in found)


def test_phrases_do_not_run_across_marks():
    assert "grain, roads" not in phrases("autumn grain, roads")


def test_capitals_make_a_name_but_the_beginning_of_a_sentence_does_not():
    found = phrases("Rescuers said the Ministry of Justice met Ye Zhiheng.")
    assert found["Ministry of Justice"] and found["Ye Zhiheng"] and not found["Rescuers"] and not found["said"]


def test_no_phrase_ends_within_a_name():
    found = phrases("the Ministry of Rural Affairs; Tianjian-1 rose")
    assert "Rural Affairs" in found and "Tianjian-1" in found
    assert "Rural" not in found and "Ministry of Rural" not in found and "Tianjian" not in found


def test_forms_of_a_phrase_share_a_key():
    keys = [{c.key for c in EN.term_candidates(text)} for text in ("Two drying towers", "two drying tower")]
    assert "dry tower" in keys[0] & keys[1]


def test_a_language_without_listed_function_words_drops_short_ones_at_the_edges():
    found = phrases("das neue Gesetz der Stadt", DE)
    assert "neue Gesetz" in found and "Gesetz der Stadt" in found and "der Stadt" not in found


def kinds(text: str) -> dict[str, str]:
    return {c.span.of(text): c.kind for c in ZH.term_candidates(text)}


def test_chinese_names_are_candidates_with_what_they_name():
    found = kinds("外交部发言人叶知衡19日在北京宣布，斐济外长将访华。")
    assert found["叶知衡"] == "person" and found["北京"] == "place" and found["斐济"] == "place"


def test_chinese_phrases_are_whole_words_without_grammar():
    found = kinds("气象局发布暴雨红色预警，并在高标准农田的南边")
    assert "高标准农田" in found
    assert not any(set("的并在，") & set(phrase) for phrase in found)
    assert all(2 <= len(phrase) <= 8 for phrase in found)


def test_what_stands_between_title_marks_is_a_candidate():
    text = "看了《智造园纪事》和“组合拳”"
    found = {c.span.of(text): c.name for c in ZH.term_candidates(text)}
    assert found["智造园纪事"] and found["组合拳"]


def test_traditional_characters_share_the_key_of_simplified_ones():
    (key,) = {c.key for text in ("“組合拳”", "“组合拳”") for c in ZH.term_candidates(text) if len(c.span) == 3}
    assert key == "组合拳"


def test_a_phrase_goes_on_to_the_character_that_ends_a_name():
    assert "黑龙江省农业农村" not in kinds("黑龙江省农业农村厅表示")
