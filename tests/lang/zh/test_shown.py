from tqcheck.lang.zh.shown import derive, load

CEDICT = """# CC-CEDICT
大米 大米 [da4 mi3] /(husked) rice; rice grains/CL:粒[li4]/
和平 和平 [He2 ping2] /Heping district (many)/
和平 和平 [he2 ping2] /peace/
學習 学习 [xue2 xi2] /to learn; to study/
舊 旧 [jiu4] /old variant of 久/
京 京 [Jing1] /Jing, the capital of a country whose name is far too long for a line/
"""


def test_the_first_sense_that_renders_is_shown_without_asides() -> None:
    table = derive(CEDICT)
    assert table["大米"] == "rice"
    assert table["学习"] == "learn"
    assert "旧" not in table


def test_a_common_word_goes_before_a_name_so_written() -> None:
    assert derive(CEDICT)["和平"] == "peace"


def test_a_long_gloss_is_cut_at_its_first_comma() -> None:
    assert derive(CEDICT)["京"] == "Jing"


def test_a_damaged_cache_is_made_anew(tmp_path) -> None:
    whole = load(tmp_path)
    (cache,) = tmp_path.iterdir()
    assert load(tmp_path) == whole
    cache.write_bytes(cache.read_bytes()[:1000] + b"\n")
    assert load(tmp_path) == whole
    assert load(cache / "no") == whole
