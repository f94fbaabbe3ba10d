"""Splits a column header into the name and the unit written beside it."""

import re

from etl.parse.texts import content, squeezed

UNITS = (
    "元|万元|千元|百元|亿元|百万元|千万元|人民币|元/人|人|万人|万|人次|百人次|千人次|万人次|名|位|户|万户|家|个|件|份|盒|箱|袋|桶|瓶|提|包|套|床|双|台|本|册|张|罐|支|批|次|场|场次|节|课时|例|宗|起|条|项|"
    "篇|期|组|支队伍|小时|千小时|万小时|小时/人|h|hour|hours|时|分钟|min|分|星|%|百分比|‰|[0-9]{1,3}分制|[五十百]分制|[0-9]{1,2}-[0-9]{1,3}分|[0-9]{1,3}分|满分[0-9]{1,3}分?|天|日|周|周岁|岁|年|月|个月|"
    "平方米|m2|平方公里|km2|亩|公顷|米|公里|斤|公斤|千克|kg|吨|升|L|只|枚|副|把|块|顶"
)
PREFIX = r"(?:(?:计量|金额|数量|货币)?单位|人民币|计量)?[::]?"
# 金额（元）, 捐赠额（单位：元）, 评分[10分制]
BRACKETED = re.compile(rf"[(\[{{【〔<]{PREFIX}(?P<unit>{UNITS})[)\]}}】〕>]", re.IGNORECASE)
BEHIND = re.compile(  # 金额 单位：万元, 金额/元, 捐赠金额万元, 满意率%
    r"(?P<name>.+?)(?:[/:,、]?单位[::](?P<unit>.+)|[/:](?P<sign>元|万元|小时|分钟|人次|%)|(?<=[一-鿿])(?P<large>(?:亿|[千百]?万|千|百)元)|(?P<percent>%))"
)
CURRENCY = re.compile(r"[_(\[]*(?:cny|rmb|yuan)[)\]]?$", re.IGNORECASE)  # amount_cny, Amount (CNY), Amount RMB
HINT = re.compile(  # 姓名（必填）, 人次（社工填）, 日期（民国）, 日期（格式：2024-01-01）, 金额（小写）, 姓名（姓氏隐去）
    r"[(\[【](?:\*|必填|必填项|必须填写|选填|可选|可不填|下拉.*?|格式.*?|如[::].*?|例[::如].*?|请.*?|小写|阿拉伯数字|[^)\]】]{0,7}[^)\]】已未不应实]填写?|[^)\]】]{0,6}(?:隐去|隐藏|脱敏|打码)[^)\]】]{0,4}|民[国國](?:[纪紀]?年)?)[)\]】]"
)
RANGE = re.compile(r"(?<=\d)[~至到—–](?=\d)")  # 1～5分, 1至5分 are 1-5分
MARKS = "*★☆※●·:,;、。."


def header(text: str) -> tuple[str, str | None]:
    """Return the name in NFKC without white space, and the unit if one is written: 服务时长（小时） → (服务时长, 小时).

    Brackets that hold no unit stay part of the name; marks and hints for filling in are dropped.
    """
    bare = re.sub("^必填(?=..)", "", HINT.sub("", squeezed(text)).strip(MARKS)).strip(MARKS)
    bracketed = BRACKETED.search(RANGE.sub("-", bare))
    if bracketed and bare != bracketed[0]:
        return (bare[: bracketed.start()] + bare[bracketed.end() :]).strip(MARKS), bracketed["unit"]
    if bare.isascii() and (currency := CURRENCY.search(bare)) and currency.start():
        return bare[: currency.start()], "元"
    behind = BEHIND.fullmatch(bare)
    if behind and (not behind["unit"] or re.fullmatch(UNITS, behind["unit"])):
        return behind["name"].strip(MARKS), behind["unit"] or behind["sign"] or behind["large"] or behind["percent"]
    return bare, None


def measured_item(text: str) -> tuple[str, str | None] | None:
    """Return what is counted and its unit, None without one: 活动场次（场） → (活动场次, 场)."""
    return None if content(text) is None else header(text)
