"""Names that the document prints in Latin letters."""

from __future__ import annotations

from tqcheck import lang
from tqcheck.evidence.printed_names import misspelt_printed

ZH = lang.get("zh")
DOCUMENT = "理发师曼西内利（Anthony Mancinelli）去世。\n曼西内利生前工作到百岁。"


def found(source: str, target: str, background: str = DOCUMENT) -> list[tuple[str, str]]:
    uses = misspelt_printed(source, target, background, ZH)
    return [(use.source.of(source), use.target.of(target)) for use in uses]


def test_a_name_is_spelt_as_the_document_prints_it_wherever_it_is_named():
    source = "曼西内利生前工作到百岁。"
    assert found(source, "In his life Mansinelli worked until he was 100.") == [("曼西内利", "Mansinelli")]
    assert found(source, "In his life Mancinelli worked until he was 100.") == []
    assert found(source, "Anthony worked until he was 100 in Mandalay.") == []


def test_without_a_printed_form_nothing_is_said():
    source = "曼西内利生前工作到百岁。"
    assert found(source, "In his life Mansinelli worked until he was 100.", source) == []


def test_what_stands_in_brackets_after_something_else_is_no_name_of_it():
    assert found("世界卫生组织（Geneva）开会。", "The WHO met in Genoa.", "") == []
