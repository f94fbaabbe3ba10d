"""Says what to choose for a table with a column a day, or why its headers cannot be read as days."""

import re
from collections.abc import Sequence

from etl.parse import without_personal_data
from etl.recognition.days_of_a_month import days_of_a_month, last_level
from etl.recognition.meanings import YEAR
from etl.recognition.readable import can_read
from etl.recognition.stated_period import names_year
from etl.schema import Column, RecordType

MOST_NAMED = 3  # headers that have two readings
LEAST_DAYS = 2  # headers that make a table of a column a day
_DAY = re.compile(  # 3月5日, 3.5, 3/5（周二）, 2024-03-05, 3月5日上午
    r"(?:20\d\d[年./-])?(?:1[0-2]|0?[1-9])[月./-](?:[12]\d|3[01]|0?[1-9])[日号]?(?:[(（]?(?:周|星期).[)）]?)?(?:上午|下午|晚上?)?"
    r"|第.{1,3}[节次][(（].*月.*[日号][)）]"
)


def days_sentence(
    record: RecordType, label: str, days: Sequence[str], lacking: Sequence[str], places: Sequence[str]
) -> str:
    """Return what to choose for columns of days; `label` is the column that all of them feed, `lacking` the columns that nothing fills.

    The year may stand in the texts around the table.
    """
    if doubtful := _doubtful_days(record, days):
        return doubtful
    columns = [record.column(name) for name in lacking if name != record.placed_on]
    others = [column.label for column in columns if column.label != label]
    stated = "".join(f" --set {other}=…" for other in others)
    if not any(map(names_year, (*places, *days))):
        others, stated = [*others, YEAR], f"{stated} --set {YEAR}=2025"
    further = f"，写上{'、'.join(others)}" if others else ""
    ends = f"{days[0]}…{days[-1]}"
    return (
        f"“{ends}”像一天一列的“{record.label}”：台账种类选“{record.label}”，这几列都选“{label}”{further}。"
        f"命令行写 --record {record.label} --map {ends}={label}{stated}。"
    )


def spread_sentence(record: RecordType, column: Column, headers: Sequence[str]) -> str:
    """Return what to choose for those headers that are days or months, where they say all that is lacking."""
    dates = [record.column(name) for name in column.spread_into if record.column(name).kind.sql_type == "date"]
    days = [h for h in headers if any(can_read(date, text) for date in dates for text in (h, h.replace("/", "")))]
    if len({header.removesuffix(last_level(header)).split("/")[0] or header for header in days}) < len(days):
        return (
            f"表头像“{record.label}”，“{without_personal_data(days[0])}”这样一天分了几列，看不出各是哪一次。"
            f"请改成一天一列，表头写日期（上午、下午都算的，分成两份，各写活动名称），再导入。"
        )
    ends = without_personal_data(f"{days[0]}…{days[-1]}" if len(days) > 1 else "".join(days or headers[-1:]))
    return (
        f"表头像“{record.label}”，“{ends}”像一天（一月）一列的“{column.label}”：这几列都选“{column.label}”。"
        f"命令行写 --record {record.label} --map {ends}={column.label}。"
    )


def _doubtful_days(record: RecordType, days: Sequence[str]) -> str:
    """Return which headers have two readings, and how to write them: 3.1 may be the 10th, as a number that lost its nought."""
    column = record.column(record.placed_on)
    doubtful = [header for header in days if not can_read(column, last_level(header))]
    if not doubtful or days_of_a_month(days):
        return ""
    return (
        f"“{days[0]}…{days[-1]}”像一天一列的“{record.label}”，但“{'”“'.join(doubtful[:MOST_NAMED])}”读不出是哪一天"
        "（3.1可能是3月1日，也可能是3月10日）。请把这几列的表头改写成“3月1日”这样，再导入。"
    )


def days_in(headers: Sequence[str]) -> list[str]:
    """Return those headers that are a day: 3月5日, or 1 … 31 where they are all there."""
    bare = days_of_a_month(headers)
    own = {header: last_level(header) for header in headers}
    return [header for header, text in own.items() if text in bare or _DAY.fullmatch(text)]
