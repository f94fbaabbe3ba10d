"""A line between rows that says what the rows below it are (计划, 支出, 请假人员) is minded; one that names a month, a group or a place is not."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, refusals

LEDGERS = {
    "activity": ("活动名称,活动日期,参与人次", "书法班,2025-03-{day:02},20"),
    "donation": ("捐赠日期,捐赠人,捐赠金额", "2025-03-{day:02},第{day}公司,100"),
    "fund_use": ("支出日期,用途,支出金额", "2025-03-{day:02},慰问,100"),
    "distribution": ("发放日期,物品,数量", "2025-03-{day:02},大米,2"),
    "attendance": ("签到日期,姓名,活动名称", "2025-03-{day:02},张三丰,书法班"),
}
OTHERS = [
    ("activity", "二、下半年计划开展活动"),
    ("activity", "（二）下一步工作安排"),
    ("activity", "三、已取消的活动"),
    ("activity", "未开展活动"),
    ("activity", "以下为计划"),
    ("attendance", "二、报名未到场人员"),
    ("donation", "二、支出"),
    ("donation", "二、善款使用情况"),
    ("donation", "三、退款明细"),
    ("donation", "未到账捐款："),
    ("fund_use", "一、收入"),
    ("fund_use", "三、下半年支出计划"),
    ("distribution", "二、待发放"),
    ("distribution", "未领人员"),
    ("attendance", "请假人员："),
    ("attendance", "二、候补人员"),
]
SAME = [
    ("activity", "二、下半年已开展活动"),
    ("activity", "二、为老服务"),
    ("activity", "二、“暖冬计划”系列活动"),
    ("activity", "二、上半年计划完成情况"),
    ("donation", "二、捐赠收入明细"),
    ("donation", "二、个人捐款"),
    ("donation", "二、定向使用捐款"),
    ("fund_use", "二、困难慰问支出"),
    ("fund_use", "二、捐赠资金使用"),
    ("distribution", "二、低收入家庭"),
    ("distribution", "二、爱心企业捐赠物资"),
    ("distribution", "注：部分物品未发放，见附件"),
    ("attendance", "二组"),
]


def loaded(tmp_path: Path, record: str, lines: list[str], **constants: str) -> tuple[list[int], list[str]]:
    """Return the rows of a ledger that are stored, as the sheet numbers them, and what is said of those refused."""
    settings = Settings(record, {"社区": "凤二村", **constants})
    ledger = clean_text(tmp_path, "\n".join(lines), settings)
    rows = sorted(number for table in ledger.tables.get(record, []) for number in table["row_no"].to_pylist())
    return rows, refusals(ledger)


def sheet(record: str, line: str) -> list[str]:
    """Return a header, two rows, a line and two rows, and a third part that counts again."""
    header, row = LEDGERS[record]
    rows = [row.format(day=day) for day in range(1, 6)]
    return [header, *rows[:2], f"{line},,", *rows[2:4], "三、三月份补录,,", rows[4]]


@pytest.mark.parametrize(("record", "line"), OTHERS)
def test_rows_below_a_line_that_makes_them_something_else_are_asked_about(tmp_path: Path, record: str, line: str):
    rows, sentences = loaded(tmp_path, record, sheet(record, line))

    assert (rows, len(sentences)) == ([2, 3, 8], 2)
    assert all(f"第4行“{line}”下面" in sentence for sentence in sentences)
    assert loaded(tmp_path, record, sheet(record, line), 已核对="是")[0] == [2, 3, 5, 6, 8]


@pytest.mark.parametrize(("record", "line"), SAME)
def test_rows_below_a_line_that_only_divides_them_are_stored(tmp_path: Path, record: str, line: str):
    assert loaded(tmp_path, record, sheet(record, line)) == ([2, 3, 5, 6, 8], [])


def test_a_header_of_plans_between_rows_is_no_record_and_heads_none(tmp_path: Path):
    held = ["一、上半年,,", "活动名称,活动日期,参与人次", "书法班,2025-03-05,25", "合唱队,2025-04-08,20"]
    plans = ["活动名称,计划日期,预计人次", "中秋,2025-09-15,80", "重阳,2025-10-29,100"]

    rows, sentences = loaded(tmp_path, "activity", [*held, *plans])
    assert (rows, len(sentences)) == ([3, 4], 3)


def test_the_line_over_a_header_is_minded(tmp_path: Path):
    rows = ["日期,捐赠单位,金额", "2025-01-25,甲公司,2000", "2025-02-14,乙公司,356.5"]

    assert loaded(tmp_path, "donation", ["公示,,", "二、支出,,", *rows])[0] == []
    assert loaded(tmp_path, "donation", ["公示,,", "一、收入,,", *rows])[0] == [4, 5]


WITHOUT_YEAR = ["活动名称,活动日期,参与人次", "书法班,3月5日,25", "{line},,", "重阳,10月29日,100"]


@pytest.mark.parametrize(
    ("line", "is_other"),
    [
        ("附：2024年活动", True),
        ("二、去年同期", True),
        ("往年活动", True),
        ("二、2025年活动", False),
        ("二、今年新增", False),
    ],
)
def test_rows_without_a_year_below_a_line_of_another_year_are_asked_about(tmp_path: Path, line: str, is_other: bool):
    lines = [text.format(line=line) for text in WITHOUT_YEAR]

    rows, sentences = loaded(tmp_path, "activity", lines, 年份="2025")

    assert rows == ([2] if is_other else [2, 4])
    assert all("看不出是不是2025年" in sentence for sentence in sentences)
    assert loaded(tmp_path, "activity", lines, 年份="2025", 已核对="是")[0] == [2, 4]


def test_rows_with_a_year_of_their_own_need_none_of_the_line_above(tmp_path: Path):
    assert loaded(tmp_path, "activity", sheet("activity", "二、去年同期"), 年份="2026") == ([2, 3, 5, 6, 8], [])


@pytest.mark.parametrize(
    ("line", "is_other"),
    [
        ("二、社西社区活动", True),
        ("社西社区：", True),
        ("一、凤二村", False),
        ("二、走进社区活动", False),
        ("二、本社区活动", False),
        ("二、社区活动", False),
        ("各社区活动", False),
        ("联合社西社区活动", False),
    ],
)
def test_rows_below_a_line_of_another_community_are_not_taken_for_the_stated_one(
    tmp_path: Path, line: str, is_other: bool
):
    rows, sentences = loaded(tmp_path, "activity", sheet("activity", line))

    assert rows == ([2, 3, 8] if is_other else [2, 3, 5, 6, 8])
    assert all("像“社西社区”的，不是“凤二村”的" in sentence for sentence in sentences)


def test_days_below_a_month_are_not_of_the_month_that_is_stated(tmp_path: Path):
    lines = ["日期,活动名称,参与人次", "1月,,", "5日,义诊,25", "2月,,", "3日,插花,20", "2月8日,合唱,30"]
    rows, sentences = loaded(tmp_path, "activity", lines, 年月="2025-01")

    assert (rows, len(sentences), "第4行“2月”下面" in sentences[0]) == ([3, 6], 1, True)


def test_a_statement_of_income_and_spending_gives_each_amount_of_spending_once(tmp_path: Path):
    items = [
        "二、本期收入,15000",
        "1.企业捐赠,12000",
        "2.个人捐赠,3000",
        "三、本期支出,9600",
        "1.助老,6000",
        "2.助学,3600",
    ]
    rows, sentences = loaded(tmp_path, "fund_use", ["项目,金额（元）", *items], 支出日期="2025-06-30")

    assert (rows, len(sentences)) == ([6, 7], 4)
    assert any("正好是下面几行" in sentence for sentence in sentences)
