"""HTML pages: the article without the furniture, every passage leading back to the page."""

import builtins
import time
from pathlib import Path

import pytest

from tqcheck.errors import InputError
from tqcheck.model.text import Span
from tqcheck.readers.file import read_document
from tqcheck.readers.html import _locate, declared_encoding, extract
from tqcheck.readers.page import visible

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>南岭县启用新一代气象雷达_南方晨讯网</title>
<meta name="keywords" content="气象"><script>var a = "<p>脚本里的字</p>";</script><style>p{color:red}</style></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>
<div class="crumb">首页 &gt; 新闻 &gt; 正文</div>
<div class="article"><h1>南岭县启用新一代气象雷达</h1>
<div class="info"><span>2024-03-12 09:15</span> <span>来源：南方晨讯</span></div>
<div id="content">
<p>　　本报南岭3月12日电（记者&nbsp;周一鸣）南岭县气象局12日宣布，新一代<strong>相控阵</strong>天气雷达正式投入使用，覆盖半径达150公里。</p>
<p>　　&ldquo;新雷达每分钟完成一次扫描，比旧设备快六倍，&rdquo;县气象局局长陈向东说，&ldquo;对强对流天气的预警时间可提前20分钟&mdash;&mdash;这对山区十分重要。&rdquo;</p>
<p>　　据介绍，该项目总投资2400万元，于去年9月开工，
由省气象局与AT&amp;C公司共同承建。<br>今年汛期前还将建成四个自动观测站。</p>
<ul><li>雷达站：海拔1,230米</li><li>观测站：四个</li></ul>
<p class="editor">责任编辑：李小满</p>
</div></div>
<div class="recommend"><h3>推荐阅读</h3><a class="change">换一换</a><ul><li><a href="/1">南岭县启用新一代气象雷达</a></li><li><a href="/2">三月天气展望</a></li></ul></div>
<div class="footer"><p>版权所有 &copy; 南方晨讯网 粤ICP备00000000号</p><p>联系我们 | 关于我们</p></div>
<script>console.log("</div>")</script></body></html>
"""


def test_the_article_is_kept_and_the_furniture_dropped() -> None:
    found = extract(PAGE, "p.html")
    assert [p.text for p in found.body] == [
        "南岭县启用新一代气象雷达",
        "本报南岭3月12日电（记者\xa0周一鸣）南岭县气象局12日宣布，新一代相控阵天气雷达正式投入使用，覆盖半径达150公里。",
        "“新雷达每分钟完成一次扫描，比旧设备快六倍，”县气象局局长陈向东说，“对强对流天气的预警时间可提前20分钟——这对山区十分重要。”",
        "据介绍，该项目总投资2400万元，于去年9月开工，由省气象局与AT&C公司共同承建。",
        "今年汛期前还将建成四个自动观测站。",
        "雷达站：海拔1,230米",
        "观测站：四个",
        "责任编辑：李小满",
    ]
    assert found.note == ""
    assert found.meta["title"] == "南岭县启用新一代气象雷达"
    assert found.meta["date"] == "2024-03-12"


def test_passages_lead_back_to_the_page() -> None:
    found = extract(PAGE, "p.html")
    radar = next(p for p in found.body if "相控阵" in p.text)
    at = radar.text.index("新一代相控阵天气")
    assert radar.locate(Span(at, at + 8)).of(PAGE) == "新一代<strong>相控阵</strong>天气"
    for passage in found.body:
        for c, origin in zip(passage.text, passage.origin, strict=False):
            assert PAGE[origin] in (c, "&")


def test_a_headline_that_the_page_repeats_is_found_above_the_article() -> None:
    heading = extract(PAGE, "p.html").body[0]
    assert PAGE[: heading.origin[0]].endswith("<h1>")


def test_a_mention_of_the_headline_is_not_taken_for_it() -> None:
    page = PAGE.replace(
        '<div id="content">', '<div class="info">关于“南岭县启用新一代气象雷达”的说明</div><div id="content">'
    )
    heading = extract(page, "p.html").body[0]
    assert heading.text == "南岭县启用新一代气象雷达"
    assert page[: heading.origin[0]].endswith("<h1>")


def test_a_text_shown_twice_above_the_article_is_the_nearer_one() -> None:
    page, _ = visible("<p>标题</p><p>导航</p><p>标题</p><p>正文在此。</p><p>标题</p>")
    assert _locate(page, [["标题"], ["正文在此。"], ["标题"]]) == [((4, 6),), ((6, 11),), ((11, 13),)]


def test_a_paragraph_from_which_something_was_cut_is_traced_by_its_pieces() -> None:
    page, _ = visible("<p>雷达每分钟<span>分享</span>完成一次扫描。</p>")
    assert _locate(page, [["雷达每分钟", "完成一次扫描。"], ["不在页中"]]) == [((0, 5), (7, 14)), ()]


def test_a_headline_shown_nowhere_else_comes_from_the_title_element() -> None:
    page = PAGE.replace("<h1>南岭县启用新一代气象雷达</h1>", "")
    found = extract(page, "p.html")
    if found.meta["title"] == "南岭县启用新一代气象雷达":
        heading = found.body[0]
        assert heading.text == "南岭县启用新一代气象雷达"
        assert page[: heading.origin[0]].endswith("<title>")


def test_a_page_without_an_article_is_read_whole_and_said_so() -> None:
    found = extract(
        "<html><head><title>t</title></head><body><footer><p>版权所有</p>联系我们</footer><script>x</script></body></html>",
        "p",
    )
    assert [p.text for p in found.body] == ["版权所有", "联系我们"]
    assert found.note == "no article found in the page: all of its visible text is read"


def test_blocks_that_are_extracted_as_one_are_parted_again() -> None:
    found = extract("<html><head><title>t</title></head><body><p>Short.</p><div>Two</div></body></html>", "p")
    assert [p.text for p in found.body][-2:] == ["Short.", "Two"]


def test_a_text_twice_in_the_article_is_found_twice() -> None:
    sentence = (
        "The committee met again in the afternoon and agreed to publish the whole of its report by the end of May."
    )
    page = f"<html><body><nav><a>Home</a></nav><article><p>{sentence}</p><p>It was long, and the members said that it had been useful to all of them.</p><p>{sentence}</p></article></body></html>"
    starts = [p.origin[0] for p in extract(page, "p").body if p.text == sentence]
    assert len(set(starts)) == len(starts)
    assert all(page[at:].startswith("The committee") for at in starts)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="gb2312">', "gb18030"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=GBK'>", "gb18030"),
        (b"<META CHARSET=Shift_JIS>", "cp932"),
        (b'<?xml version="1.0" encoding="UTF-8"?>', "utf-8"),
        (b'<meta charset="unicode_escape">', None),
        (b"<p>no meta charset=utf-8</p>", None),
    ],
)
def test_the_declared_encoding_is_read_as_browsers_read_it(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(b"<html>" + head) == encoding


@pytest.mark.parametrize(
    ("label", "encoding"), [("gb2312", "gb18030"), ("utf-8", "gbk"), ("big5", "big5"), ("utf-8", "utf-8-sig")]
)
def test_a_page_is_decoded_by_its_label_or_in_spite_of_it(tmp_path: Path, label: str, encoding: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{label}"').replace("&mdash;", "")
    if encoding == "big5":
        page = page.encode("big5", "ignore").decode("big5")
    path = tmp_path / "p.html"
    path.write_bytes(page.encode(encoding))
    document = read_document(str(path))
    assert document.text == page
    assert any("150公里" in p.text for p in document.body)
    assert ("note" in document.meta) == (not encoding.startswith("utf-8"))


def test_an_xhtml_page_with_an_encoding_in_its_declaration_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.xhtml"
    path.write_text('<?xml version="1.0" encoding="UTF-8"?>\n' + PAGE, encoding="utf-8")
    assert any("150公里" in p.text for p in read_document(str(path)).body)


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: object, **kwargs: object) -> object:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(InputError) as caught:
        extract(PAGE, "p.html")
    assert str(caught.value) == "p.html: reading HTML needs an extra: pip install 'tqcheck[web]'"


def test_a_page_of_scripts_alone_has_no_text(tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    path.write_text("<html><body><script>var x = 1;</script></body></html>")
    with pytest.raises(InputError, match="has no text in it"):
        read_document(str(path))


def test_nothing_is_printed_while_a_page_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    extract("<p>x", "p")
    extract("not html at all", "p")
    assert capfd.readouterr() == ("", "")


def test_a_deep_page_is_read_in_time() -> None:
    start = time.process_time()
    extract("<div>" * 3000 + "<p>A sentence that stands deep in a page, as it were.</p>" + "</div>" * 3000, "p")
    assert time.process_time() - start < 10
