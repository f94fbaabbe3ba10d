"""What indicators may name: the tables of a build, their columns, and the record types each rests on."""

from collections import ChainMap
from collections.abc import Iterable
from functools import cache

from etl import declarations
from etl.fact import Fact
from etl.schema import RecordType


@cache
def _declared() -> dict[str, RecordType | Fact]:
    return {**declarations.record_types(), **declarations.facts()}


def records_of(table: str) -> tuple[str, ...]:
    """Return the record types whose ledgers fill a table."""
    declared = _declared()[table]
    return declared.records if isinstance(declared, Fact) else (table,)


def groups_of(table: str) -> tuple[str, ...]:
    """Return the columns by which figures of a table may be split, the usual one first."""
    return _declared()[table].groups


def bands_of(table: str, column: str) -> frozenset[str]:
    """Return the bands into which a table puts the numbers of a column; none where it has none or is a fact."""
    declared = _declared()[table]
    derived = () if isinstance(declared, Fact) else declared.derived
    return frozenset(
        band for column_of_bands in derived if column_of_bands.bands_of == column for band in column_of_bands.bands
    )


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table, those of people and parties as they are stored (key, name)."""
    declared = _declared()[table]
    if isinstance(declared, Fact):
        return tuple(declared.columns)
    return tuple(declared.stored)


@cache
def is_register(table: str) -> bool:
    """Return whether a table rests on the register alone: it holds communities on a day, not what they reported for months."""
    return records_of(table) == (declarations.register().id,)


def are_rosters(ledgers: Iterable[str]) -> bool:
    """Return whether ledgers are all lists of what there is: once sent they hold for every month, but for those that say since when."""
    records = declarations.record_types()
    return all(records[record_of(ledger)].is_roster and not _says_since_when(ledger) for ledger in ledgers)


def _says_since_when(ledger: str) -> bool:
    record = declarations.record_types()[record_of(ledger)]
    return bool(record.begins_on) and ledger == record.ledger_with(record.begins_on)


def are_voluntary(ledgers: Iterable[str]) -> bool:
    """Return whether ledgers are all of mechanisms that a community may not have: who never sent one owes none."""
    return all(declarations.record_types()[record_of(ledger)].is_voluntary for ledger in ledgers)


def begin_with_first_month(ledgers: Iterable[str]) -> bool:
    """Return whether nothing was there before the first month of ledgers: money was spent before decisions on it were listed."""
    return not any(declarations.record_types()[record_of(ledger)].begins_on for ledger in ledgers)


def record_of(ledger: str) -> str:
    """Return the record type of a ledger, which may be named with a column that it tells: activity of activity.method."""
    return ledger.partition(".")[0]


def ledgers_telling(table: str, column: str) -> list[str]:
    """Return the ledgers behind a table that must have been reported where its rows are counted by a column that they tell."""
    records = (declarations.record_types()[record] for record in records_of(table) if column in columns_of(record))
    return [each.ledger_with(column) if column in each.tellers else each.id for each in records]


@cache
def is_monthly(table: str) -> bool:
    """Return whether a table is reported month by month; the register and surveys, held now and then, are not."""
    records = declarations.monthly_records()
    return any(record in records and not records[record].is_occasional for record in records_of(record_of(table)))


def label_of(table: str, column: str) -> str:
    """Return the Chinese label of a column, stored ones of people and parties too (服务对象代码).

    What a fact takes over from a ledger of its own without naming it is labelled as there: its rows are shown with all columns.
    """
    declared = _declared()[table]
    if isinstance(declared, RecordType):
        return _labels(declared)[column]
    taken_over = (_labels(record) for id, record in declarations.record_types().items() if id in declared.records)
    return ChainMap(dict(declared.columns), *taken_over)[column]


def _labels(record: RecordType) -> dict[str, str]:
    labels = {derived.name: derived.label for derived in record.derived}
    labels |= {declaration.name: declaration.label for declaration in record.columns}
    labels |= {declaration.key_name: f"{declaration.label}代码" for declaration in record.columns}
    labels |= {declaration.organisation_name: f"{declaration.label}（单位）" for declaration in record.columns}
    labels |= {declaration.nature_name: f"{declaration.label}（单位或个人）" for declaration in record.columns}
    return labels


def short_label(table: str, column: str) -> str:
    """Return the Chinese label of a column without the remark in brackets that some end in."""
    return label_of(table, column).partition("（")[0]


def name_of(table: str) -> str:
    """Return the Chinese name of a record table or fact."""
    return _declared()[table].label
