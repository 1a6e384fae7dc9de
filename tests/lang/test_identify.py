"""Language identification: scripts decide first, statistics where a script is shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.lang.identify import identify

SAMPLES = {
    "zh": "新华社北京5月30日电 记者从水利部获悉，今年全国灌区改造工程进展顺利。",
    "ja": "政府は三日、来年度の予算案を閣議で決定したと発表しました。",
    "ko": "정부는 3일 내년도 예산안을 국무회의에서 의결했다고 밝혔다.",
    "ru": "Правительство утвердило проект бюджета на следующий год, сообщили в министерстве.",
    "uk": "Уряд ухвалив проєкт бюджету на наступний рік, повідомили в міністерстві фінансів.",
    "bg": "Правителството прие проекта за бюджет за следващата година, съобщиха от министерството.",
    "ar": "أعلنت الحكومة يوم الثلاثاء أنها أقرت مشروع الموازنة العامة للسنة المقبلة بعد نقاش طويل.",
    "fa": "دولت روز سه‌شنبه اعلام کرد که لایحه بودجه سال آینده را پس از بحث‌های طولانی تصویب کرده است.",
    "hi": "सरकार ने मंगलवार को बताया कि अगले वर्ष का बजट मंत्रिमंडल ने मंजूर कर लिया है।",
    "th": "รัฐบาลแถลงเมื่อวันอังคารว่าได้อนุมัติร่างงบประมาณปีหน้าแล้ว",
    "he": "הממשלה הודיעה ביום שלישי כי אישרה את תקציב המדינה לשנה הבאה לאחר דיון ארוך.",
    "el": "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι ενέκρινε τον προϋπολογισμό.",
    "fr": "Le gouvernement a annoncé mardi qu'il avait approuvé le projet de budget pour l'année prochaine.",
    "de": "Die Regierung teilte am Dienstag mit, sie habe den Entwurf des Haushalts für das nächste Jahr gebilligt.",
    "es": "El gobierno anunció el martes que había aprobado el proyecto de presupuesto para el año próximo.",
    "vi": "Chính phủ cho biết hôm thứ Ba rằng họ đã thông qua dự thảo ngân sách cho năm tới.",
    "en": "The government said on Tuesday that it had approved the draft budget for the coming year.",
    "ta": "அரசு செவ்வாய்க்கிழமை வரவு செலவுத் திட்டத்தை அறிவித்தது.",
    "ka": "მთავრობამ სამშაბათს ბიუჯეტის პროექტი დაამტკიცა.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_a_sentence_of_news_is_identified(code: str) -> None:
    assert identify(SAMPLES[code]) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("新华社北京5月30日电", "zh"),
        ("5G手机iPhone 15 Pro Max和华为Mate 60 Pro销量大增，消费者反响热烈", "zh"),
        ("优衣库の新品上市，顾客在门店前排起长队，工作人员介绍说限购两件，每人凭预约码领取", "zh"),
        ("東京タワーで花火大会", "ja"),
        ("예산안 國會 통과", "ko"),
        ("Съезд открыт", "ru"),
        ("Київ їде", "uk"),
        ("गाँव", "hi"),
    ],
)
def test_short_and_mixed_texts_go_by_their_script(text: str, code: str) -> None:
    assert identify(text) == code


def test_a_foreign_name_does_not_decide_an_english_text() -> None:
    assert identify(SAMPLES["en"] + " The ministry (水利部) said the works would go on until the autumn.") == "en"


def test_addresses_do_not_count() -> None:
    assert (
        identify("水利部消息 https://www.example.com/news/politics/2023-05/30/content_1234567.htm info@example.com")
        == "zh"
    )


@pytest.mark.parametrize("text", ["", "   \n", "12,345 – 67%", "😀😀", "xq zv", "http://example.com/"])
def test_what_cannot_be_told_is_none(text: str) -> None:
    assert identify(text) is None


def test_control_characters_do_not_stop_it() -> None:
    assert identify("\x01\x0b" + SAMPLES["fr"] + "\ufffe") == "fr"


@given(st.text())
def test_any_text_gives_a_known_code_or_none(text: str) -> None:
    found = identify(text)
    assert found is None or lang.known(found)
