"""Acronyms altered on their way into a rendering."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.acronyms import find_altered, printed_acronyms
from tqcheck.evidence.terms import find_terms
from tqcheck.knowledge import load_glossary

ZH = lang.get("zh")
GLOSSARY = load_glossary("zh")


def altered(source: str, target: str, language: str = "zh") -> list[tuple[str, str]]:
    spoken = lang.get(language)
    terms = find_terms(source, target, spoken, GLOSSARY) if language == "zh" else ()
    return [(use.target.of(target), use.suggestion) for use in find_altered(source, target, spoken, terms)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The XDR-TB and H1N1 cases", ["XDRTB", "H1N1"]),
        ("SMEs and NGOs", ["SME", "NGO"]),
        ("a US-led force of the U.S. and AfCFTA", ["US", "US", "AFCFTA"]),
        ("30 KM in World War II at 5G, the iPhone", []),
        ("mRNA doses", ["MRNA"]),
        ("mail@WTO.org", []),
    ],
)
def test_acronyms_are_found_as_printed(text, keys):
    found = printed_acronyms(text)
    assert [p.key for p in found] == keys
    assert all(p.span.of(text) == p.text for p in found)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("PPI同比下降。", "The PPP fell from a year earlier.", ("PPP", "PPI")),
        ("该组织（OPEC）开会。", "The OPCE met.", ("OPCE", "OPEC")),
        ("该协会（IATA）表示同意。", "The ITA agreed.", ("ITA", "IATA")),
        ("该公司（PwC）表示。", "PwCC said so.", ("PwCC", "PwC")),
        ("国内VR企业增多。", "There are more RV companies.", ("RV", "VR")),
        ("检出H1N1病毒。", "The H5N1 virus was found.", ("H5N1", "H1N1")),
        ("世贸组织举行会议。", "The WHO held a meeting.", ("WHO", "WTO")),
        ("联合国教科文组织表示欢迎。", "The UNSCO welcomed it.", ("UNSCO", "UNESCO")),
        ("首席财务官辞职。", "The CEO resigned.", ("CEO", "CFO")),
        ("据英国广播公司（BBC）报道。", "The British Broadcasting Corporation (BCC) reported.", ("BCC", "BBC")),
    ],
)
def test_an_altered_acronym_is_found(source, target, found):
    assert altered(source, target) == [found]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("CPI同比上涨。", "The CPI rose."),
        ("CPI同比上涨。", "The consumer price index rose."),
        ("CPI和PPI同比上涨。", "The CPI and the PPI rose."),
        ("CPI同比上涨，生产者价格指数下降。", "Consumer inflation rose and the PPI fell."),
        ("世贸组织和世卫组织举行会议。", "The global trade body and the WHO met."),
        ("该组织ISIL。", "The group ISIS."),
        ("CCP一词。", "The word CPC."),
        ("中小企业（SME）增多。", "There are more SMEs."),
        ("联合国开会。", "The UK met."),
        ("美国USA队获胜。", "Team US won."),
        ("下载APP。", "Get the AP app."),
        ("公司NRX宣布。", "Nippon Rail Union (NRU) announced."),
        ("CPI同比上涨。", "THE CPL ROSE SHARPLY THIS YEAR."),
    ],
)
def test_a_right_acronym_is_left_alone(source, target):
    assert altered(source, target) == []


def test_another_language_in_latin_letters_may_have_its_own_acronym():
    assert altered("La OTAM y la EZB.", "OTAM and the ECB.", "es") == []
    assert altered("La FIFA decide.", "The FIFE decides.", "es") == [("FIFE", "FIFA")]


def test_half_of_an_acronym_of_two_is_not_the_whole() -> None:
    terms = find_terms("广泛耐药结核病增多。", "Cases of XDR are on the rise.", ZH, GLOSSARY)
    found = find_altered("广泛耐药结核病增多。", "Cases of XDR are on the rise.", ZH, terms)
    assert [one.suggestion for one in found] == ["XDR-TB"]
    terms = find_terms("广泛耐药结核病增多。", "Cases of XDR TB are on the rise.", ZH, GLOSSARY)
    assert find_altered("广泛耐药结核病增多。", "Cases of XDR TB are on the rise.", ZH, terms) == ()


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("该机构（QWRT）派出专家。", "The agency, QRRT, sent experts.", ["QRRT"]),
        ("该机构（QWRT）派出专家。", "The agency, QXYZ, sent experts.", []),
        ("证监会处罚了券商。", "The CZRQ fined the broker.", ["CZRQ"]),
        ("证监会处罚了券商。", "BEIJING, May 3: The broker was fined.", []),
        ("证监会处罚了券商。", "The Moon Fund (CZRQ) was fined.", []),
    ],
)
def test_scrambled_acronyms_and_made_up_ones_are_found(source: str, target: str, wrong: list[str]) -> None:
    terms = find_terms(source, target, ZH, GLOSSARY)
    assert [one.target.of(target) for one in find_altered(source, target, ZH, terms)] == wrong
