"""Forms and tables on their side come in through the real command, lead back to their cells, and are refused where they are not sure."""

import json
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import warehouse.build_in_use
from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file
from tests.support.corrections import corrected, fetched
from tests.support.ledgers import REGISTER, loaded, process, received
from warehouse.build import Build

NAME = "个案登记表.xlsx"
Rows = list[list[object]]
ACTIVITY: Rows = [
    ["活动记录表"],
    ["活动名称", "书法班", "活动时间", "2024年3月5日"],
    ["参与人数", 25, "活动地点", "活动室"],
]


def case(number: int, opened_on: str) -> Rows:
    return [
        ["个案登记表"],
        ["个案编号", f"GA{number:03}", "服务对象", f"演示{number}"],
        ["接案日期", opened_on, "问题类型", "经济困难"],
        ["结案日期", None, "服务次数", number],
    ]


def workbook(path: Path, sheets: dict[str, Rows]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def cleaned(tmp_path: Path, rows: Rows, settings: Settings | None = None, name: str = "台账.xlsx") -> CleanedLedger:
    path = workbook(tmp_path / name, {"一": rows})
    stated = settings or Settings(None, {"社区": "凤二村"})
    return clean_file(path, stated)


def refusal(ledger: CleanedLedger) -> str:
    assert not ledger.tables
    return ledger.sheets[0].error or ""


def test_a_workbook_with_a_form_on_each_of_thirty_sheets_is_thirty_records(tmp_path: Path):
    path = workbook(tmp_path / NAME, {f"GA{n:03}": case(n, f"2024-03-{n:02}") for n in range(1, 31)})
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER})
    told = ["--set", "社区=凤二村", "--data", data]

    looked = process("inspect", path, *told, "--json")
    sheets = [file for file in json.loads(looked.stdout)["files"] if file["record"] == "casework"]
    assert [file["loaded"] for file in sheets] == [1] * 30
    assert "一张表单转成一行读入" in looked.stdout
    assert process("load", path, *told).returncode == 0
    build = Build(warehouse.build_in_use.current(data))
    assert build.rows("select count(*), sum(sessions_count), count(distinct sheet) from casework") == [(30, 465, 30)]


def mend(sheet: Worksheet) -> None:
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "2024-02-30")
    cell.value = "2024-02-29"


def test_a_cell_of_a_form_is_refused_in_its_own_row_and_comes_back_corrected(tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER})
    path = workbook(tmp_path / NAME, {"甲": case(1, "2024-02-30"), "乙": case(2, "2024-02-20")})
    Inbox(data).add([path], Settings(None, {"社区": "凤二村"}))
    _, build = loaded(data)

    refused = build.rows("select sheet, row_no, \"column\", cell from problem where severity = '拒收'")
    assert refused == [("甲", 3, "接案日期", "2024-02-30")]
    Inbox(data).add([corrected(fetched(data, tmp_path / "更正单.xlsx", NAME), mend)], Settings())
    _, build = loaded(data)
    assert build.rows("select case_no, opened_on::varchar, row_no from casework order by 1") == [
        ("GA001", "2024-02-29", 2),
        ("GA002", "2024-02-20", 2),
    ]


def test_what_a_form_calls_otherwise_is_asked_and_can_be_stated(tmp_path: Path):
    rows = [[cell if cell != "接案日期" else "初次见面" for cell in row] for row in case(1, "2024-03-01")]

    error = refusal(cleaned(tmp_path, rows))
    assert "像表单" in error
    assert "缺少接案日期" in error
    stated = Settings(None, {"社区": "凤二村"}, {"初次见面": "接案日期"})
    ledger = cleaned(tmp_path, rows, stated)
    assert [str(day) for day in ledger.tables["casework"][0]["opened_on"].to_pylist()] == ["2024-03-01"]


def test_a_value_that_heads_columns_elsewhere_is_a_value_where_its_label_has_it_as_a_choice(tmp_path: Path):
    rows: Rows = [
        ["爱心捐赠登记表"],
        ["捐赠人", "演示公司", "捐赠日期", "2024-03-05"],
        ["捐赠金额（元）", 500, "捐赠方式", "现金"],
    ]

    table = cleaned(tmp_path, rows).tables["donation"][0]
    assert (table["amount_yuan"].to_pylist(), table["gift_form"].to_pylist()) == ([500], ["现金"])


@pytest.mark.parametrize(
    "more",
    [
        [["序号", "姓名", "电话", "签名"], [1, "甲演示", 138, None]],  # a list of those who came
        [["日期", "内容", "工时", "备注"], ["2024-03-05", "写字", 2, None]],
        [["因雨取消"]],
        [["2024-03-06"]],  # of which nobody knows what it says
        [["主办方", "社工站", "活动名称"]],
        [["活动名称", "合唱队", "活动名称", "讲座"]],  # side by side with nothing between
    ],
)
def test_a_form_with_anything_else_in_it_stays_out(tmp_path: Path, more: Rows):
    assert "activity" not in cleaned(tmp_path, [*ACTIVITY, *more]).tables
    assert cleaned(tmp_path, ACTIVITY).tables["activity"][0]["headcount"].to_pylist() == [25]


