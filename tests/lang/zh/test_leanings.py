from tqcheck.lang.english_lexical import stem
from tqcheck.lang.zh.leanings import derive, leanings, load

CEDICT = """# CC-CEDICT
上漲 上涨 [shang4 zhang3] /to rise; to go up/
漲價 涨价 [zhang3 jia4] /to rise in price/
暴漲 暴涨 [bao4 zhang3] /to soar/
價格 价格 [jia4 ge2] /price/
"""


def test_a_character_goes_with_what_renders_several_of_its_words():
    table = derive(CEDICT)
    fields = table["涨"].split()
    found = dict(zip(fields[::2], map(float, fields[1::2]), strict=True))
    assert set(found) == {stem("rise")}
    assert 0.5 < found[stem("rise")] < 1
    assert "漲" not in table and "暴" not in table


def test_the_dictionary_ties_characters_to_words_and_not_to_others():
    assert leanings("涨")[stem("soar")] > 0.05
    assert stem("umbrella") not in leanings("涨")
    assert leanings("A") == leanings("，") == {}


def test_a_damaged_cache_is_made_anew(tmp_path):
    whole = load(tmp_path)
    (cache,) = tmp_path.iterdir()
    assert load(tmp_path) == whole
    cache.write_bytes(cache.read_bytes()[:-9])
    assert load(tmp_path) == whole
