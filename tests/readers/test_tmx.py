"""TMX: which variant is source and which target, and how the tags of both go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.model.document import Article, Document, Role
from tqcheck.model.report import Skipped
from tqcheck.readers import ReadOptions, read

HEAD = (
    '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="{}" '
    'datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>'
)
TAIL = "</body></tmx>"


def tu(id_: str = "", more: str = "", own: str = "", **variants: str) -> str:
    def tuv(code: str, text: str) -> str:
        return f'<tuv xml:lang="{code.replace("_", "-").split("--")[0]}"><seg>{text}</seg></tuv>'

    name = f' tuid="{id_}"' if id_ else ""
    return f"\n<tu{name}{own}>{more}{''.join(tuv(*item) for item in variants.items())}</tu>"


def units(tmp_path: Path, *given: str, srclang: str = "zh", **options: str) -> list[Article | Skipped]:
    path = tmp_path / "m.tmx"
    path.write_text(HEAD.format(srclang) + "".join(given) + TAIL, encoding="utf-8")
    return list(read([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


def words(document: Document | None) -> str:
    assert document is not None
    return "\n".join(passage.text for passage in document.body)


def told(found: list[Article | Skipped]) -> list[tuple[str, str, str, str, str]]:
    assert all(isinstance(article, Article) and article.source for article in found), found
    return [
        (a.id, a.source.lang, words(a.source), a.renderings[0].document.lang, words(a.renderings[0].document))
        for a in found
        if isinstance(a, Article) and a.source
    ]


def test_the_target_is_the_variant_in_the_language_asked_for(tmp_path: Path) -> None:
    unit = tu("7", fr="Bon.", zh_CN="好。", en_US="Good.")
    assert told(units(tmp_path, unit)) == [("m:7", "zh-CN", "好。", "en-US", "Good.")]
    assert told(units(tmp_path, unit, target_lang="fr")) == [("m:7", "zh-CN", "好。", "fr", "Bon.")]
    assert told(units(tmp_path, tu(zh="好。", fr="Bon."))) == [("m:1", "zh", "好。", "fr", "Bon.")]


def test_an_exact_language_goes_before_another_countrys(tmp_path: Path) -> None:
    unit = tu(zh="好。", en_US="Color.", en_GB="Colour.")
    assert told(units(tmp_path, unit, target_lang="en-GB"))[0][3:] == ("en-GB", "Colour.")
    assert told(units(tmp_path, unit))[0][3:] == ("en-US", "Color.")


def test_more_variants_of_the_language_are_alternates(tmp_path: Path) -> None:
    (article,) = units(tmp_path, tu(zh="好。", en="Good.", en__2="Fine.", en__3="", fr="Bon."))
    assert isinstance(article, Article)
    assert [(r.name, r.role, words(r.document)) for r in article.renderings] == [
        ("target", Role.CANDIDATE, "Good."),
        ("alternate-1", Role.ALTERNATE, "Fine."),
    ]


@pytest.mark.parametrize(("srclang", "own"), [("*all*", ""), ("fr", ' srclang="zh"')])
def test_a_memory_of_any_source_language_takes_the_one_asked_for(tmp_path: Path, srclang: str, own: str) -> None:
    unit = tu(own=own, en="Good.", de="Gut.", zh="好。")
    assert told(units(tmp_path, unit, srclang=srclang, source_lang="zh"))[0][1:3] == ("zh", "好。")
    if srclang == "*all*":
        assert told(units(tmp_path, unit, srclang=srclang))[0][1:3] == ("de", "Gut.")


def test_a_unit_without_one_of_the_two_is_left_out_and_an_empty_one_is_not(tmp_path: Path) -> None:
    given = [tu(zh="甲"), tu(en="B"), tu(zh="丙", en="C"), tu(zh="丁", en="")]
    assert [item[0] for item in told(units(tmp_path, *given))] == ["m:3", "m:4"]


def test_a_memory_of_other_languages_says_which(tmp_path: Path) -> None:
    (skipped,) = units(tmp_path, tu(ja="甲", fr="A", de="B"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "holds no translation from zh into en (languages: ja, fr, de)"


def tags(document: Document | None) -> list[tuple[str, str]]:
    assert document is not None
    return [(tag.kind.value, tag.name) for tag in document.markup]


def test_tags_go_together_by_number_or_else_by_their_code(tmp_path: Path) -> None:
    source = (
        '<bpt i="1" x="5">{b}</bpt>甲<ept i="1">{/b}</ept><ph x="6">p</ph><ph>&lt;br/></ph>'
        '<bpt i="2">&lt;i></bpt>乙<ept i="2">&lt;/i></ept><hi x="9">丙</hi><ut>&lt;u></ut>'
    )
    target = (
        '<bpt i="3">&lt;i></bpt>B<ept i="3">&lt;/i></ept><bpt i="9" x="5">{b}</bpt>A<ept i="9">{/b}</ept>'
        '<ph>&lt;br/></ph><hi x="9">C</hi><ph x="6">p</ph><ut>&lt;u></ut>'
    )
    (article,) = units(tmp_path, tu(zh=source, en=target))
    assert isinstance(article, Article)
    assert words(article.renderings[0].document) == "BA C"
    assert sorted(tags(article.source)) == sorted(tags(article.renderings[0].document))
    assert tags(article.source) == [
        ("open", "bpt 5"),
        ("close", "bpt 5"),
        ("single", "ph 6"),
        ("single", "ph <br/>"),
        ("open", "bpt <i>"),
        ("close", "bpt <i>"),
        ("open", "hi 9"),
        ("close", "hi 9"),
        ("single", "ut <u>"),
    ]


def test_a_note_silences(tmp_path: Path) -> None:
    (article,) = units(tmp_path, tu(more="<note>tqcheck:ignore NAM why</note>", zh="好", en="Good"))
    assert isinstance(article, Article)
    (found,) = article.renderings[0].document.suppressions
    assert (found.codes, found.reason) == (("NAM",), "why")


def test_what_another_program_writes_is_read_as_it_reads_it(tmp_path: Path) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    texts = [("大桥周一通车。", "The bridge opened."), ("甲 < 乙 & “丙”", "A < B & \"C\" 'd'"), ("雨😀", "Rain 😀")]
    store = tmx.tmxfile(sourcelanguage="zh", targetlanguage="en")
    for source, target in texts:
        store.addtranslation(source, "zh", target, "en")
    path = tmp_path / "m.tmx"
    path.write_bytes(bytes(store))
    expected = [(unit.source, unit.target) for unit in tmx.tmxfile.parsestring(bytes(store)).units]
    assert [(item[2], item[4]) for item in told(list(read([str(path)])))] == expected == texts


def test_what_align_writes_is_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zh.txt").write_text("大桥周一通车。下雨了，天很冷 & 黑。", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("The bridge opened on Monday. It rained, <cold> & dark.", encoding="utf-8")
    given = ["align", str(tmp_path / "a.zh.txt"), str(tmp_path / "a.en.txt"), "--format", "tmx", "--aligner", "lexical"]
    assert main(given) == 0
    path = tmp_path / "m.tmx"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    found = told(list(read([str(path)])))
    assert [(item[2], item[4]) for item in found] == [
        ("大桥周一通车。", "The bridge opened on Monday."),
        ("下雨了，天很冷 & 黑。", "It rained, <cold> & dark."),
    ]


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<xliff/>", "is no TMX: it begins with <xliff>"),
        (HEAD.format("zh") + TAIL, "has no unit in it"),
        (HEAD.format("zh") + tu(zh="甲", en="") + TAIL, "none of its 1 units is translated"),
        (HEAD.format("zh") + "<tu>", "line 3, column 158: not well-formed (it ends too early)"),
    ],
)
def test_what_is_no_memory_is_told_in_one_line(tmp_path: Path, xml: str, reason: str) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(xml, encoding="utf-8")
    assert list(read([str(path)])) == [Skipped(str(path), reason)]
