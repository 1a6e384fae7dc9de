from tqcheck import lang

ZH, EN = lang.get("zh"), lang.get("en")


def common(chinese, english):
    a, b = ZH.lexical(chinese), EN.lexical(english)
    keys = {key for matched in a.units.values() for key in matched}
    return (keys & set(b.units)) | (set(a.names) & set(b.names))


def test_words_meet_their_rendering_by_gloss():
    assert common("医院的供电已经恢复", "Electricity supply to the hospital has been restored") >= {
        "hospit",
        "electr",
        "supply",
        "restor",
    }


def test_names_meet_their_rendering_by_reading():
    assert common("县长周海涛", "County head Zhou Haitao") >= {"~zhou", "~haitao"}
    assert "~shan" in common("单先生", "Mr Shan")
    assert "~lu" in common("吕先生", "Mr Lü")


def test_figures_latin_words_and_months_meet_their_rendering():
    assert common("GDP增长5.2%，7月公布", "GDP up 5.2% in July") >= {"gdp", "5.2", "july"}


def test_either_script_will_do():
    assert common("醫院", "hospital") == {"hospit"}


def test_a_long_word_also_offers_what_is_within_it():
    assert common("暴风雨", "wind and rain") >= {"rain"}


def test_units_come_with_their_keys_and_names_with_their_characters():
    found = ZH.lexical("周海涛")
    assert found.names["~haitao"] == "海涛"
    assert ZH.lexical("，。").units == {}


def test_any_chinese_code_leads_to_chinese():
    assert lang.get("zh-Hant-TW").code == "zh"
    assert lang.get("zh").quotes and not lang.get("zh").spaced


def test_readings_sought_are_found_without_going_through_all():
    names = ZH.lexical("县长周海涛，单先生").names
    sought = {"~zhou", "~haitao", "~shan", "~tao=", "~taodan", "~zhouhaitaos"}
    beginnings = {key[:end] for key in sought for end in range(1, len(key) + 1)}
    assert set(names.among(sought, beginnings)) == {"~zhou", "~haitao", "~shan"} == sought & set(names)
