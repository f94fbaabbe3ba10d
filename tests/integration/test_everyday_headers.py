"""Headers that clerks write every day are known, and what a table lacks is asked for in words that lead on."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded
from tests.support.doubtful import cleaned

COMMUNITY = {"社区": "凤二村"}


@pytest.mark.parametrize(
    "header",
    [
        "捐款时间,捐赠企业,金额小写",
        "捐助日期,捐助单位,捐助金额",
        "捐资时间,捐资人,捐资金额",
        "到账时间,捐赠人姓名,捐款额（元）",
    ],
)
def test_gifts_under_everyday_headers_are_read(tmp_path: Path, header: str):
    text = f"{header}\n2024-03-01,演示商贸有限公司,100\n2024-03-02,演示餐饮有限公司,200\n"

    assert cleaned(tmp_path, text, Settings("", COMMUNITY))[0] == 2


def test_the_number_of_a_payment_tells_equal_gifts_apart(tmp_path: Path):
    text = "捐赠日期,交易单号,捐赠金额\n2024-03-01,4200000501,0.01\n2024-03-01,4200000502,0.01\n"

    ledger = clean_text(tmp_path, text, Settings("donation", COMMUNITY))
    numbers = ledger.tables["donation"][0]["receipt_no"].to_pylist()
    assert len({*numbers} - {None}) == 2


def test_a_column_for_each_kind_of_goods_is_offered_as_quantity(tmp_path: Path):
    text = "户主,米（kg）,油（L）,鸡蛋（枚）\n赵甲,5,2,10\n钱乙,5,1,10\n"
    settings = Settings("distribution", {**COMMUNITY, "发放日期": "2024-03-01"})

    loaded, reason = cleaned(tmp_path, text, settings)
    offered = "--map 米（kg）=数量 --map 油（L）=数量 --map 鸡蛋（枚）=数量"
    assert (loaded, offered in reason) == (0, True), reason
    named = dict.fromkeys(("米（kg）", "油（L）", "鸡蛋（枚）"), "数量")
    assert cleaned(tmp_path, text, replace(settings, columns=named))[0] == 6


@pytest.mark.parametrize("record", ["distribution", "donation"])
def test_goods_and_their_quantity_in_one_cell_are_to_be_parted(tmp_path: Path, record: str):
    header = {"distribution": "发放日期,领取人,物资", "donation": "捐赠日期,捐赠人,捐赠物资"}[record]
    text = f"{header}\n2024-03-01,赵甲,矿泉水100箱\n2024-03-02,钱乙,方便面20箱、饼干10箱\n2024-03-03,孙丙,绿豆汤若干\n"

    loaded, reason = cleaned(tmp_path, text, Settings(record, COMMUNITY))
    assert (loaded, "分成“物资名称”“数量”“单位”三列" in reason) == (0, True), reason


def test_points_are_no_money(tmp_path: Path):
    text = "捐赠日期,捐赠人,捐赠积分,用途\n2024-03-01,赵甲,100,助老\n2024-03-02,钱乙,250,助老\n"
    settings = Settings("donation", COMMUNITY)

    assert "捐赠积分=金额" not in cleaned(tmp_path, text, settings)[1]
    loaded, reason = cleaned(tmp_path, text, replace(settings, columns={"捐赠积分": "金额"}))
    assert (loaded, "写的是积分，不是钱" in reason) == (0, True), reason
    assert (
        cleaned(
            tmp_path, text.replace("捐赠积分", "积分折合金额"), replace(settings, columns={"积分折合金额": "金额"})
        )[0]
        == 2
    )


@pytest.mark.parametrize("label", ["总计", ""])
@pytest.mark.parametrize(("total", "agrees"), [(480, True), (490, False)])
def test_a_grand_total_of_blocks_side_by_side_is_compared_with_all_of_them(
    tmp_path: Path, total: int, agrees: bool, label: str
):
    text = f"捐赠人,捐赠金额,捐赠人,捐赠金额\n赵甲,100,钱乙,50\n孙丙,300,李丁,30\n{'' if label else '合计'},,{label},{total}\n"
    settings = Settings("donation", {**COMMUNITY, "捐赠日期": "2024-03-01"})

    ledger = clean_text(tmp_path, text, settings)
    totals = [total for report in ledger.reports for total in report.totals]
    assert [(each.computed, each.agrees) for each in totals] == [(480, agrees)]
    assert rows_loaded(ledger) == 4
