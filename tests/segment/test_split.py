import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model.text import Passage, Span, join
from tqcheck.segment import split
from tqcheck.segment.boundaries import boundaries


def texts(text, lang):
    return [passage.text for passage in split(Passage(text), lang)]


def test_closing_quotes_stay_with_the_sentence_that_they_close():
    assert texts("他说：“桥还没有修好。”她没有回答。", "zh") == ["他说：“桥还没有修好。”", "她没有回答。"]
    assert texts("「桥坏了。」』然后呢？", "zh") == ["「桥坏了。」』", "然后呢？"]
    assert texts("真的吗？’”没人知道。", "zh") == ["真的吗？’”", "没人知道。"]
    assert texts('"The bridge is closed." Nobody came.', "en") == ['"The bridge is closed."', "Nobody came."]


def test_who_spoke_stays_with_the_quotation():
    assert texts("“桥还没有修好。”工程师刘建国说。大家都很着急。", "zh") == [
        "“桥还没有修好。”工程师刘建国说。",
        "大家都很着急。",
    ]
    assert texts("「行く。」と述べた。雨だった。", "ja") == ["「行く。」と述べた。", "雨だった。"]
    assert texts('"간다."고 말했다. 비가 왔다.', "ko") == ['"간다."고 말했다.', "비가 왔다."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Zhang joined Lanhai Shipping Co. Ltd. in May.",
        "Dr. Wu and Mrs. Chen met Prof. Hale at 5 p.m. on Monday.",
        "Exports rose 3.5 percent to 12.25 billion yuan.",
        "Apple Inc. (AAPL) CEO Tim Cook came to the fair.",
        "J. K. Rowling spoke of the U.S. Senate.",
        "Version 2.1.3 costs $4.50.",
    ],
)
def test_a_full_stop_that_ends_no_sentence_does_not_split(text):
    assert texts(f"{text} Then they left.", "en") == [text, "Then they left."]


def test_french_titles_and_initials_do_not_split():
    assert texts("Hier, M. Duval a vu Mme. Roy et J. Petit. Il pleuvait.", "fr") == [
        "Hier, M. Duval a vu Mme. Roy et J. Petit.",
        "Il pleuvait.",
    ]


def test_german_days_of_the_month_do_not_split():
    assert texts("Am Montag, dem 3. März, kam er. Es war der 20. Oktober.", "de-AT") == [
        "Am Montag, dem 3. März, kam er.",
        "Es war der 20. Oktober.",
    ]


def test_the_agency_in_brackets_stands_apart():
    assert texts("会议今天闭幕。（新华社）", "zh") == ["会议今天闭幕。", "（新华社）"]
    assert texts("会议今天闭幕。（完）明天有雨。", "zh") == ["会议今天闭幕。", "（完）", "明天有雨。"]
    assert texts("The meeting closed. (New News Agency)", "en") == ["The meeting closed.", "(New News Agency)"]
    assert texts('He said "Wait." (Xinhua)', "en") == ['He said "Wait."', "(Xinhua)"]


def test_brackets_within_a_sentence_stay_there():
    assert texts("柳林7月3日电（记者周海涛）大雨持续。", "zh") == ["柳林7月3日电（记者周海涛）大雨持续。"]
    assert texts("The dam (built in 1970) held. It is old.", "en") == ["The dam (built in 1970) held.", "It is old."]


def test_credits_stand_apart_from_what_comes_before_and_after():
    assert texts("The meeting closed. (New News Agency) Edit:He Chuanning Responsible editor:Su Suiyue", "en") == [
        "The meeting closed.",
        "(New News Agency)",
        "Edit:He Chuanning Responsible editor:Su Suiyue",
    ]
    assert texts("Edit:He Chuanning Responsible editor:Su Suiyue Special notice: the pictures are ours.", "en") == [
        "Edit:He Chuanning Responsible editor:Su Suiyue",
        "Special notice: the pictures are ours.",
    ]
    assert texts("会议闭幕。（完） 编辑：李明 责任编辑：王芳", "zh") == [
        "会议闭幕。",
        "（完）",
        "编辑：李明 责任编辑：王芳",
    ]


def test_a_label_within_a_sentence_is_no_credit():
    assert texts("He told the editor: stop the press.", "en") == ["He told the editor: stop the press."]


def test_a_line_break_always_ends_a_segment():
    assert texts("A headline\nwithout a stop\r\n\r\nand text.", "en") == ["A headline", "without a stop", "and text."]
    assert texts("标题\u2028正文", "zh") == ["标题", "正文"]


def test_numbers_of_items_stay_with_them():
    assert texts("1. Go home. Then rest.", "en") == ["1. Go home.", "Then rest."]


def test_marks_alone_are_no_segment_of_their_own():
    assert texts("他走了。……——然后回来了。", "zh")[0].startswith("他走了。")
    assert all(any(c.isalnum() for c in text) for text in texts("他走了。……。！？天黑了。", "zh"))


def test_a_passage_with_nothing_to_say_has_no_segments_and_marks_alone_are_kept():
    assert texts(" \n\t ", "en") == []
    assert texts("***", "en") == ["***"]


def test_segments_of_a_joined_passage_lead_back_to_the_original():
    original = "开头。那么  去吧！结束"
    passage = join([Passage(original[:5], 0), Passage(original[7:], 7)])
    for piece in split(passage, "zh"):
        assert "".join(original[piece.origin[i]] for i in range(len(piece.text))) == piece.text
        assert len(piece.origin) == len(piece.text) + 1
    assert [piece.text for piece in split(passage, "zh")] == ["开头。", "那么去吧！", "结束"]


PIECES = [
    "他说：“好。”", "（新华社）", "(New News Agency)", "Edit:He Chuanning", " Responsible editor:Su Suiyue", "编辑：李明 ",
    "Mr. ", "Co. Ltd. ", "3.5", "。", "！", "?", ". ", "…", "\n", "\r\n", "\u2028", " ", "\u3000", "”", "’", '"', "「", "」", "😀", "の", "said", "M. ",
    "\x00", "\ufeff", "\x85",
]  # fmt: skip
soup = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=60))


@given(soup, st.sampled_from(["zh", "en", "fr", "ja", "ko", "und", "zh-Hant"]), st.integers(0, 1000))
def test_every_character_is_in_one_segment_and_every_offset_leads_back(text, lang, at):
    original = "x" * at + text
    found = split(Passage(text, at), lang)
    last = at
    for piece in found:
        span = piece.locate(Span(0, len(piece.text)))
        assert span.of(original) == piece.text
        assert piece.text and piece.text == piece.text.strip()
        assert not original[last : span.start].strip()
        assert "\n" not in piece.text and "\r" not in piece.text
        last = span.end
    assert not original[last:].strip()


@given(soup, st.integers(5, 40))
def test_windows_do_not_cut_words(text, window):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["tqcheck.segment.boundaries"], "WINDOW", window)
        cuts = boundaries(text.replace("\n", " ").replace("\r", " "), "zh")
    assert all(0 < cut < max(1, len(text)) for cut in cuts)


def test_a_long_line_takes_no_more_than_its_share_of_time():
    start = time.process_time()
    assert len(texts("他今天去了县城。她没有去！" * 5000, "zh")) == 10_000
    assert time.process_time() - start < 3
