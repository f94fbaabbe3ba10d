"""Tells of the records that break a rule of their record type."""

from collections.abc import Iterator, Sequence

import numpy as np

from etl.cleaning.parsed_table import ParsedTable
from etl.problem import Problem, Severity
from etl.schema import Check


def broken_by_column(checks: Sequence[Check], broken: np.ndarray) -> dict[str, np.ndarray]:
    """Return by column the rows that break a check which points to it; `broken` holds the index of the check by row."""
    pointed = [check.column for check in checks]
    # an index of -1, no check, takes the last
    return {name: np.array([*(each == name for each in pointed), False])[broken] for name in dict.fromkeys(pointed)}


def broken_rules(
    parsed: ParsedTable, rules: Sequence[Check], broken: np.ndarray, code: str, severity: Severity
) -> Iterator[Problem]:
    """Yield a problem for each record that breaks a rule; `broken` holds the index of the rule by row, -1 for none.

    Where the cell that the rule points to cannot be read, that has been told: that nothing stands there would be untrue.
    """
    body = parsed.body
    for name, rows in broken_by_column(rules, broken).items():
        column = body.table.record.column(name)
        for offset in np.flatnonzero(rows & body.rows.is_record & ~parsed.unreadable(column)).tolist():
            cell = " ".join(body.columns[index].cell(offset) for index in body.table.sources.get(name, ()))
            yield body.problem(code, severity, f"{rules[broken[offset]].sentence}。", offset, column.label, cell)
