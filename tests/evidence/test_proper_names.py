"""Names of both sides: what is foreign, what is missing, and what is left alone."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.proper_names import ProperNames, compare_names


def compared(code: str, source: str, target: str) -> tuple[list[str], list[str]]:
    found: ProperNames = compare_names(source, target, lang.get(code))
    return [f.target.of(target) for f in found.foreign], [span.of(source) for span in found.missing]


REPLACED = [
    (
        "es",
        "La ministra Carmen Ibarra llegó ayer a Toledo.",
        "Minister Oscar Lindqvist arrived in Toledo yesterday.",
        "Oscar Lindqvist",
    ),
    ("es", "El tren sale hacia Portugal cada lunes.", "The train leaves for Denmark every Monday.", "Denmark"),
    (
        "fr",
        "Hier, le maire de Quimper a reçu Bertrand Kerguelen.",
        "Yesterday the mayor of Quimper received Hassan Mubarak.",
        "Hassan Mubarak",
    ),
    (
        "it",
        "Il concerto di Ludovica Ferrante si terrà a Cremona.",
        "The concert by Kenji Watabe will be held in Cremona.",
        "Kenji Watabe",
    ),
    (
        "pl",
        "Wystawę w Gdyni otworzył Zbigniew Korcz.",
        "The exhibition in Gdynia was opened by Pedro Almagro.",
        "Pedro Almagro",
    ),
    ("pl", "Ambasador Norwegii spotkał się z rolnikami.", "The ambassador of Kenya met the farmers.", "Kenya"),
    (
        "cs",
        "Včera do Olomouce přijel Vratislav Hudec.",
        "Yesterday Gunther Adlerstein came to Olomouc.",
        "Gunther Adlerstein",
    ),
    (
        "ru",
        "Вчера в Вологду приехал Аркадий Бобриков.",
        "Yesterday Thomas Mulligan came to Vologda.",
        "Thomas Mulligan",
    ),
    (
        "uk",
        "Учора до Полтави приїхав Тарас Бондаренко.",
        "Yesterday Philip Morgenstern came to Poltava.",
        "Philip Morgenstern",
    ),
    (
        "de",
        "Am Montag kam der Pianist Holger Brandt nach Lübeck.",
        "On Monday the pianist Yuki Tanizaki came to Lübeck.",
        "Yuki Tanizaki",
    ),
    ("hi", "राजीव कल लखनऊ पहुंचे।", "Christopher Mulligan arrived in Lucknow yesterday.", "Christopher Mulligan"),
    ("ja", "ジョンソン氏はフランスを訪問した。", "Mr. Johnson visited Kenya.", "Kenya"),
]


@pytest.mark.parametrize(("code", "source", "target", "name"), REPLACED)
def test_a_name_that_the_source_has_not_is_foreign(code: str, source: str, target: str, name: str) -> None:
    assert compared(code, source, target) == ([name], [])


MISSING = [
    (
        "es",
        "La ministra Carmen Ibarra llegó ayer a Toledo.",
        "The minister arrived in Toledo yesterday.",
        "Carmen Ibarra",
    ),
    ("pl", "Ambasador Norwegii spotkał się z rolnikami.", "The ambassador met the farmers.", "Norwegii"),
    ("cs", "Včera do Olomouce přijel Vratislav Hudec.", "Yesterday he came to Olomouc.", "Vratislav Hudec"),
    ("ru", "Вчера в Вологду приехал Аркадий Бобриков.", "Yesterday he came to Vologda.", "Аркадий Бобриков"),
    ("de", "Gestern kam der Pianist nach Portugal.", "Yesterday the pianist came.", "Portugal"),
    ("hi", "मंत्री कल जापान पहुंचे।", "The minister arrived yesterday.", "जापान"),
]


@pytest.mark.parametrize(("code", "source", "target", "name"), MISSING)
def test_a_name_that_nothing_renders_is_missing(code: str, source: str, target: str, name: str) -> None:
    assert compared(code, source, target) == ([], [name])


RIGHT = [
    # What other languages call a place, its adjectives and inhabitants, in any case.
    ("pl", "W Wiedniu i w Monachium czescy kibice świętowali.", "In Vienna and Munich, Czech fans celebrated."),
    ("de", "Die Münchner fahren nach Mailand.", "The people of Munich are going to Milan."),
    ("it", "Gli architetti tedeschi vivono a Londra.", "The German architects live in London."),
    ("es", "Los neerlandeses ganaron en Nueva York.", "The Dutch won in New York."),
    ("fr", "Les Américains visitent la Côte d'Ivoire.", "The Americans are visiting Ivory Coast."),
    ("ru", "Английский посол уехал из Киева в Нидерланды.", "The British ambassador left Kyiv for the Netherlands."),
    ("cs", "Maďarský ministr jel do Bělehradu.", "The Hungarian minister went to Belgrade."),
    # Names in another script or another case.
    ("ru", "Выступил Евгений Щербаков.", "Yevgeny Shcherbakov spoke."),
    ("uk", "Виступив Сергій Жадан.", "Serhiy Zhadan spoke."),
    ("pl", "Rozmawiał z Janem Krzyckim i Anną Dębską.", "He talked to Jan Krzycki and Anna Dębska."),
    ("hi", "अमिताभ बच्चन मुंबई में हैं।", "Amitabh Bachchan is in Mumbai."),
    ("ja", "スミス氏は東京でガルシア氏と会った。", "Mr. Smith met Mr. Garcia in Tokyo."),
    ("zh", "塞巴斯蒂安·科勒周二抵达。", "Sebastian Koehler arrived on Tuesday."),
    # Bodies whose names are translated, offices, months and sentences' first words.
    (
        "es",
        "El Ministerio de Obras Públicas abrió la carretera en mayo.",
        "The Ministry of Public Works opened the road in May.",
    ),
    ("it", "La Corte dei Conti ha respinto il piano.", "The Court of Auditors rejected the plan."),
    ("pl", "Najwyższa Izba Kontroli złożyła raport.", "The Supreme Audit Office filed a report."),
    ("de", "Der Bundesrechnungshof legte seinen Bericht vor.", "The Federal Audit Office presented its report."),
    ("ru", "Об этом сообщило Министерство обороны.", "The Ministry of Defense reported this."),
    ("fr", "Surprenant, le résultat a plu au Président.", "Surprisingly, the result pleased the President."),
    # The country of the language goes without saying; initials may be written out.
    ("pl", "Reprezentacja kraju wygrała mecz.", "The Polish national team won the match."),
    ("pl", "Wyrok PZŁ był łagodny.", "The ruling of the Polish Hunting Association was mild."),
    ("zh", "我国经济向好。", "China's economy is improving."),
    ("de", "Ende der Woche kommt der Regen nach Hause.", "The rain is coming home at the end of the week."),
    # Short forms, contractions, plurals.
    ("zh", "我已经说过了。", "I've said it, and I'm sure of it."),
    ("es", "La empresa firmó el 3 de septiembre.", "The firm, Ltd. by law, signed on Sept. 3."),
]


@pytest.mark.parametrize(("code", "source", "target"), RIGHT)
def test_a_right_rendering_is_left_alone(code: str, source: str, target: str) -> None:
    assert compared(code, source, target) == ([], [])


def test_headlines_and_empty_sides_are_left_alone() -> None:
    assert compared("es", "Carmen Ibarra gana en Toledo", "Oscar Lindqvist Wins Vote Over Toledo Budget") == ([], [])
    assert compared("es", "", "Oscar Lindqvist wins.") == ([], [])


def test_the_right_form_is_suggested_where_the_source_settles_it() -> None:
    latin = compare_names(
        "Ayer ganó por fin la ministra Carmen Ibarra.",
        "Yesterday the minister Oscar Lindqvist finally won.",
        lang.get("es"),
    )
    assert [f.suggestion for f in latin.foreign] == ["Carmen Ibarra"]
    place = compare_names("Targi odbędą się w Norwegii.", "The fair will be held in Portugal.", lang.get("pl"))
    assert [f.suggestion for f in place.foreign] == ["Norway"]


def test_a_known_name_that_is_lost_lets_a_foreign_one_be_seen() -> None:
    from tqcheck.model.text import Span

    source, target = "中心位于贵阳。", "The center is located in Plovdivsk."
    assert compare_names(source, target, lang.get("zh")).foreign == ()
    found = compare_names(source, target, lang.get("zh"), known=[Span(4, 6)])
    assert [f.target.of(target) for f in found.foreign] == ["Plovdivsk"]
