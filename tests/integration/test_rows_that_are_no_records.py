"""Rows with a date that are averages, balances, targets, examples or parts of the row above are refused, and lists of what is to come asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file, clean_text
from tests.support.two_sheets import workbook

CHECKED = {"已核对": "是"}


def refused_rows(cleaned: CleanedLedger, code: str = "no_record") -> list[int | None]:
    return [problem.row_no for problem in cleaned.problems if problem.code == code]


BOTTOM_ROWS = {
    "fund_use": ("支出日期,用途,支出金额", "慰问", ["本月支出", "账户余额", "结余", "平均每笔", "总笔数", "以上"]),
    "volunteer_service": ("服务日期,志愿者,服务时长", "张三丰", ["本月", "总时长", "人均时长", "共2人", "上月累计"]),
    "activity": ("活动日期,活动名称,参加人数", "书法", ["本月共2场", "月末盘点", "全年目标", "截至目前累计", "例：元旦晚会", "例"]),
    "donation": ("捐赠日期,捐赠人,捐赠金额", "演示商行", ["平均", "最高", "占比", "其中现金"]),
    "distribution": ("发放日期,物资名称,数量", "大米", ["大米结余", "大米报损", "剩余", "盘盈"]),
    "attendance": ("签到日期,姓名,活动名称", "李小四", ["应到5人，实到2人"]),
    "satisfaction": ("调查日期,问卷编号,得分（10分制）", "1", ["平均分", "最高分", "最低分"]),
}  # fmt: skip


@pytest.mark.parametrize("record", BOTTOM_ROWS)
def test_a_dated_row_labelled_as_a_figure_is_refused_and_taken_once_looked_at(tmp_path: Path, record: str):
    header, subject, labels = BOTTOM_ROWS[record]
    last = "书法" if record == "attendance" else "4"
    rows = "".join(f"2025-03-31,{label},{last}\n" for label in (subject, *labels))
    settings = Settings(record, {"社区": "凤二村"})

    cleaned = clean_text(tmp_path, f"{header}\n{rows}", settings)
    (report,) = cleaned.reports
    assert (report.read, report.loaded, report.refused) == (len(labels) + 1, 1, len(labels))
    assert sorted(refused_rows(cleaned)) == [*range(3, 3 + len(labels))]
    looked_at = replace(settings, constants={**settings.constants, **CHECKED})
    assert clean_text(tmp_path, f"{header}\n{rows}", looked_at).reports[0].loaded > 1


@pytest.mark.parametrize(
    ("record", "header", "row"),
    [
        ("donation", "捐赠日期,捐赠人,捐赠金额,收款渠道", "2025-03-05,演示商行,30,余额"),
        ("volunteer_service", "服务日期,志愿者,服务时长,活动名称", "2025-03-05,张三丰,2,物资盘点"),
        ("activity", "活动日期,活动名称,参加人数", "2025-03-05,平均年龄八十岁的合唱团,20"),
        ("activity", "活动日期,活动名称,参加人数", "2025-03-05,本月之星表彰,20"),
        ("fund_use", "支出日期,用途,支出金额", "2025-03-05,总务用品,20"),
        ("volunteer_service", "服务日期,志愿者,服务时长", "2025-03-05,范例,2"),
        ("fund_use", "支出日期,用途,支出金额", "2025-03-05,补充库存,20"),
    ],
)
def test_words_that_only_contain_such_a_label_are_records(tmp_path: Path, record: str, header: str, row: str):
    assert clean_text(tmp_path, f"{header}\n{row}\n", Settings(record, {"社区": "凤二村"})).reports[0].loaded == 1


def test_a_row_without_date_that_is_a_figure_is_not_told_to_fill_in_one(tmp_path: Path):
    text = "社区,活动日期,活动名称,参加人数\n凤二村,2025-03-05,书法,20\n平均,2025-03,,25\n占比,,,50%\n"
    cleaned = clean_text(tmp_path, text, Settings("activity"))
    assert (refused_rows(cleaned), cleaned.reports[0].refused) == ([3, 4], 2)
    assert {problem.code for problem in cleaned.problems} == {"no_record"}


def test_a_total_is_not_compared_with_the_figures_that_stand_above_it(tmp_path: Path):
    text = (
        "捐赠日期,捐赠人,捐赠金额\n2025-03-05,演示商行,100\n2025-03-06,演示公司,300\n2025-03-31,平均,200\n,合计,400\n"
    )
    (total,) = clean_text(tmp_path, text, Settings("donation", {"社区": "凤二村"})).reports[0].totals
    assert (total.printed, total.computed, total.refused) == (400, 400, 0)


@pytest.mark.parametrize(
    ("parts", "loaded"),
    [(["其中：餐费,3000", "　　交通,2000", "横幅,100"], [5000, 100]), (["其中：餐费,3000", "横幅,100"], [5000, 100])],
)
def test_the_parts_of_a_row_are_not_added_to_it(tmp_path: Path, parts: list[str], loaded: list[int]):
    rows = "".join(f"2025-03-05,{row}\n" for row in ("春游,5000", *parts))
    cleaned = clean_text(tmp_path, f"支出日期,用途,支出金额\n{rows}", Settings("fund_use", {"社区": "凤二村"}))
    assert cleaned.tables["fund_use"][0]["amount_yuan"].to_pylist() == loaded


PROMISED = {
    "认捐登记表": "捐赠日期,捐赠人,捐赠金额\n2025-03-05,演示商行,5000\n",
    "捐赠意向表": "捐赠日期,捐赠人,捐赠金额\n2025-03-05,演示商行,5000\n",
    "志愿者排班表": "志愿者,服务日期,服务时长\n张三丰,2025-03-05,2\n",
    "防疫物资申请表": "捐赠日期,物资,数量\n2025-03-05,口罩,100\n",
    "活动室预约登记": "活动日期,活动名称,人数\n2025-03-05,合唱,20\n",
    "值班安排表": "志愿者,服务日期,服务时长\n张三丰,2025-03-05,2\n",
    "拟支出明细表": "支出日期,用途,支出金额\n2025-03-05,慰问,500\n",
    "社区基金使用申请表": "支出日期,用途,支出金额\n2025-03-05,慰问,500\n",
    "便民物资借用登记表": "日期,物资名称,数量,领取人\n2025-03-05,轮椅,1,张三丰\n",
}


@pytest.mark.parametrize("title", PROMISED)
def test_what_is_promised_planned_asked_for_or_lent_is_asked_about(tmp_path: Path, title: str):
    text = f"凤二村{title},,\n{PROMISED[title]}"
    cleaned = clean_text(tmp_path, text, Settings())
    assert not cleaned.reports
    record = cleaned.sheets[0].candidates[0]["record"]
    assert "像打算做的事" in (cleaned.sheets[0].error or "")
    assert clean_text(tmp_path, text, Settings(record)).reports[0].loaded == 1


def test_a_list_of_promises_that_tells_what_came_in_is_read(tmp_path: Path):
    text = "凤二村认捐登记表,,,\n捐赠日期,捐赠人,捐赠金额,是否到账\n2025-03-05,演示商行,5000,是\n"
    assert clean_text(tmp_path, text, Settings()).reports[0].loaded == 1
    text = "凤二村捐款到账明细,,,\n捐赠日期,捐赠人,捐赠金额\n2025-03-05,演示商行,5000\n"
    assert clean_text(tmp_path, text, Settings(), "认捐.csv").reports[0].loaded == 1


def test_sheets_out_of_use_and_the_sheet_of_all_communities_are_passed_over(tmp_path: Path):
    table = [["日期", "活动名称", "参加人数"], ["2024-01-05", "腊八", 20]]
    path = tmp_path / "活动.xlsx"
    path.write_bytes(workbook(dict.fromkeys(("凤二村", "合计", "示例", "作废", "旧", "附：停用"), table)))

    def loaded(settings: Settings) -> list[str]:
        cleaned = clean_file(path, settings)
        return [report.sheet for report in cleaned.reports]

    settings = Settings("activity", {"社区": "工作表名"})
    assert loaded(settings) == ["凤二村"]
    assert loaded(replace(settings, sheets=("旧", "凤二村"))) == ["凤二村", "旧"]


@pytest.mark.parametrize(
    ("record", "header", "row", "note"),
    [
        ("donation", "捐赠日期,捐赠人,捐赠金额", "2025-03-05,演示商行,2", "注：以上金额单位为万元"),
        ("donation", "捐赠日期,捐赠人,捐赠金额", "2025-03-05,演示商行,2", ",,单位：万元"),
        ("volunteer_service", "服务日期,志愿者,服务时长", "2025-03-05,张三丰,12", "备注：时长单位为分钟。"),
        ("volunteer_service", "服务日期,志愿者,服务时长", "2025-03-05,张三丰,12", "说明：时长按分钟填写。"),
        ("donation", "捐赠日期,捐赠人,捐赠金额", "2025-03-05,演示商行,2", "填表说明：金额以万元计"),
    ],
)
def test_a_unit_that_only_a_note_below_states_is_asked_about(
    tmp_path: Path, record: str, header: str, row: str, note: str
):
    settings = Settings(record, {"社区": "凤二村"})
    cleaned = clean_text(tmp_path, f"{header}\n{row}\n{note}\n", settings)
    assert (cleaned.reports, "表的下面写着单位是" in (cleaned.sheets[0].error or "")) == ([], True)
    stated = header.replace("捐赠金额", "捐赠金额（万元）").replace("服务时长", "服务时长（分钟）")
    for text in (f"{stated}\n{row}\n{note}", f"{header}\n{row}\n注：单位为元、小时，以上金额均已到账"):
        assert clean_text(tmp_path, text, settings).reports[0].loaded == 1, text


def test_a_unit_that_a_sentence_above_states_is_asked_about(tmp_path: Path):
    header, settings = "服务日期,志愿者,服务时长", Settings("volunteer_service", {"社区": "凤二村"})
    cleaned = clean_text(tmp_path, f"志愿服务明细（时长按分钟填写）\n{header}\n2025-03-05,张三丰,12\n", settings)

    assert (cleaned.reports, "表的上面写着单位是" in (cleaned.sheets[0].error or "")) == ([], True)
    hours = clean_text(tmp_path, f"志愿服务明细（不足1小时的按小时计）\n{header}\n2025-03-05,张三丰,2\n", settings)
    assert hours.reports[0].loaded == 1


@pytest.mark.parametrize(
    ("title", "day", "loaded"),
    [
        ("活动台账（截至2024年1月31日）", "11月20日", 0),
        ("活动台账（截至2024年10月31日）", "9月20日", 1),
        ("2024学年活动台账", "3月20日", 0),
        ("2024年12月活动台账", "1月3日", 0),
        ("2024年1月活动台账", "12月30日", 0),
        ("2024年12月活动台账", "11月30日", 1),
        ("2024年活动台账", "1月3日", 1),
    ],
)
def test_a_title_gives_a_year_only_to_days_that_can_lie_in_no_other(tmp_path: Path, title: str, day: str, loaded: int):
    text = f"{title},,\n活动日期,活动名称,参加人数\n{day},书法,20\n"
    assert clean_text(tmp_path, text, Settings("activity", {"社区": "凤二村"})).reports[0].loaded == loaded


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("社区矫正对象公益劳动记录", "姓名,日期,时长（小时）\n张三丰,2025-05-06,4\n"),
        ("公益性岗位人员考勤工资表", "姓名,日期,工时\n张三丰,2025-05-06,8\n"),
        ("工作人员加班登记表", "志愿者,服务日期,服务时长\n张三丰,2025-05-06,3\n"),
        ("消防知识测试成绩", "日期,得分（百分制）\n2025-03-05,90\n"),
        ("活动物资采购清单", "日期,物品,数量,领取人\n2025-03-05,矿泉水,10,张三丰\n"),
    ],
)
def test_paid_work_tests_and_purchases_are_asked_about(tmp_path: Path, title: str, text: str):
    cleaned = clean_text(tmp_path, f"{title},,\n{text}", Settings(constants={"社区": "凤二村"}))

    assert (cleaned.reports, "标题、工作表名或文件名里写着“" in (cleaned.sheets[0].error or "")) == ([], True)


def test_hours_put_in_and_taken_out_of_a_time_bank_are_asked_about(tmp_path: Path):
    text = "日期,姓名,类型,时长\n2025-03-01,张三丰,存入,2\n2025-03-18,张三丰,支取,1.5\n"
    cleaned = clean_text(tmp_path, text, Settings("volunteer_service", {"社区": "凤二村"}))

    assert "“类型”里既有“存入”又有“支取”" in (cleaned.sheets[0].error or "")
