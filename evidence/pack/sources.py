"""Where the figures of a pack come from: the ledgers with rows behind them, and what was found wrong in these."""

from collections.abc import Iterator, Sequence
from datetime import date

from etl.declarations import record_types
from evidence.pack import content
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse.build import Build
from wording.states import WORDS

SEVERITIES = ["拒收", "提示", "跳过"]


def sources(build: Build, ids: Sequence[str], filters: Filters, k: int) -> tuple[content.Source, ...]:
    """Return the ledgers with at least one row that these figures may rest on, each with what became of all its rows."""
    found = {(file, record) for record in records_of(ids) for file in _files(build, record, ids, filters)}
    query = (
        "select file, sha256, record, sum(read)::bigint, sum(loaded)::bigint, sum(refused)::bigint, sum(skipped)::bigint"
        " from source_file where record is not null group by all order by record, file"
    )
    labels = {id: record.label for id, record in record_types().items()}
    return tuple(
        content.Source(file, checksum, labels[record], *_shown(record, read, loaded, k), refused, skipped)
        for file, checksum, record, read, loaded, refused, skipped in build.rows(query)
        if (file, record) in found
    )


def _shown(record: str, read: int, loaded: int, k: int) -> tuple[int | str, int | str]:
    """Return rows read and loaded, or a word: a row of such a ledger is a person, so few rows are a small number of people."""
    counting = (
        t for one in catalogue().values() for t in one.aggregates if t.of_people and t.expression.startswith("count")
    )
    is_of_people = any(record in tables.records_of(aggregate.table) for aggregate in counting)
    hidden = WORDS["hidden"]
    return (hidden, hidden) if is_of_people and 0 < loaded < k else (read, loaded)


def problems(build: Build, files: Sequence[content.Source]) -> tuple[content.Problem, ...]:
    """Return what was found in these ledgers, refused rows first, skipped ones last."""
    query = (
        "select file, coalesce(sheet, ''), row_no, coalesce(\"column\", ''), coalesce(cell, ''), message from problem"
        " where file in (select unnest(?)) order by list_position(?, severity), file, sheet, row_no, 4, 6"
    )
    names = sorted({source.file for source in files})
    return tuple(content.Problem(*found) for found in build.rows(query, (names, SEVERITIES)))


def records_of(ids: Sequence[str]) -> list[str]:
    """Return the record types that these indicators rest on."""
    named = (
        record
        for id in ids
        for aggregate in catalogue()[id].aggregates
        for record in tables.records_of(aggregate.table)
    )
    return sorted(set(named))


def _files(build: Build, record: str, ids: Sequence[str], filters: Filters) -> Iterator[str]:
    query = (
        f"select distinct source_file from {record} where list_contains(?, community)"
        f" and {record_types()[record].placed_on} between ? and ?"
    )
    asked = (list(filters.communities), _from(record, ids, filters), filters.to_on)
    return (file for (file,) in build.rows(query, asked))


def _from(record: str, ids: Sequence[str], filters: Filters) -> date:
    """Return the first day that matters: what is counted up to a date, or stands at one, rests on all before it."""
    spans = {t.span for id in ids for t in catalogue()[id].aggregates if record in tables.records_of(t.table)}
    return filters.from_on if spans == {"period"} else date.min
