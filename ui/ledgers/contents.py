"""What a build says besides figures: places, strands, files, problems, and records as they were loaded."""

from typing import Any

import pyarrow as pa

from etl.declarations import record_types
from indicators.model import Filters
from warehouse.build import Build


def places(build: Build) -> list[dict[str, Any]]:
    """Return every community with city, district and street, in the order of the register."""
    return build.table(
        "select place.community, place.city, place.district, place.street from place"
        " left join (select community, min(as_of_on) as as_of_on, min(source_file) as file, min(row_no) as row_no"
        " from community group by community) as entry using (community) order by as_of_on, file, row_no, community"
    ).to_pylist()


def strands(build: Build) -> list[str]:
    """Return the strands (板块) of activities, the most frequent first."""
    query = "select strand from activity where strand is not null group by strand order by count(*) desc, strand"
    return [strand for (strand,) in build.rows(query)]


def refused(build: Build) -> int:
    """Return how many rows of all ledgers were refused."""
    return int(build.rows("select coalesce(sum(refused), 0) from source_file")[0][0])


def problems(build: Build) -> list[dict[str, Any]]:
    """Return every problem, those that kept a row out first."""
    return build.table(
        'select severity, message, file, sheet, row_no, "column", cell, record, community from problem'
        " order by case severity when '拒收' then 0 when '提示' then 1 else 2 end, file, sheet, row_no"
    ).to_pylist()


def files(build: Build, record: str = "") -> pa.Table:
    """Return the account of every file, or of those of one record type, under Chinese headers."""
    return build.table(
        'select file as "文件", sheet as "工作表", encoding as "编码", read as "读", loaded as "入库", refused as "拒收",'
        ' skipped as "跳过", error as "没有读成的原因" from source_file where ? in (\'\', record) order by file, sheet',
        (record,),
    )


def printed_totals(build: Build) -> pa.Table:
    """Return the totals printed in ledgers beside our own sums, those that differ first."""
    return build.table(
        'select file as "文件", sheet as "工作表", row_no as "行号", column_label as "列", printed as "表上的合计",'
        " computed as \"逐行相加\", case when agrees then '相符' else '不符' end as \"核对\" from printed_total"
        " order by agrees, file, sheet, row_no"
    )


def records(build: Build, record: str, filters: Filters, limit: int) -> pa.Table:
    """Return the rows of a record table for communities and window, with file, sheet and row number."""
    where, values = _chosen(record, filters)
    order = f"order by community, {record_types()[record].placed_on}, source_file, sheet, row_no"
    return build.table(f"select * from {record} where {where} {order} limit ?", (*values, limit))


def record_count(build: Build, record: str, filters: Filters) -> int:
    """Return how many rows `records` would return without a limit."""
    where, values = _chosen(record, filters)
    return int(build.rows(f"select count(*) from {record} where {where}", values)[0][0])


def _chosen(record: str, filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """The register is asked as it stands on the last day: entries of earlier days are still in force."""
    declared = record_types()[record]
    window = f"{declared.placed_on} <= ?" if declared.is_register else f"{declared.placed_on} between ? and ?"
    days = (filters.to_on,) if declared.is_register else (filters.from_on, filters.to_on)
    return f"community in (select unnest(?)) and {window}", (list(filters.communities), *days)
