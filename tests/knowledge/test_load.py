from __future__ import annotations

import pytest

from tqcheck.errors import GlossaryError, InputError
from tqcheck.knowledge import Literal, load_glossary
from tqcheck.knowledge.load import parse

HEADER = "term\trenderings\tliteral\tkind\tsince\tuntil\tnote\n"


def entries(text: str, delimiter: str = "\t", **kwargs):
    return list(parse(text, "terms.tsv", delimiter, "zh", **kwargs))


def test_an_entry_has_its_cells_and_says_where_it_stands():
    (entry,) = entries(
        HEADER + "柳江区\tLiujiang District | Liujiang\tWillow River District\tplace\t2016\t\tof Liuzhou\n"
    )
    assert entry.term == "柳江区"
    assert entry.renderings == ("Liujiang District", "Liujiang")
    assert entry.preferred == "Liujiang District"
    assert entry.literals == (Literal("Willow River District", alone=True),)
    assert (entry.kind, entry.since, entry.until, entry.note) == ("place", "2016", "", "of Liuzhou")
    assert (entry.lang, entry.origin, entry.required) == ("zh", "terms.tsv:2", False)


def test_a_star_marks_a_literal_that_is_wrong_only_beside_its_term():
    (entry,) = entries(
        HEADER + "光明日报\tGuangming Daily\tBright Daily | Light Daily* | Guang Ming Newspaper *\toutlet\n"
    )
    assert entry.literals == (
        Literal("Bright Daily", alone=True),
        Literal("Light Daily", alone=False),
        Literal("Guang Ming Newspaper", alone=False),
    )


def test_columns_may_stand_in_any_order_and_bear_the_names_that_users_know():
    (entry,) = entries("Note\tTarget\tSource\tForbidden\nour style\tresidents\t群众\tthe masses\n")
    assert (entry.term, entry.renderings, entry.note) == ("群众", ("residents",), "our style")
    assert entry.literals == (Literal("the masses"),)


def test_two_columns_are_enough():
    (entry,) = entries("source\ttarget\n群众\tresidents\n")
    assert (entry.literals, entry.kind) == ((), "term")


def test_a_comma_within_quotes_does_not_part_cells():
    (entry,) = entries('term,renderings\n国家防总,"Flood Control, Drought Relief Headquarters"\n', ",")
    assert entry.renderings == ("Flood Control, Drought Relief Headquarters",)


def test_quotes_between_tabs_are_the_forms_own():
    (entry,) = entries('term\trenderings\n一带一路\t"Belt and Road" Initiative\n')
    assert entry.renderings == ('"Belt and Road" Initiative',)


def test_empty_lines_are_passed_over_and_still_counted():
    found = entries("\nterm\trenderings\n\n大桥\tbridge\n\t\n群众\tresidents\n")
    assert [(e.term, e.origin) for e in found] == [("大桥", "terms.tsv:4"), ("群众", "terms.tsv:6")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_either_kind_are_read(end):
    (entry,) = entries(f"term\trenderings{end}大桥\tbridge{end}")
    assert entry.renderings == ("bridge",)


def test_a_table_without_entries_has_none():
    assert entries("") == []
    assert entries(HEADER) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("\tbridge", "no term"),
        ("大桥\t", "no rendering for 大桥"),
        ("大桥\t | ", "no rendering for 大桥"),
        ("大桥\tbridge\t\tbuilding", 'unknown kind "building"'),
        ("大桥\tbridge\t\tterm\tMay 2023", 'since is not YYYY or YYYY-MM: "May 2023"'),
        ("大桥\tbridge\t\tterm\t\t2023-5", 'until is not YYYY or YYYY-MM: "2023-5"'),
        ("大桥\tbridge | Big Bridge\tbig bridge*", '"big bridge" is both accepted and literal'),
        ("大桥\tbridge\t\t\t\t\t\textra", "8 cells under 7 columns"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_file_and_number(line, reason):
    with pytest.raises(GlossaryError) as caught:
        entries(HEADER + "群众\tresidents\n\n" + line + "\n")
    assert str(caught.value).startswith("terms.tsv:4: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize(("header", "missing"), [("term\tnote", "renderings"), ("中文\ttarget", "term")])
def test_a_header_without_a_needed_column_is_an_error_that_names_it(header, missing):
    with pytest.raises(GlossaryError, match=f'terms.tsv:1: no column "{missing}"'):
        entries(header + "\n大桥\tbridge\n")


def test_a_users_file_is_laid_over_the_bundled_entries(tmp_path):
    file = tmp_path / "house.csv"
    file.write_text("source,target,forbidden\n新华社,Xinhua Wire,Xinhua News Agency\n榕溪镇,Rongxi Town,\n", "utf-8")
    glossary = load_glossary("zh", [str(file)])
    assert glossary.entries["新华社"].renderings == ("Xinhua Wire",)
    assert glossary.entries["新华社"].required
    assert glossary.entries["新华社"].origin == f"{file}:2"
    assert glossary.entries["榕溪镇"].preferred == "Rongxi Town"
    assert not glossary.entries["人民日报"].required


def test_the_last_of_several_files_wins(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.tsv").write_text(f"term\trenderings\n榕溪镇\tRongxi {name}\n", "utf-8")
    glossary = load_glossary("zh", [str(tmp_path / "one.tsv"), str(tmp_path / "two.tsv")])
    assert glossary.entries["榕溪镇"].renderings == ("Rongxi two",)


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path):
    file = tmp_path / "excel.csv"
    file.write_bytes("\ufeffterm,renderings\r\n榕溪镇,Rongxi Town\r\n".encode())
    assert load_glossary("is", [str(file)]).entries["榕溪镇"].preferred == "Rongxi Town"


def test_a_missing_file_is_an_input_error_that_names_it(tmp_path):
    with pytest.raises(InputError, match=r"none\.tsv: glossary: "):
        load_glossary("zh", [str(tmp_path / "none.tsv")])


def test_a_file_that_is_not_utf_8_is_an_input_error(tmp_path):
    file = tmp_path / "old.tsv"
    file.write_bytes("term\trenderings\n榕溪镇\tRongxi\n".encode("gb18030"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load_glossary("zh", [str(file)])


def test_one_bad_line_spoils_the_whole_load(tmp_path):
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_text("term\trenderings\n榕溪镇\tRongxi Town\n", "utf-8")
    bad.write_text("term\trenderings\n大桥\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"bad\.tsv:2: no rendering for 大桥"):
        load_glossary("zh", [str(good), str(bad)])


def test_a_file_that_is_no_table_is_a_glossary_error(tmp_path):
    file = tmp_path / "binary.tsv"
    file.write_text("term\trenderings\n" + "x" * 200_000 + "\tbridge\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"binary\.tsv:2"):
        load_glossary("zh", [str(file)])
