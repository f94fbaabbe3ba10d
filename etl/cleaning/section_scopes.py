"""Tells lines between rows that name another year or community than the one stated for all rows: 附：2024年活动, 去年同期, 社西社区活动."""

import re
from collections.abc import Mapping

import numpy as np

from etl import parse
from etl.cleaning import section_numbers
from etl.cleaning.coded_column import CodedColumn, rows_where_any
from etl.columns import COMMUNITY
from etl.recognition.ledger_tables import LedgerTable
from etl.recognition.meanings import CHECKED

_YEAR = re.compile(r"(20\d\d)\s*年")
_FORMER_YEAR = re.compile("去年|上年(?!度考核)|上一年|往年|前年")
_WITH_YEAR = r"(^|\D)(19|20)\d\d(\D|$)|^\d{8}$|^\d\d[年./-]\d"
_MONTH = re.compile(r"\s*(?:20\d\d\s*年)?\s*(\d{1,2})\s*月份?\s*[:：]?")
_WITH_MONTH = r"\d\s*[月./-]"
# 二、社西社区活动, not 走进社区, 本社区活动, 各社区联合活动
_COMMUNITY = re.compile(
    r"([一-鿿A-Za-z\d]{1,8}(?:社区|村))的?(?:活动|服务|情况|明细|名单|部分|台账|记录|居民|志愿者|人员){0,2}[:：]?"
)
_NO_NAME = re.compile(
    "(本|我|各|全|该|进|走进|其他|其它|外|共建|联合|周边|辖区)(社区|村)|.*(走?进|共建|送到|深入|[和与及])(社区|村)|(联合|携手|走进|走访|结对|帮扶|参观|[与和到赴在]).*"
)
_MARK = re.compile(rf"\s*({section_numbers.ANY_LEVEL}|附[:：]?)?\s*")


def of_another(
    line: str, place: int, table: LedgerTable, columns: Mapping[int, CodedColumn], year: int | None
) -> tuple[np.ndarray, str] | None:
    """Return which rows of a table a line (in sheet row `place`) above them would take out of what is stated for all, with a sentence; None where it says nothing of the kind.

    `year` is that of dates without one.
    """
    if year and _names_another_year(line, year):
        return ~_has_year(table, columns), (
            f"这一行在第{place}行“{parse.without_personal_data(line)}”下面，日期没有写年份，看不出是不是{year}年，没有入库。"
            f"请把年份写进日期；确实是{year}年的，加 --set {CHECKED}=是。"
        )
    month = table.header.stated_month.month
    if month and (other := _MONTH.fullmatch(line)) and int(other[1]) != month:
        return ~rows_where_any(_dates(table, columns), _WITH_MONTH, table.stop - table.start), (
            f"这一行在第{place}行“{line.strip()}”下面，日期只写了日，说明的是{month}月，没有入库。"
            f"请把月份写进日期（{other[1]}月3日这样）；确实是{month}月的，加 --set {CHECKED}=是。"
        )
    stated = table.constants.get(COMMUNITY.name)
    named = _community(line)
    if stated and named and named not in stated and stated not in named:
        return np.ones(table.stop - table.start, bool), (
            f"这一行在第{place}行“{parse.without_personal_data(line)}”下面，像“{named}”的，不是“{stated}”的，没有入库。"
            f"请加一列“社区”写明各行是哪个社区的；确实都是“{stated}”的，加 --set {CHECKED}=是。"
        )
    return None


def _names_another_year(line: str, year: int) -> bool:
    years = {int(text) for text in _YEAR.findall(line)}
    return year not in years if years else bool(_FORMER_YEAR.search(line))


def _has_year(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> np.ndarray:
    """Tell which rows have a date with its year, and need none from elsewhere."""
    return rows_where_any(_dates(table, columns), _WITH_YEAR, table.stop - table.start)


def _dates(table: LedgerTable, columns: Mapping[int, CodedColumn]) -> list[CodedColumn]:
    names = (name for name in table.sources if table.record.column(name).kind.sql_type == "date")
    return [columns[index] for name in names for index in table.sources[name]]


def _community(line: str) -> str:
    """Return the community that a line names, "" where it names none."""
    match = _COMMUNITY.fullmatch(_MARK.sub("", line, count=1).strip())
    return match[1] if match and not _NO_NAME.fullmatch(match[1]) else ""
