"""Works out which community reported which record type for which months, which keeps 未报送 apart from a true zero.

A ledger covers the months its title, sheet name or file name states, and those from the first to the last date of its rows:
whoever notes down in November that a case was closed has a ledger that is kept until then. A month without a row is not
covered where the community reported a sum (汇总上报) of the same that is more than nothing: then rows are missing. What is held
now and then, as surveys are, covers the months of its rows alone: between two surveys nobody was asked.

Columns by which rows are counted have a coverage of their own: a ledger in which most rows of a community have no method does not
tell how many courses there were (activity.method), and one in which some have none is no base for a change (activity.method.filled);
one without the header of completion days not that no order was completed. So have lists
that tell since when they are kept (fund_decision.decided_on): what was paid before the first decision is not known to be undecided.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import duckdb
from dateutil.relativedelta import relativedelta

from etl import declarations
from etl.building import account
from etl.building.database import TODAY
from etl.building.insertion import insert_rows
from etl.building.register import Register
from etl.cleaning.cleaned_ledger import TableReport
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.filled_columns import ACTIVITY_TERM, LEAST_COMPARED, LEAST_KNOWN, filled_ledger
from etl.recognition.stated_period import StatedPeriod
from etl.records.summary import ITEM_RECORDS
from etl.records.taxonomy import SORTING_COLUMNS
from etl.schema import RecordType
from indicators.periods import first_of, months

CommunitySheet = tuple[str, str, str, str]  # record type, file, sheet, community
LedgerMonth = tuple[str, str, date]  # community, record type or ledger that tells a column, first day of the month


def create(
    connection: duckdb.DuckDBPyConnection, cleaned: Sequence[tuple[Job, FileReport]], register: Register
) -> None:
    """Create `coverage`: one row per community, record type and month reported."""
    monthly = declarations.monthly_records().values()
    # Sums do not lengthen the year that a ledger of records states: they stand in for what it does not hold.
    _, last_day = extent(connection, [record for record in monthly if not record.is_reported_sum])
    tables = [(report, table) for _, report in cleaned for table in report.tables]
    stated: dict[tuple[str, str, str], list[StatedPeriod]] = defaultdict(list)
    for report, table in tables:
        stated[report.file, table.sheet, table.record] += [table.stated_period] if table.stated_period else []
    covered: set[tuple[str, str, date]] = set()
    surveys = [record.id for record in monthly if record.is_occasional and not record.is_reported_sum]
    covered |= {
        (community, record, month) for record in surveys for community, _, month in _with_rows(connection, record)
    }
    with_column = _ledgers_with_column(connection)
    with_header = _ledgers_with_header(tables)
    for record, file, sheet, community, first, last in connection.execute(_first_and_last_days()).fetchall():
        if record in surveys:
            continue
        periods = [*stated[file, sheet, record], *_quarters(declarations.record_types()[record], first, last)]
        for month in _covered_months(first, last, periods, last_day):
            told = {*with_column[record, file, sheet, community], *with_header[record, file, sheet]}
            covered |= {(community, ledger, month) for ledger in (record, *told)}
    covered |= set(_since_first_rows(connection, last_day))
    covered |= set(_empty_ledgers((table for _, table in tables), register, last_day))
    covered -= _summed_without_rows(connection)
    matched = connection.execute(
        "select community, list(distinct matched_on) from taxonomy group by community"
    ).fetchall()
    covered |= set(sorted_months(dict(matched), covered))
    connection.execute("create table coverage (community varchar, record varchar, month date)")
    insert_rows(connection, "coverage", sorted(covered))


def _summed_without_rows(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, str, date]]:
    """Return (community, record type, month) of which a community reported a sum, and no row tells of that month by any date."""
    sums = connection.execute("select distinct community, item, month_on from summary where value <> 0").fetchall()
    summed = {(community, record, month) for community, item, month in sums for record in ITEM_RECORDS[item]}
    summed -= {key for record in {record for _, record, _ in summed} for key in _with_rows(connection, record)}
    return {(community, ledger, month) for community, record, month in summed for ledger in _ledgers_of(record)}


def _ledgers_of(record: str) -> tuple[str, ...]:
    """Return what the coverage calls the ledgers of a record type: those that tell each column by which rows are counted, too."""
    declared = declarations.record_types()[record]
    told = list(map(declared.ledger_with, declared.tellers))
    return record, *dict.fromkeys((*told, *map(filled_ledger, told)))


def _ledgers_with_column(connection: duckdb.DuckDBPyConnection) -> Mapping[CommunitySheet, list[str]]:
    """Return which columns by which rows are counted a community's rows of a sheet tell, as the coverage calls them."""
    ledgers: dict[CommunitySheet, list[str]] = defaultdict(list)
    for record in (declarations.record_types()[id] for id in sorted(account.records(connection))):
        for column in (column for column in record.columns if column.counted_by):
            query = (
                f"select source_file, sheet, community, count({column.name}) / count(*) from {record.id} group by all"
            )
            for file, sheet, community, share in connection.execute(query).fetchall():
                ledgers[record.id, file, sheet, community] += told_by_cells(record.ledger_with(column.name), share)
    return ledgers


