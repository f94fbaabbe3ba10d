"""Where the figures of a pack come from: the ledgers with rows behind them, and what was found wrong in these."""

from collections.abc import Sequence
from datetime import date

from etl.declarations import record_types
from evidence.pack import content
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Filters
from warehouse import ledgers, records
from warehouse.build import Build
from warehouse.ledgers import SourceFile
from wording.states import WORDS


def sources(build: Build, ids: Sequence[str], filters: Filters, k: int) -> tuple[content.Source, ...]:
    """Return the ledgers with at least one row that these figures may rest on, each with what became of all its rows."""
    files = {(record, file) for record in records_of(ids) for file in _files(build, record, ids, filters)}
    sheets = [sheet for sheet in ledgers.source_files(build) if (sheet.record, sheet.file) in files]
    by_file: dict[tuple[str, str], list[SourceFile]] = {}
    for sheet in sheets:
        by_file.setdefault((sheet.record or "", sheet.file), []).append(sheet)
    return tuple(_source(record, by_file[record, file], k) for record, file in sorted(by_file))


def _source(record: str, sheets: Sequence[SourceFile], k: int) -> content.Source:
    """Return what became of the rows of one record type in one file."""
    read, loaded, refused, skipped = (
        sum(getattr(sheet, count) for sheet in sheets) for count in ("read", "loaded", "refused", "skipped")
    )
    label = record_types()[record].label
    return content.Source(sheets[0].file, sheets[0].sha256, label, *_shown(record, read, loaded, k), refused, skipped)


def _shown(record: str, read: int, loaded: int, k: int) -> tuple[int | str, int | str]:
    """Return rows read and loaded, or a word: a row of such a ledger is a person, so few rows are a small number of people."""
    counting = (
        t for one in catalogue().values() for t in one.aggregates if t.of_people and t.expression.startswith("count")
    )
    is_of_people = any(record in tables.records_of(aggregate.table) for aggregate in counting)
    hidden = WORDS["hidden"]
    return (hidden, hidden) if is_of_people and 0 < loaded < k else (read, loaded)


def problems(build: Build, sources: Sequence[content.Source]) -> tuple[content.Problem, ...]:
    """Return what was found in these ledgers, refused rows first, skipped ones last."""
    files = {source.file for source in sources}
    return tuple(
        content.Problem(problem.file, problem.sheet, problem.row_no, problem.column, problem.cell, problem.message)
        for problem in ledgers.problems(build)
        if problem.file in files
    )


def records_of(ids: Sequence[str]) -> list[str]:
    """Return the record types that these indicators rest on."""
    named = (
        record
        for id in ids
        for aggregate in catalogue()[id].aggregates
        for record in tables.records_of(aggregate.table)
    )
    return sorted(set(named))


def _files(build: Build, record: str, ids: Sequence[str], filters: Filters) -> list[str]:
    return records.files(build, record, filters.communities, _from(record, ids, filters), filters.to_on)


def _from(record: str, ids: Sequence[str], filters: Filters) -> date:
    """Return the first day that matters: what is counted up to a date, or stands at one, rests on all before it."""
    spans = {t.span for id in ids for t in catalogue()[id].aggregates if record in tables.records_of(t.table)}
    return filters.from_on if spans == {"period"} else date.min
