"""Languages without a module of their own: names told by script, sound and CLDR."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.check import check
from tqcheck.knowledge import load_glossary
from tqcheck.prepare import prepare
from tqcheck.rules.registry import select

RIGHT = [
    ("el", "Ο Γιάννης Παπαδόπουλος συνάντησε τον Μαρκ Ρούτε.", "Giannis Papadopoulos met Mark Rutte yesterday."),
    ("el", "Η Γαλλία κέρδισε την Ισπανία στο Παρίσι.", "France beat Spain in Paris."),
    ("he", "דוד כהן נפגש עם אנגלה מרקל בברלין.", "David Cohen met Angela Merkel in Berlin."),
    ("he", "ראש הממשלה בנימין נתניהו אמר כי המשא ומתן יימשך בקהיר.", "Prime Minister Benjamin Netanyahu said that talks would go on in Cairo."),
    ("fa", "حسن روحانی با امانوئل مکرون در پاریس دیدار کرد.", "Hassan Rouhani met Emmanuel Macron in Paris."),
    ("fa", "عباس عراقچی گفت مذاکرات در عمان ادامه خواهد یافت.", "Abbas Araghchi said that talks would go on in Oman."),
    ("th", "สมชาย ใจดี พบกับ โจ ไบเดน ที่กรุงเทพ", "Somchai Jaidee met Joe Biden in Bangkok."),
    ("ar", "قال وزير الخارجية السعودي فيصل بن فرحان إن المحادثات ستستمر.", "Saudi Foreign Minister Faisal bin Farhan said that talks would go on."),
    ("ko", "김민수 장관은 서울에서 조 바이든을 만났다.", "Minister Kim Min-su met Joe Biden in Seoul."),
    ("ko", "손흥민은 이재명 대통령과 통화했다고 구단이 밝혔다.", "Son Heung-min spoke by phone with President Lee Jae-myung, the club said."),
    ("uk", "Президент Володимир Зеленський зустрівся з Джо Байденом.", "President Volodymyr Zelensky met Joe Biden on the sidelines."),
]  # fmt: skip
WRONG = [
    ("el", "Ο Γιάννης Παπαδόπουλος συνάντησε τον Μαρκ Ρούτε.", "Nikos Georgiou met Mark Rutte yesterday.", "Nikos Georgiou"),
    ("el", "Η Γαλλία κέρδισε την Ισπανία στο Παρίσι.", "France beat Portugal in Paris.", "Portugal"),
    ("he", "צרפת ניצחה את ספרד.", "France beat Portugal.", "Portugal"),
    ("fa", "حسن روحانی با امانوئل مکرون در پاریس دیدار کرد.", "Ali Rezaei met Emmanuel Macron in Paris.", "Ali Rezaei"),
    ("th", "สมชาย ใจดี พบกับ โจ ไบเดน ที่กรุงเทพ", "Prasert Wongsa met Joe Biden in Bangkok.", "Prasert Wongsa"),
    ("ru", "Министр Иван Петров встретился с Джо Байденом.", "Minister Oleg Sidorov met Joe Biden.", "Oleg Sidorov"),
    ("hi", "नरेंद्र मोदी ने दिल्ली में जो बाइडेन से मुलाकात की।", "Rahul Gandhi met Joe Biden in Delhi.", "Rahul Gandhi"),
]  # fmt: skip


def flagged(article_of, code: str, source: str, target: str) -> list[str]:
    prepared = prepare(article_of(target, source, code), {code: load_glossary(code, ())})
    return [finding.primary.text for finding in check(prepared, select(["NAM"])).findings]


@pytest.mark.parametrize(("code", "source", "target"), RIGHT)
def test_right_names_are_left_alone(article_of, code: str, source: str, target: str) -> None:
    assert flagged(article_of, code, source, target) == []


@pytest.mark.parametrize(("code", "source", "target", "wrong"), WRONG)
def test_a_name_that_the_source_has_not_is_flagged(article_of, code: str, source: str, target: str, wrong: str) -> None:
    assert flagged(article_of, code, source, target) == [wrong]


def test_a_language_without_a_module_keeps_its_code_and_name() -> None:
    greek = lang.get("el-GR")
    assert (greek.code, greek.name, greek.capitals) == ("el", "Greek", True)
    assert not lang.get("he").capitals
    assert not lang.get("th").spaced
