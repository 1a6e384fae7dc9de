from __future__ import annotations

import pytest

from tqcheck.errors import GlossaryError
from tqcheck.knowledge import Entry, Literal, load_glossary, survey

BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>ours</p></sourceDesc></fileDesc>
</martifHeader><text><body>
<termEntry id="c1"><descrip type="subjectField">industry</descrip><note>opened in <hi>May</hi></note>
<langSet xml:lang="zh-CN">
<tig><term>智造园</term></tig>
<tig><term>智能制造园</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
</langSet>
<langSet xml:lang="en-US">
<tig><term>IMP</term><termNote type="termType">acronym</termNote></tig>
<ntig><termGrp><term>Intelligent <hi>Manufacturing</hi> Park</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<termCompList type="lemma"><termCompGrp><termComp>park</termComp></termCompGrp></termCompList></termGrp></ntig>
<tig><term>wisdom park</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
</langSet>
<langSet xml:lang="de"><tig><term>Park für intelligente Fertigung</term></tig></langSet>
</termEntry>
</body></text></martif>
"""
CORE = """<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader/><text><body><conceptEntry id="c1">
<langSec xml:lang="zh"><termSec><term>群众</term></termSec></langSec>
<langSec xml:lang="en">
<termSec><term>the masses</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>public</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>residents</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>
"""


@pytest.fixture
def tbx(tmp_path):
    def write(text: str | bytes, name: str = "terms.tbx") -> str:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def read(path: str, code: str = "zh") -> dict[str, Entry]:
    return {entry.term: entry for entry in load_glossary(code, [path]) if entry.required}


def concept(body: str) -> str:
    return f'<tbx xml:lang="en"><text><body>\n<conceptEntry>\n{body}\n</conceptEntry></body></text></tbx>'


def section(code: str, *terms: str, status: str = "") -> str:
    note = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
    inside = "".join(f"<termSec><term>{term}</term>{note}</termSec>" for term in terms)
    return f'<langSec xml:lang="{code}">{inside}</langSec>'


def test_version_2_has_accepted_and_forbidden_terms_and_its_line(tbx):
    path = tbx(BASIC)
    entries = read(path)
    park = entries["智造园"]
    assert park.renderings == ("Intelligent Manufacturing Park", "IMP")
    assert park.literals == (Literal("wisdom park"),)
    assert (park.note, park.lang, park.origin) == ("opened in May", "zh", f"{path}:7")


def test_every_source_term_of_a_concept_is_an_entry_even_a_deprecated_one(tbx):
    entries = read(tbx(BASIC))
    assert set(entries) == {"智造园", "智能制造园"}
    assert entries["智能制造园"].renderings == entries["智造园"].renderings


def test_version_3_is_read_in_either_style(tbx):
    (entry,) = read(tbx(CORE)).values()
    assert entry.renderings == ("residents", "public")
    assert entry.literals == (Literal("the masses"),)


def test_the_language_of_the_source_chooses_the_terms(tbx):
    path = tbx(BASIC)
    assert set(read(path, "de")) == {"Park für intelligente Fertigung"}
    assert set(read(path, "zh-Hant-TW")) == {"智造园", "智能制造园"}
    assert read(path, "fr") == {}
    assert {e.lang for e in survey(path).entries} == {"zh", "de"}


def test_without_english_the_only_other_language_is_the_renderings(tbx):
    (entry,) = read(tbx(concept(section("zh", "大桥") + section("fr", "pont")))).values()
    assert entry.renderings == ("pont",)


def test_a_concept_without_one_of_the_languages_says_nothing(tbx):
    two = concept(section("zh", "大桥")).replace(
        "</conceptEntry>", "</conceptEntry><conceptEntry>" + section("en", "b") + "</conceptEntry>"
    )
    assert read(tbx(two)) == {}


def test_homonyms_are_one_entry_with_the_renderings_of_all(tbx):
    other = "</conceptEntry><conceptEntry>" + section("zh", "桥") + section("en", "bridging")
    other += section("en", "bridge", status="deprecatedTerm-admn-sts") + "</conceptEntry>"
    path = tbx(concept(section("zh", "桥") + section("en", "bridge")).replace("</conceptEntry>", other))
    (entry,) = read(path).values()
    assert entry.renderings == ("bridge", "bridging") and entry.literals == ()
    assert survey(path).problems == ()


def test_what_is_forbidden_for_one_concept_and_right_for_another_is_wrong_only_beside_its_term(tbx):
    other = "</conceptEntry><conceptEntry>" + section("zh", "工厂") + section("en", "factory")
    other += section("en", "plant", status="deprecatedTerm") + "</conceptEntry>"
    entries = read(tbx(concept(section("zh", "植物") + section("en", "plant")).replace("</conceptEntry>", other)))
    assert entries["工厂"].literals == (Literal("plant", alone=False),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_encodings_that_xml_knows_are_read(tbx, encoding):
    text = CORE.replace('version="1.0"', f'version="1.0" encoding="{encoding.removesuffix("-sig")}"')
    assert set(read(tbx(text.encode(encoding)))) == {"群众"}


def test_a_file_with_the_suffix_xml_is_read_too(tbx):
    assert set(read(tbx(CORE, "terms.xml"))) == {"群众"}


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("bcdefgh", "cdefghi", strict=True))
    + "]>\n<martif>&i;</martif>"
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]><martif>&x;</martif>',
        '<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><martif/>',
        '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/x.dtd"><martif>&x;</martif>',
    ],
)
def test_entities_are_refused_in_one_line_and_nothing_is_fetched(tbx, text):
    path = tbx(text)
    with pytest.raises(GlossaryError, match="refused") as caught:
        load_glossary("zh", [path])
    assert str(caught.value).startswith(f"{path}:") and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "not XML: no element found"),
        ("<martif>\n<text>", 2, "not XML: no element found"),
        ("<tbx>\n</martif>", 2, "not XML: mismatched tag"),
        ("source\ttarget\n", 1, "not XML: syntax error"),
        ("\n<html/>", 2, "not TBX: its root is <html>"),
        ("<tbx>&x;</tbx>", 1, "not XML: undefined entity"),
        (concept(section("zh", " ")), 3, "no term"),
        (concept(section("qq", "x")), 3, 'unknown language code "qq"'),
        (concept("<langSec><termSec><term>x</term></termSec></langSec>"), 3, "<langSec> without xml:lang"),
        (concept(section("zh", "桥", status="fine")), 3, 'unknown status "fine"'),
        (
            concept(section("zh", "桥") + "\n" + section("en", "deck", status="deprecatedTerm-admn-sts")),
            3,
            "no rendering for 桥",
        ),
        ('<?xml version="1.0" encoding="nonsense"?><tbx/>', 1, "not XML: "),
    ],
)
def test_what_cannot_be_used_is_named_with_file_and_line(tbx, text, line, reason):
    path = tbx(text)
    with pytest.raises(GlossaryError) as caught:
        load_glossary("zh", [path])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert reason in str(caught.value)


def test_every_problem_of_a_file_is_told(tbx):
    body = section("zh", " ") + "\n" + section("qq", "x") + "\n" + section("zh", "桥", status="fine")
    assert [problem.line for problem in survey(tbx(concept(body))).problems] == [3, 4, 5]
