"""Conditions on the rows of a table, each made once as SQL and as the Chinese words of a definition, so that the two agree.

SQL knows three truth values: where a cell is empty, `method <> '走访'` is neither true nor false, and the row drops out
unseen. Every negation here counts such rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """A condition as SQL and in words. `words` names columns in braces, {method}, to be replaced by their labels."""

    sql: str
    words: str
    columns: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.sql)

    def in_words(self, label: Callable[[str], str]) -> str:
        """Return the words with every column under its label: “服务方法”是“走访”."""
        return self.words.format(**{column: label(column) for column in self.columns})


def equals(column: str, value: str | int) -> Condition:
    """The cell is this value."""
    return Condition(f"{column} = {_literal(value)}", f"“{{{column}}}”是{_quoted(value)}", (column,))


def is_not(column: str, value: str) -> Condition:
    """The cell is another value, or empty."""
    sql = f"({column} <> {_literal(value)} or {column} is null)"
    return Condition(sql, f"“{{{column}}}”不是{_quoted(value)}（没有写的也算）", (column,))


def equals_or_missing(column: str, value: str) -> Condition:
    """The cell is this value, or empty."""
    sql = f"coalesce({column}, {_literal(value)}) = {_literal(value)}"
    return Condition(sql, f"“{{{column}}}”是{_quoted(value)}或没有写", (column,))


def is_in(column: str, values: Sequence[str]) -> Condition:
    """The cell is one of these values."""
    sql = f"{column} in ({', '.join(map(_literal, values))})"
    return Condition(sql, f"“{{{column}}}”是{'、'.join(map(_quoted, values))}之一", (column,))


def is_true(column: str) -> Condition:
    """The cell of a yes-or-no column is yes."""
    return Condition(column, f"“{{{column}}}”为是", (column,))


def is_present(column: str) -> Condition:
    """The cell is not empty."""
    return Condition(f"{column} is not null", f"“{{{column}}}”有值", (column,))


def is_missing(column: str) -> Condition:
    """The cell is empty."""
    return Condition(f"{column} is null", f"“{{{column}}}”没有写", (column,))


def at_most(column: str, value: int) -> Condition:
    """The number in the cell is not above this one."""
    return Condition(f"{column} <= {value}", f"“{{{column}}}”不超过{value}", (column,))


def at_least(column: str, value: int) -> Condition:
    """The number in the cell is not below this one."""
    return Condition(f"{column} >= {value}", f"“{{{column}}}”不少于{value}", (column,))


def all_of(*conditions: Condition) -> Condition:
    """Every one of the conditions holds."""
    return _joined(conditions, " and ", "，且")


def as_written(sql: str) -> Condition:
    """Return a condition known only as SQL, such as that of an archived definition; its words are the SQL itself."""
    return Condition(sql, _escaped(sql), ())


def _joined(conditions: Sequence[Condition], in_sql: str, in_words: str) -> Condition:
    return Condition(
        in_sql.join(condition.sql for condition in conditions),
        in_words.join(condition.words for condition in conditions),
        tuple(dict.fromkeys(column for condition in conditions for column in condition.columns)),
    )


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def _quoted(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"“{_escaped(value)}”"


def _escaped(text: str) -> str:
    """Double the braces of a text that becomes part of the words, where single ones name a column."""
    return text.replace("{", "{{").replace("}", "}}")
