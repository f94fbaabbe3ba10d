"""What is said of a table of sums with a line an item or a line a month, and that what it says is read as told."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text
from tests.support.doubtful import cleaned

MONTHLY = "2025年1月社东社区工作统计,\n项目,数量\n活动场次,3\n参与人次,30\n"
HELD = {"社区": "社东社区"}


def said(tmp_path: Path, text: str) -> str:
    return cleaned(tmp_path, text, Settings(constants=HELD))[1]


@pytest.mark.parametrize(
    ("text", "columns", "constants", "rows"),
    [
        (MONTHLY, {"数量": "数值"}, {}, 2),
        ("2025年3月指标完成情况,,\n指标,目标数,完成数\n活动场次,6,5\n参与人次,200,150\n", {"完成数": "数值"}, {}, 2),
        ("2025年3月月报,,\n项目,本月,累计\n活动场次,5,15\n服务时长,80,200\n", {"本月": "数值"}, {}, 2),
        (
            "工作统计,,\n工作内容,数量,备注\n活动场次,5,\n结案,2,\n",
            {"工作内容": "项目", "数量": "数值"},
            {"月份": "2025-03"},
            2,
        ),
        ("一季度统计,,,\n项目,1月,2月,3月\n活动场次,3,2,5\n参与人次,9,8,7\n", {"1月…3月": "数值"}, {"年份": "2025"}, 6),
    ],
)
def test_a_line_an_item_is_led_to_reported_sums_and_read_as_told(
    tmp_path: Path, text: str, columns: dict[str, str], constants: dict[str, str], rows: int
):
    options = [f"--map {header}={column}" for header, column in columns.items()]
    options += [f"--set {name}={value}" for name, value in constants.items()]
    settings = Settings("summary", {**HELD, **constants}, columns)

    assert f"命令行写 --record 汇总上报 {' '.join(options)}。" in said(tmp_path, text)
    assert cleaned(tmp_path, text, settings) == (rows, "")


def test_blocks_of_months_as_columns_are_not_asked_for_a_month(tmp_path: Path):
    block = "项目,1月,2月\n活动场次,3,2\n参与人次,9,8\n"

    assert "“1月”到“2月”都选“数值”" in said(tmp_path, f"2025年统计,,\n社东社区,,\n{block}社西社区,,\n{block}")


def test_sums_of_several_months_are_not_led_to_one(tmp_path: Path):
    sentence = said(tmp_path, MONTHLY.replace("1月", "1-3月"))

    assert "2025年1月到2025年3月" in sentence and "--map" not in sentence


def test_items_that_are_not_counted_are_named(tmp_path: Path):
    assert "“法律咨询”不在里面，那几行不入库" in said(tmp_path, f"{MONTHLY}法律咨询,5\n")
    assert "没有一行能入库，要入库的先改写成其中的一个" in said(tmp_path, "2025年1月统计,\n项目,数量\n法律咨询,5\n")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("物资发放汇总表,\n项目,数量\n大米,5\n油,80\n", "物资发放"),
        ("社区支出,,\n项目,金额,备注\n走访,100,\n小组活动,80,\n", "资金使用"),
        ("活动台账,,\n活动类型,日期,人数\n小组活动,2025-03-01,20\n走访,2025-03-05,3\n", "活动场次"),
        ("议事会签到表（2025年3月6日）,,,\n序号,姓名,单位,签名\n1,张建国,一组,张建国\n", "活动签到"),
    ],
)
def test_records_of_one_kind_stay_near_their_own_type(tmp_path: Path, text: str, label: str):
    assert f"表头像“{label}”" in said(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "columns", "constants", "rows"),
    [
        (
            "2025年个案统计,,,,\n月份,上月结转,新接案,结案,期末在案\n1月,5,3,2,6\n2月,6,2,4,4\n合计,,5,6,\n",
            ("新接案", "结案"),
            {},
            4,
        ),
        ("统计,,\n月份,场次,参与人次\n1月,5,30\n2月,6,20\n", ("场次", "参与人次"), {"年份": "2025"}, 4),
        ("2025年汇总,,\n社区,月份,场次\n社东社区,1月,5\n社西社区,1月,3\n社东社区,2月,6\n", ("场次",), {}, 3),
    ],
)
def test_a_line_a_month_is_led_to_reported_sums_by_its_items_and_read_as_told(
    tmp_path: Path, text: str, columns: tuple[str, ...], constants: dict[str, str], rows: int
):
    options = [f"--map {header}=数值" for header in columns] + [
        f"--set {name}={value}" for name, value in constants.items()
    ]
    settings = Settings("summary", {**HELD, **constants}, dict.fromkeys(columns, "数值"))

    assert f"命令行写 --record 汇总上报 {' '.join(options)}。" in said(tmp_path, text)
    assert cleaned(tmp_path, text, settings) == (rows, "")


def test_what_is_no_item_is_not_proposed_and_one_item_only_once(tmp_path: Path):
    sentence = said(tmp_path, "2025年统计,,,,\n月份,活动场次,场次,服务人次,上月结转\n1月,5,5,30,2\n2月,6,6,20,3\n")

    assert "“活动场次”“服务人次”都选“数值”" in sentence
    assert "“场次”和“活动场次”都是活动场次，只选一列。" in sentence and "“上月结转”不在里面，不用选" in sentence


def test_hours_and_people_by_the_ten_thousand_are_counted_as_such(tmp_path: Path):
    headers = ("志愿服务时长（万小时）", "捐赠金额（万元）", "参与人次（百人次）")
    text = f"2025年汇总,,,\n月份,{','.join(headers)}\n1月,0.5,1.2,3\n"
    read = clean_text(tmp_path, text, Settings("summary", HELD, dict.fromkeys(headers, "数值")), "汇总.csv")
    amounts = {row["item"]: row["amount"] for table in read.tables["summary"] for row in table.to_pylist()}

    assert amounts == {"服务时长": 5000, "捐赠金额": 12000, "参与人次": 300}


def test_hours_by_the_ten_thousand_on_a_ledger_of_hours_are_asked_about(tmp_path: Path):
    sentence = said(tmp_path, "志愿者,服务日期,服务时长（万小时）\n张建国,2025-03-01,2\n")

    assert "按“万小时”计，没有入库" in sentence