@pytest.mark.parametrize(("title", "name"), [("活动申请表", "台账.xlsx"), ("活动记录表", "活动策划书.xlsx")])
def test_a_form_that_asks_or_plans_is_asked_about(tmp_path: Path, title: str, name: str):
    rows = [[title], *ACTIVITY[1:]]

    assert "打算做的事" in refusal(cleaned(tmp_path, rows, name=name))
    done = Settings("activity", {"社区": "凤二村"})
    assert cleaned(tmp_path, rows, done, name).tables["activity"][0].num_rows == 1


@pytest.mark.parametrize(
    "foot",
    [
        [["记录人", "演示甲", "日期", "2024-03-08"]],
        [["社工签名：", None, "日期：2024-03-08", None]],
        [["审核意见", "同意归档", None, None], ["日期", "2024-03-08", None, None]],
    ],
)
def test_the_day_of_a_signature_is_no_day_of_an_event(tmp_path: Path, foot: Rows):
    body: Rows = [["活动记录表"], ["活动名称", "书法班", "活动地点", "活动室"], ["参与人数", 25, "开展时段", "上午"]]

    assert "--map 落款日期=活动日期" in refusal(cleaned(tmp_path, [*body, *foot]))
    table = cleaned(tmp_path, [*ACTIVITY, *foot]).tables["activity"][0]
    assert [str(day) for day in table["held_on"].to_pylist()] == ["2024-03-05"]


def test_the_signature_of_one_form_says_nothing_of_the_next(tmp_path: Path):
    rows: Rows = [["活动名称", "书法班", "日期", "2024-03-05"], ["参与人数", 25, "记录人", "演示甲"]]
    other: Rows = [["活动名称", "合唱队", "日期", "2024-03-08"], ["参与人数", 20, "记录人", "演示甲"]]

    table = cleaned(tmp_path, [["活动记录表"], *rows, ["活动记录表"], *other]).tables["activity"]
    assert [str(day) for part in table for day in part["held_on"].to_pylist()] == ["2024-03-05", "2024-03-08"]


def test_forms_side_by_side_with_an_empty_column_between_are_all_read(tmp_path: Path):
    def beside(left: Rows, right: Rows) -> Rows:
        return [[*row, *[None] * (5 - len(row)), *other] for row, other in zip(left, right, strict=True)]

    def form(title: str, count: int) -> Rows:
        return [["活动记录表"], ["活动名称", title, "活动时间", "2024年3月5日"], ["参与人数", count, "活动地点", "室"]]

    rows = [*beside(form("书法班", 25), form("合唱队", 20)), [None], *beside(form("讲座", 40), form("义诊", 30))]
    table = cleaned(tmp_path, rows).tables["activity"]
    loaded = [(row["title"], row["headcount"], row["row_no"]) for part in table for row in part.to_pylist()]
    assert sorted(loaded, key=lambda row: row[2]) == [
        ("书法班", 25, 2),
        ("合唱队", 20, 2),
        ("讲座", 40, 6),
        ("义诊", 30, 6),
    ]
    other = [[cell if cell != "参与人数" else "人均费用" for cell in row] for row in form("合唱队", 20)]
    assert not cleaned(tmp_path, beside(form("书法班", 25), other)).tables


def test_a_remark_that_states_something_is_a_value(tmp_path: Path):
    rows: Rows = [
        ["物资发放登记表"],
        ["领取人", "演示甲", "发放日期", "2024-03-05"],
        ["物资名称", "大米", "数量", "1袋"],
    ]

    ledger = cleaned(tmp_path, [*rows, ["备注", "代领：演示乙", None, None]])
    assert ledger.tables["distribution"][0]["quantity"].to_pylist() == [1]
    assert not any("代领" in problem.message for problem in ledger.problems)


LIST: Rows = [["活动名称", "活动日期", "参与人次"], ["书法班", "2024-03-05", 25], ["合唱队", "2024-03-08", 20]]


@pytest.mark.parametrize("order", [("表单", "汇总"), ("汇总", "表单")])
def test_forms_beside_a_list_of_the_same_records_are_not_counted_again(tmp_path: Path, order: tuple[str, str]):
    sheets = {"表单": ACTIVITY, "汇总": LIST}
    path = workbook(tmp_path / "台账.xlsx", {name: sheets[name] for name in order})

    def titles(settings: Settings) -> list[list[str]]:
        ledger = clean_file(path, settings)
        refused = [sheet.error for sheet in ledger.sheets if sheet.error and "以免算两次" in sheet.error]
        assert len(refused) == (not settings.constants.get("已核对") and not settings.sheets)
        return [table["title"].to_pylist() for table in ledger.tables["activity"]]

    assert titles(Settings(None, {"社区": "凤二村"})) == [["书法班", "合唱队"]]
    assert titles(Settings(None, {"社区": "凤二村", "已核对": "是"})) == [["书法班", "合唱队"], ["书法班"]]
    assert titles(Settings(None, {"社区": "凤二村"}, sheets=("表单",))) == [["书法班"]]


def test_lines_of_text_alone_are_no_form(tmp_path: Path):
    assert "没有找到认识的表头" in refusal(
        cleaned(tmp_path, [["本月工作小结"], ["开展了几场活动，居民很满意。"], ["社工站"]])
    )


def test_sums_on_their_side_are_no_records(tmp_path: Path):
    rows: Rows = [["活动统计"], ["项目", "1月", "2月"], ["活动场次", 3, 4], ["参与人次", 30, 45]]

    assert refusal(cleaned(tmp_path, rows))
