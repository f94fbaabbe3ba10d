"""A day written on a line of its own holds for the rows below it, up to the next such line; where that is in doubt, nothing is read."""

from dataclasses import replace
from pathlib import Path

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

HEADER = "姓名,服务项目,服务时长（小时）"
SETTINGS = Settings(constants={"社区": "凤二村"})


def ledger_of(tmp_path: Path, lines: list[str], settings: Settings = SETTINGS) -> CleanedLedger:
    text = "".join(f"{line}{',' * (2 - line.count(','))}\n" for line in lines)
    return clean_text(tmp_path, text, settings)


def hours_by_day(ledger: CleanedLedger) -> list[tuple[str, float]]:
    """Return the day and hours of each row, in the order of rows."""
    rows = [row for table in ledger.tables.get("volunteer_service", []) for row in table.to_pylist()]
    return [(f"{row['served_on']:%m-%d}", row["service_hours"]) for row in sorted(rows, key=lambda row: row["row_no"])]


def test_each_row_has_the_day_of_the_line_above_it(tmp_path: Path):
    title, rows = "2024年2月志愿服务登记", ["演示甲,清扫,2", "演示乙,巡逻,3"]
    above = [title, "2月1日", HEADER, *rows, "2月2日（周五）上午 社区清扫", "演示丙,清扫,1", "2月3日", "演示丁,助餐,4"]
    below = [title, HEADER, "2月1日", *rows, "2月2日", "演示丙,清扫,1", "2024-02-03", "演示丁,助餐,4", "合计,,10"]
    again = [title, HEADER, "2月1日", *rows, HEADER, "2月2日", "演示丙,清扫,1", "日期：2月3日", "演示丁,助餐,4"]

    expected = [("02-01", 2.0), ("02-01", 3.0), ("02-02", 1.0), ("02-03", 4.0)]
    for lines in (above, below, again):
        ledger = ledger_of(tmp_path, lines)
        assert hours_by_day(ledger) == expected
        assert any("2月1日、" in problem.message for problem in ledger.problems)
        read = sum(report.read for report in ledger.reports)
        assert read == sum(report.loaded + report.refused + report.skipped for report in ledger.reports)
    one_day = replace(SETTINGS, constants={**SETTINGS.constants, "服务日期": "2024-02-01"})
    assert hours_by_day(ledger_of(tmp_path, below, one_day)) == expected


def test_a_day_without_a_year_beyond_new_year_is_asked_about(tmp_path: Path):
    lines = ["志愿服务2023年", HEADER, "12月30日", "演示甲,清扫,2", "1月2日", "演示乙,清扫,3"]

    assert hours_by_day(ledger_of(tmp_path, lines)) == [("12-30", 2.0)]
    lines[4] = "2024年1月2日"
    assert hours_by_day(ledger_of(tmp_path, lines)) == [("12-30", 2.0), ("01-02", 3.0)]


def test_a_single_day_and_days_beside_each_row_are_left_as_they_are(tmp_path: Path):
    signed = ["志愿服务 2024年3月5日", HEADER, "演示甲,清扫,2", "演示乙,清扫,3", "2024年4月1日"]
    noted = ["志愿服务2024年", "日期,姓名,服务时长", "2月1日", "2月1日,演示甲,2", "2月2日", "2月3日,演示乙,3"]

    assert not ledger_of(tmp_path, signed).reports
    assert hours_by_day(ledger_of(tmp_path, noted)) == [("02-01", 2.0), ("02-03", 3.0)]
