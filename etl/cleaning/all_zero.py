"""Asks about a table of which no row is a record since a quantity in each of them is nought: another column may hold it."""

from collections.abc import Iterator

from etl.cleaning.table_body import HEADER_OFFSET, TableBody
from etl.problem import Problem
from etl.schema import Column

ALL_ZERO = "all_zero"  # code of the hint


def zero_column(body: TableBody) -> Column | None:
    """Return the quantity whose noughts leave no record in a table; None in a book of both directions, where the other side holds the amounts."""
    record, sides = body.table.record, body.table.header.sides
    if body.rows.is_record.any() or (sides and sides.opposite):
        return None
    rules = (rule for rule in record.exclusions if rule.sentence in body.rows.skipped)
    return next((column for rule in rules if (column := record.column(rule.column)).kind.is_quantity), None)


def all_zero(body: TableBody) -> Iterator[Problem]:
    """Yield the question, with how to say that there was nothing."""
    if column := zero_column(body):
        index = next(iter(body.table.sources.get(column.name, ())), None)
        if index is not None and body.columns[index].numbers().any():  # of rows that are skipped for other reasons
            return
        header = column.label if index is None else body.table.header.text(index)
        message = (
            f"“{header}”一列全是0，没有一行入库，也不算报送了“没有”。{column.label}在另一列的，用 --map 那一列的表头={column.label} 指明；"
            "确实一笔也没有的，删去这些行、只留标题和表头，再导入。"
        )
        yield body.problem(ALL_ZERO, "提示", message, HEADER_OFFSET, header)
