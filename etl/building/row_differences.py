"""Says in SQL in which columns a row, `this`, differs from a former one, `first`, and what stands in both."""

from collections.abc import Iterable

from etl.schema import Column


def differing_labels(columns: Iterable[Column]) -> str:
    """Return the SQL of a list of the labels of the columns that differ."""
    return _list((column, f"'{column.label}'") for column in columns)


def difference_sentences(columns: Iterable[Column]) -> str:
    """Return the SQL of a list of what differs, 参与人次不同（那一行“21”，这一行“22”）; what may tell of a person is not repeated."""
    return _list((column, _sentence(column)) for column in columns)


def _list(words: Iterable[tuple[Column, str]]) -> str:
    cases = ", ".join(f"case when {_differs(column)} then {sql} end" for column, sql in words)
    return f"list_filter([{cases}], lambda word: word is not null)"


def _differs(column: Column) -> str:
    """Return the condition under which a former and a later row differ in a column."""
    return f"({' or '.join(f'this.{name} is distinct from first.{name}' for name in column.stored)})"


def _sentence(column: Column) -> str:
    if column.kind.is_personal or column.is_private:
        return f"'{column.label}不同'"
    return f"concat('{column.label}不同（那一行', {_cell(column, 'first')}, '，这一行', {_cell(column, 'this')}, '）')"


def _cell(column: Column, row: str) -> str:
    """Return the SQL of a cell of `first` or `this` as a sentence gives it: “21”, 空着."""
    value = f"{row}.{column.name}"
    if column.kind.sql_type == "boolean":
        return f"case {value} when true then '是' when false then '否' else '空着' end"
    text = f"cast({value} as varchar)"
    text = f"regexp_replace({text}, '\\.0+$', '')" if column.kind.sql_type in ("double", "decimal(18,2)") else text
    return f"coalesce('“' || {text} || '”', '空着')"
