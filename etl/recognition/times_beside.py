"""Finds the headers of when something began and ended, from which hours follow that nobody works out but who keeps the ledger."""

import re

from etl.kinds import HOURS
from etl.recognition.table_header import UNFED, TableHeader

_TIMES = re.compile(
    "(?:服务|活动)?(?:开始|结束|起始|截止|签到|签退|上班|下班|到岗|离岗|上岗)时间?|起止时间|时间段|时段"
)
BEGIN_AND_END = 2  # headers
NEARER = 0.5  # to a record type of hours, in headers understood


def times_beside(header: TableHeader) -> list[str]:
    """Return the headers of times of day that feed nothing."""
    return [match.header for match in header.matches if match.how in UNFED and _TIMES.fullmatch(match.header)]


def nearer_by_times(header: TableHeader) -> float:
    """Return how much nearer to its record type the times beside bring a header: to one of hours."""
    has_hours = any(column.kind is HOURS and column.is_required for column in header.record.columns)
    return NEARER if has_hours and len(times_beside(header)) >= BEGIN_AND_END else 0


def hours_from_times(header: TableHeader | None) -> str:
    """Return what to write where hours are lacking and times stand beside, "" where none do."""
    times = times_beside(header) if header else []
    if not times:
        return ""
    return f"“{'”“'.join(times)}”不会自动算成时长：请加一列“服务时长”，写算好的小时数（21:30到23:00写1.5），再导入。"
