"""What each language reads: numbers with units, dates, negations."""

from __future__ import annotations

import pytest

from tqcheck import lang

NUMBERS = [
    ("en", "twenty-eight days, half a million, a 63-year-old", [(28, "d"), (5e5, None), (63, "year")]),
    (
        "en",
        "one hundred and five, US$3-5 billion, 24-hour, two and a half years",
        [(105, None), (3e9, "USD"), (5e9, "USD"), (24, "h"), (2.5, "year")],
    ),
    ("zh", "近380万元，20多年，一个半小时", [(3.8e6, "CNY?"), (20, "year"), (1.5, "h")]),
    ("zh", "1.5升至2升，每小时64公里", [(1.5, "l"), (2, "l"), (64, "km/h")]),
    ("zh", "三四十名，1000多斤", [(30, None), (1000, "jin")]),
    ("ja", "時速120キロ、48時間、350万人", [(120, "km/h"), (48, "h"), (3.5e6, None)]),
    ("ko", "스물다섯 명, 120억 원, 45세", [(25, None), (1.2e10, "KRW"), (45, "year")]),
    ("de", "zweihundertfünfzig, 46.000 Tonnen, fünfzehnjährige", [(250, None), (46000, "t"), (15, None)]),
    (
        "fr",
        "quatre-vingt-dix-sept, deux cent cinquante mille euros, soixante et onze",
        [(97, None), (2.5e5, "EUR"), (71, None)],
    ),
    ("es", "treinta y cinco, 2 mil millones de dólares, doscientos mil", [(35, None), (2e9, "USD?"), (2e5, None)]),
    ("it", "duecentocinquanta, ventuno, 3,5 milioni di euro", [(250, None), (21, None), (3.5e6, "EUR")]),
    ("pt", "trinta e cinco, duzentos mil reais", [(35, None), (2e5, "BRL")]),
    ("pl", "dwadzieścia pięć tysięcy, 1,4 mld zł", [(25000, None), (1.4e9, "PLN")]),
    ("cs", "dvacet pět tisíc, 34 125 korun, osm set", [(25000, None), (34125, "CZK?"), (800, None)]),
    ("ru", "двадцать пять тысяч, 3,5 млн рублей, 13 269", [(25000, None), (3.5e6, "RUB"), (13269, None)]),
    ("uk", "двадцять п'ять тисяч, 3,5 млн гривень", [(25000, None), (3.5e6, "UAH")]),
    ("tr", "yirmi beş bin, 3,5 milyon dolar", [(25000, None), (3.5e6, "USD?")]),
    ("hi", "पच्चीस हजार, 5 लाख रुपये", [(25000, None), (5e5, "INR")]),
    ("ar", "خمسة وعشرون ألف، ٣٫٥ مليار دولار", [(25000, None), (3.5e9, "USD?")]),
]
DATES = [
    ("en", "On November 29, 2019 at 7:30 p.m.", [(2019, 11, 29, None), (None, None, None, 19)]),
    ("en", "from May 3-7, on 3 July 2020", [(None, 5, 3, None), (None, 5, 7, None), (2020, 7, 3, None)]),
    ("en", "They may come in March 2020.", [(2020, 3, None, None)]),
    ("zh", "2019年12月29日晚7:30", [(2019, 12, 29, None), (None, None, None, 19)]),
    ("zh", "5月3日至7日", [(None, 5, 3, None), (None, None, 7, None)]),
    ("zh", "上午9时至11时", [(None, None, None, 9), (None, None, None, 11)]),
    ("ja", "令和2年3月、午後3時", [(2020, 3, None, None), (None, None, None, 15)]),
    ("ko", "2020년 7월 21일 오후 3시", [(2020, 7, 21, None), (None, None, None, 15)]),
    ("de", "vom 3. bis 5. Mai, 15.30 Uhr", [(None, 5, 3, None), (None, 5, 5, None), (None, None, None, 15)]),
    ("fr", "le 14 juillet 2015 à 15h30", [(2015, 7, 14, None), (None, None, None, 15)]),
    ("es", "el 3 de mayo de 2019, a las 3 de la tarde", [(2019, 5, 3, None), (None, None, None, 15)]),
    ("it", "il 4 maggio 1990", [(1990, 5, 4, None)]),
    ("pt", "3 de maio de 2020", [(2020, 5, 3, None)]),
    ("pl", "29 grudnia 2015 r.", [(2015, 12, 29, None)]),
    ("cs", "29. prosince 2015", [(2015, 12, 29, None)]),
    ("ru", "27 июля 2020 года", [(2020, 7, 27, None)]),
    ("uk", "27 липня 2020 року", [(2020, 7, 27, None)]),
    ("tr", "27 Temmuz 2020'de", [(2020, 7, 27, None)]),
    ("hi", "27 जुलाई 2020", [(2020, 7, 27, None)]),
    ("ar", "27 يوليو 2020", [(2020, 7, 27, None)]),
]
CENTURIES = [
    ("en", "the 19th century"), ("zh", "19世纪"), ("ja", "19世紀"), ("ko", "19세기"), ("de", "im 19. Jahrhundert"),
    ("fr", "au XIXe siècle"), ("es", "siglo XIX"), ("it", "XIX secolo"), ("pt", "século XIX"), ("pl", "XIX wieku"),
    ("cs", "v 19. století"), ("ru", "XIX века"), ("uk", "XIX століття"), ("tr", "19. yüzyılda"), ("hi", "19वीं सदी"),
    ("ar", "القرن 19"),
]  # fmt: skip
NEGATIVES = [
    ("en", "He does not come.", "not"), ("zh", "他不来。", "不"), ("ja", "彼は来ない。", "ない"), ("ko", "그는 오지 않는다.", "않"),
    ("de", "Er kommt nicht.", "nicht"), ("fr", "Il ne vient jamais.", "ne"), ("es", "No viene.", "No"),
    ("it", "Non viene.", "Non"), ("pt", "Ele não vem.", "não"), ("pl", "On nie przyjdzie.", "nie"),
    ("cs", "To není pravda.", "není"), ("ru", "Он не придёт.", "не"), ("uk", "Він не прийде.", "не"),
    ("tr", "Bu doğru değil.", "değil"), ("hi", "वह नहीं आता।", "नहीं"), ("ar", "لم يأت", "لم"),
]  # fmt: skip
PLAIN = [
    ("en", "He not only came."), ("zh", "产量不断上升，未来可期。"), ("ja", "雨だけでなく風も強い。"), ("ko", "끊임없는 노력이다."),
    ("de", "Nicht nur er kommt."), ("es", "No solo viene él."), ("it", "Non solo lui viene."), ("pl", "Nie tylko on przyjdzie."),
    ("ru", "Не только он придёт."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), NUMBERS)
