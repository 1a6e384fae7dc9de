import pytest

from tqcheck import lang


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("en", "It's 4,000 people's (12%).", "It|'s|4,000|people|'s|(|12%|)|."),
        ("fr", "Aujourd'hui, à l’école", "Aujourd'hui|,|à|l’école"),
        ("zh", "全县426名群众已转移。", "全县|426|名|群众|已|转移|。"),
        ("ja", "カメラを3つ買った。", "カメラ|を|3|つ|買|った|。"),
    ],
)
def test_texts_are_parted_into_words_figures_and_marks(code, text, words):
    assert [span.of(text) for span in lang.get(code).tokens(text)] == words.split("|")


def test_an_english_word_stands_for_its_stem_and_a_rare_one_for_its_spelling_too():
    english = lang.get("en")
    assert dict(english.meaning("Reopened").stems) == {"reopen": 1.0}
    assert english.meaning("Haitao").stems["~haitao"] == 1 and english.meaning("Haitao").name
    assert english.meaning("the").light and english.meaning("’s").stems == {"s": 1.0}
    assert not english.meaning("—").stems


def test_words_of_other_languages_are_known_by_their_letters():
    assert lang.get("ru").meaning("Москва").spelling == "moskva"
    assert lang.get("fr").meaning("Éprouver").spelling == "eprouver"


def test_kanji_mean_what_chinese_has_for_them_and_short_hiragana_are_grammar():
    japanese = lang.get("ja")
    assert japanese.meaning("図書館").stems["librar"] == 1
    assert not any(key[0] == "~" for key in japanese.meaning("図書館").stems)
    assert japanese.meaning("は").light and not japanese.meaning("は").stems
    assert japanese.meaning("カメラ").spelling == "kamera"
