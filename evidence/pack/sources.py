"""Where the figures of a pack come from: the ledgers with rows behind them, and what was found wrong in these."""

from collections.abc import Sequence
from datetime import date

from etl.declarations import record_types
from evidence.pack.content import LedgerProblem, LedgerSource
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Aggregate, Filters
from warehouse import ledgers, records
from warehouse.build import Build
from warehouse.ledgers import SourceFile
from wording.unloaded_rows import row_count_words, without_contents


def sources(build: Build, ids: Sequence[str], filters: Filters, k: int) -> tuple[LedgerSource, ...]:
    """Return the ledgers with at least one row that these figures may rest on, each with what became of all its rows."""
    from_on = {record: _first_day_that_matters(record, ids, filters) for record in records_of(ids)}
    used = {*records.files(build, filters.communities, from_on, filters.to_on)}
    sheets_of: dict[tuple[str, str], list[SourceFile]] = {}
    for sheet in ledgers.source_files(build):
        if (sheet.record, sheet.file) in used:
            sheets_of.setdefault((sheet.record or "", sheet.file), []).append(sheet)
    return tuple(_source(record, sheets_of[record, file], k) for record, file in sorted(sheets_of))


def _source(record: str, sheets: Sequence[SourceFile], k: int) -> LedgerSource:
    """Return what became of the rows of one record type in one file."""
    read, loaded, refused, skipped = (
        sum(getattr(sheet, count) for sheet in sheets) for count in ("read", "loaded", "refused", "skipped")
    )
    read_words, loaded_words = row_count_words(record, read, k), row_count_words(record, loaded, k)
    label = record_types()[record].label
    return LedgerSource(sheets[0].file, sheets[0].sha256, label, read_words, loaded_words, refused, skipped)


def problems(build: Build, sources: Sequence[LedgerSource]) -> tuple[LedgerProblem, ...]:
    """Return what was found in these ledgers, refused rows first, skipped ones last; cells of people's rows stay out."""
    files = {source.file for source in sources}
    return tuple(
        LedgerProblem(problem.file, problem.sheet, problem.row_no, problem.column, problem.cell, problem.message)
        for problem in map(without_contents, ledgers.problems(build))
        if problem.file in files
    )


def records_of(ids: Sequence[str]) -> list[str]:
    """Return the record types that these indicators rest on."""
    aggregates = (aggregate for id in ids for aggregate in catalogue()[id].aggregates)
    return sorted({record for aggregate in aggregates for record in tables.records_of(aggregate.table)})


def _aggregates_over(record: str, ids: Sequence[str]) -> list[Aggregate]:
    """Return what these indicators count in the rows of a record type."""
    aggregates = (aggregate for id in ids for aggregate in catalogue()[id].aggregates)
    return [aggregate for aggregate in aggregates if record in tables.records_of(aggregate.table)]


def _first_day_that_matters(record: str, ids: Sequence[str], filters: Filters) -> date:
    """Return date.min where something is counted up to a date or stands at one, and so rests on all rows before it."""
    spans = {aggregate.span for aggregate in _aggregates_over(record, ids)}
    return filters.from_on if spans == {"period"} else date.min
