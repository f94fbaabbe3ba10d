"""Amounts that are not in yuan, or of which the sign may only mean that money went out, are refused with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text
from tests.support.doubtful import DAYS, cleaned


@pytest.mark.parametrize("stated", ["单位：美元", "币种：USD", "单位：十万元", "单位：角"])
def test_money_that_the_title_says_is_none_of_yuan_is_asked_about(tmp_path: Path, stated: str):
    text = f"2024年捐赠（{stated}）,,\n捐赠日期,捐赠人,金额\n2024-03-05,演示商行,30\n2024-03-12,演示公司,20\n"
    settings = Settings("donation", {"社区": "凤二村"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, f"写着“{stated[3:]}”" in reason) == (0, True), reason
    assert cleaned(tmp_path, text, replace(settings, constants={**settings.constants, "已核对": "是"}))[0] == 2
    for known in ("单位：元", "单位：万元", "捐赠单位：美元集团"):
        assert cleaned(tmp_path, text.replace(stated, known), settings)[0] == 2, known


@pytest.mark.parametrize("negative", ["-{}", "({})", "￥-{}", "−{}"])
def test_spending_written_with_a_minus_is_taken_without_it_as_the_sentence_says(tmp_path: Path, negative: str):
    rows = "".join(f"{day},{negative.format(30)},买菜\n" for day in DAYS[:3])
    settings = Settings("fund_use", {"社区": "凤二村"}, only={"支出金额": "负数"})

    ledger = clean_text(tmp_path, f"日期,支出金额,用途\n{rows}", settings)
    assert ledger.tables["fund_use"][0]["amount_yuan"].to_pylist() == [30, 30, 30]


@pytest.mark.parametrize(
    ("header", "cells", "loaded"),
    [
        ("备注", ["USD", "", "", "", "", ""], 5),
        ("备注", ["美元现钞", "捐款为港币", "现场捐赠", "", "", "用于购买美元基金"], 4),
        ("备注", ["新加坡元", "泰铢", "卢布", "人民币", "", ""], 3),
        ("Unit", ["$", "¥", "￥", "¥", "HK$", ""], 4),
        ("Currency", ["USD", "", "", "", "", ""], 0),
    ],
)
def test_a_remark_of_other_money_speaks_of_its_own_row(tmp_path: Path, header: str, cells: list[str], loaded: int):
    rows = "".join(f"{day},{100 + n},{cell}\n" for n, (day, cell) in enumerate(zip(DAYS, cells, strict=False)))
    settings = Settings("donation", {"社区": "凤二村"})

    assert cleaned(tmp_path, f"捐赠日期,金额,{header}\n{rows}", settings)[0] == loaded


@pytest.mark.parametrize(
    "where", ["充值明细", "2024年储值卡明细", "注册会员充值登记表", "说明会会员卡充值表", "1. 会员卡充值明细"]
)
def test_what_is_paid_into_cards_is_no_gift_wherever_it_is_said(tmp_path: Path, where: str):
    rows = "日期,姓名,金额,摘要\n2024-03-01,演示甲,100,\n2024-03-02,演示乙,200,\n2024-03-03,演示丙,50,善款\n"
    settings = Settings("donation", {"社区": "凤二村"})

    assert cleaned(tmp_path, rows, settings)[0] == 3
    loaded, reason = cleaned(tmp_path, f"{where},,,\n{rows}", settings)
    assert (loaded, "存自己的钱" in reason) == (0, True), reason
    assert cleaned(tmp_path, f"{where}（捐款）,,,\n{rows}", settings)[0] == 3
    for note in (
        "注：,,,\n1. 本明细只看交易,,,\n2. 充值/提现等交易，将计入中性交易",
        "备注：充值不计",
        "1. 卡内充值不用登记。",
    ):
        assert cleaned(tmp_path, f"支付账单明细,,,\n{note},,,\n{rows}", settings)[0] == 3, note
    assert cleaned(tmp_path, rows.replace("演示甲,100,", "演示甲,100,会员卡充值"), settings)[0] == 2
    assert cleaned(tmp_path, rows.replace("演示甲,100,", "演示甲,100,捐给老人饭卡充值"), settings)[0] == 3


@pytest.mark.parametrize("unit", ["元/人", "元／户", "元每份"])
def test_an_amount_a_head_is_none_of_a_row(tmp_path: Path, unit: str):
    rows = "2024-03-01,30,慰问,5\n2024-03-02,50,慰问,6\n"
    settings = Settings("fund_use", {"社区": "凤二村"}, {f"支出金额（{unit}）": "支出金额"})

    for text in (
        f"日期,支出金额（{unit}）,用途,人数\n{rows}",
        f"慰问（单位：{unit}）,,,\n日期,支出金额,用途,人数\n{rows}",
    ):
        loaded, reason = cleaned(tmp_path, text, settings)
        assert (loaded, f"“{unit}”" in reason, "一份的钱" in reason) == (0, True, True), reason
        checked = replace(settings, constants={**settings.constants, "已核对": "是"})
        assert cleaned(tmp_path, text, checked)[0] == 2
    beside = f"日期,支出金额,单位,用途\n2024-03-01,30,{unit},慰问\n2024-03-02,50,元,慰问\n"
    assert cleaned(tmp_path, beside, settings)[0] == 1


def test_in_a_list_of_people_an_amount_a_head_is_that_of_the_row(tmp_path: Path):
    text = "日期,捐款人,捐款金额（元/人）{}\n2024-03-01,演示甲,30{}\n2024-03-02,演示乙,50{}\n"
    settings = Settings("donation", {"社区": "凤二村"})

    assert cleaned(tmp_path, text.format("", "", ""), settings)[0] == 2
    assert cleaned(tmp_path, text.format(",人数", ",3", ",4"), settings)[0] == 0


def test_two_gifts_below_zero_of_people_who_gave_nothing_are_asked_about(tmp_path: Path):
    rows = "捐赠日期,捐赠人,捐赠金额\n2024-03-01,演示甲,100\n2024-03-02,演示乙,200\n2024-03-04,演示丁,300\n"
    settings = Settings("donation", {"社区": "凤二村"})

    for refunds, loaded in (("丙,-50 戊,-30", 0), ("丙,(50) 戊,￥-30", 0), ("甲,-50 乙,-30", 5), ("丙,-50", 4)):
        text = rows + "".join(f"2024-03-05,演示{refund}\n" for refund in refunds.split())
        assert cleaned(tmp_path, text, settings)[0] == loaded, refunds


@pytest.mark.parametrize("unread", ["现金捐款", "第二次捐款（元）"])
def test_a_second_column_of_gifts_is_not_left_behind(tmp_path: Path, unread: str):
    text = f"捐赠日期,捐赠人,捐赠金额,{unread}\n2024-03-01,演示甲,10,20\n2024-03-02,演示乙,30,\n"
    settings = Settings("donation", {"社区": "凤二村"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, f"--map 捐赠金额=金额 --map {unread}=金额" in reason) == (0, True), reason
    for meaning in ("金额", "不读这一列"):
        columns = {"捐赠金额": "金额", unread: "" if meaning == "不读这一列" else meaning}
        assert cleaned(tmp_path, text, replace(settings, columns=columns))[0] == 2
    for same in (text.replace(unread, "捐赠票据号"), text.replace(",20", ",10"), text.replace(unread, "捐款次数")):
        assert cleaned(tmp_path, same, settings)[0] == 2, same


def test_goods_in_a_second_column_are_not_left_behind(tmp_path: Path):
    text = "发放日期,领取人,大米（袋）,食用油（桶）\n2024-03-01,演示甲,1,2\n"
    settings = Settings("distribution", {"社区": "凤二村", "物资": "大米"}, {"大米（袋）": "数量"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, "“食用油（桶）”下面也是数量" in reason) == (0, True), reason
    both = replace(settings, constants={"社区": "凤二村"}, columns={"大米（袋）": "数量", "食用油（桶）": "数量"})
    assert cleaned(tmp_path, text, both)[0] == 2


def test_companies_under_a_header_of_sources_are_givers_and_no_channels(tmp_path: Path):
    text = "捐赠日期,来源,捐赠金额\n2024-03-01,演示商贸有限公司,10\n2024-03-02,{},20\n2024-03-03,线上,30\n"
    settings = Settings("donation", {"社区": "凤二村"})

    loaded, reason = cleaned(tmp_path, text.format("演示餐饮有限公司"), settings)
    assert (loaded, "--map 来源=捐赠人" in reason) == (0, True), reason
    assert cleaned(tmp_path, text.format("区慈善总会"), settings)[0] == 3
    named = replace(settings, columns={"来源": "捐赠人"})
    assert cleaned(tmp_path, text.format("演示餐饮有限公司"), named)[0] == 3


@pytest.mark.parametrize(("of_market", "stored"), [("450", [3, 4, 6, 7]), ("451", [3, 4, 5, 6, 7])])
def test_an_organisation_over_the_gifts_of_its_people_is_their_sum(tmp_path: Path, of_market: str, stored: list[int]):
    rows = f"区税务局,,800\n,张三丰,500\n,李秀英,300\n市一中,,{of_market}\n,王桂兰,250\n,赵国强,200\n"
    settings = Settings("donation", {"社区": "凤二村", "捐赠日期": "2024-09-05"})
    ledger = clean_text(tmp_path, "单位,捐赠人,捐款金额\n" + rows, settings, "捐款明细.csv")

    assert sorted(row for table in ledger.tables["donation"] for row in table["row_no"].to_pylist()) == stored


@pytest.mark.parametrize(("goods", "kinds"), [("捐物", ["现金", "物资"]), ("说法", ["现金"])])
def test_what_goods_are_worth_beside_gifts_of_money_is_no_cash(tmp_path: Path, goods: str, kinds: list[str]):
    rows = "甲公司,2000,棉被20床,3000\n乙公司,100,,\n丙公司,,大米10袋,800\n"
    columns = {"捐款（元）": "金额", "折合金额（元）": "金额"}
    settings = Settings("donation", {"社区": "凤二村", "捐赠日期": "2024-09-05"}, columns)
    ledger = clean_text(tmp_path, f"捐赠单位,捐款（元）,{goods},折合金额（元）\n{rows}", settings, "捐赠登记.csv")

    assert [kind for table in ledger.tables["donation"] for kind in table["gift_form"].to_pylist()] == kinds
