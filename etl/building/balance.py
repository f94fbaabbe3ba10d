"""Checks the accounts of a build: every row that was read is in it, or it is told why not."""

import duckdb

from command_line import UserError
from etl import declarations


class Unsound(UserError):
    """The accounts of a build do not balance, which is this program's fault; the former build stays in use."""

    def __init__(self, finding: str) -> None:
        super().__init__(f"程序自查没有通过：{finding}。没有发布新批次，原批次不变；请把这句话告诉维护人员。")


# Refused rows of a sheet that no problem names, unless one speaks for many: a file sent twice, a column that is not there.
# Refusals are counted rather than rows: where each month is a column, one row of the sheet holds several records.
_UNREPORTED = """
    select file, sheet, read, loaded, refused, skipped from source_file
    left join (select file, sheet, record, count(row_no) as told from problem
               where severity = '拒收' group by all) using (file, sheet, record)
    where refused > coalesce(told, 0) and file not in (select file from problem where code = 'sent_twice')
      and (file, sheet, record) not in (select (file, sheet, record) from problem
          where code in ('missing_column', 'missing_year', 'missing_community'))
    order by all
"""
_UNBALANCED = """
    select file, sheet, read, loaded, refused, skipped from source_file
    where error is null and read <> loaded + refused + skipped order by all
"""


def check_balance(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise Unsound unless every row read is loaded, refused or skipped, and every refusal is told; each side is counted apart."""
    if line := connection.execute(_UNBALANCED).fetchone() or connection.execute(_UNREPORTED).fetchone():
        file, sheet, read, loaded, refused, skipped = line
        place = f"{file}“{sheet}”" if sheet else file
        raise Unsound(f"{place}读 {read} 行，入库 {loaded}、拒收 {refused}、跳过 {skipped}，账目不平")
    counted = dict(connection.execute("select record, sum(loaded) from source_file group by record").fetchall())
    each = (f"select '{record}', count(*) from {record}" for record in declarations.record_types())
    for record, stored in connection.execute(" union all ".join(each)).fetchall():
        if stored != counted.get(record, 0):
            raise Unsound(f"{record} 表有 {stored} 行，各文件入库合计 {counted.get(record, 0)} 行")