def told_by_cells(ledger: str, share: float) -> list[str]:
    """Return the ledgers that a sheet is in which this share of the rows has a value in a column."""
    filled = filled_ledger(ledger)
    if filled == ledger:
        return [ledger] if share else []
    return [name for name, least in ((ledger, LEAST_KNOWN), (filled, LEAST_COMPARED)) if share >= least]


def _ledgers_with_header(tables: Iterable[tuple[FileReport, TableReport]]) -> Mapping[tuple[str, str, str], set[str]]:
    """Return by record type, file and sheet the columns that are told by their header, whether or not a cell below is filled."""
    ledgers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for report, table in tables:
        record = declarations.record_types()[table.record]
        by_cells = {column.name for column in record.columns if column.counted_by in ("cells", "every_row")}
        told = (name for name in table.headed if name not in by_cells)
        ledgers[table.record, report.file, table.sheet].update(map(record.ledger_with, told))
    return ledgers


def sorted_months(matched: Mapping[str, Iterable[str]], covered: Iterable[LedgerMonth]) -> Iterator[LedgerMonth]:
    """Yield (community, ledger, month) of the activities that say what their community sorts them by (activity.term).

    `matched` holds what the taxonomy of each community looks at (归类依据).
    """
    months_of: dict[tuple[str, str], set[date]] = defaultdict(set)
    for community, ledger, month in covered:
        if community in matched:
            months_of[community, ledger].add(month)
    for community, words in matched.items():
        told = [f"activity.{SORTING_COLUMNS[word]}" for word in words if word in SORTING_COLUMNS]
        for term, ledgers in ((ACTIVITY_TERM, told), (filled_ledger(ACTIVITY_TERM), list(map(filled_ledger, told)))):
            months_of_all = set.intersection(*(months_of[community, ledger] for ledger in ("activity", *ledgers)))
            yield from ((community, term, month) for month in months_of_all)


def _since_first_rows(connection: duckdb.DuckDBPyConnection, last_day: date | None) -> Iterator[tuple[str, str, date]]:
    """Yield (community, ledger, month) since the first row of lists that tell since when they are kept (fund_decision.decided_on)."""
    for record in (record for record in declarations.record_types().values() if record.begins_on):
        query = f"select community, min({record.begins_on}) from {record.id} group by community"
        for community, first in connection.execute(query).fetchall():
            for month in _between(first, last_day or first):
                yield community, record.ledger_with(record.begins_on), month


def _with_rows(connection: duckdb.DuckDBPyConnection, record: str) -> list[tuple[str, str, date]]:
    """Return (community, record type, month) of every month that a row of this record type tells of."""
    dates = declarations.record_types()[record].coverage_dates
    months = " union ".join(
        f"select community, '{record}', cast(date_trunc('month', {day}) as date) from {record}" for day in dates
    )
    return connection.execute(months).fetchall()


def _first_and_last_days() -> str:
    """Return the query of (record type, file, sheet, community, first day, last day)."""
    return f"select record, source_file, sheet, community, first_day, {_last_day()} from account"


def extent(
    connection: duckdb.DuckDBPyConnection, records: Iterable[RecordType] | None = None
) -> tuple[date | None, date | None]:
    """Return the first and last day of these record types, all but the register unless named, by every date that shows a month was reported."""
    ids = [record.id for record in (declarations.monthly_records().values() if records is None else records)]
    query = f"select min(first_day), max({_last_day()}) from account where list_contains(?, record)"
    first, last = connection.execute(query, [ids]).fetchall()[0]
    return first, last


def _last_day() -> str:
    """Return the SQL of the last day that rows tell of: a sum is of a whole month, of the present one until today."""
    sums = ", ".join(f"'{id}'" for id, record in declarations.record_types().items() if record.is_reported_sum)
    until = f"case when last_day is not null then least(last_day(last_day), {TODAY}) end"
    return f"case when record in ({sums}) then {until} else last_day end"


def _quarters(record: RecordType, first: date, last: date) -> Iterator[StatedPeriod]:
    """Yield the stretch from the first list to the end of the quarter of the last one, of lists that are renewed each quarter."""
    if record.is_quarterly:
        yield StatedPeriod(first.replace(day=1), first_of(last, "quarter") + relativedelta(months=2))


def _covered_months(first: date, last: date, periods: Iterable[StatedPeriod], last_day: date | None) -> set[date]:
    """Return the months that rows and stated periods cover, each as its first day."""
    covered = set(_between(first, last))
    for period in periods:
        covered |= set(_between(period.first, min(period.last, last_day or last)))
    return covered


def _between(first: date, last: date) -> list[date]:
    return [month.from_on for month in months(first, last)]


def _empty_ledgers(
    reports: Iterable[TableReport], register: Register, last_day: date | None
) -> Iterator[tuple[str, str, date]]:
    """Yield (community, record type, month) of ledgers without a record: one that states its period reports zeros."""
    for report in reports:
        community = register.find_in(report.context)
        is_empty = report.loaded == 0 and report.refused == 0 and not report.is_all_zero
        if is_empty and report.stated_period and community and last_day:
            for month in _between(report.stated_period.first, min(report.stated_period.last, last_day)):
                yield from ((community, ledger, month) for ledger in _ledgers_of(report.record))
