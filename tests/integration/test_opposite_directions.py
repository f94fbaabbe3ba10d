"""Columns of opposite directions, loans, vouchers, cash beside goods, and names under 单位 are asked about, never added up as one thing."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import all_that_is_said, clean_file, clean_text

HERE = Settings(constants={"社区": "凤二村"})
CHECKED = {"社区": "凤二村", "已核对": "是"}
FLOW = (
    "交易日期,摘要,对方户名,借方发生额,贷方发生额,余额\n2025-01-10,捐款,演示公司,,5000,15000\n"
    "2025-01-15,慰问,演示甲,1000,,14000\n2025-02-03,捐赠,演示乙,,200,14200\n"
)
VOUCHERS = (
    "凭证号,日期,科目,摘要,借方金额,贷方金额\n记-1,2025-01-05,业务活动成本,购春联,200,\n记-1,2025-01-05,银行存款,购春联,,200\n"
    "记-2,2025-01-09,银行存款,收捐款,1000,\n记-2,2025-01-09,捐赠收入,收捐款,,1000\n"
)
CASH_AND_GOODS = (
    ("日期", "捐赠方", "资金", None, "物资", None, None),
    (None, None, "金额（元）", "方式", "名称", "数量", "价值（元）"),
    ("2025-01-03", "演示银行", 10000, "转账", None, None, None),
    ("2025-01-05", "演示超市", None, None, "牛奶", 40, 2000),
)
TWO_TABLES = (
    "一、单位捐款（单位：万元）,,,\n序号,单位,金额,日期\n1,演示大桥局,3,2024-05-01\n2,演示商行,1.2,2024-05-02\n,,,\n"
    "二、个人捐款（单位：元）,,,\n序号,姓名,金额,日期\n1,王小明,300,2024-05-01\n2,赵倩,150,2024-05-03\n"
)
LOANS = "时间,领取部门,物品,数量,归还数量,归还时间\n2025-05-01,舞蹈队,音响,1,1,2025-05-02\n2025-05-05,合唱队,帐篷,2,,\n"


def loaded_and_said(tmp_path: Path, text: str, settings: Settings = HERE) -> tuple[list[int], str]:
    """Return the number of rows that come in of each table, and all that is said."""
    return loaded_and_said_of(clean_text(tmp_path, text, settings))


def loaded_and_said_of(ledger: CleanedLedger) -> tuple[list[int], str]:
    return [table.loaded for table in ledger.reports if table.loaded], all_that_is_said(ledger)


def test_two_sides_of_an_account_are_not_both_spending(tmp_path: Path):
    both = {"借方发生额": "支出金额", "贷方发生额": "金额"}
    loaded, said = loaded_and_said(tmp_path, FLOW, replace(HERE, columns=both))
    assert (loaded, "不能都读作“支出金额”" in said) == ([], True)
    loaded, said = loaded_and_said(tmp_path, FLOW, Settings(constants=CHECKED, columns=both))
    assert (loaded, "不能都读作“支出金额”" in said) == ([], True)


def test_the_advice_for_two_sides_of_an_account_leads_to_both(tmp_path: Path):
    renamed = FLOW.replace("借方发生额", "支出").replace("贷方发生额", "收入")
    assert loaded_and_said(tmp_path, renamed)[0] == [1, 2]
    one_side = Settings("fund_use", {"社区": "凤二村"}, {"借方发生额": "支出金额"})
    assert loaded_and_said(tmp_path, FLOW, one_side)[0] == [1]


@pytest.mark.parametrize("columns", [{}, {"借方金额": "支出金额"}], ids=["as it came", "named"])
def test_vouchers_are_taken_by_their_accounts_only(tmp_path: Path, columns: dict[str, str]):
    loaded, said = loaded_and_said(tmp_path, VOUCHERS, replace(HERE, columns=columns))
    assert (loaded, "像会计的借贷两边" in said) == ([], True)


def test_vouchers_of_one_account_are_taken(tmp_path: Path):
    costs = Settings("fund_use", HERE.constants, {"借方金额": "支出金额"}, only={"科目": "业务活动成本"})
    gifts = Settings("donation", HERE.constants, {"贷方金额": "金额"}, only={"科目": "捐赠收入"})
    assert [loaded_and_said(tmp_path, VOUCHERS, settings)[0] for settings in (costs, gifts)] == [[1], [1]]


@pytest.mark.parametrize(("goods", "rows"), [(("毛衣", 5), 2), ((None, None), 3), (("现金", None), 3)], ids=str)
def test_cash_is_not_what_the_goods_beside_it_are_worth(
    tmp_path: Path, goods: tuple[str | None, int | None], rows: int
):
    book = Workbook()
    for row in (*CASH_AND_GOODS, ("2025-01-08", "演示甲", 100, "现金", *goods, None)):
        book.active.append(row)
    for merge in ("C1:D1", "E1:G1", "A1:A2", "B1:B2"):
        book.active.merge_cells(merge)
    book.save(tmp_path / "台账.xlsx")
    loaded, said = loaded_and_said_of(clean_file(tmp_path / "台账.xlsx", HERE))
    assert (loaded, "既有钱又有物" in said) == ([rows], rows == 2)


def test_organisations_are_no_units_of_measure(tmp_path: Path):
    loaded, said = loaded_and_said(tmp_path, TWO_TABLES)
    assert (loaded, "不是计量单位" in said, "--map 单位=捐赠人" in said) == ([], True, True)
    assert loaded_and_said(tmp_path, TWO_TABLES, replace(HERE, columns={"单位": "捐赠人"}))[0] == [2, 2]
    measured = "捐赠日期,捐赠人,物资,数量,单位\n2024-05-01,演示公司,大米,3,袋\n2024-05-01,演示公司,地砖,3,平方米\n"
    assert loaded_and_said(tmp_path, measured)[0] == [2]


def test_where_a_donor_works_is_no_unit_and_no_doubt(tmp_path: Path):
    staff = "捐赠日期,姓名,单位,捐赠金额\n2024-05-01,王小明,演示第一党支部,100\n"
    assert loaded_and_said(tmp_path, staff)[0] == [1]


def test_a_table_below_one_that_is_asked_about_is_not_read_alone(tmp_path: Path):
    _, said = loaded_and_said(tmp_path, TWO_TABLES)
    assert "下面第7行的那张表认得出" in said


@pytest.mark.parametrize("record", [None, "distribution", "donation"])
def test_loans_are_nothing_given(tmp_path: Path, record: str | None):
    loaded, said = loaded_and_said(tmp_path, LOANS, replace(HERE, record=record))
    assert (loaded, "像借出去要还的" in said) == ([], True)


def test_a_table_that_was_looked_at_is_no_loan(tmp_path: Path):
    assert loaded_and_said(tmp_path, LOANS, Settings("distribution", CHECKED))[0] == [2]


HOURS = (
    "姓名,志愿者编号,活动名称,签到时间,签退时间,服务时长（小时）,状态\n甲演示,42010001,垃圾分类,2025-03-05 09:00,2025-03-05 11:30,2.5,已认定\n"
    "乙演示,42010003,垃圾分类,2025-03-05 09:00,2025-03-05 10:00,1,异常\n甲演示,42010001,助老,2025-03-12 14:00,2025-03-12 16:00,2,待认定\n"
)


def test_hours_that_a_platform_exports_are_hours_and_their_states_are_read(tmp_path: Path):
    ledger = clean_text(tmp_path, HOURS, HERE)
    assert [table["service_hours"].to_pylist() for table in ledger.tables["volunteer_service"]] == [[2.5]]
    loaded, said = loaded_and_said(tmp_path, HOURS)
    assert (loaded, "“状态”写着“异常”" in said, "“状态”写着“待认定”" in said) == ([1], True, True)
    assert loaded_and_said(tmp_path, HOURS, Settings(constants=CHECKED))[0] == [3]


def test_hours_on_a_sign_in_list_are_asked_about(tmp_path: Path):
    assert loaded_and_said(tmp_path, f"凤二村活动签到表,,,,,,\n{HOURS}")[0] == []
    listed = replace(HERE, record="attendance")
    loaded, said = loaded_and_said(tmp_path, HOURS, listed)
    assert (loaded, "像“志愿服务”的时长" in said) == ([], True)
    assert loaded_and_said(tmp_path, HOURS.replace("服务时长（小时）", "课程时长（小时）"), listed)[0] == [3]


def test_a_register_of_repairs_holds_no_wishes(tmp_path: Path):
    repairs = "日期,楼栋,报修内容,维修人,完成时间,费用\n2025-03-01,1栋,漏水,演示甲,2025-03-02,100\n2025-03-05,3栋,路灯,演示乙,,80\n"
    loaded, said = loaded_and_said(tmp_path, f"演示小区报修登记,,,,,\n{repairs}")
    assert (loaded, "像“服务工单”" in said) == ([], True)
    assert loaded_and_said(tmp_path, repairs)[0] == []
    wishes = "日期,微心愿,完成时间\n2025-03-01,书包,2025-03-02\n"
    assert loaded_and_said(tmp_path, wishes)[0] == [1]


def test_a_word_against_one_type_leads_to_the_one_it_speaks_for(tmp_path: Path):
    text = "日期,领用物品,数量,用途\n2025-01-06,口罩,200只,入户\n2025-01-07,酒精,12瓶,消杀\n"
    ledger = clean_text(tmp_path, text, HERE, "防疫物资领用登记.csv")
    loaded, said = loaded_and_said_of(ledger)
    assert (loaded, "写着“领用”" in said, "是“物资发放”的写 --record 物资发放" in said) == ([], True, True), said


def test_no_type_is_proposed_that_words_around_the_table_speak_against(tmp_path: Path):
    text = "日期,物资名称,发放数量,领取人\n2025-01-06,口罩,200,张三丰\n2025-01-07,酒精,12,李例云\n"
    loaded, said = loaded_and_said_of(clean_text(tmp_path, text, HERE, "捐赠物资采购明细.csv"))
    assert (loaded, "是“捐赠”的" in said, "写着“采购明细”" in said) == ([], False, True), said
