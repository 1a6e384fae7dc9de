from tqcheck.lang.zh.senses import derive, load, meaning, senses

CEDICT = """# CC-CEDICT
試驗 试验 [shi4 yan4] /to test; to try out/trial (esp. in law)/CL:次[ci4]/
社團 社团 [she4 tuan2] /association; club of sb's friends (see 社[she4])/old variant of 社會[she4 hui4]/
"""


def test_senses_are_kept_apart_with_their_words_in_order():
    table = derive(CEDICT)
    assert table["试验"] == table["試驗"] == "test;try out;trial"
    assert table["社团"].split(";")[0] == "associ"
    assert not any("varian" in line for line in table.values())


def test_a_word_is_rendered_by_its_senses_less_by_its_parts_and_least_by_function_words():
    stems = meaning("图书馆").stems
    assert stems["librar"] == 1 > stems["book"]
    assert meaning("国务卿").stems["secret"] > meaning("国务卿").stems.get("of", 0)


def test_an_unknown_word_is_known_by_its_parts():
    assert not senses("三分之二强")
    assert meaning("世贸组织").stems["organi"] > 0


def test_a_word_has_its_readings_and_its_number_of_characters():
    found = meaning("海涛")
    assert found.spelling == "haitao" and found.stems["~haitao"] == 1 and found.size == 2
    assert meaning("的").light and not meaning("海").light


def test_months_in_figures_are_their_names():
    assert meaning("5月").stems["may"] == 1 and "may" not in meaning("15月").stems


def test_a_damaged_cache_is_made_anew(tmp_path):
    whole = load(tmp_path)
    (cache,) = tmp_path.iterdir()
    assert load(tmp_path) == whole
    cache.write_bytes(cache.read_bytes()[:1000] + b"\n")
    assert load(tmp_path) == whole
    assert load(cache / "no") == whole
