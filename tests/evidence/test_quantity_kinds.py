"""Kinds of amounts and dates as a user would try them: the right ones are passed over, the wrong ones flagged."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tqcheck import lang
from tqcheck.evidence.unit import Background, Context, Pair
from tqcheck.knowledge.glossary import Glossary
from tqcheck.model.alignment import Bead
from tqcheck.model.text import Passage
from tqcheck.rules.base import Hit, Scope
from tqcheck.rules.registry import select

RULES = [rule for rule in select(["QTY"]) if rule.scope in (Scope.PAIR, Scope.ARTICLE)]


def unit_of(scope: Scope, pair: Pair) -> Pair | SimpleNamespace:
    return pair if scope is Scope.PAIR else SimpleNamespace(pairs=(pair,), moved=frozenset())


def hits(source: str, target: str, background: str = "") -> list[tuple[str, Hit]]:
    context = Context(lang.get("en"), lang.get("zh"), Glossary(()), Background(background))
    pair = Pair(context, Bead((0,), (0,)), Passage(source), Passage(target))
    return [(rule.code, hit) for rule in RULES for hit in rule.check(unit_of(rule.scope, pair))]


TABLE = """
# conversions within rounding, and beyond
-|农场有1000亩地。|The farm has 66.7 hectares of land.
-|农场有1000亩地。|The farm has 165 acres of land.
-|农场有1000亩地。|The farm has 1,000 mu (66.7 hectares) of land.
QTY001|农场有1000亩地。|The farm has 667 hectares of land.
QTY006|农场有1000亩地。|The farm has 1,000 hectares of land.
-|他买了10斤苹果。|He bought 11 pounds of apples.
-|行程500里。|A journey of 250 kilometres.
-|黄金重3两。|The gold weighs 150 grams.
-|身高一米八。|He is 180 cm tall.
-|身高1米75。|He is 1.75 m tall.
-|历时2小时30分钟。|It took two and a half hours.
-|气温达到40℃。|The temperature reached 104°F.
QTY006|气温达到40℃。|The temperature reached 40°F.
QTY006|气温达到40℃。|The temperature reached 40 degree.
-|气温达到40℃。|The temperature reached 40 degrees.
-|40℃的高温|a 40-degree heat
-|以每秒5公里飞行。|It flies at 5 km per second.
# rates
-|每平方米6000兆焦。|It is 6,000 MJ per square metre.
QTY006|每平方米6000兆焦。|It is 6,000 MJ per metre.
QTY006|每平方米6000兆焦。|It is 6,000 J per square metre.
-|每亩产量500公斤。|The yield is 7.5 tonnes per hectare.
QTY006|每亩产量500公斤。|The yield is 500 kg per hectare.
-|每斤30元。|It costs 60 yuan per kilogram.
QTY006|每公斤30元。|It costs 30 yuan per pound.
# currencies
-|售价3000元。|It sells for 3,000 yuan ($420).
QTY006|动辄上万元一颗。|They cost tens of thousands of dollars each.
-|动辄上万元一颗。|They cost tens of thousands of yuan each.
QTY006|亏损数亿元。|It lost hundreds of millions of euros.
-|亏损数亿美元。|It lost hundreds of millions of dollars.
# said otherwise
-|被关押24小时以上。|They were held for more than a day.
-|为期7天的会议。|A week-long meeting.
-|他30多岁。|He is in his thirties.
QTY005|被关押24小时以上。|They were held.
-|张三等4人获奖。|Zhang San and three others won prizes.
-|前20%与后20%的差距|the gap between the top and bottom 20%
-|超过 2 人须付费。|Three or more people have to pay.
QTY003|有1000多斤粮食。|There is more than 1.000 jin of grain.
QTY001|价格要一万六七千元。|The price is 16,700 yuan.
-|价格要一万六七千元。|The price is 16,000 to 17,000 yuan.
QTY001|三四十人|34 people
-|邮编100000|postcode 100000
-|QQ群123456789|QQ group 123456789
QTY001|S-400系统|the R-400 system
-|歼-20战机|J-20 fighters
# quarters, halves, plans
-|第一季度增长5%。|It grew 5% in Q1.
-|一季度增长5%。|It grew 5% in the first three months.
QTY002|一季度增长5%。|It grew 5% in the second quarter.
QTY002|四季度增长5%。|It grew 5% in Q3.
-|前三季度增长5%。|It grew 5% in the first nine months.
-|他在第三节得到12分。|He scored 12 points in the third quarter.
QTY002|上半年增长5%。|It grew 5% in the second half of the year.
-|“十四五”规划期间|during the 14th Five-Year Plan period
QTY002|“十四五”规划期间|during the 13th Five-Year Plan period
-|第十四个五年规划|the 14th Five-Year Plan
# lunar and reign dates
-|农历正月十五|the 15th day of the first lunar month
QTY002|农历正月十五|the 5th day of the first lunar month
QTY002|农历八月十五|on August 15
-|农历五月初五端午节|the Dragon Boat Festival (June 14 this year)
-|令和5年的预算|the budget for 2023
QTY002|令和5年的预算|the budget for 2022
-|令和元年|the first year of Reiwa
-|昭和20年8月15日|August 15, 1945
-|民国26年|1937
-|康熙二十八年|in 1689, the 28th year of the reign of Emperor Kangxi
# clocks
-|北京时间20时发射。|It was launched at 12:00 GMT.
-|北京时间20时发射。|It was launched at 1200 GMT.
QTY002|北京时间20时发射。|It was launched at 8 p.m. GMT.
QTY002|早上5点到达。|It arrives at about 05:00 (EDT) in the afternoon.
-|早上5点到达。|It arrives at about 05:00 (EDT) in the morning.
# days and weekdays
QTY002|会议25日至27日举行。|The meeting was held from 25 to 27.
-|会议25日至27日举行。|The meeting was held from May 25 to 27.
-|会议25日举行，25人参加。|The meeting on the 25th was attended by 25 people.
-|会议25日举行。|The meeting was held on the twenty-fifth.
QTY002|会议于5月30日（星期二）举行。|The meeting was held on Monday, May 30.
QTY008|会议于2023年5月30日举行。|The meeting was held on Monday, May 30, 2023.
QTY002|新华社北京5月30日电 发言人30日表示|BEIJING, May 30 (Xinhua) -- A spokesperson said on June 30
-|新华社北京6月1日电 发言人31日表示|BEIJING, June 1 (Xinhua) -- A spokesperson said on May 31
# idioms and names
-|“一带一路”倡议|the Belt and Road Initiative
-|九三学社三亚会议|the Jiusan Society's meeting in Sanya
-|第一时间赶到现场|rushed to the scene immediately
-|双十一购物节|the Singles' Day shopping festival
-|请拨打热线12315。|Call the 12315 hotline.
"""
CASES = [line.split("|") for line in TABLE.strip().splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("expected", "source", "target"), CASES)
def test_right_amounts_and_dates_pass_and_wrong_ones_are_flagged(expected: str, source: str, target: str) -> None:
    assert {code for code, _ in hits(source, target)} == ({expected} - {"-"})


def test_a_converted_amount_is_given_with_its_slip() -> None:
    ((_, hit),) = hits("农场有1000亩地。", "The farm has 6.67 hectares of land.")
    assert "which is 66.7 hectares: ten times too small" in hit.message
    assert hit.suggestion == "66.7"


def test_the_month_of_a_day_comes_from_the_dateline_of_the_whole_text() -> None:
    filed = "新华社北京5月30日电 记者获悉。\n会议28日举行。"
    assert [code for code, _ in hits("会议28日举行。", "The meeting was held on June 28.", filed)] == ["QTY002"]
    assert not hits("会议28日举行。", "The meeting was held on May 28.", filed)
    assert not hits("会议28日举行。", "The meeting was held on June 28.")


def test_an_omitted_number_names_where_it_would_belong() -> None:
    target = "The plant hired workers last year."
    ((_, hit),) = hits("该厂去年招收了250名工人。", target)
    (place,) = hit.related
    assert place.span.of(target) == "workers"
    assert place.label == "where it would belong"


def test_a_rate_says_what_it_is_counted_by() -> None:
    ((_, hit),) = hits("每亩产量500公斤。", "The yield is 500 kg per hectare.")
    assert "counted per mu, not per hectare" in hit.message
