"""The stretch of time a ledger says it covers."""

from datetime import date

import pytest

from etl.recognition.stated_period import stated_day, stated_period, stated_year


def months(*texts: str) -> str | None:
    period = stated_period(texts)
    return period and f"{period.first:%Y-%m} {period.last:%Y-%m}"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("凤二村2023年志愿服务登记", "2023-01 2023-12"),
        ("2023年度活动统计", "2023-01 2023-12"),
        ("2023年1-6月", "2023-01 2023-06"),
        ("2026年1—10月台账", "2026-01 2026-10"),
        ("2023年上半年", "2023-01 2023-06"),
        ("2023下半年", "2023-07 2023-12"),
        ("2023年第三季度", "2023-07 2023-09"),
        ("2023年3月签到表", "2023-03 2023-03"),
        ("2021—2023年", "2021-01 2023-12"),
        ("2022年11月至2023年2月", "2022-11 2023-02"),
        ("截至2023年8月31日", None),
        ("2023年1月22日—1月28日", None),
        ("2023年13月", None),
        ("2023年6-1月", None),
        ("志愿服务登记", None),
    ],
)
def test_a_span_is_read_from_a_title(text: str, covered: str | None):
    assert months(text) == covered


def test_the_nearest_text_that_states_a_span_prevails():
    assert months("志愿服务登记", "2023年", "2021年台账.xlsx") == "2023-01 2023-12"


def test_a_sheet_named_by_its_month_takes_the_year_from_elsewhere():
    assert months("3月", "2024年台账.xlsx") == "2024-03 2024-03"
    assert months("3月", "台账.xlsx") is None


def test_a_text_with_two_years_names_none():
    assert (stated_year(("2021—2023年",)), stated_year(("活动", "2021年")), stated_year(("GA2021001号",))) == (
        None,
        2021,
        None,
    )


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        (("捐赠明细 打印时间：2024年12月31日",), None),
        (("捐赠明细 导出时间：2025-01-03 09:30:00", "2024年台账.xlsx"), 2024),
        (("捐赠导出2025-01-03.xlsx",), None),
        (("明细_2025-01-03_09-30-00.xlsx",), None),
        (("填报日期：2025年1月3日",), None),
        (("2024年捐赠明细 填报日期：2025年1月3日",), 2024),
        (("填报日期：2025年9月3日",), 2025),
        (("捐赠2025-01-03.xlsx",), 2025),
    ],
)
def test_the_year_of_a_printing_is_not_that_of_what_is_listed(texts: tuple[str, ...], year: int | None):
    assert stated_year(texts) == year


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("捐赠名单（1月22日）", "2020年捐赠.xlsx"), date(2020, 1, 22)),
        (("捐赠名单（1月22日—1月28日）", "2020年捐赠.xlsx"), None),
        (("2020年3月1-5日走访",), None),
        (("截至2023年8月31日",), None),
        (("导出时间：2024-09-22 09:58:49",), None),
        (("志愿服务登记表 制表日期：2024年9月22日",), None),
        (("志愿服务（2024年9月20日） 打印日期：2024年9月22日",), date(2024, 9, 20)),
        (("填报日期 2024.9.22", "志愿20240920.xlsx"), date(2024, 9, 20)),
        (("志愿20240922导出.xlsx",), None),
        (("export_2024-09-22.csv",), None),
        (("1月22日",), None),
        (("2023年2月30日",), None),
        (("元宵签到 2025.2.12", "签到.xlsx"), date(2025, 2, 12)),
        (("签到表", "Sheet1", "问卷2022-09-22-09-58-49.xlsx"), None),
        (("签到20250212.xlsx",), date(2025, 2, 12)),
        (("编号20251399.xlsx",), None),
        (("2025.2.1-2.15走访",), None),
        (("2025-02-01至2025-02-15走访",), None),
        (("20250201-20250215.xlsx",), None),
        (("电话02520250212.xlsx",), None),
    ],
)
def test_the_day_of_a_title_is_offered_unless_it_is_a_span(texts: tuple[str, ...], day: date | None):
    assert stated_day(texts) == day