def test_numbers_are_read_with_their_units(code: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(q.low, q.unit) for q in lang.get(code).quantities(text) if not q.vague] == expected


@pytest.mark.parametrize(("code", "text", "expected"), DATES)
def test_dates_are_read_and_are_no_numbers(code: str, text: str, expected: list[tuple[int | None, ...]]) -> None:
    language = lang.get(code)
    assert [(m.year, m.month, m.day, m.hour) for m in language.moments(text) if not m.relative] == expected
    assert not [q for q in language.quantities(text) if not q.vague]


@pytest.mark.parametrize(("code", "text"), CENTURIES)
def test_centuries_are_read(code: str, text: str) -> None:
    assert [m.century for m in lang.get(code).moments(text)] == [19]


@pytest.mark.parametrize(("code", "text", "word"), NEGATIVES)
def test_plain_negations_are_found(code: str, text: str, word: str) -> None:
    found = lang.get(code).negations(text)
    assert found and found[0].of(text) == word


@pytest.mark.parametrize(("code", "text"), PLAIN)
def test_phrases_that_only_look_negative_are_not(code: str, text: str) -> None:
    assert not lang.get(code).negations(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "一带一路、九三学社、5G、COVID-19、90后、拨打120急救电话"),
        ("en", "COVID-19, 5G, F-35, A4, one of them, both sides, the first time, Louis XVI, 2021-07-26"),
        ("de", "eine Frau, der erste Tag, beide"),
        ("fr", "une femme, la première fois"),
    ],
)
def test_names_and_idioms_raise_no_number(code: str, text: str) -> None:
    assert not [q for q in lang.get(code).quantities(text) if not q.vague]


@pytest.mark.parametrize("code", sorted({code for code, _, _ in NUMBERS}))
def test_spans_lie_within_the_text_and_in_order(code: str) -> None:
    text = " ".join(text for other, text, _ in NUMBERS + DATES if other == code)
    language = lang.get(code)
    spans = [q.span for q in language.quantities(text)]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not language.quantities("") and not language.moments("") and not language.negations("")


def test_english_months_that_are_also_words_need_a_date_beside_them() -> None:
    assert not lang.get("en").moments("They may march on. May I?")
    assert [m.month for m in lang.get("en").moments("in May and on 3 March")] == [5, 3]
