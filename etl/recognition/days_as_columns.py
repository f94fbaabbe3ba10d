"""Says what to choose for a table with a column a day, or why its headers cannot be read as days."""

from collections.abc import Sequence

from etl.parse import without_personal_data
from etl.recognition.days_of_a_month import days_of_a_month
from etl.recognition.readable import can_read
from etl.schema import Column, RecordType

MOST_NAMED = 3  # headers that have two readings


def days_sentence(record: RecordType, label: str, days: Sequence[str], lacking: Sequence[str]) -> str:
    """Return what to choose for columns of days; `label` is the column that all of them feed, `lacking` the columns that nothing fills."""
    if doubtful := _doubtful_days(record, days):
        return doubtful
    columns = [record.column(name) for name in lacking if name != record.placed_on]
    others = [column.label for column in columns if column.label != label]
    stated = "".join(f" --set {other}=…" for other in others)
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
    if len({header.split("/")[0] for header in days}) < len(days):
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
    doubtful = [header for header in days if not can_read(column, header.split("/")[-1])]
    if not doubtful or days_of_a_month(days):
        return ""
    return (
        f"“{days[0]}…{days[-1]}”像一天一列的“{record.label}”，但“{'”“'.join(doubtful[:MOST_NAMED])}”读不出是哪一天"
        "（3.1可能是3月1日，也可能是3月10日）。请把这几列的表头改写成“3月1日”这样，再导入。"
    )
