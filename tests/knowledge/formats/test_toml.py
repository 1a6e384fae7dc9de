from __future__ import annotations

import pytest

from tqcheck.errors import GlossaryError, InputError
from tqcheck.knowledge import Literal, load_glossary, survey

WHOLE = """
# ours
[[term]]
source = "智造园"
renderings = ["Intelligent Manufacturing Park", "IMP"]
forbidden = ["smart manufacturing park", "wisdom park*"]
kind = "place"
since = 2016
note = "opened in May"

[[term]]
term = "群众"
target = "residents"
"""


@pytest.fixture
def toml(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "terms.toml"
        path.write_text(text, "utf-8")
        return str(path)

    return write


def test_an_entry_has_its_keys_and_says_where_it_stands(toml):
    path = toml(WHOLE)
    entries = load_glossary("zh", [path]).entries
    park = entries["智造园"]
    assert park.renderings == ("Intelligent Manufacturing Park", "IMP")
    assert park.literals == (Literal("smart manufacturing park"), Literal("wisdom park", alone=False))
    assert (park.kind, park.since, park.note, park.lang) == ("place", "2016", "opened in May", "zh")
    assert park.required and park.origin == f"{path}:3"


def test_other_names_of_keys_and_a_single_text_are_read(toml):
    entry = load_glossary("zh", [toml(WHOLE)]).entries["群众"]
    assert entry.renderings == ("residents",) and entry.required


def test_terms_in_one_line_are_read(toml):
    path = toml('term = [{source = "榕溪镇", renderings = ["Rongxi Town"]}]\n')
    assert load_glossary("zh", [path]).entries["榕溪镇"].origin == f"{path}:1"


def test_what_was_learnt_about_a_term_is_passed_over(toml):
    path = toml(
        '[[term]]\nsource = "榕溪镇"\nrenderings = ["Rongxi"]\ncount = 3\nconfidence = 0.88\ncontext = "a / b"\n'
    )
    assert load_glossary("zh", [path]).entries["榕溪镇"].preferred == "Rongxi"


def test_an_empty_file_has_no_terms(toml):
    assert survey(toml("")).entries == ()


GOOD = '[[term]]\nsource = "群众"\nrenderings = ["residents"]\n\n'


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[[term]]\nrenderings = ["bridge"]', 5, "no term"),
        ('[[term]]\nsource = "大桥"', 5, "no rendering for 大桥"),
        ('[[term]]\nsource = "大桥"\nrenderings = [" "]', 5, "no rendering for 大桥"),
        ('[[term]]\nsource = "大桥"\n\nrenderings = [1]', 8, "renderings is not a text or a list of texts"),
        ('[[term]]\nsource = ["大桥"]', 6, "source is not a text"),
        ('[[term]]\nsource = "大桥"\nrenderings = ["bridge"]\nkind = "building"', 5, 'unknown kind "building"'),
        ('[[term]]\nsource = "大桥"\nrendring = ["bridge"]', 7, 'unknown key "rendring"'),
        ('[[term]]\nsource = "大桥"\nterm = "桥"', 7, '"term" is given twice'),
        ('[[term]]\nsource = "大桥"\nrenderings = "bridge"\nforbidden = "Bridge"', 5, "both accepted and literal"),
        ('[[terms]]\nsource = "大桥"', 5, 'unknown table or key "terms"'),
        ("[[term]]\nsource = 大桥", 6, "not TOML: Invalid value"),
        ('[[term]]\nsource = "大桥', 6, "not TOML: "),
        ("[[term]", 5, "not TOML: "),
    ],
)
def test_what_cannot_be_used_is_named_with_file_and_line(toml, text, line, reason):
    path = toml(GOOD + text)
    with pytest.raises(GlossaryError) as caught:
        load_glossary("zh", [path])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert reason in str(caught.value)


def test_term_must_be_a_list_of_tables(toml):
    path = toml('\nterm = "大桥"\n')
    with pytest.raises(GlossaryError, match=r"terms\.toml:2: term is not a list of tables"):
        load_glossary("zh", [path])


def test_a_text_that_shows_a_table_does_not_shift_lines(toml):
    path = toml(
        "[[term]]\nsource = '群众'\nrenderings = 'residents'\nnote = '''\n[[term]]\n'''\n[[term]]\nsource = '大桥'\n"
    )
    (problem,) = survey(path).problems
    assert problem.reason == "no rendering for 大桥"


def test_nesting_without_end_is_one_error(toml):
    with pytest.raises(GlossaryError, match=r"terms\.toml:1: not"):
        load_glossary("zh", [toml("term = " + "[" * 100_000)])


def test_a_file_that_is_not_utf_8_is_an_input_error(tmp_path):
    path = tmp_path / "old.toml"
    path.write_bytes("[[term]]\nsource = '大桥'".encode("gb18030"))
    with pytest.raises(InputError, match="is not UTF-8"):
        load_glossary("zh", [str(path)])
