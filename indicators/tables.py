"""What indicators may name: the tables of a build, their columns, and the record types each rests on."""

from functools import cache

import etl.facts
import etl.records
from etl.schema import Column, Fact, RecordType
from registry import collect

REGISTER = "community"


@cache
def _declared() -> dict[str, RecordType | Fact]:
    return {**collect(etl.records, RecordType), **collect(etl.facts, Fact)}


def names() -> tuple[str, ...]:
    """Return the names of all record tables and facts."""
    return tuple(_declared())


def records_of(table: str) -> tuple[str, ...]:
    """Return the record types whose ledgers fill a table."""
    declared = _declared()[table]
    return declared.records if isinstance(declared, Fact) else (table,)


def groups_of(table: str) -> tuple[str, ...]:
    """Return the columns by which figures of a table may be split, the usual one first."""
    return _declared()[table].groups


def columns_of(table: str) -> tuple[str, ...]:
    """Return the columns of a table, those of people and parties as they are stored (key, name)."""
    declared = _declared()[table]
    if isinstance(declared, Fact):
        return tuple(declared.columns)
    stored = [name for column in declared.columns for name in _stored(column)]
    return (*stored, *(derived.name for derived in declared.derived))


def _stored(column: Column) -> tuple[str, ...]:
    if not column.kind.is_personal:
        return (column.name,)
    key = f"{column.name}_key"
    return (f"{column.name}_name", key) if column.kind.keeps_organisations else (key,)


def label_of(table: str, column: str) -> str:
    """Return the Chinese label of a column, stored ones of people and parties too (服务对象代码)."""
    declared = _declared()[table]
    if isinstance(declared, Fact):
        return declared.columns[column]
    labels = {one.name: one.label for one in declared.columns} | {one.name: one.label for one in declared.derived}
    labels |= {f"{name}_key": f"{label}代码" for name, label in labels.items()}
    return (labels | {f"{one.name}_name": f"{one.label}（单位）" for one in declared.columns})[column]


def short_label(table: str, column: str) -> str:
    """Return the Chinese label of a column without the remark in brackets that some end in."""
    return label_of(table, column).partition("（")[0]


def name_of(table: str) -> str:
    """Return the Chinese name of a record table or fact."""
    return _declared()[table].label
