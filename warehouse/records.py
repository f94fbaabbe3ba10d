"""Reads the record tables of a build as they were loaded, row by row, for communities and a stretch of time."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc

from etl.declarations import record_types
from warehouse.build import Build
from warehouse.cell_files import CommunityQuery
from warehouse.ledgers import SheetKey, rows_by_community

_LINEAGE = "source_file, sheet, row_no"


def rows(build: Build, record: str, communities: Sequence[str], from_on: date, to_on: date, limit: int) -> pa.Table:
    """Return rows of a record type with file, sheet and row number, by community and day.

    Communities are asked one after the other until there are enough: all rows put in order for some of them take longer than all else.
    """
    day = record_types()[record].placed_on
    query = f"select * from {record} where community = ? and {day} between ? and ? order by {day}, {_LINEAGE} limit ?"
    parts: list[pa.Table] = []
    for community in sorted(communities) or ("",):
        left = limit - sum(part.num_rows for part in parts)
        if left > 0 or not parts:
            parts.append(build.table(query, (community, _start(record, from_on), to_on, left)))
    return pa.concat_tables(parts)


def count(build: Build, record: str, communities: Sequence[str], from_on: date, to_on: date) -> int:
    """Return how many rows `rows` would return without a limit."""
    query = f"select count(*) from {record} where {_in_window(record)}"
    return int(build.rows(query, (list(communities), _start(record, from_on), to_on))[0][0])


def files(build: Build, communities: Sequence[str], from_on: Mapping[str, date], to_on: date) -> list[tuple[str, str]]:
    """Return (record type, name of a ledger) of each ledger that holds rows of a record type from the day on which that begins to count."""
    if not from_on:
        return []
    first_days = {record: _start(record, first) for record, first in from_on.items()}
    told = [
        files_query(record)
        for record, first in first_days.items()
        if (first.year, first.month) != (to_on.year, to_on.month)
    ]
    stored = {query.table: answer for query, answer in build.stored(told).items()}
    named = [
        (record, file)
        for record, answer in stored.items()
        for file in _files_in(answer, communities, first_days[record], to_on)
    ]
    if others := [record for record in from_on if record not in stored]:
        queries = (
            f"select distinct '{record}', source_file from {record} where {_in_window(record)}" for record in others
        )
        days = ((list(communities), first_days[record], to_on) for record in others)
        named += build.rows(" union all ".join(queries), tuple(chain.from_iterable(days)))
    return sorted(named)


def files_query(record: str) -> CommunityQuery:
    """Return the query which ledgers hold rows of each community, by the first and the last day of each month on which they do.

    Windows that reach beyond a month need no more: where they touch those days of it, they hold one of the two.
    """
    day = record_types()[record].placed_on
    sql = (
        f"select community, source_file, min({day}) as first_on, max({day}) as last_on\n"
        f"from {record} where {day} is not null group by community, source_file, date_trunc('month', {day})"
    )
    return CommunityQuery(record, sql)


def _files_in(answer: pa.Table, communities: Sequence[str], from_on: date, to_on: date) -> list[str]:
    """Return the ledgers with rows of some communities within days that do not all lie in one month."""
    first, last = answer["first_on"], answer["last_on"]
    touches = pc.and_(pc.less_equal(first, to_on), pc.greater_equal(last, from_on))
    is_chosen = pc.is_in(answer["community"].cast(pa.string()), pa.array(communities, pa.string()))
    names: list[str] = answer.filter(pc.and_(is_chosen, touches))["source_file"].unique().to_pylist()
    return names


def loaded_rows(build: Build) -> dict[SheetKey, dict[str, int]]:
    """Return {(record type, file, sheet): {community: rows}} of all record tables."""
    counts = (
        f"select '{record}', source_file, sheet, community, count(*) from {record} group by all"
        for record in record_types()
    )
    return rows_by_community(build.rows(f"{' union all '.join(counts)} order by all"))


def unloaded_rows(build: Build, record: str, communities: Sequence[str], from_on: date, to_on: date) -> int:
    """Return how many rows were refused in sheets that hold rows of these communities and days; not those that are there already."""
    query = f"""
        select count(distinct (file, sheet, row_no)) from problem
        where record = '{record}' and severity = '拒收' and row_no is not null and code not in ('same_key', 'sent_twice')
          and (community is null or list_contains(?, community))
          and exists (select 1 from {record} as loaded
                      where loaded.source_file = problem.file and loaded.sheet = problem.sheet
                        and list_contains(?, loaded.community) and loaded.{record_types()[record].placed_on} between ? and ?)
        """
    places = list(communities)
    return int(build.rows(query, (places, places, _start(record, from_on), to_on))[0][0])


def row_numbers(build: Build, record: str, file: str, sheet: str) -> set[int]:
    """Return the rows of a ledger's sheet that were loaded as a record type, as the spreadsheet shows them."""
    query = f"select distinct row_no from {record} where source_file = ? and sheet = ?"
    return {row_no for (row_no,) in build.rows(query, (file, sheet))}


def strands(build: Build) -> list[str]:
    """Return the strands (板块) of activities, the most frequent first."""
    query = "select strand from activity where strand is not null group by strand order by count(*) desc, strand"
    return [strand for (strand,) in build.rows(query)]


def funds(build: Build, communities: Sequence[str]) -> list[str]:
    """Return the funds that were given to in these communities, by name."""
    where = "fund_name is not null and list_contains(?, community)"
    return [
        fund
        for (fund,) in build.rows(
            f"select distinct fund_name from donation where {where} order by 1", (list(communities),)
        )
    ]


def employers(build: Build, communities: Sequence[str]) -> list[str]:
    """Return those who employ staff in these communities, by name."""
    where = "employer is not null and list_contains(?, community)"
    return [
        employer
        for (employer,) in build.rows(
            f"select distinct employer from staff where {where} order by 1", (list(communities),)
        )
    ]


def occasions(build: Build, table: str, column: str, communities: Sequence[str]) -> list[str]:
    """Return what the rows of a table in these communities were for, by the name in a column of it."""
    where = f"{column} is not null and list_contains(?, community)"
    sql, chosen = f"select distinct {column} from {table} where {where} order by 1", tuple(communities)
    named = build.remembered((sql, chosen), lambda: build.rows(sql, (list(chosen),)))  # every claim of a draft asks
    return [occasion for (occasion,) in named]


def stated_words(
    build: Build, table: str, columns: Sequence[str], words: Sequence[str], communities: Sequence[str]
) -> list[str]:
    """Return those of some words that a row of a table in these communities states, alone, in one of some columns."""
    queries = [
        f"select distinct {column} from {table} where list_contains(?, {column}) and list_contains(?, community)"
        for column in columns
    ]
    sql, chosen = f"{' union '.join(queries)} order by 1", (tuple(words), tuple(communities))
    parameters = (list(words), list(communities)) * len(columns)
    stated = build.remembered((sql, chosen), lambda: build.rows(sql, parameters))
    return [word for (word,) in stated]


def _in_window(record: str) -> str:
    return f"list_contains(?, community) and {record_types()[record].placed_on} between ? and ?"


def _start(record: str, from_on: date) -> date:
    """Return the first day that counts: entries of the register stay in force, so those of earlier days count too."""
    return date.min if record_types()[record].is_register else from_on
