"""Looking a glossary through, and looking a term up."""

from __future__ import annotations

import pytest

from tqcheck.errors import InputError
from tqcheck.knowledge import bundled, known, survey


@pytest.fixture
def table(tmp_path):
    def write(text: str, name: str = "terms.tsv") -> str:
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return write


def test_every_problem_is_told_with_its_line_and_the_good_are_counted(table):
    path = table("term\trenderings\n大桥\t\n群众\tresidents\n\tx\n群众\tpublic\na\tb\tc\n")
    found = survey(path)
    assert [entry.term for entry in found.entries] == ["群众"]
    assert [(problem.line, problem.reason) for problem in found.problems] == [
        (2, "no rendering for 大桥"),
        (4, "no term"),
        (5, "群众 has an entry already, at line 3"),
        (6, "3 cells under 2 columns"),
    ]


def test_a_term_in_both_scripts_is_one_term_where_its_language_is_told(table):
    path = table("term\trenderings\n人民币\tyuan\n人民幣\trenminbi\n")
    assert len(survey(path, "zh").problems) == 1
    assert survey(path).problems == ()


def test_a_header_that_is_wrong_is_the_only_problem(table):
    found = survey(table("中文\ttarget\n大桥\tbridge\n"))
    assert [problem.line for problem in found.problems] == [1] and found.entries == ()


def test_a_file_that_is_missing_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="none.toml"):
        survey(str(tmp_path / "none.toml"))


@pytest.mark.parametrize("term", ["新华社", "新華社", " 新华社 "])
def test_a_bundled_term_is_known_in_either_script(term):
    (entry, *_), nearest = known(term)
    assert entry.term == "新华社" and "Xinhua" in entry.renderings and nearest == []


def test_the_last_of_the_users_entries_comes_first(table):
    one, two = (table(f"term\trenderings\n新华社\tXinhua {n}\n", f"{n}.tsv") for n in "12")
    entries, _ = known("新华社", "zh", [one, two])
    assert [entry.preferred for entry in entries] == ["Xinhua 2", "Xinhua 1", "Xinhua News Agency"]


def test_an_unknown_term_has_its_nearest():
    entries, nearest = known("新化社")
    assert entries == [] and nearest[0] == "新华社"


def test_what_is_like_nothing_has_none():
    assert known("zzqqxx") == ([], [])


def test_formats_are_no_language():
    assert {entry.lang for entry in bundled("und")} == {"zh"}
