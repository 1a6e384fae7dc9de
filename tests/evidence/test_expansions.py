"""Names of bodies that lost a word, have one mangled or have their words in disorder."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.evidence.expansions import find_malformed
from tqcheck.evidence.terms import find_terms
from tqcheck.evidence.wording import Fault
from tqcheck.knowledge import load_glossary

ZH = lang.get("zh")
GLOSSARY = load_glossary("zh")


def malformed(source: str, target: str) -> list[tuple[str, Fault]]:
    terms = find_terms(source, target, ZH, GLOSSARY)
    return [(one.target.of(target), one.fault) for one in find_malformed(source, target, ZH, terms)]


@pytest.mark.parametrize(
    ("source", "target", "text", "fault"),
    [
        ("发改委上调价格。", "The National Reform Commission raised it.", "National Reform Commission", Fault.LOST),
        ("亚投行成立。", "The Asian Infrastructure Bank opened.", "Asian Infrastructure Bank", Fault.LOST),
        ("世卫组织警告。", "The World Heath Organization warned.", "World Heath Organization", Fault.MANGLED),
        ("世贸组织开会。", "The World Trad Organization met.", "World Trad Organization", Fault.MANGLED),
        ("联合国开会。", "The United Nation met.", "United Nation", Fault.MANGLED),
        ("他返回美国。", "He returned to the United State on Monday.", "United State", Fault.MANGLED),
        (
            "亚投行成立。",
            "The Bank Asian Infrastructure Investment opened.",
            "Bank Asian Infrastructure Investment",
            Fault.ORDER,
        ),
        ("国际残奥委会开会。", "The National Paralympic Committee met.", "National Paralympic Committee", Fault.RIVAL),
        ("第二次世界大战结束。", "The First World War ended.", "First World War", Fault.RIVAL),
        (
            "该病（COPD）多发。",
            "Many have the obstructive pulmonary disease.",
            "obstructive pulmonary disease",
            Fault.LOST,
        ),
        ("他说。", "The Health Organization (WHO) said so.", "Health Organization", Fault.LOST),
        ("他说。", "The Federal Commission (FTC) said so.", "Federal Commission", Fault.LOST),
        ("州长周一辞职。", "Governo Smith resigned on Monday.", "Governo", Fault.MANGLED),
        ("中石油表示。", "China National, based in Beijing, said so.", "China National", Fault.LOST),
    ],
)
def test_a_malformed_name_is_found(source, target, text, fault):
    assert malformed(source, target) == [(text, fault)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("发改委上调价格。", "The Development and Reform Commission raised it."),
        ("发改委上调价格。", "The commission raised it."),
        ("发改委上调价格。", "The National Development & Reform Commission raised it."),
        ("世卫组织警告。", "The World Health Organisation warned."),
        ("自然资源部表示。", "The Department of Environment and Natural Resources said so."),
        ("自然资源部表示。", "It was the United States' Natural Resources Ministry that said so."),
        ("中国粤港澳大湾区发展。", "The Guangdong-Hong Kong-Macau Greater Bay Area grows."),
        ("国家安全委员会表示。", "The National Council of Churches said so, and the National Security Council agreed."),
        ("美国大使馆关闭。", "The United States' embassy closed."),
        ("越通社（VNA）报道。", "Viet Nam News Agency reported."),
        ("耐药病例（XDR-TB）增多。", "Cases of highly drug-resistant tuberculosis rose."),
        ("东德和伊拉克战争。", "East Germany, the East German state and the Iraqi War."),
        ("世界银行报告。", "The word bank of the report."),
        ("州长周一辞职。", "Governor Smith resigned on Monday."),
    ],
)
def test_a_right_or_unsure_name_is_left_alone(source, target):
    assert malformed(source, target) == []


def test_no_accepted_rendering_is_malformed():
    wrong = []
    for number, entry in enumerate(GLOSSARY):
        if number % 12:
            continue
        for rendering in entry.renderings:
            found = malformed(f"据{entry.term}消息，会议举行。", f"A meeting of the {rendering} was held on Monday.")
            wrong += [(entry.term, rendering, one) for one in found]
    assert wrong == []
