"""Tells of single rows dated years away from what the ledger is of: 2015-02-12 among days of 2025 is a slip of the pen."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from etl.cleaning.table_body import TableBody
from etl.problem import Problem
from etl.recognition.stated_period import StatedPeriod, stated_period, stated_year

_FAR = 2  # years: what was done at the turn of a year, or a year late, is in many ledgers
_FAR_MONTHS = 3
_MOST_ALONE = 0.05  # of the rows, or one


def lone_years(body: TableBody, rows: pa.Table, is_loaded: np.ndarray) -> Iterator[Problem]:
    """Yield a remark for each year that few rows lie in, far from all others or from the one year stated around the table.

    Lists of what there is, and cases, begin long before.
    """
    record = body.table.record
    if record.is_roster or record.is_register or record.further_dates or body.table.header.is_checked:
        return
    days = rows[record.placed_on].to_numpy()
    years = days.astype("datetime64[Y]").astype(np.int64) + 1970
    is_dated = is_loaded & ~np.isnat(days.astype("datetime64[D]"))
    present, counts = np.unique(years[is_dated], return_counts=True)
    stated = stated_year(body.context)
    period = stated_period(body.context)
    if period and not period.is_of_whole_years:
        yield from _outside(body, days.astype("datetime64[M]"), is_dated, period)
        return
    for year, count in zip(present.tolist(), counts.tolist(), strict=True):
        others = present[(present != year) & (counts > count)] if stated is None else np.array([stated])
        if len(others) and np.abs(others - year).min() >= _FAR and count <= max(1, _MOST_ALONE * is_dated.sum()):
            offset = int(np.flatnonzero(is_dated & (years == year))[0])
            place = f"标题、工作表名或文件名写着{stated}年" if stated else f"别的行在{others.min()}年{_to(others)}"
            message = f"有{count}行的日期在{year}年，{place}，照常入库；年份写错的请改正。"
            yield body.problem("lone_year", "提示", message, offset, record.column(record.placed_on).label)


def _outside(body: TableBody, months: np.ndarray, is_dated: np.ndarray, period: StatedPeriod) -> Iterator[Problem]:
    """Yield a remark on few rows that lie months away from the part of a year that is stated: 2024-03 in 2025年3月."""
    first, last = (np.datetime64(day, "M") for day in (period.first, period.last))
    is_far = is_dated & ((months < first - _FAR_MONTHS) | (months > last + _FAR_MONTHS))
    if 0 < (count := int(is_far.sum())) <= max(1, _MOST_ALONE * is_dated.sum()) and count < is_dated.sum():
        offset = int(np.flatnonzero(is_far)[0])
        place = f"{first}" if first == last else f"{first}到{last}"
        message = f"有{count}行的日期在{months[offset]}，标题、工作表名或文件名写的是{place}，照常入库；写错的请改正。"
        label = body.table.record.column(body.table.record.placed_on).label
        yield body.problem("lone_year", "提示", message, offset, label)


def _to(years: np.ndarray) -> str:
    return f"到{years.max()}年" if years.max() > years.min() else ""
